"""Which method deserves belief for a network: each measured on photos of a dataset."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from inference.errors import Sentence
from inference.trust.record import ENOUGH_BEATEN


@dataclass(frozen=True, slots=True)
class Measure:
    """What a method comes to on one photo.

    Attributes:
        photo: From the dataset's folder.
        method: Its name.
        insertion: Area under that curve of its map.
        deletion: Likewise.
        beaten: Rivals that the map beats.
        rivals: How many there were.
    """

    photo: str
    method: str
    insertion: float
    deletion: float
    beaten: int
    rivals: int

    @property
    def difference(self) -> float:
        """Area of insertion less that of deletion; the larger, the better the map."""
        return self.insertion - self.deletion

    @property
    def rank(self) -> int:
        """The map's rank among all, 1 for the best."""
        return self.rivals + 1 - self.beaten

    @property
    def beats_most(self) -> bool:
        """Whether it beats as many rivals as a map that is trusted has to."""
        return self.beaten >= min(ENOUGH_BEATEN, self.rivals)


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A method over all photos that it was measured on: means, and shares of photos.

    Attributes:
        method: Its name.
        photos: How many.
        difference: Mean area of insertion less that of deletion.
        insertion: Mean area.
        deletion: Mean area.
        rank: Mean rank among map and rivals, 1 for the best.
        better_than_all: The share on which it beats all rivals.
        better_than_most: The share on which it beats 20 of 21 at the least.
    """

    method: str
    photos: int
    difference: float
    insertion: float
    deletion: float
    rank: float
    better_than_all: float
    better_than_most: float

    @classmethod
    def of(cls, method: str, measures: Sequence[Measure]) -> "MethodRow":
        """Averages what was measured of a method."""
        return cls(
            method,
            len(measures),
            _mean(each.difference for each in measures),
            _mean(each.insertion for each in measures),
            _mean(each.deletion for each in measures),
            _mean(each.rank for each in measures),
            _mean(each.beaten == each.rivals for each in measures),
            _mean(each.beats_most for each in measures),
        )


@dataclass(frozen=True, slots=True)
class MethodTable:
    """What methods come to on the photos of a dataset.

    Attributes:
        wanted: How many photos were asked for.
        measures: In the order in which they were made.
        skipped: Why a method was left out, or was given up, by its name.
        minutes: The limit that was met before all was measured; None where none was.
    """

    wanted: int
    measures: tuple[Measure, ...] = ()
    skipped: Mapping[str, Sentence] = field(default_factory=dict)
    minutes: float | None = None

    @property
    def rows(self) -> tuple[MethodRow, ...]:
        """The methods, by their mean difference, the best first."""
        names = dict.fromkeys(each.method for each in self.measures)
        found = (
            MethodRow.of(name, [m for m in self.measures if m.method == name])
            for name in names
        )
        return tuple(sorted(found, key=lambda row: -row.difference))

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """What was left out of it as a whole."""
        if self.minutes is None:
            return ()
        done = max((row.photos for row in self.rows), default=0)
        return (
            Sentence(
                "{minutes:g} minutes were over after {n} of {wanted} photos. Asked "
                "again, it goes on.",
                minutes=self.minutes,
                n=done,
                wanted=self.wanted,
            ),
        )


def _mean(values: Iterable[float]) -> float:
    return float(np.mean([*values]))
