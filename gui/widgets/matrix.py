"""The confusion matrix: what photos of each class are taken for, painted in cells."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui.fonts import FontRole, font_size, px, width_of
from gui.theme import color, font
from gui.widgets.words import counted, grouped, percent

Ints = NDArray[np.int64]
Share = Literal["counts", "true", "predicted"]
LARGEST = 36  # of the design, the side of a cell
SMALLEST = 16
NAMES = 104  # of the design, the widest name of a row
STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class Matrix(QWidget):
    """Paints counts, true classes in rows; a click or Enter picks a cell.

    Signals:
        cell_picked: row and column.
    """

    cell_picked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._table: Ints = np.zeros((0, 0), np.int64)
        self._share: Share = "counts"
        self._chosen: tuple[int, int] | None = None
        self._current = (0, 0)  # where the keys are
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Confusion"))

    def show_table(self, names: Sequence[str], table: Ints) -> None:
        """Shows the counts of classes, (C, C), true ones in rows."""
        self._names, self._table = tuple(names), table
        self._current = (0, 0) if self._current[0] >= len(names) else self._current
        self._refresh()

    def set_share(self, share: Share) -> None:
        """Lets cells say their count, or its share of a row or of a column."""
        self._share = share
        self._refresh()

    def set_chosen(self, cell: tuple[int, int] | None) -> None:
        """Frames the cell whose photos are shown."""
        self._chosen = cell
        self.update()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()

    # ---- geometry

    @property
    def _left(self) -> int:
        widest = _widest(self._names, "small", font_size("small"))
        return min(widest + 8, px(NAMES))

    @property
    def _side(self) -> int:
        return self._side_in(self.width())

    def _side_in(self, width: int) -> int:
        room = (width - self._left - 2) // max(len(self._names), 1)
        return min(max(room, SMALLEST), px(LARGEST))

    @property
    def _has_columns(self) -> bool:
        """Whether there is room for the names of the columns."""
        widest = _widest(self._names, "label", font_size("label"))
        return widest <= self._side - 2

    @property
    def _top(self) -> int:
        return px(18)

    def _cell(self, row: int, column: int) -> QRectF:
        side = self._side
        left, top = self._left + column * side, self._top + row * side
        return QRectF(left, top, side, side).adjusted(1, 1, -1, -1)

    def cell_at(self, place: QPoint) -> tuple[int, int] | None:
        """Returns row and column under a place."""
        row = (place.y() - self._top) // self._side
        column = (place.x() - self._left) // self._side
        count = len(self._names)
        is_inside = 0 <= row < count and 0 <= column < count
        return (row, column) if is_inside else None

    def place_of(self, row: int, column: int) -> QPoint:
        """Returns the middle of a cell."""
        return self._cell(row, column).center().toPoint()

    def minimumSizeHint(self) -> QSize:
        width = self._left + len(self._names) * SMALLEST
        return QSize(width, self.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Returns how high its cells are, which follow its width."""
        return self._top + len(self._names) * self._side_in(width) + 2

    # ---- words

    def tip(self, row: int, column: int) -> str:
        """Says what a cell counts."""
        total = int(self._table[row].sum())
        true, other = self._names[row], self._names[column]
        return cell_words(true, other, int(self._table[row, column]), total)

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        shares = self._shares()
        for row, column in np.ndindex(*self._table.shape):
            self._paint_cell(painter, row, column, float(shares[row, column]))
        if self.hasFocus() and self._names:
            self._frame(painter, self._current, "accent")
        if self._chosen is not None:
            self._frame(painter, self._chosen, "text")

    def _shares(self) -> NDArray[np.float64]:
        table = self._table.astype(np.float64)
        if self._share == "true":
            whole = table.sum(axis=1, keepdims=True)
        elif self._share == "predicted":
            whole = table.sum(axis=0, keepdims=True)
        else:
            whole = np.full((1, 1), table.max(initial=0))
        return np.asarray(table / np.maximum(whole, 1), np.float64)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(font("small"))
        painter.setPen(color("text"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        metrics, mode = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        for row, name in enumerate(self._names):
            cell = self._cell(row, 0)
            where = QRectF(0, cell.top(), self._left - 6, cell.height())
            shown = metrics.elidedText(name, mode, int(where.width()))
            painter.drawText(where, right, shown)
        painter.setFont(font("label", 600))
        painter.setPen(color("muted"))
        whole = QRectF(self._left, 0, len(self._names) * self._side, self._top)
        if not self._has_columns:
            words = self.tr("Predicted, in the same order")
            shown = painter.fontMetrics().elidedText(words, mode, int(whole.width()))
            painter.drawText(whole, Qt.AlignmentFlag.AlignLeft, shown)
            return
        for column, name in enumerate(self._names):
            cell = self._cell(0, column)
            where = QRectF(cell.left(), 0, cell.width(), self._top)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, name)

    def _paint_cell(
        self, painter: QPainter, row: int, column: int, share: float
    ) -> None:
        cell, count = self._cell(row, column), int(self._table[row, column])
        ground = color("accent" if row == column else "bad")
        fill = mixed(color("raised"), ground, share) if count else color("window")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(cell, 3, 3)
        if count:
            shown = grouped(count) if self._share == "counts" else percent(share)
            if width_of(shown, "label", 600) > cell.width():
                return
            painter.setFont(font("label", 600))
            painter.setPen(readable(fill))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, shown)

    def _frame(self, painter: QPainter, cell: tuple[int, int], token: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(token), 2))
        painter.drawRoundedRect(self._cell(*cell), 3, 3)

    # ---- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._current = cell
            self.cell_picked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        last = len(self._names) - 1
        if step is not None and last >= 0:
            row, column = (p + s for p, s in zip(self._current, step, strict=True))
            self._current = (min(max(row, 0), last), min(max(column, 0), last))
            self.setAccessibleDescription(self.tip(*self._current))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space) and last >= 0:
            self.cell_picked.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            cell = self.cell_at(event.pos())
            if cell is not None:
                QToolTip.showText(event.globalPos(), self.tip(*cell), self)
                return True
        return super().event(event)


