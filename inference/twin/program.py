"""A program: a list of calls on named tensors.

A program keeps no values between runs, so that several threads may run it at once.
"""

import inspect
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, cached_property
from typing import Any

import torch
from torch import Tensor

from inference.errors import ModelError, Sentence
from inference.twin.ops.table import Function

Values = dict[str, Tensor]


class Form(Enum):
    """How a function takes an input."""

    TENSOR = auto()
    LIST = auto()
    NUMBER = auto()


@dataclass(frozen=True, eq=False)
class Call:
    """One call of an operator.

    Attributes:
        name: Its name in the file, or that of its first output.
        operator: The operator's name.
        inputs: The names of its input tensors; `""` is an input left out.
        outputs: The names of its results; `""` is one that nobody wants.
        function: What it does; None for an operator that the twin lacks: what such a
            call makes must be given.
        attributes: The keyword arguments.
        taken_as: For each input, how the function takes it.
        known: Plain numbers that are the same in every run, by the input's place.
    """

    name: str
    operator: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    function: Function | None
    attributes: Mapping[str, Any]
    taken_as: tuple[Form, ...]
    known: Mapping[int, Any]

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The names of the tensors that it reads."""
        places = enumerate(self.inputs)
        return tuple(name for i, name in places if name and i not in self.known)

    def run(self, values: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Returns its results by name."""
        if self.function is None:
            raise LookupError("the twin lacks this operator")
        arguments = [self._argument(place, values) for place in range(len(self.inputs))]
        results = self.function(*_on_one_device(arguments), **self.attributes)
        several = results if isinstance(results, tuple) else (results,)
        return {
            name: result
            for name, result in zip(self.outputs, several, strict=False)
            if name and result is not None
        }

    def _argument(self, place: int, values: Mapping[str, Tensor]) -> Any:
        if place in self.known:
            return self.known[place]
        name = self.inputs[place]
        if not name:
            return None
        return taken(values[name], self.taken_as[place])


def taken(values: Tensor, form: Form) -> Any:
    """Returns a tensor as a function takes it.

    Exporters write a single number as a scalar or as a list of one; both will do.
    """
    match form:
        case Form.LIST:
            return values.reshape(-1).tolist()
        case Form.NUMBER:
            return values.item()
        case _:
            return values


def is_plain(values: Tensor, form: Form) -> bool:
    """Whether a constant may be handed over as plain numbers, once and for all."""
    return form is Form.LIST or (form is Form.NUMBER and values.numel() == 1)


def needed(
    calls: Sequence[Call], given: Collection[str], wanted: Iterable[str]
) -> list[Call]:
    """Returns the calls, in order, that lead from given tensors to wanted ones."""
    missing = set(wanted) - set(given)
    chosen = []
    for call in reversed(calls):
        if not missing.isdisjoint(call.outputs):
            chosen.append(call)
            missing.difference_update(call.outputs)
            missing.update(name for name in call.needs if name not in given)
    if missing:
        names = tuple(map(repr, sorted(missing)))
        raise ModelError(
            "The tensor {names} is neither given nor made by the model.", names=names
        )
    return chosen[::-1]


def execute(
    calls: Sequence[Call], given: Mapping[str, Tensor], wanted: Sequence[str]
) -> Values:
    """Makes the calls that are needed and returns the wanted tensors by name.

    Every value is let go after its last use.

    Args:
        calls: In an order in which they can run.
        given: The tensors to start from: constants, weights, inputs, inner tensors.
        wanted: The names of the tensors to return.

    Raises:
        ModelError: A wanted tensor cannot be had, or an operator failed.
    """
    steps = needed(calls, given, wanted)
    last_use = {name: step for step, call in enumerate(steps) for name in call.needs}
    values = dict(given)
    for step, call in enumerate(steps):
        values.update(_results(call, values))
        for name in (*call.needs, *call.outputs):
            if last_use.get(name, step) == step and name not in wanted:
                values.pop(name, None)
    return {name: values[name] for name in wanted}


def _results(call: Call, values: Values) -> dict[str, Tensor]:
    try:
        return call.run(values)
    except (torch.OutOfMemoryError, torch.AcceleratorError):
        raise
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
        reason = str(error).strip().partition("\n")[0]
        shapes = [tuple(values[name].shape) for name in call.needs if name in values]
        raise ModelError(
            "{operator} {node!r} failed on inputs of shape {shapes}: {why}",
            operator=call.operator,
            node=call.name,
            shapes=tuple(map(str, shapes)) or Sentence("none"),
            why=reason,
        ) from error


def _on_one_device(arguments: list[Any]) -> list[Any]:
    """Moves the small tensors of the host to the device of the large ones."""
    devices = {a.device for a in arguments if isinstance(a, Tensor)}
    if len(devices) < 2:
        return arguments
    device = next(device for device in devices if device.type != "cpu")
    return [a.to(device) if isinstance(a, Tensor) else a for a in arguments]


@cache
def signature(function: Function) -> tuple[tuple[Form, ...], bool]:
    """Returns how it takes its inputs, and whether it asks how many outputs count."""
    parameters = inspect.signature(function).parameters
    forms = []
    for parameter in parameters.values():
        forms.append(_form(str(parameter.annotation)))
        if parameter.kind is parameter.VAR_POSITIONAL:
            break
    return tuple(forms) or (Form.TENSOR,), "outputs" in parameters


def _form(annotation: str) -> Form:
    if "Tensor" in annotation:
        return Form.TENSOR
    return Form.LIST if "list" in annotation else Form.NUMBER
