"""Attention that a file keeps inside one operator, laid open: its softmax gets a name.

ONNX's own `Attention` gives the softmax away as its fourth output, where it is asked
to. The operators of ONNX Runtime are replaced by what they are made of.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import sqrt
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import onnx
from numpy.typing import ArrayLike
from onnx import helper, numpy_helper

from inference.network.graph import Graph, Node, Shapes

OWN, FUSED = "Attention", "com.microsoft.Attention"
FUSED_FROM_THREE = "com.microsoft.MultiHeadAttention"
_PROBABILITIES = 3  # qk_matmul_output_mode: what the fourth output is
_MODE = "qk_matmul_output_mode"
_FOURTH = 3  # its place

_kept: WeakKeyDictionary[Graph, Graph] = WeakKeyDictionary()


def laid_open(graph: Graph, shapes: Shapes) -> Graph:
    """Returns a graph that names its softmaxes: itself where none is hidden.

    What cannot be laid open, such as attention with a mask or a past, stays as it is.

    Args:
        graph: The network.
        shapes: Of all tensors, for one photo.
    """
    if not any(node.operator in _WAYS for node in graph.nodes):
        return graph
    if graph not in _kept:
        _kept[graph] = _laid_open(graph, shapes)
    return _kept[graph]


def named_softmax(node: Node) -> str:
    """Returns the tensor of an `Attention` that holds its softmax; "" for none."""
    if node.operator != OWN or node.attributes.get(_MODE) != _PROBABILITIES:
        return ""
    return node.outputs[_FOURTH] if len(node.outputs) > _FOURTH else ""


def _laid_open(graph: Graph, shapes: Shapes) -> Graph:
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    del model.graph.node[:]
    for node, proto in zip(graph.nodes, graph.model.graph.node, strict=True):
        parts = _Parts(graph, shapes, node)
        way = _WAYS.get(node.operator)
        nodes = list(way(parts, proto)) if way is not None else []
        model.graph.node.extend(nodes or [proto])
        model.graph.initializer.extend(parts.weights if nodes else [])
    return graph.made(model, "attention laid open")


class _Parts:
    """The nodes that one operator is made of."""

    def __init__(self, graph: Graph, shapes: Shapes, node: Node) -> None:
        self.graph, self.shapes, self.node = graph, shapes, node
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.inputs = (*node.inputs, *[""] * 8)
        self._name = f"{node.outputs[0]}/attention"

    def add(self, operator: str, *inputs: str, output: str = "", **how: Any) -> str:
        """Adds a node and returns its output."""
        name = output or f"{self._name}/{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], **how))
        return name

    def numbers(self, values: ArrayLike, dtype: type = np.int64) -> str:
        """Adds numbers and returns their tensor."""
        name = f"{self._name}/numbers/{len(self.weights)}"
        tensor = numpy_helper.from_array(np.asarray(values, dtype), name)
        self.weights.append(tensor)
        return name

    def columns(self, tensor: str, widths: Sequence[int], axis: int) -> list[str]:
        """Cuts a tensor into pieces of some widths along an axis."""
        ends = np.cumsum(widths).tolist()
        along = self.numbers([axis])
        return [
            self.add(
                "Slice",
                tensor,
                self.numbers([end - width]),
                self.numbers([end]),
                along,
            )
            for width, end in zip(widths, ends, strict=True)
        ]

    def in_heads(self, tensor: str, order: Sequence[int]) -> str:
        """Turns (N, T, C) into heads: (N, T, heads, size) in another order of axes."""
        heads = int(self.node.attributes["num_heads"])
        split = self.add("Reshape", tensor, self.numbers([0, 0, heads, -1]))
        return self.add("Transpose", split, perm=list(order))

    @property
    def dtype(self) -> type:
        """The type of its numbers, as its weights tell."""
        stored = (self.graph.weights.get(name) for name in self.node.inputs)
        kinds = {tensor.data_type for tensor in stored if tensor is not None}
        return np.float16 if onnx.TensorProto.FLOAT16 in kinds else np.float32

    def attend(self, q: str, k: str, v: str, *, size: int, bias: str) -> None:
        """Adds softmax(scale · q kᵀ + bias) v of heads, k turned already."""
        given = float(self.node.attributes.get("scale", 0))
        scale = self.numbers(given or 1 / sqrt(size), self.dtype)
        scores = self.add("Mul", self.add("MatMul", q, k), scale)
        if bias:
            scores = self.add("Add", scores, bias)
        softmax = self.add("Softmax", scores, axis=3, output=self._name)
        turned = self.add(
            "Transpose", self.add("MatMul", softmax, v), perm=[0, 2, 1, 3]
        )
        whole = self.numbers([0, 0, -1])
        self.add("Reshape", turned, whole, output=self.node.outputs[0])


def _own(_: _Parts, proto: onnx.NodeProto) -> Iterator[onnx.NodeProto]:
    """Yields ONNX's own operator, asked for its softmax."""
    outputs = [*proto.output, *[""] * _FOURTH][:_FOURTH]
    is_free = len(proto.output) <= _FOURTH or not proto.output[_FOURTH]
    if not is_free:
        return
    asked = onnx.NodeProto()
    asked.CopyFrom(proto)
    kept = [each for each in proto.attribute if each.name != _MODE]
    del asked.attribute[:], asked.output[:]
    asked.output.extend([*outputs, f"{proto.output[0]}/attention"])
    asked.attribute.extend([*kept, helper.make_attribute(_MODE, _PROBABILITIES)])
    yield asked


