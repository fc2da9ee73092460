"""The table of methods: what each is called, needs, takes, and how it is run.

A method that needs no gradients works where the twin lacks operators.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from inference.attention import AttentionSpec, attention_of
from inference.classifier import Classifier, PreparedInput, Quantity, Target
from inference.errors import (
    InferenceError,
    Sentence,
    SpecError,
    UnsupportedOperatorError,
)
from inference.gradcam import GradCam, GradCamSpec, ScoreCamSpec
from inference.integrated import IntegratedSpec, SmoothSpec
from inference.jobs import Job
from inference.masking import LimeSpec, RiseSpec
from inference.methods.running import (
    Asked,
    OcclusionWish,
    cam,
    gradient_attention,
    hires_spec,
    integrated,
    layer_spec,
    lime,
    occlusion,
    rise,
    rolled_out,
    score_cam,
    smooth,
)
from inference.pictures.explanation import Explanation


class Need(Enum):
    """What a method needs of a network besides answers."""

    NOTHING = "nothing"
    GRADIENTS = "gradients"
    ATTENTION = "attention"


Run = Callable[[Asked, Any], Job[Explanation | None, Explanation]]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of explaining.

    Attributes:
        title: Its name, as its authors write it.
        sentence: What it does.
        needs: What it needs of a network.
        quantity: Which number it explains when nobody says.
        spec: What makes its question of a target and options.
        options: Its options, and what each is called in its question.
        run: Makes the job that answers.
    """

    title: Sentence
    sentence: Sentence
    needs: Need
    quantity: Quantity
    spec: Callable[..., Any]
    run: Run
    options: Mapping[str, str] = field(default_factory=dict)

    def question(self, target: Target, options: Mapping[str, Any]) -> Any:
        """Returns what is asked of it.

        Args:
            target: Which number is explained.
            options: Those that were given, by name.

        Raises:
            SpecError: It takes no such option, or not this value.
        """
        for name in options:
            if name not in self.options:
                raise SpecError(
                    "{method} takes no --{option}.{known}",
                    method=self.title,
                    option=name,
                    known=_known(tuple(self.options)),
                )
        fields = {self.options[name]: value for name, value in options.items()}
        return self.spec(target=target, **fields)


def _known(options: tuple[str, ...]) -> Sentence | str:
    if not options:
        return ""
    names = tuple(f"--{name}" for name in options)
    return Sentence(" It takes {options}.", options=names)


_LAYER = {"layer": "layer", "signed": "is_signed"}
_BLOCKS = {"heads": "heads", "first-block": "first"}
_LOGIT, _PROBABILITY = Quantity.LOGIT, Quantity.PROBABILITY

METHODS: Mapping[str, Method] = {
    "gradcam": Method(
        Sentence("Grad-CAM"),
        Sentence(
            "Weighs each feature map by how much it raises the score, and adds them up."
        ),
        Need.GRADIENTS,
        _LOGIT,
        GradCamSpec,
        cam,
        _LAYER,
    ),
    "hirescam": Method(
        Sentence("HiResCAM"),
        Sentence("Gradient × feature map, place by place, added up."),
        Need.GRADIENTS,
        _LOGIT,
        hires_spec,
        cam,
        _LAYER,
    ),
    "layercam": Method(
        Sentence("LayerCAM"),
        Sentence("The same, rising gradients only."),
        Need.GRADIENTS,
        _LOGIT,
        layer_spec,
        cam,
        _LAYER,
    ),
    "scorecam": Method(
        Sentence("Score-CAM"),
        Sentence(
            "Shows the photo through each feature map and weighs it by the score."
        ),
        Need.NOTHING,
        _PROBABILITY,
        ScoreCamSpec,
        score_cam,
        {"layer": "layer", "channels": "channels", "baseline": "baseline"},
    ),
    "integrated-gradients": Method(
        Sentence("Integrated gradients"),
        Sentence("Adds the gradient up from a blank photo to this one."),
        Need.GRADIENTS,
        _LOGIT,
        IntegratedSpec,
        integrated,
        {"baseline": "baseline", "steps": "steps", "colors": "colors"},
    ),
    "smoothgrad": Method(
        Sentence("SmoothGrad"),
        Sentence("Averages the gradient over noisy copies."),
        Need.GRADIENTS,
        _LOGIT,
        SmoothSpec,
        smooth,
        {
            "samples": "samples",
            "noise": "noise",
            "of": "averaged",
            "colors": "colors",
            "baseline": "baseline",
            "steps": "steps",
            "seed": "seed",
        },
    ),
    "rise": Method(
        Sentence("RISE"),
        Sentence("Shows the photo through random grids and averages the score."),
        Need.NOTHING,
        _PROBABILITY,
        RiseSpec,
        rise,
        {
            "samples": "masks",
            "cells": "cells",
            "kept": "kept",
            "baseline": "baseline",
            "divide": "is_divided",
            "seed": "seed",
        },
    ),
    "lime": Method(
        Sentence("LIME"),
        Sentence("Covers patterns of squares and fits a straight line to the score."),
        Need.NOTHING,
        _PROBABILITY,
        LimeSpec,
        lime,
        {
            "samples": "samples",
            "squares": "squares",
            "baseline": "baseline",
            "kernel": "width",
            "ridge": "ridge",
            "seed": "seed",
        },
    ),
    "rollout": Method(
        Sentence("Attention rollout"),
        Sentence("Follows attention through all blocks. Not of one class."),
        Need.ATTENTION,
        _LOGIT,
        AttentionSpec,
        rolled_out,
        _BLOCKS,
    ),
    "gradient-attention": Method(
        Sentence("Gradient × attention"),
        Sentence("Attention weighed by what raises the score."),
        Need.GRADIENTS,
        _LOGIT,
        AttentionSpec,
        gradient_attention,
        _BLOCKS,
    ),
    "occlusion": Method(
        Sentence("Occlusion"),
        Sentence("Covers one place after another and draws how much the score drops."),
        Need.NOTHING,
        _PROBABILITY,
        OcclusionWish,
        occlusion,
        {"mask": "mask", "stride": "stride", "baseline": "baseline"},
    ),
}

OPTIONS = tuple(dict.fromkeys(o for m in METHODS.values() for o in m.options))


def explanation(
    method: str,
    classifier: Classifier,
    prepared: PreparedInput,
    *,
    question: Any,
    engine: Callable[[], GradCam],
) -> Job[Explanation | None, Explanation]:
    """Explains a prediction by a method.

    Args:
        method: A name of `METHODS`.
        classifier: The network.
        prepared: The photo as it sees it.
        question: What `Method.question` made.
        engine: Makes the network's gradients, or returns them.

    Yields:
        The map so far, or None where there is nothing to draw yet.

    Raises:
        InferenceError: The network has no answer to this method.
    """
    return METHODS[method].run(Asked(classifier, prepared, engine), question)


def missing_need(
    method: str, classifier: Classifier, engine: Callable[[], GradCam]
) -> InferenceError | None:
    """Returns why a method cannot work with a network; None where it can."""
    needs = METHODS[method].needs
    try:
        if needs is Need.GRADIENTS:
            made = engine()
            is_at_input = METHODS[method].run in (integrated, smooth)
            if is_at_input and made.missing:
                raise UnsupportedOperatorError(classifier.graph.path.name, made.missing)
        if needs is Need.ATTENTION or METHODS[method].spec is AttentionSpec:
            attention_of(classifier)
    except InferenceError as error:
        return error
    return None
