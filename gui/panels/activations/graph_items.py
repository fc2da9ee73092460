"""The boxes and lines of a drawn network."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from gui.fonts import px
from gui.panels.activations.graph_layout import Block
from gui.theme import color, font
from gui.widgets.words import as_tip

WIDTH, HEIGHT = 176.0, 54.0  # of a box; all lengths are of the design
LINE = 16.0  # of words in a box
LEGIBLE = 0.35  # the scale below which nobody reads words
ACROSS, DOWN = 200.0, 76.0  # from one box to the next


@dataclass(frozen=True, slots=True)
class BoxWords:
    """What a box says.

    Attributes:
        title: Operator, or how many nodes are folded.
        shape: Of what it gives.
        rest: Attributes; "" where there are none.
        tip: All of it.
    """

    title: str
    shape: str
    rest: str
    tip: str


class Box(QGraphicsItem):
    """One node, or several that are folded."""

    def __init__(self, place: int, block: Block, words: BoxWords) -> None:
        super().__init__()
        self.place, self.block, self.is_picked = place, block, False
        self._words = words
        self.setToolTip(as_tip(words.tip))

    def set_picked(self, *, is_picked: bool) -> None:
        """Marks it."""
        if is_picked != self.is_picked:
            self.is_picked = is_picked
            self.update()

    def boundingRect(self) -> QRectF:
        return _box().adjusted(-3, -3, 9, 9)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        box = _box()
        edge = color("accent" if self.is_picked else "edge")
        painter.setPen(QPen(edge, 2 if self.is_picked else 1))
        painter.setBrush(color("accent_soft" if self.is_picked else "surface"))
        if self.block.repeats > 1:
            painter.drawRoundedRect(box.translated(5, 5), 6, 6)
        painter.drawRoundedRect(box, 6, 6)
        if painter.worldTransform().m11() >= LEGIBLE:
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        lines = [
            (self._words.title, "small", 600, "text"),
            (self._words.shape, "label", 400, "muted"),
            (self._words.rest, "label", 400, "muted"),
        ]
        lines = [line for line in lines if line[0]]
        width, height = px(WIDTH), px(LINE)
        top = -height * len(lines) / 2
        for place, (words, role, weight, ink) in enumerate(lines):
            line = QRectF(8 - width / 2, top + place * height, width - 16, height)
            painter.setFont(font(role, weight))  # type: ignore[arg-type]
            painter.setPen(color(ink))
            mode = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(words, mode, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)


def _box() -> QRectF:
    width, height = px(WIDTH), px(HEIGHT)
    return QRectF(-width / 2, -height / 2, width, height)


def spot(column: float, rank: int) -> QPointF:
    """The middle of a box."""
    return QPointF(column * px(ACROSS), rank * px(DOWN))


class Line(QGraphicsPathItem):
    """What one node gives to another."""

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setPen(QPen(color("edge"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path())


def line(way: Sequence[tuple[float, int]]) -> Line:
    """A curve through the bends, from the foot of one box to the head of another."""
    places = [spot(column, rank) for column, rank in way]
    half = QPointF(0, px(HEIGHT) / 2)
    path = QPainterPath(places[0] + half)
    for first, last in pairwise(places):
        start, end = first + half, last - half
        middle = (start.y() + end.y()) / 2
        path.lineTo(start)
        path.cubicTo(QPointF(start.x(), middle), QPointF(end.x(), middle), end)
    return Line(path)
