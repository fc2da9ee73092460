"""What is known of the weights of one node: their numbers, and the first filters.

Weights may be large, so `facts_of` belongs into a lane. No answer holds the graph.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import onnx
from numpy.typing import NDArray

from gui.panels.activations.study import Counts, counted
from gui.widgets.words import facts, number, translate
from inference.network.attributes import is_setting
from inference.network.graph import Graph, Node
from inference.network.operators import (
    BEFORE_LOGITS,
    BEFORE_WEIGHT,
    KERNEL_INPUT,
    LEARNT,
)

MOST_SHOWN = 64  # filters
_PASSING = BEFORE_WEIGHT | BEFORE_LOGITS  # from a weight to who uses it


@dataclass(frozen=True, slots=True, eq=False)
class WeightFacts:
    """A weight of a node.

    Attributes:
        words: Its name, shape and range.
        counts: How often its values occur.
    """

    words: str
    counts: Counts


@dataclass(frozen=True, slots=True, eq=False)
class NodeFacts:
    """What is known of a node.

    Attributes:
        place: Among the nodes that are shown.
        weights: The largest first.
        filters: (n, h, w, 3) uint8, how the first layer looks at colours; else None.
    """

    place: int
    weights: tuple[WeightFacts, ...]
    filters: NDArray[np.uint8] | None


def facts_of(graph: Graph, node: Node, place: int, channels: str) -> NodeFacts:
    """Reads a node's weights; `channels` is the order of colours: "RGB", "BGR"."""
    weights = [_weight_facts(graph, tensor) for tensor in _weights(graph, node)]
    kernel = _kernel(graph, node)
    filters = None
    if kernel is not None and _is_first(graph, node):
        filters = _pictures(np.asarray(graph.values(kernel)), channels)
    return NodeFacts(place, tuple(weights), filters)


def _weights(graph: Graph, node: Node) -> Iterator[onnx.TensorProto]:
    """Yields the weights of a node, the largest first."""
    found = [w for name in node.inputs if (w := _weight(graph, name)) is not None]
    learnt = [weight for weight in found if not is_setting(weight)]
    return iter(sorted(learnt, key=lambda w: -int(np.prod(w.dims or (1,)))))


def _weight(graph: Graph, name: str) -> onnx.TensorProto | None:
    """Returns the weight that a tensor is made from, perhaps dequantised or turned."""
    while name and name not in graph.weights:
        node = graph.producers.get(name)
        if node is None or node.plain_operator not in _PASSING:
            return None
        name = node.inputs[0]
    return graph.weights.get(name)


def _kernel(graph: Graph, node: Node) -> onnx.TensorProto | None:
    place = KERNEL_INPUT.get(node.plain_operator)
    if place is None or place >= len(node.inputs):
        return None
    return _weight(graph, node.inputs[place])


def _weight_facts(graph: Graph, tensor: onnx.TensorProto) -> WeightFacts:
    values = np.asarray(graph.values(tensor)).astype(np.float32)
    counts = counted(values)
    words = translate("Node", "{low} to {high}")
    span = words.format(low=number(counts.low), high=number(counts.high))
    shape = " × ".join(map(str, tensor.dims)) or translate("Node", "one number")
    return WeightFacts(facts(tensor.name, shape, span if values.size else ""), counts)


def _is_first(graph: Graph, node: Node) -> bool:
    """Whether nothing that was learnt stands between the photo and a node."""
    name = node.inputs[0]
    while name in graph.producers:
        before = graph.producers[name]
        if before.plain_operator in LEARNT or not before.inputs:
            return False
        name = before.inputs[0]
    return name in {tensor.name for tensor in graph.inputs}


def _pictures(kernel: NDArray[np.generic], channels: str) -> NDArray[np.uint8] | None:
    """Draws filters (n, C, h, w) on grey, zero in the middle, all at one scale."""
    if kernel.ndim != 4 or kernel.shape[1] not in (1, 3):
        return None
    values = np.nan_to_num(kernel[:MOST_SHOWN].astype(np.float32))
    if channels == "BGR":
        values = values[:, ::-1]
    reach = max(float(np.abs(values).max()), 1e-30)
    shades = np.clip(127.5 + 127.5 * values / reach, 0, 255).astype(np.uint8)
    colours = np.repeat(shades, 3, axis=1) if kernel.shape[1] == 1 else shades
    return np.ascontiguousarray(np.moveaxis(colours, 1, -1))
