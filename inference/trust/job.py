"""How far a map can be trusted: one job that answers with numbers and a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from inference.classifier import Classifier, PreparedInput
from inference.geometry import Floats
from inference.gradcam import GradCam, GradCamSpec
from inference.jobs import Job
from inference.pictures.explanation import Explanation
from inference.trust.contest import contest
from inference.trust.curves import STEPS, stepped
from inference.trust.patience import PATIENCE, within
from inference.trust.randomised import randomised
from inference.trust.rank import rank_correlation
from inference.trust.record import (
    OTHER_SKIPPED,
    STABILITY_SKIPPED,
    WEIGHTS_SKIPPED,
    WEIGHTS_TOO_LONG,
    Trust,
)

NOISE = 0.02  # of the range of pixel values

Explaining = Callable[[PreparedInput], Job[Explanation | None, Explanation]]


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
        question: What was asked, with its class settled. Where it weighs a layer by
            its gradients, the weights are drawn anew, too.
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
    return (yield from _redrawn(known, prepared, spec, question, engine))


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
    question: object,
    engine: Callable[[], GradCam],
) -> Job[Trust, Trust]:
    """Draws the weights anew, where the method weighs a layer by its gradients."""
    if not isinstance(question, GradCamSpec):
        return known.without(WEIGHTS_SKIPPED)
    job = randomised(engine(), prepared, question)
    found = yield from within(spec.patience, job, lambda _: known)
    if found is None:
        return known.without(WEIGHTS_TOO_LONG)
    return replace(known, randomised=found)


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
