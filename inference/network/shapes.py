"""Shapes of all tensors of a graph, for an input of a given shape.

They come from ONNX's own shape inference, which is told what follows from the shapes
that it found (how often a class token is repeated). Where it still finds none
(operators of other domains), the network is run once on black and the shapes are read
off; what even then is unknown is left out. What was found is kept as long as the graph,
so whoever asks shares it.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import onnx
from numpy.typing import NDArray

from inference.errors import ModelError
from inference.geometry import Size
from inference.network.computed import computed
from inference.network.extract import live_nodes
from inference.network.graph import Graph, Shapes
from inference.network.input import layout_of
from inference.network.passes import OutOfMemoryError, run_session
from inference.network.sessions import open_session

USUAL_BYTES = 4  # of a number whose type is unknown
_MOST_TOLD = 2  # times; for one that stops oftener a run is cheaper


@dataclass(frozen=True, slots=True)
class _Found:
    """Shapes, and bytes per number, of the tensors that are known."""

    shapes: Shapes
    widths: Mapping[str, int]


_kept: WeakKeyDictionary[Graph, dict[tuple[int, ...], _Found]] = WeakKeyDictionary()


def infer_shapes(graph: Graph, shape: tuple[int, ...]) -> Shapes:
    """Returns the shapes of all tensors that can be known, for an input of a shape.

    It is worked out once for each shape and not to be changed.
    """
    return _found(graph, shape).shapes


def number_widths(graph: Graph, shape: tuple[int, ...]) -> Mapping[str, int]:
    """Returns the bytes of a number of each tensor, for an input of a shape."""
    return _found(graph, shape).widths


def input_shape(graph: Graph, size: Size) -> tuple[int, ...]:
    """Returns the shape of one input of a size, in the layout of the graph."""
    _, first, _, last = graph.inputs[0].shape
    if layout_of(graph.inputs[0]) == "NCHW" and isinstance(first, int):
        return (1, first, *size)
    return (1, *size, last if isinstance(last, int) else 3)


def _found(graph: Graph, shape: tuple[int, ...]) -> _Found:
    kept = _kept.setdefault(graph, {})
    if shape in kept:
        return kept[shape]
    shapes, widths = _inferred(graph, shape)
    found = _Found(MappingProxyType(shapes), MappingProxyType(widths))
    try:
        arrays = _measured(graph, shape, shapes)
    except OutOfMemoryError:
        return found  # there may be enough another time
    except ModelError:
        arrays = {}
    shapes |= {name: array.shape for name, array in arrays.items()}
    widths |= {name: array.itemsize for name, array in arrays.items()}
    kept[shape] = found
    return found


def _measured(
    graph: Graph, shape: tuple[int, ...], shapes: Shapes
) -> dict[str, NDArray[Any]]:
    """Returns the tensors whose shapes are missing, of constant branches too."""
    missing = [n for n in graph.producers if n not in shapes]
    live = {name for node in live_nodes(graph) for name in node.outputs}
    if live.isdisjoint(missing):
        return computed(graph, shapes, missing)
    try:
        return _run_black(graph, shape, missing)
    except OutOfMemoryError:
        raise
    except ModelError:  # not all tensors are arrays
        return _run_black(graph, shape, [name for name in missing if name in live])


def _inferred(
    graph: Graph, shape: tuple[int, ...]
) -> tuple[dict[str, tuple[int, ...]], dict[str, int]]:
    """Returns shapes and bytes per number as far as ONNX tells them.

    Where it stops, it is told the numbers that follow from what it found, and goes on.
    """
    model, numbers = _sized(graph, shape), dict[str, NDArray[Any]]()
    shapes, widths = _told(graph, model)
    for _ in range(_MOST_TOLD):
        stopped = _asked_where_it_stops(graph, shapes)
        more = computed(graph, shapes, stopped - numbers.keys())
        if not more:
            break
        numbers |= more
        _tell(model, more)
        shapes, widths = _told(graph, model)
        shapes |= {name: array.shape for name, array in numbers.items()}
        widths |= {name: array.itemsize for name, array in numbers.items()}
    return shapes, widths


def _told(
    graph: Graph, model: onnx.ModelProto
) -> tuple[dict[str, tuple[int, ...]], dict[str, int]]:
    """Returns what ONNX infers of a model: shapes, and bytes per number."""
    with suppress(onnx.shape_inference.InferenceError, ValueError):
        model = onnx.shape_inference.infer_shapes(model, data_prop=True)
    known = (*model.graph.value_info, *model.graph.output, *model.graph.input)
    shapes = {v.name: dims for v in known if (dims := _shape(v)) is not None}
    shapes |= {name: tuple(weight.dims) for name, weight in graph.weights.items()}
    return shapes, {v.name: _bytes(v.type.tensor_type.elem_type) for v in known}


def _asked_where_it_stops(graph: Graph, shapes: Shapes) -> set[str]:
    """Returns what may be sizes among what is read where results have no shape yet."""
    stopped = (n for n in graph.nodes if not shapes.keys() >= set(n.outputs) - {""})
    read = {name for node in stopped for name in node.inputs if name in shapes}
    return {name for name in read - graph.weights.keys() if len(shapes[name]) < 2}


def _tell(model: onnx.ModelProto, numbers: Mapping[str, NDArray[Any]]) -> None:
    """Puts numbers in the place of the nodes that compute them."""
    kept = [n for n in model.graph.node if numbers.keys().isdisjoint(n.output)]
    del model.graph.node[:]
    model.graph.node.extend(kept)
    made = (onnx.numpy_helper.from_array(v, name) for name, v in numbers.items())
    model.graph.initializer.extend(made)


def _sized(graph: Graph, shape: tuple[int, ...]) -> onnx.ModelProto:
    """A copy with an input of this shape; what the file says of sizes is forgotten."""
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    for tensor in model.graph.initializer:  # the large ones have shapes only
        tensor.ClearField("data_location")
        tensor.ClearField("external_data")
    name = graph.inputs[0].name
    (value,) = (v for v in model.graph.input if v.name == name)
    dims = value.type.tensor_type.shape.dim
    for dim, length in zip(dims, shape, strict=True):
        dim.dim_value = length
    del model.graph.value_info[:]
    for output in model.graph.output:
        if _shape(output) is None:
            output.type.tensor_type.ClearField("shape")
    return model


def _run_black(
    graph: Graph, shape: tuple[int, ...], names: list[str]
) -> dict[str, NDArray[Any]]:
    """Runs the network once on zeros and returns the named tensors."""
    source = graph.inputs[0]
    feeds = {source.name: np.zeros(shape, source.dtype)}
    session = open_session(graph.with_outputs(names), graph, "cpu", packs=False)
    arrays = run_session(session, graph.path, feeds, names)
    return dict(zip(names, arrays, strict=True))


def _bytes(kind: int) -> int:
    if kind == onnx.TensorProto.UNDEFINED:
        return USUAL_BYTES
    return int(onnx.helper.tensor_dtype_to_np_dtype(kind).itemsize)


def _shape(value: onnx.ValueInfoProto) -> tuple[int, ...] | None:
    kind = value.type.tensor_type
    if not kind.HasField("shape"):
        return None
    dims = kind.shape.dim
    if not all(dim.HasField("dim_value") for dim in dims):
        return None
    return tuple(dim.dim_value for dim in dims)
