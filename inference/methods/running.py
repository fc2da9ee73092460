"""How each method is run: all alike, a job that answers with an `Explanation`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from inference import gradcam as cams
from inference import integrated as at_pixels
from inference import masking
from inference.attention import (
    AttentionSpec,
    rollout,
)
from inference.attention import gradient_attention as weighed_attention
from inference.classifier import LEADING_PROBABILITY, Classifier, PreparedInput, Target
from inference.errors import Sentence
from inference.geometry import Size
from inference.gradcam import GradCam, GradCamMap, GradCamSpec
from inference.jobs import Job, once, relayed
from inference.occluder import BASELINES, Baseline
from inference.occlusion import OcclusionSpec, Sweep, default_spec, occlusion_sweep
from inference.pictures.explanation import Explanation, Health

Answering = Job[Explanation | None, Explanation]

hires_spec = partial(GradCamSpec, equation="hirescam")
layer_spec = partial(GradCamSpec, equation="layercam")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a method is asked about.

    Attributes:
        classifier: The network.
        prepared: The photo as it sees it.
        engine: Makes the network's gradients, or returns them.
    """

    classifier: Classifier
    prepared: PreparedInput
    engine: Callable[[], GradCam]


@dataclass(frozen=True, slots=True)
class OcclusionWish:
    """What is asked of occlusion; sizes that are None follow the input's.

    Attributes:
        target: Which number's drop is drawn.
        mask: Side of the mask, in input pixels.
        stride: Step between places, in input pixels.
        baseline: What stands in covered places.
        clip: Whether masks are clipped at the border.
    """

    target: Target = LEADING_PROBABILITY
    mask: Size | None = None
    stride: Size | None = None
    baseline: Baseline = BASELINES["gray"]
    clip: bool = True


def cam(asked: Asked, spec: GradCamSpec) -> Answering:
    """Weighs a layer by its gradients."""
    return once(lambda: of_cam(asked.engine().explain(asked.prepared, spec)))


def of_cam(found: GradCamMap) -> Explanation:
    """Returns a map of Grad-CAM, or of its kin, as what any method answers."""
    share = {"positive_share": found.positive_share}
    return Explanation(
        method=found.spec.equation,
        target=found.spec.target,
        score=found.explained.score,
        prediction=found.explained.prediction,
        heatmap=found.heatmap,
        health=Health(found.health, found.diagnosis is None, share),
        settings={
            "layer": found.layer.name,
            "layer_is_automatic": found.is_automatic,
            "relu": not found.spec.is_signed,
        },
        done=1,
    )


def score_cam(asked: Asked, spec: cams.ScoreCamSpec) -> Answering:
    """Shows the photo through each feature map."""
    return cams.score_cam(asked.classifier, asked.prepared, spec)


def integrated(asked: Asked, spec: at_pixels.IntegratedSpec) -> Answering:
    """Adds the gradient up from a blank photo."""
    return at_pixels.integrated_gradients(asked.engine(), asked.prepared, spec)


def smooth(asked: Asked, spec: at_pixels.SmoothSpec) -> Answering:
    """Averages the gradient over noisy copies."""
    return at_pixels.smooth_gradients(asked.engine(), asked.prepared, spec)


def rise(asked: Asked, spec: masking.RiseSpec) -> Answering:
    """Shows the photo through random grids."""
    return masking.rise(asked.classifier, asked.prepared, spec)


def lime(asked: Asked, spec: masking.LimeSpec) -> Answering:
    """Fits a straight line to the score of patterns."""
    return masking.lime(asked.classifier, asked.prepared, spec)


def rolled_out(asked: Asked, spec: AttentionSpec) -> Answering:
    """Follows attention through all blocks."""
    return once(rollout, asked.classifier, asked.prepared, spec)


def gradient_attention(asked: Asked, spec: AttentionSpec) -> Answering:
    """Follows attention where it raises the score."""
    return once(lambda: weighed_attention(asked.engine(), asked.prepared, spec))


def occlusion(asked: Asked, wish: OcclusionWish) -> Answering:
    """Covers one place after another."""
    prepared, usual = asked.prepared, default_spec(asked.prepared.size)
    spec = OcclusionSpec(
        wish.mask or usual.mask_size,
        wish.stride or usual.stride,
        wish.baseline,
        wish.clip,
    )
    prediction = asked.classifier.predict_input(prepared)
    target = wish.target.settled(prediction.top_index)
    job = occlusion_sweep(asked.classifier, prepared, spec, target=target.class_index)
    made = partial(of_sweep, target=target)
    return made((yield from relayed(job, made)))


def of_sweep(sweep: Sweep, target: Target) -> Explanation:
    """Returns a sweep's map as what any method answers."""
    spec = sweep.spec
    settings: dict[str, Any] = {
        "mask": list(spec.mask_size),
        "stride": list(spec.stride),
        "baseline": spec.baseline.name,
    }
    heatmap = sweep.heatmap(target)
    share = float((heatmap.values > 0).mean())
    health = Sentence(
        "{share} of the places speak for the class.",
        share=Sentence("{share:.0f} %", share=100 * share),
    )
    return Explanation(
        method="occlusion",
        target=target,
        score=sweep.reference_score(target),
        prediction=sweep.reference,
        heatmap=replace(heatmap, made=spec.words),
        health=Health(health, share > 0, {"positive_share": share}),
        settings=settings,
        done=sweep.done,
        of=partial(of_sweep, sweep),
    )
