"""What Grad-CAM answers: a map, the numbers it was made from, and whether it is sound.

weights = spatial mean of ∂y/∂A; map = ReLU(Σ weights · A). (Selvaraju and others 2017,
equations 1 and 2.)
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.classifier import PreparedInput
from inference.features import FeatureLayer, short_name
from inference.geometry import Box
from inference.gradcam.spec import GradCamSpec
from inference.heatmap import Heatmap, Quantity
from inference.prediction import Floats, Prediction

_SATURATED = 5e-4  # a probability this near to 0 or 1 is written 0.000 or 1.000

_NOISE = 1e-5  # of the score; all places of an ordinary map add up to 1e-2 or more
_FEW = 0.025  # of the places: one of 7 × 7 is less

_RELU = "only what speaks for the class (ReLU)"
_SIGNED = "positive: speaks for the class · negative: against it"
_COLORS = "red: speaks for the class · blue: against it"

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


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """Which number was explained, and how large it is.

    Attributes:
        name: "logit of French horn".
        score: Its value.
        target: Index of the class, or of the channel of another tensor.
        prediction: What the network says of the photo.
    """

    name: str
    score: float
    target: int
    prediction: Prediction


@dataclass(frozen=True, slots=True, eq=False)
class GradCamMap:
    """A map with all that it was made from.

    Attributes:
        spec: The question, with target and layer filled in.
        is_automatic: Whether the layer was chosen by the program.
        layer: The tensor whose channels were weighed.
        explained: Which number.
        signed: (h, w) the weighted sum before the ReLU.
        heatmap: The map over the photo; places that are no number are zero in it.
        positive_share: Of the places before the ReLU, 0..1.
        diagnosis: Why the map says nothing, or None where it is sound.
    """

    spec: GradCamSpec
    is_automatic: bool
    layer: FeatureLayer
    explained: Explained
    signed: Floats
    heatmap: Heatmap
    positive_share: float
    diagnosis: Diagnosis | None

    @property
    def health(self) -> str:
        """One sentence: the map is sound, or why it says nothing."""
        if self.diagnosis:
            return self.diagnosis.reason
        before = "" if self.spec.is_signed else " before the ReLU"
        share = _percent(self.positive_share)
        return f"Map is sound: {share} of the places are positive{before}."


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What one pass gives for one layer, for one input.

    Attributes:
        layer: The tensor.
        values: (C, h, w) its values.
        gradients: (C, h, w) of the explained number.
    """

    layer: FeatureLayer
    values: Floats
    gradients: Floats

    def signed(self) -> Floats:
        """Returns the sum of the channels, each with its mean gradient, (h, w)."""
        weights = self.gradients.mean(axis=(1, 2), dtype=np.float64).astype(np.float32)
        real = self.values - np.float32(self.layer.zero_point)
        channels = real.reshape(len(weights), -1)
        total: Floats = (weights @ channels).reshape(self.values.shape[1:])
        return total


def gradcam_map(
    spec: GradCamSpec,
    weighed: Weighed,
    explained: Explained,
    prepared: PreparedInput,
    *,
    automatic: FeatureLayer | None,
    before: FeatureLayer | None = None,
) -> GradCamMap:
    """Makes the answer.

    Args:
        spec: What was asked.
        weighed: What the pass gave.
        explained: Which number was explained.
        prepared: The photo.
        automatic: The layer that the program would choose.
        before: The layer before the one that was weighed.
    """
    layer = weighed.layer
    with np.errstate(all="ignore"):
        signed = weighed.signed()
    signed.setflags(write=False)
    asked = replace(spec, target=explained.target, layer=layer.name)
    values = np.nan_to_num(signed, posinf=0, neginf=0)
    heatmap = Heatmap(
        values=values if spec.is_signed else np.maximum(values, 0),
        grid=prepared.to_photo.box(Box(0, 0, *prepared.size)),
        seen=prepared.seen,
        title=f"Grad-CAM of the {explained.name}",
        meaning=_meaning(layer, _SIGNED if spec.is_signed else _RELU),
        in_blue_red=_meaning(layer, _COLORS) if spec.is_signed else "",
        quantity=spec.quantity,
        target=explained.target,
        against=spec.against,
    )
    return GradCamMap(
        spec=asked,
        is_automatic=spec.layer is None,
        layer=layer,
        explained=explained,
        signed=signed,
        heatmap=heatmap,
        positive_share=float((signed > 0).mean()),
        diagnosis=_diagnosis(asked, weighed, explained, signed, automatic)
        or _small(asked, explained, signed, before),
    )


def _meaning(layer: FeatureLayer, how: str) -> str:
    return f"layer {short_name(layer.name)} · {how}"


def _diagnosis(
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


def _small(
    spec: GradCamSpec, explained: Explained, signed: Floats, before: FeatureLayer | None
) -> Diagnosis | None:
    """Returns what is wrong with a map that is too small, or has too few places."""
    score, size = abs(explained.score), float(np.abs(signed).sum(dtype=np.float64))
    if size < _NOISE * score:
        reason = f"The map is {_power(size / score)} of the score: noise."
        if before is None:
            return Diagnosis("noise", reason)
        remedy = replace(spec, layer=before.name)
        return Diagnosis("noise", reason, "Show the layer before", remedy)
    share = float((signed > 0).mean())
    if spec.is_signed or share >= _FEW:
        return None
    trouble: Trouble = "few" if share else "relu"
    reason = (
        f"Nearly nothing is left: {_percent(share)} of the places are positive."
        if share
        else "The ReLU removed everything: no place speaks for this class at this "
        "layer."
    )
    remedy = replace(spec, is_signed=True)
    return Diagnosis(trouble, reason, "Keep negative evidence", remedy)


def _percent(share: float) -> str:
    return "<1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"


def _power(ratio: float) -> str:
    """Writes a tiny number: "1e-9"."""
    mantissa, exponent = f"{ratio:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}" if ratio else "0"


def _saturated(
    spec: GradCamSpec, weighed: Weighed, explained: Explained
) -> Diagnosis | None:
    """Returns the diagnosis where the probability is almost 0 or 1."""
    if spec.quantity is not Quantity.PROBABILITY:
        return None
    prediction = explained.prediction
    classes = [explained.target, *([] if spec.against is None else [spec.against])]
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
        replace(spec, quantity=Quantity.LOGIT),
    )
