"""What is shown of a photo as one picture: panes beside each other, and words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from inference.errors import SpecError
from inference.geometry import Affine, Box, Size
from inference.pictures.captioned import captioned_bar, enlarged_enough, text_strip
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from inference.pictures.sheet import INK, PAPER, Picture, printable
from inference.pictures.style import Style, overlaid

LEAST_SIDE, MOST_SIDE = 16, 10_000  # px, of pictures that are asked for
_GAP, _KEY = 12, 18  # px: between panes; room of a colour's square

Color = tuple[int, int, int]


class Cover(NamedTuple):
    """A place on the photo.

    Attributes:
        box: In photo pixels.
        color: What it is filled with: (R, G, B), or a picture (h, w, 3) of any size;
            None for its outline alone.
        words: A few of them, in its corner.
    """

    box: Box
    color: Color | Picture | None = None
    words: str = ""


Key = tuple[Color | None, str]


@dataclass(frozen=True, slots=True, eq=False)
class PicturePane:
    """A photo with what lies over it.

    Attributes:
        photo: (H, W, 3).
        heatmap: A map over it, or None.
        limits: The ends of its colour bar; None for its own.
        style: How it is drawn, and how large the picture is.
        covers: Places that are covered or outlined.
        title: Words above it.
        keys: Colours (R, G, B) and what they stand for, below it; None for no colour.
    """

    photo: Picture
    heatmap: Heatmap | None = None
    limits: Limits | None = None
    style: Style = Style()  # noqa: RUF009 - frozen
    covers: tuple[Cover, ...] = ()
    title: str = ""
    keys: tuple[Key, ...] = ()


def checked_side(side: int | None) -> int | None:
    """Returns the longer side of pictures, None for the photo's own.

    Raises:
        SpecError: No picture has such a side.
    """
    if side is None or LEAST_SIDE <= side <= MOST_SIDE:
        return side
    raise SpecError(
        "Pictures cannot have a side of {side} pixels. Give {least} to {most}, or none "
        "for the photo's own size.",
        side=side,
        least=LEAST_SIDE,
        most=MOST_SIDE,
    )


def resized(photo: Picture, side: int | None) -> Picture:
    """Returns a photo whose longer side is `side` [px]; None leaves it as it is."""
    height, width = photo.shape[:2]
    if side is None or side == max(height, width):
        return photo
    factor = side / max(height, width)
    size = (max(round(width * factor), 1), max(round(height * factor), 1))
    filter_ = Image.Resampling.LANCZOS
    return np.asarray(Image.fromarray(photo).resize(size, filter_))


def onto(heatmap: Heatmap, before: Picture, after: Picture) -> Heatmap:
    """Returns a map over a photo as one over the same photo in another size."""
    to_after = _to_size(before, after)
    grid, seen = to_after.box(heatmap.grid), to_after.box(heatmap.seen)
    return replace(heatmap, grid=grid, seen=seen)


def pane_picture(pane: PicturePane) -> Picture:
    """Returns a photo with its covered places and its map, without words."""
    photo = resized(covered(pane.photo, pane.covers), pane.style.side)
    if pane.heatmap is None:
        return photo
    heatmap = onto(pane.heatmap, pane.photo, photo)
    limits = pane.limits or pane.style.limits_of(heatmap)
    drawn = overlaid(photo, heatmap, pane.style, limits)
    to_drawn = _to_size(pane.photo, photo)
    return covered(
        drawn, [Cover(to_drawn.box(c.box), words=c.words) for c in pane.covers]
    )


def covered(photo: Picture, covers: Iterable[Cover]) -> Picture:
    """Returns the photo with boxes filled and outlined."""
    boxes = list(covers)
    if not boxes:
        return photo
    picture = Image.fromarray(photo)
    draw = ImageDraw.Draw(picture)
    for box, color, words in boxes:
        place = (round(box.left), round(box.top), round(box.right), round(box.bottom))
        left, top, right, bottom = place
        corners = (left, top, max(right - 1, left), max(bottom - 1, top))
        if isinstance(color, np.ndarray):
            size = max(right - left, 1), max(bottom - top, 1)
            picture.paste(Image.fromarray(color).resize(size), (left, top))
        fill = color if isinstance(color, tuple) else None
        draw.rectangle(corners, fill=fill, outline=(0, 0, 0))
        if min(box.height, box.width) > 4:
            inner = (left + 1, top + 1, corners[2] - 1, corners[3] - 1)
            draw.rectangle(inner, outline=PAPER)
        if words:
            _write(draw, (left + 4, top + 2), words)
    return np.asarray(picture)


def _write(draw: ImageDraw.ImageDraw, at: tuple[int, int], words: str) -> None:
    """Writes white words that are read on any photo."""
    draw.text(at, printable(words), PAPER, stroke_width=2, stroke_fill=INK)


def shown_picture(panes: Sequence[PicturePane], lines: Sequence[str]) -> Picture:
    """Returns panes beside each other, each with its colour bar, and lines below."""
    columns = [_column(pane, has_title=len(panes) > 1) for pane in panes]
    height = max(len(column) for column in columns)
    parts: list[Picture] = []
    for column in columns:
        gap = np.full((height, _GAP, 3), 255, np.uint8)
        parts += [gap, _padded(column, Size(height, column.shape[1]))]
    above = np.concatenate(parts[1:], axis=1)
    below = text_strip(lines, max(above.shape[1], 240))
    width = max(above.shape[1], below.shape[1])
    whole = [_padded(part, Size(len(part), width)) for part in (above, below)]
    return np.concatenate(whole)


def _column(pane: PicturePane, *, has_title: bool) -> Picture:
    picture = enlarged_enough(pane_picture(pane))
    width = picture.shape[1]
    parts = [picture]
    if has_title:
        parts.insert(0, text_strip([pane.title], width))
    if pane.heatmap is not None:
        limits = pane.limits or pane.style.limits_of(pane.heatmap)
        parts.append(captioned_bar(pane.heatmap, limits, pane.style, width=width))
    parts += [_key_strip(key, width) for key in pane.keys]
    return np.concatenate(parts)


def _to_size(before: Picture, after: Picture) -> Affine:
    """Maps places of a picture to those of the same picture in another size."""
    return Affine(Box(0, 0, *before.shape[:2]), Box(0, 0, *after.shape[:2]))


def _key_strip(key: Key, width: int) -> Picture:
    """Returns a square of a colour, and beside it what that stands for."""
    color, words = key
    strip = text_strip([words], max(width - _KEY, 1))
    square = np.full((len(strip), _KEY, 3), 255, np.uint8)
    square[4:16, 2:14] = INK
    square[5:15, 3:13] = PAPER if color is None else color
    return np.concatenate([square, strip], axis=1)


def _padded(picture: Picture, size: Size) -> Picture:
    """Returns a picture on white paper of some size, at its top left."""
    height, width = picture.shape[:2]
    room = ((0, size.height - height), (0, size.width - width), (0, 0))
    return np.pad(picture, room, constant_values=255)
