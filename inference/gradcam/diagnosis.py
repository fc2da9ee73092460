"""Why a map says nothing, and what would help."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.classifier import Quantity
from inference.geometry import Floats
from inference.gradcam.equation import Weighed
from inference.gradcam.score import Explained
from inference.gradcam.spec import GradCamSpec
from inference.network.layers import FeatureLayer, short_name

_SATURATED = 5e-4  # a probability this near to 0 or 1 is written 0.000 or 1.000

Trouble = Literal[
    "relu", "few", "noise", "saturated", "no gradient", "one place", "not finite"
]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why a map says nothing, or next to nothing, and what would help.

    Attributes:
        trouble: Which kind.
        reason: A sentence.
        fix: What to do, for a button: "Explain the logit"; "" where nothing helps.
        remedy: The question that does so, or None.
        tensor: The first tensor that is not finite, or None.
    """

    trouble: Trouble
    reason: str
    fix: str = ""
    remedy: GradCamSpec | None = None
    tensor: str | None = None

    def __str__(self) -> str:
        return f"{self.reason} {self.fix}." if self.fix else self.reason


def diagnosis(
    spec: GradCamSpec,
    weighed: Weighed,
    explained: Explained,
    signed: Floats,
    automatic: FeatureLayer | None,
) -> Diagnosis | None:
    """Returns why a map says nothing, the deepest reason first."""
    layer = weighed.layer
    other = automatic if automatic and automatic.name != layer.name else None
    fix = f"Use {short_name(other.name)}" if other else ""
    remedy = replace(spec, layer=other.name) if other else None
    if not np.isfinite(signed).all():
        return Diagnosis("not finite", f'"{layer.name}" gives no number everywhere.')
    if layer.size == (1, 1):
        return Diagnosis(
            "one place", "This layer is 1 × 1 and has no places.", fix, remedy
        )
    saturated = _saturated(spec, weighed, explained)
    if saturated:
        return saturated
    if not weighed.gradients.any():
        reason = f"The gradient is zero: nothing here changes the {explained.name}."
        return Diagnosis("no gradient", reason, fix, remedy)
    return None


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
    degree = "nearly zero" if weighed.gradients.any() else "zero"
    activation = prediction.activation.value
    return Diagnosis(
        "saturated",
        f"The gradient is {degree}: the {activation} is saturated "
        f"(p = {probabilities[0]:.3f}).",
        "Explain the logit",
        replace(spec, target=replace(spec.target, quantity=Quantity.LOGIT)),
    )