def cell_words(true: str, other: str, count: int, total: int) -> str:
    """Says what a cell counts: "cheetah taken for leopard: 12 of 24 photos".

    Args:
        true: Name of the class.
        other: What its photos are taken for; the same where they are recognised.
        count: How many are.
        total: Photos of the class.
    """
    if true == other:
        return counted(
            "{name} recognised: {count} of {n} photos",
            "{name} recognised: {count} of {n} photo",
            total,
            name=true,
            count=grouped(count),
        )
    return counted(
        "{true} taken for {other}: {count} of {n} photos",
        "{true} taken for {other}: {count} of {n} photo",
        total,
        true=true,
        other=other,
        count=grouped(count),
    )


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    """Returns a colour between two; a little is seen."""
    part = 0.15 + 0.85 * min(share, 1.0)
    ends = ((each.redF(), each.greenF(), each.blueF()) for each in (ground, ink))
    return QColor.fromRgbF(*(a + (b - a) * part for a, b in zip(*ends, strict=True)))


def readable(ground: QColor) -> QColor:
    """Returns black or white, whichever contrasts more (WCAG 2.2)."""

    def linear(part: float) -> float:
        is_dark = part <= 0.04045
        return part / 12.92 if is_dark else ((part + 0.055) / 1.055) ** 2.4

    parts = (ground.redF(), ground.greenF(), ground.blueF())
    red, green, blue = map(linear, parts)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    is_light = (luminance + 0.05) ** 2 > 0.05 * 1.05
    return QColor(Qt.GlobalColor.black if is_light else Qt.GlobalColor.white)


@lru_cache(8)
def _widest(names: tuple[str, ...], role: FontRole, _size: int) -> int:
    """Returns how wide the widest of names is [px], with letters of this size.

    It is asked for with every cell that is painted.
    """
    return max((width_of(name, role) for name in names), default=0)
