"""Breaks a tall drawing into columns, as a page of a newspaper, for a large view.

A column ends where the fewest edges go on; those have a short end below it and go on
above the next one.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gui.panels.activations.graph_layout import Placed

GAP = 1.2  # boxes, between the middles of neighbours in two columns
_SHORTEST = 0.6  # of a column, in shares of the tallest

Place = tuple[float, int]  # column, rank
Way = tuple[Place, ...]


def in_columns(placed: Placed, tallest: int) -> Placed:
    """Places nodes anew, in columns of at most `tallest` ranks from left to right."""
    starts = _starts(placed, tallest)
    if len(starts) == 1:
        return placed
    columns = _Columns(starts, _shifts(placed, starts))
    return Placed(
        tuple(map(columns.moved, placed.places)),
        tuple(way for each in placed.ways for way in columns.broken(each)),
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where columns begin, and how far their nodes move to the right."""

    starts: Sequence[int]
    shifts: Sequence[float]

    def moved(self, place: Place) -> Place:
        """Returns where a place comes to lie."""
        column, rank = place
        part = bisect_right(self.starts, rank) - 1
        return column + self.shifts[part], rank - self.starts[part]

    def broken(self, way: Way) -> Iterator[Way]:
        """Yields the pieces of a way, with short ends where it goes on elsewhere."""
        parts = [bisect_right(self.starts, rank) for _, rank in way]
        breaks = [n + 1 for n, (a, b) in enumerate(pairwise(parts)) if a != b]
        for first, last in pairwise((0, *breaks, len(way))):
            piece = [self.moved(place) for place in way[first:last]]
            if first > 0:
                piece.insert(0, (piece[0][0], piece[0][1] - 1))
            if last < len(way):
                piece.append((piece[-1][0], piece[-1][1] + 1))
            yield tuple(piece)


def _starts(placed: Placed, tallest: int) -> list[int]:
    """Returns the first rank of each column."""
    crossing = Counter(place[1] for way in placed.ways for place in way[1:])
    count = 1 + max((rank for _, rank in placed.places), default=0)
    starts = [0]
    while count - starts[-1] > tallest:
        first = starts[-1] + max(round(tallest * _SHORTEST), 1)
        choice = range(starts[-1] + tallest, first - 1, -1)
        starts.append(min(choice, key=lambda rank: crossing[rank]))
    return starts


def _shifts(placed: Placed, starts: Sequence[int]) -> list[float]:
    """Returns how far each column's nodes move to the right."""
    lows, highs = [0.0] * len(starts), [0.0] * len(starts)
    for place in (*placed.places, *(each for way in placed.ways for each in way)):
        part = bisect_right(starts, place[1]) - 1
        lows[part] = min(lows[part], place[0])
        highs[part] = max(highs[part], place[0])
    shifts = [0.0]
    for high, low in zip(highs, lows[1:], strict=False):
        shifts.append(shifts[-1] + high - low + GAP)
    return shifts
