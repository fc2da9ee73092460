"""The parts of a graph as records: its nodes, and its declared tensors."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import onnx
from onnx import AttributeProto, TensorProto

from inference.errors import plain

Dim = int | str | None  # a length, a symbol, or unknown
Shape = tuple[Dim, ...]

_DTYPES: dict[int, str] = {
    TensorProto.FLOAT: "float32",
    TensorProto.FLOAT16: "float16",
    TensorProto.UINT8: "uint8",
    TensorProto.INT8: "int8",
    TensorProto.DOUBLE: "float64",
    TensorProto.BFLOAT16: "bfloat16",
    TensorProto.INT16: "int16",
    TensorProto.INT32: "int32",
    TensorProto.INT64: "int64",
    TensorProto.UINT16: "uint16",
    TensorProto.UINT32: "uint32",
    TensorProto.UINT64: "uint64",
    TensorProto.BOOL: "bool",
    TensorProto.STRING: "string",
}
_ATTRIBUTES: dict[int, Callable[[AttributeProto], Any]] = {
    AttributeProto.FLOAT: lambda given: given.f,
    AttributeProto.INT: lambda given: given.i,
    AttributeProto.STRING: lambda given: _text(given.s),
    AttributeProto.FLOATS: lambda given: tuple(given.floats),
    AttributeProto.INTS: lambda given: tuple(given.ints),
    AttributeProto.STRINGS: lambda given: tuple(map(_text, given.strings)),
}


@dataclass(frozen=True, slots=True)
class TensorInfo:
    """The declared name, element type and shape of an input or output."""

    name: str
    dtype: str
    shape: Shape

    def __str__(self) -> str:
        dims = ", ".join("?" if dim is None else plain(str(dim)) for dim in self.shape)
        return f'"{plain(self.name)}" {self.dtype} ({dims})'


@dataclass(frozen=True, slots=True)
class Node:
    """One operation of the graph.

    Attributes:
        name: Its name; where the file gives none, that of its first output.
        operator: The operator's name, with its domain where that is not ONNX's own.
        inputs: Names of tensors; "" for one left out.
        outputs: Names of tensors.
        attributes: Numbers, texts and tuples of them by their names; tensors and graphs
            are left out.
        inner_inputs: What is read inside the graphs it holds, such as branches.
    """

    name: str
    operator: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict, compare=False)
    inner_inputs: tuple[str, ...] = ()

    @property
    def plain_operator(self) -> str:
        """The operator's name without its domain, as families of operators hold it."""
        return without_domain(self.operator)


def _readable(name: str | bytes) -> str:
    """Returns a name of a file: protobuf gives bytes for what is no text."""
    return name if isinstance(name, str) else name.decode(errors="backslashreplace")


def without_domain(operator: str) -> str:
    """Returns an operator's name without its domain."""
    return operator.rpartition(".")[2]


def tensor_info(value: onnx.ValueInfoProto) -> TensorInfo:
    """Returns the record of an input or output."""
    kind = value.type.tensor_type
    shape: Shape = tuple(
        dim.dim_value if dim.HasField("dim_value") else (dim.dim_param or None)
        for dim in kind.shape.dim
    )
    return TensorInfo(value.name, _DTYPES.get(kind.elem_type, "another type"), shape)


def node_of(node: onnx.NodeProto) -> Node:
    """Returns the record of a node."""
    operator = _readable(node.op_type)
    if node.domain not in ("", "ai.onnx"):
        operator = f"{node.domain}.{operator}"
    outputs = tuple(node.output)
    name = node.name or next((o for o in outputs if o), operator)
    plain_ones = (a for a in node.attribute if a.type in _ATTRIBUTES)
    attributes = {a.name: _ATTRIBUTES[a.type](a) for a in plain_ones}
    inner = tuple(dict.fromkeys(inner_inputs(node)))
    return Node(name, operator, tuple(node.input), outputs, attributes, inner)


def legible(text: str | bytes) -> str:
    """Returns a text of protobuf's, which is bytes where it is no UTF-8."""
    return text if isinstance(text, str) else _text(text)


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def inner_inputs(node: onnx.NodeProto) -> Iterator[str]:
    """Yields what the graphs read that a node holds, and what they hold themselves."""
    for attribute in node.attribute:
        for graph in (attribute.g, *attribute.graphs):
            for inner in graph.node:
                yield from inner.input
                yield from inner_inputs(inner)
            yield from (value.name for value in graph.output)
