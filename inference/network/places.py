"""Which place of a grid each number of a tensor belongs to.

Only axes along which the place changes are written out, so that a tensor's places are
as small as its grid. What a graph does to rearrange numbers is done to their places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Size
from inference.network.axes import Axes

Cells = NDArray[np.int32]
Lengths = tuple[int, ...]

NOWHERE = -1  # of padding, and of tokens that are no place

_ORDERS = {  # of axes, the usual ones first
    4: ["NCHW", "NHWC", *map("".join, permutations("NCHW"))],
    3: ["NTC", "NCT", "TNC", *map("".join, permutations("NTC"))],
}
_OF_SEVERAL = ("N", "TNC")  # how the axes begin where a batch is larger than one


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Which place each number of a tensor belongs to.

    Attributes:
        cells: Of the tensor's rank: the place in reading order, `NOWHERE` for none; an
            axis along which it stays the same has length 1.
        grid: Rows and columns of the places.
        is_paired: Whether each number belongs to a second place as well, as the scores
            of attention do; `cells` tell the first.
    """

    cells: Cells
    grid: Size
    is_paired: bool = False

    @property
    def count(self) -> int:
        """How many places there are."""
        return self.grid.height * self.grid.width

    @property
    def is_complete(self) -> bool:
        """Whether no place is missing."""
        return len(np.unique(self.cells[self.cells != NOWHERE])) == self.count

    def with_cells(self, cells: Cells) -> "Places | None":
        """Returns the same grid for other numbers; None where no place is left."""
        small = _compressed(cells)
        is_lost = small.max(initial=NOWHERE) == NOWHERE
        return None if is_lost else replace(self, cells=small)

    def fits(self, shape: Lengths) -> bool:
        """Whether a tensor of a shape can have these places."""
        pairs = zip(self.cells.shape, shape, strict=False)
        is_rank = self.cells.ndim == len(shape)
        return is_rank and all(mine in (1, length) for mine, length in pairs)

    def joined(self, axes: Sequence[int]) -> "Places | None":
        """Returns the places after all numbers along some axes became one.

        Blocks of a regular grid make a coarser one; None where only one is left.
        """
        if all(self.cells.shape[axis] == 1 for axis in axes):
            return self
        rows, cols = np.divmod(self.cells, self.grid.width)
        is_place = self.cells != NOWHERE
        top = np.where(is_place, rows, self.count).min(axis=tuple(axes), keepdims=True)
        left = np.where(is_place, cols, self.count).min(axis=tuple(axes), keepdims=True)
        is_place = top != self.count
        rows, cols = np.unique(top[is_place]), np.unique(left[is_place])
        grid = Size(len(rows), len(cols))
        cells = np.searchsorted(rows, top) * len(cols) + np.searchsorted(cols, left)
        cells = np.where(is_place, cells, NOWHERE).astype(np.int32)
        is_whole = len(np.unique(cells[is_place])) == len(rows) * len(cols) > 1
        if not (is_whole and _is_regular(rows) and _is_regular(cols)):
            return None
        return replace(self, cells=_compressed(cells), grid=grid)

    def reshaped(self, before: Lengths, after: Lengths) -> "Places | None":
        """Returns the places after axes were joined and split."""
        full, target = list(self.cells.shape), list(after)
        for old, new in _groups(before, after):
            if all(self.cells.shape[axis] == 1 for axis in old):
                target[new.start : new.stop] = [1] * len(new)
            else:
                full[old.start : old.stop] = before[old.start : old.stop]
        return self.with_cells(np.broadcast_to(self.cells, full).reshape(target))

    def read(self, shape: Lengths, batch: int) -> Axes | None:
        """Returns the axes of a tensor that is one stack of maps, all places in order.

        None for all others: parts of a grid, windows, heads.
        """
        if self.is_paired or self.cells.ndim != len(shape):
            return None
        for letters in _ORDERS.get(len(shape), ()):
            is_batch = shape[letters.index("N")] == batch
            is_clear = batch == 1 or letters.startswith(_OF_SEVERAL)
            places = _beside_channels(self.cells, letters)
            if places is None or not (is_batch and is_clear):
                continue
            first = self._first(places)
            if first is not None:
                return Axes(letters, self.grid, first)
        return None

    def _first(self, places: Cells) -> int | None:
        """Returns how many others stand before the places; None if not in order."""
        ordered = np.arange(self.count, dtype=np.int32)
        if places.ndim == 2:
            return 0 if np.array_equal(places, ordered.reshape(self.grid)) else None
        first = int(places.argmax() - self.count + 1)
        is_run = first >= 0 and np.array_equal(places[first:][: self.count], ordered)
        is_all = (places != NOWHERE).sum() == self.count > 1
        return first if is_run and is_all else None


def new_map(letters: str, shape: Lengths) -> Places:
    """Returns the places of a tensor that is a stack of maps, each its own."""
    grid = Size(*(shape[letters.index(letter)] for letter in "HW"))
    cells = np.arange(grid.height * grid.width, dtype=np.int32)
    lengths = {"N": 1, "C": 1, "H": grid.height, "W": grid.width}
    return Places(cells.reshape([lengths[letter] for letter in letters]), grid)


def _beside_channels(cells: Cells, letters: str) -> Cells | None:
    """Returns the cells (h, w) or (T,), if they are the same for all channels."""
    wanted = "NCHW" if "H" in letters else "NCT"
    turned = cells.transpose([letters.index(letter) for letter in wanted])
    return turned[0, 0] if turned.shape[:2] == (1, 1) else None


def _compressed(cells: Cells) -> Cells:
    """Returns cells without the axes along which they stay the same."""
    for axis in range(cells.ndim):
        first = cells.take([0], axis)
        if cells.shape[axis] > 1 and (cells == first).all():
            cells = first
    return np.ascontiguousarray(cells, np.int32)


def _is_regular(numbers: NDArray[np.int32]) -> bool:
    return len(set(np.diff(numbers).tolist())) <= 1


def _groups(before: Lengths, after: Lengths) -> Iterator[tuple[range, range]]:
    """Yields the axes that hold the same numbers before and after."""
    old = new = 0
    while old < len(before) and new < len(after):
        first, start = old, new
        left, right = before[old], after[new]
        old, new = old + 1, new + 1
        while left != right:
            if left < right:
                left, old = left * before[old], old + 1
            else:
                right, new = right * after[new], new + 1
        yield range(first, old), range(start, new)
    yield range(old, len(before)), range(new, len(after))
