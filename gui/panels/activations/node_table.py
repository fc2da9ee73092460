"""The table of a network's nodes: searchable, sortable, a row is a node.

A network may have 20,000 nodes, so its order and what a search leaves are lists of
places: Qt's own proxy would ask Python for every comparison, which takes seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.fonts import px, width_of
from gui.widgets.words import as_tip

Index = QModelIndex | QPersistentModelIndex

ROW = 24  # px
BESIDE = 28  # px beside a head: its margins, and the arrow of the order
_WIDTHS = (140, 74, 108, 128, 264, 76, 88, 66)  # px, of the columns
_NUMBERS = (3, 5, 6, 7)  # places of columns
STRONGEST = 3  # place of a column


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
        return len(_WIDTHS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[self.order[index.row()]], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(row.tips[column])
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
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
        is_number = section in _NUMBERS
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class NodeTable(QTableView):
    """Shows the nodes; a row chooses one.

    What was chosen is told when the view is done with choosing: whoever hears it may
    replace the rows, and the view would go on with places that are gone.

    Signals:
        node_picked: place of the node among the rows that were set.
    """

    node_picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._nodes = NodeModel()
        self._picked = -1  # place of the marked node
        self.setModel(self._nodes)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Nodes of the network"))
        self.setToolTip(self.tr("Click a head to sort, a row to look at its channels."))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        for place, width in enumerate(_WIDTHS):
            word = self._nodes.headerData(place, Qt.Orientation.Horizontal)
            needed = width_of(str(word), "label", 600) + BESIDE
            head.resizeSection(place, max(px(width), needed))
        queued = Qt.ConnectionType.QueuedConnection
        self.selectionModel().selectionChanged.connect(self._on_selected, queued)

    def set_rows(self, rows: Sequence[NodeRow]) -> None:
        """Shows another network."""
        self._picked = -1
        with QSignalBlocker(self.selectionModel()):
            self._nodes.set_rows(rows)

    def replace_rows(self, rows: Sequence[NodeRow]) -> None:
        """Says more about the same nodes."""
        self._nodes.replace_rows(rows)

    def set_filter(self, words: str) -> None:
        """Leaves only rows with these letters in them, without a signal.

        A view whose chosen row goes would choose the next one.
        """
        with QSignalBlocker(self.selectionModel()):
            self._nodes.set_sought(words)
        self.set_picked(self._picked)

    @property
    def found(self) -> frozenset[int]:
        """Places of the rows that the search leaves."""
        return frozenset(self._nodes.order)

    def pick_first(self) -> None:
        """Chooses the first row that the search leaves, as a click does."""
        if self.shown:
            self.selectRow(0)

    @property
    def shown(self) -> int:
        """How many rows the search leaves."""
        return len(self._nodes.order)

    def set_picked(self, place: int) -> None:
        """Marks a node and brings it into sight, without a signal."""
        self._picked = place
        index = self._nodes.index(self._nodes.row_of(place), 0)
        with QSignalBlocker(self.selectionModel()):
            self.selectRow(index.row()) if index.isValid() else self.clearSelection()
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    @Slot()
    def _on_selected(self) -> None:
        self.viewport().update()
        for index in self.selectionModel().selectedRows():
            self._picked = self._nodes.order[index.row()]
            self.node_picked.emit(self._picked)
