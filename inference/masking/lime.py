"""LIME: covers patterns of squares and fits a straight line to the score.

M. T. Ribeiro, S. Singh, C. Guestrin: "Why Should I Trust You?", KDD 2016, section 3,
with squares for segments. Libraries disagree in what the paper leaves open, so every
setting is a part of the answer.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from inference.classifier import (
    LEADING_PROBABILITY,
    Classifier,
    Prediction,
    PreparedInput,
    Target,
    scores,
)
from inference.errors import Sentence, SpecError
from inference.geometry import Doubles, Floats, Size
from inference.jobs import Job, Progress
from inference.masking.told import told
from inference.numbers import is_number
from inference.occluder import BASELINES, Baseline, Masks, Occluder
from inference.pictures.explanation import Explanation, Health
from inference.pictures.heatmap import over_input

MOST_SAMPLES = 100_000
"""Whose answers are kept in memory."""

_SOUND_SHARE = 0.5  # of the changes that the line explains

Patterns = NDArray[np.bool_]  # (N, F): whether a square is kept


@dataclass(frozen=True, slots=True)
class LimeSpec:
    """What is asked of LIME.

    Attributes:
        target: Which number the line is fitted to.
        squares: Down and across.
        samples: Patterns.
        baseline: What covers squares.
        width: Of the kernel that weighs patterns by how near they are to the photo.
        ridge: How strongly weights are drawn to nought.
        seed: Of the patterns.

    Raises:
        SpecError: A number cannot work.
    """

    target: Target = LEADING_PROBABILITY
    squares: int = 7
    samples: int = 2048
    baseline: Baseline = BASELINES["gray"]
    width: float = 0.25
    ridge: float = 1.0
    seed: int = 0

    def __post_init__(self) -> None:
        if self.squares < 2 or self.samples < 2 or self.seed < 0:
            raise SpecError(
                "LIME needs at least 2 × 2 squares, 2 samples and a seed from 0 on."
            )
        if self.samples > MOST_SAMPLES:
            raise SpecError(
                "LIME fits {most:,} samples at the most, not {n:,}.",
                most=MOST_SAMPLES,
                n=self.samples,
            )
        if not (_is_from_0(self.width) and self.width and _is_from_0(self.ridge)):
            raise SpecError("LIME needs a positive kernel width and a ridge from 0 on.")


def _is_from_0(value: float) -> bool:
    return is_number(value) and value >= 0


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A straight line through the scores of patterns.

    Attributes:
        weights: (F,) how much each square adds when it is kept.
        start: The score with nothing kept.
        explained: The share of the (weighed) changes of the score that it explains.
    """

    weights: Doubles
    start: float
    explained: float


def fitted(patterns: Patterns, found: Doubles, spec: LimeSpec) -> Line:
    """Fits a line by ridge regression, the near patterns weighing most.

        π = exp(−d² / width²),  d = 1 − cos(pattern, photo)
        (Xᵀ Π X + ridge · 1) w = Xᵀ Π y,  X and y less their weighed means

    Args:
        patterns: (N, F).
        found: (N,) scores.
        spec: Width and ridge.
    """
    distance = 1 - np.sqrt(patterns.mean(axis=1))
    near = np.exp(-((distance / spec.width) ** 2))
    mean = np.average(patterns, axis=0, weights=near)
    middle = float(np.average(found, weights=near))
    moved: Doubles = patterns - mean
    changes = found - middle
    left = (moved.T * near) @ moved + spec.ridge * np.eye(patterns.shape[1])
    right = moved.T @ (near * changes)
    weights = np.linalg.lstsq(left, right, rcond=None)[0]  # few samples, no ridge
    missed = float(near @ (changes - moved @ weights) ** 2)
    whole = float(near @ changes**2)
    explained = 1 - missed / whole if whole else 0.0
    return Line(weights, middle - float(mean @ weights), explained)


def drawn_patterns(spec: LimeSpec) -> Patterns:
    """Returns the patterns (N, F): the photo itself, then each square kept or not."""
    random = np.random.default_rng(spec.seed)
    patterns = random.random((spec.samples, spec.squares**2)) < 1 / 2
    patterns[0] = True
    return patterns


