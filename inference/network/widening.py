"""Graphs that compute in bfloat16, computed in float32 instead.

ONNX Runtime's CPU knows hardly any operator in bfloat16, and NumPy has no such type.
Every bfloat16 number is a float32 number, so nothing of the file is lost; answers are
more exact than the file asks for.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import onnx
from onnx import AttributeProto, TensorProto, numpy_helper

from inference.network.file import is_apart
from inference.network.graph import Graph

_NARROW, _WIDE = TensorProto.BFLOAT16, TensorProto.FLOAT
_TYPES = ("to", "dtype", "output_dtype", "stash_type")  # attributes that name a type


def widened(graph: Graph) -> Graph:
    """Returns a graph without bfloat16: itself where there is none."""
    if not is_narrow(graph.model):
        return graph
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    large = dict(graph.large)
    for part in _parts(model):
        for tensor in part.initializer:
            if tensor.data_type == _NARROW and is_apart(tensor):
                large[tensor.name] = _wide(large[tensor.name])
        _widen_part(part)
    for function in model.functions:
        _widen_nodes(function.node)
    return graph.made(model, "in float32", large)


def is_narrow(model: onnx.ModelProto) -> bool:
    """Whether a model holds numbers in bfloat16, or makes some."""
    for part in _parts(model):
        values = (*part.input, *part.output, *part.value_info)
        kinds = {value.type.tensor_type.elem_type for value in values}
        kinds |= {tensor.data_type for tensor in part.initializer}
        if _NARROW in kinds or any(map(_names_narrow, _attributes(part.node))):
            return True
    return any(
        _names_narrow(attribute)
        for function in model.functions
        for attribute in _attributes(function.node)
    )


def _names_narrow(attribute: AttributeProto) -> bool:
    is_type = attribute.name in _TYPES and attribute.i == _NARROW
    return is_type or attribute.t.data_type == _NARROW


def _widen_part(part: onnx.GraphProto) -> None:
    for tensor in part.initializer:
        _widen(tensor)
    for value in (*part.input, *part.output, *part.value_info):
        if value.type.tensor_type.elem_type == _NARROW:
            value.type.tensor_type.elem_type = _WIDE
    _widen_nodes(part.node)


def _widen_nodes(nodes: Iterable[onnx.NodeProto]) -> None:
    for attribute in _attributes(nodes):
        if attribute.name in _TYPES and attribute.i == _NARROW:
            attribute.i = _WIDE
        if attribute.HasField("t"):
            _widen(attribute.t)


def _widen(tensor: TensorProto) -> None:
    """Widens a tensor in place; of one whose values lie elsewhere, the type alone."""
    if tensor.data_type != _NARROW:
        return
    if is_apart(tensor):
        tensor.data_type = _WIDE
    else:
        values = numpy_helper.to_array(tensor)
        tensor.CopyFrom(numpy_helper.from_array(_wide(values), tensor.name))


def _wide(values: Any) -> np.ndarray:
    wide = np.asarray(values).astype(np.float32)
    wide.flags.writeable = False
    return wide


def _attributes(nodes: Iterable[onnx.NodeProto]) -> Iterator[AttributeProto]:
    return (attribute for node in nodes for attribute in node.attribute)


def _parts(model: onnx.ModelProto) -> Iterator[onnx.GraphProto]:
    """Yields the graph, and the graphs that nodes hold, functions' included."""
    yield model.graph
    yield from _inner([model.graph, *model.functions])


def _inner(
    holders: Iterable[onnx.GraphProto | onnx.FunctionProto],
) -> Iterator[onnx.GraphProto]:
    for holder in holders:
        for attribute in _attributes(holder.node):
            graphs = [
                *([attribute.g] if attribute.HasField("g") else []),
                *attribute.graphs,
            ]
            yield from graphs
            yield from _inner(graphs)
