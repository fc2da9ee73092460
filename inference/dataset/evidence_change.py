"""Whether a class leans on a part of the picture less than it did.

Two models, or one before and after training, on the same photos.
"""

from dataclasses import dataclass

import numpy as np

from inference.dataset.evidence import Evidence, Finding
from inference.errors import Sentence


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """What became of a class's share of evidence in a ninth of the picture.

    Attributes:
        finding: As it was found, before or after.
        before: Share of the class's evidence that lay there, 0..1.
        after: That lies there now.
        leant: Whether it set the class apart before.
        leans: Whether it does now.
    """

    finding: Finding
    before: float
    after: float
    leant: bool
    leans: bool

    @property
    def sentence(self) -> Sentence:
        """For people."""
        shares = Sentence(
            "{before:.0f} % → {after:.0f} %",
            before=100 * self.before,
            after=100 * self.after,
        )
        name, place = self.finding.name, self.finding.place
        if self.leant and not self.leans:
            return Sentence(
                "{name} no longer leans on the {place}: {shares}.",
                name=name,
                place=place,
                shares=shares,
            )
        if self.leant:
            return Sentence(
                "{name} still leans on the {place}: {shares}.",
                name=name,
                place=place,
                shares=shares,
            )
        return Sentence(
            "{name} now leans on the {place}: {shares}.",
            name=name,
            place=place,
            shares=shares,
        )


def evidence_changes(before: Evidence, after: Evidence) -> tuple[EvidenceChange, ...]:
    """Returns what became of each ninth that set a class apart, before or after.

    Those of before come first, the most telling first of all. Both must be of the same
    classes and photos.
    """
    found = {_place(finding): finding for finding in after.findings}
    leant = {_place(finding): finding for finding in before.findings}
    changes = []
    for place, finding in {**found, **leant}.items():
        changes.append(
            EvidenceChange(
                finding,
                float(before.shares[place]),
                float(after.shares[place]),
                leant=place in leant,
                leans=place in found,
            )
        )
    order = [*leant, *(place for place in found if place not in leant)]
    return tuple(sorted(changes, key=lambda each: order.index(_place(each.finding))))


def highest_mean(*measured: Evidence) -> float:
    """Returns the largest number of all mean maps: the one scale that they share."""
    return max((float(np.max(each.mean, initial=0)) for each in measured), default=0.0)


def _place(finding: Finding) -> tuple[int, int, int]:
    return finding.index, finding.row, finding.column