def lime(
    classifier: Classifier,
    prepared: PreparedInput,
    spec: LimeSpec,
    *,
    batch_size: int | None = None,
) -> Job[None, Explanation]:
    """Covers patterns of squares and fits a line to the score.

    Args:
        classifier: The network.
        prepared: The photo as it sees it.
        spec: What is asked.
        batch_size: Patterns per forward pass; None finds the fastest.

    Raises:
        SpecError: There are more squares than pixels.
    """
    size, prediction = prepared.size, classifier.predict_input(prepared)
    if min(size) < spec.squares:
        raise SpecError(
            "An input of {size} pixels cannot be cut into {n} × {n} squares.",
            size=size,
            n=spec.squares,
        )
    spec = replace(spec, target=spec.target.settled(prediction.top_index))
    patterns, fill = drawn_patterns(spec), spec.baseline.filling(prepared)
    occluder = Occluder(
        classifier, prepared.pixels, fill, batch_size=batch_size, shortcuts=False
    )
    found: list[Floats] = []
    done = 0
    with closing(occluder.each(_covering(patterns, spec, occluder, size))) as coming:
        for some, logits in coming:
            found.append(logits)
            done += some
            yield Progress(done, spec.samples, None)
    ask = _Asked(spec, prepared, prediction, patterns, tuple(found))
    return ask.explanation(spec.target)


def _covering(
    patterns: Patterns, spec: LimeSpec, occluder: Occluder, size: Size
) -> Iterator[tuple[int, Masks]]:
    """Yields patterns (N, F) in batches: how many, and what they cover."""
    done = 0
    while done < len(patterns):
        some = patterns[done : done + occluder.batch_size]
        done += len(some)
        yield len(some), Masks.of_pixels(~_spread(some, spec, size))


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """Patterns and their logits, from which any target's line follows."""

    spec: LimeSpec
    prepared: PreparedInput
    prediction: Prediction
    patterns: Patterns
    logits: Sequence[Floats]

    def explanation(self, target: Target) -> Explanation:
        """Returns the map of a target."""
        target = target.settled(self.prediction.top_index)
        numbers = [self._scores(target, some) for some in self.logits]
        line = fitted(self.patterns, np.concatenate(numbers), self.spec)
        side = self.spec.squares
        name = target.name(self.prediction.labels)
        heatmap = over_input(
            line.weights.reshape(side, side).astype(np.float32),
            self.prepared,
            target,
            title=Sentence("LIME of the {score}", score=name),
            meaning=Sentence("positive: the square speaks for the class"),
            is_difference=True,
            in_blue_red=Sentence(
                "red: the square speaks for the class · blue: against it"
            ),
            made=_words(self.spec),
        )
        again: Callable[[Target], Explanation] = partial(_Asked.explanation, self)
        return Explanation(
            method="lime",
            target=target,
            score=self.prediction.number(target),
            prediction=self.prediction,
            heatmap=heatmap,
            health=_health(line),
            settings=told(self.spec),
            done=len(self.patterns),
            of=again,
        )

    def _scores(self, target: Target, logits: Floats) -> Doubles:
        return scores(logits, target, self.prediction.activation)


def _spread(patterns: Patterns, spec: LimeSpec, size: Size) -> NDArray[np.bool_]:
    """Returns which pixels patterns (B, F) keep, (B, h, w)."""
    side = spec.squares
    rows, cols = (np.arange(length) * side // length for length in size)
    grids = patterns.reshape(-1, side, side)
    return grids[:, rows[:, np.newaxis], cols]


def _health(line: Line) -> Health:
    share = Sentence("{share:.0f} %", share=100 * max(line.explained, 0))
    is_sound = line.explained >= _SOUND_SHARE
    sentence = (
        Sentence("The line explains {share} of the changes.", share=share)
        if is_sound
        else Sentence(
            "The line explains only {share} of the changes: do not read single "
            "squares.",
            share=share,
        )
    )
    measures = {"r_squared": line.explained, "intercept": line.start}
    return Health(sentence, is_sound, measures)


def _words(spec: LimeSpec) -> Sentence:
    return Sentence(
        "{n} × {n} squares, {samples:,} samples, baseline {name}, kernel {width}, "
        "ridge {ridge}, seed {seed}",
        n=spec.squares,
        samples=spec.samples,
        name=spec.baseline.words,
        width=spec.width,
        ridge=spec.ridge,
        seed=spec.seed,
    )
