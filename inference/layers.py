"""What each node of a graph costs: output shapes, parameters, multiply-adds.

Shapes come from ONNX's own shape inference for one input of a given size; where it
finds none, the cost is unknown and said to be. `measured_shapes` asks ONNX Runtime for
what inference leaves open.
"""

import math
from collections.abc import Mapping

import numpy as np
import onnx

from inference.errors import ModelError
from inference.geometry import Size
from inference.graph import Graph, Node
from inference.providers import open_session, run_session

Shapes = Mapping[str, tuple[int, ...]]

_WEIGHT_INPUT = {
    "Conv": 1, "com.microsoft.FusedConv": 1, "ConvInteger": 1, "ConvTranspose": 1,
    "QLinearConv": 3,
}  # fmt: skip
_SECOND_FACTOR = {
    "Gemm": 1, "MatMul": 1, "MatMulInteger": 1, "com.microsoft.FusedMatMul": 1,
    "QLinearMatMul": 3, "com.microsoft.QGemm": 3,
}  # fmt: skip


def infer_shapes(graph: Graph, size: Size) -> Shapes:
    """Returns the shapes of all tensors that can be known, for one input of `size`."""
    declared = graph.inputs[0].shape
    is_channels_first = declared[1] in (1, 3)
    channels = declared[1] if is_channels_first else declared[3]
    count = channels if isinstance(channels, int) else 3
    return _inferred(
        graph, (1, count, *size) if is_channels_first else (1, *size, count)
    )


def measured_shapes(graph: Graph, shape: tuple[int, ...]) -> Shapes:
    """Returns the shapes of all tensors for an input of a certain shape.

    Where inference knows none, ONNX Runtime runs the graph on zeros and is asked for
    the shapes, not for the values.
    """
    shapes = _inferred(graph, shape)
    made = (name for node in graph.nodes for name in node.outputs if name)
    asked = {name: f"shape of {name}" for name in made if name not in shapes}
    if not asked:
        return shapes
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    del model.graph.output[:]
    for name, answer in asked.items():
        model.graph.node.append(onnx.helper.make_node("Shape", [name], [answer]))
        model.graph.output.append(onnx.ValueInfoProto(name=answer))
    image = graph.inputs[0]
    feeds = {image.name: np.zeros(shape, image.dtype)}
    try:
        session = open_session(model, graph.path, "cpu")
        answers = run_session(session, graph.path, feeds, list(asked.values()))
    except ModelError:
        return shapes
    found = (tuple(map(int, answer)) for answer in answers)
    return {**shapes, **dict(zip(asked, found, strict=True))}


def _inferred(graph: Graph, shape: tuple[int, ...]) -> Shapes:
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    name = graph.inputs[0].name
    (value,) = (v for v in model.graph.input if v.name == name)
    dims = value.type.tensor_type.shape.dim
    for dim, length in zip(dims, shape, strict=True):
        dim.dim_value = length
    try:
        model = onnx.shape_inference.infer_shapes(model, data_prop=True)
    except (onnx.shape_inference.InferenceError, ValueError):
        return {}
    known = (*model.graph.value_info, *model.graph.output, *model.graph.input)
    shapes = {value.name: _shape(value) for value in known}
    shapes |= {t.name: tuple(t.dims) for t in model.graph.initializer}
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


def _shape(value: onnx.ValueInfoProto) -> tuple[int, ...] | None:
    kind = value.type.tensor_type
    if not kind.HasField("shape"):
        return None
    dims = kind.shape.dim
    if not all(dim.HasField("dim_value") for dim in dims):
        return None
    return tuple(dim.dim_value for dim in dims)
