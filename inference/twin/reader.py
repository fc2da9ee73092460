"""From a graph to a program: what is constant, what trains, what is missing.

Functions are inlined, an `If` whose condition is known at load gives way to its branch,
and whatever depends on constants only is calculated once.
"""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import onnx
import torch
from onnx import TensorProto
from torch import Tensor

from inference.errors import MissingOperator, ModelError, Sentence
from inference.network.graph import Graph, inner_inputs
from inference.network.quantisation import rounds
from inference.twin.branches import Branch, choosing, renamed
from inference.twin.inlining import (
    function_of,
    inlined,
    is_known,
    missing_operators,
    opsets_of,
    parted,
)
from inference.twin.narrow import NarrowTypes
from inference.twin.ops.values import tensor_from, tensor_over, widened
from inference.twin.program import (
    Call,
    Form,
    Values,
    execute,
    is_plain,
    signature,
    taken,
)
from inference.twin.trainable import trainable

_MOST_FOLDED = 2**26  # elements of a result that is calculated at load


@dataclass
class Program:
    """What a file says, ready to run.

    Attributes:
        name: How messages call the model.
        inputs: The graph's inputs that are not stored in the file, with their types.
        outputs: The names of the graph's outputs.
        widens: Whether 16-bit floats became 32-bit ones.
        rounds: Whether the file holds 16-bit floats or is quantised.
        calls: In order.
        constants: Tensors that never change, by name.
        weights: Tensors that training may change, by name.
        operators: How often each operator stands in the file.
        missing: The operators that the twin lacks.
    """

    name: str
    inputs: dict[str, int] = field(default_factory=dict)
    outputs: tuple[str, ...] = ()
    widens: bool = False
    rounds: bool = False
    calls: list[Call] = field(default_factory=list)
    constants: Values = field(default_factory=dict)
    weights: Values = field(default_factory=dict)
    operators: dict[str, int] = field(default_factory=dict)
    missing: tuple[MissingOperator, ...] = ()


def read_program(graph: Graph, *, widen: bool = False) -> Program:
    """Reads a graph; large tensors are shared with it, not copied.

    Args:
        graph: The file, as it was read.
        widen: Whether what is float16 or bfloat16 in the file becomes float32.

    Raises:
        ModelError: Its parts do not fit together.
    """
    return _Reader(graph, widen=widen).program()


