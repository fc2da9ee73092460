"""A read-only view of an ONNX file: its nodes, tensors and weights.

A layer is the name of a tensor. Nothing is changed in place: `with_outputs` returns a
new model that gives more tensors away. The file was read once (`file.py`): whatever is
made from a graph shares its weights.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import onnx
from numpy.typing import NDArray
from onnx import AttributeProto, TensorProto

from inference.errors import ModelError, did_you_mean, plain
from inference.network.file import Weights, is_apart, read_file, values_of

Dim = int | str | None  # a length, a symbol, or unknown
Shape = tuple[Dim, ...]
Shapes = Mapping[str, tuple[int, ...]]  # of tensors by their names
Weight = tuple[TensorProto, NDArray[Any]]

_DTYPES: dict[int, str] = {
    TensorProto.FLOAT: "float32",
    TensorProto.FLOAT16: "float16",
    TensorProto.UINT8: "uint8",
    TensorProto.INT8: "int8",
    TensorProto.DOUBLE: "float64",
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


class Graph:
    """An ONNX file that was opened; see `read_graph`.

    Attributes:
        path: The file.
        model: The model as read; the values of large weights are not in it.
        sha256: Of the file's bytes, as hexadecimal digits.
        is_as_written: Whether it is run node by node; else ONNX Runtime may rewrite it.
        beside: Those of the files beside it that hold weights, by their paths as seen
            from its folder.
    """

    def __init__(
        self,
        path: Path,
        model: onnx.ModelProto,
        large: Weights | None = None,
        sha256: str = "",
        beside: Mapping[str, str] | None = None,
        *,
        is_as_written: bool = False,
    ) -> None:
        """Takes what was read; `large` are the weights that the model lacks."""
        self.path = path
        self.model = model
        self.sha256 = sha256
        self.beside = beside or {}
        self.is_as_written = is_as_written
        self._large = large or {}

    @cached_property
    def identity(self) -> str:
        """Tells models apart by all bytes of them, of files beside included."""
        if not self.beside:
            return self.sha256
        hashes = [self.sha256, *(word for pair in self.beside.items() for word in pair)]
        return hashlib.sha256("\n".join(hashes).encode()).hexdigest()

    def as_written(self) -> "Graph":
        """Returns the same, to be run node by node."""
        return Graph(
            self.path,
            self.model,
            self._large,
            self.sha256,
            self.beside,
            is_as_written=True,
        )

    @cached_property
    def inputs(self) -> tuple[TensorInfo, ...]:
        """What the model is fed with, weights excluded."""
        weights = {tensor.name for tensor in self.model.graph.initializer}
        given = self.model.graph.input
        return tuple(_tensor(value) for value in given if value.name not in weights)

    @cached_property
    def outputs(self) -> tuple[TensorInfo, ...]:
        """What the model returns."""
        return tuple(_tensor(value) for value in self.model.graph.output)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The operations in the order of the file."""
        return tuple(_node(node) for node in self.model.graph.node)

    @cached_property
    def producers(self) -> dict[str, Node]:
        """The node behind each tensor."""
        return {name: node for node in self.nodes for name in node.outputs if name}

    @cached_property
    def users(self) -> dict[str, list[Node]]:
        """The nodes that read each tensor, in the order of the file."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            for name in dict.fromkeys(node.inputs):
                found.setdefault(name, []).append(node)
        return found

    @property
    def opset(self) -> int:
        """Version of ONNX's own operators."""
        versions = [o.version for o in self.model.opset_import if not o.domain]
        return max(versions, default=1)

    @property
    def exporter(self) -> str:
        """The program that wrote the file, or "unknown"."""
        parts = (self.model.producer_name, self.model.producer_version)
        return " ".join(part for part in parts if part) or "unknown"

    @property
    def metadata(self) -> dict[str, str]:
        """The notes in the file."""
        props = self.model.metadata_props
        return {_legible(entry.key): _legible(entry.value) for entry in props}

    @cached_property
    def weights(self) -> dict[str, onnx.TensorProto]:
        """Weights and constants by the names of their tensors."""
        found = {tensor.name: tensor for tensor in self.model.graph.initializer}
        for node in self.model.graph.node:
            if node.op_type == "Constant":
                for attribute in node.attribute:
                    if attribute.name == "value":
                        found[node.output[0]] = attribute.t
        return found

    @cached_property
    def parameters(self) -> int:
        """Number of weights, counted once each."""
        total = 0
        for tensor in self.weights.values():
            count = 1
            for length in tensor.dims:
                count *= length
            total += count
        return total

    def values(self, tensor: onnx.TensorProto) -> NDArray[Any]:
        """Returns the values of one of `weights`; nobody may write to them."""
        return values_of(tensor, self._large)

    def large_weights(self, model: onnx.ModelProto) -> list[Weight]:
        """Returns those that a model made from this one lacks, each with its values."""
        stored = model.graph.initializer
        return [(t, self._large[t.name]) for t in stored if is_apart(t)]

    def with_outputs(self, names: Iterable[str]) -> onnx.ModelProto:
        """Returns a model that also gives these tensors away.

        Raises:
            ModelError: There is no such tensor; the nearest names are told.
        """
        model = onnx.ModelProto()
        model.CopyFrom(self.model)
        present = {value.name for value in model.graph.output}
        for name in names:
            if name in present:
                continue
            if name not in self.producers:
                hint = did_you_mean(name, self.producers)
                raise ModelError(
                    'There is no tensor "{name}" in "{file}".{hint}',
                    name=plain(name),
                    file=self.path.name,
                    hint=hint,
                )
            model.graph.output.append(onnx.ValueInfoProto(name=name))
            present.add(name)
        return model


def read_graph(path: Path | str) -> Graph:
    """Opens an ONNX file.

    Raises:
        ModelError: The file is missing, is not ONNX, or wants weights from elsewhere.
    """
    path = Path(path)
    file = read_file(path)
    return Graph(path, file.model, file.weights, file.sha256, file.beside)


def without_domain(operator: str) -> str:
    """Returns an operator's name without its domain."""
    return operator.rpartition(".")[2]


def _tensor(value: onnx.ValueInfoProto) -> TensorInfo:
    kind = value.type.tensor_type
    shape: Shape = tuple(
        dim.dim_value if dim.HasField("dim_value") else (dim.dim_param or None)
        for dim in kind.shape.dim
    )
    return TensorInfo(value.name, _DTYPES.get(kind.elem_type, "another type"), shape)


def _node(node: onnx.NodeProto) -> Node:
    operator = node.op_type
    if node.domain not in ("", "ai.onnx"):
        operator = f"{node.domain}.{operator}"
    outputs = tuple(node.output)
    name = node.name or next((o for o in outputs if o), node.op_type)
    plain_ones = (a for a in node.attribute if a.type in _ATTRIBUTES)
    attributes = {a.name: _ATTRIBUTES[a.type](a) for a in plain_ones}
    inner = tuple(dict.fromkeys(inner_inputs(node)))
    return Node(name, operator, tuple(node.input), outputs, attributes, inner)


def _legible(text: str | bytes) -> str:
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
