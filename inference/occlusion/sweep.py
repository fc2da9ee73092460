"""What a sweep found: logits at every place, and all that follows from them.

A `Sweep` is the view of the first rows of its buffer. Other classes, quantities,
margins, the most sensitive place and the flips are drawn from it with no new inference.
drop = score(untouched) - score(covered).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from inference.classifier import (
    Activation,
    ClassScore,
    Prediction,
    PreparedInput,
    Quantity,
    Target,
)
from inference.errors import Sentence, SpecError
from inference.geometry import Array, Floats
from inference.occlusion import places
from inference.occlusion.answers import UNKNOWN, ClassMap, SensitivePlace
from inference.occlusion.buffer import SweepBuffer
from inference.occlusion.grid import SweepGrid
from inference.occlusion.spec import OcclusionSpec
from inference.pictures.heatmap import Heatmap


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """The first `done` places of a sweep.

    Attributes:
        spec: How places were covered.
        prepared: The photo as the network saw it.
        reference: The prediction for the untouched input.
        grid: All places and their order.
        buffer: The numbers; shared by all partial sweeps.
        done: How many places were computed.
        note: What was given up on the way, as a sentence; "" for nothing.
    """

    spec: OcclusionSpec
    prepared: PreparedInput
    reference: Prediction
    grid: SweepGrid
    buffer: SweepBuffer
    done: int
    note: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether all places were computed."""
        return self.done == self.grid.count

    @property
    def is_computed(self) -> NDArray[np.bool_]:
        """(R, C) whether the place of a cell was computed."""
        computed = np.zeros(self.grid.count, bool)
        computed[self.grid.order[: self.done]] = True
        return computed.reshape(self.grid.shape)

    @property
    def reached(self) -> NDArray[np.bool_] | None:
        """(R, C) whether the pass under way has come to a cell; None: all are alike."""
        reached = self.grid.reached(self.done)
        return None if reached.all() or not reached.any() else reached

    @property
    def logits(self) -> Floats:
        """(done, K) in order of computation; a read-only view."""
        view = self.buffer.logits[: self.done]
        view.setflags(write=False)
        return view

    def grown(self, places: int, note: str) -> "Sweep":
        """Returns the sweep with more rows of the buffer."""
        return replace(self, done=self.done + places, note=note or self.note)

    def scores(self, target: Target) -> Floats:
        """Returns the score of each computed place, (done,)."""
        target = self._settled(target)
        scores = self._scores(target.class_index, target.quantity)
        if target.against is None:
            return scores
        return scores - self._scores(target.against, target.quantity)

    def reference_score(self, target: Target) -> float:
        """Returns the same score for the untouched input."""
        target = self._settled(target)
        by_probability = target.quantity is Quantity.PROBABILITY
        untouched = self.reference
        scores = untouched.probabilities if by_probability else untouched.logits
        score = float(scores[target.class_index])
        return (
            score if target.against is None else score - float(scores[target.against])
        )

    def heatmap(self, target: Target) -> Heatmap:
        """Draws how much the score drops at each place.

        Raises:
            SpecError: The class was not kept.
        """
        target = self._settled(target)
        drop = np.float32(self.reference_score(target)) - self.scores(target)
        drawn = self._drawn(
            self.grid.spread(drop, 0),
            Sentence("Drop in {score}", score=target.name(self.reference.labels)),
            Sentence("positive: this place speaks for the class"),
            target,
        )
        colors = Sentence("red: this place speaks for the class · blue: against it")
        return replace(drawn, is_difference=True, in_blue_red=colors)

    def remaining(self, target: Target) -> Heatmap:
        """Draws the score that remains while a place is covered.

        Raises:
            SpecError: The class was not kept.
        """
        target = self._settled(target)
        score = target.title(self.reference.labels)
        drawn = self._drawn(
            self.grid.spread(self.scores(target), self.reference_score(target)),
            Sentence("{score} while a place is covered", score=score),
            Sentence("low: this place speaks for the class"),
            target,
        )
        return replace(drawn, is_low_important=True)

    def most_sensitive(self, target: Target) -> SensitivePlace:
        """Returns the computed place where the score is lowest.

        Of equal scores, as saturated probabilities are, the lowest margin of the logits
        counts, and of equals again the first in reading order.

        Raises:
            SpecError: The class was not kept, or nothing was computed yet.
        """
        return places.most_sensitive(self, self._settled(target))

    def most_damaging(self, target: Target) -> tuple[SensitivePlace, ...]:
        """Returns the four largest drops whose masks do not overlap, or fewer.

        Raises:
            SpecError: The class was not kept.
        """
        return places.most_damaging(self, self._settled(target))

    @property
    def _made(self) -> Sentence:
        return Sentence(
            "{how}, {done:,} of {n:,} places",
            how=self.spec.words,
            done=self.done,
            n=self.grid.count,
        )

    def _settled(self, target: Target) -> Target:
        return target.settled(self.reference.top_index)

    def margins(self, rows: NDArray[np.intp], target: Target) -> Floats:
        """Returns how far a class leads at some computed places, by logits (n,).

        Ahead of the class to compare with, else of the strongest other class that was
        kept; classes of a sigmoid know no others.

        Args:
            rows: (n,) the places, in order of computation.
            target: The class, and the one to compare with.
        """
        column = self.buffer.column(target.class_index)
        logits = self.buffer.logits[rows]
        if target.against is not None:
            return logits[:, column] - logits[:, self.buffer.column(target.against)]
        if self.reference.activation is Activation.SIGMOID:
            return logits[:, column]
        others = np.delete(logits, column, axis=1)
        margins: Floats = logits[:, column] - others.max(axis=1)
        return margins

    def class_at(self, row: int, index: int) -> ClassScore:
        """Returns a class while a place is covered, the row-th one computed."""
        probability = float(self._scores(index, Quantity.PROBABILITY)[row])
        logit = float(self.logits[row, self.buffer.column(index)])
        return self._score(index, probability, logit)

    def leading_at(self, row: int) -> ClassScore:
        """Returns the leading class while a place is covered."""
        logit = self.buffer.leading_logit[: self.done]
        probability = float(self._probability(logit)[row])
        return self._score(
            int(self.buffer.leading[row]), probability, float(logit[row])
        )

    def class_map(self) -> ClassMap:
        """Returns the predicted class at each place.

        Flips are counted over the finest pass that is finished: its places lie evenly,
        while those of an unfinished one follow the scan.
        """
        leading = self.buffer.leading[: self.done]
        even = leading[: self.grid.finished(self.done)]
        to_photo, reference = self.prepared.to_photo, self.reference.top_index
        places = np.arange(self.done, dtype=np.int32)
        known = self.grid.nearest_known(places, UNKNOWN)
        staying = self._scores(reference, Quantity.PROBABILITY)
        return ClassMap(
            classes=_laid(leading, known, UNKNOWN),
            shares=_laid(self._probability(self.buffer.leading_logit), known, 0),
            staying=_laid(staying, known, 0),
            grid=to_photo.box(self.grid.box),
            seen=self.prepared.seen,
            reference=reference,
            flips=int((even != reference).sum()),
            places=len(even),
            labels=self.reference.labels,
            reached=self.reached,
        )

    def on_grid(self) -> Floats:
        """Returns the logits of a complete sweep laid out on the grid, (R, C, K).

        Raises:
            SpecError: The sweep is not complete.
        """
        if not self.is_complete:
            raise SpecError("The map is not complete yet. Continue it first.")
        laid = np.empty_like(self.buffer.logits)
        laid[self.grid.order] = self.buffer.logits
        return laid.reshape(*self.grid.shape, -1)

    def _scores(self, target: int, quantity: Quantity) -> Floats:
        logits = self.buffer.logits[: self.done, self.buffer.column(target)]
        return logits if quantity is Quantity.LOGIT else self._probability(logits)

    def _probability(self, logits: Floats) -> Floats:
        activation = self.reference.activation
        normaliser = self.buffer.log_normaliser[: self.done]
        logits = logits[: self.done]
        shares = activation.probability_of(logits, normaliser, np)
        return np.asarray(shares, np.float32)

    def _score(self, index: int, probability: float, logit: float) -> ClassScore:
        return ClassScore(index, self.reference.labels[index], probability, logit)

    def _drawn(
        self,
        values: Floats,
        title: str,
        meaning: str,
        target: Target,
    ) -> Heatmap:
        return Heatmap(
            values=values,
            grid=self.prepared.to_photo.box(self.grid.box),
            seen=self.prepared.seen,
            title=title,
            meaning=meaning,
            quantity=target.quantity,
            target=target.class_index,
            against=target.against,
            is_exact=self.is_complete,
            made=self._made,
            reached=self.reached,
        )


def _laid(values: Array, places: NDArray[np.int32], unknown: int) -> Array:
    """Returns values (n,) laid out by the place (R, C) that each cell has."""
    if not len(values):
        return np.full(places.shape, unknown, values.dtype)
    return np.where(places == UNKNOWN, values.dtype.type(unknown), values[places])


def empty_sweep(
    spec: OcclusionSpec,
    prepared: PreparedInput,
    reference: Prediction,
    target: int | None = None,
) -> Sweep:
    """Returns a sweep of which no place is computed yet.

    Args:
        spec: How places are covered.
        prepared: The photo as the network sees it.
        reference: The prediction for it, untouched.
        target: A class to keep where memory does not suffice for all.

    Raises:
        SpecError: The mask is larger than the input.
    """
    grid = SweepGrid(prepared.size, spec.checked(prepared.size))
    buffer = SweepBuffer(grid.count, reference, target)
    return Sweep(spec, prepared, reference, grid, buffer, 0)
