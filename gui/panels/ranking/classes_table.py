"""The table of classes: pointed at, chosen, sorted, and scrolled where it is long."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip

from gui.errors import said
from gui.fonts import px
from gui.panels.ranking.classes_painting import Painting, head_tips
from gui.panels.ranking.classes_room import Cell, Room, widest_of
from gui.widgets.form import named
from gui.widgets.matrix import STEPS, Share, cell_words
from gui.widgets.words import shortened
from inference.ranking import ClassOrder, ClassTable

Ints = NDArray[np.int64]
TALLEST = 16_777_215  # px, of a widget without a limit


class ClassesTable(QAbstractScrollArea):
    """Shows how each class fares; rows and columns stand in one order.

    Signals:
        lit: another cell stands out, pointed at or chosen.
        head_picked: a head sorts the rows now.
        cell_opened: row and column of `ClassTable`, whose photos are wanted.
    """

    lit = Signal()
    head_picked = Signal()
    cell_opened = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._table: ClassTable | None = None
        self._names: tuple[str, ...] = ()
        self._order: Ints = np.zeros(0, np.int64)
        self._sorted_by: tuple[int, bool] | None = None  # a head, largest on top
        self._by: ClassOrder = "similar"
        self._share: Share = "true"
        self._chosen: Cell = (0, 0)  # of `ClassTable`
        self._pointed: Cell | None = None
        self._widest = 0  # px, of the names
        self._room = Room((), 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        named(self, self.tr("Table of classes"), "")
        self.verticalScrollBar().valueChanged.connect(self._follow_rows)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    # ---- what is shown

    def show_table(self, table: ClassTable) -> None:
        """Shows other classes, or the same anew; what was chosen stays where it can."""
        has_same = self._table is not None and table.names == self._table.names
        self._table = table
        self._names = tuple(said(name) for name in table.names)
        self._pointed = None
        if not has_same:
            self._chosen, self._sorted_by = table.commonest, None
        self._sort()
        self._refresh()

    def set_share(self, share: Share) -> None:
        """Lets cells say their count, or its share of a row or of a column."""
        self._share = share
        self.viewport().update()

    def set_order(self, order: ClassOrder) -> None:
        """Puts classes in another order, from the top."""
        self._by, self._sorted_by = order, None
        self._sort()
        self.verticalScrollBar().setValue(0)

    def choose(self, true: int, other: int) -> None:
        """Chooses a cell of `ClassTable`, and brings it into sight."""
        self._chosen, self._pointed = (true, other), None
        row, column = self._place(self._chosen)
        room = self.room
        if row not in room.rows:
            self.verticalScrollBar().setValue(row - len(room.rows) // 2)
        if column not in self.room.columns:
            self.horizontalScrollBar().setValue(column - len(room.columns) // 2)
        self._tell()

    @property
    def lit_cell(self) -> Cell:
        """Row and column of `ClassTable` that stand out."""
        return self._pointed or self._chosen

    @property
    def chosen(self) -> Cell:
        """Row and column of `ClassTable` that were chosen."""
        return self._chosen

    def words(self, cell: Cell, longest: int = 255) -> str:
        """Says what a cell counts; of names so many letters."""
        if self._table is None:
            return ""
        true, other = (shortened(self._names[each], longest) for each in cell)
        count, total = self._table.counts[cell], self._table.photos[cell[0]]
        return cell_words(true, other, int(count), int(total))

    # ---- order and room

    @property
    def room(self) -> Room:
        """Where each part lies."""
        size = self.viewport().size()
        first = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        room = Room(self._names, self._widest, size.width(), size.height(), first)
        if room != self._room:  # what was measured in it is kept
            self._room = room
        return self._room

    @property
    def names_shown(self) -> list[str]:
        """The classes from top to bottom."""
        return [self._names[n] for n in self._order.tolist()]

    def place_of(self, true: int, other: int) -> QPoint:
        """Returns the middle of a cell of `ClassTable`."""
        return self.room.cell(*self._place((true, other))).center().toPoint()

    def _place(self, cell: Cell) -> Cell:
        """Where a cell of `ClassTable` stands: row and column from the top left."""
        places = np.argsort(self._order)
        return int(places[cell[0]]), int(places[cell[1]])

    def _sort(self) -> None:
        table = self._table
        if table is None:
            return
        if self._sorted_by is None:
            self._order = table.orders[self._by]
        else:
            head, is_falling = self._sorted_by
            rows = table.sorted_by(head)
            self._order = rows[::-1] if is_falling else rows
        self._tell()

    def _refresh(self) -> None:
        """Measures its names, and takes the room for its rows."""
        self._widest = widest_of(self._names)
        self._room = Room((), 0, 0, 0)
        self._take_room()

    def _take_room(self) -> None:
        """Is as high as its rows are, gives way as far as they do, or scrolls."""
        room, many = self.room, self.room.is_scrolled
        bars, way = Qt.ScrollBarPolicy, QSizePolicy.Policy
        shown = bars.ScrollBarAlwaysOn if many else bars.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        self.setHorizontalScrollBarPolicy(shown)
        self.setSizePolicy(way.Expanding, way.Expanding if many else way.Maximum)
        below = self.horizontalScrollBar().height() if many else 0
        self.setMinimumHeight(room.least_height + below)
        self.setMaximumHeight(TALLEST if many else room.whole_height)
        self._fit()

    def _fit(self) -> None:
        """Lets the bars reach what is not in sight."""
        room = self.room
        for bar, shown in (
            (self.verticalScrollBar(), len(room.rows)),
            (self.horizontalScrollBar(), len(room.columns)),
        ):
            bar.setRange(0, max(room.count - shown, 0))
            bar.setPageStep(shown)
        self.viewport().update()

    def _follow_rows(self, first: int) -> None:
        """Keeps the diagonal in sight."""
        self.horizontalScrollBar().setValue(first)
        self._on_scrolled()

    def _on_scrolled(self, _value: int = 0) -> None:
        self._pointed = None
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words(self.lit_cell) if self._names else "")
        self.viewport().update()
        self.lit.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), self.minimumHeight())

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        high = least.height() if self.room.is_scrolled else self.maximumHeight()
        return QSize(least.width(), high)

    # ---- mouse and keys

    def _cell_at(self, place: QPoint) -> Cell | None:
        """The cell of `ClassTable` that is meant: of a row the commonest mistake."""
        room = self.room
        row, column = room.row_at(place), room.column_at(place)
        if row is None or self._table is None:
            return None
        true = int(self._order[row])
        if column is None or not room.matrix.contains(place):
            return true, self._table.rival(true)
        return true, int(self._order[column])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._cell_at(event.position().toPoint()))

    def _point(self, cell: Cell | None) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self._table is None:
            return
        head, cell = self.room.head_at(place), self._cell_at(place)
        if head is not None:
            is_again = self._sorted_by == (head, False)
            self._sorted_by = (head, is_again)
            self._sort()
            self.verticalScrollBar().setValue(0)
            self.head_picked.emit()
        elif cell is not None:
            self._chosen = cell
            self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # as the press was

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self.cell_opened.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, last = STEPS.get(Qt.Key(event.key())), len(self._names) - 1
        if step is not None and last >= 0:
            where = zip(self._place(self._chosen), step, strict=True)
            row, column = (min(max(at + by, 0), last) for at, by in where)
            self.choose(int(self._order[row]), int(self._order[column]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space) and last >= 0:
            self.cell_opened.emit(*self._chosen)
        else:
            super().keyPressEvent(event)

    # ---- Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._table is None:
            return
        painter, order, by = QPainter(self.viewport()), self._order, self._sorted_by
        places = self._place(self.lit_cell), self._place(self._chosen)
        scene = (painter, self.room, self._table, order, self._share, by, *places)
        Painting(*scene, self.hasFocus()).paint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._names:
            self._refresh()  # letters may be larger now

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()  # names of columns may stand upright now

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.room.is_scrolled:
            super().wheelEvent(event)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._point(None)
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _tip(self, place: QPoint) -> str:
        """What is said of a head or of a cell."""
        head, cell = self.room.head_at(place), self._cell_at(place)
        if head is not None:
            return head_tips()[head]
        return "" if cell is None else self.words(cell)
