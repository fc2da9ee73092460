"""Which layers Grad-CAM can be taken at, and which of them ask every place."""

import math
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from inference.errors import SpecError, offered
from inference.geometry import Size
from inference.network.axes import Axes
from inference.network.extract import ancestors
from inference.network.graph import Graph, Node, Shapes
from inference.network.layers import FeatureLayer, feature_layers
from inference.network.names import near_names, tensor_named
from inference.network.operators import (
    ARRANGING,
    CONVOLUTIONS,
    CUTTING,
    DENSE,
    LEARNT,
    MEASURING,
    POINTWISE,
    POOLS,
    REDUCTIONS,
    SUMMED,
)

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
    made = [name for node in _learnt_nodes(graph) for name in outputs_as_made(node)]
    found = [layers[name] for name in made if name in layers and name in leading]
    spatial = [layer for layer in found if min(layer.size) > 1]
    return tuple(layer for layer in spatial if not _is_repeated(graph, layer))


def outputs_as_made(node: Node) -> list[str]:
    """Returns the outputs of a node, a sum before the norm that is made from it."""
    summed = _sum_of(node)
    return sorted(node.outputs, key=lambda name: name != summed)


def _sum_of(node: Node) -> str | None:
    """Returns the output that a fused norm is made from; None where it is not told."""
    place = SUMMED.get(node.plain_operator, len(node.outputs))
    return next(iter(node.outputs[place : place + 1]), None)


def named_layer(
    graph: Graph, name: str, layers: Sequence[FeatureLayer]
) -> FeatureLayer | None:
    """Returns the one of some layers that a name means, in full or short.

    None where it names another tensor of the graph.

    Raises:
        SpecError: There is no such tensor.
    """
    known = {layer.name: layer for layer in layers}
    meant = name if name in graph.producers else tensor_named(name, known)
    if meant not in known and name not in graph.producers:
        raise no_layer(name, layers)
    return None if meant is None else known.get(meant)


def no_layer(name: str, layers: Sequence[FeatureLayer]) -> SpecError:
    """Says that no layer has a name, and which ones have one like it."""
    return SpecError(
        'There is no layer "{name}".{hint}',
        name=name,
        hint=offered(near_names(name, (layer.short for layer in layers))),
    )


def nothing_to_draw(graph: Graph) -> SpecError:
    """Says that no tensor of a network has places."""
    return SpecError(
        'No tensor of "{file}" has rows and columns, so there is nothing to draw. Use '
        "occlusion.",
        file=graph.path.name,
    )


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


def asked_place_by_place(
    graph: Graph, logits: str, layers: Sequence[FeatureLayer], shapes: Shapes
) -> set[str]:
    """Returns the layers from which only harmless nodes lead to the classes.

    Every place still speaks for itself there, and no later layer looks at it again.
    """
    leading, names = ancestors(graph, logits), {layer.name for layer in layers}
    blocked: set[str] = set()
    for node in reversed(graph.nodes):
        if leading.isdisjoint(node.outputs) or node.plain_operator in MEASURING:
            continue
        summed = _sum_of(node)
        if summed and node.outputs[0] in blocked:
            blocked.add(summed)
        is_end = logits in node.outputs
        is_blocked = not is_end and not blocked.isdisjoint(node.outputs)
        if is_blocked or not _is_harmless(graph, node, names, shapes):
            blocked.update(node.inputs)
    return names - blocked


def _is_harmless(graph: Graph, node: Node, layers: set[str], shapes: Shapes) -> bool:
    """Whether every place of the input is asked, and none together with others.

    A convolution whose result has one place is a dense layer. A product of two tensors
    that both depend on the photo is attention.
    """
    if node.plain_operator in CONVOLUTIONS:
        return set(shapes.get(node.outputs[0], ())[2:]) == {1}
    if node.plain_operator in DENSE:
        factors = [name for name in node.inputs[:2] if name in graph.producers]
        return len(factors) < 2 or layers.isdisjoint(ancestors(graph, node.inputs[1]))
    return node.plain_operator in _HARMLESS
