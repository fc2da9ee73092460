"""Paints the table of classes: names, matrix, photos by part, and three numbers."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gui.fonts import px, width_of
from gui.panels.ranking.classes_room import CAPTION, Cell, Room
from gui.theme import color, font
from gui.widgets.matrix import Share, mixed, readable
from gui.widgets.words import fixed, grouped, percent, translate
from inference.ranking import ClassTable

Ints = NDArray[np.int64]
TONES = ("faint", "ghost", "accent")  # training, validation, test
LOW = 0.5  # a number below it is bold
BAR = 6  # of the design, how high the bar of photos is
LONGEST = 0.58  # of its column, the longest bar
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def heads() -> tuple[str, ...]:
    """What stands above names and numbers."""
    return (
        translate("Ranking", "True class"),
        translate("Ranking", "photos"),
        translate("Ranking", "precision"),
        translate("Ranking", "recall"),
        translate("Ranking", "F1"),
    )


def head_tips() -> tuple[str, ...]:
    """What each head means; a click on it sorts."""
    return (
        translate("Ranking", "A click sorts by name."),
        translate(
            "Ranking",
            "Photos of the class: training, validation, test. Amber is below three "
            "quarters of the median. A click sorts.",
        ),
        translate(
            "Ranking",
            "Of what is taken for the class, the share that is it. Bold is below 0.5. "
            "A click sorts.",
        ),
        translate(
            "Ranking",
            "Of the photos of the class, the share that is recognised. Bold is below "
            "0.5. A click sorts.",
        ),
        translate(
            "Ranking",
            "The harmonic mean of precision and recall. Bold is below 0.5. A click "
            "sorts.",
        ),
    )


@dataclass(frozen=True, eq=False)
class Painting:
    """What is painted.

    Attributes:
        painter: Where.
        room: Where each part lies.
        table: The classes.
        order: Of the classes, from top to bottom, (C,).
        share: What the cells say.
        sorted_by: The head that sorts, and whether the largest number is on top.
        lit: Row and column that stand out.
        chosen: The cell that was clicked.
        has_focus: Whether the arrow keys move it.
    """

    painter: QPainter
    room: Room
    table: ClassTable
    order: Ints
    share: Share
    sorted_by: tuple[int, bool] | None
    lit: Cell
    chosen: Cell
    has_focus: bool

    def paint(self) -> None:
        """Paints all of it."""
        self._paint_lit()
        self._paint_heads()
        if self.room.is_large:
            self._paint_columns()
        self._paint_cells()
        for row in self.room.rows:
            self._paint_row(row, int(self.order[row]))

    # ---- words

    @cached_property
    def _fonts(self) -> dict[int, QFont]:
        """Of each weight; to make one takes as long as to write with it."""
        return {weight: font("label", weight) for weight in (400, 600)}

    def _write(
        self,
        where: QRectF,
        words: str,
        align: Qt.AlignmentFlag,
        token: str,
        weight: int,
    ) -> None:
        self.painter.setFont(self._fonts[weight])
        self.painter.setPen(color(token))
        mode, width = Qt.TextElideMode.ElideRight, int(where.width())
        shown = self.painter.fontMetrics().elidedText(words, mode, width)
        self.painter.drawText(where, align, shown)

    def _paint_heads(self) -> None:
        room = self.room
        places = (room.name(-1), *(room.number(-1, n) for n in range(4)))
        sorting, is_falling = self.sorted_by or (-1, False)
        for n, (where, head) in enumerate(zip(places, heads(), strict=True)):
            arrow = "" if n != sorting else " ▾" if is_falling else " ▴"
            token = "accent" if n == sorting else "muted" if n else "text"
            align = LEFT if n == 1 else RIGHT
            self._write(where, f"{head}{arrow}", align, token, 600)
        words = translate("Ranking", "Predicted, in the same order as the rows")
        if room.is_large:
            words = translate("Ranking", "Predicted")
        where = QRectF(room.left, 0, room.width - room.left, px(CAPTION))
        self._write(where, words, LEFT, "muted", 400)

    def _paint_columns(self) -> None:
        """Writes the names of the columns, upright where they are long."""
        room = self.room
        for column in room.columns:
            is_lit = column == self.lit[1]
            look = ("accent" if is_lit else "text", 600 if is_lit else 400)
            name = room.names[int(self.order[column])]
            cell = room.cell(room.rows.start, column)
            above = room.top - px(CAPTION)
            if not room.is_turned:
                where = QRectF(cell.left(), px(CAPTION), cell.width(), above)
                self._write(where, name, CENTRE, *look)
                continue
            self.painter.save()
            self.painter.translate(cell.center().x(), room.top - 4)
            self.painter.rotate(-90)
            where = QRectF(0, -cell.width() / 2, above - 4, cell.width())
            self._write(where, name, LEFT, *look)
            self.painter.restore()

    # ---- the matrix

    def _fill(self, where: QRectF, ground: QColor) -> None:
        self.painter.fillRect(where, ground)

    def _paint_lit(self) -> None:
        """Lights up a row from end to end, and a column within the matrix."""
        room, soft = self.room, color("accent_soft")
        row, column = self.lit
        if row in room.rows:
            top = room.cell(row, room.columns.start).top()
            end = min(room.number(row, 3).right() + 8, room.width)
            self._fill(QRectF(0, top, end, room.side), soft)
        if column in room.columns:
            left = room.cell(room.rows.start, column).left()
            matrix = room.matrix
            self._fill(
                QRectF(left, matrix.top(), room.cell_width, matrix.height()), soft
            )

    def _paint_cells(self) -> None:
        room, painter = self.room, self.painter
        rows, columns = self._in_sight(room.rows), self._in_sight(room.columns)
        counts = self.table.counts[np.ix_(rows, columns)]
        shares = counts / np.maximum(self._whole(rows, columns), 1)
        for down, across in np.argwhere(counts).tolist():
            cell = room.cell(room.rows.start + down, room.columns.start + across)
            is_right = rows[down] == columns[across]
            share, count = float(shares[down, across]), int(counts[down, across])
            self._paint_cell(cell, share, count, "accent" if is_right else "bad")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("line"), 1))
        painter.drawRect(room.matrix.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.chosen[0] in room.rows and self.chosen[1] in room.columns:
            cell = room.cell(*self.chosen)
            if self.has_focus:
                painter.setPen(QPen(color("accent"), 2))
                painter.drawRect(cell.adjusted(-2.5, -2.5, 2.5, 2.5))
            painter.setPen(QPen(color("text"), 2))
            painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5))

    def _in_sight(self, places: range) -> Ints:
        return self.order[places.start : places.stop]

    def _whole(self, rows: Ints, columns: Ints) -> Ints:
        """What the counts in sight are shares of."""
        counts = self.table.counts
        if self.share == "true":
            return self.table.photos[rows][:, np.newaxis]
        if self.share == "predicted":
            return self.table.predicted[columns][np.newaxis]
        return np.full((1, 1), counts.max(initial=0))

    def _paint_cell(self, cell: QRectF, share: float, count: int, token: str) -> None:
        fill = mixed(color("surface"), color(token), share)
        gap = 1.0 if self.room.is_large else min(0.5, cell.width() / 8)
        self._fill(cell.adjusted(gap, gap, -gap, -gap), fill)
        if not self.room.is_large:
            return
        self.painter.setFont(self._fonts[600])
        self.painter.setPen(readable(fill))
        self.painter.drawText(cell, CENTRE, self._cell_words(share, count))

    @cached_property
    def _whole_width(self) -> int:
        return width_of("100 %", "label", 600)

    def _cell_words(self, share: float, count: int) -> str:
        """What a cell says; without the sign where 100 % has no room."""
        if self.share == "counts":
            return grouped(count)
        words, room = percent(share), self.room.cell_width - 4
        return words if self._whole_width <= room else words.removesuffix("%").rstrip()

    # ---- names and numbers

    def _paint_row(self, row: int, index: int) -> None:
        table, is_lit = self.table, row == self.lit[0]
        look = ("accent" if is_lit else "text", 600 if is_lit else 400)
        self._write(self.room.name(row), self.room.names[index], RIGHT, *look)
        self._paint_photos(self.room.number(row, 0), index)
        numbers = (table.precision, table.recall, table.f1)
        for place, values in enumerate(numbers, 1):
            value = float(values[index])
            weight = 600 if value < LOW else 400
            where = self.room.number(row, place)
            self._write(where, fixed(value, 2), RIGHT, "text", weight)

    def _paint_photos(self, where: QRectF, index: int) -> None:
        """Paints a bar in three tones, and the count beside it."""
        longest = LONGEST * where.width()
        unit = longest / max(int(self.table.photos.max(initial=0)), 1)
        left, high = where.left(), px(BAR)
        top = where.center().y() - high / 2
        total, parts = int(self.table.photos[index]), self.table.parts[index].tolist()
        rest = total - sum(parts)
        for count, token in zip((*parts, rest), (*TONES, "line"), strict=True):
            self._fill(QRectF(left, top, count * unit, high), color(token))
            left += count * unit
        is_scarce = bool(self.table.is_scarce[index])
        look = ("warn", 600) if is_scarce else ("muted", 400)
        beside = QRectF(where.left() + longest + 2, where.top(), 0, where.height())
        beside.setRight(where.left() + 0.58 * where.width() + 36)
        self._write(beside, grouped(total), RIGHT, *look)
