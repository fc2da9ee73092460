"""What two inputs tell of a model: what it gives, and whether others in a batch matter.

Most networks treat each input of a batch for itself, so covered inputs can share a
pass. Some do not: a scale that is taken over the batch (dynamic quantisation), a
softmax or a normalisation along it, random operators. So one input is compared with
itself among others. The other input is wider on both sides, since a range over the
batch is what couples most of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from inference.errors import ModelError
from inference.geometry import Array, Size
from inference.network.input import ModelInput

Passes = Callable[[Array, int | None], list[Array]]

_TOLERANCE = 1e-5  # of the range of an output; honest files stay below 2e-7


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What came out.

    Attributes:
        raw: What the file gives for two inputs, one after the other on the first axis.
        together: Inputs that may share a pass; None for any number.
        is_coupled: Whether the answer to an input depends on the others of its batch.
        is_repeatable: Whether one input alone has one answer.
    """

    raw: Array
    together: int | None
    is_coupled: bool
    is_repeatable: bool


def try_out(run: Passes, model_input: ModelInput, size: Size) -> Trial:
    """Runs two inputs together, and one of them alone.

    A graph that fails on two inputs at a time is given one at a time from then on.

    Args:
        run: Takes inputs (N, ...) and how many of them may share a pass; returns the
            outputs, first the one that classes are read from.
        model_input: What a pass takes.
        size: Of one input.

    Raises:
        ModelError: A forward pass fails.
    """
    inputs, together = two_inputs(model_input, size), model_input.batch
    try:
        given = run(inputs, together)
    except ModelError:
        together = 1
        given = run(inputs, together)
    last = inputs[1:]
    alone = run(last, 1)
    if _is_same(alone, [output[1:] for output in given]):
        return Trial(given[0], together, is_coupled=False, is_repeatable=True)
    is_repeatable = together != 1 and _is_same(alone, run(last, 1))
    if together == 1:
        return Trial(given[0], 1, is_coupled=False, is_repeatable=is_repeatable)
    given = run(inputs, 1)
    return Trial(given[0], 1, is_coupled=True, is_repeatable=is_repeatable)


def two_inputs(model_input: ModelInput, size: Size) -> Array:
    """Returns noise over the whole range of values, and over a quarter inside it."""
    shape = (*size, model_input.channels)
    if model_input.layout == "NCHW":
        shape = (model_input.channels, *size)
    noise = np.random.default_rng(0).random((2, *shape), np.float32)
    noise[1] = 0.25 + noise[1] / 4
    noise *= 255 if model_input.dtype == "uint8" else 1
    return noise.astype(model_input.dtype)


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
