"""Which layers Grad-CAM can be taken at, and at which when nobody says.

That is the last tensor with rows and columns from which only pooling, dense layers and
pointwise functions lead to the classes, so that every place still speaks for itself
and no later layer looks at it again.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from inference.geometry import Size
from inference.network.axes import Axes
from inference.network.extract import ancestors
from inference.network.graph import Graph, Node, Shapes, without_domain
from inference.network.layers import FeatureKind, FeatureLayer, feature_layers
from inference.network.operators import (
    ARRANGING,
    BEFORE_SOFTMAX,
    CONVOLUTIONS,
    CUTTING,
    DENSE,
    GATHERING,
    LEARNT,
    MEASURING,
    PICKING,
    POINTWISE,
    POOLS,
    REDUCTIONS,
)
from inference.network.shapes import infer_shapes, input_shape

_HARMLESS = POOLS | REDUCTIONS | POINTWISE | ARRANGING


def weighable_layers(
    graph: Graph, logits: str, shapes: Shapes
) -> tuple[FeatureLayer, ...]:
    """Returns the layers with rows and columns that lead to the classes, in order.

    What only repeats or cuts another one, or still is the photo, is left out. The
    classes are read from the tensor `logits`.
    """
    leading = ancestors(graph, logits)
    layers = feature_layers(graph, shapes)
    made = [name for node in _learnt_nodes(graph) for name in node.outputs]
    found = [layers[name] for name in made if name in layers and name in leading]
    spatial = [layer for layer in found if min(layer.size) > 1]
    return tuple(layer for layer in spatial if not _is_repeated(graph, layer))


def _learnt_nodes(graph: Graph) -> Iterator[Node]:
    """Yields the nodes from the first weights on, but for those that only cut."""
    learnt = dropwhile(lambda node: node.plain_operator not in LEARNT, graph.nodes)
    return (node for node in learnt if node.plain_operator not in CUTTING)


def _is_repeated(graph: Graph, layer: FeatureLayer) -> bool:
    """Whether another layer shows the same: what it copies, or it itself quantised."""
    users = graph.users.get(layer.name, ())
    is_quantised = any(user.plain_operator == "QuantizeLinear" for user in users)
    return layer.is_copy or is_quantised


def guessed_layer(
    graph: Graph, name: str, shapes: Shapes, size: Size
) -> FeatureLayer | None:
    """Reads any tensor as a grid, by the look of its shape; None where it is none.

    Four axes are (N, C, h, w); three are (N, T, C) with tokens in the proportions of
    the input, up to eight of them before the grid.
    """
    shape = shapes.get(name, ())
    operator = graph.producers[name].operator if name in graph.producers else ""
    if len(shape) == 4:
        axes = Axes("NCHW", Size(*shape[2:]))
        return FeatureLayer(name, operator, shape[1], axes)
    if len(shape) != 3:
        return None
    for first in range(9):
        rows = math.isqrt((shape[1] - first) * size.height // size.width)
        grid = Size(rows, (shape[1] - first) // max(rows, 1))
        if rows > 1 and grid.height * grid.width == shape[1] - first:
            return FeatureLayer(name, operator, shape[2], Axes("NTC", grid, first))
    return None


def automatic_layer(
    graph: Graph, logits: str, layers: Sequence[FeatureLayer], shapes: Shapes
) -> FeatureLayer | None:
    """Returns the layer to take, from all with places; None where there is none.

    Where a class token is all that the classes are read from, no layer behind the last
    attention will do (its patch tokens are not asked): the last one before it is taken.
    """
    by_name = {layer.name: layer for layer in layers}
    clear = _clear(graph, logits, by_name, shapes)
    found = [layer for layer in layers if layer.name in clear]
    found = found or _before_the_last_mixing(graph, logits, layers)
    preferred = [x for x in found if without_domain(x.operator) in GATHERING]
    chosen = preferred or found or layers
    return chosen[-1] if chosen else None


def usual_layer(graph: Graph, logits: str, size: Size) -> FeatureLayer | None:
    """Returns the automatic layer of a graph that is fed inputs of this size."""
    shapes = infer_shapes(graph, input_shape(graph, size))
    layers = weighable_layers(graph, logits, shapes)
    return automatic_layer(graph, logits, layers, shapes)


def _clear(
    graph: Graph, logits: str, layers: dict[str, FeatureLayer], shapes: Shapes
) -> set[str]:
    """Returns the tensors from which only harmless nodes lead to the classes."""
    leading = ancestors(graph, logits)
    blocked: set[str] = set()
    for node in reversed(graph.nodes):
        if leading.isdisjoint(node.outputs) or node.plain_operator in MEASURING:
            continue
        is_end = logits in node.outputs
        is_blocked = not is_end and not blocked.isdisjoint(node.outputs)
        if is_blocked or not _is_harmless(graph, node, layers, shapes):
            blocked.update(node.inputs)
    return set(layers) - blocked


def _is_harmless(
    graph: Graph, node: Node, layers: dict[str, FeatureLayer], shapes: Shapes
) -> bool:
    """Whether every place of the input is asked, and none together with others.

    A convolution whose result has one place is a dense layer. A product of two tensors
    that both depend on the photo is attention. Tokens cut off are no longer asked.
    """
    if node.plain_operator in CONVOLUTIONS:
        return set(shapes.get(node.outputs[0], ())[2:]) == {1}
    if node.plain_operator in DENSE:
        return sum(name in graph.producers for name in node.inputs[:2]) < 2 or not any(
            name in layers for name in ancestors(graph, node.inputs[1])
        )
    if node.plain_operator in PICKING:
        layer = layers.get(node.inputs[0])
        return layer is None or layer.kind is not FeatureKind.TOKENS
    return node.plain_operator in _HARMLESS


def _before_the_last_mixing(
    graph: Graph, logits: str, layers: Sequence[FeatureLayer]
) -> list[FeatureLayer]:
    """Returns the layers that all of the last attention is made from."""
    leading = ancestors(graph, logits)
    names = {layer.name for layer in layers}
    for node in reversed(graph.nodes):
        if leading.isdisjoint(node.outputs) or node.plain_operator != "MatMul":
            continue
        factors = _factors(graph, node, names)
        if all(factors):
            first, second = _queries_and_keys(graph, node, names) or factors
            return _of_usual_width([x for x in layers if x.name in first & second])
    return []


def _of_usual_width(layers: Sequence[FeatureLayer]) -> list[FeatureLayer]:
    """Returns those as wide as most of those that hold tokens.

    Queries, keys and values in one tensor are wider.
    """
    narrow = min((layer.channels for layer in layers), default=0)
    tokens = [layer for layer in layers if layer.kind is FeatureKind.TOKENS]
    widths = [layer.channels for layer in tokens]
    usual = max(set(widths), key=widths.count, default=narrow)
    return [layer for layer in layers if layer.channels == usual]


def _queries_and_keys(
    graph: Graph, node: Node, names: set[str]
) -> list[set[str]] | None:
    """Returns what the factors of the product behind a softmax are made from."""
    for tensor in node.inputs[:2]:
        name = tensor
        while (made := graph.producers.get(name)) is not None:
            if made.plain_operator == "MatMul":
                factors = _factors(graph, made, names)
                return factors if all(factors) else None
            if made.plain_operator not in BEFORE_SOFTMAX:
                break
            name = made.inputs[0]
    return None


def _factors(graph: Graph, product: Node, names: set[str]) -> list[set[str]]:
    """Returns which of the names each factor of a product is made from."""
    return [ancestors(graph, factor) & names for factor in product.inputs[:2]]
