"""The part of the activations tab that shows the network: its table and its drawing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from gui.panels.activations.graph_view import NetGraph
from gui.panels.activations.large import Enlargeable
from gui.panels.activations.network_record import Drawing, Network
from gui.panels.activations.node_card import NodeCard, NodeDetail
from gui.panels.activations.node_model import NodeRow
from gui.panels.activations.node_table import NodeTable
from gui.widgets.form import Elided, Group, button, named, row, stack
from inference.network.costs import NodeCost

_HEIGHTS = (210, 300, 150)  # px, of table, drawing and card


class NetworkSection(Group):
    """Shows all nodes as a table over a drawing; both choose the same node.

    Signals:
        layer_picked: name of a tensor.
        node_chosen: place of the node whose weights are to be read; −1 for none.
        block_opened: place of a block in the drawing.
        seen: it came into sight.
    """

    layer_picked = Signal(str)
    node_chosen = Signal(int)
    block_opened = Signal(int)
    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._network: Network | None = None
        self._opened = 0  # the block that was opened last
        self._node = -1  # the one that was chosen last
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a node"))
        tip = self.tr("Leaves the rows with these letters in name, operator or shape.")
        named(self._search, self.tr("Find a node"), tip)
        self._totals = Elided(role="muted")
        chosen = button(self.tr("Chosen node"), "link")
        tip = self.tr("Shows the chosen node in the drawing, in a readable size.")
        named(chosen, self.tr("Chosen node"), tip)
        whole = button(self.tr("Whole network"), "link")
        named(whole, self.tr("Whole network"), self.tr("Shows all of the drawing."))
        self.table, self.graph, self.card = NodeTable(), NetGraph(), NodeCard()
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self.table.pick_first)
        chosen.clicked.connect(self.graph.fit_picked)
        whole.clicked.connect(self.graph.fit_all)
        self.table.node_picked.connect(self._on_picked)
        self.graph.node_picked.connect(self._on_picked)
        self.graph.block_toggled.connect(self._on_opened)
        self.large = Enlargeable(self.graph)
        self.large.moved.connect(self._on_moved)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(9)
        parts.setChildrenCollapsible(False)
        for part in (self.table, self.large, self.card):
            parts.addWidget(part)
        parts.setSizes(_HEIGHTS)
        for place in (0, 1):  # the card keeps its height
            parts.setStretchFactor(place, 1)
        head = row((self._search, 1), chosen, whole)
        stack(self, head, self._totals, (parts, 1))

    @Slot(object)
    def _on_moved(self, part: QWidget | None) -> None:
        """Leaves the drawing's room to the others while it stands in the left pane."""
        self.large.setVisible(part is None)
        self.graph.set_large(is_large=part is not None)

    @Slot(str)
    def _find(self, words: str) -> None:
        """Leaves the rows with these letters, and marks their boxes."""
        self.table.set_filter(words)
        self.graph.set_found(self.table.found if words else None)

    def show_network(self, network: Network) -> None:
        """Shows another network."""
        self._network, self._node = network, -1
        self.card.show_node(None, "")
        self._totals.setText(network.totals)
        self.table.set_rows(network.rows)
        self.show_drawing(network.drawing)
        self.graph.fit()

    def show_drawing(self, drawing: Drawing) -> None:
        """Draws the same network with other blocks folded."""
        self.graph.show_graph(drawing.blocks, drawing.placed, drawing.words)
        self._find(self._search.text())
        self.graph.show_box(self._opened)

    def show_weights(self, detail: NodeDetail) -> None:
        """Shows the weights of the chosen node; those of others come too late."""
        if self._network is None or self._node < 0:
            return
        if self._network.costs[self._node].node is detail.node:
            self.card.show_detail(detail)

    def show_rows(self, rows: Sequence[NodeRow]) -> None:
        """Says more about the same nodes."""
        self.table.replace_rows(rows)

    def set_layer(self, name: str, *, is_shown: bool = True) -> None:
        """Marks the node behind a tensor, and perhaps brings it into sight."""
        place = -1 if self._network is None else self._network.places.get(name, -1)
        if self._is_copy_of(name):
            place = self._node
        self._choose(place, is_shown=is_shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()
        self.node_chosen.emit(self._node)

    def _choose(self, place: int, *, is_shown: bool = True) -> None:
        self.table.set_picked(place)
        self.graph.set_picked(place, is_shown=is_shown)
        if place == self._node:
            return
        self._node = place
        if self._network is None or place < 0:
            self.card.show_node(None, "")
        else:
            cost = self._network.costs[place]
            self.card.show_node(cost, self._network.short[cost.node.outputs[0]])
        self.node_chosen.emit(place)

    def _on_opened(self, place: int) -> None:
        self._opened = place
        self.block_opened.emit(place)

    def _on_picked(self, place: int) -> None:
        assert self._network is not None
        self._choose(place)
        name = self._original(self._network.costs[place])
        if name is not None:
            self.layer_picked.emit(name)

    def _is_copy_of(self, name: str) -> bool:
        """Whether the chosen node only copies a layer: then it stays chosen."""
        if self._network is None or self._node < 0:
            return False
        return self._original(self._network.costs[self._node]) == name

    def _original(self, cost: NodeCost) -> str | None:
        """The layer whose numbers a node gives, looking through mere copies."""
        assert self._network is not None
        while cost.layer is not None and cost.layer.is_copy:
            places = self._network.places
            before = [places[t] for t in cost.node.inputs if t in places]
            if not before:
                return None
            cost = self._network.costs[before[0]]
        return None if cost.layer is None else cost.layer.name
