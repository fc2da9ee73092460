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
    counted,
    split_of,
)
from inference.geometry import Floats
from inference.ranking.scores import Scores
from inference.ranking.scoring import Scored

Ints = NDArray[np.int64]


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
        scores: Of each photo for each of these classes.
        true: Of each photo among these classes, (N,); -1 where nobody says.
    """

    scored: Scored
    places: Ints
    classes: Ints
    names: tuple[str, ...]
    scores: Scores
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

    @property
    def logits(self) -> Floats:
        """Of each photo for each class, (N, C); read when first asked for."""
        return self.scores.logits

    @property
    def probabilities(self) -> Floats:
        """Likewise, (N, C); worked out when first asked for."""
        return self.scores.probabilities

    @property
    def predicted(self) -> Ints:
        """The leading class of each photo, (N,); of equal ones the first."""
        return self.scores.predicted

    @property
    def own(self) -> Ints:
        """The true class of each photo, or the leading one where none is, (N,)."""
        return np.where(self.true >= 0, self.true, self.predicted)

    @property
    def own_classes(self) -> list[tuple[Path, int]]:
        """Each photo's file, and its true class, or the leading one where none is."""
        return self._paired(self.own)

    @property
    def predicted_classes(self) -> list[tuple[Path, int]]:
        """Each photo's file, and its leading class."""
        return self._paired(self.predicted)

    def _paired(self, classes: Ints) -> list[tuple[Path, int]]:
        pairs = zip(self.photos, classes.tolist(), strict=True)
        return [(photo.path, index) for photo, index in pairs]

    @property
    def is_labelled(self) -> bool:
        """Whether any photo has a true class."""
        return bool((self.true >= 0).any())

    @cached_property
    def metrics(self) -> Metrics:
        """How the model fares on the photos that have a true class."""
        known = self.true >= 0
        return counted(
            self.true[known],
            self.predicted[known],
            self.scores.ranks(np.maximum(self.true, 0))[known],
            self.scores.confidence[known],
            len(self.names),
        )

    @cached_property
    def confusion(self) -> Ints:
        """Photos by true (rows) and leading class (columns), (C, C)."""
        known = self.true >= 0
        count = len(self.names)
        return confusion(self.true[known], self.predicted[known], count)

    def part(self, is_in: NDArray[np.bool_]) -> "Analysis":
        """Returns the same of some of the photos."""
        return Analysis(
            self.scored,
            self.places[is_in],
            self.classes,
            self.names,
            self.scores.part(is_in),
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
    count = len(classifier.labels)
    classes = _counting(matching, count, over_all=over_all)
    places, book = scored.places, scored.book

    def read(rows: Ints) -> Floats:
        whole = book.logits(rows)
        return whole[:, classes] if len(classes) < count else whole

    return Analysis(
        scored,
        places,
        classes,
        tuple(classifier.labels[index] for index in classes),
        Scores(scored.rows[places], len(classes), classifier.activation, read),
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


def part_of(found: Analysis, part: Part | Literal["all"]) -> Analysis:
    """Returns the photos of one part: of the dataset's own split, else of ours."""
    if part == "all":
        return found
    parts = split_of(found.scored.dataset)
    return found.part(np.array([parts.get(p.path) == part for p in found.photos], bool))
