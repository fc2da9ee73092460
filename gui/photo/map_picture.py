"""Pictures of maps, as they lie over the photo."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.look import Look
from gui.theme import CLASS_COLORS, OTHER_COLOR
from inference.geometry import Box, Size
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from inference.pictures.style import PALE, laid_over

SIDE = 448  # px, longer side of an enlarged map


CLEAR = -1  # slot of a place where the prediction stays


@dataclass(frozen=True, slots=True, eq=False)
class SlotMap:
    """A colour of the key for each place of a photo, drawn in blocks.

    Attributes:
        slots: (rows, cols) places in the list of class colours; `CLEAR` draws nothing,
            `len(CLASS_COLORS)` and above mean "other".
        grid: The part of the photo that the grid covers, in photo pixels.
        reached: (rows, cols) whether computing has come as far there as anywhere; the
            rest is pale. None: everywhere.
    """

    slots: NDArray[np.int8]
    grid: Box
    reached: NDArray[np.bool_] | None = None


def slot_color(slot: int) -> str:
    """Returns the colour of a class by its place in the key."""
    return CLASS_COLORS[slot] if slot < len(CLASS_COLORS) else OTHER_COLOR


def halved(image: QImage) -> QImage:
    """Returns a picture at half its size, every pixel counted."""
    width, height = max(image.width() // 2, 1), max(image.height() // 2, 1)
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    mode = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, ignore, mode)


def translucent_image(colours: NDArray[np.uint8], alpha: NDArray[np.float32]) -> QImage:
    """Returns colours (h, w, 3) with their opacity (h, w) in 0..1 as a picture."""
    rows, cols = alpha.shape
    rgba = np.empty((rows, cols, 4), np.uint8)
    rgba[..., :3] = colours
    rgba[..., 3] = np.rint(np.clip(alpha, 0, 1) * 255)
    shared = QImage(rgba.data, cols, rows, 4 * cols, QImage.Format.Format_RGBA8888)
    return shared.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """A heatmap turned into colours.

    Attributes:
        image: Colours with their opacity; may be made in any thread.
        box: The part of the photo that it is stretched over.
        is_blocky: Whether its pixels stay blocks when it is enlarged.
    """

    image: QImage
    box: Box
    is_blocky: bool = False

    def paint(self, painter: QPainter, where: QRectF) -> None:
        """Stretches the colours over a part of a widget."""
        hint = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(hint, not self.is_blocky)
        painter.drawImage(where, self.image)


def map_picture(
    heatmap: Heatmap, limits: Limits, color_map: str, look: Look
) -> MapPicture | None:
    """Turns a heatmap into colours, which takes some milliseconds.

    None is drawn where the network sees nothing of the photo.
    """
    area = heatmap.area
    if area.is_empty:
        return None
    values, box = heatmap.values, heatmap.grid
    if not look.is_raw:
        unit = SIDE / max(area.height, area.width)
        rows, cols = round(area.height * unit), round(area.width * unit)
        values, box = heatmap.enlarged(Size(max(rows, 1), max(cols, 1))), area
    colours, alpha = laid_over(
        heatmap, values, limits, color_map, opacity=look.opacity, is_even=look.is_even
    )
    alpha = np.where(np.isfinite(values), alpha, 0).astype(np.float32)
    image = translucent_image(colours, alpha)
    return MapPicture(image, box, look.is_raw)


def slot_picture(slot_map: SlotMap, opacity: float) -> MapPicture:
    """Returns the picture of a class map, one pixel per place."""
    names = [*CLASS_COLORS, OTHER_COLOR]
    table = np.array([list(bytes.fromhex(name[1:])) for name in names], np.uint8)
    slots = np.clip(slot_map.slots, 0, len(names) - 1)
    is_clear = slot_map.slots == CLEAR
    alpha = np.where(is_clear, 0, opacity).astype(np.float32)
    if slot_map.reached is not None:
        alpha = np.where(slot_map.reached, alpha, np.float32(PALE) * alpha)
    image = translucent_image(table[slots], alpha)
    return MapPicture(image, slot_map.grid, is_blocky=True)
