"""The rows of the score list: which classes, in which order, and how they are drawn.

The order is worked out once per prediction, with the classes that matter first; while
a patch is dragged it stays, and only the numbers change.
"""

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.fonts import px, width_of
from gui.photo.score_model import ROW_HEIGHT, Index, Role
from gui.theme import RADIUS, color, font
from gui.widgets import words

NARROW = 620  # px
CHANGE = 84  # px of "▼ −0.383"
SHORTEST_BAR = 40  # px
INSET = 8  # px left and right of a row


class ScoreDelegate(QStyledItemDelegate):
    """Paints a row: target ring, name, bar, number; with a patch also the change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_stale = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = QRectF(option.rect)
        state = option.state
        row = area.adjusted(INSET, 0, -INSET, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_target = bool(index.data(Role.IS_TARGET))
        self._paint_ground(painter, row, state, is_target=is_target)
        after = index.data(Role.AFTER)
        widths = _widths(area.width(), is_probing=after is not None)
        self._paint_ring(painter, row, is_target=is_target)
        face = font("body", 600 if is_target else 400)
        ink = color("faint" if self.is_stale else "text")
        name = QRectF(row.left() + 34, row.top(), widths[0] - 8, row.height())
        if index.data(Role.IS_TRUE):
            name = _paint_true(painter, name)
        _write(painter, name, str(index.data()), face, ink)
        left = row.left() + 34 + widths[0]
        track = QRectF(left, row.center().y() - 5, widths[1], 10)
        before = float(index.data(Role.BEFORE))
        self._paint_bars(painter, track, before, after, is_target=is_target)
        numbers = QRectF(
            track.right() + 12,
            row.top(),
            row.right() - track.right() - 20,
            row.height(),
        )
        if after is None:
            _write(painter, numbers, words.score(before), face, ink, is_right=True)
        else:
            _write_change(painter, numbers, before, after, ink)
        painter.restore()

    @staticmethod
    def _paint_ground(
        painter: QPainter, row: QRectF, state: QStyle.StateFlag, *, is_target: bool
    ) -> None:
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        is_under_pointer = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "accent_soft" if is_target else "raised" if is_under_pointer else None
        painter.setPen(QPen(color("accent"), 2) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
        inner = row.adjusted(1, 1, -1, -1) if has_focus else row
        painter.drawRoundedRect(inner, RADIUS, RADIUS)

    @staticmethod
    def _paint_ring(painter: QPainter, row: QRectF, *, is_target: bool) -> None:
        middle = QPointF(row.left() + 16, row.center().y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("accent" if is_target else "ghost"), 1.6))
        painter.drawEllipse(middle, 5.5, 5.5)
        if is_target:
            painter.setBrush(color("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(middle, 2.6, 2.6)

    def _paint_bars(
        self,
        painter: QPainter,
        track: QRectF,
        before: float,
        after: float | None,
        *,
        is_target: bool,
    ) -> None:
        bars = [(track, 1.0, "surface" if is_target else "raised", 3)]
        tone = "accent" if is_target and not self.is_stale else "faint"
        if self.is_stale:
            tone = "ghost"
        if after is None:
            bars.append((track, before, tone, 3))
        else:
            bars.append((track, before, "ghost", 3))
            bars.append((track.adjusted(0, 2.5, 0, -2.5), after, tone, 2))
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, share, token, radius in bars:
            painter.setBrush(color(token))
            width = max(rect.width() * share, 2)
            bar = QRectF(rect.left(), rect.top(), width, rect.height())
            painter.drawRoundedRect(bar, radius, radius)


def _widths(whole: float, *, is_probing: bool) -> tuple[float, float]:
    """Widths of name and bar in a list of this width."""
    is_narrow = whole < px(NARROW)
    wanted = px((150 if is_probing else 170) if is_narrow else 230)
    numbers = px(190 if is_narrow else 216) if is_probing else px(72)
    if is_probing:
        written = width_of("<0.001 → <0.001", weight=500) + px(CHANGE)
        numbers = max(numbers, written + 12)
    room = whole - 2 * INSET - 34 - numbers - 12
    name = min(wanted, room - SHORTEST_BAR)  # names are shortened, numbers never
    return name, room - name


def _paint_true(painter: QPainter, name: QRectF) -> QRectF:
    """Paints "true" at the right of a name; returns the room that is left for it."""
    word = words.translate("Scores", "true")
    width = width_of(word, "label", 600) + 10
    badge = QRectF(name.right() - width, name.center().y() - px(8), width, px(16))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("good_soft"))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setFont(font("label", 600))
    painter.setPen(color("good"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, word)
    return name.adjusted(0, 0, -width - 6, 0)


def _write(
    painter: QPainter,
    where: QRectF,
    text: str,
    face: QFont,
    ink: QColor,
    *,
    is_right: bool = False,
) -> None:
    painter.setFont(face)
    painter.setPen(ink)
    mode = Qt.TextElideMode.ElideRight
    shown = QFontMetricsF(face).elidedText(text, mode, where.width())
    align = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, shown)


def _write_change(
    painter: QPainter, where: QRectF, before: float, after: float, ink: QColor
) -> None:
    pair = f"{words.score(before)} → {words.score(after)}"
    both = where.adjusted(0, 0, -px(CHANGE), 0)
    _write(painter, both, pair, font("body", 500), ink, is_right=True)
    text = words.change(before, after)
    token = {"▲": "good", "▼": "bad"}.get(text[0], "muted")
    _write(painter, where, text, font("body", 600), color(token), is_right=True)
