"""A map of numbers over a photo: where it lies, how it is enlarged and coloured.

Values are resized first and coloured afterwards, so no colour is ever interpolated.
The grid carries the part of the photo that it covers; cell (i, j) is the (i, j)-th of
rows x cols equal parts of that box.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inference.classifier import PreparedInput, Quantity, Target
from inference.errors import Sentence
from inference.geometry import Affine, Box, Floats, Pixel, Size
from inference.pictures.colormaps import DIVERGING, reversed_map
from inference.pictures.limits import Counting, Limits

Enlarge = Literal["bicubic", "bilinear", "blocks"]

_FILTERS = {
    "bicubic": Image.Resampling.BICUBIC,
    "bilinear": Image.Resampling.BILINEAR,
    "blocks": Image.Resampling.NEAREST,
}

_HALF = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Heatmap:
    """A number for each place of a photo.

    Attributes:
        values: (rows, cols) float32.
        grid: The part of the photo that the grid covers, in photo pixels. Its outer
            cells may reach over the border of what the network saw.
        seen: The part of the photo that the network saw; only this is drawn.
        title: What the numbers are: "Drop in probability of French horn".
        meaning: How to read their sign, in words that hold in all colours.
        quantity: Which number is explained.
        target: Index of the explained class; -1 for none.
        against: Index of the class whose score is subtracted (a margin), or None.
        is_exact: Whether all values were computed, none interpolated.
        is_difference: Whether the numbers say how much a score changes, so that each
            carries its sign.
        is_low_important: Whether the low values are those that speak for the class, so
            that colours and opacity run the other way.
        counts: What of the values does, when colours are chosen by themselves.
        reached: (rows, cols) whether computing has come as far there as anywhere; None:
            everywhere.
        in_blue_red: How to read the sign in blue–red with zero in the middle; "" where
            the colours say no more.
        made: How the numbers were made: mask, stride and baseline; or the layer.
    """

    values: Floats
    grid: Box
    seen: Box
    title: str
    meaning: str
    quantity: Quantity
    target: int
    against: int | None = None
    is_exact: bool = True
    is_difference: bool = False
    is_low_important: bool = False
    counts: Counting = "from zero"
    reached: NDArray[np.bool_] | None = None
    in_blue_red: str = ""
    made: str = ""

    def __post_init__(self) -> None:
        values = np.array(self.values, np.float32)
        values.setflags(write=False)
        object.__setattr__(self, "values", values)

    @property
    def area(self) -> Box:
        """The part of the photo that is drawn, in photo pixels."""
        return self.grid.intersection(self.seen)

    def sentence(self, color_map: str, limits: Limits) -> str:
        """Returns how to read the map in these colours."""
        names_colors = color_map == DIVERGING and limits.is_balanced
        meaning = (
            self.in_blue_red if names_colors and self.in_blue_red else self.meaning
        )
        if self.reached is None:
            return meaning
        return Sentence("{meaning} · pale: coarser", meaning=meaning)

    def in_its_sense(self, color_map: str) -> str:
        """Returns the colour map, turned round where low values are the important."""
        return reversed_map(color_map) if self.is_low_important else color_map

    def value_at(self, pixel: Pixel) -> float | None:
        """The value of the cell under a place of the photo; None outside."""
        if not self.area.contains(pixel):
            return None
        rows, cols = self.values.shape
        row, col = Affine(self.grid, Box(0, 0, rows, cols)).pixel(pixel)
        return float(self.values[min(int(row), rows - 1), min(int(col), cols - 1)])

    def enlarged(self, size: Size, how: Enlarge = "bicubic") -> Floats:
        """Returns the values over `area` on a canvas of `size`, half-pixel aligned.

        Bicubic values are cut at the range of the map, which they may overshoot.
        """
        values = self._on_canvas(self.values, size, how)
        return np.clip(values, self.values.min(), self.values.max())

    def is_reached(self, size: Size) -> NDArray[np.bool_]:
        """Returns the same of where computing has come as far as anywhere, in blocks.

        A canvas of the grid's own size has a pixel for each cell.
        """
        if self.reached is None:
            return np.ones(size, bool)
        if size == self.reached.shape:
            return self.reached
        return self._on_canvas(self.reached.astype(np.float32), size, "blocks") > _HALF

    def _on_canvas(self, values: Floats, size: Size, how: Enlarge) -> Floats:
        rows, cols = values.shape
        part = Affine(self.grid, Box(0, 0, rows, cols)).box(self.area)
        source = Image.fromarray(values)
        corners = (
            max(part.left, 0.0),
            max(part.top, 0.0),
            min(part.right, float(cols)),
            min(part.bottom, float(rows)),
        )
        canvas = source.resize((size.width, size.height), _FILTERS[how], corners)
        return np.asarray(canvas, np.float32)


def over_input(
    values: Floats, prepared: PreparedInput, target: Target, **how: Any
) -> Heatmap:
    """Returns numbers (rows, cols) that cover a network's whole input as a map.

    Args:
        values: The numbers.
        prepared: The photo as the network sees it.
        target: What they explain; its class is settled.
        how: The other attributes of a `Heatmap`.
    """
    return Heatmap(
        values=values,
        grid=prepared.whole,
        seen=prepared.seen,
        quantity=target.quantity,
        target=target.class_index,
        against=target.against,
        **how,
    )


def counting(heatmaps: Sequence[Heatmap]) -> Counting:
    """Returns what counts of maps that share their colours."""
    counts = {heatmap.counts for heatmap in heatmaps}
    return counts.pop() if len(counts) == 1 else "from zero"
