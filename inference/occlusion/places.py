"""The places of a sweep where covering lowers a score most."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Target
from inference.errors import SpecError
from inference.geometry import Box, Floats
from inference.occlusion.answers import SensitivePlace

if TYPE_CHECKING:
    from inference.occlusion.sweep import Sweep

MOST = 4  # places that are told of a map

Rows = NDArray[np.intp]  # (n,) computed places, as n-th ones computed


def most_sensitive(sweep: "Sweep", target: Target) -> SensitivePlace:
    """Returns the computed place where the score is lowest.

    Raises:
        SpecError: The class was not kept, or nothing was computed yet.
    """
    if not sweep.done:
        raise SpecError("No place was computed yet.")
    return _lowest(sweep, sweep.scores(target), np.arange(sweep.done), target)


def most_damaging(sweep: "Sweep", target: Target) -> tuple[SensitivePlace, ...]:
    """Returns the places with the largest drops whose masks do not overlap.

    The first is the most sensitive one. Masks that overlap cover the same thing: they
    would be one place told several times. Where covering raises the score is no damage.

    Raises:
        SpecError: The class was not kept.
    """
    scores, untouched = sweep.scores(target), sweep.reference_score(target)
    free = np.flatnonzero(scores <= untouched)
    found: list[SensitivePlace] = []
    while len(free) and len(found) < MOST:
        place = _lowest(sweep, scores, free, target)
        found.append(place)
        free = free[~_overlap(sweep.grid.boxes[free], place.box)]
    return tuple(found)


def _lowest(
    sweep: "Sweep", scores: Floats, rows: Rows, target: Target
) -> SensitivePlace:
    """Returns the one of some places where the score is lowest."""
    among = scores[rows]
    lowest = rows[among == among.min()]
    order, margins = sweep.grid.order[lowest], sweep.margins(lowest, target)
    row = int(lowest[np.lexsort((order, margins))[0]])
    index, to_photo = target.class_index, sweep.prepared.to_photo
    box = Box(*map(int, sweep.grid.boxes[row]))
    center = sweep.grid.center(int(sweep.grid.order[row]))
    return SensitivePlace(
        center=center,
        photo_center=to_photo.pixel(center),
        box=box,
        photo_box=to_photo.box(box),
        name=target.name(sweep.reference.labels),
        target=target,
        score_before=sweep.reference_score(target),
        score_after=float(scores[row]),
        equals=len(lowest),
        before=sweep.reference.score(index),
        after=sweep.class_at(row, index),
        becomes=sweep.leading_at(row),
    )


def _overlap(boxes: NDArray[np.int32], box: Box) -> NDArray[np.bool_]:
    """Returns whether each of some masks (n, 4) covers a pixel of another one."""
    top, left, height, width = boxes.T
    is_level = (top < box.bottom) & (top + height > box.top)
    is_both: NDArray[np.bool_] = (
        is_level & (left < box.right) & (left + width > box.left)
    )
    return is_both
