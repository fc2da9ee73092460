"""RISE: shows the photo through random grids and averages the score.

V. Petsiuk, A. Das, K. Saenko: "RISE: Randomized Input Sampling for Explanation of
Black-box Models", BMVC 2018, section 3.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from inference.classifier import (
    LEADING_PROBABILITY,
    Classifier,
    PreparedInput,
    Target,
    scores,
)
from inference.errors import Sentence, SpecError
from inference.geometry import Doubles, Floats, Size
from inference.jobs import Job, Progress
from inference.masking.grids import RandomGrids
from inference.masking.told import told
from inference.occluder import BASELINES, Baseline, Masks, Occluder
from inference.pictures.explanation import Explanation, Health
from inference.pictures.heatmap import over_input

MOST_CELLS = 1_000
"""Of a grid, down and across: no photo has finer ones that anybody could tell apart."""
_SOUND_ERROR = 0.1  # of the span between the least and the largest value
_DRAWN_EVERY = 4  # batches; drawing a map costs some of one
_MOST_LOGITS = 2**24  # of all masks, kept for other classes


@dataclass(frozen=True, slots=True)
class RiseSpec:
    """What is asked of RISE.

    Attributes:
        target: Which number is averaged.
        masks: How many.
        cells: Of a grid, down and across.
        kept: The share of the cells that is kept, 0 to 1.
        baseline: What covers the rest.
        is_divided: Whether each place is divided by how often it was kept, in place of
            how often it is on average.
        seed: Of the random grids.

    Raises:
        SpecError: A number cannot work.
    """

    target: Target = LEADING_PROBABILITY
    masks: int = 4000
    cells: int = 8
    kept: float = 0.5
    baseline: Baseline = BASELINES["gray"]
    is_divided: bool = False
    seed: int = 0

    def __post_init__(self) -> None:
        if self.masks < 1 or not 1 <= self.cells <= MOST_CELLS or self.seed < 0:
            raise SpecError(
                "RISE needs at least one mask, 1 to {most:,} cells and a seed from 0 "
                "on.",
                most=MOST_CELLS,
            )
        if not 0 < self.kept < 1:
            raise SpecError(
                "RISE cannot keep {share} of the cells: give a share between 0 and 1.",
                share=self.kept,
            )


class _Sums:
    """Sums over masks, (h, w) each.

    Attributes:
        size: Of the input.
        count: Masks.
        scores: Of the scores, each times its mask.
        squares: Of the squares of these.
        kept: Of the masks.
    """

    def __init__(self, size: Size) -> None:
        self.size, self.count = size, 0
        self.scores, self.squares, self.kept = (np.zeros(size) for _ in range(3))

    def add(self, found: Doubles, masks: Floats) -> None:
        """Adds masks (B, h, w) and their scores (B,).

        One by one, while a mask lies in the processor's cache. A product of matrices
        would fight with ONNX Runtime for the cores.
        """
        scored, squares, kept, part = np.zeros((4, *self.size), np.float32)
        for score, mask in zip(found.astype(np.float32), masks, strict=True):
            kept += mask
            scored += np.multiply(mask, score, out=part)
            squares += np.square(part, out=part)
        self.count += len(found)
        self.scores += scored
        self.squares += squares
        self.kept += kept


class _Run:
    """The masks of one photo, and what the network says of each so far.

    Logits of all classes are kept where they are few enough, so that any class is drawn
    from one run.
    """

    def __init__(
        self, classifier: Classifier, prepared: PreparedInput, spec: RiseSpec
    ) -> None:
        self.prepared = prepared
        self.prediction = classifier.predict_input(prepared)
        self.spec = replace(spec, target=spec.target.settled(self.prediction.top_index))
        self.grids = RandomGrids(prepared.size, spec.cells, spec.kept, spec.seed)
        self._sums = _Sums(prepared.size)
        is_kept = spec.masks * len(self.prediction.logits) <= _MOST_LOGITS
        self._logits: list[Floats] | None = [] if is_kept else None

    @property
    def done(self) -> int:
        """How many masks were shown."""
        return self._sums.count

    def add(self, masks: Floats, logits: Floats) -> None:
        """Adds masks (B, h, w) with their logits (B, K)."""
        if self._logits is not None:
            self._logits.append(logits)
        self._sums.add(self._scores(self.spec.target, logits), masks)

    def explanation(self) -> Explanation:
        """Returns the map of the masks so far."""
        kept = self._logits
        drawn = None if kept is None else partial(self._again, tuple(kept))
        return self._drawn(self.spec.target, self._sums, drawn)

    def _again(self, kept: Sequence[Floats], target: Target) -> Explanation:
        """Draws another target from the logits that were kept."""
        target, sums = target.settled(self.prediction.top_index), _Sums(self._sums.size)
        for logits in kept:
            masks = self.grids.masks(range(sums.count, sums.count + len(logits)))
            sums.add(self._scores(target, logits), masks)
        return self._drawn(target, sums, partial(self._again, kept))

    def _scores(self, target: Target, logits: Floats) -> Doubles:
        return scores(logits, target, self.prediction.activation)

    def _drawn(
        self,
        target: Target,
        sums: _Sums,
        of: Callable[[Target], Explanation] | None,
    ) -> Explanation:
        values, error = _averaged(self.spec, sums)
        heatmap = over_input(
            values,
            self.prepared,
            target,
            title=Sentence(
                "RISE of the {score}", score=target.name(self.prediction.labels)
            ),
            meaning=Sentence("high: the score stays where this place is kept"),
            is_exact=sums.count == self.spec.masks,
            counts="differences",
            made=Sentence("{n:,} masks", n=sums.count),
        )
        return Explanation(
            method="rise",
            target=target,
            score=self.prediction.number(target),
            prediction=self.prediction,
            heatmap=heatmap,
            health=_health(values, error),
            settings=told(self.spec),
            done=sums.count,
            error=error,
            of=of,
        )


def rise(
    classifier: Classifier,
    prepared: PreparedInput,
    spec: RiseSpec,
    *,
    batch_size: int | None = None,
) -> Job[Explanation | None, Explanation]:
    """Shows a photo through random grids and averages the score, place by place.

        S = Σ_i score(photo ⊙ M_i) · M_i / (N · p)        (equation 6)

    Memory is that of two batches, and at most 64 MB for the logits of all masks.

    Args:
        classifier: The network.
        prepared: The photo as it sees it.
        spec: What is asked.
        batch_size: Masks per forward pass; None finds the fastest.

    Yields:
        The map of the masks so far, a new one every few batches.
    """
    run = _Run(classifier, prepared, spec)
    fill = spec.baseline.filling(prepared)
    occluder = Occluder(
        classifier, prepared.pixels, fill, batch_size=batch_size, shortcuts=False
    )
    shown, batches = None, 0
    with closing(occluder.each(_covering(run.grids, spec.masks, occluder))) as found:
        for masks, logits in found:
            run.add(masks, logits)
            batches += 1
            if batches % _DRAWN_EVERY == 0:
                shown = run.explanation()
            yield Progress(run.done, spec.masks, shown)
    return run.explanation()


def _covering(
    grids: RandomGrids, count: int, occluder: Occluder
) -> Iterator[tuple[Floats, Masks]]:
    """Yields so many masks in batches (B, h, w), and what each covers."""
    done = 0
    while done < count:
        end = min(done + occluder.batch_size, count)
        masks = grids.masks(range(done, end))
        done = end
        yield masks, Masks.of_shares(1 - masks)


def _averaged(spec: RiseSpec, sums: _Sums) -> tuple[Floats, Floats]:
    """Returns the map and the standard error of each of its values, (h, w)."""
    mean = sums.scores / sums.count
    spread = np.maximum(sums.squares / sums.count - mean**2, 0)
    share = np.asarray(sums.kept / sums.count if spec.is_divided else spec.kept)
    share = np.maximum(share, np.finfo(np.float32).tiny)
    error = np.sqrt(spread / sums.count) / share
    return np.asarray(mean / share, np.float32), np.asarray(error, np.float32)


def _health(values: Floats, error: Floats) -> Health:
    """Says how large chance is beside the map."""
    largest, span = float(np.abs(values).max()), float(np.ptp(values))
    worst = float(error.max())
    share = worst / largest if largest else 0.0
    sentence = Sentence(
        "Standard error: {share} of the largest value.",
        share=Sentence("{share:.0f} %", share=100 * share),
    )
    measures = {"standard_error": worst, "largest": largest, "span": span}
    return Health(sentence, worst <= _SOUND_ERROR * span, measures)
