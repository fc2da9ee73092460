"""What a classifier answers: logits, the probabilities that follow from them, names.

A classifier is asked for its logits wherever the graph has them; `Activation` says how
probabilities follow, so that one array of logits answers every later question.
"""

from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from inference.errors import SpecError, plain

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

_NEAR_MATCHES = 8  # labels named in an error


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


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One row of a prediction."""

    index: int
    label: str
    probability: float
    logit: float


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """What a classifier says about one input.

    Attributes:
        logits: (K,) before the activation.
        labels: K class names.
        activation: How the probabilities follow.
        probabilities: (K,) in 0..1, made from the logits.
    """

    logits: Floats
    labels: tuple[str, ...]
    activation: Activation = Activation.SOFTMAX
    probabilities: Floats = field(init=False)

    def __post_init__(self) -> None:
        logits = np.array(self.logits, np.float32)
        probabilities = self.activation.probabilities(logits)
        logits.setflags(write=False)
        probabilities.setflags(write=False)
        object.__setattr__(self, "logits", logits)
        object.__setattr__(self, "probabilities", probabilities)

    @property
    def order(self) -> NDArray[np.intp]:
        """All classes, best first, by logit: probabilities may be rounded to equals.

        Equal logits are in the order of the classes.
        """
        return np.argsort(-self.logits, kind="stable")

    @property
    def top_index(self) -> int:
        """The leading class: the first of `order`."""
        return int(self.logits.argmax())

    def probability(self, target: int) -> float:
        """The probability of one class."""
        return float(self.probabilities[target])

    def score(self, target: int) -> ClassScore:
        """One class with its name and numbers."""
        return ClassScore(
            target,
            self.labels[target],
            float(self.probabilities[target]),
            float(self.logits[target]),
        )

    def top(self, count: int) -> list[ClassScore]:
        """The leading classes, best first."""
        return [self.score(int(index)) for index in self.order[:count]]


def check_margin(target: int, against: int | None) -> None:
    """Makes sure that a margin is between two classes.

    Raises:
        SpecError: It is of a class against itself.
    """
    if target == against:
        raise SpecError(
            "A margin of a class against itself is zero everywhere. Choose two classes."
        )


def find_target(labels: tuple[str, ...], wanted: str) -> int:
    """Returns the class index that a user's word means: an index or a label.

    Digits mean the index. A label is matched without regard to case, blanks and
    underscores.

    Raises:
        SpecError: No such class, or several; near matches are listed with indices.
    """
    if wanted.isdecimal():
        if len(wanted) < 10 and int(wanted) < len(labels):
            return int(wanted)
        raise SpecError(
            f"There is no class {plain(wanted)}: the model has {len(labels)} classes, "
            f"0 to {len(labels) - 1}."
        )
    exact = [i for i, label in enumerate(labels) if label == wanted]
    folded = [_folded(label) for label in labels]
    same = exact or [i for i, label in enumerate(folded) if label == _folded(wanted)]
    if len(same) == 1:
        return same[0]
    if same:
        raise SpecError(
            f"{wanted!r} is ambiguous: {_listed(labels, same)}. Give the index."
        )
    near = [i for i, label in enumerate(folded) if _folded(wanted) in label]
    if not near:
        spelled = get_close_matches(_folded(wanted), folded, n=3, cutoff=0.5)
        near = [i for i, label in enumerate(folded) if label in spelled]
    hint = f" Near matches: {_listed(labels, near)}." if near else ""
    raise SpecError(f"There is no class {wanted!r}.{hint}")


def _folded(label: str) -> str:
    return label.casefold().replace("_", " ").strip()


def _listed(labels: tuple[str, ...], indices: list[int]) -> str:
    named = [f"{labels[i]} ({i})" for i in indices[:_NEAR_MATCHES]]
    more = len(indices) - len(named)
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
