"""Parts of a graph: what a tensor is made from, and a model that ends in it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import onnx
from onnx import TensorProto, helper

from inference.network.graph import Graph, Node, Shapes
from inference.network.operators import (
    SLIDING,
    WITHOUT_VALUES,
    attributes,
    pads,
)

if TYPE_CHECKING:
    from inference.occluder.necks import Neck


def ancestors(graph: Graph, name: str) -> set[str]:
    """Returns the tensors that a tensor is made from, itself included."""
    found = {name}
    for node in reversed(graph.model.graph.node):
        if not found.isdisjoint(node.output):
            found.update(_inputs(node))
    return found - {""}


def ending_at(graph: Graph, names: Iterable[str]) -> onnx.ModelProto:
    """Returns the part of the model that makes these tensors, and gives them."""
    names = list(names)
    needed: set[str] = set().union(*(ancestors(graph, name) for name in names))
    fed = {tensor.name for tensor in graph.inputs} | needed
    whole = graph.model
    part = onnx.ModelProto(ir_version=whole.ir_version)
    part.opset_import.extend(whole.opset_import)
    part.functions.extend(whole.functions)
    part.graph.name = whole.graph.name
    part.graph.input.extend(v for v in whole.graph.input if v.name in fed)
    part.graph.output.extend(onnx.ValueInfoProto(name=name) for name in names)
    part.graph.node.extend(
        node for node in whole.graph.node if not needed.isdisjoint(node.output)
    )
    part.graph.initializer.extend(
        tensor for tensor in whole.graph.initializer if tensor.name in needed
    )
    part.graph.sparse_initializer.extend(whole.graph.sparse_initializer)
    return part


def _inputs(node: onnx.NodeProto) -> Iterator[str]:
    """Yields what a node reads, in its branches too."""
    yield from node.input
    for attribute in node.attribute:
        for inner in attribute.g.node:
            yield from _inputs(inner)
        yield from (value.name for value in attribute.g.output)


def live_nodes(graph: Graph) -> Iterator[Node]:
    """Yields the nodes that compute with the photo, in the order of the file.

    The others work on weights or shapes alone.
    """
    live = {tensor.name for tensor in graph.inputs}
    for node in graph.nodes:
        if node.operator not in WITHOUT_VALUES and not live.isdisjoint(node.inputs):
            live.update(name for name in node.outputs if name)
            yield node


_OLDEST_IR = 4  # before, weights had to be inputs too


def part(graph: Graph, shapes: Shapes, source: "Neck", target: str) -> onnx.ModelProto:
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
