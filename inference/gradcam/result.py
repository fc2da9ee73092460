"""What Grad-CAM answers: a map, what it was made from, and whether it is sound."""

from dataclasses import dataclass, replace

import numpy as np

from inference.classifier import PreparedInput
from inference.errors import Sentence
from inference.geometry import Floats
from inference.gradcam.choice import Choice
from inference.gradcam.diagnosis import Diagnosis, diagnosis, early
from inference.gradcam.equation import EQUATIONS, Weighed
from inference.gradcam.saturation import Cut
from inference.gradcam.score import Explained
from inference.gradcam.spec import GradCamSpec
from inference.network.layers import FeatureLayer
from inference.pictures.heatmap import Heatmap, over_input

_NOISE = 1e-5  # of the score; all places of an ordinary map add up to 1e-2 or more
_FEW = 0.025  # of the places: one of 7 × 7 is less

_RELU = Sentence("only what speaks for the class (ReLU)")
_SIGNED = Sentence("positive: speaks for the class · negative: against it")
_COLORS = Sentence("red: speaks for the class · blue: against it")


@dataclass(frozen=True, slots=True, eq=False)
class GradCamMap:
    """A map with all that it was made from.

    Attributes:
        spec: The question, with target and layer filled in.
        choice: How the program chose the layer; None where the question names it.
        layer: The tensor whose channels were weighed.
        explained: Which number.
        signed: (h, w) the weighted sum before the ReLU.
        heatmap: The map over the photo; places that are no number are zero in it.
        positive_share: Of the places before the ReLU, 0..1.
        diagnosis: Why the map says nothing, or None where it is sound.
    """

    spec: GradCamSpec
    choice: Choice | None
    layer: FeatureLayer
    explained: Explained
    signed: Floats
    heatmap: Heatmap
    positive_share: float
    diagnosis: Diagnosis | None

    @property
    def is_automatic(self) -> bool:
        """Whether the layer was chosen by the program."""
        return self.choice is not None

    @property
    def health(self) -> str:
        """One `Sentence`: the map is sound, or why it says nothing."""
        if self.diagnosis:
            return self.diagnosis.reason
        share = _percent(self.positive_share)
        if self.spec.is_signed:
            return Sentence(
                "Map is sound: {share} of the places are positive.", share=share
            )
        return Sentence(
            "Map is sound: {share} of the places are positive before the ReLU.",
            share=share,
        )


def gradcam_map(
    spec: GradCamSpec,
    weighed: Weighed,
    explained: Explained,
    prepared: PreparedInput,
    *,
    choice: Choice | None,
    before: FeatureLayer | None = None,
    cut: Cut | None = None,
) -> GradCamMap:
    """Makes the answer.

    Args:
        spec: What was asked.
        weighed: What the pass gave.
        explained: Which number was explained.
        prepared: The photo.
        choice: What the program would choose, or chose.
        before: The layer before the one that was weighed.
        cut: Where the network cuts its scores off, if it does.
    """
    layer, weigh = weighed.layer, EQUATIONS[spec.equation].weigh
    with np.errstate(all="ignore"):
        signed = weigh(weighed.activations, weighed.gradients)
    signed.setflags(write=False)
    target = spec.target.settled(explained.target)
    taken = choice if spec.layer is None else None
    asked = replace(spec, target=target, layer=layer.name)
    values = np.nan_to_num(signed, posinf=0, neginf=0)
    heatmap = _drawn(asked, layer, explained, values, prepared)
    return GradCamMap(
        spec=asked,
        choice=taken,
        layer=layer,
        explained=explained,
        signed=signed,
        heatmap=heatmap,
        positive_share=float((signed > 0).mean()),
        diagnosis=diagnosis(asked, weighed, explained, signed, choice, cut)
        or _small(asked, explained, signed, before)
        or (early() if taken and taken.is_early else None),
    )


def _drawn(
    spec: GradCamSpec,
    layer: FeatureLayer,
    explained: Explained,
    values: Floats,
    prepared: PreparedInput,
) -> Heatmap:
    """Returns the weighed sum (h, w) of a layer as a map over the photo."""
    target, title = spec.target, EQUATIONS[spec.equation].title
    return over_input(
        values if spec.is_signed else np.maximum(values, 0),
        prepared,
        target,
        title=Sentence("{method} of the {score}", method=title, score=explained.name),
        meaning=_meaning(layer, _SIGNED if spec.is_signed else _RELU),
        in_blue_red=_meaning(layer, _COLORS) if spec.is_signed else "",
        counts="both signs" if spec.is_signed else "from zero",
    )


def _meaning(layer: FeatureLayer, how: str) -> str:
    return Sentence("layer {layer} · {how}", layer=layer.short, how=how)


def _small(
    spec: GradCamSpec, explained: Explained, signed: Floats, before: FeatureLayer | None
) -> Diagnosis | None:
    """Returns what is wrong with a map that is too small, or has too few places."""
    score, size = abs(explained.score), float(np.abs(signed).sum(dtype=np.float64))
    if size < _NOISE * score:
        ratio = _power(size / score)
        reason = Sentence("The map is {ratio} of the score: noise.", ratio=ratio)
        if before is None:
            return Diagnosis("noise", reason)
        remedy = replace(spec, layer=before.name)
        return Diagnosis("noise", reason, Sentence("Show the layer before"), remedy)
    share = float((signed > 0).mean())
    if spec.is_signed or share >= _FEW:
        return None
    remedy = replace(spec, is_signed=True)
    fix = Sentence("Keep negative evidence")
    if share:
        return Diagnosis("few", _few(share), fix, remedy)
    reason = Sentence(
        "The ReLU removed everything: no place speaks for this class at this layer."
    )
    return Diagnosis("relu", reason, fix, remedy)


def _few(share: float) -> Sentence:
    return Sentence(
        "Nearly nothing is left: {share} of the places are positive.",
        share=_percent(share),
    )


def _percent(share: float) -> Sentence:
    if 0 < share < 0.005:
        return Sentence("<1 %")
    return Sentence("{share:.0f} %", share=100 * share)


def _power(ratio: float) -> str:
    """Writes a tiny number: "1e-9"."""
    mantissa, exponent = f"{ratio:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}" if ratio else "0"
