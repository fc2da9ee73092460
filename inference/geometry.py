"""Places and sizes: in the photo, in the network's input, and from one to the other.

Rows come before columns and heights before widths. Coordinates are continuous: the
pixel (0, 0) covers [0, 1) x [0, 1) and its centre lies at (0.5, 0.5).
"""

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from inference.errors import SpecError, plain


class Size(NamedTuple):
    """Height and width, in pixels."""

    height: int
    width: int

    def __str__(self) -> str:
        return f"{self.height}x{self.width}"


class Pixel(NamedTuple):
    """A place; (0, 0) is the top-left corner of the first pixel."""

    row: float
    col: float


@dataclass(frozen=True, slots=True)
class Box:
    """A half-open rectangle: rows [top, top + height), columns [left, left + width)."""

    top: float
    left: float
    height: float
    width: float

    @property
    def bottom(self) -> float:
        """The first row below the box."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """The first column right of the box."""
        return self.left + self.width

    @property
    def center(self) -> Pixel:
        """The middle of the box."""
        return Pixel(self.top + self.height / 2, self.left + self.width / 2)

    @property
    def is_empty(self) -> bool:
        """Whether the box covers nothing."""
        return self.height <= 0 or self.width <= 0

    def contains(self, pixel: Pixel) -> bool:
        """Whether a place lies inside."""
        return (
            self.top <= pixel.row < self.bottom and self.left <= pixel.col < self.right
        )

    def clipped(self, size: Size) -> "Box":
        """Returns the part that lies on a canvas of `size`; it may be empty."""
        top = min(max(self.top, 0), size.height)
        left = min(max(self.left, 0), size.width)
        bottom = min(max(self.bottom, 0), size.height)
        right = min(max(self.right, 0), size.width)
        return Box(top, left, max(bottom - top, 0), max(right - left, 0))

    def intersection(self, other: "Box") -> "Box":
        """Returns the part common to both; it may be empty."""
        top = max(self.top, other.top)
        left = max(self.left, other.left)
        bottom = min(self.bottom, other.bottom)
        right = min(self.right, other.right)
        return Box(top, left, max(bottom - top, 0), max(right - left, 0))

    def moved(self, rows: float, cols: float) -> "Box":
        """Returns the box shifted down and to the right."""
        return Box(self.top + rows, self.left + cols, self.height, self.width)


@dataclass(frozen=True, slots=True)
class Affine:
    """Maps one rectangle onto another by shift and scale, without rotation.

    Attributes:
        source: A rectangle in the first coordinates.
        target: The rectangle in the second coordinates that it lies on.
    """

    source: Box
    target: Box

    @property
    def inverse(self) -> "Affine":
        """The way back."""
        return Affine(self.target, self.source)

    def pixel(self, pixel: Pixel) -> Pixel:
        """Maps a place."""
        down = self.target.height / self.source.height
        across = self.target.width / self.source.width
        return Pixel(
            self.target.top + (pixel.row - self.source.top) * down,
            self.target.left + (pixel.col - self.source.left) * across,
        )

    def box(self, box: Box) -> Box:
        """Maps a rectangle."""
        top, left = self.pixel(Pixel(box.top, box.left))
        bottom, right = self.pixel(Pixel(box.bottom, box.right))
        return Box(top, left, bottom - top, right - left)


def centered_box(center: Pixel, size: Size) -> Box:
    """Returns the box of whole pixels whose centre pixel holds `center`.

    Its top is row - (height - 1) // 2: a side of 71 reaches 35 pixels both ways, an
    even side one pixel further down and right.
    """
    return Box(
        math.floor(center.row) - (size.height - 1) // 2,
        math.floor(center.col) - (size.width - 1) // 2,
        size.height,
        size.width,
    )


def parse_size(value: object) -> Size | None:
    """Returns the size that 224, "224", "224x320" or [224, 320] means; None for None.

    Raises:
        SpecError: It means none.
    """
    if value is None:
        return None
    parts = value if isinstance(value, list) else str(value).lower().split("x")
    words = [str(part).strip() for part in parts]
    sides = [int(word) for word in words if word.isdecimal() and len(word) < 10]
    if len(sides) != len(parts) or len(sides) not in (1, 2) or min(sides) < 1:
        raise SpecError(
            "{value} is not a size. Write 71 or, height first, 71x45.",
            value=plain(repr(value)),
        )
    return Size(sides[0], sides[-1])


Floats = NDArray[np.float32]


Doubles = NDArray[np.float64]


Array = NDArray[Any]  # in the file's own layout and element type
