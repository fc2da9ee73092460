"""A network as the page *Network* shows it: rows, boxes and words, made on a worker.

A network may have 20,000 nodes: the window only lays out what was made here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from weakref import ref

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
from gui.panels.activations.node_model import NodeRow
from gui.panels.activations.node_words import (
    box_words,
    folded_words,
    in_bytes,
    node_row,
    quantity,
    with_peak,
)
from gui.widgets.words import counted, facts, translate
from inference.activations import LayerPeak, LayerReader
from inference.classifier import Classifier
from inference.network.costs import NetworkTable, NodeCost
from inference.network.names import short_names

MOST_DRAWN = 600  # boxes that a drawing begins with
MOST_OPENED = 120  # boxes that one of them opens into
FOLDED_FROM = 40  # nodes; shorter networks are drawn whole


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Blocks of nodes.

    Attributes:
        blocks: Each is a box.
        placed: Where they lie.
        words: What each says.
    """

    blocks: tuple[Block, ...]
    placed: Placed
    words: tuple[BoxWords, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A network as it is shown.

    Attributes:
        owner: Whose: what is shown does not keep a model that was left.
        costs: Of the nodes that compute with the photo.
        short: Their names for the eye, by tensor.
        places: Of the nodes, by the tensor that they give first.
        rows: Of the table, before it is known what is strongest.
        edges: Between them.
        totals: A sentence.
        drawing: With repeating blocks folded where it is long.
    """

    owner: ref[Classifier]
    costs: tuple[NodeCost, ...]
    short: Mapping[str, str]
    places: Mapping[str, int]
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
    return Network(
        owner=ref(reader.classifier),
        costs=costs,
        short=short,
        places={cost.node.outputs[0]: n for n, cost in enumerate(costs)},
        rows=tuple(node_row(cost, short) for cost in costs),
        edges=edges,
        totals=_totals(table, len(costs)),
        drawing=_drawn(blocks, edges, costs, short),
    )


def opened_block(network: Network, drawing: Drawing, place: int) -> Drawing:
    """Draws the nodes of a block one by one, or shorter blocks of them."""
    blocks = list(drawing.blocks)
    blocks[place : place + 1] = opened(blocks[place], MOST_OPENED)
    return _drawn(blocks, network.edges, network.costs, network.short)


def rows_with(network: Network, peaks: Iterable[LayerPeak]) -> tuple[NodeRow, ...]:
    """Returns the rows of a network, with the strongest channel of each layer."""
    rows = list(network.rows)
    for peak in peaks:
        if (place := network.places.get(peak.layer.name)) is not None:
            rows[place] = with_peak(rows[place], peak)
    return tuple(rows)


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


def _drawn(
    blocks: Sequence[Block],
    edges: Sequence[Edge],
    costs: Sequence[NodeCost],
    short: Mapping[str, str],
) -> Drawing:
    """Lays blocks out and says what stands in each."""
    placed = lay_out(len(blocks), joined(blocks, edges))
    words = tuple(_words([costs[n] for n in b.nodes], b.repeats, short) for b in blocks)
    return Drawing(tuple(blocks), placed, words)


def _words(
    costs: Sequence[NodeCost], repeats: int, short: Mapping[str, str]
) -> BoxWords:
    if len(costs) == 1:
        return box_words(costs[0], short)
    return folded_words(costs, repeats)
