"""Where the evidence for each class lies, on average over the photos of a dataset.

A network that cheats looks at the same corner in every photo of a class: a watermark, a
plate, a flower. Maps are laid over each other, every photo counts alike, and the ninths
of the picture are compared between classes.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import isnan, nan
from pathlib import Path
from statistics import median

import numpy as np

from inference.dataset.evidence_layout import BORDER, SIDE, PhotoEvidence, ninths_of
from inference.errors import InferenceError, Sentence
from inference.geometry import Doubles
from inference.jobs import Job, Progress

TIMES = 3.0  # as much as in the other classes is worth a word
GROWTH = 1.05  # of the photos, before a partial result is laid out anew

_TIMED = 4  # photos
_DOWN = (Sentence("upper"), Sentence("middle"), Sentence("lower"))
_ACROSS = (Sentence("left"), Sentence("middle"), Sentence("right"))


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Where the photos of C classes speak for their class.

    Attributes:
        names: Of the classes.
        counts: Photos of each that have any evidence, (C,).
        mean: Of their maps, (C, SIDE, SIDE); each adds up to 1, or is 0 without photos.
        spread: Their standard deviation, likewise.
        ninths: Of each photo, by its place in what was asked: (N, 3, 3); NaN without.
    """

    names: tuple[str, ...]
    counts: tuple[int, ...]
    mean: Doubles
    spread: Doubles
    ninths: Doubles

    @property
    def shares(self) -> Doubles:
        """The share of a class's evidence in each ninth of the picture, (C, 3, 3)."""
        return ninths_of(self.mean)

    def border(self, width: int = BORDER) -> Doubles:
        """Returns the share of each class's evidence near the picture's border, (C,).

        Args:
            width: Of the border, in cells.
        """
        inner = self.mean[:, width:-width, width:-width].sum(axis=(1, 2))
        edge: Doubles = np.where(np.array(self.counts) > 0, 1 - inner, 0)
        return edge

    def leading(self, photos: Iterable[int], down: int, across: int) -> list[int]:
        """Returns photos by what a ninth of theirs has, most first.

        Args:
            photos: Their places in what was asked; those without evidence are missing
                in the answer.
            down: The row of the ninth, 0 to 2.
            across: Its column, likewise.
        """
        shares = dict(enumerate(self.ninths[:, down, across].tolist()))
        known = [n for n in photos if not isnan(shares.get(n, nan))]
        return sorted(known, key=lambda n: -shares[n])

    @property
    def others(self) -> Doubles:
        """The mean share of the other classes in each ninth, (C, 3, 3).

        Of those that have evidence; where there are none it is what the class has.
        """
        shares = self.shares
        present = (np.array(self.counts) > 0)[:, np.newaxis, np.newaxis]
        others = present.sum() - present
        rest = (shares * present).sum(axis=0) - shares * present
        found: Doubles = np.where(others > 0, rest / np.maximum(others, 1), shares)
        return found

    @property
    def weights(self) -> Doubles:
        """How far each class stands out, (C,): the weight of its most telling ninth.

        -inf without evidence.
        """
        weights = _weights(self.shares, self.others).max(axis=(1, 2))
        found: Doubles = np.where(np.array(self.counts) > 0, weights, -np.inf)
        return found

    @property
    def findings(self) -> tuple["Finding", ...]:
        """Ninths that set one class apart from the others, the most telling first."""
        shares, others = self.shares, self.others
        present = (np.array(self.counts) > 0)[:, np.newaxis, np.newaxis]
        found = [
            Finding(k, self.names[k], row, column, shares[at], others[at])
            for at in map(tuple, np.argwhere(present & (shares > TIMES * others)))
            for k, row, column in [map(int, at)]
        ]
        return tuple(sorted(found, key=lambda each: -each.weight))

    @property
    def sentence(self) -> Sentence:
        """The first finding in words."""
        if not self.findings:
            return Sentence("No class leans on one part of the picture.")
        return self.findings[0].sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """A ninth of the picture that one class leans on and the others do not.

    Attributes:
        index: Of the class.
        name: Of the class.
        row: Of the ninth, from the top.
        column: Of the ninth, from the left.
        share: Of the class's evidence that lies there, 0..1.
        others: Mean of the other classes' shares there.
    """

    index: int
    name: str
    row: int
    column: int
    share: float
    others: float

    @property
    def weight(self) -> float:
        """How much it tells: s · ln(s / mean of the others)."""
        return float(_weights(np.array(self.share), np.array(self.others)))

    @property
    def place(self) -> Sentence:
        """The ninth in words: "upper left"."""
        return ninth(self.row, self.column)

    @property
    def sentence(self) -> Sentence:
        """For people."""
        return Sentence(
            "{name} leans on the {place}: {share:.0f} % of its evidence lies in that "
            "ninth, {others:.0f} % in the others.",
            name=self.name,
            place=self.place,
            share=100 * self.share,
            others=100 * self.others,
        )


