"""Which photos of a ranking are shown."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.ranking import Analysis

Ints = NDArray[np.int64]
SAMPLE = 9  # photos that are drawn by chance


@dataclass(frozen=True, slots=True)
class Filters:
    """Which photos are shown; classes are the model's.

    Attributes:
        true: Those of a class; None for all.
        predicted: Those that are taken for a class; None for all.
        is_right: Those that are right, or wrong; None for all.
        is_marked: Those with a mark in the review list, or without; None for all.
        text: Those whose folder or name has these letters; "" for all.
        gathered: Those of these names, by their way from the dataset's folder; none
            stands for all.
        sample: Nine of them by chance; another number draws other nine, 0 shows all.
    """

    true: int | None = None
    predicted: int | None = None
    is_right: bool | None = None
    is_marked: bool | None = None
    text: str = ""
    gathered: frozenset[str] = frozenset()
    sample: int = 0


def is_kept(
    found: Analysis, filters: Filters, marked: Collection[str]
) -> NDArray[np.bool_]:
    """Which photos pass the filters, (N,).

    Args:
        found: The photos.
        filters: What they have to pass.
        marked: Names of those that have a mark, by their way from the dataset's folder.
    """
    kept = np.ones(len(found.true), bool)
    for wanted, has in (
        (filters.true, found.true),
        (filters.predicted, found.predicted),
    ):
        if wanted is not None:
            kept &= has == among(found, wanted)
    if filters.is_right is not None:
        is_right = found.true == found.predicted
        kept &= (found.true >= 0) & (is_right == filters.is_right)
    if filters.is_marked is not None or filters.text or filters.gathered:
        kept &= _is_named(found, filters, marked)
    return kept


def _is_named(
    found: Analysis, filters: Filters, marked: Collection[str]
) -> NDArray[np.bool_]:
    """Which photos pass the filters that need their names, (N,)."""
    way_to = found.scored.dataset.way_to
    names = [way_to(photo.path) for photo in found.photos]
    kept = np.ones(len(names), bool)
    if filters.is_marked is not None:
        is_marked = np.array([name in marked for name in names], bool)
        kept &= is_marked == filters.is_marked
    if filters.gathered:
        kept &= np.array([name in filters.gathered for name in names], bool)
    if filters.text:
        wanted = filters.text.casefold()
        kept &= np.array([wanted in name.casefold() for name in names], bool)
    return kept


def sampled(rows: Ints, seed: int) -> Ints:
    """Returns nine of the rows by chance, in their order; all of them for seed 0."""
    if not seed or len(rows) <= SAMPLE:
        return rows
    drawn = np.random.default_rng(seed).choice(len(rows), SAMPLE, replace=False)
    return rows[np.sort(drawn)]


def among(found: Analysis, index: int | None) -> int | None:
    """Returns where a class of the model stands among those that count."""
    places = np.flatnonzero(found.classes == (-1 if index is None else index))
    return int(places[0]) if len(places) else None
