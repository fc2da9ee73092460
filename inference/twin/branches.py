"""Branches of a graph: their tensors renamed, to stand in the graph around them."""

import onnx

from inference.twin.inlining import all_nodes


def renamed(graph: onnx.GraphProto, taken: set[str]) -> onnx.GraphProto:
    """Returns a branch none of whose own names is taken outside."""
    own = {proto.name for proto in graph.initializer}
    own |= {name for node in graph.node for name in node.output}
    new = {name: free_name(name, taken) for name in own & taken if name}
    if not new:
        return graph
    copy = onnx.GraphProto()
    copy.CopyFrom(graph)
    for proto in copy.initializer:
        proto.name = new.get(proto.name, proto.name)
    for value in copy.output:
        value.name = new.get(value.name, value.name)
    for node in all_nodes(copy):
        node.input[:] = [new.get(name, name) for name in node.input]
        node.output[:] = [new.get(name, name) for name in node.output]
    return copy


def free_name(name: str, taken: set[str]) -> str:
    """Returns a name like this one that is not taken."""
    number = 2
    while f"{name}/{number}" in taken:
        number += 1
    return f"{name}/{number}"
