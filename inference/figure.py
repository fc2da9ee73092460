"""Pictures for people: the photo beside its map, with the sentence that explains it.

What stands under a map in the window stands under it here too: the quantity, the class,
the sign, and a colour bar with numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from inference.colormaps import color_table
from inference.heatmap import Heatmap, Limits, Style, overlaid

Picture = NDArray[np.uint8]  # (H, W, 3)

_INK, _PAPER, _MUTED = (26, 29, 33), (255, 255, 255), (84, 91, 102)
_LEAST_HEIGHT = 240  # small photos are enlarged to this, so that words stay readable
_GAP = 12
_BAR_HEIGHT = 12
_TILES_ACROSS, _TILE_FONT = 8, 10

_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def side_by_side(photo: Picture, heatmap: Heatmap, style: Style) -> Picture:
    """Returns photo and overlay beside each other, colour bar and caption below."""
    limits = style.limits(heatmap.values)
    panes = [photo, overlaid(photo, heatmap, style, limits)]
    factor = max(1, -(-_LEAST_HEIGHT // photo.shape[0]))
    panes = [pane.repeat(factor, 0).repeat(factor, 1) for pane in panes]
    gap = np.full((panes[0].shape[0], _GAP, 3), 255, np.uint8)
    pictures = np.concatenate([panes[0], gap, panes[1]], axis=1)
    caption = captioned_bar(heatmap, limits, style, width=pictures.shape[1])
    return np.concatenate([pictures, caption])


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A small picture (h, w, 3) with lines of words below it."""

    picture: Picture
    lines: tuple[str, ...]


def tiled(tiles: Sequence[Tile]) -> Picture:
    """Returns tiles of equal size in rows, read from the top left."""
    height, width = tiles[0].picture.shape[:2]
    font = ImageFont.load_default(_TILE_FONT)
    step = (
        height + _GAP + (_TILE_FONT + 3) * max(len(tile.lines) for tile in tiles),
        width + 4 * _GAP,
    )
    across = min(_TILES_ACROSS, len(tiles))
    down = -(-len(tiles) // across)
    canvas = Image.new("RGB", (across * step[1], down * step[0]), _PAPER)
    draw = ImageDraw.Draw(canvas)
    for number, tile in enumerate(tiles):
        top, left = number // across * step[0], number % across * step[1]
        canvas.paste(Image.fromarray(tile.picture), (left, top))
        for line, words in enumerate(tile.lines):
            place = (left, top + height + 2 + line * (_TILE_FONT + 2))
            text = _end_of(_printable(words), font, step[1] - 4)
            draw.text(place, text, _MUTED if line else _INK, font)
    return np.asarray(canvas)


def _end_of(text: str, font: _Font, width: int) -> str:
    """Returns as much of the end of a text as fits: names of tensors differ there."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"...{text}") > width:
        text = text[1:]
    return f"...{text}"


def captioned_bar(
    heatmap: Heatmap, limits: Limits, style: Style, *, width: int
) -> Picture:
    """Returns a strip with the colour bar, its numbers and the map's sentence."""
    size = 13 if width < 1600 else width // 120
    font = ImageFont.load_default(size)
    state = "" if heatmap.is_exact else " · preview: places between are interpolated"
    lines = _wrapped(f"{heatmap.title} · {heatmap.meaning}{state}", font, width)
    step = size + 5
    height = 8 + step * len(lines) + 4 + _BAR_HEIGHT + 4 + step
    strip = Image.new("RGB", (width, height), _PAPER)
    draw = ImageDraw.Draw(strip)
    for number, line in enumerate(lines):
        ink = _INK if number == 0 else _MUTED
        draw.text((2, 6 + number * step), _printable(line), ink, font)
    top = 8 + step * len(lines) + 4
    levels = np.linspace(0, 255.99, width).astype(np.uint8)
    bar = color_table(style.color_map_for(limits))[levels][np.newaxis]
    strip.paste(Image.fromarray(bar.repeat(_BAR_HEIGHT, 0)), (0, top))
    _draw_ticks(draw, limits, font, top + _BAR_HEIGHT + 2, width)
    return np.asarray(strip)


def number_text(value: float, limits: Limits) -> str:
    """Writes a number of the colour bar: a true minus, and a plus on signed bars."""
    digits = 2 if limits.reach >= 0.095 else 4
    text = f"{abs(value):.{digits}f}" if limits.reach < 100 else f"{abs(value):.4g}"
    if float(text) == 0:
        return "0"
    sign = "−" if value < 0 else "+" if limits.is_signed else ""
    return sign + text


def _printable(text: str) -> str:
    """Pillow's own font has neither minus sign nor times sign."""
    return text.replace("−", "–").replace("×", "x")


def _draw_ticks(
    draw: ImageDraw.ImageDraw,
    limits: Limits,
    font: _Font,
    top: int,
    width: int,
) -> None:
    free = -1.0
    ticks = limits.ticks()
    for tick in (ticks[0], ticks[-1], *ticks[1:-1]):
        text = number_text(tick, limits)
        share = (tick - limits.low) / ((limits.high - limits.low) or 1)
        room = draw.textlength(text, font)
        left = min(max(share * width - room / 2, 0), width - room)
        is_end = tick in (ticks[0], ticks[-1])
        if is_end or (left > free and left + room < width - 2 * room):
            draw.text((left, top), _printable(text), _MUTED, font)
            free = left + room + 6 if tick != ticks[-1] else free


def _wrapped(text: str, font: _Font, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width - 4:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
