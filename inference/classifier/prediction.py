"""What a classifier answers: logits, the probabilities that follow from them, names.

A classifier is asked for its logits wherever the graph has them; `Activation` says how
probabilities follow, so that one array of logits answers every later question.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from inference.classifier.readout import Activation
from inference.classifier.target import Quantity, Target
from inference.geometry import Doubles, Floats


def scores(logits: Floats, target: Target, activation: Activation) -> Doubles:
    """Returns the explained number for each of several inputs.

    Args:
        logits: (N, K).
        target: Which number; its class is settled.
        activation: How probabilities follow.

    Returns:
        (N,) logits, probabilities or margins.
    """
    values = logits.astype(np.float64)
    if target.quantity is Quantity.PROBABILITY:
        values = activation.probabilities(values, np)
    found: Doubles = values[:, target.class_index]
    return found if target.against is None else found - values[:, target.against]


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
        shares = self.activation.probabilities(logits, np)
        probabilities = np.array(shares, np.float32)
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

    def number(self, target: Target) -> float:
        """The explained number: a logit, probability or margin of a settled class."""
        return float(scores(self.logits[np.newaxis], target, self.activation)[0])

    def score(self, target: int) -> ClassScore:
        """One class with its name and numbers."""
        return ClassScore(
            target,
            self.labels[target],
            float(self.probabilities[target]),
            float(self.logits[target]),
        )

    def among(self, classes: Collection[int]) -> "Prediction":
        """Returns what it is if the photo shows one of some classes, and no other.

        The probabilities of the others are 0; those of exclusive classes add up to 1
        over these.
        """
        logits = np.full_like(self.logits, -np.inf)
        chosen = list(classes)
        logits[chosen] = self.logits[chosen]
        return Prediction(logits, self.labels, self.activation)

    def top(self, count: int) -> list[ClassScore]:
        """The leading classes, best first."""
        return [self.score(int(index)) for index in self.order[:count]]
