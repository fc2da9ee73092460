"""What stands in a covered place, for the eye."""

import numpy as np
from numpy.typing import NDArray

from gui.shown import Covering
from inference.geometry import Box, Floats
from inference.occluder import Baseline

_MOST_PARTS = 64
Color = tuple[int, int, int]


def color_of(baseline: Baseline, mean: Floats) -> Color:
    """Returns what a baseline looks like on an input of this mean pixel value (C,)."""
    red, green, blue = (round(float(v)) for v in np.resize(baseline.fill(mean), 3))
    return red, green, blue


class Fill:
    """What covered places show: one colour, or each its part of a picture."""

    def __init__(self, color: Color, filling: Floats | None = None) -> None:
        """Takes the colour, and once it is known what covers places: (h, w, C)."""
        self._color = color
        self._picture = None if filling is None else _in_color(filling)
        self._parts: dict[Box, Covering] = {}  # the same box is the same picture

    @property
    def is_picture(self) -> bool:
        """Whether each place has its own part of a picture."""
        return self._picture is not None

    def at(self, box: Box) -> Color | Covering:
        """Returns what stands in a box of whole pixels of the input."""
        if self._picture is None:
            return self._color
        if box not in self._parts:
            if len(self._parts) >= _MOST_PARTS:
                self._parts.clear()
            rows = slice(int(box.top), int(box.bottom))
            part = self._picture[rows, int(box.left) : int(box.right)]
            self._parts[box] = Covering(part)
        return self._parts[box]


def fill_of(baseline: Baseline, mean: Floats, filling: Floats) -> Fill:
    """Returns what covered places show once what covers them is known."""
    return Fill(color_of(baseline, mean), filling if filling.ndim > 1 else None)


def _in_color(values: Floats) -> NDArray[np.uint8]:
    """Returns pixel values (h, w, C) as colours (h, w, 3)."""
    red_green_blue = np.resize(np.arange(values.shape[-1]), 3)
    shown: NDArray[np.uint8] = np.rint(values[..., red_green_blue]).astype(np.uint8)
    return shown
