"""Two small charts: the score while pixels go, and while they come."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import px
from gui.theme import color
from inference.trust import Curve

_HEIGHT = 96
_ROOM = 4


class CurveChart(QWidget):
    """A map's curve, the best rival's dashed, the others' pale.

    Curves share their scale; both axes run from nought.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self._own: Curve | None = None
        self._best: Curve | None = None
        self._others: tuple[Curve, ...] = ()

    def show_curves(self, own: Curve, best: Curve, others: Sequence[Curve]) -> None:
        """Draws a map's curve and those of its rivals."""
        self._own, self._best, self._others = own, best, tuple(others)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._own is None or self._best is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        curves = (*self._others, self._best, self._own)
        low = min(0.0, *(float(curve.scores.min()) for curve in curves))
        high = max(float(curve.scores.max()) for curve in curves)
        area = QRectF(self.rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.topLeft())
        pens = [QPen(color("ghost"), 1)] * len(self._others)
        pens.append(QPen(color("muted"), 1.6, Qt.PenStyle.DashLine))
        pens.append(QPen(color("accent"), 2.4))
        for pen, curve in zip(pens, curves, strict=True):
            painter.setPen(pen)
            painter.drawPolyline(_line(curve, area, low, max(high - low, 1e-12)))


def _line(curve: Curve, area: QRectF, low: float, span: float) -> QPolygonF:
    pairs = zip(curve.shares.tolist(), curve.scores.tolist(), strict=True)
    return QPolygonF(
        [
            QPointF(
                area.left() + share * area.width(),
                area.bottom() - (value - low) / span * area.height(),
            )
            for share, value in pairs
        ]
    )
