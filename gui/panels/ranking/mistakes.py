"""The commonest mistakes, where there are too many classes for a matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.fonts import px
from gui.theme import RADIUS, color, font
from gui.widgets.form import named
from gui.widgets.words import as_tip, grouped

LINE = 26  # of the design, the height of a mistake
_MISTAKE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Mistake:
    """Photos of a class that are taken for another.

    Attributes:
        true: The place of the class.
        other: That of the class which they are taken for.
        names: Of both.
        count: How many photos.
    """

    true: int
    other: int
    names: tuple[str, str]
    count: int


class MistakeList(QListWidget):
    """Lists mistakes, a line each; long names give way, the count does not.

    Signals:
        picked: the place of the true class, and of the predicted one.
    """

    picked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_MistakeDelegate(self))
        tip = self.tr("The commonest mistakes; a click shows their photos.")
        named(self, self.tr("Commonest mistakes"), tip)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Shows other mistakes, the commonest first."""
        self.clear()
        for each in mistakes:
            words = self.tr("{true} → {other}  {count}").format(
                true=each.names[0], other=each.names[1], count=grouped(each.count)
            )
            item = QListWidgetItem(words)
            item.setToolTip(as_tip(words))
            item.setData(_MISTAKE, each)
            self.addItem(item)
        self.setFixedHeight(max(len(mistakes), 1) * px(LINE) + 4)

    def _on_item(self, item: QListWidgetItem) -> None:
        found: Mistake = item.data(_MISTAKE)
        self.picked.emit(found.true, found.other)


class _MistakeDelegate(QStyledItemDelegate):
    """Paints "sushi → sashimi" and, at the right, how often."""

    def sizeHint(
        self,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return QSize(0, px(LINE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        mistake: Mistake = index.data(_MISTAKE)
        line = QRectF(option.rect)
        _paint_ground(painter, line, option.state)
        line.adjust(6, 0, -6, 0)
        painter.setPen(color("text"))
        painter.setFont(font("body", 600))
        count = grouped(mistake.count)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, count)
        used = painter.fontMetrics().horizontalAdvance(count) + 10
        painter.setFont(font("body"))
        room = line.width() - used
        painter.drawText(line, middle, fitted(painter, mistake.names, int(room)))


def _paint_ground(painter: QPainter, line: QRectF, state: QStyle.StateFlag) -> None:
    token = "accent_soft" if state & QStyle.StateFlag.State_Selected else ""
    if not token and state & QStyle.StateFlag.State_MouseOver:
        token = "line"
    if token:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(token))
        painter.drawRoundedRect(line.adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def fitted(painter: QPainter, names: tuple[str, str], room: int) -> str:
    """Returns two names with an arrow; the longer one gives way first.

    Args:
        painter: Its font is measured.
        names: Of the classes.
        room: How wide they may be in all [px].
    """
    metrics, arrow = painter.fontMetrics(), " → "
    room -= metrics.horizontalAdvance(arrow)
    needs = [metrics.horizontalAdvance(name) for name in names]
    least = room // 2
    rooms = [max(least, room - needs[1]), max(least, room - needs[0])]
    mode = Qt.TextElideMode.ElideRight
    pairs = zip(names, rooms, strict=True)
    return arrow.join(metrics.elidedText(name, mode, width) for name, width in pairs)
