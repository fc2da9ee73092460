"""Parts of a graph: what a tensor is made from, and a model that ends in it."""

from collections.abc import Iterable, Iterator

import onnx

from inference.graph import Graph


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
