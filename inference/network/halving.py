"""Graphs that compute in float32, computed in float16 instead.

Weights and all that follows from them are halved; the input stays as it is and is cast
behind its door. What cannot be halved by a plain change of types is refused: such
graphs stay as they are.
"""

from collections.abc import Iterable

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import AttributeProto, NodeProto, TensorProto, helper, numpy_helper

from inference.errors import ModelError, Sentence
from inference.network.file import is_apart
from inference.network.graph import Graph

_WIDE, _HALF = TensorProto.FLOAT, TensorProto.FLOAT16
_LARGEST = 65504.0  # of float16
_TYPES = ("to", "dtype")  # attributes that name a type
_KEPT = {"Resize": (1, 2), "Upsample": (1,)}  # inputs that ONNX wants in float32
_REFUSED = {
    *("QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear"),
    *("QLinearConv", "QLinearMatMul", "ConvInteger", "MatMulInteger", "Range"),
}


def halved(graph: Graph) -> Graph:
    """Returns a graph that computes in float16, with the same names of tensors.

    Raises:
        ModelError: It cannot be had by a change of types.
    """
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    _refuse_odd(graph, model)
    large, kept = dict(graph.large), _kept_wide(model.graph.node)
    for tensor in model.graph.initializer:
        if tensor.data_type != _WIDE or tensor.name in kept:
            continue
        if is_apart(tensor):
            large[tensor.name] = _half(graph, large[tensor.name])
            tensor.data_type = _HALF
        else:
            _halve(graph, tensor)
    _halve_nodes(graph, model.graph.node, kept)
    _cast_inputs(model.graph)
    del model.graph.value_info[:]
    for value in model.graph.output:
        if value.type.tensor_type.elem_type == _WIDE:
            value.type.tensor_type.elem_type = _HALF
    return graph.made(model, "in float16", large)


def _refuse_odd(graph: Graph, model: onnx.ModelProto) -> None:
    nodes = model.graph.node
    inner = any(a.HasField("g") or a.graphs for node in nodes for a in node.attribute)
    foreign = {node.domain for node in nodes} - {"", "ai.onnx"}
    names = {node.op_type for node in nodes}
    if inner or foreign or model.functions or names & _REFUSED:
        raise _refused(graph, Sentence("it has operators that stay in float32"))
    inputs = {value.name: value for value in model.graph.input}
    if not any(v.type.tensor_type.elem_type == _WIDE for v in inputs.values()):
        weights = {tensor.data_type for tensor in model.graph.initializer}
        if _WIDE not in weights:
            raise _refused(graph, Sentence("it is not in float32"))


def _kept_wide(nodes: Iterable[NodeProto]) -> set[str]:
    """Returns the tensors that ONNX wants in float32."""
    return {
        node.input[place]
        for node in nodes
        for place in _KEPT.get(node.op_type, ())
        if len(node.input) > place and node.input[place]
    }


def _halve_nodes(graph: Graph, nodes: Iterable[NodeProto], kept: set[str]) -> None:
    for node in nodes:
        if not kept.isdisjoint(node.output):
            continue
        for attribute in node.attribute:
            _halve_attribute(graph, node, attribute)


def _halve_attribute(graph: Graph, node: NodeProto, attribute: AttributeProto) -> None:
    if attribute.name in _TYPES and attribute.i == _WIDE:
        attribute.i = _HALF
    if attribute.HasField("t") and attribute.t.data_type == _WIDE:
        _halve(graph, attribute.t)
    if node.op_type == "Constant" and attribute.name in ("value_float", "value_floats"):
        numbers = attribute.floats or attribute.f
        values = _half(graph, np.array(numbers, np.float32))
        made = helper.make_attribute("value", numpy_helper.from_array(values))
        attribute.CopyFrom(made)


def _cast_inputs(part: onnx.GraphProto) -> None:
    """Casts what is fed in float32, behind its door."""
    stored = {tensor.name for tensor in part.initializer}
    fed = [
        value.name
        for value in part.input
        if value.name not in stored and value.type.tensor_type.elem_type == _WIDE
    ]
    for name in fed:
        inside = helper.make_node("Cast", [name], [_inside(name)], to=_HALF)
        for node in part.node:
            for place, used in enumerate(node.input):
                if used == name:
                    node.input[place] = _inside(name)
        part.node.insert(0, inside)
    for value in part.input:
        if value.name in stored and value.type.tensor_type.elem_type == _WIDE:
            value.type.tensor_type.elem_type = _HALF


def _inside(name: str) -> str:
    return f"{name}:float16"


def _halve(graph: Graph, tensor: TensorProto) -> None:
    values = _half(graph, numpy_helper.to_array(tensor))
    tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))


def _half(graph: Graph, values: NDArray[np.float32]) -> NDArray[np.float16]:
    if values.size and not np.abs(values).max() <= _LARGEST:
        raise _refused(graph, Sentence("its weights are too large"))
    half = values.astype(np.float16)
    half.flags.writeable = False
    return half


def _refused(graph: Graph, why: Sentence) -> ModelError:
    return ModelError(
        '"{file}" cannot be computed in float16: {why}.', file=graph.path.name, why=why
    )
