"""What one pane shows: photo, map and patches."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from gui.photo.map_picture import MapPicture
from inference.geometry import Affine, Box


@dataclass(frozen=True, slots=True, eq=False)
class Pane:
    """A photo and what is drawn over it.

    Attributes:
        pixels: (H, W, 3) uint8.
        seen: What the network sees of the photo; None: no model.
        picture: The map over it, already in colours; None for no map.
        title: First line above the photo.
        subtitle: Second line.
        is_kept: Whether its map was kept: what another map tells is not told on it.
        to_photo: Where its pixels lie on the photo, where they are not the photo's own.
            Places are always those of the photo.
    """

    pixels: NDArray[np.uint8]
    seen: Box | None = None
    picture: MapPicture | None = None
    title: str = ""
    subtitle: str = ""
    is_kept: bool = False
    to_photo: Affine | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A covered place.

    Attributes:
        box: In photo pixels.
        fill: What stands there as the network sees it: a colour, or (h, w, 3) uint8;
            None draws the outline alone.
        label: A few words beside it: "French horn  −0.383".
        number: In its corner; "" for none.
    """

    box: Box
    fill: tuple[int, int, int] | NDArray[np.uint8] | None = (128, 128, 128)
    label: str = ""
    number: str = ""


def arrangements(whole: QRect, count: int) -> list[list[QRect]]:
    """The ways in which rooms for so many panes can be cut."""
    if count == 1:
        return [[whole]]
    half, tall = whole.width() // 2, whole.height() // 2
    left, top = whole.left(), whole.top()
    beside = [
        QRect(left, top, half, whole.height()),
        QRect(left + half, top, whole.width() - half, whole.height()),
    ]
    above = [
        QRect(left, top, whole.width(), tall),
        QRect(left, top + tall, whole.width(), whole.height() - tall),
    ]
    return [beside, above]
