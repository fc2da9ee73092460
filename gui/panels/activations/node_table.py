"""The table of a network's nodes: searchable, sortable, a row is a node."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.fonts import px, width_of
from gui.panels.activations.node_model import (
    NAME,
    NUMBERS,
    OPERATOR,
    SHAPE,
    STRONGEST,
    NodeModel,
    NodeRow,
)

ROW, HEAD = 24, 30  # px
IN_SIGHT = 4  # rows, at least
BAR = 12  # px, of the scroll bar and the border
BESIDE = 28  # px beside a head: its margins, and the arrow of the order
CELL = 16  # px beside what stands in a cell
_WIDTHS = (140, 74, 108, 128, 264, 76, 88, 66)  # px, of the columns
LEAST_NAME = 90  # px
MOST_OPERATOR = 160  # px; of a library's own operators the name may be any length


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
        self.setMinimumHeight(px(HEAD) + IN_SIGHT * px(ROW) + BAR)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        for place, width in enumerate(_WIDTHS):
            word = self._nodes.headerData(place, Qt.Orientation.Horizontal)
            needed = width_of(str(word), "label", 600) + BESIDE
            head.resizeSection(place, max(px(width), needed))
        self._name = head.sectionSize(NAME)  # its width where there is room
        head.sectionResized.connect(self._on_resized)
        queued = Qt.ConnectionType.QueuedConnection
        self.selectionModel().selectionChanged.connect(self._on_selected, queued)

    def set_rows(self, rows: Sequence[NodeRow]) -> None:
        """Shows another network."""
        self._picked = -1
        with QSignalBlocker(self.selectionModel()):
            self._nodes.set_rows(rows)
        self._fit_cells()

    def replace_rows(self, rows: Sequence[NodeRow]) -> None:
        """Says more about the same nodes."""
        self._nodes.replace_rows(rows)
        self._fit_cells()

    def _fit_cells(self) -> None:
        """Gives operators, shapes and numbers the room they need; more is kept."""
        head = self.horizontalHeader()
        for place in (OPERATOR, SHAPE, *NUMBERS):
            widths = [width_of(cell, "small") for cell in self._nodes.longest(place)]
            needed = max(widths, default=0) + CELL
            if place == OPERATOR:
                needed = min(needed, px(MOST_OPERATOR))
            head.resizeSection(place, max(head.sectionSize(place), needed))
        self._fit_name()

    def _fit_name(self) -> None:
        """Lets names give way, so that numbers up to the strongest are seen whole."""
        head = self.horizontalHeader()
        beside = sum(head.sectionSize(n) for n in range(NAME + 1, STRONGEST + 1))
        room = max(self.viewport().width() - beside, px(LEAST_NAME))
        wanted = self._name
        head.resizeSection(NAME, min(wanted, room))
        self._name = wanted

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, width: int) -> None:
        """Keeps the width that the user gave to the names."""
        if place == NAME:
            self._name = width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_name()

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
