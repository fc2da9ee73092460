"""Small charts: the score while pixels go, and while they come."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import height_of, px, width_of
from gui.theme import color, font
from gui.widgets.words import fixed

if TYPE_CHECKING:  # the window starts without it
    from collections.abc import Sequence

    from inference.trust import Curve

_HEIGHT = 110
_ROOM = 4


def own_pen() -> QPen:
    """Returns what draws the map that is measured."""
    return QPen(color("accent"), 2.4)


def best_pen() -> QPen:
    """Returns what draws the best of its rivals."""
    return QPen(color("text"), 1.6, Qt.PenStyle.DashLine)


def other_pen() -> QPen:
    """Returns what draws the other rivals."""
    return QPen(color("ghost"), 1)


class CurveChart(QWidget):
    """A map's curve, the best rival's dashed, the others' pale.

    Curves share their scale; both axes run from nought.

    Signals:
        pointed: the step under the pointer, from 0; −1 for none.
    """

    pointed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self._curves: tuple[Curve, ...] = ()  # the own one, the best, the others
        self._pointed = -1

    def show_curves(
        self, own: "Curve", best: "Curve", others: "Sequence[Curve]"
    ) -> None:
        """Draws a map's curve and those of its rivals."""
        self._curves, self._pointed = (own, best, *others), -1
        self.update()

    def point_at(self, step: int) -> None:
        """Marks a step, as the pointer over it does; −1 for none."""
        if step != self._pointed:
            self._pointed = step
            self.update()
            self.pointed.emit(step)

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(_HEIGHT))

    # ---- the pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._curves:
            area, shares = self._area, self._curves[0].shares
            share = (event.position().x() - area.left()) / max(area.width(), 1)
            self.point_at(int(abs(shares - share).argmin()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(-1)

    # ---- drawing

    @property
    def _span(self) -> tuple[float, float]:
        low = min(0.0, *(float(each.scores.min()) for each in self._curves))
        high = max(float(each.scores.max()) for each in self._curves)
        return low, max(high, low + 1e-12)

    @property
    def _area(self) -> QRectF:
        """Where curves are drawn: right of the numbers, above the words."""
        _, high = self._span
        left = width_of(fixed(high, 2), "label") + _ROOM
        return QRectF(self.rect()).adjusted(
            left, _ROOM, -_ROOM, -height_of("label") - _ROOM
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._curves:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        self._paint_axes(painter)
        own, best, *others = self._curves
        pens = [other_pen()] * len(others) + [best_pen(), own_pen()]
        for pen, curve in zip(pens, (*others, best, own), strict=True):
            painter.setPen(pen)
            painter.drawPolyline(self._line(curve))
        if self._pointed >= 0:
            self._paint_pointed(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        area, (low, high) = self._area, self._span
        painter.setPen(QPen(color("line"), 1))
        painter.drawRect(area)
        painter.setPen(color("muted"))
        painter.setFont(font("label"))
        right, line = Qt.AlignmentFlag.AlignRight, height_of("label")
        for value, top in ((high, area.top()), (low, area.bottom() - line)):
            where = QRectF(0, top, area.left() - _ROOM, line)
            painter.drawText(where, right, fixed(value, 2))
        below = QRectF(area.left(), area.bottom() + 2, area.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, right, self.tr("all pixels"))

    def _paint_pointed(self, painter: QPainter) -> None:
        area, own = self._area, self._curves[0]
        at = self._place(float(own.shares[self._pointed]), 0).x()
        painter.setPen(QPen(color("muted"), 1))
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))

    def _line(self, curve: "Curve") -> QPolygonF:
        pairs = zip(curve.shares.tolist(), curve.scores.tolist(), strict=True)
        return QPolygonF([self._place(*pair) for pair in pairs])

    def _place(self, share: float, value: float) -> QPointF:
        area, (low, high) = self._area, self._span
        return QPointF(
            area.left() + share * area.width(),
            area.bottom() - (value - low) / (high - low) * area.height(),
        )
