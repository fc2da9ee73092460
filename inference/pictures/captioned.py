"""Pictures for people: the photo beside its map, with the sentence that explains it.

What stands under a map in the window stands under it here too: the quantity, the class,
the sign, and a colour bar with numbers.
"""

import math
from collections.abc import Sequence
from functools import partial

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from inference.errors import Sentence, words
from inference.pictures.colormaps import color_table
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from inference.pictures.sheet import (
    INK,
    MUTED,
    PAPER,
    Font,
    Picture,
    in_font,
    printable,
    wrapped,
)
from inference.pictures.style import Style, overlaid
from inference.pictures.ticks import bar_ticks, tick_label

_LEAST_HEIGHT = 240  # small photos are enlarged to this, so that words stay readable
_MOST_ENLARGED = 2400  # px; none is made wider than this
_GAP = 12
_BAR_HEIGHT = 12


def side_by_side(
    photo: Picture, heatmap: Heatmap, style: Style, about: str = ""
) -> Picture:
    """Returns photo and overlay beside each other, colour bar and caption below.

    Args:
        photo: (H, W, 3).
        heatmap: The map over it.
        style: How it is drawn.
        about: What the picture is of: model and photo.
    """
    limits = style.limits_of(heatmap)
    panes = [photo, overlaid(photo, heatmap, style, limits)]
    panes = [enlarged_enough(pane) for pane in panes]
    gap = np.full((panes[0].shape[0], _GAP, 3), 255, np.uint8)
    pictures = np.concatenate([panes[0], gap, panes[1]], axis=1)
    caption = captioned_bar(heatmap, limits, style, width=pictures.shape[1])
    parts = [pictures, caption]
    if about:
        parts.append(text_strip([about], pictures.shape[1]))
    return np.concatenate(parts)


def enlarged_enough(picture: Picture) -> Picture:
    """Returns a small picture with larger pixels, so that words below it have room."""
    height, width = picture.shape[:2]
    factor = max(1, min(-(-_LEAST_HEIGHT // height), _MOST_ENLARGED // width))
    return picture.repeat(factor, 0).repeat(factor, 1)


def text_strip(lines: Sequence[str], width: int) -> Picture:
    """Returns lines of words on a white strip of some width [px], wrapped."""
    font, step = _font(width), _font_size(width) + 5
    parts = [part for line in lines for part in wrapped(line, font, width - 4)]
    strip = Image.new("RGB", (width, 6 + step * len(parts)), PAPER)
    draw = ImageDraw.Draw(strip)
    for number, part in enumerate(parts):
        draw.text((2, 3 + number * step), part, MUTED, font)
    return np.asarray(strip)


def captioned_bar(
    heatmap: Heatmap, limits: Limits, style: Style, *, width: int
) -> Picture:
    """Returns a strip with the colour bar, its numbers and the map's sentence."""
    font = _font(width)
    color_map = style.color_map_for(limits, heatmap)
    caption = _caption(heatmap, heatmap.sentence(color_map, limits), style)
    lines = wrapped(caption, font, width - 4)
    step = _font_size(width) + 5
    height = 8 + step * len(lines) + 4 + _BAR_HEIGHT + 4 + step
    strip = Image.new("RGB", (width, height), PAPER)
    draw = ImageDraw.Draw(strip)
    for number, line in enumerate(lines):
        ink = INK if number == 0 else MUTED
        draw.text((2, 6 + number * step), line, ink, font)
    _draw_bar(strip, heatmap, limits, color_map, top=height - step - 4 - _BAR_HEIGHT)
    return np.asarray(strip)


def _caption(heatmap: Heatmap, meaning: str, style: Style) -> str:
    state = (
        "" if heatmap.is_exact else Sentence("preview: places between are interpolated")
    )
    parts = (heatmap.title, meaning, state, heatmap.made)
    language = in_font(style.translate)
    return " · ".join(words(part, language) for part in parts if part)


def _draw_bar(
    strip: Image.Image, heatmap: Heatmap, limits: Limits, color_map: str, *, top: int
) -> None:
    """Draws the colours from side to side, and the numbers below them."""
    draw = ImageDraw.Draw(strip)
    measure = partial(draw.textlength, font=_font(strip.width))
    is_signed = limits.is_signed or heatmap.is_difference
    ends = [tick_label(v, limits, is_signed=is_signed) for v in limits.ends]
    side = math.ceil(max(measure(printable(words)) for words in ends) / 2) + 2
    room = max(strip.width - 2 * side, 1)
    levels = np.linspace(0, 255.99, room).astype(np.uint8)
    bar = color_table(color_map)[levels][np.newaxis]
    strip.paste(Image.fromarray(bar.repeat(_BAR_HEIGHT, 0)), (side, top))
    foot = top + _BAR_HEIGHT
    for tick in bar_ticks(limits, is_signed=is_signed, width=room, measure=measure):
        middle = side + tick.share * (room - 1)
        draw.line((middle, foot, middle, foot + 2), MUTED)
        words = printable(tick.words)
        at = (middle - measure(words) / 2, foot + 3)
        draw.text(at, words, MUTED, _font(strip.width))


def _font(width: int) -> Font:
    """Returns the font of the words under a picture of some width [px]."""
    return ImageFont.load_default(_font_size(width))


def _font_size(width: int) -> int:
    return 13 if width < 1600 else width // 120