def _fused(parts: _Parts, _: onnx.NodeProto) -> Iterator[onnx.NodeProto]:
    """Yields what makes attention of tokens and one weight for all three parts."""
    tokens, weights, bias, mask, past, added = parts.inputs[:6]
    shape = parts.shapes.get(weights) or _dims(parts, weights)
    if mask or past or _is_more(parts.node) or len(shape) != 2:
        return
    widths = parts.node.attributes.get("qkv_hidden_sizes") or [shape[1] // 3] * 3
    product = parts.add("MatMul", tokens, weights)
    if bias:
        product = parts.add("Add", product, bias)
    q, k, v = parts.columns(product, widths, 2)
    yield from _attended(parts, q, k, v, width=widths[0], added=added)


def _fused_from_three(parts: _Parts, _: onnx.NodeProto) -> Iterator[onnx.NodeProto]:
    """Yields what makes attention of queries, keys and values."""
    *three, bias, mask, added, past_keys, past_values = parts.inputs[:8]
    shapes = [parts.shapes.get(name, ()) for name in three]
    is_plain = all(len(shape) == 3 for shape in shapes)
    if any((mask, past_keys, past_values)) or _is_more(parts.node) or not is_plain:
        return
    widths = [shape[2] for shape in shapes]
    if bias:
        pieces = parts.columns(bias, widths, 0)
        pairs = zip(three, pieces, strict=True)
        three = [parts.add("Add", *pair) for pair in pairs]
    yield from _attended(parts, *three, width=widths[0], added=added)


def _attended(
    parts: _Parts, q: str, k: str, v: str, *, width: int, added: str
) -> Iterator[onnx.NodeProto]:
    """Yields the nodes before and those of the attention itself, of (N, T, C) each."""
    queries = parts.in_heads(q, (0, 2, 1, 3))
    keys = parts.in_heads(k, (0, 2, 3, 1))
    values = parts.in_heads(v, (0, 2, 1, 3))
    size = width // int(parts.node.attributes["num_heads"])
    parts.attend(queries, keys, values, size=size, bias=added)
    yield from parts.nodes


def _is_more(node: Node) -> bool:
    """Whether an operator of ONNX Runtime does more than attend, or gives more away."""
    options = ("unidirectional", "do_rotary", "past_present_share_buffer")
    return any(node.attributes.get(name) for name in options) or any(node.outputs[1:])


def _dims(parts: _Parts, name: str) -> tuple[int, ...]:
    stored = parts.graph.weights.get(name)
    return () if stored is None else tuple(stored.dims)


_Way = Callable[[_Parts, onnx.NodeProto], Iterator[onnx.NodeProto]]
_WAYS: Mapping[str, _Way] = {
    OWN: _own,
    FUSED: _fused,
    FUSED_FROM_THREE: _fused_from_three,
}
