"""Where the masks of a sweep lie, and in which order they are computed.

A row of the grid belongs to the pixel its masks are centred on: positions 0, s, 2s, …
with the mask's top at row - (height - 1) // 2, clipped at the border; without clipping
the tops are 0, s, 2s, … as long as the mask lies inside. Passes of stride s * 2^k, …,
2s, s each compute only the places that no earlier pass has.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Box, Floats, Pixel, Size
from inference.occlusion.spec import OcclusionSpec

Indices = NDArray[np.int32]

_COARSEST = 5  # places along the shorter axis that the first pass has at the least


class SweepGrid:
    """The places of a sweep.

    Attributes:
        input_size: Of the network's input.
        rows: (R,) the pixel rows that masks are centred on.
        cols: (C,) likewise.
    """

    def __init__(self, input_size: Size, spec: OcclusionSpec) -> None:
        self.input_size = input_size
        self._spec = spec
        self.rows, self.cols = (
            _positions(side, mask, stride, clip=spec.clip)
            for side, mask, stride in zip(
                input_size, spec.mask_size, spec.stride, strict=True
            )
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the grid."""
        return len(self.rows), len(self.cols)

    @property
    def count(self) -> int:
        """Number of places."""
        return len(self.rows) * len(self.cols)

    @cached_property
    def passes(self) -> tuple[int, ...]:
        """Steps of the passes in grid cells, coarse to fine: 32, 16, …, 1."""
        step = 1
        while -(-min(self.shape) // (2 * step)) >= _COARSEST:
            step *= 2
        return tuple(2**k for k in range(step.bit_length() - 1, -1, -1))

    @cached_property
    def order(self) -> Indices:
        """(P,) index of the grid cell (row * C + column) computed as n-th."""
        level = np.full(self.shape, len(self.passes), np.int32)
        for number, step in reversed(list(enumerate(self.passes))):
            level[::step, ::step] = number
        return np.argsort(level, axis=None, kind="stable").astype(np.int32)

    @cached_property
    def boxes(self) -> Indices:
        """(P, 4) top, left, height, width of each mask, in order of computation."""
        height, width = self._spec.mask_size
        row, col = np.divmod(self.order, len(self.cols))
        top = self.rows[row] - (height - 1) // 2
        left = self.cols[col] - (width - 1) // 2
        bottom = np.minimum(top + height, self.input_size.height)
        right = np.minimum(left + width, self.input_size.width)
        top, left = np.maximum(top, 0), np.maximum(left, 0)
        return np.stack([top, left, bottom - top, right - left], 1).astype(np.int32)

    @property
    def arrays(self) -> tuple[Indices, ...]:
        """What it holds memory in."""
        return self.order, self.boxes

    @property
    def box(self) -> Box:
        """What the grid covers, in input pixels.

        Each cell reaches half a stride around the middle of its pixel, so the outer
        cells may reach over the border.
        """
        down, across = self._spec.stride
        return Box(
            float(self.rows[0]) + 0.5 - down / 2,
            float(self.cols[0]) + 0.5 - across / 2,
            len(self.rows) * down,
            len(self.cols) * across,
        )

    def center(self, cell: int) -> Pixel:
        """Returns the middle of a cell's pixel, in input coordinates."""
        row, col = divmod(cell, len(self.cols))
        return Pixel(float(self.rows[row]) + 0.5, float(self.cols[col]) + 0.5)

    def spread(self, values: Floats, unknown: float) -> Floats:
        """Lays the first n values, in order of computation, out on the grid.

        Cells between the places of the last complete pass are interpolated; before the
        first pass is complete they are `unknown`.

        Args:
            values: (n,) in order of computation.
            unknown: What stands where nothing can be said.

        Returns:
            (R, C) float32.
        """
        step = self._complete_step(len(values))
        if step is None:
            spread = np.full(self.count, unknown, np.float32)
        elif step == 1:
            spread = np.empty(self.count, np.float32)
        else:
            coarse = np.empty(self.count, np.float32)
            coarse[self.order[: len(values)]] = values
            known = coarse.reshape(self.shape)[::step, ::step]
            spread = _interpolated(known, step, self.shape).reshape(-1)
        spread[self.order[: len(values)]] = values
        return spread.reshape(self.shape)

    def nearest_known(self, values: NDArray[np.int32], unknown: int) -> Indices:
        """Likewise for values that cannot be interpolated: the nearest complete one."""
        step = self._complete_step(len(values))
        spread = np.full(self.count, unknown, np.int32)
        spread[self.order[: len(values)]] = values
        if step is None or step == 1:
            return spread.reshape(self.shape)
        known = spread.reshape(self.shape)[::step, ::step]
        rows, cols = (
            np.minimum((np.arange(length) + step // 2) // step, count - 1)
            for length, count in zip(self.shape, known.shape, strict=True)
        )
        filled: Indices = known[rows][:, cols]
        filled.reshape(-1)[self.order[: len(values)]] = values
        return filled

    def finished(self, done: int) -> int:
        """Returns how many of the first `done` places are those of whole passes."""
        step = self._complete_step(done)
        if step is None:
            return 0
        rows, cols = (-(-length // step) for length in self.shape)
        return rows * cols

    def reached(self, done: int) -> NDArray[np.bool_]:
        """Returns whether the pass under way has come to each cell, (R, C).

        The pass refines blocks of the cells between places of the pass before it; a
        block is reached when all of its places are computed.
        """
        whole = self._complete_step(done)
        step = next((s for s in self.passes if whole is None or s < whole), None)
        if step is None:
            return np.ones(self.shape, bool)
        known = np.zeros(self.count, bool)
        known[self.order[:done]] = True
        places = np.ones(self.shape, bool)
        places[::step, ::step] = known.reshape(self.shape)[::step, ::step]
        block = whole or step
        for axis, length in enumerate(self.shape):
            starts = np.arange(0, length, block)
            places = np.logical_and.reduceat(places, starts, axis=axis)
            places = places.repeat(block, axis).take(np.arange(length), axis)
        return places

    def _complete_step(self, done: int) -> int | None:
        """The step of the finest pass of which all places are computed."""
        complete = None
        for step in self.passes:
            rows, cols = (-(-length // step) for length in self.shape)
            if rows * cols <= done:
                complete = step
        return complete


def _positions(side: int, mask: int, stride: int, *, clip: bool) -> Indices:
    if clip:
        return np.arange(0, side, stride, dtype=np.int32)
    return np.arange(0, side - mask + 1, stride, dtype=np.int32) + (mask - 1) // 2


def _interpolated(known: Floats, step: int, shape: tuple[int, int]) -> Floats:
    """Linear between known cells, `step` apart; constant beyond the last."""
    rows, cols = (
        np.minimum(np.arange(length) / step, count - 1)
        for length, count in zip(shape, known.shape, strict=True)
    )
    across = np.stack(
        [np.interp(cols, np.arange(known.shape[1]), row) for row in known]
    )
    top = np.floor(rows).astype(int)
    bottom = np.minimum(top + 1, known.shape[0] - 1)
    share = (rows - top)[:, np.newaxis]
    filled = across[top] * (1 - share) + across[bottom] * share
    return np.asarray(filled, np.float32)
