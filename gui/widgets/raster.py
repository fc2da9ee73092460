"""Makes pictures for the screen from arrays and records.

Values are enlarged first and coloured afterwards. A smooth map is enlarged to a side of
at most `SIDE`, whatever the window's size: that keeps colouring below one frame.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def photo_image(pixels: NDArray[np.uint8]) -> QImage:
    """Returns (H, W, 3) sRGB pixels as a picture that owns its memory."""
    pixels = np.ascontiguousarray(pixels)
    rows, cols = pixels.shape[:2]
    shared = QImage(pixels.data, cols, rows, 3 * cols, QImage.Format.Format_RGB888)
    return shared.convertToFormat(QImage.Format.Format_RGB32)
