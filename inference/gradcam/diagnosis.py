"""Why a map says nothing, and what would help."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.classifier import Quantity
from inference.errors import Sentence
from inference.geometry import Floats
from inference.gradcam.choice import Choice
from inference.gradcam.equation import Weighed
from inference.gradcam.score import Explained
from inference.gradcam.spec import GradCamSpec

_SATURATED = 5e-4  # a probability this near to 0 or 1 is written 0.000 or 1.000

Trouble = Literal[
    "relu",
    "few",
    "noise",
    "saturated",
    "no gradient",
    "one place",
    "not finite",
    "early",
]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why a map says nothing, or next to nothing, and what would help.

    Attributes:
        trouble: Which kind.
        reason: A `Sentence`.
        fix: What to do, a `Sentence` for a button: "Explain the logit"; "" where
            nothing helps.
        remedy: The question that does so, or None.
        tensor: The first tensor that is not finite, or None.
    """

    trouble: Trouble
    reason: str
    fix: str = ""
    remedy: GradCamSpec | None = None
    tensor: str | None = None

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The reason and what to do, one `Sentence`."""
        if not self.fix:
            return self.reason
        return Sentence("{reason} {fix}.", reason=self.reason, fix=self.fix)


def diagnosis(
    spec: GradCamSpec,
    weighed: Weighed,
    explained: Explained,
    signed: Floats,
    choice: Choice | None,
) -> Diagnosis | None:
    """Returns why a map says nothing, the deepest reason first."""
    layer = weighed.layer
    other = choice.layer if choice and choice.layer.name != layer.name else None
    fix = Sentence("Use {layer}", layer=other.short) if other else ""
    remedy = replace(spec, layer=other.name) if other else None
    if not np.isfinite(signed).all():
        reason = Sentence('"{layer}" gives no number everywhere.', layer=layer.name)
        return Diagnosis("not finite", reason)
    if layer.size == (1, 1):
        reason = Sentence("This layer is 1 × 1 and has no places.")
        return Diagnosis("one place", reason, fix, remedy)
    saturated = _saturated(spec, weighed, explained)
    if saturated:
        return saturated
    if not weighed.gradients.any():
        reason = Sentence(
            "The gradient is zero: nothing here changes the {score}.",
            score=explained.name,
        )
        return Diagnosis("no gradient", reason, fix, remedy)
    return None


def early() -> Diagnosis:
    """Returns what is wrong with a layer that was chosen for want of a later one."""
    reason = Sentence(
        "This layer lies in the first half of the network: no later one is passed by "
        "all gradients of places."
    )
    return Diagnosis("early", reason)


def _saturated(
    spec: GradCamSpec, weighed: Weighed, explained: Explained
) -> Diagnosis | None:
    """Returns the diagnosis where the probability is almost 0 or 1."""
    if spec.target.quantity is not Quantity.PROBABILITY:
        return None
    prediction = explained.prediction
    against = spec.target.against
    classes = [explained.target, *([] if against is None else [against])]
    probabilities = [prediction.probability(index) for index in classes]
    if any(_SATURATED <= p <= 1 - _SATURATED for p in probabilities):
        return None
    degree = Sentence("nearly zero") if weighed.gradients.any() else Sentence("zero")
    return Diagnosis(
        "saturated",
        Sentence(
            "The gradient is {degree}: the {activation} is saturated (p = {p:.3f}).",
            degree=degree,
            activation=prediction.activation.value,
            p=probabilities[0],
        ),
        Sentence("Explain the logit"),
        replace(spec, target=replace(spec.target, quantity=Quantity.LOGIT)),
    )
