"""Two shares with their 95 % intervals on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import px, width_of
from gui.theme import color, font
from gui.widgets.share import share_words
from gui.widgets.words import percent
from inference.dataset import Share

LINE = 26  # of the design, a share
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
DOT = 5.0  # px, radius


@dataclass(frozen=True, slots=True)
class Row:
    """A share with its name.

    Attributes:
        name: What stands before it.
        share: So many of so many.
        token: Its colour.
    """

    name: str
    share: Share
    token: str


class ShareAxis(QWidget):
    """Paints shares below each other over one axis from 0 to 100 %."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other shares."""
        self._rows = tuple(rows)
        told = (f"{row.name}: {share_words(row.share)}" for row in rows)
        self.setAccessibleName("; ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(LINE) * len(self._rows) + px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _area(self) -> QRectF:
        """Where the axis lies."""
        widest = max((width_of(row.name, weight=600) for row in self._rows), default=0)
        numbers = max((width_of(_words(row.share)) for row in self._rows), default=0)
        left, right = widest + px(20), numbers + px(24)
        height = px(LINE) * len(self._rows)
        return QRectF(left, 0, max(self.width() - left - right, 40), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area
        painter.setFont(font("label"))
        for tick in self._ticks(area):
            at = area.left() + tick * area.width()
            painter.setPen(QPen(color("line"), 1))
            painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))
            painter.setPen(color("muted"))
            where = QRectF(at - px(30), area.bottom(), px(60), px(18))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, percent(tick))
        for n, row in enumerate(self._rows):
            line = QRectF(area.left(), n * px(LINE), area.width(), px(LINE))
            self._paint_row(painter, line, row)

    def _ticks(self, area: QRectF) -> tuple[float, ...]:
        """Returns the shares that have room for their number: both ends always."""
        widest = width_of(percent(1.0), "label") + px(4)
        steps = (1, 2, len(TICKS) - 1)
        apart = area.width() / (len(TICKS) - 1)
        return TICKS[:: next((n for n in steps if n * apart >= widest), steps[-1])]

    def _paint_row(self, painter: QPainter, line: QRectF, row: Row) -> None:
        middle = line.center().y()
        ends = [line.left() + end * line.width() for end in row.share.interval]
        painter.setPen(QPen(color(row.token), 3))
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        painter.setPen(QPen(color("surface"), 1))
        painter.setBrush(color(row.token))
        at = line.left() + row.share.value * line.width()
        painter.drawEllipse(QPointF(at, middle), DOT, DOT)
        painter.setPen(color("text"))
        painter.setFont(font("body", 600))
        whole = QRectF(0, line.top(), self.width(), line.height())
        sides = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole, sides | Qt.AlignmentFlag.AlignLeft, row.name)
        painter.drawText(whole, sides | Qt.AlignmentFlag.AlignRight, _words(row.share))


def _words(share: Share) -> str:
    low, high = share.interval
    return f"{percent(share.value)}  ({100 * low:.0f}–{100 * high:.0f})"
