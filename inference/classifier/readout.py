"""From what a file gives to logits, and from logits to probabilities.

One rule for NumPy's arrays and for torch's tensors: it is handed the array library and
uses only what both spell alike. It keeps the precision that it is given.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from types import ModuleType
from typing import Any

from inference.errors import ModelError, Sentence
from inference.geometry import Array
from inference.network.graph import Graph
from inference.network.operators import BEFORE_LOGITS

Values = Any  # an array of NumPy's or a tensor of torch's

_ACTIVATIONS = {"Softmax": "softmax", "LogSoftmax": "softmax", "Sigmoid": "sigmoid"}
_SMALLEST_PROBABILITY = 1e-12  # logarithms of probabilities end here
_LEAST_LOGIT = -1e30  # of a class that a file rules out by minus infinity
_SUM_TOLERANCE = 0.02
_QUANTISED_STEP = 1 / 256  # of uint8 probabilities


class Activation(Enum):
    """How probabilities follow from logits."""

    SOFTMAX = "softmax"  # the classes exclude each other
    SIGMOID = "sigmoid"  # independent classes
    EXP = "exp"  # the graph gives probabilities only; logits are their logarithms

    def probabilities(self, logits: Values, library: ModuleType) -> Values:
        """Maps logits (..., K) to probabilities (..., K) in 0..1."""
        normaliser = self.log_normaliser(logits, library)[..., None]
        return self.probability_of(logits, normaliser, library)

    def log_normaliser(self, logits: Values, library: ModuleType) -> Values:
        """Returns what `probability_of` needs besides one logit, (...) for (..., K).

        In float64: half a step of a float32 logit of 1,000 is 3e-5 of a probability.
        """
        if self is Activation.SOFTMAX:
            return _log_sum_exp(logits, library)
        return library.zeros_like(logits[..., 0], dtype=library.float64)

    def probability_of(
        self, logit: Values, log_normaliser: Values, library: ModuleType
    ) -> Values:
        """Returns the probability of single logits, given their `log_normaliser`.

        As precise as it could be computed; what is kept of it is the caller's choice.
        """
        if self is Activation.SIGMOID:
            return _sigmoid(logit, library)
        return library.exp(logit - log_normaliser)


@dataclass(frozen=True, slots=True)
class Readout:
    """How logits are read from what a file gives.

    Attributes:
        tensor: Name of the tensor that they are read from.
        scale: What a step of its whole numbers is worth; 1 for floats.
        zero_point: The whole number that means zero; 0 for floats.
        activation: How probabilities follow.
    """

    tensor: str
    scale: float
    zero_point: int
    activation: Activation

    def logits(self, raw: Values, library: ModuleType) -> Values:
        """Returns logits (N, K) of the tensor's values (N, K), as floats.

        One value for an input is the logit of a class; its negative is that of the
        class's absence, which comes first. Minus infinity, which a file says of a class
        that it rules out, is a number without a difference to itself, too.
        """
        logits = (raw - self.zero_point) * self.scale
        if self.activation is Activation.EXP:
            logits = library.log(library.clip(logits, _SMALLEST_PROBABILITY, None))
        if logits.shape[1] == 1:
            logits = library.concatenate([-logits, logits], 1)
        return library.clip(logits, _LEAST_LOGIT, None)


def read_out(
    graph: Graph, raw: Array, class_count: Callable[[], int | None]
) -> Readout:
    """Finds out how logits are read, from what a file gives for two inputs (2, K).

    Args:
        graph: The graph.
        raw: What it gives.
        class_count: Tells how many classes somebody names; where that is one or two,
            one number is a logit.

    Raises:
        ModelError: It gives one number without a sigmoid, and nobody names its class.
    """
    ending = find_logits(graph)
    stated = output_scale(graph)
    scale, zero_point = 1.0, 0
    if raw.dtype.kind != "f":
        is_byte = raw.dtype == "uint8"
        scale, zero_point = stated or (_QUANTISED_STEP if is_byte else 1.0, 0)
    if ending:
        return Readout(ending.tensor, scale, zero_point, ending.activation)
    if raw.shape[1] == 1:
        if class_count() not in (1, 2):
            raise _one_number(graph)
        activation = Activation.SIGMOID
    else:
        is_share = raw.dtype == "uint8" and (scale, zero_point) == (_QUANTISED_STEP, 0)
        sample = (raw.astype("float32") - zero_point) * scale
        are_shares = is_share or _are_probabilities(sample)
        activation = Activation.EXP if are_shares else Activation.SOFTMAX
    return Readout(graph.outputs[0].name, scale, zero_point, activation)


@dataclass(frozen=True, slots=True)
class Logits:
    """Where the classes' logits lie and what makes probabilities out of them.

    Attributes:
        tensor: Name of the tensor before the activation.
        activation: What stands behind it.
    """

    tensor: str
    activation: Activation


def find_logits(graph: Graph, name: str | None = None) -> Logits | None:
    """Returns the logits behind a softmax or sigmoid at the end of a graph.

    Quantising, reshaping and casting in between are looked through.

    Args:
        graph: The graph.
        name: Of the tensor that it ends in; None for its first output.
    """
    name = name or graph.outputs[0].name
    for _ in range(len(graph.nodes)):
        node = graph.producers.get(name)
        if node is None or not node.inputs:
            return None
        if node.operator in _ACTIVATIONS:
            return Logits(node.inputs[0], Activation(_ACTIVATIONS[node.operator]))
        if node.plain_operator not in BEFORE_LOGITS:
            return None
        name = node.inputs[0]
    return None


def output_scale(graph: Graph) -> tuple[float, int] | None:
    """Returns scale and zero point of a quantised output, where the graph says."""
    node = graph.producers.get(graph.outputs[0].name)
    if node is None or node.operator != "QuantizeLinear":
        return None
    scale, zero = (_number(graph, name) for name in (*node.inputs, "", "")[1:3])
    return None if scale is None else (scale, int(zero or 0))


def output_in_words(activation: Activation, dtype: str, *, is_behind: bool) -> str:
    """Says what the file gives; sigmoids without one in the file are NetGaze's.

    Args:
        activation: How probabilities follow.
        dtype: Of the tensor that is read.
        is_behind: Whether that tensor lies before the file's own output.
    """
    if activation is Activation.SIGMOID:
        if not is_behind:
            return Sentence("the logit of one class, or of the other")
        return Sentence("independent probabilities; logits are read before the sigmoid")
    if is_behind:
        return Sentence("probabilities; logits are read before the softmax")
    is_quantised = dtype == "uint8"
    if activation is not Activation.EXP:
        return Sentence("quantised logits") if is_quantised else Sentence("logits")
    if is_quantised:
        return Sentence("quantised probabilities; their logarithms stand for logits")
    return Sentence("probabilities; their logarithms stand for logits")


def not_a_classifier(graph: Graph, found: Sentence) -> ModelError:
    """Says why a model cannot be used as a classifier."""
    return ModelError(
        'Cannot use "{file}" as a classifier: {found}. Choose a classification model.',
        file=graph.path.name,
        found=found,
    )


def _one_number(graph: Graph) -> ModelError:
    return ModelError(
        'Cannot use "{file}" as a classifier: it gives one number, as a regression '
        "does. Choose a classification model; if the number is the logit of a class, "
        "give a file with the class's name.",
        file=graph.path.name,
    )


def _number(graph: Graph, name: str) -> float | None:
    """Returns the first number of a weight; None where there is none."""
    weight = graph.weights.get(name)
    return None if weight is None else float(graph.values(weight).ravel()[0])


def _are_probabilities(sample: Array) -> bool:
    """Whether all of (N, K) numbers are at least 0 and each row adds up to 1."""
    if not 0 <= sample.min() <= sample.max() < float("inf"):
        return False
    sums_to_one = abs(sample.sum(axis=1) - 1) < _SUM_TOLERANCE
    return bool(sums_to_one.all())


def _log_sum_exp(logits: Values, library: ModuleType) -> Values:
    """Returns log(sum(exp)) over the last axis without overflow, in float64."""
    top = library.amax(logits, axis=-1, keepdims=True)
    top = top + library.zeros_like(top, dtype=library.float64)
    return library.log(library.exp(logits - top).sum(-1)) + top[..., 0]


def _sigmoid(logits: Values, library: ModuleType) -> Values:
    """Returns 1 / (1 + exp(-x)) without overflow."""
    return library.exp(-library.logaddexp(library.zeros_like(logits), -logits))
