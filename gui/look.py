"""How maps are drawn: one record, one owner."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np
from PySide6.QtCore import QCoreApplication

from inference.geometry import Floats
from inference.pictures.heatmap import Heatmap, counting
from inference.pictures.limits import Limits, automatic_limits
from inference.pictures.style import Style

translate = QCoreApplication.translate

ScaleKind = Literal["map", "symmetric", "fixed", "shared", "each"]


CLASSIC_OPACITY = 0.45


@dataclass(frozen=True, slots=True)
class Scale:
    """Which values lie at the ends of the colour bar.

    Attributes:
        kind: From the map's own values; the same on both sides of zero; fixed; with
            two maps: one range for both, or one for each.
        limits: The ends of a fixed scale.
        is_apart: Two maps share no values, as their numbers cannot be compared.
    """

    kind: ScaleKind = "map"
    limits: Limits | None = None
    is_apart: bool = False

    @property
    def is_each(self) -> bool:
        """Whether each of two maps has ends of its own."""
        return self.kind == "each" or self.is_apart


@dataclass(frozen=True, slots=True)
class Look:
    """How maps are drawn, all of them alike.

    Attributes:
        color_map: "automatic", which follows the values, or a name of `COLOR_MAPS`.
        scale: Which values lie at the ends of the colour bar.
        opacity: 0..1.
        is_even: One opacity everywhere instead of one that follows the value.
        is_raw: The grid as blocks.
        is_visible: Whether maps are drawn at all.
    """

    color_map: str = "automatic"
    scale: Scale = Scale()
    opacity: float = 0.75
    is_even: bool = False
    is_raw: bool = False
    is_visible: bool = True

    def classic(self) -> Self:
        """Returns the look of the first papers: jet, at one opacity."""
        return replace(self, color_map="jet", opacity=CLASSIC_OPACITY, is_even=True)

    @property
    def style(self) -> Style:
        """The same for exports, which know no scale that two maps share."""
        is_symmetric = self.scale.kind == "symmetric"
        ends = self.scale.limits if self.scale.kind == "fixed" else None
        return Style(
            self.color_map,
            ends or ("symmetric" if is_symmetric else "map"),
            self.opacity,
            self.is_even,
            "blocks" if self.is_raw else "bicubic",
        )


def color_map_words() -> dict[str, str]:
    """Returns what the colour maps are called, by what a look calls them."""
    return {
        "automatic": translate("Look", "Automatic"),
        "viridis": translate("Look", "Viridis"),
        "inferno": translate("Look", "Inferno"),
        "turbo": translate("Look", "Turbo"),
        "jet": translate("Look", "Jet"),
        "blue-red": translate("Look", "Blue–red"),
        "grey": translate("Look", "Grey"),
    }


def drawn(
    wish: str, scale: Scale, heatmaps: Sequence[Heatmap]
) -> list[tuple[Limits, str]]:
    """Works out limits and colour map of each map from what the user wants.

    `wish` is "automatic" or a name of `COLOR_MAPS`. Two maps share a scale unless each
    is to have its own.
    """
    return [
        (limits, Style(wish).color_map_for(limits, heatmap))
        for limits, heatmap in zip(_limits(scale, heatmaps), heatmaps, strict=True)
    ]


def _limits(scale: Scale, heatmaps: Sequence[Heatmap]) -> list[Limits]:
    """The ends of each map's colour bar."""
    if scale.kind == "fixed" and scale.limits is not None:
        return [scale.limits] * len(heatmaps)
    values = [_finite(heatmap) for heatmap in heatmaps]
    if not scale.is_each and len(values) > 1:
        values = [np.concatenate(values)] * len(values)
    limits = [automatic_limits(each, counting(heatmaps)) for each in values]
    if scale.kind == "symmetric":
        return [each.symmetric() for each in limits]
    return limits


def _finite(heatmap: Heatmap) -> Floats:
    """The values that are numbers; 0 where there is none."""
    finite = heatmap.values[np.isfinite(heatmap.values)]
    return finite if finite.size else np.zeros(1, np.float32)
