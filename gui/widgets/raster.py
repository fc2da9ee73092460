"""Makes pictures for the screen from arrays and records.

Values are enlarged first and coloured afterwards. A smooth map is enlarged to a side of
at most `SIDE`, whatever the window's size: that keeps colouring below one frame.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgb

from inference.pictures.colormaps import color_table


def photo_image(pixels: NDArray[np.uint8]) -> QImage:
    """Returns (H, W, 3) sRGB pixels as a picture that owns its memory."""
    pixels = np.ascontiguousarray(pixels)
    rows, cols = pixels.shape[:2]
    shared = QImage(pixels.data, cols, rows, 3 * cols, QImage.Format.Format_RGB888)
    return shared.convertToFormat(QImage.Format.Format_RGB32)


def level_image(levels: NDArray[np.uint8], color_map: str) -> QImage:
    """Returns levels (h, w) as a picture that owns its memory."""
    levels = np.ascontiguousarray(levels)
    rows, cols = levels.shape
    shared = QImage(levels.data, cols, rows, cols, QImage.Format.Format_Indexed8)
    shared.setColorTable(_qt_colors(color_map))
    return shared.convertToFormat(QImage.Format.Format_RGB32)


@cache
def _qt_colors(color_map: str) -> list[int]:
    return [qRgb(*map(int, rgb)) for rgb in color_table(color_map)]
