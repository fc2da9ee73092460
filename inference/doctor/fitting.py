"""Class names of another number than the scores: what would make them fit.

Lists that are one name off mostly begin with a class for the background that the model
lacks, or lack the one that it has. Labelled photos tell which change is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from inference.classifier import MisfitError
from inference.dataset import Share, matched
from inference.doctor.folder import FolderExamination
from inference.errors import Sentence, plain

_BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Repair:
    """Names made to fit.

    Attributes:
        title: What is changed: "without the first, “background”".
        labels: As many as there are scores.
        right: Photos whose leading class would be the true one, in the way of feeding
            that does best with them; None without labelled photos.
        is_likely: Whether the list itself suggests it.
    """

    title: Sentence
    labels: tuple[str, ...]
    right: Share | None = None
    is_likely: bool = False


def repairs_of(
    misfit: MisfitError, folder: FolderExamination | None = None
) -> tuple[Repair, ...]:
    """Returns usual changes that make names fit, best first; none for lists far off."""
    found = _changes(misfit)
    if folder is not None:
        found = [replace(each, right=_right(each.labels, folder)) for each in found]
    return tuple(sorted(found, key=lambda each: -each.right.value if each.right else 0))


def is_known_to_fit(repairs: Sequence[Repair]) -> bool:
    """Whether photos prove the first change, or the list itself suggests it."""
    if not repairs:
        return False
    best, other = (each.right for each in repairs)
    if best is None or other is None:
        return repairs[0].is_likely
    return best.interval[0] > other.interval[1]


def misfit_sentence(misfit: MisfitError, repairs: Sequence[Repair]) -> Sentence:
    """Says what was found, and what would help, with the evidence."""
    return Sentence(
        "{where} holds {n:,} names for {wanted:,} scores.{help}",
        where=misfit.where,
        n=len(misfit.names),
        wanted=misfit.wanted,
        help=_evidence(repairs) or misfit.hint,
    )


def _evidence(repairs: Sequence[Repair]) -> Sentence | str:
    shares = [(each.title, each.right) for each in repairs if each.right is not None]
    if not shares:
        return ""
    (title, best), (other_title, other) = shares
    return Sentence(
        " They are right on {best:.0f} % of the photos {change}, on {other:.0f} % "
        "{other_change}.",
        change=title,
        best=100 * best.value,
        other_change=other_title,
        other=100 * other.value,
    )


def _changes(misfit: MisfitError) -> list[Repair]:
    """Returns usual changes of a list that is one name off, likeliest first."""
    names, surplus = misfit.names, len(misfit.names) - misfit.wanted
    if surplus == 1:
        first, last = (plain(names[place], 40) for place in (0, -1))
        is_likely = _BACKGROUND in first.casefold()
        title = Sentence("without the first, “{name}”", name=first)
        other = Sentence("without the last, “{name}”", name=last)
        return [
            Repair(title, names[1:], is_likely=is_likely),
            Repair(other, names[:-1]),
        ]
    if surplus == -1:
        title = Sentence("with “background” before them")
        other = Sentence("with “background” behind them")
        return [
            Repair(title, (_BACKGROUND, *names)),
            Repair(other, (*names, _BACKGROUND)),
        ]
    return []


def _right(labels: Sequence[str], folder: FolderExamination) -> Share | None:
    """Returns how many photos are right with these names; None: they name none."""
    words = [folder.words.get(photo, "") for photo in folder.found.photos]
    classes, _ = matched(dict.fromkeys(words), labels)
    true = np.array([-1 if (k := classes.get(w)) is None else k for w in words])
    known = true >= 0
    if not known.any():
        return None
    hits = (folder.found.leading[:, known] == true[known]).sum(axis=1)
    return Share(int(hits.max()), int(known.sum()))
