"""How far a map can be trusted: one job that answers with numbers and a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from inference.classifier import Classifier, PreparedInput, Quantity
from inference.errors import Sentence
from inference.geometry import Floats
from inference.gradcam import GradCam, GradCamSpec
from inference.jobs import Job, relayed
from inference.pictures.explanation import Explanation
from inference.trust.curves import (
    STEPS,
    deletion_insertion,
    order_of,
    stepped,
)
from inference.trust.randomised import randomised
from inference.trust.rank import rank_correlation
from inference.trust.record import WEIGHTS_SKIPPED, Trust
from inference.trust.rivals import Rival, own_rivals, shared_rivals

NOISE = 0.02  # of the range of pixel values

Explaining = Callable[[PreparedInput], Job[Explanation | None, Explanation]]


@dataclass(frozen=True, slots=True)
class TrustSpec:
    """What is asked.

    Attributes:
        steps: Of the curves.
        seed: Of the maps of chance and of noise.
    """

    steps: int = STEPS
    seed: int = 0


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

    The curves follow the probability of its class, whatever it explains.

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
    foreign = yield from relayed(explaining(other), lambda _: None)
    rivals = (
        *own_rivals(own),
        Rival(Sentence("another photo's map"), on_input(foreign, other)),
        *shared_rivals(prepared.size, spec.seed),
    )
    followed = replace(found.target, quantity=Quantity.PROBABILITY)
    orders = [order_of(own), *(order_of(rival.values) for rival in rivals)]
    names = [rival.name for rival in rivals]
    job = deletion_insertion(classifier, prepared, followed, orders, steps=spec.steps)
    curves = yield from relayed(job, lambda _: None)
    rest = tuple(zip(names, curves[1:], strict=True))
    skipped = () if isinstance(question, GradCamSpec) else (WEIGHTS_SKIPPED,)
    known = Trust(found, curves[0], rest, skipped=skipped)
    flipped = _flipped(prepared)
    again = yield from relayed(explaining(flipped), lambda _: known)
    mirrored = on_input(again, flipped)[:, ::-1]
    known = replace(known, flipped=rank_correlation(own, mirrored))
    noisy = _noisy(prepared, spec.seed)
    again = yield from relayed(explaining(noisy), lambda _: known)
    known = replace(known, noisy=rank_correlation(own, on_input(again, noisy)))
    if isinstance(question, GradCamSpec):
        redrawing = randomised(engine(), prepared, question)
        result = yield from relayed(redrawing, lambda _: known)
        known = replace(known, randomised=result)
    return known


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
