"""How each class fares: what it is taken for, its photos by part, and good orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inference.dataset import PARTS, Calibration, Metrics, split_of
from inference.geometry import Doubles
from inference.ranking.analysis import Analysis

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
ClassOrder = Literal["similar", "wrong", "index"]
ORDERS: tuple[ClassOrder, ...] = get_args(ClassOrder)

_FADE = 0.5  # of the pull of a class, with each one that comes after it


@dataclass(frozen=True, slots=True, eq=False)
class ClassTable:
    """How C classes fare: those that have photos, or that something is taken for.

    Attributes:
        metrics: Over all classes that count.
        classes: Of each row, its index among the model's, (C,).
        names: Of these.
        counts: Photos by true (rows) and leading class (columns), (C, C).
        photos: Of each class, (C,).
        predicted: Photos that are taken for it, (C,).
        parts: Photos of each in training, validation and test, (C, 3); what is in none
            of them is missing.
        precision: Of what is taken for a class, the share that is it, (C,).
        recall: Of its photos, the share that is taken for it, (C,).
        f1: The harmonic mean of both, (C,).
        is_scarce: Which have less than three quarters of the median count, (C,).
        orders: Rows from top to bottom, (C,): classes that are taken for each other
            stand together; the largest share wrong first; as the model has them.
    """

    metrics: Metrics
    classes: Ints
    names: tuple[str, ...]
    counts: Ints
    photos: Ints
    predicted: Ints
    parts: Ints
    precision: Doubles
    recall: Doubles
    f1: Doubles
    is_scarce: Flags
    orders: Mapping[ClassOrder, Ints]

    @property
    def calibration(self) -> Calibration:
        """Confidence against truth."""
        return self.metrics.calibration

    def rival(self, row: int) -> int:
        """What a class is most often taken for; itself where it is never mistaken."""
        others = self.counts[row].copy()
        others[row] = 0
        return int(others.argmax()) if others.any() else row

    def sorted_by(self, head: int) -> Ints:
        """Returns the rows by name (0), photos, precision, recall or F1 (4), (C,)."""
        if head == 0:
            names = [name.casefold() for name in self.names]
            return np.array(sorted(range(len(names)), key=names.__getitem__), np.int64)
        values = (self.photos, self.precision, self.recall, self.f1)[head - 1]
        found: Ints = np.argsort(values, kind="stable")
        return found

    @property
    def commonest(self) -> tuple[int, int]:
        """The commonest mistake: true class and what it is taken for."""
        wrong = self.counts.copy()
        np.fill_diagonal(wrong, 0)
        true, other = np.unravel_index(int(wrong.argmax()), wrong.shape)
        return int(true), int(other)


def class_table(found: Analysis) -> ClassTable:
    """Tells how each class of some photos fares."""
    metrics, whole = found.metrics, found.confusion
    listed = np.flatnonzero(whole.sum(axis=0) + whole.sum(axis=1))
    counts = whole[np.ix_(listed, listed)]
    ours = [metrics.classes[n] for n in listed]
    recall = np.array([each.recall for each in ours])
    photos = counts.sum(axis=1)
    wrong = photos - np.diagonal(counts)
    orders: dict[ClassOrder, Ints] = {
        "similar": _similar(counts),
        "wrong": np.lexsort((-wrong, recall, photos == 0)),
        "index": np.arange(len(listed)),
    }
    return ClassTable(
        metrics,
        found.classes[listed],
        tuple(found.names[n] for n in listed),
        counts,
        photos,
        counts.sum(axis=0),
        _parts(found)[listed],
        np.array([each.precision for each in ours]),
        recall,
        np.array([each.f1 for each in ours]),
        np.isin(listed, metrics.scarce),
        MappingProxyType(orders),
    )


def _parts(found: Analysis) -> Ints:
    """Counts photos of each class in each part of the split, (C, 3)."""
    numbers = {part: n for n, part in enumerate(PARTS)}
    parts = split_of(found.scored.dataset)
    counts = np.zeros((len(found.names), len(PARTS)), np.int64)
    for photo, true in zip(found.photos, found.true.tolist(), strict=True):
        if true >= 0 and photo.path in parts:
            counts[true, numbers[parts[photo.path]]] += 1
    return counts


def _similar(counts: Ints) -> Ints:
    """Puts classes that are taken for each other beside each other, (C,).

    A walk from the two that are mixed up most. The next class is the one that is mixed
    up most with those that came last; where none is, the walk begins anew.
    """
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    mutual = shares + shares.T
    np.fill_diagonal(mutual, 0)
    most = mutual.max(axis=1, initial=0)
    is_left, pull, walk = np.ones(len(counts), bool), np.zeros(len(counts)), []
    while is_left.any():
        near = np.where(is_left, pull, 0)
        chosen = near if near.any() else np.where(is_left, most, -1)
        walk.append(int(chosen.argmax()))
        is_left[walk[-1]] = False
        pull = _FADE * pull + mutual[walk[-1]]
    return np.array(walk, np.int64)
