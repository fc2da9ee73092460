"""Why a map says nothing, and what would help."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.classifier import Quantity, Target
from inference.errors import Sentence
from inference.geometry import Floats
from inference.gradcam.choice import Choice
from inference.gradcam.equation import Weighed
from inference.gradcam.saturation import Cut
from inference.gradcam.score import Explained
from inference.gradcam.spec import GradCamSpec

_SATURATED = 5e-4  # a probability this near to 0 or 1 is written 0.000 or 1.000

Trouble = Literal[
    "relu",
    "few",
    "noise",
    "saturated",
    "cut off",
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
    cut: Cut | None = None,
) -> Diagnosis | None:
    """Returns why a map says nothing, the deepest reason first.

    `cut` is where the network cuts its scores off, if it does.
    """
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
    is_cut_off = _cut_off(spec, weighed, explained, cut)
    if is_cut_off:
        return is_cut_off
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


def _cut_off(
    spec: GradCamSpec, weighed: Weighed, explained: Explained, cut: Cut | None
) -> Diagnosis | None:
    """Returns the diagnosis where the score lies at an end of the whole numbers.

    One class alone may lie there by itself; then its gradient is not zero.
    """
    if cut is None or spec.reduction is not None:
        return None
    sharing = cut.sharing(explained.prediction, explained.target)
    if not sharing or (sharing == 1 and weighed.gradients.any()):
        return None
    reason = Sentence(
        "The quantised output is saturated: {n} classes have its last number, "
        "{number}, and cannot be told apart.",
        one="The quantised output is saturated: the class has its last number, "
        "{number}.",
        n=sharing,
        number=f"{explained.prediction.logits[explained.target]:.4g}",
    )
    target = Target(explained.target, quantity=Quantity.LOGIT)
    return Diagnosis(
        "cut off",
        reason,
        Sentence('Explain "{tensor}" before it', tensor=cut.tensor),
        replace(spec, target=target, reduction=cut.tensor),
    )
