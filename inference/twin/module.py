"""The twin: an ONNX graph as a torch module, its tensors known by their ONNX names."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

import torch
from torch import Tensor, nn

from inference.errors import ModelError, UnsupportedOperatorError
from inference.network.graph import Graph
from inference.twin.ops.values import dtype_of, widened
from inference.twin.program import Call, execute, needed
from inference.twin.reader import Program, read_program


def load_twin(graph: Graph, *, widen: bool = False, partial: bool = False) -> "Twin":
    """Builds the twin of a graph.

    Its large weights lie in the graph's own memory: whoever wants to change them makes
    a copy of the twin first (`copy.deepcopy`).

    Args:
        graph: The file, as it was read.
        widen: Whether 16-bit floats of the file become 32-bit ones. The answers then
            differ by the file's rounding, and small gradients do not vanish.
        partial: Whether operators may be missing; what they make must then be given to
            whoever runs the rest (`Twin.tail`).

    Raises:
        ModelError: Its parts do not fit together.
        UnsupportedOperatorError: It uses operators that the twin lacks.
    """
    program = read_program(graph, widen=widen)
    if program.missing and not partial:
        raise UnsupportedOperatorError(program.name, program.missing)
    return Twin(program)


class Twin(nn.Module):
    """Interprets an ONNX graph, so that autograd sees every step.

    Weights are parameters; means, scales, shapes and other constants are buffers. A run
    keeps nothing on the module, so that several threads may run it at once. Training
    mode changes nothing: the twin calculates what the file says.

    Attributes:
        name: How messages call the model.
        inputs: The names of the graph's inputs.
        outputs: The names of the graph's outputs.
        calls: What runs, in order.
        operators: How often each operator stands in the file.
        missing: The operators that the twin lacks; their calls cannot be made.
        rounds: Whether the file holds 16-bit floats or is quantised, so that its
            answers depend a little on who calculates them.
    """

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.name = program.name
        self.inputs = tuple(program.inputs)
        self.outputs = program.outputs
        self.calls: tuple[Call, ...] = tuple(program.calls)
        self.operators = dict(program.operators)
        self.missing = program.missing
        self.rounds = program.rounds
        self._input_types = program.inputs
        self._widens = program.widens
        self._keys: dict[str, str] = {}
        self._on_host: dict[str, Tensor] = {}
        for name, values in program.weights.items():
            self.register_parameter(self._new_key(name), nn.Parameter(values))
        for name, values in program.constants.items():
            if values.dtype == torch.int64 and values.dim() < 2:
                self._on_host[name] = values  # shapes and indices
            else:
                self.register_buffer(self._new_key(name), values)

    @property
    def weights(self) -> dict[str, nn.Parameter]:
        """The parameters by the ONNX names of their initialisers."""
        return {
            name: self.get_parameter(key)
            for name, key in self._keys.items()
            if key in self._parameters
        }

    def share_weights(self, other: "Twin") -> None:
        """Takes the very weights of another twin, where both have them."""
        theirs = other.weights
        for name in self.weights.keys() & theirs.keys():
            self._parameters[self._keys[name]] = theirs[name]

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Returns the graph's outputs, in its order, from its inputs in theirs."""
        return self.run(inputs)[0]

    def run(
        self, inputs: Sequence[Tensor] | Mapping[str, Tensor], watch: Iterable[str] = ()
    ) -> tuple[tuple[Tensor, ...], dict[str, Tensor]]:
        """Runs the whole graph.

        Args:
            inputs: The graph's inputs, in its order or by name.
            watch: Names of tensors to return too.

        Returns:
            The graph's outputs, in its order, and the watched tensors by name, which
            are the very ones that the outputs depend on in the autograd graph.
        """
        watched = list(watch)
        values = self.tail(self._named(inputs), [*self.outputs, *watched])
        outputs = tuple(values[name] for name in self.outputs)
        return outputs, {name: values[name] for name in watched}

    def tail(
        self, given: Mapping[str, Tensor], wanted: Sequence[str]
    ) -> dict[str, Tensor]:
        """Runs only what leads from the given tensors to the wanted ones.

        Args:
            given: Any tensors of the graph by name, inputs or inner ones.
            wanted: Names of tensors to return.

        Raises:
            ModelError: A wanted tensor depends on something that is not given.
        """
        start = {**self._stored(), **given}
        if self._widens:
            start = {name: widened(values) for name, values in start.items()}
        try:
            return execute(self.calls, start, list(dict.fromkeys(wanted)))
        except ModelError as error:
            raise ModelError(
                '"{name}" cannot be run: {error}', name=self.name, error=error
            ) from error

    def way(self, given: Iterable[str], wanted: Iterable[str]) -> list[str]:
        """Returns the tensors that are made on the way from given to wanted ones."""
        known = {*self._on_host, *self._keys, *given}
        return [
            name for call in needed(self.calls, known, wanted) for name in call.outputs
        ]

    def _named(
        self, inputs: Sequence[Tensor] | Mapping[str, Tensor]
    ) -> dict[str, Tensor]:
        """Returns the inputs by name, floats in the type that the graph declares."""
        if not isinstance(inputs, Mapping):
            if len(inputs) != len(self.inputs):
                raise ModelError(
                    '"{name}" takes {n} inputs ({names}), not {given}.',
                    name=self.name,
                    n=len(self.inputs),
                    names=tuple(self.inputs),
                    given=len(inputs),
                )
            inputs = dict(zip(self.inputs, inputs, strict=True))
        return {name: self._declared(name, values) for name, values in inputs.items()}

    def _declared(self, name: str, values: Tensor) -> Tensor:
        declared = self._input_types.get(name, 0)
        if not declared or not values.is_floating_point():
            return values
        dtype = dtype_of(declared)
        return values.to(dtype) if dtype.is_floating_point else values

    def _stored(self) -> dict[str, Tensor]:
        """Returns weights and constants by name."""
        stored: dict[str, Tensor] = dict(self._on_host)
        for name, key in self._keys.items():
            values = self._parameters.get(key, self._buffers.get(key))
            if values is not None:
                stored[name] = values
        return stored

    def _new_key(self, name: str) -> str:
        """Returns under which key torch keeps a tensor: dots and `""` are refused."""
        plain = "onnx:" + name.replace(".", "/")
        taken = set(self._keys.values())
        key = next(
            key
            for number in count()
            if (key := f"{plain}#{number}" if number else plain) not in taken
        )
        self._keys[name] = key
        return key
