"""Mean maps of the classes of a dataset, beside each other on one scale."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from gui.errors import said
from gui.fonts import px
from gui.theme import color, font
from gui.widgets.form import named
from gui.widgets.raster import level_image
from gui.widgets.words import percent
from inference.dataset import BORDER, Evidence, even_share, softened
from inference.geometry import Doubles

SIDE, GAP, CAPTION = 118, 12, 36  # of the design: a tile, between tiles, two lines
WIDEST = 1.3  # times SIDE, to which a tile grows so that a row is filled
SURE = 2  # rows of a field that are never scrolled away
BAR = 6  # of the design, the height of the bar beside a border's share


class EvidenceTiles(QWidget):
    """Paints the mean map of each class, all on one scale.

    Signals:
        ninth_picked: class, row and column of a ninth of its picture.
        grown: it needs another height.
    """

    ninth_picked = Signal(int, int, int)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._evidence: Evidence | None = None
        self._scale: float | None = None
        self._is_spread, self._border = False, BORDER
        self._shares: Doubles | None = None  # of the border
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
        border: int = BORDER,
    ) -> None:
        """Shows other maps.

        Args:
            evidence: The maps.
            scale: The number that is brightest; None for the largest one of theirs.
            order: Of the classes; none for their own.
            is_spread: Whether the deviation between photos is shown, not the mean.
            border: The width of what counts as border, in cells of a layout.
        """
        self._evidence, self._scale = evidence, scale
        self._border = border
        self._shares = None if evidence is None else evidence.border(border)
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
        return _fitting(self.width())

    def rows_at(self, width: int) -> int:
        """Returns the rows that the tiles take in so much width [px]."""
        return -(-len(self._order) // _fitting(width))

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

    def height_of(self, down: int) -> int:
        """Returns what so many rows of tiles need, at most all of them [px]."""
        down = min(down, self.rows_at(self.width()))
        return max(down * (self._side + px(CAPTION) + GAP) - GAP, 0)

    def _fit(self) -> None:
        needed = self.height_of(len(self._order))
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)
            self.grown.emit()

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
                self._paint_tile(painter, tile, self._maps[index] / largest)
                self._paint_words(painter, tile, index)
        if self._chosen is not None and self._chosen[0] in self._order:
            self._paint_chosen(painter, *self._chosen)

    def _paint_tile(self, painter: QPainter, tile: QRectF, cells: Doubles) -> None:
        side = round(tile.width() * self.devicePixelRatioF())
        values = np.clip(softened(cells, side), 0, 1)
        levels = np.asarray(255 * values, np.uint8)
        painter.drawImage(tile, level_image(levels, "viridis"))

    def _paint_words(self, painter: QPainter, tile: QRectF, index: int) -> None:
        """Writes the name of a class and the share of its border, with a bar."""
        assert self._evidence is not None
        assert self._shares is not None
        is_chosen = self._chosen is not None and self._chosen[0] == index
        line = QRectF(tile.left(), tile.bottom() + 3, tile.width(), px(18))
        painter.setFont(font("small", 600))
        painter.setPen(color("accent" if is_chosen else "text"))
        mode, name = Qt.TextElideMode.ElideRight, said(self._evidence.names[index])
        width = int(tile.width())
        painter.drawText(line, painter.fontMetrics().elidedText(name, mode, width))
        if self._evidence.counts[index]:
            share = float(self._shares[index])
            self._paint_share(painter, line.translated(0, px(17)), share)

    def _paint_share(self, painter: QPainter, line: QRectF, share: float) -> None:
        words = self.tr("border {share}").format(share=percent(share))
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
        tick = bar.left() + even_share(self._border) * bar.width()
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


def _fitting(width: int) -> int:
    """Returns the tiles that fit beside each other."""
    return max((width + GAP) // (px(SIDE) + GAP), 1)


class EvidenceField(QScrollArea):
    """The tiles in a field of their own, which scrolls where the classes are many.

    So what stands below them stays in sight.
    """

    def __init__(self, tiles: EvidenceTiles) -> None:
        super().__init__()
        self._tiles = tiles
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(tiles)
        for part in (tiles, self.viewport()):
            part.setAutoFillBackground(False)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Maximum)
        tiles.grown.connect(self._fit)

    def _fit(self) -> None:
        """Keeps room for a bar where there are more rows than are sure to be shown."""
        bars = Qt.ScrollBarPolicy
        has_more = self._tiles.rows_at(self.width()) > SURE
        bar = bars.ScrollBarAlwaysOn if has_more else bars.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self._tiles.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._tiles.minimumSizeHint().width(), self._tiles.height_of(SURE))
