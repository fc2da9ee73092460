"""Where a network can be cut in two, and the networks that this makes.

A neck is a tensor (N, C, h, w) that everything passes through. Necks are looked for
from the input on, as far as all operators are known to treat rows and columns alike:
they slide a kernel, or compute each point for itself.
"""

import math
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

import onnx
from onnx import TensorProto, helper

from inference.graph import Graph
from inference.places import Shapes

SLIDING = {"Conv", "MaxPool", "AveragePool"}
_POINTWISE = {
    "Add", "BatchNormalization", "Clip", "Concat", "Div", "Dropout", "Elu",
    "HardSigmoid", "HardSwish", "Identity", "LeakyRelu", "Mul", "PRelu", "Relu",
    "Sigmoid", "Sub", "Tanh",
}  # fmt: skip
_OLDEST_IR = 4  # before, weights had to be inputs too


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


def part(graph: Graph, shapes: Shapes, source: Neck, target: str) -> onnx.ModelProto:
    """Returns the network from a neck to a tensor behind it.

    It takes any number of inputs, and where rows and columns are treated alike, of any
    size.
    """
    whole = graph.model.graph
    last = next(n for n, node in enumerate(whole.node) if target in node.output)
    early = _constants(graph, source.nodes)
    nodes = [*early, *whole.node[source.nodes : last + 1]]
    nodes = [_with_plain_pads(node, shapes) for node in nodes]
    used = {name for node in nodes for name in node.input}
    channels = source.shape[0]
    made = helper.make_graph(
        nodes,
        "part",
        [_value(source.tensor, ["N", channels, "h", "w"])],
        [onnx.ValueInfoProto(name=target)],
        [tensor for tensor in whole.initializer if tensor.name in used],
        sparse_initializer=[
            tensor for tensor in whole.sparse_initializer if tensor.values.name in used
        ],
    )
    model: onnx.ModelProto = helper.make_model(
        made,
        opset_imports=graph.model.opset_import,
        functions=graph.model.functions,
        ir_version=max(graph.model.ir_version, _OLDEST_IR),
    )
    return model


def attributes(node: onnx.NodeProto) -> dict[str, Any]:
    """Returns the values of a node's attributes."""
    return {a.name: helper.get_attribute_value(a) for a in node.attribute}


def steps(node: onnx.NodeProto) -> tuple[int, int]:
    """Returns by how many rows and columns a sliding node moves on; else 1 and 1."""
    if node.op_type not in SLIDING:
        return 1, 1
    down, across = attributes(node).get("strides", (1, 1))
    return down, across


def reach(node: onnx.NodeProto, shapes: Shapes, axis: int) -> int:
    """Returns how far apart the first and last row (column) under a kernel are."""
    given = attributes(node)
    sides = given.get("kernel_shape") or shapes[node.input[1]][2:]
    dilation = given.get("dilations", (1, 1))[axis]
    return int(dilation * (sides[axis] - 1))


def pads(node: onnx.NodeProto, shapes: Shapes) -> list[int]:
    """Returns rows and columns of padding: top, left, bottom, right."""
    given = attributes(node)
    rule = given.get("auto_pad", b"NOTSET")
    if rule == b"NOTSET":
        return list(given.get("pads", (0, 0, 0, 0)))
    befores, afters = [], []
    for axis, step in enumerate(steps(node)):
        length = shapes[node.input[0]][2 + axis]
        outputs = shapes[node.output[0]][2 + axis]
        covered = (outputs - 1) * step + reach(node, shapes, axis) + 1
        total = max(covered - length, 0) if rule != b"VALID" else 0
        less, more = total // 2, total - total // 2
        befores.append(less if rule == b"SAME_UPPER" else more)
        afters.append(more if rule == b"SAME_UPPER" else less)
    return [*befores, *afters]


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
        node.op_type in _POINTWISE
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


def _constants(graph: Graph, count: int) -> Iterator[onnx.NodeProto]:
    """Yields those of the first `count` nodes that do not depend on the input."""
    varying = {graph.inputs[0].name}
    for node in graph.model.graph.node[:count]:
        if varying.isdisjoint(node.input):
            yield node
        else:
            varying.update(node.output)


def _with_plain_pads(node: onnx.NodeProto, shapes: Shapes) -> onnx.NodeProto:
    """Returns a node whose padding does not depend on the size of its input."""
    is_plain = attributes(node).get("auto_pad", b"NOTSET") == b"NOTSET"
    if node.op_type not in SLIDING or is_plain:
        return node
    if len(shapes.get(node.output[0], ())) != 4:
        return node
    plain = onnx.NodeProto()
    plain.CopyFrom(node)
    kept = [a for a in node.attribute if a.name not in ("auto_pad", "pads")]
    del plain.attribute[:]
    plain.attribute.extend([*kept, helper.make_attribute("pads", pads(node, shapes))])
    return plain


def _value(name: str, shape: list[int | str]) -> onnx.ValueInfoProto:
    value: onnx.ValueInfoProto = helper.make_tensor_value_info(
        name, TensorProto.FLOAT, shape
    )
    return value