def ninth(down: int, across: int) -> Sentence:
    """Returns a ninth of the picture in words: "upper left"."""
    if down == across == 1:
        return Sentence("middle")
    return Sentence("{down} {across}", down=_DOWN[down], across=_ACROSS[across])


def _weights(shares: Doubles, others: Doubles) -> Doubles:
    """Returns how much shares tell: s · ln(s / mean of the others)."""
    found: Doubles = shares * np.log(
        np.maximum(shares, 1e-12) / np.maximum(others, 1e-6)
    )
    return found


def gather_evidence(
    photos: Sequence[tuple[Path, int]],
    names: Sequence[str],
    explain: Callable[[Path, int], PhotoEvidence],
) -> Job[Evidence, Evidence]:
    """Lays the maps of photos over each other, class by class.

    Args:
        photos: Their files and classes, 0..C-1.
        names: Of the classes.
        explain: Explains a class of one photo. What it cannot explain, by an
            `InferenceError`, counts in nothing.
    """
    sums = _Sums(len(names), len(photos))
    told, found = 0, sums.evidence(names)
    for n, (path, index) in enumerate(photos):
        try:
            cells = explain(path, index).laid_out
        except InferenceError:
            cells = None
        if cells is not None:
            sums.add(n, index, cells)
        if n + 1 >= told * GROWTH or n + 1 == len(photos):
            told, found = n + 1, sums.evidence(names)
        yield Progress(n + 1, len(photos), found)
    return found


def gathering_time(
    photos: Sequence[tuple[Path, int]],
    explain: Callable[[Path, int], PhotoEvidence],
) -> float:
    """Returns about how long it takes to gather [s]: the first few photos are timed.

    The very first makes what all others need, and does not count.
    """
    durations = [_duration(path, index, explain) for path, index in photos[:_TIMED]]
    return median(durations[1:] or durations or [0.0]) * len(photos)


def _duration(
    path: Path, index: int, explain: Callable[[Path, int], PhotoEvidence]
) -> float:
    begun = time.perf_counter()
    with suppress(InferenceError):
        explain(path, index)
    return time.perf_counter() - begun


class _Sums:
    """Means and deviations that grow photo by photo; Welford 1962."""

    def __init__(self, class_count: int, photo_count: int) -> None:
        self._counts = np.zeros(class_count, np.int64)
        self._mean = np.zeros((class_count, SIDE, SIDE))
        self._squares = np.zeros_like(self._mean)
        self._ninths = np.full((photo_count, 3, 3), np.nan)

    def add(self, n: int, index: int, cells: Doubles) -> None:
        """Takes in a photo."""
        self._counts[index] += 1
        away = cells - self._mean[index]
        self._mean[index] += away / self._counts[index]
        self._squares[index] += away * (cells - self._mean[index])
        self._ninths[n] = ninths_of(cells)

    def evidence(self, names: Sequence[str]) -> Evidence:
        """Returns all of it as a record."""
        counts = np.maximum(self._counts, 1)[:, np.newaxis, np.newaxis]
        return Evidence(
            tuple(names),
            tuple(self._counts.tolist()),
            self._mean.copy(),
            np.sqrt(self._squares / counts),
            self._ninths.copy(),
        )
