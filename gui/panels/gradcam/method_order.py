"""The methods in a table, the most trusted first: insertion, deletion, difference."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
)

from gui.errors import said
from gui.panels.gradcam.order_row import WorkLine
from gui.widgets.form import Group, button, named, row, stack
from gui.widgets.words import as_tip, fixed
from gui.work import Work
from inference.methods import METHODS

if TYPE_CHECKING:  # the window starts without it
    from inference.trust import Order, Placed

_NAME = Qt.ItemDataRole.UserRole
_WORTH = Qt.ItemDataRole.UserRole + 1
_LEAST = -9.0  # below any difference of areas


class MethodOrderTable(Group):
    """Asks which method can be trusted most here; a click on one puts it beside.

    Signals:
        asked: the methods are to be measured.
        stop_clicked: *Stop*.
        method_picked: the name of a method, as in `METHODS`.
    """

    asked = Signal()
    stop_clicked = Signal()
    method_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ask = button(self.tr("Order the methods by trust"), "link")
        tip = self.tr(
            "Makes the map of every method, RISE with 1,000 masks, LIME with 500 "
            "samples and SmoothGrad with 10, and measures each by insertion less "
            "deletion. One that would take over 2 minutes is left out, and said."
        )
        named(self._ask, self.tr("Order the methods by trust"), tip)
        self._ask.clicked.connect(self.asked)
        self._line = WorkLine(self.tr("Stop measuring the methods"))
        self._line.stop_clicked.connect(self.stop_clicked)
        self._build_table()
        stack(self, row(self._ask, ...), self._line, self._table, gap=6)

    def _build_table(self) -> None:
        self._table = QTreeWidget()
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setSortingEnabled(True)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        behaviour = QAbstractItemView.SelectionMode.SingleSelection
        self._table.setSelectionMode(behaviour)
        self._table.setHeaderLabels(
            [
                self.tr("Method"),
                self.tr("Insertion"),
                self.tr("Deletion"),
                self.tr("Difference"),
            ]
        )
        tip = self.tr(
            "Area under the curve of insertion less that of deletion: the larger, the "
            "more the map can be trusted. A click on a heading sorts by it, a click on "
            "a method puts its map beside."
        )
        named(self._table, self.tr("Methods by trust"), tip)
        header = self._table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
        self._table.itemClicked.connect(self._on_picked)
        self._table.itemActivated.connect(self._on_picked)

    def show_state(self, work: Work | None, words: str, *, is_possible: bool) -> None:
        """Says how far measuring is, or else these words."""
        self._ask.setEnabled(is_possible and work is None)
        self._line.show_state(work, words)

    def show_order(self, order: "Order | None") -> None:
        """Lists what was measured; None: nothing."""
        self._table.clear()
        placed = () if order is None else order.best_first
        self._table.addTopLevelItems([_Row(each) for each in placed])
        self._table.setVisible(bool(placed))
        if placed:
            high = self._table.sizeHintForRow(0) * len(placed)
            self._table.setFixedHeight(high + self._table.header().height() + 4)

    def _on_picked(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        self.method_picked.emit(item.data(0, _NAME))


class _Row(QTreeWidgetItem):
    """A method with its numbers; one that was left out stands at the end."""

    def __init__(self, placed: "Placed") -> None:
        why = placed.why
        numbers = (placed.insertion, placed.deletion, placed.difference)
        words = ["–"] * 3 if why is not None else [fixed(each) for each in numbers]
        title = said(METHODS[placed.name].title)
        super().__init__([title, *words])
        self.setData(0, _NAME, placed.name)
        for column in range(1, 4):
            self.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
            worth = numbers[column - 1] if why is None else _LEAST
            self.setData(column, _WORTH, worth)
        if why is not None:
            self.setToolTip(0, as_tip(said(why)))
            self.setFlags(Qt.ItemFlag.NoItemFlags)

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree is not None else 3
        if not column:
            return self.text(0) < other.text(0)
        return bool(self.data(column, _WORTH) < other.data(column, _WORTH))
