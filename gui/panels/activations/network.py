"""The part of the activations tab that shows the network: its table and its drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import ref

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from gui.panels.activations.graph_items import BoxWords
from gui.panels.activations.graph_layout import (
    Block,
    Edge,
    Placed,
    folded,
    gathered,
    joined,
    lay_out,
    opened,
)
from gui.panels.activations.graph_view import NetGraph
from gui.panels.activations.large import Enlargeable
from gui.panels.activations.node_card import NodeCard, NodeDetail
from gui.panels.activations.node_table import NodeRow, NodeTable
from gui.panels.activations.node_words import (
    box_words,
    folded_words,
    in_bytes,
    node_row,
    quantity,
    with_peak,
)
from gui.widgets.form import Elided, Group, button, named, row, stack
from gui.widgets.words import counted, facts, translate
from inference.activations import LayerPeak, LayerReader
from inference.classifier import Classifier
from inference.network.costs import NetworkTable, NodeCost
from inference.network.names import short_names

_HEIGHTS = (210, 300, 150)  # px, of table, drawing and card
MOST_DRAWN = 600  # boxes that a drawing begins with
MOST_OPENED = 120  # boxes that one of them opens into
FOLDED_FROM = 40  # nodes; shorter networks are drawn whole


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Blocks of nodes and where they lie."""

    blocks: tuple[Block, ...]
    placed: Placed


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A network as it is shown.

    Attributes:
        owner: Whose: what is shown does not keep a model that was left.
        costs: Of the nodes that compute with the photo.
        short: Their names for the eye, by tensor.
        rows: Of the table, before it is known what is strongest.
        edges: Between them.
        totals: A sentence.
        drawing: With repeating blocks folded where it is long.
    """

    owner: ref[Classifier]
    costs: tuple[NodeCost, ...]
    short: Mapping[str, str]
    rows: tuple[NodeRow, ...]
    edges: tuple[Edge, ...]
    totals: str
    drawing: Drawing


def network_of(reader: LayerReader) -> Network:
    """Makes what is shown of a network."""
    table = reader.table
    costs = tuple(cost for cost in table.rows if cost.is_live)
    edges = _edges(costs)
    short = _short(costs)
    blocks = tuple(Block((n,)) for n in range(len(costs)))
    if len(costs) > FOLDED_FROM:
        blocks = folded([cost.node.operator for cost in costs], edges)
    if len(blocks) > MOST_DRAWN:
        blocks = gathered(blocks, MOST_OPENED)
    rows = tuple(node_row(cost, short) for cost in costs)
    totals = _totals(table, len(costs))
    return Network(
        ref(reader.classifier), costs, short, rows, edges, totals, drawn(blocks, edges)
    )


def _short(costs: Sequence[NodeCost]) -> dict[str, str]:
    """Returns the names of layers as pickers have them, and those of other nodes."""
    layers = {c.layer.name: c.layer.short for c in costs if c.layer is not None}
    others = short_names(n for c in costs if (n := c.node.outputs[0]) not in layers)
    return layers | others


def _edges(costs: Sequence[NodeCost]) -> tuple[Edge, ...]:
    """Returns which node takes what which node makes."""
    made = {t: n for n, cost in enumerate(costs) for t in cost.node.outputs}
    return tuple(
        (made[tensor], number)
        for number, cost in enumerate(costs)
        for tensor in dict.fromkeys(cost.node.inputs)
        if tensor in made
    )


def _totals(table: NetworkTable, count: int) -> str:
    unused = len(table.rows) - count
    hidden = counted("{n} constants not shown", "{n} constant not shown", unused)
    products, memory = quantity(table.multiply_adds), in_bytes(table.memory)
    return facts(
        counted("{n} nodes", "{n} node", count),
        counted("{n} parameters", "{n} parameter", table.parameters),
        translate("Network", "{amount} multiply-adds").format(amount=products),
        translate("Network", "{amount} activations").format(amount=memory),
        hidden if unused else "",
    )


def drawn(blocks: Sequence[Block], edges: Sequence[Edge]) -> Drawing:
    """Lays blocks out."""
    between = joined(blocks, edges)
    return Drawing(tuple(blocks), lay_out(len(blocks), between))


def opened_block(drawing: Drawing, place: int, edges: Sequence[Edge]) -> Drawing:
    """Draws the nodes of a block one by one, or shorter blocks of them."""
    blocks = list(drawing.blocks)
    blocks[place : place + 1] = opened(blocks[place], MOST_OPENED)
    return drawn(blocks, edges)


class NetworkSection(Group):
    """Shows all nodes as a table over a drawing; both choose the same node.

    Signals:
        layer_picked: name of a tensor.
        node_chosen: place of the node whose weights are to be read; −1 for none.
        block_opened: place of a block in the drawing.
    """

    layer_picked = Signal(str)
    node_chosen = Signal(int)
    block_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._network: Network | None = None
        self._places: dict[str, int] = {}
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
        costs = network.costs
        self._places = {c.node.outputs[0]: n for n, c in enumerate(costs)}
        self._totals.setText(network.totals)
        self.table.set_rows(network.rows)
        self.show_drawing(network.drawing)
        self.graph.fit()

    def show_drawing(self, drawing: Drawing) -> None:
        """Draws the same network with other blocks folded."""
        self.graph.show_graph(drawing.blocks, drawing.placed, self._words)
        self._find(self._search.text())
        self.graph.show_box(self._opened)

    def show_weights(self, detail: NodeDetail) -> None:
        """Shows the weights of the chosen node; those of others come too late."""
        if self._network is None or self._node < 0:
            return
        if self._network.costs[self._node].node is detail.node:
            self.card.show_detail(detail)

    def show_peaks(self, peaks: Sequence[LayerPeak]) -> None:
        """Says which channel of each layer is the strongest."""
        if self._network is not None:
            rows = list(self._network.rows)
            for peak in peaks:
                if (place := self._places.get(peak.layer.name)) is not None:
                    rows[place] = with_peak(rows[place], peak)
            self.table.replace_rows(rows)

    def set_layer(self, name: str, *, is_shown: bool = True) -> None:
        """Marks the node behind a tensor, and perhaps brings it into sight."""
        place = self._places.get(name, -1)
        if self._is_copy_of(name):
            place = self._node
        self._choose(place, is_shown=is_shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
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

    def _words(self, block: Block) -> BoxWords:
        assert self._network is not None
        costs = [self._network.costs[node] for node in block.nodes]
        if len(costs) == 1:
            return box_words(costs[0], self._network.short)
        return folded_words(costs, block.repeats)

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
            before = [self._places[t] for t in cost.node.inputs if t in self._places]
            if not before:
                return None
            cost = self._network.costs[before[0]]
        return None if cost.layer is None else cost.layer.name
