"""How a map is drawn: limits, colours and opacity, and a photo with it laid over."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Floats, Size
from inference.languages import Translate, english
from inference.pictures.colormaps import DIVERGING, color_table, tints
from inference.pictures.heatmap import Enlarge, Heatmap
from inference.pictures.limits import Counting, Limits, automatic_limits

_OPACITY_POWER = 0.8
PALE = 0.35  # of the opacity, where computing has not reached yet

_LEAST_OPACITY = 0.12  # of one-sided maps, as a share of the opacity


def automatic_color_map(limits: Limits) -> str:
    """Returns blue-red for a range around zero, else viridis."""
    return DIVERGING if limits.is_balanced else "viridis"


def colored(values: Floats, limits: Limits, color_map: str) -> NDArray[np.uint8]:
    """Returns values (h, w) as colours (h, w, 3), as they stand on the bar."""
    return color_table(color_map)[levels(values, limits)]


def levels(values: Floats, limits: Limits) -> NDArray[np.uint8]:
    """Returns where values (h, w) lie on the colour bar, as 0..255."""
    span = limits.high - limits.low
    level = (values - limits.low) / span if span > 0 else np.zeros_like(values)
    return np.clip(np.nan_to_num(level) * 256, 0, 255).astype(np.uint8)


def opacities(
    values: Floats,
    limits: Limits,
    opacity: float,
    *,
    is_even: bool,
    is_low_important: bool = False,
    counts: Counting = "from zero",
) -> Floats:
    """Returns how opaque the map is at each place, (h, w) in 0..1.

    The opacity follows what the value says, so that the photo stays itself where the
    map says nothing; `is_even` gives one opacity everywhere.
    """
    if is_even or not np.isfinite(limits.reach):
        return np.full(values.shape, opacity, np.float32)
    span = (limits.high - limits.low) or 1.0
    is_relative = counts == "differences" and not limits.is_balanced
    if is_low_important:
        said = (limits.high - values) / span
    elif is_relative:
        said = (values - limits.low) / span
    else:
        said = np.abs(values) / np.float32(limits.reach or 1.0)
    share = np.clip(said, 0, 1) ** _OPACITY_POWER
    if is_low_important or is_relative or not limits.is_signed:
        share = np.maximum(share, _LEAST_OPACITY)
    return np.asarray(opacity * share, np.float32)


def laid_over(
    heatmap: Heatmap,
    values: Floats,
    limits: Limits,
    color_map: str,
    *,
    opacity: float,
    is_even: bool,
) -> tuple[NDArray[np.uint8], Floats]:
    """Returns what a map lays over a photo: colours (h, w, 3), opacity (h, w) in 0..1.

    What computing has not reached yet is pale. Where one opacity holds everywhere the
    white of blue-red stays: nothing else would tell its zero.

    Args:
        heatmap: The map.
        values: (h, w) its values, as they are drawn.
        limits: The ends of the colour bar.
        color_map: Its colours.
        opacity: Of the strongest places, 0..1.
        is_even: Whether all places are equally opaque.
    """
    alpha = opacities(
        values,
        limits,
        opacity,
        is_even=is_even,
        is_low_important=heatmap.is_low_important,
        counts=heatmap.counts,
    )
    if heatmap.reached is not None:
        is_reached = heatmap.is_reached(Size(*values.shape))
        alpha = np.where(is_reached, alpha, np.float32(PALE) * alpha)
    if is_even:
        return colored(values, limits, color_map), alpha
    colours, shares = tints(color_map)
    level = levels(values, limits)
    return colours[level], alpha * shares[level]


@dataclass(frozen=True, slots=True)
class Style:
    """How a map is drawn.

    Attributes:
        color_map: "automatic", or one of `colormaps.COLOR_MAPS`.
        scale: "map" (from the map itself), "symmetric", or fixed limits.
        opacity: Of the strongest places, 0..1.
        is_even: Whether all places are equally opaque.
        enlarge: How values between the cells are made.
        side: Longer side of pictures [px]; None for the photo's own size.
        translate: Puts the caption into words.
    """

    color_map: str = "automatic"
    scale: Literal["map", "symmetric"] | Limits = "map"
    opacity: float = 0.75
    is_even: bool = False
    enlarge: Enlarge = "bicubic"
    side: int | None = None
    translate: Translate = english

    def limits(self, values: Floats, counts: Counting = "from zero") -> Limits:
        """Returns the ends of the colour bar for values."""
        if isinstance(self.scale, Limits):
            return self.scale
        limits = automatic_limits(values, counts)
        return limits.symmetric() if self.scale == "symmetric" else limits

    def limits_of(self, heatmap: Heatmap) -> Limits:
        """Returns the ends of the colour bar for a map."""
        return self.limits(heatmap.values, heatmap.counts)

    def color_map_for(self, limits: Limits, heatmap: Heatmap | None = None) -> str:
        """Returns the name of the colour map that is used, in the sense of a map."""
        is_automatic = self.color_map == "automatic"
        name = automatic_color_map(limits) if is_automatic else self.color_map
        return name if heatmap is None else heatmap.in_its_sense(name)


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
    name = style.color_map_for(limits, heatmap)
    over, alpha = laid_over(
        heatmap, values, limits, name, opacity=style.opacity, is_even=style.is_even
    )
    alpha = alpha[..., np.newaxis]
    under = photo[top:bottom, left:right].astype(np.float32)
    mixed = under * (1 - alpha) + over * alpha
    blended[top:bottom, left:right] = np.rint(mixed).astype(np.uint8)
    return blended
