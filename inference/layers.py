"""What each node of a graph costs: output shapes, parameters, multiply-adds.

Shapes come from ONNX's own shape inference for one input of a given size; where it
finds none, the cost is unknown and said to be.
"""

import math
from collections.abc import Mapping

import onnx

from inference.geometry import Size
from inference.graph import Graph, Node

Shapes = Mapping[str, tuple[int, ...]]

_WEIGHT_INPUT = {
    "Conv": 1, "com.microsoft.FusedConv": 1, "ConvInteger": 1, "ConvTranspose": 1,
    "QLinearConv": 3,
}  # fmt: skip
_SECOND_FACTOR = {
    "Gemm": 1, "MatMul": 1, "MatMulInteger": 1, "com.microsoft.FusedMatMul": 1,
    "QLinearMatMul": 3, "com.microsoft.QGemm": 3,
}  # fmt: skip

_MOST_VALUES = 1024  # that a tensor may have which other tensors' shapes come from


def infer_shapes(graph: Graph, size: Size) -> Shapes:
    """Returns the shapes of all tensors that can be known, for one input of `size`."""
    model = _without_weights(graph.model)
    name = graph.inputs[0].name
    (value,) = (v for v in model.graph.input if v.name == name)
    dims = value.type.tensor_type.shape.dim
    channels_first = dims[1].dim_value in (1, 3)
    places = (0, 2, 3) if channels_first else (0, 1, 2)
    for place, length in zip(places, (1, *size), strict=True):
        dims[place].dim_value = length
    try:
        model = onnx.shape_inference.infer_shapes(model, data_prop=True)
    except (onnx.shape_inference.InferenceError, ValueError):
        return {}
    known = (*model.graph.value_info, *model.graph.output, *model.graph.input)
    shapes = {value.name: _shape(value) for value in known}
    shapes |= {t.name: tuple(t.dims) for t in graph.model.graph.initializer}
    return {name: shape for name, shape in shapes.items() if shape is not None}


def multiply_adds(node: Node, shapes: Shapes) -> int | None:
    """Returns a node's multiply-adds for one input; None where shapes are unknown.

    Only convolutions and matrix products count, as is usual.
    """
    weights = _WEIGHT_INPUT.get(node.operator)
    factor = _SECOND_FACTOR.get(node.operator)
    if weights is None and factor is None:
        return 0
    places = (0, weights if weights is not None else factor or 1)
    output = shapes.get(node.outputs[0])
    first, second = (shapes.get(node.inputs[place]) for place in places)
    if output is None or first is None or second is None:
        return None
    if node.operator == "ConvTranspose":
        return math.prod(first) * math.prod(second[1:])
    if weights is not None:
        return math.prod(output) * math.prod(second[1:])
    return math.prod(output) * (math.prod(second) // max(output[-1], 1) or 1)


def total_multiply_adds(graph: Graph, size: Size) -> int | None:
    """Returns the multiply-adds of one forward pass; None where they are unknown."""
    shapes = infer_shapes(graph, size)
    counts = [multiply_adds(node, shapes) for node in graph.nodes]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _without_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """Returns a copy whose large weights have shapes only, which is far quicker."""
    light = onnx.ModelProto(
        ir_version=model.ir_version,
        opset_import=model.opset_import,
        functions=model.functions,
        graph=onnx.GraphProto(
            name=model.graph.name,
            node=model.graph.node,
            input=model.graph.input,
            output=model.graph.output,
            value_info=model.graph.value_info,
            sparse_initializer=model.graph.sparse_initializer,
        ),
    )
    for tensor in model.graph.initializer:
        if math.prod(tensor.dims) > _MOST_VALUES:
            empty = onnx.TensorProto(
                name=tensor.name, dims=tensor.dims, data_type=tensor.data_type
            )
            light.graph.initializer.append(empty)
        else:
            light.graph.initializer.append(tensor)
    return light


def _shape(value: onnx.ValueInfoProto) -> tuple[int, ...] | None:
    kind = value.type.tensor_type
    if not kind.HasField("shape"):
        return None
    dims = kind.shape.dim
    if not all(dim.HasField("dim_value") for dim in dims):
        return None
    return tuple(dim.dim_value for dim in dims)
