"""Scores a dataset: photos are decoded while others are computed.

Nobody waits: threads decode some batches ahead, one batch is computed, and meanwhile
the numbers of the one before go into the score book. What the book knows is not
computed again.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from itertools import count, islice

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier
from inference.dataset import (
    Dataset,
    Entry,
    Looks,
    ScoreBook,
    Stamp,
    book_of,
)
from inference.errors import DatasetError
from inference.geometry import Array, Floats
from inference.image import read_ahead
from inference.jobs import Job, Progress
from inference.occluder import core_count
from inference.ranking.scorer import Scorer

Places = NDArray[np.int64]
BATCH = 16  # photos of a pass
AHEAD = 2  # batches that are decoded before they are asked for


@dataclass(frozen=True, eq=False)
class Scored:
    """What a book says of the photos of a dataset.

    While photos are scored, tables fill behind it; what it says itself stays.

    Attributes:
        dataset: The photos.
        book: Where the numbers are.
        came: Places in the dataset of the photos that have scores, as they came, (N,).
        rows: Of every photo in the book; to be asked at these places alone.
        reasons: Why other photos could not be read, by their place.
    """

    dataset: Dataset
    book: ScoreBook
    came: Places
    rows: Places
    reasons: Mapping[int, str]

    @cached_property
    def places(self) -> Places:
        """Places in the dataset of the photos that have scores, ascending, (N,)."""
        return np.sort(self.came)

    @property
    def known(self) -> int:
        """How many photos have scores, or could not be read."""
        return len(self.came) + len(self.reasons)

    def logits(self) -> Floats:
        """Reads logits (N, K) of the photos at `places`."""
        return self.book.logits(self.rows[self.places])

    def features(self) -> Floats:
        """Reads pooled features (N, F) of the photos at `places`."""
        return self.book.features(self.rows[self.places])


def score(scorer: Scorer, dataset: Dataset, book: ScoreBook) -> Job[Scored, Scored]:
    """Scores the photos of a dataset that a book does not know, or knows otherwise.

    Args:
        scorer: The classifier.
        dataset: The photos.
        book: Where answers are looked for and written.

    Raises:
        DatasetError: The book cannot be written, or the photos went away meanwhile.
        ModelError: ONNX Runtime failed.
    """
    sheet = _Sheet(dataset, book)
    total = len(dataset.photos)
    yield Progress(total - len(sheet.unknown), total, sheet.scored)
    done = total - len(sheet.unknown)
    with closing(_computed(scorer, dataset, sheet.unknown)) as batches:
        for batch in batches:
            _require_there(dataset, batch)
            sheet.put(book.write(batch.entries, batch.looks, *batch.numbers))
            done += len(batch.entries)
            yield Progress(done, total, sheet.scored)
    return sheet.scored


def score_dataset(classifier: Classifier, dataset: Dataset) -> Job[Scored, Scored]:
    """Scores a dataset into its book in the user's folder; goes on where one stopped.

    Raises:
        DatasetError: The book cannot be written, or the photos went away meanwhile.
        ModelError: ONNX Runtime failed.
    """
    scorer = Scorer(classifier)
    return (yield from score(scorer, dataset, book_of(dataset.root, scorer.key)))


_Read = tuple[Entry, Looks, Array | None]


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """Photos with their numbers, N of them and some that could not be read.

    Attributes:
        entries: Of all of them.
        looks: Of those that have numbers, N.
        numbers: Logits (N, K) and pooled features (N, F).
    """

    entries: list[Entry]
    looks: list[Looks]
    numbers: tuple[Floats, Floats]


def _computed(
    scorer: Scorer, dataset: Dataset, places: Sequence[int]
) -> Generator[_Batch, None, None]:
    """Yields batches with their numbers, while those of the next one are computed."""
    with closing(_decoded(scorer, dataset, places)) as batches:
        answers = (_answered(scorer, batch) for batch in batches)
        ahead = read_ahead(lambda _: next(answers, None), count(), 1, 1)
        with closing(ahead):
            for answer in ahead:
                if answer is None:
                    return
                yield answer


def _decoded(
    scorer: Scorer, dataset: Dataset, places: Sequence[int]
) -> Generator[list[_Read], None, None]:
    """Yields photos in batches, while the next ones are decoded."""

    def read(place: int) -> _Read:
        path = dataset.photos[place].path
        stamp = Stamp.of(path)
        tensor, looks, reason = scorer.read(path)
        name = dataset.way_to(path)
        return Entry(name, stamp, reason=reason), looks, tensor

    photos = read_ahead(read, places, AHEAD * BATCH, core_count())
    with closing(photos):
        while batch := list(islice(photos, BATCH)):
            yield batch


def _answered(scorer: Scorer, batch: Sequence[_Read]) -> _Batch:
    tensors = [tensor for *_, tensor in batch if tensor is not None]
    looks = [told for _, told, tensor in batch if tensor is not None]
    key = scorer.key
    none = [np.zeros((0, n), np.float32) for n in (key.classes, key.features)]
    numbers = scorer(np.stack(tensors)) if tensors else (none[0], none[1])
    return _Batch([entry for entry, *_ in batch], looks, numbers)


def _require_there(dataset: Dataset, batch: _Batch) -> None:
    """Says so when a whole drive is gone: its photos are not broken.

    Raises:
        DatasetError: It is; this batch is not taken down.
    """
    is_whole = len(batch.looks) == len(batch.entries)
    if is_whole or dataset.is_there:
        return
    raise DatasetError(
        'The folder "{folder}" is not there any more. What was scored is kept; it goes '
        "on when the folder is back.",
        folder=dataset.name,
    )


class _Sheet:
    """Which photos have which rows: tables that only grow, and views of them."""

    def __init__(self, dataset: Dataset, book: ScoreBook) -> None:
        self._dataset, self._book = dataset, book
        self._places = {dataset.way_to(p.path): n for n, p in enumerate(dataset.photos)}
        self._came = np.zeros(len(dataset.photos), np.int64)
        self._rows = np.full(len(dataset.photos), -1, np.int64)
        self._count = 0
        self._reasons: dict[int, str] = {}
        known = book.entries()
        self.put(
            entry
            for name, place in self._places.items()
            if (entry := known.get(name))
            and entry.stamp.is_of(dataset.photos[place].path)
        )
        self.unknown = [p for p in self._places.values() if not self._is_known(p)]

    def put(self, entries: Iterable[Entry]) -> None:
        """Takes down what a book says now, of photos that nothing was said of."""
        reasons = {}
        for entry in entries:
            place = self._places[entry.path]
            if entry.row is None:
                reasons[place] = entry.reason
            else:
                self._rows[place] = entry.row
                self._came[self._count] = place
                self._count += 1
        if reasons:  # a new one: the former was handed out
            self._reasons = {**self._reasons, **reasons}

    @property
    def scored(self) -> Scored:
        """All of it, as a record."""
        came, rows = self._came[: self._count], self._rows.view()
        for each in (came, rows):
            each.setflags(write=False)
        whose = self._dataset, self._book
        return Scored(*whose, came, rows, self._reasons)

    def _is_known(self, place: int) -> bool:
        return self._rows[place] >= 0 or place in self._reasons
