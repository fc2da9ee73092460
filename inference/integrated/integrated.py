"""Integrated gradients: the gradient added up from a blank photo to this one.

M. Sundararajan, A. Taly, Q. Yan: "Axiomatic Attribution for Deep Networks", ICML 2017,
section 3.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from inference.classifier import LEADING_LOGIT, PreparedInput, Target, scores
from inference.errors import Sentence, SpecError
from inference.geometry import Array, Doubles, Floats
from inference.gradcam import GradCam, input_gradients
from inference.integrated.pixels import Colors, drawn, of_pixels
from inference.jobs import Job, Progress
from inference.occluder import BASELINES, Baseline
from inference.pictures.explanation import Explanation, Health

_SOUND_ERROR = 0.05  # of the change of the score
_TOGETHER = 8  # steps share a pass

Gradients = Callable[[Array], tuple[Doubles, Floats]]


@dataclass(frozen=True, slots=True)
class IntegratedSpec:
    """What is asked of integrated gradients.

    Attributes:
        target: Which number's gradient is added up.
        baseline: The blank photo.
        steps: At how many points of the way the gradient is taken.
        colors: How the colours of a pixel become one number.

    Raises:
        SpecError: There are no steps.
    """

    target: Target = LEADING_LOGIT
    baseline: Baseline = BASELINES["black"]
    steps: int = 50
    colors: Colors = "summed"

    def __post_init__(self) -> None:
        if self.steps < 1:
            raise SpecError("Integrated gradients need at least one step.")


@dataclass(slots=True, eq=False)
class Way:
    """The straight way from a blank input to another, and the gradient along it.

    Attributes:
        start: The blank input (...).
        end: The other one (...).
        steps: Points of Gauss and Legendre's rule.
        done: Points that were added up.
        total: Weighed sum of the gradients there.
    """

    start: Floats
    end: Floats
    steps: int
    done: int = 0
    total: Doubles | float = 0.0

    def added_up(self, gradients: Gradients) -> Iterator[int]:
        """Adds up the gradient; yields how many points are done."""
        nodes, weights = np.polynomial.legendre.leggauss(self.steps)
        places = ((nodes + 1) / 2).astype(np.float32)
        while self.done < self.steps:
            some = slice(self.done, self.done + _TOGETHER)
            share = places[some].reshape(-1, *[1] * self.start.ndim)
            _, found = gradients(self.start + share * (self.end - self.start))
            for weight, gradient in zip(weights[some], found, strict=True):
                self.total = self.total + weight / 2 * gradient.astype(np.float64)
            self.done += len(share)
            yield self.done

    @property
    def attributions(self) -> Doubles:
        """What each number of the input has added to the score, (...)."""
        return np.asarray((self.end - self.start) * self.total, np.float64)


def integrated_gradients(
    engine: GradCam, prepared: PreparedInput, spec: IntegratedSpec
) -> Job[None, Explanation]:
    """Adds the gradient up from a blank photo to this one.

        a = (x − x') · ∫ ∂y/∂x (x' + t (x − x')) dt,  Σ a = y(x) − y(x')

    Args:
        engine: The network's gradients.
        prepared: The photo.
        spec: What is asked.

    Raises:
        UnsupportedOperatorError: The twin lacks operators.
    """
    prediction = engine.classifier.predict_input(prepared)
    spec = replace(spec, target=spec.target.settled(prediction.top_index))
    gradients = partial(input_gradients, engine, target=spec.target)
    end, start = ends(engine, prepared, spec.baseline)
    way = Way(start, end, spec.steps)
    for done in way.added_up(gradients):
        yield Progress(done, spec.steps, None)
    score, blank = prediction.number(spec.target), _score(engine, start, spec.target)
    attributions = way.attributions
    name = spec.target.name(prediction.labels)
    made = Sentence(
        "{n} steps from a {name} photo", n=spec.steps, name=spec.baseline.words
    )
    heatmap = drawn(
        of_pixels(attributions, engine.classifier, spec.colors),
        Sentence("Integrated gradients of the {score}", score=name),
        prepared=prepared,
        target=spec.target,
        colors=spec.colors,
        made=made,
    )
    return Explanation(
        method="integrated-gradients",
        target=spec.target,
        score=score,
        prediction=prediction,
        heatmap=heatmap,
        health=_health(float(attributions.sum()), score - blank),
        settings=_settings(spec),
        done=spec.steps,
    )


def _settings(spec: IntegratedSpec) -> dict[str, object]:
    """Returns what it was told, for JSON."""
    told = {"steps": spec.steps, "colors": spec.colors}
    return {"baseline": spec.baseline.name, **told}


def ends(
    engine: GradCam, prepared: PreparedInput, baseline: Baseline
) -> tuple[Floats, Floats]:
    """Returns the photo and a blank one as the network is fed them, (...) float32."""
    fill = np.broadcast_to(baseline.filling(prepared), prepared.pixels.shape)
    pair = (engine.classifier.tensor(pixels) for pixels in (prepared.pixels, fill))
    photo, blank = (tensor.astype(np.float32) for tensor in pair)
    return photo, blank


def _score(engine: GradCam, fed: Floats, target: Target) -> float:
    """Returns the score of an input (...) as the network itself gives it."""
    classifier = engine.classifier
    inputs = fed[np.newaxis].astype(classifier.spec.input.dtype)
    return float(scores(classifier.logits(inputs), target, classifier.activation)[0])


def _health(summed: float, change: float) -> Health:
    """Says how well the parts add up to the whole (completeness)."""
    error = abs(summed - change) / abs(change) if change else float(summed != 0)
    is_sound = error <= _SOUND_ERROR
    share = (
        Sentence("{share:.1f} %", share=100 * error)
        if error >= 5e-4
        else Sentence("<0.1 %")
    )
    sentence = (
        Sentence("Adds up to the score within {share}.", share=share)
        if is_sound
        else Sentence("Misses the score by {share}: take more steps.", share=share)
    )
    measures = {"completeness_error": error, "summed": summed, "change": change}
    return Health(sentence, is_sound, measures)
