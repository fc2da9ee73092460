"""What stands in the table and the drawing about a node."""

from collections.abc import Mapping, Sequence

from gui.errors import said
from gui.panels.activations.graph_items import BoxWords
from gui.panels.activations.node_model import STRONGEST, NodeRow
from gui.widgets.words import counted, facts, fixed, grouped, number, translate
from inference.activations import LayerPeak
from inference.network.attributes import attribute_words
from inference.network.costs import NodeCost


def quantity(count: int | None) -> str:
    """Writes a large count: "349 M", "27.8 M"."""
    units = (
        (1e9, translate("Network", "{n} G")),
        (1e6, translate("Network", "{n} M")),
        (1e3, translate("Network", "{n} k")),
    )
    return _in_units(count, units, "{n}")


def in_bytes(count: int | None) -> str:
    """Writes how much memory: "27.8 MB"."""
    units = (
        (1e9, translate("Network", "{n} GB")),
        (1e6, translate("Network", "{n} MB")),
        (1e3, translate("Network", "{n} kB")),
    )
    return _in_units(count, units, translate("Network", "{n} B"))


def _in_units(
    count: int | None, units: Sequence[tuple[float, str]], single: str
) -> str:
    """Writes a count in the largest of some units, the largest first."""
    if count is None:
        return translate("Network", "unknown")
    for size, words in units:
        if count >= size:
            amount = count / size
            return words.format(n=fixed(amount, 0 if amount >= 100 else 1))
    return single.format(n=count)


def node_row(cost: NodeCost, short: Mapping[str, str]) -> NodeRow:
    """Writes a node's row of the table; what is strongest is not known yet."""
    name = cost.node.outputs[0]
    numbers = (cost.parameters, cost.multiply_adds, cost.memory)
    cells = (
        short[name],
        cost.node.operator,
        shape_words(cost),
        "",
        attribute_facts(cost),
        grouped(cost.parameters),
        quantity(cost.multiply_adds),
        "0" if cost.memory == 0 else in_bytes(cost.memory),
    )
    unknown = translate("Network", "unknown")
    exact = (unknown if count is None else grouped(count) for count in numbers)
    tips = (name, cost.node.operator, *cells[2:5], *exact)
    sizes = [-1.0 if count is None else float(count) for count in numbers]
    keys: tuple[str | float, ...] = (
        short[name].lower(),
        cost.node.operator.lower(),
        float(_count(cost)),
        float("-inf"),
        cells[4].lower(),
        *sizes,
    )
    return NodeRow(cells, keys, tips)


def with_peak(row: NodeRow, peak: LayerPeak) -> NodeRow:
    """Says in a node's row which channel is the strongest."""
    words, n = _peak_words(peak), STRONGEST
    return NodeRow(
        (*row.cells[:n], words, *row.cells[n + 1 :]),
        (*row.keys[:n], peak.value, *row.keys[n + 1 :]),
        (*row.tips[:n], words, *row.tips[n + 1 :]),
    )


def box_words(cost: NodeCost, short: Mapping[str, str]) -> BoxWords:
    """Writes what the drawing says of a node; the tooltip has all of it."""
    operator, name = cost.node.operator, short[cost.node.outputs[0]]
    sides = cost.attributes.get("kernel_shape", ())
    words = attribute_words(cost.attributes)[1 if sides else 0 :]
    title = " ".join((operator, " × ".join(map(str, sides)))).strip()
    tip = facts(name, operator, attribute_facts(cost))
    return BoxWords(title, shape_words(cost), facts(*map(said, words)), tip)


def folded_words(costs: Sequence[NodeCost], repeats: int) -> BoxWords:
    """Writes what the drawing says of blocks that are folded into one box."""
    period = costs[: len(costs) // repeats]
    kinds = dict.fromkeys(cost.node.operator for cost in period)
    each = counted("{n} nodes", "{n} node", len(period))
    tip = translate("Network", "Click to see every node of these blocks.")
    shape = shape_words(costs[-1])
    title = each if repeats == 1 else f"{repeats} × {each}"
    return BoxWords(title, shape, ", ".join(kinds), tip)


def attribute_facts(cost: NodeCost) -> str:
    """Writes a node's attributes: "kernel 3 × 3 · stride 2 · pads 1 · groups 1"."""
    return facts(*map(said, attribute_words(cost.attributes)))


def _peak_words(peak: LayerPeak) -> str:
    edge = translate("Network", "edge") if peak.is_on_edge else ""
    return facts(str(peak.channel), number(peak.value), edge)


def shape_words(cost: NodeCost) -> str:
    """Writes the shape of what a node gives: "64 × 111 × 111"."""
    if cost.layer is not None:
        return " × ".join(map(str, cost.layer.shape))
    if cost.shape:
        return " × ".join(map(str, cost.shape))
    return translate("Network", "unknown")


def _count(cost: NodeCost) -> int:
    total = 1
    for length in cost.shape or (0,):
        total *= length
    return total
