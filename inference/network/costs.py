"""What each node of a graph costs: output shape, parameters, multiply-adds, memory.

Shapes come from ONNX's own shape inference for one input of a given size. Where it
finds none (padding that is computed, operators of other domains), the network is run
once on black and the shapes are read off; what even then is unknown is said to be.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from inference.geometry import Size
from inference.network.attributes import attributes_of
from inference.network.extract import live_nodes
from inference.network.graph import Graph, Node, Shapes
from inference.network.layers import FeatureLayer, feature_layers
from inference.network.operators import KERNEL_INPUT, SECOND_FACTOR_INPUT
from inference.network.shapes import (
    USUAL_BYTES,
    infer_shapes,
    input_shape,
    number_widths,
)

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NodeCost:
    """A node and what it costs for one photo.

    Attributes:
        node: The operation.
        shape: Of its first output; None where unknown.
        parameters: Weights that it is the first to use.
        multiply_adds: None where unknown.
        memory: Bytes of its outputs, 0 if they do not depend on the photo; None where
            unknown.
        layer: The layer its first output is, or None.
        is_live: Whether it computes with the photo.
        attributes: As `attributes_of` tells them.
    """

    node: Node
    shape: tuple[int, ...] | None
    parameters: int
    multiply_adds: int | None
    memory: int | None
    layer: FeatureLayer | None
    is_live: bool
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NetworkTable:
    """All nodes of a graph in its order, and their totals.

    Attributes:
        rows: One for each node.
        features: All layers by their tensor's name, input to output.
        size: Of the input that they were computed for.
        layers: Those of the layers that are no mere copies, for pickers; made with the
            record, which may be on a worker.
    """

    rows: tuple[NodeCost, ...]
    features: Mapping[str, FeatureLayer]
    size: Size
    layers: Mapping[str, FeatureLayer] = field(init=False)

    def __post_init__(self) -> None:
        layers = {n: layer for n, layer in self.features.items() if not layer.is_copy}
        object.__setattr__(self, "layers", layers)

    @property
    def parameters(self) -> int:
        """Weights of all nodes."""
        return sum(row.parameters for row in self.rows)

    @property
    def multiply_adds(self) -> int | None:
        """Of one forward pass; None where a part is unknown."""
        return _sum_known(row.multiply_adds for row in self.rows)

    @property
    def memory(self) -> int | None:
        """Bytes of all activations; None where a part is unknown."""
        return _sum_known(row.memory for row in self.rows)


def network_table(graph: Graph, size: Size) -> NetworkTable:
    """Works out what each node costs for one input of `size`."""
    shape = input_shape(graph, size)
    shapes, widths = infer_shapes(graph, shape), number_widths(graph, shape)
    layers = feature_layers(graph, shapes)
    live = frozenset(live_nodes(graph))
    weights = _weights_by_user(graph, live)
    rows = [
        NodeCost(
            node=node,
            shape=shapes.get(node.outputs[0]),
            parameters=weights.get(node, 0),
            multiply_adds=multiply_adds(node, shapes),
            memory=_memory(node, shapes, widths) if node in live else 0,
            layer=layers.get(node.outputs[0]),
            is_live=node in live,
            attributes=attributes_of(graph, node, shapes),
        )
        for node in graph.nodes
    ]
    return NetworkTable(tuple(rows), layers, size)


def multiply_adds(node: Node, shapes: Shapes) -> int | None:
    """Returns a node's multiply-adds for one input; None where shapes are unknown.

    Only convolutions and matrix products count, as is usual.
    """
    operator = node.plain_operator
    other = KERNEL_INPUT.get(operator, SECOND_FACTOR_INPUT.get(operator))
    if other is None:
        return 0
    read = dict(enumerate(node.inputs))
    names = (node.outputs[0], read.get(0, ""), read.get(other, ""))
    output, first, second = map(shapes.get, names)
    if output is None or first is None or second is None:
        return None
    if operator == "ConvTranspose":
        return math.prod(first) * math.prod(second[1:])
    if operator in KERNEL_INPUT:
        return math.prod(output) * math.prod(second[1:])
    return math.prod(output) * _summed(first, second, output)


def _summed(first: Shape, second: Shape, output: Shape) -> int:
    """Returns how many products make one number of a matrix product.

    The first factor ends in rows × these, transposed or not; what stands before is its
    batch (heads of attention, for one).
    """
    if len(first) < 2:
        return math.prod(first)
    rows = output[-2] if len(second) > 1 else output[-1]
    return math.prod(first[-2:]) // max(rows, 1)


def _sum_known(counts: Iterable[int | None]) -> int | None:
    total = 0
    for count in counts:
        if count is None:
            return None
        total += count
    return total


def _memory(node: Node, shapes: Shapes, widths: Mapping[str, int]) -> int | None:
    sizes = [
        math.prod(shapes[name]) * widths.get(name, USUAL_BYTES)
        for name in node.outputs
        if name in shapes
    ]
    return sum(sizes) if sizes else None


def _weights_by_user(graph: Graph, live: frozenset[Node]) -> dict[Node, int]:
    """Counts for each live node the weights that it is the first to use.

    Weights that are dequantised or computed before they are used count there too.
    """
    waiting = {name: math.prod(w.dims) for name, w in graph.weights.items()}
    counts: dict[Node, int] = {}
    for node in graph.nodes:
        total = sum(waiting.pop(name, 0) for name in node.inputs)
        if node in live:
            counts[node] = total
        else:
            waiting[node.outputs[0]] = total + waiting.pop(node.outputs[0], 0)
    return counts
