"""The filters of a first convolution, beside each other."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fonts import px
from gui.panels.activations.tiles import fitted
from gui.widgets.raster import photo_image
from gui.widgets.words import as_tip

GAP = 2  # px
LARGEST, SMALLEST = 48, 6  # px, side of a filter


class FilterGrid(QWidget):
    """Shows all filters as large as the room allows, in blocks, numbered from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[QImage] = []
        self.setMinimumWidth(px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Filters of the first layer"))

    def set_pictures(self, pictures: NDArray[np.uint8] | None) -> None:
        """Shows other filters (O, h, w, 3); None where there are none."""
        self._pictures = [
            photo_image(each) for each in (() if pictures is None else pictures)
        ]
        self.setVisible(bool(self._pictures))
        self.update()

    @property
    def count(self) -> int:
        """How many filters it shows."""
        return len(self._pictures)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, picture in enumerate(self._pictures):
            painter.drawImage(fitted(picture, self._cell(place)), picture)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), as_tip(self._tip(event)), self)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> str:
        """Says which filter lies under the pointer, and what the colours mean."""
        at = event.pos().toPointF()
        cells = (n for n in range(self.count) if self._cell(n).contains(at))
        words = self.tr("Filter {number}. Grey is zero; all have one scale.")
        if (place := next(cells, None)) is None:
            return self.tr("What each filter of the first layer looks for.")
        return words.format(number=place)

    def _cell(self, place: int) -> QRectF:
        side = self._side
        columns = max((self.width() + GAP) // (side + GAP), 1)
        row, column = divmod(place, columns)
        step = side + GAP
        return QRectF(column * step, row * step, side, side)

    @property
    def _side(self) -> int:
        """The largest side at which all filters are in sight."""
        for side in range(LARGEST, SMALLEST, -1):
            columns = (self.width() + GAP) // (side + GAP)
            rows = (self.height() + GAP) // (side + GAP)
            if columns * rows >= self.count:
                return side
        return SMALLEST
