"""The table of a network's nodes: searchable, sortable, a row is a node."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSortFilterProxyModel,
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
SORT = Qt.ItemDataRole.UserRole
FOUND = Qt.ItemDataRole.UserRole + 1  # all words of a row, which the search looks at


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as it stands in the table.

    Attributes:
        cells: What each column says.
        keys: What each column is sorted by.
        tips: The same in full.
    """

    cells: tuple[str, ...]
    keys: tuple[str | float, ...]
    tips: tuple[str, ...]


class NodeModel(QAbstractTableModel):
    """The rows of the table."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[NodeRow, ...] = ()
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
        self.endResetModel()

    def replace_rows(self, rows: Sequence[NodeRow]) -> None:
        """Says more about the same nodes, whose selection stays; others are reset."""
        if len(rows) != len(self._rows):
            self.set_rows(rows)
        elif rows:
            self._rows = tuple(rows)
            last = self.index(len(rows) - 1, len(_WIDTHS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(_WIDTHS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == FOUND:
            return "\n".join(row.cells)
        if role == SORT:
            return row.keys[column]
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
        self._found = QSortFilterProxyModel()
        self._found.setSourceModel(self._nodes)
        self._found.setSortRole(SORT)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setFilterRole(FOUND)
        self.setModel(self._found)
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
        self._found.invalidate()

    def replace_rows(self, rows: Sequence[NodeRow]) -> None:
        """Says more about the same nodes."""
        self._nodes.replace_rows(rows)

    def set_filter(self, words: str) -> None:
        """Leaves only rows with these letters in them, without a signal.

        A view whose chosen row goes would choose the next one.
        """
        with QSignalBlocker(self.selectionModel()):
            self._found.setFilterFixedString(words)
        self.set_picked(self._picked)

    @property
    def found(self) -> frozenset[int]:
        """Places of the rows that the search leaves."""
        rows = range(self._found.rowCount())
        at = (self._found.mapToSource(self._found.index(row, 0)) for row in rows)
        return frozenset(index.row() for index in at)

    def pick_first(self) -> None:
        """Chooses the first row that the search leaves, as a click does."""
        if self.shown:
            self.selectRow(0)

    @property
    def shown(self) -> int:
        """How many rows the search leaves."""
        return self._found.rowCount()

    def set_picked(self, place: int) -> None:
        """Marks a node and brings it into sight, without a signal."""
        self._picked = place
        index = self._found.mapFromSource(self._nodes.index(place, 0))
        with QSignalBlocker(self.selectionModel()):
            self.selectRow(index.row()) if index.isValid() else self.clearSelection()
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    @Slot()
    def _on_selected(self) -> None:
        self.viewport().update()
        for index in self.selectionModel().selectedRows():
            self._picked = self._found.mapToSource(index).row()
            self.node_picked.emit(self._picked)
