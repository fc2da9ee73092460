"""What methods cost: passes, gradients, and how long these take."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from inference.attention import AttentionSpec
from inference.classifier import Classifier, PreparedInput
from inference.errors import InferenceError
from inference.geometry import Size
from inference.gradcam import (
    GradCam,
    GradCamSpec,
    ScoreCamSpec,
    input_gradients,
    score_cam_layer,
)
from inference.integrated import IntegratedSpec, SmoothSpec
from inference.masking import LimeSpec, RiseSpec
from inference.methods.running import OcclusionWish
from inference.occluder import BASELINES, Masks, Occluder
from inference.occlusion import (
    OcclusionSpec,
    SweepGrid,
    default_spec,
    seconds_per_place,
)

_TOGETHER = 4  # places of a batch that is timed
_BACK = 3  # times as long as a pass a gradient takes, about, where none was timed


@dataclass(frozen=True, slots=True)
class Speeds:
    """How long things take with a network, in seconds.

    Attributes:
        place: A place of a sweep, by the way that it takes.
        one_pass: A forward pass.
        gradient: A pass forward and back; 0 where that was not measured.
    """

    place: float
    one_pass: float
    gradient: float = 0.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What a map costs.

    Attributes:
        passes: Forward passes.
        gradients: Passes forward and back.
        places: Of a sweep.
    """

    passes: int = 0
    gradients: int = 0
    places: int = 0

    def seconds(self, speeds: Speeds) -> float:
        """Returns how long that takes."""
        gradient = speeds.gradient or _BACK * speeds.one_pass
        return (
            self.passes * speeds.one_pass
            + self.gradients * gradient
            + self.places * speeds.place
        )


def cost(question: Any, size: Size, channels: int = 0) -> Cost:
    """Returns what the map of a question costs.

    Args:
        question: What `Method.question` made.
        size: Of the network's input.
        channels: Of the layer that Score-CAM takes.
    """
    return _COSTS[type(question)](question, size, channels)


def _of_score_cam(spec: ScoreCamSpec, _: Size, channels: int) -> Cost:
    return Cost(min(spec.channels or channels, channels) + 1)


def _of_smooth(spec: SmoothSpec, *_: object) -> Cost:
    each = spec.steps if spec.averaged == "integrated" else 1
    return Cost(gradients=spec.samples * each)


def _of_sweep(wish: OcclusionWish, size: Size, _: int) -> Cost:
    usual = default_spec(size)
    spec = OcclusionSpec(wish.mask or usual.mask_size, wish.stride or usual.stride)
    return Cost(places=SweepGrid(size, spec).count)


_COSTS: Mapping[type, Callable[..., Cost]] = {
    GradCamSpec: lambda *_: Cost(gradients=1),
    ScoreCamSpec: _of_score_cam,
    IntegratedSpec: lambda spec, *_: Cost(gradients=spec.steps),
    SmoothSpec: _of_smooth,
    RiseSpec: lambda spec, *_: Cost(spec.masks),
    LimeSpec: lambda spec, *_: Cost(spec.samples),
    AttentionSpec: lambda *_: Cost(gradients=1),
    OcclusionWish: _of_sweep,
}


def score_cam_channels(classifier: Classifier, spec: ScoreCamSpec) -> int:
    """Returns how many channels Score-CAM has to show; 0 where it has no layer."""
    try:
        return score_cam_layer(classifier, spec).channels
    except InferenceError:
        return 0


def measured_speeds(
    classifier: Classifier,
    prepared: PreparedInput,
    engine: GradCam | None,
    known: Speeds | None = None,
) -> Speeds:
    """Measures how long things take, each by its fastest warm batch of three.

    Args:
        classifier: The network.
        prepared: A photo.
        engine: Its gradients, where they are to be timed.
        known: What was measured without them.
    """
    speeds = known or Speeds(
        seconds_per_place(classifier, prepared), _pass(classifier, prepared)
    )
    if engine is None or engine.missing:
        return speeds
    return replace(speeds, gradient=_gradient(engine, prepared))


def _pass(classifier: Classifier, prepared: PreparedInput) -> float:
    fill = BASELINES["gray"].fill(prepared.mean)
    occluder = Occluder(
        classifier, prepared.pixels, fill, batch_size=_TOGETHER, shortcuts=False
    )
    masks = Masks(np.array([[0, 0, 1, 1]] * _TOGETHER, np.int32))
    return _fastest(lambda: occluder.logits(masks)) / _TOGETHER


def _gradient(engine: GradCam, prepared: PreparedInput) -> float:
    classifier = engine.classifier
    target = GradCamSpec().target.settled(classifier.predict_input(prepared).top_index)
    photo = classifier.tensor(prepared.pixels).astype(np.float32)
    inputs = np.repeat(photo[np.newaxis], _TOGETHER, axis=0)
    return _fastest(lambda: input_gradients(engine, inputs, target)) / _TOGETHER


def _fastest(work: Callable[[], object]) -> float:
    work()  # warms up
    times = []
    for _ in range(3):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)
