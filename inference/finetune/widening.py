"""A float16 file as a float32 one."""

from collections.abc import Iterator

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

_NARROW = {TensorProto.FLOAT16, TensorProto.BFLOAT16}
_TYPED = {"dtype", "output_dtype", "stash_type", "to"}  # attributes that name a type


def widen(model: onnx.ModelProto) -> None:
    """Makes all 16-bit floats of a model 32-bit ones, branches included."""
    for graph in _graphs(model.graph):
        for tensor in (*graph.initializer, *_constants(graph)):
            _widen_tensor(tensor)
        for value in (*graph.input, *graph.output, *graph.value_info):
            kind = value.type.tensor_type
            if kind.elem_type in _NARROW:
                kind.elem_type = TensorProto.FLOAT
        for attribute in (a for node in graph.node for a in node.attribute):
            if attribute.name in _TYPED and attribute.i in _NARROW:
                attribute.i = TensorProto.FLOAT


def _graphs(graph: onnx.GraphProto) -> Iterator[onnx.GraphProto]:
    yield graph
    for attribute in (a for node in graph.node for a in node.attribute):
        for inner in (attribute.g, *attribute.graphs):
            if inner.node:
                yield from _graphs(inner)


def _constants(graph: onnx.GraphProto) -> Iterator[TensorProto]:
    for attribute in (a for node in graph.node for a in node.attribute):
        if attribute.HasField("t"):
            yield attribute.t


def _widen_tensor(tensor: TensorProto) -> None:
    if tensor.data_type in _NARROW:
        values = numpy_helper.to_array(tensor).astype(np.float32)
        tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
