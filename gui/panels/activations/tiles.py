"""Pictures of channels as tiles."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage

from gui.fonts import px


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


SIDES = (40, 64, 128)  # px: smallest that is taken by itself, usual, largest tile
GAP = 4  # px between tiles
CAPTION = 14  # of the design, for the number below a tile
AT_ONCE = 64  # channels that are seen at once, where tiles of the smallest side allow


def tile_step(side: int) -> int:
    """Returns how far rows of tiles of a side lie apart, in px."""
    return side + px(CAPTION) + 1


def columns_of(width: int, side: int) -> int:
    """Returns how many tiles of a side stand beside each other."""
    return max((width - 2 + GAP) // (side + GAP), 1)


def best_side(room: QSize, count: int, largest: int) -> int:
    """Returns the largest side at which `count` tiles, or 64 of them, are in sight."""
    wanted = min(count, AT_ONCE)
    for side in range(largest, SIDES[0], -1):
        rows = -(-wanted // columns_of(room.width(), side))
        if rows * tile_step(side) + 2 <= room.height():
            return side
    return SIDES[0]


def fitted(image: QImage, box: QRectF) -> QRectF:
    """Returns where a picture lies in a box, its sides in proportion."""
    if image.isNull():
        return box
    unit = min(box.width() / image.width(), box.height() / image.height())
    width, height = image.width() * unit, image.height() * unit
    left = box.left() + (box.width() - width) / 2
    return QRectF(left, box.top() + (box.height() - height) / 2, width, height)
