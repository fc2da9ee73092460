"""What a file wants beside the image is given numbers, which become its weights.

From there on the graph has one input, for ONNX Runtime and for the twin alike.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from inference.errors import ModelError, Sentence, SpecError, did_you_mean, plain
from inference.geometry import Size
from inference.network.graph import Graph, TensorInfo
from inference.network.input import MOST_PIXELS, image_input, layout_of

Numbers = tuple[float, ...]

_FLOATS = ("float32", "float16", "float64")
_WHOLE = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
_DROPPABLE = 4  # from this version of the format on, a weight is no input
_SHOWN = 4  # numbers in a sentence


@dataclass(frozen=True, slots=True)
class GivenInput:
    """An input beside the image, and what it is given.

    Attributes:
        name: Of the tensor.
        dtype: "float32", "int64", "bool" and the like.
        shape: Its lengths; a batch that is left open has one.
        numbers: All of it in order, or one that stands everywhere.
        source: "user", "file" (its default), "zeros", or "ones" where zeros give no
            finite answer.
    """

    name: str
    dtype: str
    shape: tuple[int, ...]
    numbers: Numbers
    source: Literal["user", "file", "zeros", "ones"]

    @property
    def is_filled(self) -> bool:
        """Whether nobody says what it is to be."""
        return self.source in ("zeros", "ones")

    @property
    def array(self) -> NDArray[Any]:
        """The tensor."""
        values = np.array(self.numbers, self.dtype)
        if values.size == 1:
            return np.full(self.shape, values[0], self.dtype)
        return values.reshape(self.shape)

    @property
    def words(self) -> Sentence:
        """What it is given, for people: "temperature = 1"."""
        shown = ", ".join(f"{number:g}" for number in self.numbers[:_SHOWN])
        more = ", …" if len(self.numbers) > _SHOWN else ""
        return Sentence(
            "{name} = {numbers}", name=plain(self.name), numbers=shown + more
        )

    @property
    def as_ones(self) -> "GivenInput":
        """The same with ones where zeros were filled in."""
        if self.source != "zeros":
            return self
        return replace(self, numbers=(1.0,), source="ones")


def given_inputs(
    graph: Graph, size: Size, stated: Iterable[tuple[str, Numbers]] = ()
) -> tuple[GivenInput, ...]:
    """Returns what a file wants beside the image, and what it is given.

    Args:
        graph: The file.
        size: Of the image; other inputs may be as large.
        stated: What the user says, by the inputs' names.

    Raises:
        ModelError: One of them cannot be given numbers.
        SpecError: There is no such input, or the numbers do not fit.
    """
    image, wishes = image_input(graph), dict(stated)
    wanted = [tensor for tensor in graph.inputs if tensor != image]
    defaults = dict(_defaults(graph))
    known = {tensor.name for tensor in wanted} | defaults.keys()
    for name in wishes.keys() - known:
        raise _no_such(graph, name, known)
    lengths = _symbols(image, size)
    filled = (_filled(graph, tensor, lengths, wishes) for tensor in wanted)
    kept = (_overridden(each, wishes) for each in defaults.values())
    return (*filled, *kept)


def bound(graph: Graph, given: Iterable[GivenInput]) -> Graph:
    """Returns a graph that wants the image alone."""
    given = [each for each in given if each.source != "file"]
    if not given:
        return graph
    names = {each.name for each in given}
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    parts = model.graph
    if model.ir_version >= _DROPPABLE:
        _keep(parts.input, lambda value: value.name not in names)
    _keep(parts.initializer, lambda tensor: tensor.name not in names)
    parts.initializer.extend(
        numpy_helper.from_array(each.array, each.name) for each in given
    )
    return graph.made(model, repr([(each.name, each.numbers) for each in given]))


def _filled(
    graph: Graph,
    tensor: TensorInfo,
    lengths: Mapping[str, int],
    wishes: Mapping[str, Numbers],
) -> GivenInput:
    """Gives an input what the user says, else zeros."""
    shape = tuple(
        dim if isinstance(dim, int) else lengths.get(str(dim), 1)
        for dim in tensor.shape
    )
    is_known = tensor.dtype in (*_FLOATS, *_WHOLE, "bool")
    if not is_known or min(shape, default=1) < 0 or math.prod(shape) > MOST_PIXELS:
        raise ModelError(
            'Cannot use "{file}": beside the image it wants {tensor}, which cannot be '
            "filled in. Export it with that part inside.",
            file=graph.path.name,
            tensor=tensor,
        )
    zeros = GivenInput(tensor.name, tensor.dtype, shape, (0.0,), "zeros")
    return _overridden(zeros, wishes)


def _overridden(given: GivenInput, wishes: Mapping[str, Numbers]) -> GivenInput:
    """Returns an input with the numbers that the user states."""
    numbers = wishes.get(given.name)
    if numbers is None:
        return given
    count = math.prod(given.shape)
    if len(numbers) not in (1, count):
        raise SpecError(
            'The input "{name}" takes {n} numbers, or one for all of them, not '
            "{found}.",
            one='The input "{name}" takes one number, not {found}.',
            name=plain(given.name),
            n=count,
            found=len(numbers),
        )
    if not _fits(numbers, given.dtype):
        raise SpecError(
            'The input "{name}" is {dtype} and cannot be {numbers}.',
            name=plain(given.name),
            dtype=given.dtype,
            numbers=tuple(f"{number:g}" for number in numbers[:_SHOWN]),
        )
    return replace(given, numbers=numbers, source="user")


def _fits(numbers: Numbers, dtype: str) -> bool:
    """Whether a type can hold numbers as they are."""
    if dtype in _FLOATS:
        return all(map(math.isfinite, numbers))
    if dtype == "bool":
        return set(numbers) <= {0, 1}
    bounds = np.iinfo(dtype)
    return all(n.is_integer() and bounds.min <= n <= bounds.max for n in numbers)


def _defaults(graph: Graph) -> Iterator[tuple[str, GivenInput]]:
    """Yields the inputs of one number that have a default to be changed.

    Files that list all of their weights as inputs mean nothing by it.
    """
    inputs = {value.name for value in graph.model.graph.input}
    stored = graph.model.graph.initializer
    if graph.model.ir_version < _DROPPABLE or all(t.name in inputs for t in stored):
        return
    declared = {value.name: value for value in graph.declared}
    for tensor in stored:
        info = declared.get(tensor.name)
        if info is not None and info.dtype in _FLOATS and math.prod(tensor.dims) == 1:
            number = float(graph.values(tensor).ravel()[0])
            shape = tuple(tensor.dims)
            yield info.name, GivenInput(info.name, info.dtype, shape, (number,), "file")


def _symbols(image: TensorInfo, size: Size) -> dict[str, int]:
    """Returns the lengths that the symbols of the image's shape stand for."""
    sides = {"N": 1, "H": size.height, "W": size.width}
    pairs = zip(layout_of(image) or "", image.shape, strict=False)
    return {
        dim: sides[axis]
        for axis, dim in pairs
        if isinstance(dim, str) and axis in sides
    }


def _no_such(graph: Graph, name: str, known: Iterable[str]) -> SpecError:
    return SpecError(
        '"{file}" has no input "{name}" beside the image.{hint}',
        file=graph.path.name,
        name=plain(name),
        hint=did_you_mean(name, known),
    )


def _keep(field: Any, is_kept: Any) -> None:
    """Leaves out of a repeated field of protobuf's what is not kept."""
    kept = [each for each in field if is_kept(each)]
    del field[:]
    field.extend(kept)
