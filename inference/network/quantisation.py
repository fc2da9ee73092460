"""What the whole numbers of a quantised network mean.

real = (stored - zero point) * scale; scale and zero point stand beside the stored
tensor, as inputs of the node that made it or of one that dequantises it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray

from inference.errors import Sentence
from inference.geometry import Floats
from inference.network.graph import Graph, Node
from inference.network.operators import WHOLE_NUMBERS_KEPT, ZERO_POINT_INPUT

_SCALED = {"QGemm", "QLinearConv", "QLinearMatMul"}  # they hold their weight's scale
_SCALED_WEIGHT = 3  # its place among their inputs; the scale stands behind it


@dataclass(frozen=True, slots=True, eq=False)
class _Scale:
    """real = (stored - zero_point) * scale, each a number or one per channel."""

    scale: NDArray[np.float32]
    zero_point: NDArray[np.float32]
    axis: int

    @property
    def sentence(self) -> Sentence:
        """What a number means, for people."""
        if self.scale.size > 1:
            return Sentence("{n} scales, one per channel", n=self.scale.size)
        return Sentence(
            "scale {scale:.4g}, zero point {zero}",
            scale=float(self.scale.flat[0]),
            zero=int(self.zero_point.flat[0]),
        )


def rounds(model: onnx.ModelProto) -> bool:
    """Whether the file itself rounds: it holds 16-bit floats or is quantised."""
    narrow = {onnx.TensorProto.FLOAT16, onnx.TensorProto.BFLOAT16}
    stored = {proto.data_type for proto in model.graph.initializer}
    stored |= {value.type.tensor_type.elem_type for value in model.graph.input}
    return is_quantised(model) or not stored.isdisjoint(narrow)


def is_quantised(model: onnx.ModelProto) -> bool:
    """Whether some of the file computes with whole numbers."""
    return any(
        "Quantize" in name
        or name.startswith(("QLinear", "QGemm"))
        or name.endswith(("Integer", "NBits"))
        for name in _operators(model.graph)
    )


def quantisation_of(graph: Graph) -> str | None:
    """Returns how a file is quantised: None where it is not.

    "QDQ" (whole numbers between quantising and dequantising), "QOperator" (operators on
    whole numbers), "dynamic" (scales from what is fed) or "weights" (these alone).
    """
    names = _operators(graph.model.graph)
    if any(name.startswith("Dynamic") or name.endswith("Integer") for name in names):
        return "dynamic"
    if any(name.startswith(("QLinear", "QGemm")) for name in names):
        return "QOperator"
    if {"QuantizeLinear", "DequantizeLinear"} <= names:
        return "QDQ"
    is_weight = "DequantizeLinear" in names or any(n.endswith("NBits") for n in names)
    return "weights" if is_weight else None


def _operators(graph: onnx.GraphProto) -> set[str]:
    """Returns the operators of a graph and of those that its nodes hold."""
    found = {node.op_type for node in graph.node}
    for node in graph.node:
        for attribute in node.attribute:
            found |= _operators(attribute.g)
    return found


def dequantised(graph: Graph, name: str, raw: NDArray[Any]) -> tuple[Floats, str]:
    """Returns a tensor's values as float32, and what the network itself holds.

    The note is "" for plain float32.
    """
    if raw.dtype.kind == "f":
        return raw.astype(np.float32, copy=False), _float_note(graph, name, raw)
    return _meant(raw, _stored_scale(graph, name, _quantisers(graph)))


def dequantised_weight(
    graph: Graph, node: Node, place: int, name: str
) -> tuple[Floats, str]:
    """Returns a stored weight's values as `dequantised` does.

    Args:
        graph: The network.
        node: Whose weight it is.
        place: Among the node's inputs.
        name: Of the stored tensor.
    """
    raw = graph.values(graph.weights[name])
    is_scaled = node.plain_operator in _SCALED and place == _SCALED_WEIGHT
    scale = _scale_of(graph, node, place + 1) if is_scaled else None
    if scale is None:
        return dequantised(graph, name, raw)
    turned = node.plain_operator == "QGemm" and not node.attributes.get("transB", 0)
    axis = -1 if turned or node.plain_operator == "QLinearMatMul" else 0
    return _meant(raw, replace(scale, axis=axis))


def _meant(raw: NDArray[Any], scale: _Scale | None) -> tuple[Floats, str]:
    """Returns what whole numbers mean, and says so."""
    if scale is None:
        note = Sentence("{type} in the network, no scale is known", type=raw.dtype)
        return raw.astype(np.float32), note
    values = raw.astype(np.float32) - _along(scale.zero_point, scale.axis, raw.ndim)
    values = values * _along(scale.scale, scale.axis, raw.ndim)
    return values, Sentence(
        "{type} in the network, dequantised: {scale}",
        type=raw.dtype,
        scale=scale.sentence,
    )


def whole_range(graph: Graph, node: Node) -> tuple[float, float, float] | None:
    """Returns the least and greatest real number that quantising leaves, and its step.

    None where it has several scales, or the file does not hold them.

    Args:
        graph: The network.
        node: A QuantizeLinear.
    """
    scale = _scale_of(graph, node, 1)
    if scale is None or scale.scale.size > 1:
        return None
    zero = graph.weights.get((*node.inputs, "")[2])
    kind = np.dtype(np.uint8 if zero is None else graph.values(zero).dtype)
    if kind.kind not in "iu":
        return None
    step, origin = float(scale.scale.flat[0]), float(scale.zero_point.flat[0])
    ends = np.iinfo(kind)
    return (ends.min - origin) * step, (ends.max - origin) * step, step


def zero_points(graph: Graph) -> dict[str, float]:
    """Returns which whole number means nought, of each tensor of whole numbers.

    Tensors of floats, and those of which nothing is said, are missing.
    """
    quantisers = _quantisers(graph)
    scales = {name: _stored_scale(graph, name, quantisers) for name in graph.producers}
    return {n: float(s.zero_point.flat[0]) for n, s in scales.items() if s is not None}


def _float_note(graph: Graph, name: str, raw: NDArray[Any]) -> str:
    if raw.dtype != np.float32:
        return Sentence("{type} in the network", type=raw.dtype)
    node = graph.producers.get(name)
    if node is not None and node.plain_operator == "DequantizeLinear":
        scale = _scale_of(graph, node, 1)
        if scale is None:
            return Sentence("dequantised")
        return Sentence("dequantised by the network: {scale}", scale=scale.sentence)
    users = graph.users.get(name, ())
    if any(user.plain_operator == "QuantizeLinear" for user in users):
        return Sentence("before the network quantises it")
    return ""


def _quantisers(graph: Graph) -> dict[str, Node]:
    """Returns the node that chose what a tensor's whole numbers mean, where one did."""
    found: dict[str, Node] = {}
    for node in graph.nodes:
        maker = found.get(node.inputs[0]) if node.inputs else None
        if node.plain_operator in ZERO_POINT_INPUT:
            maker = node
        elif node.plain_operator not in WHOLE_NUMBERS_KEPT:
            continue
        if maker is not None:
            found |= dict.fromkeys(node.outputs, maker)
    return found


