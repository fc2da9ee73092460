"""Values as float32, whatever the network computes with, and a sentence about that."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import numpy_helper

from inference.graph import Graph, Node
from inference.prediction import Floats

_RESULT_SCALE = 6  # where QLinearConv, QLinearMatMul name the scale of their result


@dataclass(frozen=True, slots=True, eq=False)
class _Scale:
    """real = (stored - zero_point) * scale, each a number or one per channel."""

    scale: NDArray[np.float32]
    zero_point: NDArray[np.float32]
    axis: int

    def __str__(self) -> str:
        if self.scale.size > 1:
            return f"{self.scale.size} scales, one per channel"
        zero = int(self.zero_point.flat[0])
        return f"scale {float(self.scale.flat[0]):.4g}, zero point {zero}"


def dequantised(graph: Graph, name: str, raw: NDArray[Any]) -> tuple[Floats, str]:
    """Returns a tensor's values as float32, and what the network itself holds.

    The note is "" for plain float32.
    """
    if raw.dtype.kind == "f":
        return raw.astype(np.float32, copy=False), _float_note(graph, name, raw)
    scale = _stored_scale(graph, name)
    if scale is None:
        return raw.astype(np.float32), f"{raw.dtype} in the network, no scale is known"
    values = raw.astype(np.float32) - _along(scale.zero_point, scale.axis, raw.ndim)
    values = values * _along(scale.scale, scale.axis, raw.ndim)
    return values, f"{raw.dtype} in the network, dequantised: {scale}"


def _float_note(graph: Graph, name: str, raw: NDArray[Any]) -> str:
    if raw.dtype != np.float32:
        return f"{raw.dtype} in the network"
    node = graph.producers.get(name)
    if node is not None and node.operator == "DequantizeLinear":
        scale = _scale_of(graph, node, 1)
        return f"dequantised by the network: {scale}" if scale else "dequantised"
    for user in _users(graph, name):
        if user.operator == "QuantizeLinear":
            return "before the network quantises it"
    return ""


def _stored_scale(graph: Graph, name: str) -> _Scale | None:
    for user in _users(graph, name):
        if user.operator == "DequantizeLinear":
            return _scale_of(graph, user, 1)
    node = graph.producers.get(name)
    if node is None:
        return None
    if node.operator == "QuantizeLinear":
        return _scale_of(graph, node, 1)
    if node.operator in ("QLinearConv", "QLinearMatMul"):
        return _scale_of(graph, node, _RESULT_SCALE)
    return None


def _users(graph: Graph, name: str) -> list[Node]:
    return [node for node in graph.nodes if name in node.inputs]


def _scale_of(graph: Graph, node: Node, place: int) -> _Scale | None:
    """Reads a scale and the zero point behind it from a node's inputs."""
    arrays = []
    for name in (*node.inputs, "", "")[place : place + 2]:
        weight = graph.weights.get(name)
        if weight is not None:
            folder = str(graph.path.resolve().parent)
            arrays.append(numpy_helper.to_array(weight, folder).astype(np.float32))
    if not arrays:
        return None
    zero = arrays[1] if len(arrays) > 1 else np.zeros(1, np.float32)
    return _Scale(arrays[0], zero, _axis(graph, node))


def _axis(graph: Graph, node: Node) -> int:
    for proto in graph.model.graph.node:
        if node.outputs[0] in proto.output:
            axes = [a.i for a in proto.attribute if a.name == "axis"]
            return int(axes[0]) if axes else 1
    return 1


def _along(values: NDArray[np.float32], axis: int, rank: int) -> NDArray[np.float32]:
    if values.size == 1:
        return values.reshape(())
    shape = [1] * rank
    shape[axis] = values.size
    return values.reshape(shape)
