"""What the scores of a dataset say, over the classes that matter.

A model of 1,000 classes that looks at three of them is judged on these three: their
probabilities are renormalised to add up to 1. Photos of folders that match no class
have no true class here, and count in nothing that needs one.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Activation
from inference.dataset import (
    Looks,
    Matching,
    Metrics,
    Part,
    Photo,
    confusion,
    leading,
    measured,
    split_of,
)
from inference.geometry import Floats
from inference.ranking.scoring import Scored

Ints = NDArray[np.int64]
_BLOCK = 512  # photos whose probabilities are worked out at once
_LOWEST = -1e30  # for a logit; what is -inf is the logarithm of nothing


class Judge(Protocol):
    """What has to be known of a classifier to read its scores."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Its classes."""

    @property
    def activation(self) -> Activation:
        """What makes probabilities of its logits."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """Scores of N photos over C classes.

    Attributes:
        scored: Where they come from.
        places: Of the photos in the dataset, (N,).
        classes: Indices of the classes among the model's, (C,).
        names: Of these classes.
        logits: (N, C).
        probabilities: (N, C); of independent classes as they are, else they add up
            to 1 over these classes.
        true: Of each photo among these classes, (N,); -1 where nobody says.
    """

    scored: Scored
    places: Ints
    classes: Ints
    names: tuple[str, ...]
    logits: Floats
    probabilities: Floats
    true: Ints

    @property
    def photos(self) -> list[Photo]:
        """The photos, in the order of the dataset."""
        return [self.scored.dataset.photos[place] for place in self.places]

    def features(self, rows: Ints | None = None) -> Floats:
        """Reads the pooled features (N, F), of all photos or some."""
        return self.scored.book.features(self._in_book(rows))

    def looks(self, rows: Ints | None = None) -> list[Looks]:
        """Reads what is told of the photos without a network, of all or some."""
        return self.scored.book.looks(self._in_book(rows))

    def _in_book(self, rows: Ints | None) -> Ints:
        places = self.places if rows is None else self.places[rows]
        found: Ints = self.scored.rows[places]
        return found

    @cached_property
    def predicted(self) -> Ints:
        """The leading class of each photo, (N,); of equal ones the first."""
        return leading(self.logits)

    @property
    def own_classes(self) -> list[tuple[Path, int]]:
        """Each photo's file, and its true class, or the leading one where none is."""
        own = np.where(self.true >= 0, self.true, self.predicted).tolist()
        return [(p.path, index) for p, index in zip(self.photos, own, strict=True)]

    @property
    def is_labelled(self) -> bool:
        """Whether any photo has a true class."""
        return bool((self.true >= 0).any())

    @cached_property
    def metrics(self) -> Metrics:
        """How the model fares on the photos that have a true class."""
        known = self._labelled
        return measured(known.true, known.logits, known.probabilities)

    @cached_property
    def confusion(self) -> Ints:
        """Photos by true (rows) and leading class (columns), (C, C)."""
        known = self._labelled
        return confusion(known.true, known.predicted, len(self.names))

    @property
    def _labelled(self) -> "Analysis":
        """The photos that have a true class."""
        is_known = self.true >= 0
        return self if is_known.all() else self.part(is_known)

    def part(self, is_in: NDArray[np.bool_]) -> "Analysis":
        """Returns the same of some of the photos."""
        return Analysis(
            self.scored,
            self.places[is_in],
            self.classes,
            self.names,
            self.logits[is_in],
            self.probabilities[is_in],
            self.true[is_in],
        )


def analysed(
    classifier: Judge,
    scored: Scored,
    matching: Matching,
    *,
    over_all: bool = False,
) -> Analysis:
    """Reads the scores of a dataset.

    Args:
        classifier: That scored it.
        scored: The photos that have scores.
        matching: The model's class of each label of the dataset.
        over_all: Whether all classes of the model count, not only those of the dataset;
            they do, too, where it has fewer than two of them.
    """
    classes = _counting(matching, len(classifier.labels), over_all=over_all)
    whole = scored.logits()
    logits = whole[:, classes] if len(classes) < whole.shape[1] else whole
    places = scored.places
    return Analysis(
        scored,
        places,
        classes,
        tuple(classifier.labels[index] for index in classes),
        logits,
        _probabilities(classifier.activation, logits),
        _true(scored, matching, classes),
    )


def _counting(matching: Matching, count: int, *, over_all: bool) -> Ints:
    """Returns which of so many classes count, ascending, (C,)."""
    found = sorted({index for index in matching.values() if index is not None})
    is_part = len(found) > 1 and not over_all  # of one class all would be right
    return np.array(found if is_part else range(count), np.int64)


def _true(scored: Scored, matching: Matching, classes: Ints) -> Ints:
    """Returns each photo's true class among those that count, (N,); -1 for none."""
    among: dict[int | None, int] = {int(k): n for n, k in enumerate(classes)}
    photos = scored.dataset.photos
    labels = (photos[place].label for place in scored.places)
    return np.array([among.get(matching.get(label), -1) for label in labels], np.int64)


def _probabilities(activation: Activation, logits: Floats) -> Floats:
    """Returns probabilities (N, C) over some classes, from their logits (N, C).

    Renormalised over these classes, where they are not independent: that is the softmax
    of these logits, whatever the others are. By blocks, which stay in the cache.
    """
    found = np.empty(logits.shape, np.float32)
    for start in range(0, len(logits), _BLOCK):
        part = logits[start : start + _BLOCK]
        if activation is Activation.SIGMOID:
            found[start : start + _BLOCK] = activation.probabilities(part, np)
            continue
        powers = np.exp(part - part.max(axis=1, keepdims=True, initial=_LOWEST))
        np.divide(
            powers, powers.sum(axis=1, keepdims=True), out=found[start : start + _BLOCK]
        )
    return found


def part_of(found: Analysis, part: Part | Literal["all"]) -> Analysis:
    """Returns the photos of one part: of the dataset's own split, else of ours."""
    if part == "all":
        return found
    parts = split_of(found.scored.dataset)
    return found.part(np.array([parts.get(p.path) == part for p in found.photos], bool))
