"""A read-only view of an ONNX file: its nodes, tensors and weights.

A layer is the name of a tensor. Nothing is changed in place: `with_outputs` returns a
new model that gives more tensors away. The file was read once (`file.py`): whatever is
made from a graph shares its weights.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import onnx
from numpy.typing import NDArray
from onnx import TensorProto, numpy_helper

from inference.errors import ModelError, did_you_mean, plain
from inference.network.file import Weights, is_apart, read_file, values_of
from inference.network.ordering import put_in_order
from inference.network.parts import (
    Dim,
    Node,
    Shape,
    TensorInfo,
    inner_inputs,
    legible,
    node_of,
    tensor_info,
    without_domain,
)

__all__ = [
    "Dim",
    "Graph",
    "Node",
    "Shape",
    "Shapes",
    "TensorInfo",
    "Weight",
    "inner_inputs",
    "read_graph",
    "without_domain",
]

Shapes = Mapping[str, tuple[int, ...]]  # of tensors by their names
Weight = tuple[TensorProto, NDArray[Any]]


class Graph:
    """An ONNX file that was opened; see `read_graph`.

    Attributes:
        path: The file.
        model: The model as read, or as it is run; the values of large weights are not
            in it.
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
        file: "Graph | None" = None,
        use: str = "",
    ) -> None:
        """Takes what was read; `large` are the weights that the model lacks.

        Of a graph that was made from the one of a file, `use` says how, so that two
        that answer differently are told apart.
        """
        self.path = path
        self.model = model
        self.sha256 = sha256
        self.beside = beside or {}
        self.is_as_written = is_as_written
        self._file = file
        self._large = large or {}
        self._use = use

    @cached_property
    def identity(self) -> str:
        """Tells models apart by all bytes of them, of files beside included."""
        beside = (word for pair in self.beside.items() for word in pair)
        hashes = [self.sha256, *beside, *([self._use] if self._use else [])]
        if len(hashes) == 1:
            return self.sha256
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
            file=self._file,
            use=self._use,
        )

    def made(
        self, model: onnx.ModelProto, use: str, large: Weights | None = None
    ) -> "Graph":
        """Returns a graph that was made from this one, for the same file.

        Args:
            model: What is run instead.
            use: What it differs by, in words that two different ones do not share.
            large: The weights that the model lacks, where they are others.
        """
        return Graph(
            self.path,
            model,
            self._large if large is None else large,
            self.sha256,
            self.beside,
            is_as_written=self.is_as_written,
            file=self.file,
            use=f"{self._use}{use}\n",
        )

    @property
    def file(self) -> "Graph":
        """The graph as it was read: itself, unless it was made from another."""
        return self._file or self

    @property
    def large(self) -> Mapping[str, NDArray[Any]]:
        """The values of the weights that the model lacks, by name."""
        return self._large

    @cached_property
    def declared(self) -> tuple[TensorInfo, ...]:
        """All inputs that the file lists, those that are stored in it included."""
        return tuple(map(tensor_info, self.model.graph.input))

    @cached_property
    def inputs(self) -> tuple[TensorInfo, ...]:
        """What the model is fed with, weights excluded."""
        weights = {tensor.name for tensor in self.model.graph.initializer}
        return tuple(tensor for tensor in self.declared if tensor.name not in weights)

    @cached_property
    def outputs(self) -> tuple[TensorInfo, ...]:
        """What the model returns."""
        return tuple(tensor_info(value) for value in self.model.graph.output)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The operations, each behind those that it reads."""
        return tuple(node_of(node) for node in self.model.graph.node)

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
        model = self.file.model
        parts = (model.producer_name, model.producer_version)
        return " ".join(part for part in parts if part) or "unknown"

    @property
    def metadata(self) -> dict[str, str]:
        """The notes in the file."""
        props = self.file.model.metadata_props
        return {legible(entry.key): legible(entry.value) for entry in props}

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
        """Number of weights in the file, counted once each."""
        if self._file is not None:
            return self._file.parameters
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

    def whole(self) -> onnx.ModelProto:
        """Returns a copy of the model that holds all of its weights."""
        model = onnx.ModelProto()
        model.CopyFrom(self.model)
        for tensor in filter(is_apart, model.graph.initializer):
            values = self._large[tensor.name]
            tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
        return model

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
    put_in_order(file.model.graph)
    return Graph(path, file.model, file.weights, file.sha256, file.beside)
