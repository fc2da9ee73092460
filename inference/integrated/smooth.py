"""SmoothGrad: the gradient averaged over noisy copies of the photo.

D. Smilkov and others: "SmoothGrad: removing noise by adding noise", 2017, section 3.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

import numpy as np

from inference.classifier import LEADING_LOGIT, PreparedInput, Target
from inference.errors import Sentence, SpecError
from inference.geometry import Doubles, Floats
from inference.gradcam import GradCam, input_gradients
from inference.integrated.integrated import Way, ends
from inference.integrated.pixels import Colors, drawn, of_pixels
from inference.jobs import Job, Progress
from inference.numbers import is_number
from inference.occluder import BASELINES, Baseline
from inference.pictures.explanation import Explanation, Health

Averaged = Literal["gradient", "integrated"]

MOST_NOISE = 100.0
"""Of which nothing of the photo is left."""

_SOUND_NOISE = 0.5  # of the map's own size


@dataclass(frozen=True, slots=True)
class SmoothSpec:
    """What is asked of SmoothGrad.

    Attributes:
        target: Which number's gradient is averaged.
        samples: Noisy copies.
        noise: Standard deviation, as a share of the input's range; 0 to `MOST_NOISE`.
        averaged: What is averaged: the gradient, or integrated gradients.
        colors: How the colours of a pixel become one number.
        baseline: The blank photo of integrated gradients.
        steps: Of integrated gradients.
        seed: Of the noise.

    Raises:
        SpecError: A number cannot work.
    """

    target: Target = LEADING_LOGIT
    samples: int = 25
    noise: float = 0.15
    averaged: Averaged = "gradient"
    colors: Colors = "magnitude"
    baseline: Baseline = BASELINES["black"]
    steps: int = 50
    seed: int = 0

    def __post_init__(self) -> None:
        is_noise = is_number(self.noise, MOST_NOISE) and self.noise >= 0
        if self.samples < 1 or self.steps < 1 or self.seed < 0 or not is_noise:
            raise SpecError(
                "SmoothGrad needs at least one sample and one step, noise from 0 to "
                "{most:.0f} and a seed from 0 on.",
                most=MOST_NOISE,
            )


def smooth_gradients(
    engine: GradCam, prepared: PreparedInput, spec: SmoothSpec
) -> Job[Explanation, Explanation]:
    """Averages the gradient over noisy copies of a photo.

        M = 1/n Σ ∂y/∂x (x + N(0, σ²)),  σ = noise · (max x − min x)

    Args:
        engine: The network's gradients.
        prepared: The photo.
        spec: What is asked.

    Yields:
        The map of the copies so far.

    Raises:
        UnsupportedOperatorError: The twin lacks operators.
    """
    prediction = engine.classifier.predict_input(prepared)
    spec = replace(spec, target=spec.target.settled(prediction.top_index))
    photo, blank = ends(engine, prepared, spec.baseline)
    random, deviation = np.random.default_rng(spec.seed), spec.noise * np.ptp(photo)
    total = squares = np.zeros(photo.shape)

    def answer(done: int) -> Explanation:
        mean = total / done
        values = of_pixels(mean, engine.classifier, spec.colors)
        name = spec.target.name(prediction.labels)
        return Explanation(
            method="smoothgrad",
            target=spec.target,
            score=prediction.number(spec.target),
            prediction=prediction,
            heatmap=drawn(
                values,
                Sentence("SmoothGrad of the {score}", score=name),
                prepared=prepared,
                target=spec.target,
                colors=spec.colors,
                made=Sentence("{n} noisy copies", n=done),
            ),
            health=_health(mean, squares, done),
            settings=_settings(spec),
            done=done,
        )

    for done in range(1, spec.samples + 1):
        noise = random.normal(0, deviation, photo.shape) if deviation else 0
        found = _gradient(engine, (photo + noise).astype(np.float32), blank, spec)
        total, squares = total + found, squares + found**2
        yield Progress(done, spec.samples, answer(done))
    return answer(spec.samples)


def _gradient(
    engine: GradCam, photo: Floats, blank: Floats, spec: SmoothSpec
) -> Doubles:
    """Returns the gradient of one copy, or its integrated gradients."""
    if spec.averaged == "gradient":
        _, found = input_gradients(engine, photo[np.newaxis], spec.target)
        return np.asarray(found[0], np.float64)
    way = Way(blank, photo, spec.steps)
    for _ in way.added_up(partial(input_gradients, engine, target=spec.target)):
        pass
    return way.attributions


def _health(mean: Doubles, squares: Doubles, count: int) -> Health:
    """Says how far another draw of the noise would move the map."""
    variance = np.maximum(squares / count - mean**2, 0) / max(count - 1, 1)
    size = float(np.sqrt((mean**2).sum()))
    moved = float(np.sqrt(variance.sum())) / size if size else 0.0
    if count == 1:
        return Health(Sentence("One copy: how far noise moves the map is not known."))
    sentence = Sentence(
        "Noise alone moves the map by {share}.",
        share=Sentence("{share:.0f} %", share=100 * moved),
    )
    return Health(sentence, moved <= _SOUND_NOISE, {"noise": moved})


def _settings(spec: SmoothSpec) -> dict[str, object]:
    """Returns what it was told, for JSON."""
    told: dict[str, object] = {
        "samples": spec.samples,
        "noise": spec.noise,
        "averaged": spec.averaged,
        "colors": spec.colors,
        "seed": spec.seed,
    }
    if spec.averaged == "integrated":
        told |= {"baseline": spec.baseline.name, "steps": spec.steps}
    return told