class _Reader:
    """Reads one graph into one program."""

    def __init__(self, graph: Graph, *, widen: bool) -> None:
        self._widen = widen
        self._graph = graph
        self._model = model = inlined(graph)
        self._opsets = opsets_of(model)
        self._trainable = trainable(model.graph)
        self._program = Program(graph.path.name, widens=widen, rounds=rounds(model))
        self._gaps: list[onnx.NodeProto] = []
        self._made: set[str] = set()
        self._narrow = NarrowTypes(model.graph)

    def program(self) -> Program:
        """Reads everything; may be called once."""
        graph, program = self._model.graph, self._program
        self._read_initializers(graph)
        program.inputs = {
            value.name: self._element_type(value.type.tensor_type.elem_type)
            for value in graph.input
            if value.name not in self._made
        }
        program.outputs = tuple(value.name for value in graph.output)
        self._made.update(program.inputs)
        for node in graph.node:
            full_name = f"{node.domain}.{node.op_type}" if node.domain else node.op_type
            program.operators[full_name] = program.operators.get(full_name, 0) + 1
            for part in parted(node):
                self._read(part, program.calls)
        for output in program.outputs:
            self._refuse_undefined(output, Sentence("the end of the graph"))
        self._forget_unused_constants()
        program.missing = missing_operators(self._gaps, self._opsets)
        return program

    def _read_initializers(self, graph: onnx.GraphProto) -> None:
        if graph.sparse_initializer:
            raise ModelError(
                '"{model}" stores sparse tensors, which the twin does not read. Save '
                "the model with dense ones.",
                model=self._program.name,
            )
        for proto in graph.initializer:
            try:
                values = self._tensor(proto)
            except (TypeError, ValueError, RuntimeError) as error:
                raise ModelError(
                    '"{model}" stores a damaged tensor {tensor!r}: {error}',
                    model=self._program.name,
                    tensor=proto.name,
                    error=error,
                ) from error
            if values.is_floating_point() and proto.name in self._trainable:
                self._program.weights[proto.name] = values
            else:
                self._program.constants[proto.name] = values
            self._made.add(proto.name)

    def _read(self, proto: onnx.NodeProto, calls: list[Call]) -> None:
        for name in proto.input:
            self._refuse_undefined(name, f"{proto.op_type} {_name(proto)!r}")
        if proto.op_type == "If" and proto.input[0] in self._program.constants:
            self._read_known_if(proto, calls)
        elif not is_known(proto, self._opsets):
            self._add_gap(proto, calls)
        elif proto.op_type == "If":
            self._read_open_if(proto, calls)
        else:
            self._add(self._call(proto), calls)

    def _add_gap(self, proto: onnx.NodeProto, calls: list[Call]) -> None:
        """Appends a call that nobody can make, so that its results must be given."""
        self._gaps.append(proto)
        captured = [name for name in inner_inputs(proto) if name in self._made]
        inputs = tuple(dict.fromkeys([*_inputs(proto), *captured]))
        self._made.update(proto.output)
        forms = (Form.TENSOR,) * len(inputs)
        outputs = tuple(proto.output)
        name, operator = _name(proto), proto.op_type
        calls.append(Call(name, operator, inputs, outputs, None, {}, forms, {}))

    def _add(self, call: Call, calls: list[Call]) -> None:
        """Makes the call at once if that is possible, else appends it."""
        self._made.update(call.outputs)
        constants = self._program.constants
        is_random = call.operator == "Dropout"
        if not is_random and all(name in constants for name in call.needs):
            results = self._calculated(call)
            if all(values.numel() <= _MOST_FOLDED for values in results.values()):
                constants.update(results)
                return
        calls.append(call)

    def _calculated(self, call: Call) -> Values:
        wanted = [name for name in call.outputs if name]
        try:
            with torch.no_grad():
                return execute([call], self._program.constants, wanted)
        except ModelError as error:
            raise ModelError(
                '"{model}" cannot be run: {error}',
                model=self._program.name,
                error=error,
            ) from error

    def _call(self, proto: onnx.NodeProto) -> Call:
        function = function_of(proto, self._opsets)
        if function is None:
            raise AssertionError(proto.op_type)  # was refused before
        forms, counts_outputs = signature(function)
        attributes = self._attributes(proto)
        if counts_outputs:
            attributes["outputs"] = len(proto.output)
        inputs = _inputs(proto)
        taken_as = tuple(
            forms[min(place, len(forms) - 1)] for place in range(len(inputs))
        )
        constants = self._program.constants
        known = {
            place: taken(constants[name], taken_as[place])
            for place, name in enumerate(inputs)
            if name in constants and is_plain(constants[name], taken_as[place])
        }
        return Call(
            _name(proto),
            proto.op_type,
            inputs,
            tuple(proto.output),
            function,
            MappingProxyType(attributes),
            taken_as,
            MappingProxyType(known),
        )

    def _attributes(self, proto: onnx.NodeProto) -> dict[str, Any]:
        attributes = {a.name: self._attribute(a) for a in proto.attribute}
        if "to" in attributes:
            attributes["to"] = self._element_type(attributes["to"])
        return attributes | self._narrow.attributes(proto)

    def _attribute(self, proto: onnx.AttributeProto) -> Any:
        value = onnx.helper.get_attribute_value(proto)
        if isinstance(value, bytes):
            return value.decode()
        return self._tensor(value) if isinstance(value, onnx.TensorProto) else value

    def _tensor(self, proto: onnx.TensorProto) -> Tensor:
        if proto.data_location == TensorProto.EXTERNAL:
            values = tensor_over(self._graph.values(proto))
        else:
            values = tensor_from(proto)
        return widened(values) if self._widen else values

    def _element_type(self, element_type: int) -> int:
        is_narrow = element_type in (TensorProto.FLOAT16, TensorProto.BFLOAT16)
        return TensorProto.FLOAT if self._widen and is_narrow else element_type

    def _read_known_if(self, proto: onnx.NodeProto, calls: list[Call]) -> None:
        """Reads the branch that is always taken."""
        branches = {a.name: a.g for a in proto.attribute}
        condition = self._program.constants[proto.input[0]]
        branch = branches["then_branch" if condition.item() else "else_branch"]
        graph = renamed(branch, self._made)
        self._read_branch(graph, calls)
        for inner, outer in zip(graph.output, proto.output, strict=True):
            identity = onnx.helper.make_node("Identity", [inner.name], [outer])
            self._add(self._call(identity), calls)

    def _read_branch(self, graph: onnx.GraphProto, calls: list[Call]) -> None:
        self._read_initializers(graph)
        for node in graph.node:
            self._read(node, calls)

    def _read_open_if(self, proto: onnx.NodeProto, calls: list[Call]) -> None:
        """Appends a call that chooses its branch when it runs."""
        read = {}
        for key, branch in ((a.name, a.g) for a in proto.attribute):
            graph, body = renamed(branch, self._made), list[Call]()
            self._read_branch(graph, body)
            outputs = [value.name for value in graph.output]
            read[key == "then_branch"] = Branch(body, outputs)
        self._made.update(proto.output)
        calls.append(choosing(_name(proto), proto.input[0], read, proto.output))

    def _refuse_undefined(self, name: str, reader: Sentence | str) -> None:
        if name and name not in self._made:
            raise ModelError(
                '"{model}" is damaged: {reader} reads the tensor {name!r}, which '
                "nothing before it makes.",
                model=self._program.name,
                reader=reader,
                name=name,
            )

    def _forget_unused_constants(self) -> None:
        program = self._program
        used = {name for call in program.calls for name in call.needs}
        used.update(program.outputs)
        program.constants = {n: v for n, v in program.constants.items() if n in used}


def _inputs(node: onnx.NodeProto) -> tuple[str, ...]:
    """Returns the names of its inputs; those left out at the end are not counted."""
    names = tuple(node.input)
    while names and not names[-1]:
        names = names[:-1]
    return names


def _name(node: onnx.NodeProto) -> str:
    return node.name or "".join(node.output[:1])
