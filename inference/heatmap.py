"""A map of numbers over a photo: where it lies, how it is enlarged and coloured.

Values are resized first and coloured afterwards, so no colour is ever interpolated.
The grid carries the part of the photo that it covers; cell (i, j) is the (i, j)-th of
rows x cols equal parts of that box.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inference.colormaps import DIVERGING, color_table
from inference.geometry import Affine, Box, Pixel, Size
from inference.prediction import Floats

Enlarge = Literal["bicubic", "bilinear", "blocks"]

_FILTERS = {
    "bicubic": Image.Resampling.BICUBIC,
    "bilinear": Image.Resampling.BILINEAR,
    "blocks": Image.Resampling.NEAREST,
}
_SIGNED_SHARE = 0.1  # a negative side above this share of the largest value is shown
_OPACITY_POWER = 0.8
_LEAST_OPACITY = 0.12  # of one-sided maps, as a share of the opacity


class Quantity(Enum):
    """Which number a map explains, or shows."""

    PROBABILITY = "probability"
    LOGIT = "logit"
    ACTIVATION = "activation"  # of a layer; explains no class


EXPLAINED = (Quantity.PROBABILITY, Quantity.LOGIT)


def score_name(
    labels: tuple[str, ...], target: int, quantity: Quantity, against: int | None
) -> str:
    """Returns "logit of French horn", or "logit margin French horn − cornet"."""
    name = quantity_name(quantity, against)
    if against is None:
        return f"{name} of {labels[target]}"
    return f"{name} {labels[target]} − {labels[against]}"


def quantity_name(quantity: Quantity, against: int | None) -> str:
    """Returns "logit", or "logit margin" where a class is subtracted."""
    return quantity.value if against is None else f"{quantity.value} margin"


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
        in_blue_red: How to read the sign in blue–red with zero in the middle; "" where
            the colours say no more.
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
    in_blue_red: str = ""

    def __post_init__(self) -> None:
        values = np.array(self.values, np.float32)
        values.setflags(write=False)
        object.__setattr__(self, "values", values)

    @property
    def area(self) -> Box:
        """The part of the photo that is drawn, in photo pixels."""
        return self.grid.intersection(self.seen)

    def sentence(self, color_map: str, limits: "Limits") -> str:
        """Returns how to read the map in these colours."""
        names_colors = color_map == DIVERGING and limits.is_balanced
        return self.in_blue_red if names_colors and self.in_blue_red else self.meaning

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
        rows, cols = self.values.shape
        part = Affine(self.grid, Box(0, 0, rows, cols)).box(self.area)
        source = Image.fromarray(self.values)
        corners = (
            max(part.left, 0.0),
            max(part.top, 0.0),
            min(part.right, float(cols)),
            min(part.bottom, float(rows)),
        )
        canvas = source.resize((size.width, size.height), _FILTERS[how], corners)
        values = np.asarray(canvas, np.float32)
        return np.clip(values, self.values.min(), self.values.max())


@dataclass(frozen=True, slots=True)
class Limits:
    """The values at the two ends of the colour bar."""

    low: float
    high: float

    @property
    def is_signed(self) -> bool:
        """Whether zero lies inside the range."""
        return self.low < 0 < self.high

    @property
    def is_balanced(self) -> bool:
        """Whether zero lies in the middle of the range."""
        return self.is_signed and self.low == -self.high

    @property
    def ends(self) -> tuple[float, float]:
        """The low end and the high one."""
        return self.low, self.high

    @property
    def reach(self) -> float:
        """The larger distance from zero."""
        return max(abs(self.low), abs(self.high))

    def symmetric(self) -> "Limits":
        """The same reach on both sides of zero."""
        return Limits(-self.reach, self.reach)

    def ticks(self, wanted: int = 5) -> list[float]:
        """Returns both ends, round numbers between, and zero where it is inside."""
        if not self.high > self.low:
            return [self.low]
        raw = (self.high - self.low) / (wanted - 1)
        power = 10.0 ** np.floor(np.log10(raw))
        step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= raw * 0.999)
        first, last = int(np.ceil(self.low / step)), int(np.floor(self.high / step))
        inner = [i * step for i in range(first, last + 1)]
        room = step * 0.45
        kept = [t for t in inner if t - self.low > room and self.high - t > room]
        if self.is_signed and 0.0 not in kept:
            kept = sorted([*kept, 0.0])
        return [self.low, *map(float, kept), self.high]


def automatic_limits(values: Floats) -> Limits:
    """Returns symmetric limits where the negative side counts, else 0 to the maximum.

    The negative side counts from a tenth of the largest value on.
    """
    low, high = float(np.min(values)), float(np.max(values))
    if -low >= _SIGNED_SHARE * max(high, 0.0) and low < 0:
        return Limits(low, high).symmetric()
    return Limits(0.0, high) if high > max(low, 0.0) else Limits(low, high)


def automatic_color_map(limits: Limits) -> str:
    """Returns blue-red for a range around zero, else viridis."""
    return DIVERGING if limits.is_balanced else "viridis"


def colored(values: Floats, limits: Limits, color_map: str) -> NDArray[np.uint8]:
    """Returns values (h, w) as colours (h, w, 3)."""
    span = limits.high - limits.low
    level = (values - limits.low) / span if span > 0 else np.zeros_like(values)
    index = np.clip(np.nan_to_num(level) * 256, 0, 255).astype(np.uint8)
    return color_table(color_map)[index]


def opacities(
    values: Floats, limits: Limits, opacity: float, *, is_even: bool
) -> Floats:
    """Returns how opaque the map is at each place, (h, w) in 0..1.

    The opacity follows the value, so that the photo stays itself where the map says
    nothing; `is_even` gives one opacity everywhere.
    """
    if is_even or limits.reach == 0:
        return np.full(values.shape, opacity, np.float32)
    share = np.clip(np.abs(values) / limits.reach, 0, 1) ** _OPACITY_POWER
    if not limits.is_signed:
        share = np.maximum(share, _LEAST_OPACITY)
    return (opacity * share).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Style:
    """How a map is drawn.

    Attributes:
        color_map: "automatic", or one of `colormaps.COLOR_MAPS`.
        scale: "map" (from the map itself), "symmetric", or fixed limits.
        opacity: Of the strongest places, 0..1.
        is_even: Whether all places are equally opaque.
        enlarge: How values between the cells are made.
    """

    color_map: str = "automatic"
    scale: Literal["map", "symmetric"] | Limits = "map"
    opacity: float = 0.75
    is_even: bool = False
    enlarge: Enlarge = "bicubic"

    def limits(self, values: Floats) -> Limits:
        """Returns the ends of the colour bar for a map."""
        if isinstance(self.scale, Limits):
            return self.scale
        limits = automatic_limits(values)
        return limits.symmetric() if self.scale == "symmetric" else limits

    def color_map_for(self, limits: Limits) -> str:
        """Returns the name of the colour map that is used."""
        if self.color_map == "automatic":
            return automatic_color_map(limits)
        return self.color_map


def overlaid(
    photo: NDArray[np.uint8], heatmap: Heatmap, style: Style, limits: Limits
) -> NDArray[np.uint8]:
    """Returns the photo (H, W, 3) with the map drawn over `heatmap.area`."""
    area = heatmap.area
    top, left = max(round(area.top), 0), max(round(area.left), 0)
    bottom = min(round(area.bottom), photo.shape[0])
    right = min(round(area.right), photo.shape[1])
    blended = photo.copy()
    if bottom <= top or right <= left:
        return blended
    values = heatmap.enlarged(Size(bottom - top, right - left), style.enlarge)
    alpha = opacities(values, limits, style.opacity, is_even=style.is_even)
    alpha = alpha[..., np.newaxis]
    under = photo[top:bottom, left:right].astype(np.float32)
    over = colored(values, limits, style.color_map_for(limits)).astype(np.float32)
    mixed = under * (1 - alpha) + over * alpha
    blended[top:bottom, left:right] = np.rint(mixed).astype(np.uint8)
    return blended
