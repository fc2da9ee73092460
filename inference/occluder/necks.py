"""Where a network can be cut in two.

A neck is a tensor (N, C, h, w) that everything passes through. Necks are looked for
from the input on, as far as all operators are known to treat rows and columns alike:
they slide a kernel, or compute each point for itself.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inference.network.graph import Graph, Node, Shapes
from inference.network.operators import ROW_BY_ROW, SLIDING, Pair, sliding


@dataclass(frozen=True, slots=True)
class Neck:
    """A tensor (N, C, h, w) that everything passes through.

    Attributes:
        tensor: Its name.
        nodes: How many nodes of the file lie before it.
        shape: C, h, w.
        stride: Rows and columns of the input from one of this tensor to the next.
    """

    tensor: str
    nodes: int
    shape: tuple[int, ...]
    stride: Pair = (1, 1)


def find_necks(graph: Graph, shapes: Shapes) -> list[Neck]:
    """Returns the necks, the input first, as far as all operators are known."""
    name = graph.inputs[0].name
    if len(shapes.get(name, ())) != 4 or any(n.inner_inputs for n in graph.nodes):
        return []  # graphs inside use tensors unseen
    last_use = _last_uses(graph)
    strides = {name: (1, 1)}  # of the tensors that depend on the input
    necks = [Neck(name, 0, shapes[name][1:])]
    for number, node in enumerate(graph.nodes):
        if strides.keys().isdisjoint(node.inputs):
            continue  # makes a constant
        stride = stride_of(node, strides, shapes)
        if stride is None or not last_use.keys().isdisjoint(node.outputs[1:]):
            break
        output = node.outputs[0]
        if _are_done(strides, last_use, number):
            necks.append(Neck(output, number + 1, shapes[output][1:], stride))
        strides[output] = stride
    return necks


def _last_uses(graph: Graph) -> dict[str, int]:
    """Returns the number of the last node that reads each tensor."""
    return {used: n for n, node in enumerate(graph.nodes) for used in node.inputs}


def _are_done(names: Iterable[str], last_use: Mapping[str, int], number: int) -> bool:
    """Whether no node behind the one of a number reads any of some tensors."""
    return all(last_use.get(name, -1) <= number for name in names)


def stride_of(node: Node, strides: Mapping[str, Pair], shapes: Shapes) -> Pair | None:
    """Returns the stride of a node's result; None where rows and columns get mixed.

    Args:
        node: One that depends on the input.
        strides: Of the tensors that depend on the input.
        shapes: Of all tensors.
    """
    output = shapes.get(node.outputs[0], ())
    if len(output) != 4 or min(output) < 1:
        return None
    varying = [name for name in node.inputs if name in strides]
    down, across = strides[varying[0]]
    if node.operator in ROW_BY_ROW:
        is_known = _is_row_by_row(node, strides, shapes)
        return (down, across) if is_known else None
    if node.operator not in SLIDING or varying != [node.inputs[0]]:
        return None
    step = _step(node, shapes)
    return (down * step[0], across * step[1]) if step else None


def _step(node: Node, shapes: Shapes) -> Pair | None:
    """Returns how far a kernel moves on; None where that is not known."""
    if not shapes.keys() >= set(node.inputs[:2]):
        return None
    how = sliding(node, shapes)
    return how.step if min(how.pads) >= 0 else None


def _is_row_by_row(node: Node, strides: Mapping[str, Pair], shapes: Shapes) -> bool:
    """Whether what a pointwise node reads lies alike, constants in all places."""
    varying = [name for name in node.inputs if name in strides]
    sides = {shapes[name][2:] for name in (*varying, node.outputs[0])}
    are_alike = len(sides) == len({strides[name] for name in varying}) == 1
    constants = [name for name in node.inputs if name and name not in strides]
    return are_alike and _are_flat(node, constants, shapes)


def _are_flat(node: Node, constants: list[str], shapes: Shapes) -> bool:
    """Whether a pointwise node's constants are the same for all rows and columns."""
    if node.operator == "Concat":
        return not constants and node.attributes.get("axis", 1) in (1, -3)
    if node.operator == "BatchNormalization":
        return True  # they are one number per channel
    found = [shapes.get(name) for name in constants]
    return all(shape is not None and math.prod(shape[-2:]) == 1 for shape in found)
