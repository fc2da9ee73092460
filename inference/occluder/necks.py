"""Where a network can be cut in two, and the networks that this makes.

A neck is a tensor (N, C, h, w) that everything passes through. Necks are looked for
from the input on, as far as all operators are known to treat rows and columns alike:
they slide a kernel, or compute each point for itself.
"""

import math
from collections.abc import Container
from dataclasses import dataclass

import onnx

from inference.network.graph import Graph, Shapes
from inference.network.operators import ROW_BY_ROW, SLIDING, attributes, pads, steps


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
    stride: tuple[int, int] = (1, 1)


def find_necks(graph: Graph, shapes: Shapes) -> list[Neck]:
    """Returns the necks, the input first, as far as all operators are known."""
    nodes = graph.model.graph.node
    name = graph.inputs[0].name
    if len(shapes.get(name, ())) != 4 or any(_has_branches(node) for node in nodes):
        return []
    last_use = {used: n for n, node in enumerate(nodes) for used in node.input}
    strides = {name: (1, 1)}  # of the tensors that depend on the input
    necks = [Neck(name, 0, shapes[name][1:])]
    for number, node in enumerate(nodes):
        if strides.keys().isdisjoint(node.input):
            continue  # makes a constant
        if not _is_known(node, strides, shapes, last_use):
            break
        down, across = next(strides[used] for used in node.input if used in strides)
        by_row, by_col = steps(node)
        output = node.output[0]
        if all(last_use.get(earlier, -1) <= number for earlier in strides):
            stride = (down * by_row, across * by_col)
            necks.append(Neck(output, number + 1, shapes[output][1:], stride))
        strides[output] = (down * by_row, across * by_col)
    return necks


def _has_branches(node: onnx.NodeProto) -> bool:
    """Whether a node has graphs of its own, which use tensors unseen."""
    return any(a.HasField("g") or a.graphs for a in node.attribute)


def _is_known(
    node: onnx.NodeProto,
    strides: dict[str, tuple[int, int]],
    shapes: Shapes,
    used: Container[str],
) -> bool:
    """Whether it is known what a node does to rows and columns.

    Args:
        node: The node.
        strides: Of the tensors that depend on the input.
        shapes: Of all tensors.
        used: Names of the tensors that nodes read.
    """
    output = shapes.get(node.output[0], ())
    is_plain = node.domain in ("", "ai.onnx") and not any(
        name in used for name in node.output[1:]
    )
    if not is_plain or len(output) != 4 or min(output) < 1:
        return False
    varying = [name for name in node.input if name in strides]
    if node.op_type in SLIDING:
        return varying == [node.input[0]] and min(pads(node, shapes)) >= 0
    constants = [name for name in node.input if name and name not in strides]
    return (
        node.op_type in ROW_BY_ROW
        and len({strides[name] for name in varying}) == 1
        and all(shapes[name][2:] == output[2:] for name in varying)
        and _are_flat(node, constants, shapes)
    )


def _are_flat(node: onnx.NodeProto, constants: list[str], shapes: Shapes) -> bool:
    """Whether a pointwise node's constants are the same for all rows and columns."""
    if node.op_type == "Concat":
        return not constants and attributes(node)["axis"] in (1, -3)
    if node.op_type == "BatchNormalization":
        return True  # they are one number per channel
    found = [shapes.get(name) for name in constants]
    return all(shape is not None and math.prod(shape[-2:]) == 1 for shape in found)
