"""Random grids that let a photo through here and there, as RISE wants them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

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
        numbers, (rows, cols) = list(numbers), self._weights
        height, width = self.size
        found = np.empty((len(numbers), height, width), np.float32)
        for mask, (grid, top, left) in zip(
            found, map(self.drawn, numbers), strict=True
        ):
            down, across = rows[top : top + height], cols[:, left : left + width]
            np.matmul(down @ grid, across, out=mask)
        return found

    def drawn(self, number: int) -> tuple[Floats, int, int]:
        """Returns the grid of a mask, and the first row and column that are cut out."""
        random = np.random.default_rng((self.seed, number))
        grid = random.random((self.cells, self.cells)) < self.kept
        top, left = (int(random.integers(side)) for side in self.cell)
        return grid.astype(np.float32), top, left

    @cached_property
    def _weights(self) -> tuple[Floats, Floats]:
        """What each cell has in each enlarged row (R, cells) and column (cells, C)."""
        down, across = (_linear(self.cells, (self.cells + 1) * s) for s in self.cell)
        return down, np.ascontiguousarray(across.T)


def _linear(cells: int, length: int) -> NDArray[np.float32]:
    """Returns the weights (length, cells) of linear enlarging, half-pixel aligned."""
    at = (np.arange(length) + 0.5) * cells / length - 0.5
    at = np.clip(at, 0, cells - 1)
    below = np.minimum(at.astype(int), max(cells - 2, 0))
    weights = np.zeros((length, cells), np.float32)
    share = at - below
    places = np.arange(length)
    weights[places, below] = 1 - share
    if cells > 1:
        weights[places, below + 1] = share
    return weights
