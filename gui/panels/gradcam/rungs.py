"""The rungs of the layer ladder: how the small map of each layer is drawn."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from gui.widgets.raster import photo_image
from inference.classifier import PreparedInput
from inference.geometry import Size
from inference.gradcam import GradCam, GradCamMap, GradCamSpec
from inference.network.layers import short_names
from inference.pictures.limits import automatic_limits
from inference.pictures.style import Style, colored

TILE = 82  # px
SIDE = 2 * TILE  # px of a picture, so that it is sharp on dense screens


@dataclass(frozen=True, slots=True, eq=False)
class Rung:
    """A layer's small map.

    Attributes:
        name: Of the tensor.
        short: A name for the eye.
        size: "13 × 13".
        picture: The map, `SIDE` pixels wide.
    """

    name: str
    short: str
    size: str
    picture: QImage


def rungs(
    engine: GradCam, prepared: PreparedInput, spec: GradCamSpec
) -> tuple[Rung, ...]:
    """Makes the small maps of all layers, from one backward pass."""
    short = short_names(layer.name for layer in engine.layers)
    ladder = engine.ladder(prepared, spec)
    return tuple(_rung(found, short[found.layer.name]) for found in ladder)


def _rung(found: GradCamMap, words: str) -> Rung:
    heatmap, layer = found.heatmap, found.layer
    values = heatmap.enlarged(Size(SIDE, SIDE), "bilinear")
    limits = automatic_limits(heatmap.values)
    picture = colored(values, limits, Style().color_map_for(limits))
    size = f"{layer.size.height} × {layer.size.width}"
    return Rung(layer.name, words, size, photo_image(picture))
