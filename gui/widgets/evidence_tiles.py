"""Mean maps of the classes of a dataset, painted beside each other on one scale."""

from collections.abc import Sequence

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
from inference.dataset import EVEN, Evidence
from inference.geometry import Doubles

SIDE, GAP, CAPTION = 118, 12, 38  # of the design: a tile, between tiles, two lines
WIDEST = 1.3  # times SIDE, to which a tile grows so that a row is filled
BAR = 6  # of the design, the height of the bar beside a border's share


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
        self._is_spread = False
        self._order: tuple[int, ...] = ()
        self._chosen: tuple[int, int, int] | None = None
        tip = self.tr("Click a place of a picture to walk the photos with most there.")
        named(self, self.tr("Mean evidence of each class"), "")
        self.setAccessibleDescription(tip)

    # ---- what is shown

    def show_evidence(
        self,
        evidence: Evidence | None,
        scale: float | None = None,
        *,
        order: Sequence[int] = (),
        is_spread: bool = False,
    ) -> None:
        """Shows other maps.

        Args:
            evidence: The maps.
            scale: The number that is brightest; None for the largest one of theirs.
            order: Of the classes; none for their own.
            is_spread: Whether the deviation between photos is shown, not the mean.
        """
        self._evidence, self._scale = evidence, scale
        count = 0 if evidence is None else len(evidence.names)
        self._order = tuple(order) or tuple(range(count))
        self._is_spread = is_spread
        self._fit()
        self.update()

    def set_chosen(self, ninth: tuple[int, int, int] | None) -> None:
        """Frames a ninth of a class's picture."""
        self._chosen = ninth
        self.update()

    @property
    def _maps(self) -> Doubles:
        assert self._evidence is not None
        return self._evidence.spread if self._is_spread else self._evidence.mean

    # ---- where it is

    @property
    def _across(self) -> int:
        return max((self.width() + GAP) // (px(SIDE) + GAP), 1)

    @property
    def _side(self) -> int:
        """Of a tile [px]; tiles fill the width, within bounds."""
        filled = (self.width() + GAP) // self._across - GAP
        return max(min(filled, round(WIDEST * px(SIDE))), px(SIDE))

    def place_of(self, index: int, down: int, across: int) -> QPoint:
        """Returns the middle of a ninth."""
        tile = self._tile(self._order.index(index))
        third = tile.width() / 3
        corner = tile.topLeft()
        shift = QPoint(round((across + 0.5) * third), round((down + 0.5) * third))
        return corner.toPoint() + shift

    def _tile(self, place: int) -> QRectF:
        down, across = divmod(place, self._across)
        side = self._side
        top = down * (side + px(CAPTION) + GAP)
        return QRectF(across * (side + GAP), top, side, side)

    def _fit(self) -> None:
        down = -(-len(self._order) // self._across)
        self.setMinimumHeight(down * (self._side + px(CAPTION) + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(SIDE), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ---- how it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._evidence is None:
            return
        painter, seen = QPainter(self), QRectF(event.rect())
        largest = max(self._scale or float(self._maps.max(initial=0)), 1e-12)
        for place, index in enumerate(self._order):
            tile = self._tile(place)
            if tile.adjusted(0, 0, 0, px(CAPTION)).intersects(seen):
                cells = np.clip(self._maps[index] / largest, 0, 1)
                self._paint_tile(painter, tile, np.asarray(255 * cells, np.uint8))
                self._paint_words(painter, tile, index)
        if self._chosen is not None and self._chosen[0] in self._order:
            self._paint_chosen(painter, *self._chosen)

    def _paint_tile(
        self, painter: QPainter, tile: QRectF, levels: np.ndarray[tuple[int, int]]
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(tile, level_image(levels, "viridis"))

    def _paint_words(self, painter: QPainter, tile: QRectF, index: int) -> None:
        """Writes the name of a class and the share of its border, with a bar."""
        assert self._evidence is not None
        is_chosen = self._chosen is not None and self._chosen[0] == index
        line = QRectF(tile.left(), tile.bottom() + 3, tile.width(), px(18))
        painter.setFont(font("small", 600))
        painter.setPen(color("accent" if is_chosen else "text"))
        mode, name = Qt.TextElideMode.ElideRight, said(self._evidence.names[index])
        width = int(tile.width())
        painter.drawText(line, painter.fontMetrics().elidedText(name, mode, width))
        share = float(self._evidence.border[index])
        words = self.tr("border {share}").format(share=percent(share))
        line = line.translated(0, px(17))
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        painter.drawText(line, words)
        widest = self.tr("border {share}").format(share=percent(1))
        used = painter.fontMetrics().horizontalAdvance(widest) + 8
        bar = QRectF(line.left() + used, 0, line.width() - used, px(BAR))
        bar.moveCenter(QRectF(bar.left(), line.top(), bar.width(), px(16)).center())
        self._paint_bar(painter, bar, share)

    def _paint_bar(self, painter: QPainter, bar: QRectF, share: float) -> None:
        """Paints a share, and a tick where an even spread has it."""
        if bar.width() < px(BAR):
            return
        painter.fillRect(bar, color("raised"))
        part = QRectF(bar.left(), bar.top(), share * bar.width(), bar.height())
        painter.fillRect(part, color("muted"))
        tick = bar.left() + EVEN * bar.width()
        upright = QRectF(tick - 0.5, bar.top() - 2, 1, bar.height() + 4)
        painter.fillRect(upright, color("text"))

    def _paint_chosen(
        self, painter: QPainter, index: int, down: int, across: int
    ) -> None:
        tile = self._tile(self._order.index(index))
        third = tile.width() / 3
        painter.setPen(QPen(color("accent"), 2))
        painter.drawRect(tile.adjusted(1, 1, -1, -1))
        corner = (tile.left() + across * third, tile.top() + down * third)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.drawRect(QRectF(*corner, third, third).adjusted(3, 3, -3, -3))

    # ---- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, index in enumerate(self._order):
            tile = self._tile(place)
            if tile.contains(event.position()):
                third = tile.width() / 3
                down = int((event.position().y() - tile.top()) // third)
                across = int((event.position().x() - tile.left()) // third)
                self.ninth_picked.emit(index, min(down, 2), min(across, 2))
