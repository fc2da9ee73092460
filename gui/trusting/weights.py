"""A map while weights are drawn anew: a curve, and the map of each step."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import height_of, px, width_of
from gui.theme import color, font
from gui.widgets.form import Group, column, named, row, section, stack, text
from gui.widgets.raster import level_image
from gui.widgets.words import counted, fixed, translate
from inference.pictures.limits import automatic_limits
from inference.pictures.style import levels

if TYPE_CHECKING:  # the window starts without it
    from inference.geometry import Floats
    from inference.trust import Randomised

_SIDE, _HEIGHT = 56, 84  # of the design
_ROOM, _DOT = 6, 2.6


class WeightsPart(Group):
    """The rank correlation at each step, and the map at the one that is pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Randomised | None = None
        self._trained, self._anew = _Thumb(), _Thumb()
        self._anew_words, self._value = text("", "muted"), text("", "muted")
        self._chart = WeightsChart()
        self._chart.pointed.connect(self._show_step)
        trained = column(self._trained, text(self.tr("as trained"), "muted"), gap=2)
        anew = column(self._anew, self._anew_words, gap=2)
        head = section(self.tr("Randomised weights"), "", self._value)
        stack(self, head, row(trained, anew, (self._chart, 1), gap=12))

    def show_found(self, found: "Randomised") -> None:
        """Shows the maps and their likeness to the true one."""
        if found is self._found:
            return
        self._found = found
        self._trained.show_map(found.maps[0])
        self._chart.show_found(found)

    def _show_step(self, step: int) -> None:
        found = self._found
        if found is None:
            return
        self._anew.show_map(found.maps[step])
        self._anew_words.setText(step_words(found, step))
        words = self.tr("rank correlation {value}")
        self._value.setText(words.format(value=fixed(found.correlations[step], 2)))


def step_words(found: "Randomised", step: int) -> str:
    """Says which step it is: "4 drawn anew"."""
    if step == 0:
        return translate("WeightsPart", "as trained")
    return counted("{n} drawn anew", "{n} drawn anew", found.layers[step])


class WeightsChart(QWidget):
    """Rank correlation against how many layers were drawn anew; a dot for each step.

    Signals:
        pointed: the step under the pointer, or chosen by ← and →; at first the last.
    """

    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._found: Randomised | None = None
        self._step = 0
        tip = self.tr(
            "How alike the map stays while the weights of layers are drawn anew, from "
            "the classes down: near 0 it depends on what was learnt. Point at a step, "
            "or press ← and →, to see its map."
        )
        named(self, self.tr("Rank correlation while weights are drawn anew"), tip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def show_found(self, found: "Randomised") -> None:
        """Draws other steps, and points at the last."""
        self._found = found
        self._point(len(found.layers) - 1)

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(_HEIGHT))

    # ---- the pointer and the keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._found is not None:
            at = event.position().x()
            places = [self._place(n).x() for n in range(len(self._found.layers))]
            self._point(int(np.argmin([abs(each - at) for each in places])))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._found is not None:
            self._point(len(self._found.layers) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or self._found is None:
            super().keyPressEvent(event)
            return
        self._point(min(max(self._step + by, 0), len(self._found.layers) - 1))

    def _point(self, step: int) -> None:
        self._step = step
        self.update()
        self.pointed.emit(step)

    # ---- drawing

    @property
    def _low(self) -> float:
        found = self._found
        return min(0.0, *found.correlations) if found is not None else 0.0

    @property
    def _area(self) -> QRectF:
        left = width_of(fixed(-0.99, 2), "label") + _ROOM
        return QRectF(self.rect()).adjusted(
            left, _ROOM, -_ROOM, -height_of("label") - _ROOM
        )

    def _place(self, step: int) -> QPointF:
        assert self._found is not None
        area, count = self._area, len(self._found.layers)
        share = step / max(count - 1, 1)
        rise = (self._found.correlations[step] - self._low) / (1 - self._low)
        return QPointF(
            area.left() + share * area.width(), area.bottom() - rise * area.height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        self._paint_axes(painter)
        places = [self._place(n) for n in range(len(self._found.layers))]
        painter.setPen(QPen(color("accent"), 1.8))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(color("accent"))
        for step, place in enumerate(places):
            is_pointed = step == self._step
            radius = _DOT * (1.8 if is_pointed else 1)
            painter.drawEllipse(place, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(places[self._step], 3.5 * _DOT, 3.5 * _DOT)

    def _paint_axes(self, painter: QPainter) -> None:
        assert self._found is not None
        area, low, line = self._area, self._low, height_of("label")
        painter.setPen(QPen(color("line"), 1))
        painter.drawRect(area)
        nought = area.bottom() + low / (1 - low) * area.height()
        painter.drawLine(QPointF(area.left(), nought), QPointF(area.right(), nought))
        painter.setPen(color("muted"))
        painter.setFont(font("label"))
        right = Qt.AlignmentFlag.AlignRight
        for words, at in (("1", area.top()), ("0", min(nought, area.bottom()) - line)):
            painter.drawText(QRectF(0, at, area.left() - _ROOM, line), right, words)
        below = QRectF(area.left(), area.bottom() + 2, area.width(), line)
        last = step_words(self._found, len(self._found.layers) - 1)
        painter.drawText(below, right, last)


class _Thumb(QWidget):
    """A small map, at a scale of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: QImage | None = None
        self.setFixedSize(px(_SIDE), px(_SIDE))

    def show_map(self, values: "Floats") -> None:
        """Draws numbers (h, w)."""
        limits = automatic_limits(values, "most")
        self._drawn = level_image(levels(values, limits), "viridis")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawn is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(1.0 if self.isEnabled() else 0.35)
            painter.drawImage(QRectF(self.rect()), self._drawn)
