"""The rows of a network's table: what its nodes say, their order, what is found.

A network may have 20,000 nodes, so its order and what a search leaves are lists of
places: Qt's own proxy would ask Python for every comparison, which takes seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from gui.widgets.words import as_tip

Index = QModelIndex | QPersistentModelIndex

NUMBERS = (3, 5, 6, 7)  # places of columns
NAME, OPERATOR, SHAPE, STRONGEST = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as it stands in the table.

    Attributes:
        cells: What each column says.
        keys: What each column is sorted by.
        tips: The same in full.
        words: All of its cells in small letters: what the search looks at.
    """

    cells: tuple[str, ...]
    keys: tuple[str | float, ...]
    tips: tuple[str, ...]
    words: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", "\n".join(self.cells).lower())


class NodeModel(QAbstractTableModel):
    """The rows of the table: those nodes that the search leaves, in their order.

    Attributes:
        order: Places of the nodes, row by row.
    """

    def __init__(self) -> None:
        super().__init__()
        self.order: tuple[int, ...] = ()
        self._rows: tuple[NodeRow, ...] = ()
        self._sought = ""
        self._sorted_by, self._direction = -1, Qt.SortOrder.AscendingOrder
        self._heads = (
            self.tr("Name"),
            self.tr("Operator"),
            self.tr("Output"),
            self.tr("Strongest"),
            self.tr("Attributes"),
            self.tr("Parameters"),
            self.tr("Multiply-adds"),
            self.tr("Memory"),
        )
        self._tips = (
            self.tr("The node's name, shortened; the tooltip has the full one."),
            self.tr("The ONNX operator."),
            self.tr("Shape of what it gives for one photo."),
            self.tr("The channel that holds its maximum, and the maximum."),
            self.tr("How it computes: kernel, stride, pads, groups and the like."),
            self.tr("Weights that it is the first to use."),
            self.tr("Multiplications with an addition, for one photo."),
            self.tr("Bytes of what it gives."),
        )

    def set_rows(self, rows: Sequence[NodeRow]) -> None:
        """Shows other nodes."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.order = self._wanted()
        self.endResetModel()

    def set_sought(self, words: str) -> None:
        """Leaves the nodes with these letters."""
        self.beginResetModel()
        self._sought = words.lower()
        self.order = self._wanted()
        self.endResetModel()

    def replace_rows(self, rows: Sequence[NodeRow]) -> None:
        """Says more about the same nodes, whose selection stays; others are reset."""
        if len(rows) != len(self._rows):
            self.set_rows(rows)
            return
        self._rows = tuple(rows)
        self._lay_out()

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        self._sorted_by, self._direction = column, order
        self._lay_out()

    def row_of(self, place: int) -> int:
        """Returns where a node stands; −1 where the search leaves it out."""
        return self.order.index(place) if place in self.order else -1

    def longest(self, column: int) -> list[str]:
        """Returns those cells of a column, of all rows, that may be the widest."""
        return nlargest(8, (row.cells[column] for row in self._rows), key=len)

    def _wanted(self) -> tuple[int, ...]:
        """The places of the nodes that the search leaves, in their order."""
        rows, column = self._rows, self._sorted_by
        left = [n for n, row in enumerate(rows) if self._sought in row.words]
        if column >= 0:
            is_down = self._direction is Qt.SortOrder.DescendingOrder
            left.sort(key=lambda n: rows[n].keys[column], reverse=is_down)
        return tuple(left)

    def _lay_out(self) -> None:
        """Puts the rows in their order; what is chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self.order[index.row()] for index in before]
        self.order = self._wanted()
        after = [
            self.index(self.row_of(place), index.column())
            for place, index in zip(places, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.order)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[self.order[index.row()]], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(row.tips[column])
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[section]
        is_number = section in NUMBERS
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
