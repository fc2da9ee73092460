"""What two inputs tell of a model: what it gives, and whether others in a batch matter.

Most networks treat each input of a batch for itself, so covered inputs can share a
pass. Some do not: a scale that is taken over the batch (dynamic quantisation), a
softmax or a normalisation along it, random operators. So one input is compared with
itself among others. The other input is wider on both sides, since a range over the
batch is what couples most of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from inference.classifier.forward import Forward, open_forward
from inference.classifier.readout import Readout, not_a_classifier, read_out
from inference.errors import ModelError, Sentence, plain
from inference.geometry import Array, Size
from inference.network.graph import Graph
from inference.network.input import ModelInput, read_input
from inference.network.quantisation import rounds

REWRITTEN = 1e-4  # of the range of an output, as gradients have to agree
_TOLERANCE = 1e-5  # of the range of an output; honest files stay below 2e-7


@dataclass(frozen=True, slots=True)
class Trial:
    """What came out; it holds no session, so another process may hand it over.

    Attributes:
        readout: How logits are read.
        output_count: How many numbers are read for an input.
        dtype: Their type in the file: "float32".
        together: Inputs that may share a pass; None for any number.
        is_coupled: Whether the answer to an input depends on the others of its batch.
        is_repeatable: Whether one input alone has one answer.
        is_finite: Whether all that came out are numbers.
        alone: What the narrower input has by itself, (1, ...) as it comes.
    """

    readout: Readout
    output_count: int
    dtype: str
    together: int | None
    is_coupled: bool
    is_repeatable: bool
    is_finite: bool
    alone: Array = field(repr=False, compare=False)


def try_out(
    graph: Graph,
    forward: Forward,
    size: Size,
    class_count: Callable[[], int | None] = lambda: None,
) -> Trial:
    """Runs two inputs, together and alone.

    A GPU rounds otherwise in other batches, so there the CPU has the last word on
    whether they matter.

    Args:
        graph: The file.
        forward: The way through it.
        size: Of one input.
        class_count: Tells how many classes somebody names; None where nobody does.

    Raises:
        ModelError: A forward pass fails, or what comes out is no classes.
        OutOfMemoryError: For want of memory.
    """
    names = list(dict.fromkeys([forward.fetched, graph.outputs[0].name]))
    inputs = two_inputs(read_input(graph), size)
    found = _compared(forward, inputs, names)
    is_plain = found.is_repeatable and not found.is_coupled
    if not is_plain and forward.device != "CPU":
        found = _compared(open_forward(graph, "cpu"), inputs, names)
    raw = _checked(graph, found.raw)
    return Trial(
        readout=read_out(graph, raw, class_count),
        output_count=raw.shape[1],
        dtype=str(raw.dtype),
        together=found.together,
        is_coupled=found.is_coupled,
        is_repeatable=found.is_repeatable,
        is_finite=bool(np.isfinite(raw.astype(np.float64)).all()),
        alone=found.alone,
    )


def is_rewritten(graph: Graph, forward: Forward, size: Size, answer: Array) -> bool:
    """Whether ONNX Runtime answers otherwise than the file says, optimising it.

    Files that round differ a little in any case. A way without optimisation that fails
    tells nothing.

    Args:
        graph: The file.
        forward: The way through it.
        size: Of one input.
        answer: What trying that way out gave for the narrower input alone.
    """
    if rounds(graph.model) or forward.device != "CPU":
        return False
    one = two_inputs(read_input(graph), size)[1:]
    try:
        plain = open_forward(graph.as_written(), "cpu", packs=False)
        written = plain.run(one, [forward.fetched])[0]
    except ModelError:
        return False
    written, answer = (values.astype(np.float64) for values in (written, answer))
    if written.shape != answer.shape or not np.isfinite(written).all():
        return False
    scale = float(np.ptp(written)) or 1.0
    return float(np.abs(answer - written).max()) > REWRITTEN * scale


def two_inputs(model_input: ModelInput, size: Size) -> Array:
    """Returns noise over the whole range of values, and over a quarter inside it."""
    shape = (*size, model_input.channels)
    if model_input.layout == "NCHW":
        shape = (model_input.channels, *size)
    noise = np.random.default_rng(0).random((2, *shape), np.float32)
    noise[1] = 0.25 + noise[1] / 4
    noise *= 255 if model_input.dtype == "uint8" else 1
    return noise.astype(model_input.dtype)


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """What the file gives for two inputs, and the rest as in `Trial`."""

    raw: Array
    together: int | None
    is_coupled: bool
    is_repeatable: bool
    alone: Array


def _compared(forward: Forward, inputs: Array, names: list[str]) -> _Compared:
    """Runs two inputs together, and one of them alone.

    A graph that fails on two inputs at a time is given one at a time from then on.
    """
    try:
        given = forward.run(inputs, names)
    except ModelError:
        forward = forward.sharing(1)
        given = forward.run(inputs, names)
    together = forward.together
    single, last = forward.sharing(1), inputs[1:]
    alone = single.run(last, names)
    kept = alone[0].copy()  # ONNX Runtime's own holds the memory of the whole pass
    kept.setflags(write=False)
    found = partial(_Compared, alone=kept)
    if _is_same(alone, [output[1:] for output in given]):
        return found(given[0], together, is_coupled=False, is_repeatable=True)
    is_repeatable = together != 1 and _is_same(alone, single.run(last, names))
    if together == 1:
        return found(given[0], 1, is_coupled=False, is_repeatable=is_repeatable)
    given = single.run(inputs, names)
    return found(given[0], 1, is_coupled=True, is_repeatable=is_repeatable)


def _checked(graph: Graph, raw: Array) -> Array:
    """Returns what the file gives for two inputs as (2, K), if it is classes."""
    if raw.shape == (2,):  # a number for each
        raw = raw.reshape(2, 1)
    is_batch = raw.ndim > 1 and len(raw) == 2
    is_vector = is_batch and max(raw.shape[1:]) == raw[0].size > 0
    if not is_vector or raw.dtype.kind not in "fiu":
        found = Sentence(
            'its output "{name}" has shape ({shape}) of {dtype}; a classifier\'s has '
            "(batch, classes) of numbers",
            name=plain(graph.outputs[0].name),
            shape=("batch", *raw.shape[1:]),
            dtype=raw.dtype,
        )
        raise not_a_classifier(graph, found)
    return raw.reshape(2, -1)


def _is_same(outputs: list[Array], others: list[Array]) -> bool:
    """Whether outputs are equal but for rounding; one axis may have been squeezed."""
    pairs = zip(outputs, others, strict=True)
    return all(_is_near(one.ravel(), other.ravel()) for one, other in pairs)


def _is_near(one: Array, other: Array) -> bool:
    if one.shape != other.shape or one.dtype.kind not in "fiu":
        return one.shape == other.shape
    one, other = one.astype(np.float64), other.astype(np.float64)
    finite = one[np.isfinite(one)]
    apart = _TOLERANCE * float(np.ptp(finite)) if finite.size else 0.0
    return np.allclose(one, other, rtol=0, atol=apart, equal_nan=True)
