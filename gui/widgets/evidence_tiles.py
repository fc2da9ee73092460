"""Mean maps of the classes of a dataset, painted beside each other on one scale."""

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.errors import said
from gui.fonts import px
from gui.theme import color, font
from gui.widgets.form import named
from gui.widgets.raster import level_image
from gui.widgets.words import percent
from inference.dataset import Evidence

SIDE, GAP, CAPTION = 118, 12, 38  # of the design: a tile, between tiles, two lines


class EvidenceTiles(QWidget):
    """Paints the mean map of each class, all on one scale.

    Signals:
        ninth_picked: class, row and column of a ninth of its picture.
    """

    ninth_picked = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._evidence: Evidence | None = None
        self._scale: float | None = None
        self._chosen: tuple[int, int, int] | None = None
        tip = self.tr("Click a place of a picture to walk the photos with most there.")
        named(self, self.tr("Mean evidence of each class"), "")
        self.setAccessibleDescription(tip)

    def show_evidence(
        self, evidence: Evidence | None, scale: float | None = None
    ) -> None:
        """Shows other maps.

        Args:
            evidence: The maps.
            scale: The number that is brightest; None for the largest one of theirs.
        """
        self._evidence, self._scale = evidence, scale
        self._fit()
        self.update()

    def set_chosen(self, ninth: tuple[int, int, int] | None) -> None:
        """Frames a ninth of a class's picture."""
        self._chosen = ninth
        self.update()

    @property
    def _across(self) -> int:
        return max((self.width() + GAP) // (px(SIDE) + GAP), 1)

    def place_of(self, index: int, down: int, across: int) -> QPoint:
        """Returns the middle of a ninth."""
        tile, third = self._tile(index), px(SIDE) / 3
        corner = tile.topLeft()
        shift = QPoint(round((across + 0.5) * third), round((down + 0.5) * third))
        return corner.toPoint() + shift

    def _tile(self, index: int) -> QRectF:
        down, across = divmod(index, self._across)
        side = px(SIDE)
        top = down * (side + px(CAPTION) + GAP)
        return QRectF(across * (side + GAP), top, side, side)

    def _fit(self) -> None:
        count = 0 if self._evidence is None else len(self._evidence.names)
        down = -(-count // self._across)
        self.setMinimumHeight(down * (px(SIDE) + px(CAPTION) + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(SIDE), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._evidence is None:
            return
        painter = QPainter(self)
        largest = self._scale or float(self._evidence.mean.max(initial=0))
        largest = max(largest, 1e-12)
        for index, cells in enumerate(self._evidence.mean):
            levels = np.asarray(255 * np.clip(cells / largest, 0, 1), np.uint8)
            self._paint_tile(painter, index, levels)
        if self._chosen is not None:
            index, down, across = self._chosen
            tile, third = self._tile(index), px(SIDE) / 3
            corner = (tile.left() + across * third, tile.top() + down * third)
            painter.setPen(QPen(Qt.GlobalColor.white, 2))
            painter.drawRect(QRectF(*corner, third, third).adjusted(1, 1, -1, -1))

    def _paint_tile(
        self, painter: QPainter, index: int, levels: np.ndarray[tuple[int, int]]
    ) -> None:
        assert self._evidence is not None
        tile = self._tile(index)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(tile, level_image(levels, "viridis"))
        line = QRectF(tile.left(), tile.bottom() + 2, tile.width(), px(18))
        words = self.tr("border {share}")
        border = words.format(share=percent(float(self._evidence.border[index])))
        name = said(self._evidence.names[index])
        lines = ((name, 600, "text"), (border, 400, "muted"))
        for n, (shown, weight, token) in enumerate(lines):
            painter.setFont(font("small", weight))
            painter.setPen(color(token))
            mode = Qt.TextElideMode.ElideRight
            fitted = painter.fontMetrics().elidedText(shown, mode, px(SIDE))
            painter.drawText(line.translated(0, n * px(17)), fitted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        count = 0 if self._evidence is None else len(self._evidence.names)
        for index in range(count):
            tile = self._tile(index)
            if tile.contains(event.position()):
                third = px(SIDE) / 3
                down = int((event.position().y() - tile.top()) // third)
                across = int((event.position().x() - tile.left()) // third)
                self.ninth_picked.emit(index, min(down, 2), min(across, 2))
