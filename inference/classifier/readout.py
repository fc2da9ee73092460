"""From a raw output to logits, and from logits to probabilities."""

from enum import Enum
from typing import Any

import numpy as np

from inference.errors import ModelError
from inference.geometry import Array, Doubles, Floats
from inference.network.graph import Graph


class Activation(Enum):
    """How probabilities follow from logits."""

    SOFTMAX = "softmax"  # the classes exclude each other
    SIGMOID = "sigmoid"  # independent classes
    EXP = "exp"  # the graph gives probabilities only; logits are their logarithms

    def probabilities(self, logits: Floats) -> Floats:
        """Maps logits (..., K) to probabilities (..., K) in 0..1."""
        return self.probability_of(logits, self.log_normaliser(logits)[..., np.newaxis])

    def log_normaliser(self, logits: Floats) -> Doubles:
        """Returns what `probability_of` needs besides one logit, (...) for (..., K)."""
        if self is Activation.SOFTMAX:
            return log_sum_exp(logits)
        return np.zeros(logits.shape[:-1])

    def probability_of(self, logit: Floats, log_normaliser: Doubles) -> Floats:
        """Returns the probability of single logits, given their `log_normaliser`."""
        if self is Activation.SIGMOID:
            return sigmoid(logit)
        return np.exp(logit - log_normaliser).astype(np.float32)


def log_sum_exp(logits: Floats) -> Doubles:
    """Returns log(sum(exp)) over the last axis without overflow.

    In float64: half a step of a float32 logit of 1,000 is 3e-5 of a probability.
    """
    top = logits.max(axis=-1, keepdims=True).astype(np.float64)
    result: Doubles = np.log(np.exp(logits - top).sum(axis=-1)) + top[..., 0]
    return result


def sigmoid(logits: Floats) -> Floats:
    """Returns 1 / (1 + exp(-x)) without overflow."""
    probability: Floats = np.exp(-np.logaddexp(np.float32(0), -logits))
    return probability


SMALLEST_PROBABILITY = 1e-12  # logarithms of probabilities end here


_SUM_TOLERANCE = 0.02


QUANTISED_STEP = 1 / 256  # of uint8 probabilities


def activation_of(graph: Graph, raw: Array, sample: Floats) -> Activation:
    """Finds out how probabilities follow from outputs (2, K) for two inputs."""
    behind = graph.logits()
    if behind:
        return Activation(behind.activation)
    if sample.shape[1] == 1:
        raise not_a_classifier(graph, "it gives one number, as a regression does")
    if raw.dtype == np.uint8 and graph.output_scale() in (None, (QUANTISED_STEP, 0)):
        return Activation.EXP
    sums_to_one = np.abs(sample.sum(axis=1) - 1) < _SUM_TOLERANCE
    are_probabilities = sums_to_one.all() and sample.min() >= 0
    return Activation.EXP if are_probabilities else Activation.SOFTMAX


def output_in_words(
    activation: Activation, dtype: np.dtype[Any], *, is_behind: bool
) -> str:
    """Says what the file gives."""
    if activation is Activation.SIGMOID:
        return "independent probabilities; logits are read before the sigmoid"
    if is_behind:
        return "probabilities; logits are read before the softmax"
    kind = "quantised " if dtype == np.uint8 else ""
    if activation is Activation.EXP:
        return f"{kind}probabilities; their logarithms stand for logits"
    return f"{kind}logits"


def not_a_classifier(graph: Graph, found: str) -> ModelError:
    """Says why a model cannot be used as a classifier."""
    return ModelError(
        f'Cannot use "{graph.path.name}" as a classifier: {found}. '
        "Choose a classification model."
    )
