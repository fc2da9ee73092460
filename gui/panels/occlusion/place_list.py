"""The list of the most damaging places: a row each, chosen with click or arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.fonts import px
from gui.theme import RADIUS, Tone, color, font
from gui.widgets.form import named

ROW = 42  # px
RANK = 30  # px, of the number at the left
INSET = 8  # px left and right of a row
_AT_LEAST = 60  # px, of what becomes of the prediction; narrower says nothing

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """What is said of a place.

    Attributes:
        figures: "0.962 → 0.005".
        change: "▼ −0.957".
        tone: Of the change.
        outcome: "becomes muzzle".
        where: "row 138, column 151 of the photo".
    """

    figures: str
    change: str
    tone: Tone
    outcome: str
    where: str

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return f"{self.figures} {self.change}, {self.outcome}, {self.where}"


class _Rows(QAbstractListModel):
    """The places, the worst first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PlaceRow, ...] = ()

    def show(self, rows: Sequence[PlaceRow]) -> None:
        """Tells of other places."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        said = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role == Qt.ItemDataRole.DisplayRole or role in said:
            return row.spoken
        return row if role == Qt.ItemDataRole.UserRole else None


class PlaceList(QListView):
    """Shows the places; one of them is chosen.

    Signals:
        place_picked: the user chose a place; its number in the list, from 0.
    """

    place_picked = Signal(int)

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        named(self, name, tip)
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setProperty("kind", "places")
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_chosen)

    def show_rows(self, rows: Sequence[PlaceRow], chosen: int) -> None:
        """Shows places, without a signal."""
        if tuple(rows) != self._rows.rows:
            self.selectionModel().blockSignals(True)
            self._rows.show(rows)
            self.selectionModel().blockSignals(False)
            self.setFixedHeight(px(ROW) * len(rows))
        if rows and self.currentIndex().row() != chosen:
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._rows.index(chosen))
            self.selectionModel().blockSignals(False)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _on_chosen(self, current: QModelIndex, _former: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid():
            self.place_picked.emit(current.row())


class _PlaceDelegate(QStyledItemDelegate):
    """Paints a row: rank, before and after, what becomes of it, where it lies."""

    def __init__(self, parent: PlaceList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: PlaceRow = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = index.row() == self._list.currentIndex().row()
        has_focus = is_chosen and self._list.hasFocus()
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, area, _ground(is_chosen, is_under), has_focus)
        rank = QRectF(area.left(), area.top(), px(RANK), area.height())
        middle = Qt.AlignmentFlag.AlignCenter
        _write(painter, rank, str(index.row() + 1), font("body", 600), "text", middle)
        _paint_words(painter, area.adjusted(px(RANK), 3, -INSET, -3), row)
        painter.restore()


def _ground(is_chosen: bool, is_under: bool) -> str | None:
    if is_chosen:
        return "accent_soft"
    return "line" if is_under else None


def _paint_ground(
    painter: QPainter, area: QRectF, ground: str | None, has_focus: bool
) -> None:
    painter.setPen(QPen(color("accent"), 2) if has_focus else Qt.PenStyle.NoPen)
    painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def _paint_words(painter: QPainter, area: QRectF, row: PlaceRow) -> None:
    """Numbers are never shortened; what becomes of the prediction gives way."""
    half = area.height() / 2
    first = QRectF(area.left(), area.top(), area.width(), half)
    second = first.translated(0, half)
    strong = font("body", 600)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    gap = 8.0
    measure = QFontMetricsF(strong).horizontalAdvance
    _write(painter, first, row.figures, strong, "text", left)
    change = first.adjusted(measure(row.figures) + gap, 0, 0, 0)
    token = row.tone if row.tone in ("good", "bad") else "muted"
    _write(painter, change, row.change, strong, token, left)
    outcome = change.adjusted(measure(row.change) + gap, 0, 0, 0)
    if outcome.width() >= _AT_LEAST:
        _write(painter, outcome, row.outcome, font("body"), "text", right)
    _write(painter, second, row.where, font("small"), "muted", left)


def _write(
    painter: QPainter,
    where: QRectF,
    words: str,
    face: QFont,
    token: str,
    align: Qt.AlignmentFlag,
) -> None:
    shade: QColor = color(token)
    painter.setFont(face)
    painter.setPen(shade)
    mode = Qt.TextElideMode.ElideRight
    shown = QFontMetricsF(face).elidedText(words, mode, where.width() + 1)
    painter.drawText(where, align, shown)
