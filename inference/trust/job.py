"""How far a map can be trusted: one job that answers with numbers and a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import numpy as np

from inference.classifier import Classifier, PreparedInput
from inference.errors import UnsupportedOperatorError
from inference.geometry import Floats
from inference.gradcam import GradCam, GradCamSpec
from inference.integrated import IntegratedSpec, SmoothSpec
from inference.jobs import Job
from inference.pictures.explanation import Explanation
from inference.trust.contest import contest
from inference.trust.curves import STEPS, stepped
from inference.trust.patience import PATIENCE, within
from inference.trust.randomised import Randomised, randomised, randomised_method
from inference.trust.rank import rank_correlation
from inference.trust.record import (
    OTHER_SKIPPED,
    STABILITY_SKIPPED,
    WEIGHTS_LACKING,
    WEIGHTS_SKIPPED,
    WEIGHTS_TOO_LONG,
    Trust,
)

NOISE = 0.02  # of the range of pixel values

_AT_PIXELS = (IntegratedSpec, SmoothSpec)
_WEIGHED = "gradient-attention"


class Explaining(Protocol):
    """Makes the map of a question for another input, or by other gradients."""

    def __call__(
        self, prepared: PreparedInput, *, engine: Callable[[], GradCam] = ...
    ) -> Job[Explanation | None, Explanation]:
        """Makes it."""


@dataclass(frozen=True, slots=True)
class TrustSpec:
    """What is asked.

    Attributes:
        steps: Of the curves.
        seed: Of the maps of chance and of noise.
        patience: What any part besides the curves may take; longer ones are left out
            [seconds].
    """

    steps: int = STEPS
    seed: int = 0
    patience: float = PATIENCE


def passes_needed(prepared: PreparedInput, spec: TrustSpec) -> int:
    """Returns how many forward passes the curves of a map and its rivals take."""
    pixels = prepared.size.height * prepared.size.width
    return 22 * 2 * len(stepped(pixels, spec.steps))


def trust(
    classifier: Classifier,
    prepared: PreparedInput,
    found: Explanation,
    spec: TrustSpec,
    *,
    explaining: Explaining,
    other: PreparedInput,
    question: object,
    engine: Callable[[], GradCam],
) -> Job[Trust | None, Trust]:
    """Measures how far a map can be trusted.

    What would take longer than `spec.patience` is left out, and said.

    Args:
        classifier: The network.
        prepared: The photo.
        found: Its map.
        spec: How finely.
        explaining: Makes the same map of another input, of the same class.
        other: Another photo, whose map is a rival.
        question: What was asked, with its class settled. Where its method takes
            gradients, the weights are drawn anew, too.
        engine: Makes the network's gradients, or returns them.

    Yields:
        What is known so far; None at first.
    """
    own = on_input(found, prepared)
    foreign = yield from within(spec.patience, explaining(other), lambda _: None)
    curves, rivals = yield from contest(
        classifier,
        prepared,
        found.target,
        own,
        foreign=None if foreign is None else on_input(foreign, other),
        steps=spec.steps,
        seed=spec.seed,
    )
    known = Trust(found, curves, rivals)
    if foreign is None:
        known = known.without(OTHER_SKIPPED)
    known = yield from _stability(known, prepared, own, spec, explaining)
    asked = question, explaining
    known = yield from _redrawn(known, prepared, spec, asked, engine)
    return replace(known, is_whole=True)


def _stability(
    known: Trust,
    prepared: PreparedInput,
    own: Floats,
    spec: TrustSpec,
    explaining: Explaining,
) -> Job[Trust, Trust]:
    """Asks again with the photo flipped, and under noise."""
    flipped = _flipped(prepared)
    again = yield from within(spec.patience, explaining(flipped), lambda _: known)
    if again is None:
        return known.without(STABILITY_SKIPPED)
    mirrored = on_input(again, flipped)[:, ::-1]
    known = replace(known, flipped=rank_correlation(own, mirrored))
    noisy = _noisy(prepared, spec.seed)
    again = yield from within(spec.patience, explaining(noisy), lambda _: known)
    if again is None:
        return known.without(STABILITY_SKIPPED)
    return replace(known, noisy=rank_correlation(own, on_input(again, noisy)))


def _redrawn(
    known: Trust,
    prepared: PreparedInput,
    spec: TrustSpec,
    asked: tuple[object, Explaining],
    engine: Callable[[], GradCam],
) -> Job[Trust, Trust]:
    """Draws the weights anew, where the method takes gradients."""
    question, explaining = asked
    if not _takes_gradients(known.of, question):
        return known.without(WEIGHTS_SKIPPED)
    try:
        job = _randomising(known, prepared, question, explaining, engine())
        told = partial(_with_weights, known)
        found = yield from within(spec.patience, job, told)
    except UnsupportedOperatorError:
        return known.without(WEIGHTS_LACKING)
    if found is None:
        return known.without(WEIGHTS_TOO_LONG)
    return _with_weights(known, found)


def _with_weights(known: Trust, found: Randomised) -> Trust:
    return replace(known, randomised=found)


def _takes_gradients(found: Explanation, question: object) -> bool:
    is_attention = found.method == _WEIGHED
    return is_attention or isinstance(question, (GradCamSpec, *_AT_PIXELS))


def _randomising(
    known: Trust,
    prepared: PreparedInput,
    question: object,
    explaining: Explaining,
    engine: GradCam,
) -> Job[Randomised, Randomised]:
    if isinstance(question, GradCamSpec):
        return randomised(engine, prepared, question)

    def again(other: GradCam) -> Job[object, Floats]:
        found = yield from explaining(prepared, engine=lambda: other)
        return found.heatmap.values

    return randomised_method(engine, known.of.heatmap.values, again)


def on_input(found: Explanation, prepared: PreparedInput) -> Floats:
    """Returns a map as large as the network's input, (h, w)."""
    whole = prepared.whole
    heatmap = replace(found.heatmap, seen=whole)
    return heatmap.enlarged(prepared.size, "bilinear")


def _flipped(prepared: PreparedInput) -> PreparedInput:
    mirrored = np.ascontiguousarray(prepared.pixels[:, ::-1])
    return replace(prepared, pixels=mirrored)


def _noisy(prepared: PreparedInput, seed: int) -> PreparedInput:
    random = np.random.default_rng(seed)
    noise = random.normal(0, NOISE * 255, prepared.pixels.shape)
    pixels = np.clip(np.rint(prepared.pixels + noise), 0, 255).astype(np.uint8)
    return replace(prepared, pixels=pixels)
