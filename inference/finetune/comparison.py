"""Two models on the same photos: what changed, and what chance alone would do.

Before and after training, or any two with the same classes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import comb
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier
from inference.dataset import matched
from inference.errors import ModelError, Sentence
from inference.finetune.division import Sample
from inference.finetune.judging import Judged, judge
from inference.jobs import Job, Progress

Flags = NDArray[np.bool_]
Verdict = Literal["better", "worse", "open"]
SIGNIFICANT = 0.05  # chance of so large a change, below which it is believed
_PAIRS = 12
_HARMED = Sentence("the training harmed")
_WORSE = Sentence("the second model is worse")


@dataclass(frozen=True, slots=True)
class PairChange:
    """How often photos of one class are taken for another, by two models.

    Attributes:
        true: Index of the class that they show.
        predicted: Index of the class that they are taken for.
        before: Photos, by the first model.
        after: Photos, by the second.
    """

    true: int
    predicted: int
    before: int
    after: int


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two models on the same N photos.

    Attributes:
        before: What the first one says.
        after: What the second one says, of the same photos in the same order.
        is_trained: Whether the second one was trained from the first one.
    """

    before: Judged
    after: Judged
    is_trained: bool = True

    @cached_property
    def became_right(self) -> tuple[int, ...]:
        """Places of the photos that only the second one has right."""
        return _places(~_is_right(self.before) & _is_right(self.after))

    @cached_property
    def became_wrong(self) -> tuple[int, ...]:
        """Places of the photos that only the first one has right."""
        return _places(_is_right(self.before) & ~_is_right(self.after))

    @property
    def chance(self) -> float:
        """How likely chance alone makes so large a change: McNemar's exact test (1947).

        Of the photos that changed sides each would have gone either way by the toss of
        a coin.
        """
        gained, lost = len(self.became_right), len(self.became_wrong)
        count = gained + lost
        ways = sum(comb(count, k) for k in range(min(gained, lost) + 1))
        share: float = 2 * ways / 2**count
        return min(1.0, share)

    @property
    def verdict(self) -> Verdict:
        """Whether the second one is better, worse, or nobody can tell."""
        if self.chance >= SIGNIFICANT:
            return "open"
        is_more = len(self.became_right) > len(self.became_wrong)
        return "better" if is_more else "worse"

    @property
    def sentence(self) -> Sentence:
        """What changed, in words, and what it is worth."""
        return Sentence(
            "{right}, {wrong}. {chance}",
            right=Sentence(
                "{n} photos became right",
                one="{n} photo became right",
                n=len(self.became_right),
            ),
            wrong=Sentence(
                "{n} became wrong", one="{n} became wrong", n=len(self.became_wrong)
            ),
            chance=self._worth,
        )

    @property
    def pairs(self) -> tuple[PairChange, ...]:
        """The twelve mistakes whose counts changed most, the largest change first."""
        before, after = self.before.confusion, self.after.confusion
        found = [
            PairChange(k, j, int(before[k, j]), int(after[k, j]))
            for k, j in np.argwhere(before != after).tolist()
            if k != j
        ]
        found.sort(key=lambda pair: -abs(pair.after - pair.before))
        return tuple(found[:_PAIRS])

    @property
    def _worth(self) -> Sentence:
        """What the change is worth, in words."""
        chance = Sentence(
            "By chance alone so large a change comes in {tries} of 100 tries",
            tries=max(round(100 * self.chance), 1),
        )
        if self.verdict != "open":
            return Sentence("{chance}: {end}.", chance=chance, end=self._end)
        return Sentence(
            "{chance}: {n} photos cannot tell.",
            one="{chance}: {n} photo cannot tell.",
            chance=chance,
            n=len(self.after.samples),
        )

    @property
    def _end(self) -> Sentence:
        """Which one is better, in words."""
        if self.is_trained:
            helped = Sentence("the training helped")
            return helped if self.verdict == "better" else _HARMED
        better = Sentence("the second model is better")
        return better if self.verdict == "better" else _WORSE


def required_classes(classifier: Classifier, names: Sequence[str]) -> tuple[int, ...]:
    """Returns which of a classifier's classes have these names.

    Raises:
        ModelError: It lacks one of them.
    """
    found = classes_of(classifier, names)
    if found is None:
        raise ModelError(
            '"{model}" does not have the classes that are compared. Choose a model '
            "with the same labels.",
            model=classifier.spec.name,
        )
    return found


def classes_of(classifier: Classifier, names: Sequence[str]) -> tuple[int, ...] | None:
    """Returns which of a classifier's classes have these names; None if one has none.

    Then it cannot be asked about photos of these classes.
    """
    found, _ = matched(names, classifier.labels)
    classes = [found.get(name) for name in names]
    known = tuple(index for index in classes if index is not None)
    is_each_one = len(set(known)) == len(names)
    return known if is_each_one else None


def compare(
    before: Classifier,
    after: Classifier,
    samples: Sequence[Sample],
    names: Sequence[str],
    *,
    is_trained: bool = True,
) -> Job[Comparison | None, Comparison]:
    """Asks two classifiers about the same labelled photos.

    Both must have the classes: see `classes_of`. There is no partial answer before the
    second one is asked.

    Args:
        before: One of them.
        after: The other.
        samples: The photos.
        names: Of the classes that they show.
        is_trained: Whether the second one was trained from the first one.

    Raises:
        ModelError: ONNX Runtime failed.
    """
    total, done = 2 * len(samples), 0
    nothing = Judged.nothing(names)
    first = second = nothing
    for step in judge(before, samples, names, classes_of(before, names)):
        first, done = step.partial, step.done
        yield Progress(done, total, None)
    for step in judge(after, samples, names, classes_of(after, names)):
        second = step.partial
        so_far = Comparison(first.part(len(second.samples)), second, is_trained)
        yield Progress(done + step.done, total, so_far)
    return Comparison(first, second, is_trained)


def _is_right(judged: Judged) -> Flags:
    right: Flags = judged.predicted == judged.true
    return right


def _places(chosen: Flags) -> tuple[int, ...]:
    return tuple(np.flatnonzero(chosen).tolist())
