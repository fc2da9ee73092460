"""The rungs of the layer ladder: how the small map of each layer is drawn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.classifier import PreparedInput
from inference.geometry import Size
from inference.gradcam import GradCam, GradCamMap, GradCamSpec, rung_layers
from inference.pictures.limits import automatic_limits
from inference.pictures.style import automatic_color_map, levels

TILE = 82  # px
SIDE = 2 * TILE  # px of a picture, so that it is sharp on dense screens


@dataclass(frozen=True, slots=True, eq=False)
class Rung:
    """A layer's small map.

    Attributes:
        name: Of the tensor.
        short: A name for the eye.
        size: "13 × 13".
        levels: (SIDE, SIDE) uint8 the map, at a scale of its own.
        color_map: Its colours, unless others are wanted.
        is_usual: Whether it is shown unless all are: the end of a convolution with its
            activation.
        is_empty: Whether nothing is left at this layer.
    """

    name: str
    short: str
    size: str
    levels: NDArray[np.uint8]
    color_map: str
    is_usual: bool
    is_empty: bool


def rungs(
    engine: GradCam, prepared: PreparedInput, spec: GradCamSpec
) -> tuple[Rung, ...]:
    """Makes the small maps of all layers, from one backward pass."""
    usual = rung_layers(engine.classifier.graph, engine.layers)
    ladder = engine.ladder(prepared, spec)
    return tuple(_rung(found, is_usual=found.layer.name in usual) for found in ladder)


def _rung(found: GradCamMap, *, is_usual: bool) -> Rung:
    heatmap, layer = found.heatmap, found.layer
    values = heatmap.enlarged(Size(SIDE, SIDE), "bilinear")
    limits = automatic_limits(heatmap.values, heatmap.counts)
    drawn, colors = levels(values, limits), automatic_color_map(limits)
    size = f"{layer.size.height} × {layer.size.width}"
    is_empty = not np.nan_to_num(heatmap.values).any()
    short, name = layer.short, layer.name
    return Rung(name, short, size, drawn, colors, is_usual, is_empty)
