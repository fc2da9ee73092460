"""Where the parts of the table of classes lie, in px of what is in sight."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRectF

from gui.fonts import px, width_of

LARGE = 15  # classes, to which rows are high, and cells hold numbers
LEAST = 16  # rows in sight of a table that scrolls
WHOLE = 40  # classes, to which all are in sight; more scroll
HIGH, LOW = 28, 14  # of the design, rows
CLOSE = 19  # of the design, the least of a high row
WIDEST, NARROWEST = 44, 4  # of the design, a cell
LONGEST = 84  # of the design, a column's name
CAPTION = 17  # of the design, a line above the rows
WIDE = 760  # of the design; narrower, names and numbers are closer
NAMES = (104, 132)  # of the design, of a name, close and wide
NUMBERS = ((90, 62, 50, 40), (104, 78, 70, 62))  # photos, precision, recall, F1
GAP = 24  # px between matrix and numbers

Cell = tuple[int, int]


def widest_of(names: Iterable[str]) -> int:
    """How wide the longest name is written [px]; to be asked once for many names."""
    return max((width_of(name, "label", 600) for name in names), default=0)


@dataclass(frozen=True)
class Room:
    """The places of names, cells and numbers.

    Attributes:
        names: Of the classes.
        widest: How wide the longest of them is written [px]; see `widest_of`.
        width: What there is [px].
        height: Likewise; rows below it are not in sight.
        first: The first row and column in sight.
    """

    names: tuple[str, ...]
    widest: int
    width: int
    height: int
    first: Cell = (0, 0)

    @property
    def count(self) -> int:
        """How many classes there are."""
        return len(self.names)

    @property
    def is_large(self) -> bool:
        """Whether cells hold numbers, and columns have names."""
        return self.count <= LARGE

    @property
    def is_scrolled(self) -> bool:
        """Whether not all rows and columns need to be in sight."""
        return self.count > WHOLE

    @property
    def side(self) -> int:
        """How high a row is; high rows stand closer where there is no room."""
        if not self.is_large:
            return px(LOW)
        room = (self.height - self.top - 2) // max(self.count, 1)
        return min(max(room, px(CLOSE)), px(HIGH))

    @cached_property
    def left(self) -> int:
        """Where the matrix begins."""
        most = px(NAMES[self.width >= px(WIDE)])
        least = width_of("predicted", "label", 600)
        return max(min(self.widest + 14, most), least)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """How wide photos, precision, recall and F1 are."""
        return tuple(px(each) for each in NUMBERS[self.width >= px(WIDE)])

    @cached_property
    def cell_width(self) -> float:
        """How wide a cell is."""
        if self.is_scrolled:
            return px(LOW)
        room = self._across / max(self.count, 1)
        return min(max(room, px(NARROWEST)), px(WIDEST if self.is_large else LOW))

    @property
    def _across(self) -> int:
        """What there is for the matrix, from left to right."""
        return max(self.width - self.left - GAP - sum(self.numbers), px(LOW))

    @cached_property
    def columns(self) -> range:
        """Those in sight."""
        if not self.is_scrolled:
            return range(self.count)
        shown = min(self._across // self.side, self.count)
        first = min(self.first[1], self.count - shown)
        return range(first, first + shown)

    @cached_property
    def rows(self) -> range:
        """Those in sight."""
        if not self.is_scrolled:
            return range(self.count)
        shown = min(max((self.height - self.top - 2) // self.side, 1), self.count)
        first = min(self.first[0], self.count - shown)
        return range(first, first + shown)

    @cached_property
    def is_turned(self) -> bool:
        """Whether the names of columns stand upright: a cell is not wide enough."""
        return self.widest > self.cell_width - 4

    @cached_property
    def top(self) -> int:
        """Where the first row begins."""
        if not self.is_large:
            return 2 * px(CAPTION)
        if not self.is_turned:
            return 2 * px(CAPTION) + 2
        return px(CAPTION) + min(self.widest + 8, px(LONGEST))

    @property
    def whole_height(self) -> int:
        """What all rows need, as high as they may be."""
        return self.top + self.count * px(HIGH if self.is_large else LOW) + 2

    @property
    def least_height(self) -> int:
        """What all rows need, as close as they may be; of many rows some."""
        count = LEAST if self.is_scrolled else self.count
        return self.top + count * px(CLOSE if self.is_large else LOW) + 2

    @property
    def matrix(self) -> QRectF:
        """All cells in sight."""
        width, height = len(self.columns) * self.cell_width, len(self.rows) * self.side
        return QRectF(self.left, self.top, width, height)

    def cell(self, row: int, column: int) -> QRectF:
        """A cell."""
        left = self.left + (column - self.columns.start) * self.cell_width
        top = self.top + (row - self.rows.start) * self.side
        return QRectF(left, top, self.cell_width, self.side)

    def number(self, row: int, place: int) -> QRectF:
        """Photos (0), precision, recall or F1 (3) of a row; of the heads for −1."""
        top = self.top - px(CAPTION) if row < 0 else self.cell(row, 0).top()
        height = px(CAPTION) if row < 0 else self.side
        left = self.matrix.right() + GAP + sum(self.numbers[:place])
        return QRectF(left, top, self.numbers[place], height)

    def name(self, row: int) -> QRectF:
        """The name of a row; of their head for −1."""
        top = self.top - px(CAPTION) if row < 0 else self.cell(row, 0).top()
        height = px(CAPTION) if row < 0 else self.side
        return QRectF(0, top, self.left - 8, height)

    def row_at(self, place: QPoint) -> int | None:
        """The row at a place; None for none."""
        row = self.rows.start + int((place.y() - self.top) // self.side)
        return row if row in self.rows and place.y() >= self.top else None

    def column_at(self, place: QPoint) -> int | None:
        """The column at a place; None for none."""
        column = self.columns.start + int((place.x() - self.left) // self.cell_width)
        return column if column in self.columns else None

    def head_at(self, place: QPoint) -> int | None:
        """Which head is at a place: 0 of the names, 1 to 4 of the numbers."""
        rects = (self.name(-1), *(self.number(-1, n) for n in range(4)))
        found = (n for n, rect in enumerate(rects) if rect.contains(place))
        return next(found, None)
