"""How often a classifier is right: shares with their intervals, by class, and honestly.

Everything follows from true classes, logits and probabilities over the same classes.
Which class leads is read from the logits, here as everywhere: two probabilities may
both be 1 to the last digit, where their logits still differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from inference.errors import Sentence
from inference.geometry import Doubles, Floats

Ints = NDArray[np.int64]
_Z = 1.959963984540054  # 95 % of a normal distribution lie within so many deviations
_BINS = 10
_TOP = 5
_SCARCE = 0.75  # of the median count, below which a class is under-represented
_NARROW = 0.1  # an interval of the accuracy that is wider leaves it open


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many.

    Attributes:
        hits: How many.
        total: Of how many.
    """

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0..1; 0 of none."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of Wilson (1927), 0..1; all of it where there are none."""
        n = self.total
        if n == 0:
            return 0.0, 1.0
        middle = (self.value + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        spread = self.value * (1 - self.value) / n + _Z**2 / (4 * n**2)
        half = _Z * sqrt(spread) / (1 + _Z**2 / n)
        low, high = max(middle - half, 0.0), min(middle + half, 1.0)
        return min(low, self.value), max(high, self.value)  # despite rounding


@dataclass(frozen=True, slots=True)
class ClassCounts:
    """How one class fares.

    Attributes:
        true: Photos of it.
        predicted: Photos that are taken for it.
        right: Photos of it that are taken for it.
    """

    true: int
    predicted: int
    right: int

    @property
    def recall(self) -> float:
        """The share of its photos that are taken for it; 0 of none."""
        return self.right / self.true if self.true else 0.0

    @property
    def precision(self) -> float:
        """The share of what is taken for it that is it; 0 of none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.true + self.predicted
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """Whether confidence can be taken at its word; Guo et al. 2017, section 2.

    Attributes:
        edges: Of the bins of confidence, (B + 1,).
        counts: Photos in each, (B,).
        confidence: Mean of the leading class in each, (B,); NaN where empty.
        accuracy: Share right in each, (B,); NaN where empty.
    """

    edges: Doubles
    counts: Ints
    confidence: Doubles
    accuracy: Doubles

    @property
    def error(self) -> float:
        """The expected calibration error, 0..1: |confidence - accuracy|, on average."""
        gaps = np.abs(self.confidence - self.accuracy)[self.counts > 0]
        weights = self.counts[self.counts > 0]
        return float((gaps * weights).sum() / weights.sum()) if len(weights) else 0.0

    @property
    def shares(self) -> tuple[Share, ...]:
        """How many of each bin are right, B."""
        right = np.rint(np.nan_to_num(self.accuracy) * self.counts)
        pairs = zip(right, self.counts, strict=True)
        return tuple(Share(int(hits), int(total)) for hits, total in pairs)

    @property
    def worst(self) -> int | None:
        """The bin that adds most to the error; None where none is surely off.

        A bin is surely off where its mean confidence lies outside of the 95 % interval
        of its share right.
        """
        gaps = np.nan_to_num(np.abs(self.confidence - self.accuracy)) * self.counts
        for place in np.argsort(-gaps, kind="stable").tolist():
            low, high = self.shares[place].interval
            if self.counts[place] and not low <= self.confidence[place] <= high:
                return int(place)
        return None

    @property
    def sentence(self) -> Sentence:
        """The worst bin in words."""
        place = self.worst
        if place is None:
            hits = sum(share.hits for share in self.shares)
            low, high = Share(hits, int(self.counts.sum())).interval
            if high - low > _NARROW:
                return Sentence("Too few photos to tell how far it can be believed.")
            return Sentence("The network says what it knows.")
        said, right = float(self.confidence[place]), float(self.accuracy[place])
        if said > right:
            return Sentence(
                "The network is more sure than right: where it says {said:.2f}, it is "
                "right in {right:.0f} of 100.",
                said=said,
                right=100 * right,
            )
        return Sentence(
            "The network is less sure than right: where it says {said:.2f}, it is "
            "right in {right:.0f} of 100.",
            said=said,
            right=100 * right,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """How a classifier fares on labelled photos.

    Attributes:
        accuracy: Share right.
        top5: Share whose true class is among the five leading ones.
        classes: Counts of each class, K.
        calibration: Confidence against truth.
        scarce: Classes that have less than three quarters of the median count.
    """

    accuracy: Share
    top5: Share
    classes: tuple[ClassCounts, ...]
    calibration: Calibration
    scarce: tuple[int, ...]


def measured(
    true: Sequence[int] | Ints, logits: Floats, probabilities: Floats
) -> Metrics:
    """Measures logits (N, K), and probabilities (N, K), against true classes (N,)."""
    known, predicted = np.asarray(true, np.int64), leading(logits)
    said = probabilities[np.arange(len(known)), predicted]
    return counted(known, predicted, ranks(known, logits), said, logits.shape[1])


def counted(
    true: Ints, predicted: Ints, places: Ints, said: Floats, count: int
) -> Metrics:
    """Returns the same of what is told of each photo.

    Args:
        true: Its class, (N,).
        predicted: The class that leads, (N,).
        places: How many classes lead before the true one, (N,).
        said: The probability of the class that leads, (N,).
        count: Of the classes.
    """
    table = confusion(true, predicted, count)
    sizes = table.sum(axis=1)
    present = sizes[sizes > 0]
    least = _SCARCE * float(np.median(present)) if len(present) else 0.0
    counts = zip(sizes, table.sum(axis=0), np.diagonal(table), strict=True)
    return Metrics(
        Share(int(np.trace(table)), len(true)),
        Share(int((places < _TOP).sum()), len(true)),
        tuple(ClassCounts(*map(int, each)) for each in counts),
        _calibration(said.astype(np.float64), predicted == true),
        tuple(int(k) for k in np.flatnonzero((sizes > 0) & (sizes < least))),
    )


def leading(logits: Floats) -> Ints:
    """Returns the class with the largest logit, (N,); of equal ones the first."""
    if not len(logits):
        return np.zeros(0, np.int64)
    found: Ints = logits.argmax(axis=1).astype(np.int64)
    return found


def ranks(true: Ints, logits: Floats) -> Ints:
    """Returns how many classes lead before the true one, (N,)."""
    own = logits[np.arange(len(true)), true][:, np.newaxis]
    places = np.count_nonzero(logits > own, axis=1)
    is_equal = logits == own
    tied = np.flatnonzero(np.count_nonzero(is_equal, axis=1) > 1)
    rows, columns = np.nonzero(is_equal[tied])
    earlier = columns < true[tied[rows]]  # of equal ones the first leads
    places[tied] += np.bincount(rows[earlier], minlength=len(tied))
    found: Ints = places
    return found


def confusion(
    true: Sequence[int] | Ints, predicted: Sequence[int] | Ints, count: int
) -> Ints:
    """Counts photos by true (rows) and predicted class (columns), (K, K)."""
    cells = np.asarray(true, np.int64) * count + np.asarray(predicted, np.int64)
    return np.bincount(cells, minlength=count**2).reshape(count, count)


def _calibration(confidence: Doubles, is_right: NDArray[np.bool_]) -> Calibration:
    edges = np.linspace(0, 1, _BINS + 1)
    bins = np.clip(np.ceil(confidence * _BINS).astype(np.int64) - 1, 0, _BINS - 1)
    counts = np.bincount(bins, minlength=_BINS)
    sums = (np.bincount(bins, w, _BINS) for w in (confidence, is_right))
    with np.errstate(invalid="ignore"):
        means = [np.divide(total, counts) for total in sums]
    return Calibration(edges, counts, *means)
