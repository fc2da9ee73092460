"""Tries all ways on photos: what each says of a photo, and how often it is right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier, Prediction, Preprocessing
from inference.dataset import Share
from inference.doctor.ways import Way
from inference.errors import ImageError
from inference.geometry import Array, Doubles
from inference.image import LoadedImage, open_image
from inference.jobs import Job, Progress

Ints = NDArray[np.int64]
LEAST = 1e-12  # of a probability whose logarithm is taken


@dataclass(frozen=True, slots=True)
class Tried:
    """How one way fares.

    Attributes:
        way: The way.
        right: Photos whose leading class is the true one; None without labels.
        agreement: Photos whose leading class is the one that most ways give, of those
            that tell photos apart.
        confidence: Mean of the leading probability, 0..1.
        loss: Mean of -log of the true class's probability; without labels, of the
            leading one's.
    """

    way: Way
    right: Share | None
    agreement: Share
    confidence: float
    loss: float


@dataclass(frozen=True, eq=False)
class Examination:
    """What all ways say of some photos.

    Attributes:
        ways: That were tried, W.
        now: Which of them is the present one.
        photos: That could be read, N.
        unreadable: That could not.
        true: Their classes, (N,); -1 without a label.
        leading: The leading class by way and photo, (W, N).
        confidence: Its probability, (W, N).
        told: The probability of the true class, (W, N); of the leading one without.
    """

    ways: tuple[Way, ...]
    now: int
    photos: tuple[Path, ...]
    unreadable: tuple[Path, ...]
    true: Ints
    leading: Ints
    confidence: Doubles
    told: Doubles

    @property
    def is_labelled(self) -> bool:
        """Whether there are photos whose true class is known."""
        return bool((self.true >= 0).any())

    def seen_from(self, how: Preprocessing) -> "Examination | None":
        """Returns the same where another way is the present one; None if untried."""
        tried = [way.preprocessing for way in self.ways]
        return replace(self, now=tried.index(how)) if how in tried else None

    @cached_property
    def tried(self) -> tuple[Tried, ...]:
        """How each way fares, in the order of the ways."""
        votes = _telling_apart(self.leading).T
        common = [Counter(column).most_common(1)[0][0] for column in votes]
        known = self.true >= 0
        used = known if self.is_labelled else np.ones_like(known)
        return tuple(
            Tried(
                way,
                _share((leading == self.true)[known]) if self.is_labelled else None,
                _share(leading == np.array(common, np.int64)),
                float(confidence.mean()) if len(confidence) else 0.0,
                _loss(told[used]),
            )
            for way, leading, confidence, told in zip(
                self.ways, self.leading, self.confidence, self.told, strict=True
            )
        )


def examine(
    classifier: Classifier,
    photos: Sequence[Path | LoadedImage],
    *,
    ways: Sequence[Way],
    true: Sequence[int | None] = (),
) -> Job[Examination, Examination]:
    """Classifies photos in several ways.

    Args:
        classifier: As it is fed at present; that way should be among the ways.
        photos: Each is decoded once, and its answers of all ways share batches.
        ways: To try.
        true: Classes of the photos; None without one; left out without labels.

    Raises:
        ImageError: Not one photo can be read.
    """
    known = _indices(true, len(photos))
    fed = [way.of(classifier) for way in ways]
    sheet = _Sheet(classifier, ways, len(photos))
    for photo, index in zip(photos, known, strict=True):
        path = photo if isinstance(photo, Path) else photo.path
        try:
            image = open_image(photo) if isinstance(photo, Path) else photo
        except ImageError:
            sheet.unreadable.append(path)
            if len(sheet.unreadable) == len(photos):
                raise
        else:
            sheet.put(path, index, _answers(classifier, fed, image))
        yield Progress(sheet.done, len(photos), sheet.examination)
    return sheet.examination


def _indices(true: Sequence[int | None], count: int) -> list[int]:
    """Returns an index for each photo, -1 for one without a class."""
    return [-1 if index is None else index for index in true] or [-1] * count


class _Sheet:
    """What was found so far; its rows only grow, so that a part of them stays."""

    def __init__(
        self, classifier: Classifier, ways: Sequence[Way], photo_count: int
    ) -> None:
        self._ways = tuple(ways)
        self._now = [way.preprocessing for way in ways].index(classifier.preprocessing)
        self._photos: list[Path] = []
        self.unreadable: list[Path] = []
        self._true = np.zeros(photo_count, np.int64)
        self._leading = np.zeros((len(ways), photo_count), np.int64)
        self._confidence = np.zeros((len(ways), photo_count))
        self._told = np.zeros((len(ways), photo_count))

    @property
    def done(self) -> int:
        """Photos that were tried."""
        return len(self._photos) + len(self.unreadable)

    def put(self, path: Path, true: int, answers: Sequence[Prediction]) -> None:
        """Takes down what each way says of a photo."""
        n = len(self._photos)
        self._photos.append(path)
        self._true[n] = true
        for w, answer in enumerate(answers):
            top = answer.top_index
            self._leading[w, n] = top
            self._confidence[w, n] = answer.probabilities[top]
            self._told[w, n] = answer.probabilities[true if true >= 0 else top]

    @property
    def examination(self) -> Examination:
        """All of it, as a record."""
        count = len(self._photos)
        return Examination(
            self._ways,
            self._now,
            tuple(self._photos),
            tuple(self.unreadable),
            self._true[:count],
            self._leading[:, :count],
            self._confidence[:, :count],
            self._told[:, :count],
        )


def _answers(
    classifier: Classifier, fed: Sequence[Classifier], image: LoadedImage
) -> list[Prediction]:
    """Classifies a photo in all ways; what is resized alike is resized once."""
    pixels: dict[object, Array] = {}
    inputs = []
    for each in fed:
        how = each.preprocessing
        alike = (how.resize, how.interpolation, how.short_side, how.alpha)
        if alike not in pixels:
            pixels[alike] = each.prepare(image).pixels
        inputs.append(each.tensor(pixels[alike]))
    return [classifier.prediction(row) for row in classifier.logits(np.stack(inputs))]


def _telling_apart(leading: Ints) -> Ints:
    """Returns the answers of ways that tell photos apart, from those of all (W, N).

    A network that is fed numbers of a wrong size says the same of whatever it sees, and
    as many ways are wrong alike, these would outvote the right one. A way has a vote if
    it gives at least half as many classes as the one that gives most.
    """
    counts = np.array([len(np.unique(row)) for row in leading])
    has_vote: NDArray[np.bool_] = 2 * counts >= counts.max()
    voters: Ints = leading[has_vote]
    return voters


def _share(is_hit: NDArray[np.bool_]) -> Share:
    return Share(int(is_hit.sum()), len(is_hit))


def _loss(told: Doubles) -> float:
    return float(-np.log(np.maximum(told, LEAST)).mean()) if len(told) else 0.0
