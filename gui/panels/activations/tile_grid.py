"""Many channels as tiles: only those in sight are painted.

Tiles come as levels 0..255, made in the background; painting looks their colours up
and computes nothing. So 2,048 of them scroll as smoothly as 64.
"""

from collections.abc import Callable, Collection
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from gui.fonts import px
from gui.panels.activations.tile_bars import BAR, paint_bar
from gui.panels.activations.tiles import (
    CAPTION,
    GAP,
    SIDES,
    TileSheet,
    best_side,
    columns_of,
    fitted,
    tile_step,
)
from gui.theme import color, font
from gui.widgets.raster import level_image

DIMMED = 0.35  # opacity of tiles of another photo


class TileGrid(QAbstractScrollArea):
    """Shows the channels of a layer; a click or the arrow keys choose one.

    Signals:
        channel_picked: number of the channel.
        pin_toggled: number of the channel that was double-clicked, or P was pressed.
        shown_changed: how many tiles are wholly in sight.
        side_fitted: the side that tiles took by themselves, in px.
    """

    channel_picked = Signal(int)
    pin_toggled = Signal(int)
    shown_changed = Signal(int)
    side_fitted = Signal(int)

    _steps: ClassVar[dict[int, tuple[int, int]]] = {  # tiles, rows
        int(Qt.Key.Key_Left): (-1, 0),
        int(Qt.Key.Key_Right): (1, 0),
        int(Qt.Key.Key_Up): (0, -1),
        int(Qt.Key.Key_Down): (0, 1),
    }

    def __init__(self) -> None:
        super().__init__()
        self._sheet: TileSheet | None = None
        self._side = SIDES[1]
        self._largest: int | None = SIDES[1]  # that it takes by itself; None: chosen
        self._current: int | None = None
        self._pinned: frozenset[int] = frozenset()
        self._tip: Callable[[int], str] = str
        self._shown = 0
        self._is_dimmed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Channels of the layer"))
        self.setToolTip(
            self.tr("Click a channel to look at it, double-click to pin it.")
        )
        self.setMinimumHeight(2 * tile_step(SIDES[1]))

    # ---- what is shown

    def set_sheet(self, sheet: TileSheet | None, tip: Callable[[int], str]) -> None:
        """Shows other channels; `tip` says a channel's numbers."""
        before = self._sheet
        self._sheet, self._tip = sheet, tip
        is_other = before is None or sheet is None
        if is_other or len(before.channels) != len(sheet.channels):  # type: ignore[union-attr]
            self.verticalScrollBar().setValue(0)
        self._fit()

    def set_side(self, side: int) -> None:
        """Draws tiles of another size, in px, whatever room there is."""
        self._side, self._largest = side, None
        self._fit()

    def set_largest(self, side: int) -> None:
        """Draws tiles so large that 64 are seen at once, but not larger than this."""
        self._largest = side
        self._fit()

    def set_current(self, channel: int | None) -> None:
        """Frames a channel and brings it into sight, without a signal."""
        self._current = channel
        if self._sheet is not None and channel in self._sheet.places:
            self._show_place(self._sheet.places[channel])
        self.viewport().update()

    def set_pinned(self, channels: Collection[int]) -> None:
        """Frames the channels that are watched."""
        self._pinned = frozenset(channels)
        self.viewport().update()

    def set_dimmed(self, *, is_dimmed: bool) -> None:
        """Shows tiles pale that are not of the photo that is looked at."""
        if is_dimmed != self._is_dimmed:
            self._is_dimmed = is_dimmed
            self.viewport().update()

    @property
    def current(self) -> int | None:
        """The channel that is framed."""
        return self._current

    @property
    def shown(self) -> int:
        """How many tiles are wholly in sight."""
        return self._shown

    # ---- where tiles lie

    @property
    def columns(self) -> int:
        """How many tiles stand beside each other."""
        if self._is_bars:
            return 1
        return columns_of(self.viewport().width(), self._side)

    @property
    def _is_bars(self) -> bool:
        return self._sheet is not None and self._sheet.values is not None

    @property
    def _step(self) -> int:
        return px(BAR) if self._is_bars else tile_step(self._side)

    def _cell(self, place: int) -> QRect:
        row, column = divmod(place, self.columns)
        top = row * self._step - self.verticalScrollBar().value() + 2
        if self._is_bars:
            return QRect(0, top, self.viewport().width(), px(BAR))
        return QRect(column * (self._side + GAP) + 1, top, self._side, self._side)

    def _in_sight(self) -> range:
        if self._sheet is None:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(top // self._step, 0) * self.columns
        rows = self.viewport().height() // self._step + 2
        return range(first, min(first + rows * self.columns, len(self._sheet.channels)))

    def channel_at(self, place: QPoint) -> int | None:
        """Returns the channel under a place of the viewport."""
        if self._sheet is None:
            return None
        for number in self._in_sight():
            if self._cell(number).adjusted(0, 0, 0, px(CAPTION)).contains(place):
                return int(self._sheet.channels[number])
        return None

    def _fit(self) -> None:
        count = 0 if self._sheet is None else len(self._sheet.channels)
        self._take_side(count)
        rows = -(-count // self.columns)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(rows * self._step + 4 - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(self._step // 2, 1))
        self._announce_shown()
        self.viewport().update()

    def _take_side(self, count: int) -> None:
        if self._largest is None or not count:
            return
        side = best_side(self.viewport().size(), count, self._largest)
        if side != self._side:
            self._side = side
            self.side_fitted.emit(side)

    def _show_place(self, place: int) -> None:
        cell, bar = self._cell(place), self.verticalScrollBar()
        if cell.top() < 0:
            bar.setValue(bar.value() + cell.top() - 2)
        foot = cell.bottom() + (0 if self._is_bars else px(CAPTION))
        if foot > self.viewport().height():
            bar.setValue(bar.value() + foot - self.viewport().height() + 2)

    def _announce_shown(self) -> None:
        height = self.viewport().height()
        cells = map(self._cell, self._in_sight())
        shown = sum(cell.top() >= 0 and cell.bottom() < height for cell in cells)
        if shown != self._shown:
            self._shown = shown
            self.shown_changed.emit(shown)

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        painter = QPainter(self.viewport())
        painter.setOpacity(DIMMED if self._is_dimmed else 1.0)
        paint = self._paint_bar if self._is_bars else self._paint_tile
        for place in self._in_sight():
            paint(painter, self._sheet, place)

    def _paint_tile(self, painter: QPainter, sheet: TileSheet, place: int) -> None:
        cell, channel = QRectF(self._cell(place)), int(sheet.channels[place])
        image = level_image(sheet.levels[channel], sheet.color_map)
        painter.drawImage(fitted(image, cell), image)
        is_pinned = channel in self._pinned
        if is_pinned or channel == self._current:
            painter.setPen(QPen(color("accent" if is_pinned else "text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(-1, -1, 1, 1))
        is_strong = is_pinned or channel == self._current
        painter.setFont(font("label", 600 if is_strong else 400))
        painter.setPen(color("accent" if is_pinned else "muted"))
        line = QRectF(cell.left(), cell.bottom() + 1, cell.width(), px(CAPTION) - 1)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, str(channel))

    def _paint_bar(self, painter: QPainter, sheet: TileSheet, place: int) -> None:
        channel = int(sheet.channels[place])
        is_current, is_pinned = channel == self._current, channel in self._pinned
        row = QRectF(self._cell(place))
        paint_bar(
            painter, sheet, row, channel, is_current=is_current, is_pinned=is_pinned
        )

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._sheet is not None and self._current in self._sheet.places:
            self._show_place(self._sheet.places[self._current])

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._announce_shown()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        channel = self.channel_at(event.position().toPoint())
        if channel is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pick(channel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        channel = self.channel_at(event.position().toPoint())
        if channel is not None:
            self.pin_toggled.emit(channel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sheet = self._sheet
        if sheet is None or self._current not in sheet.places:
            event.ignore()
            return
        place = sheet.places[self._current]
        if event.key() == Qt.Key.Key_P and not event.modifiers():
            self.pin_toggled.emit(self._current)
            return
        step = self._steps.get(int(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place += step[0] + step[1] * self.columns
        if 0 <= place < len(sheet.channels):
            self._pick(int(sheet.channels[place]))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            channel = self.channel_at(event.pos())
            if channel is not None:
                QToolTip.showText(event.globalPos(), self._tip(channel), self)
                return True
        return super().viewportEvent(event)

    def _pick(self, channel: int) -> None:
        if channel != self._current:
            self.set_current(channel)
            self.channel_picked.emit(channel)
