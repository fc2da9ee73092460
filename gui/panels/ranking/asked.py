"""What is asked of the scores of a dataset, and what comes of it, worked out in lanes.

A question carries all that decides its answer. An answer keeps what the next question
may need again: another order does not read the scores anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from gui.panels.ranking.filters import Filters, among, is_kept, sampled
from gui.walk import Walk
from inference.classifier import Activation, Classifier
from inference.dataset import (
    Dataset,
    Metrics,
    Part,
    Remembered,
    matched,
)
from inference.geometry import Doubles
from inference.ranking import (
    Activity,
    Analysis,
    Measure,
    Order,
    Scored,
    analysed,
    part_of,
    ranked,
    values,
)

Ints = NDArray[np.int64]
MISTAKES = 12  # the commonest ones are named
Parts = Part | Literal["all"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the controls say.

    Attributes:
        by: What number photos are ranked by.
        target: Of `score`: a class of the model; None for each photo's own.
        is_logit: Of `score`: the logit, not the probability.
        layer: Of `channel`: the tensor's name; "" before one is known.
        channel: Its number.
        is_mean: The mean over its map counts, not the maximum.
        is_largest_first: Otherwise the smallest.
        over_all: Whether all classes of the model count, not only the dataset's.
        part: Of the split.
        filters: Which photos are shown.
    """

    by: Measure = "score"
    target: int | None = None
    is_logit: bool = False
    layer: str = ""
    channel: int = 0
    is_mean: bool = False
    is_largest_first: bool = True
    over_all: bool = False
    part: Parts = "all"
    filters: Filters = Filters()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class Model:
    """What is kept of a model that scored: the model itself may go.

    Attributes:
        name: For people.
        labels: Of its classes.
        activation: What makes probabilities of its logits.
        sha256: Of its files.
    """

    name: str
    labels: tuple[str, ...]
    activation: Activation
    sha256: str

    @classmethod
    def of(cls, classifier: Classifier) -> Self:
        """Keeps what has to be known."""
        spec, sha256 = classifier.spec, classifier.graph.sha256
        return cls(spec.name, classifier.labels, classifier.activation, sha256)


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """What the labels of a dataset mean to a model.

    Attributes:
        model: The model.
        classes: Its class of each label; None leaves the photos out.
        unknown: Labels that somebody has to be asked about.
        truth: The true class of each photo that has one.
    """

    model: Model
    classes: Mapping[str, int | None]
    unknown: tuple[str, ...]
    truth: Mapping[Path, int]

    @property
    def among(self) -> tuple[int, ...]:
        """The classes that count where the model has more; none where all do."""
        used = sorted({n for n in self.classes.values() if n is not None})
        return tuple(used) if 1 < len(used) < len(self.model.labels) else ()


@dataclass(frozen=True, slots=True)
class Question:
    """All that decides a ranking.

    Attributes:
        matched: What the labels mean.
        scored: The photos that have scores.
        wish: What the controls say.
        title: What the walk is called.
        marked: Photos of the review list, by their way from the dataset's folder.
        activity: Of the channel that photos are ranked by; None for other numbers.
    """

    matched: Matched
    scored: Scored
    wish: Wish
    title: str
    marked: frozenset[str] = frozenset()
    activity: Activity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A ranking.

    Attributes:
        question: What was asked.
        whole: All photos that have scores.
        found: Those of the part of the split that was asked for.
        metrics: Of these.
        table: Their confusion, true classes in rows, (C, C).
        mistakes: The commonest ones: true class, predicted class, count.
        rows: Of `found`, filtered and in order, (N,).
        numbers: By which they are ranked, (N,).
        walk: Their files.
    """

    question: Question
    whole: Analysis
    found: Analysis
    metrics: Metrics
    table: Ints
    mistakes: tuple[tuple[int, int, int], ...]
    rows: Ints
    numbers: Doubles
    walk: Walk


def match(model: Model, dataset: Dataset, said: Remembered) -> Matched:
    """Finds the model's class of each label."""
    labels = model.labels
    classes, unknown = matched(dataset.labels, labels, said.stated(labels))
    pairs = ((photo.path, classes.get(photo.label)) for photo in dataset.photos)
    truth = {path: index for path, index in pairs if index is not None}
    return Matched(model, classes, tuple(unknown), MappingProxyType(truth))


def answered(question: Question, former: Answer | None) -> Answer:
    """Ranks; what an answer before has in common with this one is taken from it."""
    whole = _whole(question, former)
    wish = question.wish
    if former and whole is former.whole and wish.part == former.question.wish.part:
        found, metrics, table = former.found, former.metrics, former.table
        mistakes = former.mistakes
    else:
        found = part_of(whole, wish.part)
        metrics = found.metrics
        table = found.confusion
        mistakes = tuple(commonest(table, MISTAKES))
    order = _order(found, question)
    numbers = values(found, order)
    rows = ranked(found, order, numbers)
    rows = rows[is_kept(found, wish.filters, question.marked)[rows]]
    rows = sampled(rows, wish.filters.sample)
    photos = found.scored.dataset.photos
    paths = (photos[place].path for place in found.places[rows])
    walk = Walk.of(paths, question.title)
    about = (question, whole, found, metrics, table, mistakes)
    return Answer(*about, rows, numbers[rows], walk)


def commonest(table: Ints, most: int) -> list[tuple[int, int, int]]:
    """Returns (true class, predicted class, count) of the commonest mistakes."""
    wrong = table.copy()
    np.fill_diagonal(wrong, 0)
    order = np.argsort(-wrong, axis=None, kind="stable")[:most]
    cells = (np.unravel_index(each, wrong.shape) for each in order)
    found = ((int(r), int(c), int(wrong[r, c])) for r, c in cells)
    return [each for each in found if each[2]]


def _whole(question: Question, former: Answer | None) -> Analysis:
    if former is not None:
        had = former.question
        is_same = had.scored is question.scored and had.matched is question.matched
        if is_same and had.wish.over_all == question.wish.over_all:
            return former.whole
    return analysed(
        question.matched.model,
        question.scored,
        question.matched.classes,
        over_all=question.wish.over_all,
    )


def _order(found: Analysis, question: Question) -> Order:
    wish, activity = question.wish, question.activity
    return Order(
        wish.by,
        among(found, wish.target),
        is_logit=wish.is_logit,
        is_largest_first=wish.is_largest_first,
        activity=None if activity is None else activity.numbers(is_mean=wish.is_mean),
    )
