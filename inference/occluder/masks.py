"""Masks: what is covered in each input of a batch, and covering it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Array, Box, Floats, Size

Boxes = NDArray[np.int32]  # (B, 4): top, left, height, width in input pixels
Covered = NDArray[np.bool_]  # (height, width): whether a pixel is covered
Shape = Covered | Floats  # or what share of it


@dataclass(frozen=True, slots=True, eq=False)
class Masks:
    """What is covered in each of B inputs: mostly a rectangle.

    Attributes:
        boxes: (B, 4) the rectangle that each lies in.
        shapes: What of its rectangle each covers, or what share of each pixel, 0..1;
            None where all cover all of it.
    """

    boxes: Boxes
    shapes: Sequence[Shape] | None = None

    @classmethod
    def of_pixels(cls, covered: Covered) -> "Masks":
        """Returns masks of any form: (B, h, w) whether a pixel is covered."""
        boxes = np.array([_around(each) for each in covered], np.int32).reshape(-1, 4)
        places = zip(covered, boxes.tolist(), strict=True)
        return cls(boxes, [each[_inside(box)] for each, box in places])

    @classmethod
    def of_shares(cls, shares: Floats) -> "Masks":
        """Returns soft masks: (B, h, w) what share of each pixel is covered, 0..1."""
        whole = np.array([0, 0, *shares.shape[1:]], np.int32)
        return cls(np.tile(whole, (len(shares), 1)), list(shares))

    @classmethod
    def union(cls, boxes: Iterable[Box], size: Size) -> "Masks":
        """Returns the one mask that covers all of some boxes of an input."""
        covered = np.zeros((1, *size), bool)
        for box in boxes:
            rows = slice(int(box.top), int(box.bottom))
            covered[0, rows, int(box.left) : int(box.right)] = True
        return cls.of_pixels(covered)

    def __len__(self) -> int:
        return len(self.boxes)

    def __getitem__(self, some: slice) -> "Masks":
        shapes = None if self.shapes is None else self.shapes[some]
        return Masks(self.boxes[some], shapes)

    def cover(self, inputs: Array, fill: Array) -> None:
        """Covers them in inputs (B, C, h, w) with (C, 1, 1) or (C, h, w)."""
        for number, place in enumerate(self._places()):
            new, part = _at(fill, place), inputs[number][place]
            if self.shapes is None:
                part[...] = new
            else:
                _mix(part, new, self.shapes[number])

    def uncover(self, inputs: Array, base: Array) -> None:
        """Puts back in inputs (B, C, h, w) what (C, h, w) holds."""
        for values, place in zip(inputs, self._places(), strict=True):
            values[place] = base[place]

    def covered(self, base: Array, fill: Array) -> list[Array]:
        """Returns B rectangles (C, height, width) of (C, h, w) with the masks on."""
        filled = [
            np.broadcast_to(_at(fill, place), (len(fill), *box[2:]))
            for box, place in zip(self.boxes.tolist(), self._places(), strict=True)
        ]
        if self.shapes is None:
            return filled
        parts = [base[place].copy() for place in self._places()]
        for part, new, shape in zip(parts, filled, self.shapes, strict=True):
            _mix(part, new, shape)
        return parts

    def _places(self) -> Iterator[tuple[slice, slice, slice]]:
        """Yields where each rectangle lies in (C, h, w)."""
        for box in self.boxes.tolist():
            yield (slice(None), *_inside(box))


def _mix(part: Array, new: Array, shape: Shape) -> None:
    """Covers what a shape says of a rectangle (C, height, width), in place."""
    if shape.dtype == np.bool_:
        np.copyto(part, new, where=shape.astype(np.bool_, copy=False))
        return
    wide = part.astype(np.result_type(part.dtype, np.float32), copy=False)
    change = new - wide
    change *= shape
    if part.dtype.kind == "u":
        np.rint(change, out=change)  # of two bytes, so that the sum is one
    np.add(wide, change, out=part, casting="unsafe")


def _at(fill: Array, place: tuple[slice, slice, slice]) -> Array:
    """Returns what covers a rectangle: (C, 1, 1), or its part of (C, h, w)."""
    return fill if fill.shape[1:] == (1, 1) else fill[place]


def _inside(box: Sequence[int]) -> tuple[slice, slice]:
    top, left, height, width = box
    return slice(top, top + height), slice(left, left + width)


def _around(covered: Covered) -> tuple[int, int, int, int]:
    """Returns the smallest box around what is covered; one pixel around nothing."""
    if not covered.any():
        return 0, 0, 1, 1
    rows, cols = (np.flatnonzero(covered.any(axis=axis)) for axis in (1, 0))
    top, left = int(rows[0]), int(cols[0])
    return top, left, int(rows[-1]) + 1 - top, int(cols[-1]) + 1 - left
