"""Photos as points: hovered, clicked, and gathered with a lasso.

Imported when a chart is first shown: what it draws with takes half a second to load.
"""

from itertools import product
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QFrame, QGraphicsPolygonItem

from gui.theme import CLASS_COLORS, class_color, color
from inference.geometry import Floats

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
SIZE = 9  # px, of a point
RING = 19  # px, around the photo that is looked at
REACH = 9  # px from a point within which it is meant
RIM = 150  # percent that the rim of a point is darker
PALE = 0.2  # opacity of the classes that are not pointed at
EDGE = 0.04  # of the chart, around the points


class _Field(pg.ViewBox):
    """Lets the left button draw; the wheel zooms, the middle one moves.

    Signals:
        drawn: where the left button goes (a place of the chart, begins, ends, adds).
    """

    drawn = Signal(object, bool, bool, bool)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseDragEvent(event, axis)
            return
        event.accept()
        place = self.mapSceneToView(event.scenePos())
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.drawn.emit(place, event.isStart(), event.isFinish(), adds)


class Scatter(pg.PlotWidget):
    """Shows points by colour, mistakes as crosses.

    Signals:
        point_clicked: its number.
        point_hovered: its number; −1 for none.
        lasso_drawn: whether each point lies in it, and whether it adds to the last one.
    """

    point_clicked = Signal(int)
    point_hovered = Signal(int)
    lasso_drawn = Signal(object, bool)

    def __init__(self) -> None:
        self._field = _Field(enableMenu=False)
        super().__init__(viewBox=self._field)
        self._points: Floats = np.zeros((0, 2), np.float32)
        self._slots: Ints = np.zeros(0, np.int64)
        self._is_wrong: Flags = np.zeros(0, bool)
        self._is_shown: Flags = np.zeros(0, bool)
        self._pointed: Flags | None = None
        self._hovered = -1
        self._groups: list[pg.ScatterPlotItem] = []
        self._way: list[QPointF] = []
        self.setObjectName("plain")  # the chart around it has the frame
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no key does anything here
        self.hideAxis("left")
        self.hideAxis("bottom")
        self.hideButtons()
        self._lasso = QGraphicsPolygonItem()
        self._field.addItem(self._lasso, ignoreBounds=True)
        self._ring = pg.ScatterPlotItem(symbol="o", size=RING, brush=None)
        self.addItem(self._ring)
        self._field.drawn.connect(self._on_drawn)
        self.scene().sigMouseClicked.connect(self._on_clicked)
        self.scene().sigMouseMoved.connect(self._on_moved)
        self.setAccessibleName(self.tr("Photos by likeness"))
        tip = self.tr(
            "A click opens a photo; a drag gathers photos (Shift adds), the wheel "
            "zooms, a double click shows all."
        )
        self.setAccessibleDescription(tip)
        self._paint()

    def sizeHint(self) -> QSize:
        """It takes what room there is, and asks for none."""
        return QSize(0, 0)

    # ---- what is shown

    def show_points(self, points: Floats, slots: Ints, is_wrong: Flags) -> None:
        """Shows other points.

        Args:
            points: (M, 2), from 0 to 1.
            slots: Of their colours, (M,).
            is_wrong: Which are crosses, (M,).
        """
        is_new = points is not self._points
        self._points, self._slots, self._is_wrong = points, slots, is_wrong
        if is_new:
            self._is_shown = np.ones(len(points), bool)
            self._pointed = None
            self.set_current(-1)
            self.clear_lasso()
            self.fit()
        self._draw()

    def set_shown(self, is_shown: Flags) -> None:
        """Shows only some of the points."""
        self._is_shown = is_shown
        self._draw()

    def point_at_class(self, pointed: Flags | None) -> None:
        """Lets some points stand out; None for all alike."""
        self._pointed = pointed
        self._draw()

    def set_current(self, number: int) -> None:
        """Rings a point; −1 for none."""
        place = self._points[number : number + 1] if number >= 0 else np.zeros((0, 2))
        self._ring.setData(pos=place)

    def clear_lasso(self) -> None:
        """Takes the lasso away."""
        self._lasso.setPolygon(QPolygonF())

    def fit(self) -> None:
        """Shows all points."""
        self._field.setRange(xRange=(0, 1), yRange=(0, 1), padding=EDGE)

    def place_of(self, number: int) -> QPoint:
        """Returns where a point lies in the widget."""
        place = QPointF(*map(float, self._points[number]))
        found: QPoint = self.mapFromScene(self._field.mapViewToScene(place))
        return found

    # ---- painting

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._paint()

    def _paint(self) -> None:
        """Takes the colours of the theme."""
        self.setBackground(color("surface"))
        pen = pg.mkPen(color("accent"), width=1.5, style=Qt.PenStyle.DashLine)
        self._lasso.setPen(pen)
        self._lasso.setBrush(color("accent", 25))
        self._ring.setPen(pg.mkPen(color("accent"), width=2))
        self._draw()

    def _draw(self) -> None:
        """Puts points of a colour and a kind into one item each; crosses on top.

        Grey ones lie below all others: of many classes they are nearly everywhere.
        """
        for old in self._groups:
            self.removeItem(old)
        self._groups = []
        slots = [int(slot) for slot in np.unique(self._slots)[::-1]]
        grey = [slot for slot in slots if slot >= len(CLASS_COLORS)]
        for part in (grey, slots[len(grey) :]):
            for is_wrong, slot in product((False, True), part):
                mine = (self._slots == slot) & (self._is_wrong == is_wrong)
                self._draw_group(mine & self._is_shown, slot, is_wrong)

    def _draw_group(self, mine: Flags, slot: int, is_wrong: bool) -> None:
        shade = class_color(slot)
        for is_pale in (True, False):
            if self._pointed is None:
                part = mine if not is_pale else np.zeros_like(mine)
            else:
                part = mine & (self._pointed != is_pale)
            if not part.any():
                continue
            rim = pg.mkPen(shade.darker(RIM), width=1)
            item = pg.ScatterPlotItem(
                pos=self._points[part],
                symbol="x" if is_wrong else "o",
                size=SIZE + 2 * is_wrong,
                brush=pg.mkBrush(shade),
                pen=rim,
            )
            item.setOpacity(PALE if is_pale else 1.0)
            self.addItem(item)
            self._groups.append(item)

    # ---- the mouse

    def _nearest(self, place: QPointF) -> int:
        """Returns the point at a place of the scene; −1 for none."""
        shown = np.flatnonzero(self._is_shown)
        if not len(shown):
            return -1
        here = self._field.mapSceneToView(place)
        width, height = self._field.viewPixelSize()
        gaps = self._points[shown] - (here.x(), here.y())
        gaps = np.hypot(gaps[:, 0] / width, gaps[:, 1] / height)
        nearest = int(gaps.argmin())
        return int(shown[nearest]) if gaps[nearest] <= REACH else -1

    def _on_moved(self, place: QPointF) -> None:
        number = self._nearest(place)
        if number != self._hovered:
            self._hovered = number
            self.point_hovered.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._hovered >= 0:
            self._hovered = -1
            self.point_hovered.emit(-1)

    def _on_clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        number = self._nearest(event.scenePos())
        if number >= 0:
            self.point_clicked.emit(number)
        elif event.double():
            self.fit()

    def _on_drawn(self, place: QPointF, begins: bool, ends: bool, adds: bool) -> None:
        self._way = [place] if begins else [*self._way, place]
        way = QPolygonF(self._way)
        self._lasso.setPolygon(way)
        if ends:
            rule = Qt.FillRule.OddEvenFill
            found = [
                bool(shown) and way.containsPoint(QPointF(*map(float, point)), rule)
                for point, shown in zip(self._points, self._is_shown, strict=True)
            ]
            self.lasso_drawn.emit(np.array(found, bool), adds)
