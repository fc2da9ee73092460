"""What each node of a graph costs: output shape, parameters, multiply-adds, memory.

Shapes come from ONNX's own shape inference for one input of a given size. Where it
finds none (padding that is computed, operators of other domains), the network is run
once on black and the shapes are read off; what even then is unknown is said to be.
"""

import math
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray

from inference.errors import ModelError
from inference.features import FeatureLayer, feature_layers, live_nodes
from inference.geometry import Size
from inference.graph import Graph, Node
from inference.model_input import layout_of
from inference.places import Shapes
from inference.providers import open_session, run_session

_WEIGHT_INPUT = {
    "Conv": 1, "com.microsoft.FusedConv": 1, "ConvInteger": 1, "ConvTranspose": 1,
    "QLinearConv": 3,
}  # fmt: skip
_SECOND_FACTOR = {
    "Gemm": 1, "MatMul": 1, "MatMulInteger": 1, "com.microsoft.FusedMatMul": 1,
    "QLinearMatMul": 3, "com.microsoft.QGemm": 3,
}  # fmt: skip
Shape = tuple[int, ...]

_USUAL_BYTES = 4  # of a number whose type is unknown
_MOST_VALUES = 1024  # that a tensor may have which other tensors' shapes come from


@dataclass(frozen=True, slots=True)
class NodeCost:
    """A node and what it costs for one photo.

    Attributes:
        node: The operation.
        shape: Of its first output; None where unknown.
        parameters: Weights that it is the first to use.
        multiply_adds: None where unknown.
        memory: Bytes of its outputs, 0 if they do not depend on the photo; None where
            unknown.
        layer: The layer its first output is, or None.
        is_live: Whether it computes with the photo.
    """

    node: Node
    shape: tuple[int, ...] | None
    parameters: int
    multiply_adds: int | None
    memory: int | None
    layer: FeatureLayer | None
    is_live: bool


@dataclass(frozen=True, slots=True)
class NetworkTable:
    """All nodes of a graph in its order, and their totals.

    Attributes:
        rows: One for each node.
        features: All layers by their tensor's name, input to output.
        size: Of the input that they were computed for.
    """

    rows: tuple[NodeCost, ...]
    features: Mapping[str, FeatureLayer]
    size: Size

    @property
    def layers(self) -> dict[str, FeatureLayer]:
        """The layers without mere copies, for pickers."""
        return {n: layer for n, layer in self.features.items() if not layer.is_copy}

    @property
    def parameters(self) -> int:
        """Weights of all nodes."""
        return sum(row.parameters for row in self.rows)

    @property
    def multiply_adds(self) -> int | None:
        """Of one forward pass; None where a part is unknown."""
        return _sum_known(row.multiply_adds for row in self.rows)

    @property
    def memory(self) -> int | None:
        """Bytes of all activations; None where a part is unknown."""
        return _sum_known(row.memory for row in self.rows)


def network_table(graph: Graph, size: Size) -> NetworkTable:
    """Works out what each node costs for one input of `size`."""
    shapes, widths = _inferred(graph, _input_shape(graph, size))
    layers = feature_layers(graph, shapes)
    live = frozenset(live_nodes(graph))
    weights = _weights_by_user(graph, live)
    rows = [
        NodeCost(
            node=node,
            shape=shapes.get(node.outputs[0]),
            parameters=weights.get(node, 0),
            multiply_adds=multiply_adds(node, shapes),
            memory=_memory(node, shapes, widths) if node in live else 0,
            layer=layers.get(node.outputs[0]),
            is_live=node in live,
        )
        for node in graph.nodes
    ]
    return NetworkTable(tuple(rows), layers, size)


def infer_shapes(graph: Graph, size: Size) -> Shapes:
    """Returns the shapes of all tensors that can be known, for one input of `size`."""
    return _inferred(graph, _input_shape(graph, size))[0]


def measured_shapes(graph: Graph, shape: tuple[int, ...]) -> Shapes:
    """Returns the same for an input of a certain shape, batch and channels included."""
    return _inferred(graph, shape)[0]


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
    return math.prod(output) * _summed(first, second, output)


