"""New weights for one layer, and away with what nobody reads any more."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

from inference.errors import Sentence
from inference.finetune.source import PLAIN_WEIGHTS, irreplaceable
from inference.geometry import Floats
from inference.network.extract import live_nodes
from inference.network.graph import Graph, Node
from inference.network.operators import CONVOLUTIONS

_SPREAD = 0.01  # standard deviation of the new weights


def weight_place(graph: Graph, node: Node) -> int | None:
    """Returns which input of a layer is its weights; None where both are live."""
    live = {info.name for info in graph.inputs}
    live |= {name for made in live_nodes(graph) for name in made.outputs}
    places = (1,) if node.plain_operator in CONVOLUTIONS | {"Gemm"} else (1, 0)
    dead = (n for n in places if n < len(node.inputs) and node.inputs[n] not in live)
    return next(dead, None)


def class_axis(node: Node, place: int) -> int:
    """Returns along which axis of its weights the classes lie."""
    if node.plain_operator in CONVOLUTIONS:
        return 0
    if node.plain_operator == "Gemm":
        return 0 if node.attributes.get("transB") else 1
    if node.plain_operator == "FusedMatMul" and node.attributes.get("transB"):
        return -2
    return -1 if place else -2


def renew(
    proto: onnx.GraphProto, graph: Graph, node: Node, count: int, seed: int
) -> list[str]:
    """Gives a layer new weights, and a bias where the operator takes one."""
    place = weight_place(graph, node)
    if place is None:
        raise AssertionError(node.name)  # such a layer is no choice
    made = next(p for p in proto.node if node.outputs[0] in p.output)
    former = node.inputs[place]
    kind, shape = _stored(graph, former)
    shape[class_axis(node, place)] = count
    random = np.random.default_rng([seed, 0])
    weight = random.normal(0, _SPREAD, shape).astype(np.float32)
    name = _put(proto, graph, former, weight, kind)
    made.input[place] = name
    if node.plain_operator not in CONVOLUTIONS | {"Gemm"}:
        return [name]
    _without(made, "alpha", "beta")
    bias = made.input[2] if len(made.input) > 2 else ""
    own = _put(proto, graph, bias or f"{name}.bias", np.zeros(count, np.float32), kind)
    del made.input[2:]
    made.input.append(own)
    return [name, own]


def _stored(graph: Graph, name: str) -> tuple[int, list[int]]:
    """Returns the element type and shape of a layer's weights, also if transposed."""
    if name in graph.weights:
        return graph.weights[name].data_type, list(graph.weights[name].dims)
    model = onnx.shape_inference.infer_shapes(graph.model, data_prop=True)
    info = next((v for v in model.graph.value_info if v.name == name), None)
    if info is None:
        raise irreplaceable(graph, Sentence("the shape of its weights is unknown"))
    kind = info.type.tensor_type
    return kind.elem_type, [dim.dim_value for dim in kind.shape.dim]


def _put(
    proto: onnx.GraphProto, graph: Graph, name: str, values: Floats, kind: int
) -> str:
    """Stores a tensor; under the name of the former one if nobody else reads that."""
    if len(graph.users.get(name, ())) > 1 or name in graph.producers:
        name = _free_name(graph, name)
    was_declared = _remove(proto.input, name)
    _remove(proto.initializer, name)
    fitting = values.astype(helper.tensor_dtype_to_np_dtype(kind))
    proto.initializer.append(numpy_helper.from_array(fitting, name))
    if was_declared or graph.model.ir_version < PLAIN_WEIGHTS:
        made = helper.make_tensor_value_info(name, kind, fitting.shape)
        proto.input.append(made)
    return name


def _remove(field: Any, name: str) -> bool:
    """Takes what has a name out of a field of a graph; tells whether there was any."""
    found = [each for each in field if each.name == name]
    for each in found:
        field.remove(each)
    return bool(found)


def _free_name(graph: Graph, name: str) -> str:
    taken = {*graph.producers, *graph.weights, *(i.name for i in graph.inputs)}
    n = 1
    while f"{name}.head{n}" in taken:
        n += 1
    return f"{name}.head{n}"


def _without(proto: onnx.NodeProto, *names: str) -> None:
    """Takes attributes away, so that their defaults hold."""
    kept = [a for a in proto.attribute if a.name not in names]
    del proto.attribute[:]
    proto.attribute.extend(kept)


def forget_unused(proto: onnx.GraphProto) -> None:
    """Removes nodes and weights that lead to no output."""
    needed = {value.name for value in proto.output}
    kept = []
    for node in reversed(proto.node):
        if not needed.isdisjoint(node.output):
            kept.append(node)
            needed.update(_read(node))
    nodes = [*reversed(kept)]
    del proto.node[:]
    proto.node.extend(nodes)
    gone = {t.name for t in proto.initializer if t.name not in needed}
    for field in (proto.initializer, proto.input):
        rest = [each for each in field if each.name not in gone]
        del field[:]
        field.extend(rest)


def _read(node: onnx.NodeProto) -> Iterator[str]:
    yield from filter(None, node.input)
    for attribute in node.attribute:
        for graph in (attribute.g, *attribute.graphs):
            yield from (value.name for value in graph.output)
            for inner in graph.node:
                yield from _read(inner)
