"""What one pane shows: photo, map and patches."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from gui.look import Look
from gui.photo.map_picture import ClassMap, MapPicture, map_picture
from inference.geometry import Box
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits


@dataclass(frozen=True, slots=True, eq=False)
class Pane:
    """A photo and what is drawn over it.

    Attributes:
        pixels: (H, W, 3) uint8.
        seen: What the network sees of it, in its pixels; None: no model.
        heatmap: Numbers over the photo.
        limits: The values at both ends of the colour bar.
        color_map: A name of `COLOR_MAPS`.
        class_map: Classes over the photo, instead of numbers.
        title: First line above the photo.
        subtitle: Second line.
        is_bare: Whether the map covers the photo wholly.
        picture: The heatmap as it is to be drawn, where that was made beforehand.
    """

    pixels: NDArray[np.uint8]
    seen: Box | None = None
    heatmap: Heatmap | None = None
    limits: Limits | None = None
    color_map: str = "viridis"
    class_map: ClassMap | None = None
    title: str = ""
    subtitle: str = ""
    is_bare: bool = False
    picture: MapPicture | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A covered place.

    Attributes:
        box: In photo pixels.
        fill: What stands there as the network sees it: a colour, or (h, w, 3) uint8;
            None draws the outline alone.
        label: A few words beside it: "French horn  −0.383".
    """

    box: Box
    fill: tuple[int, int, int] | NDArray[np.uint8] | None = (128, 128, 128)
    label: str = ""


def pane_picture(pane: Pane, look: Look) -> MapPicture | None:
    """Returns the heatmap of a pane as it is to be drawn; None where there is none."""
    if pane.heatmap is None or pane.limits is None:
        return None
    if pane.is_bare:
        look = replace(look, opacity=1.0, is_even=True)
    return map_picture(pane.heatmap, pane.limits, pane.color_map, look)


def arrangements(whole: QRect, count: int) -> list[list[QRect]]:
    """The ways in which rooms for so many panes can be cut."""
    if count == 1:
        return [[whole]]
    half, tall = whole.width() // 2, whole.height() // 2
    beside = [
        QRect(0, 0, half, whole.height()),
        QRect(half, 0, whole.width() - half, whole.height()),
    ]
    above = [
        QRect(0, 0, whole.width(), tall),
        QRect(0, tall, whole.width(), whole.height() - tall),
    ]
    return [beside, above]
