"""Random grids that let a photo through here and there, as RISE wants them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from inference.geometry import Floats, Size


@dataclass(frozen=True)
class RandomGrids:
    """Endlessly many random masks; the same number always gives the same one.

    A grid of `cells` x `cells` holds one where the photo is kept, else nought. It is
    enlarged linearly to one cell more than covers the input, and cut at random.

    Attributes:
        size: Of the input.
        cells: Of a grid, down and across.
        kept: The probability that a cell is kept.
        seed: Of the random numbers.
    """

    size: Size
    cells: int
    kept: float
    seed: int

    @property
    def cell(self) -> Size:
        """Height and width of an enlarged cell, in input pixels."""
        return Size(*(math.ceil(side / self.cells) for side in self.size))

    def masks(self, numbers: Iterable[int]) -> Floats:
        """Returns the masks of these numbers, (B, h, w): what share is kept, 0..1."""
        numbers, (rows, cols) = list(numbers), self._places
        height, width = self.size
        found = np.empty((len(numbers), height, width), np.float32)
        for mask, (grid, top, left) in zip(
            found, map(self.drawn, numbers), strict=True
        ):
            wide = _between(grid.T, cols[left : left + width]).T
            _between(wide, rows[top : top + height], out=mask)
        return found

    def drawn(self, number: int) -> tuple[Floats, int, int]:
        """Returns the grid of a mask, and the first row and column that are cut out."""
        random = np.random.default_rng((self.seed, number))
        grid = random.random((self.cells, self.cells)) < self.kept
        top, left = (int(random.integers(side)) for side in self.cell)
        return grid.astype(np.float32), top, left

    @cached_property
    def _places(self) -> tuple[Floats, Floats]:
        """Where each enlarged row and column lies among the cells."""
        down, across = (_places(self.cells, (self.cells + 1) * s) for s in self.cell)
        return down, across


def _places(cells: int, length: int) -> Floats:
    """Returns where cells are looked up to be enlarged, (length,), half-pixel aligned.

    The middle of the first cell is at 0.
    """
    at = (np.arange(length) + 0.5) * cells / length - 0.5
    return np.clip(at, 0, cells - 1).astype(np.float32)


def _between(values: Floats, at: Floats, *, out: Floats | None = None) -> Floats:
    """Returns what values (n, m) are at places between their rows, (len(at), m).

    Not as a product of matrices: the threads of BLAS go on turning for a while after
    each, and keep a core from the network.
    """
    below = at.astype(np.intp)
    steps = np.diff(values, axis=0, append=values[-1:])[below]
    steps *= (at - below).astype(np.float32)[:, np.newaxis]
    found = np.take(values, below, axis=0, out=out, mode="clip")
    found += steps
    return found