def _stored_scale(
    graph: Graph, name: str, quantisers: Mapping[str, Node]
) -> _Scale | None:
    """Returns what whole numbers mean; None for floats, and where it is not said."""
    for user in graph.users.get(name, ()):
        if user.plain_operator == "DequantizeLinear" and user.inputs[0] == name:
            return _scale_of(graph, user, 1)
    node = quantisers.get(name)
    if node is None:
        return None
    scale = _scale_of(graph, node, ZERO_POINT_INPUT[node.plain_operator] - 1)
    is_moved = name not in node.outputs  # and its axes perhaps with it
    return None if is_moved and scale and scale.scale.size > 1 else scale


def _scale_of(graph: Graph, node: Node, index: int) -> _Scale | None:
    """Reads a scale and the zero point behind it from a node's inputs."""
    names = (*node.inputs, "", "")[index : index + 2]
    scale, zero = (_weight(graph, name) for name in names)
    if scale is None:
        return None
    zero = np.zeros(1, np.float32) if zero is None else zero
    return _Scale(scale, zero, node.attributes.get("axis", 1))


def _weight(graph: Graph, name: str) -> NDArray[np.float32] | None:
    weight = graph.weights.get(name)
    if weight is None:
        return None
    return graph.values(weight).astype(np.float32)


def _along(values: NDArray[np.float32], axis: int, rank: int) -> NDArray[np.float32]:
    if values.size == 1:
        return values.reshape(())
    shape = [1] * rank
    shape[axis] = values.size
    return values.reshape(shape)
