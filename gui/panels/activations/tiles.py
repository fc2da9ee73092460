"""Pictures of channels as tiles."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True, eq=False)
class TileSheet:
    """What a grid shows.

    Attributes:
        levels: (C, h, w) uint8 by channel number; of a vector (C, 1, 1).
        channels: (C,) channel numbers in the order of the grid.
        color_map: A name of `COLOR_MAPS`.
        values: (C,) float32 of a vector, which is drawn as bars; else None.
    """

    levels: NDArray[np.uint8]
    channels: NDArray[np.intp]
    color_map: str = "viridis"
    values: NDArray[np.float32] | None = None
    places: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        places = {int(c): place for place, c in enumerate(self.channels)}
        object.__setattr__(self, "places", places)


def fitted(image: QImage, box: QRectF) -> QRectF:
    """Returns where a picture lies in a box, its sides in proportion."""
    if image.isNull():
        return box
    unit = min(box.width() / image.width(), box.height() / image.height())
    width, height = image.width() * unit, image.height() * unit
    left = box.left() + (box.width() - width) / 2
    return QRectF(left, box.top() + (box.height() - height) / 2, width, height)
