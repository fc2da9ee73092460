"""Branches of a graph: renamed to stand in the one around them, chosen in a run."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import onnx
from torch import Tensor

from inference.twin.inlining import all_nodes
from inference.twin.program import Call, Form, execute


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A branch that was read.

    Attributes:
        calls: What it does, in order.
        outputs: The names of the tensors that it gives.
    """

    calls: list[Call]
    outputs: list[str]

    @property
    def captured(self) -> set[str]:
        """The names of the tensors that it takes from the graph around it."""
        read = {name for call in self.calls for name in call.needs}
        made = {name for call in self.calls for name in call.outputs}
        return read.union(self.outputs) - made


def choosing(
    name: str,
    condition: str,
    branches: Mapping[bool, Branch],
    outputs: Sequence[str],
) -> Call:
    """Returns a call that takes one of two branches when it runs.

    Args:
        name: Of the call.
        condition: The name of the tensor that decides.
        branches: By its value.
        outputs: The names of the results outside.
    """
    captured = sorted(set().union(*(each.captured for each in branches.values())))

    def choose(cond: bool, *tensors: Tensor) -> tuple[Tensor, ...]:
        taken = branches[bool(cond)]
        given = dict(zip(captured, tensors, strict=True))
        results = execute(taken.calls, given, taken.outputs)
        return tuple(results[name] for name in taken.outputs)

    forms = (Form.NUMBER, *[Form.TENSOR] * len(captured))
    inputs = (condition, *captured)
    return Call(name, "If", inputs, tuple(outputs), choose, {}, forms, {})


def renamed(graph: onnx.GraphProto, taken: set[str]) -> onnx.GraphProto:
    """Returns a branch none of whose own names is taken outside."""
    new = {name: _free(name, taken) for name in taken.intersection(_own(graph)) if name}
    if not new:
        return graph
    copy = onnx.GraphProto()
    copy.CopyFrom(graph)
    for stored in (*copy.initializer, *copy.output):
        stored.name = new.get(stored.name, stored.name)
    for node in all_nodes(copy):
        node.input[:] = [new.get(name, name) for name in node.input]
        node.output[:] = [new.get(name, name) for name in node.output]
    return copy


def _own(graph: onnx.GraphProto) -> Iterator[str]:
    """Yields the names that a branch gives."""
    for proto in graph.initializer:
        yield proto.name
    for node in graph.node:
        yield from node.output


def _free(name: str, taken: set[str]) -> str:
    """Returns a name like this one that is not taken."""
    number = 2
    while f"{name}/{number}" in taken:
        number += 1
    return f"{name}/{number}"