def _summed(first: Shape, second: Shape, output: Shape) -> int:
    """Returns how many products make one number of a matrix product.

    The first factor ends in rows × these, transposed or not; what stands before is its
    batch (heads of attention, for one).
    """
    if len(first) < 2:
        return math.prod(first)
    rows = output[-2] if len(second) > 1 else output[-1]
    return math.prod(first[-2:]) // max(rows, 1)


def total_multiply_adds(graph: Graph, size: Size) -> int | None:
    """Returns the multiply-adds of one forward pass; None where they are unknown."""
    shapes = infer_shapes(graph, size)
    return _sum_known(multiply_adds(node, shapes) for node in graph.nodes)


def _sum_known(counts: Iterable[int | None]) -> int | None:
    total = 0
    for count in counts:
        if count is None:
            return None
        total += count
    return total


def _memory(node: Node, shapes: Shapes, widths: Mapping[str, int]) -> int | None:
    sizes = [
        math.prod(shapes[name]) * widths.get(name, _USUAL_BYTES)
        for name in node.outputs
        if name in shapes
    ]
    return sum(sizes) if sizes else None


def _weights_by_user(graph: Graph, live: frozenset[Node]) -> dict[Node, int]:
    """Counts for each live node the weights that it is the first to use.

    Weights that are dequantised or computed before they are used count there too.
    """
    waiting = {name: math.prod(w.dims) for name, w in graph.weights.items()}
    counts: dict[Node, int] = {}
    for node in graph.nodes:
        total = sum(waiting.pop(name, 0) for name in node.inputs)
        if node in live:
            counts[node] = total
        else:
            waiting[node.outputs[0]] = total + waiting.pop(node.outputs[0], 0)
    return counts


def _input_shape(graph: Graph, size: Size) -> tuple[int, ...]:
    """Returns the shape of one input of a size, in the layout of the graph."""
    _, first, _, last = graph.inputs[0].shape
    if layout_of(graph.inputs[0]) == "NCHW" and isinstance(first, int):
        return (1, first, *size)
    return (1, *size, last if isinstance(last, int) else 3)


def _inferred(graph: Graph, shape: tuple[int, ...]) -> tuple[Shapes, Mapping[str, int]]:
    """Returns shapes, and bytes per number, of all tensors that can be known."""
    model = _sized(graph, shape)
    with suppress(onnx.shape_inference.InferenceError, ValueError):
        model = onnx.shape_inference.infer_shapes(model, data_prop=True)
    known = (*model.graph.value_info, *model.graph.output, *model.graph.input)
    found = {v.name: dims for v in known if (dims := _shape(v)) is not None}
    widths = {v.name: _bytes(v.type.tensor_type.elem_type) for v in known}
    found |= {name: tuple(weight.dims) for name, weight in graph.weights.items()}
    made = (name for node in live_nodes(graph) for name in node.outputs if name)
    missing = [name for name in made if name not in found]
    if missing:
        for name, array in _run_black(graph, shape, missing).items():
            found[name] = array.shape
            widths[name] = array.itemsize
    return found, widths


def _sized(graph: Graph, shape: tuple[int, ...]) -> onnx.ModelProto:
    """A copy with an input of this shape; what the file says of sizes is forgotten."""
    model = _without_weights(graph.model)
    name = graph.inputs[0].name
    (value,) = (v for v in model.graph.input if v.name == name)
    dims = value.type.tensor_type.shape.dim
    for dim, length in zip(dims, shape, strict=True):
        dim.dim_value = length
    del model.graph.value_info[:]
    for output in model.graph.output:
        kind = output.type.tensor_type
        if not all(dim.HasField("dim_value") for dim in kind.shape.dim):
            kind.ClearField("shape")
    return model


def _run_black(
    graph: Graph, shape: tuple[int, ...], names: list[str]
) -> dict[str, NDArray[Any]]:
    """Runs the network once on zeros and returns the named tensors, or nothing."""
    source = graph.inputs[0]
    feeds = {source.name: np.zeros(shape, source.dtype)}
    try:
        session = open_session(graph.with_outputs(names), graph.path, "cpu")
        arrays = run_session(session, graph.path, feeds, names)
    except ModelError:
        return {}
    return dict(zip(names, arrays, strict=True))


def _bytes(kind: int) -> int:
    if kind == onnx.TensorProto.UNDEFINED:
        return _USUAL_BYTES
    return int(onnx.helper.tensor_dtype_to_np_dtype(kind).itemsize)


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
