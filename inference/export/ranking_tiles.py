"""The first photos of a ranking, and where a channel's maxima lie on them."""

import csv
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from inference.errors import ImageError, Sentence
from inference.export.writing import csv_file
from inference.geometry import Affine, Box
from inference.image import thumbnail
from inference.pictures.sheet import Picture, Tile

if TYPE_CHECKING:  # the window starts without them
    from inference.export.ranking import RankingResult
    from inference.ranking import Activity, Analysis

_SIDE = 160  # px, of a tile
_BACKGROUND = 238
_NUMBERS = {  # that photos are ranked by
    "score": Sentence("score"),
    "loss": Sentence("loss"),
    "margin": Sentence("margin"),
    "confidence": Sentence("confidence"),
    "entropy": Sentence("entropy"),
}


def ranking_tiles(result: "RankingResult") -> list[Tile]:
    """Returns the first photos of a ranking with what is said of each."""
    found = result.found
    photos, numbers = found.photos, result.numbers
    by, tiles = result.about["by"], []
    for n in result.places[: result.limit]:
        lines = (
            _outcome(found, n),
            Sentence("{by} {value:.4g}", by=_NUMBERS.get(by, by), value=numbers[n]),
            Sentence("true: {label}", label=photos[n].label or "-"),
        )
        activity = result.activity
        boxes = () if activity is None else activity.peak(int(found.places[n]))
        tiles.append(Tile(_squared(photos[n].path, boxes), lines))
    return tiles


def _outcome(found: "Analysis", n: int) -> Sentence:
    """Says what a photo is taken for, and whether it is that."""
    name = found.names[found.predicted[n]]
    if found.true[n] < 0:
        return Sentence("{name}", name=name)
    if found.true[n] == found.predicted[n]:
        return Sentence("right: {name}", name=name)
    return Sentence("wrong: {name}", name=name)


def _squared(path: Path, boxes: Sequence[Box]) -> Picture:
    """Returns a photo in the middle of a grey square; the square where it is gone.

    The boxes are drawn on it, thin but for the last; they are in shares of the photo.
    """
    square = np.full((_SIDE, _SIDE, 3), _BACKGROUND, np.uint8)
    try:
        small = thumbnail(path, _SIDE)
    except ImageError:
        return square
    top, left = (_SIDE - small.shape[0]) // 2, (_SIDE - small.shape[1]) // 2
    inside = Affine(Box(0, 0, 1, 1), Box(0, 0, *small.shape[:2]))
    framed = _framed(small, [inside.box(box) for box in boxes])
    square[top : top + small.shape[0], left : left + small.shape[1]] = framed
    return square


def _framed(picture: Picture, boxes: Sequence[Box]) -> Picture:
    """Draws boxes on a picture, white on black; the last one is thicker."""
    canvas = Image.fromarray(picture)
    draw = ImageDraw.Draw(canvas)
    for box in boxes:
        corners = (box.left, box.top, max(box.right - 1, 0), max(box.bottom - 1, 0))
        width = 2 if box is boxes[-1] else 1
        wider = (corners[0] - 1, corners[1] - 1, corners[2] + 1, corners[3] + 1)
        draw.rectangle(wider, outline="black", width=width + 2)
        draw.rectangle(corners, outline="white", width=width)
    return np.asarray(canvas)


def across(count: int) -> int:
    """Returns how many of so many tiles stand side by side."""
    return max(math.ceil(math.sqrt(count)), 1)


def write_peaks(path: Path, result: "RankingResult", activity: "Activity") -> None:
    """Writes where the maxima lie and what they are made of, in photo pixels."""
    sides = ("top", "left", "height", "width")
    columns = ("path", "maximum", "mean", *sides, *(f"field_{each}" for each in sides))
    with csv_file(path) as file:
        table = csv.writer(file)
        table.writerow(columns)
        for n in result.places:
            place = int(result.found.places[n])
            if not activity.knows(place):
                continue
            numbers = (activity.maxima[place], activity.means[place])
            boxes = (activity.place(place), activity.field(place))
            values = [getattr(box, side) for box in boxes for side in sides]
            row = (f"{value:.7g}" for value in (*numbers, *values))
            dataset = result.found.scored.dataset
            name = dataset.way_to(dataset.photos[place].path)
            table.writerow((name, *row))
