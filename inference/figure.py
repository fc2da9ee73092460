"""Pictures for people: the photo beside its map, with the sentence that explains it.

What stands under a map in the window stands under it here too: the quantity, the class,
the sign, and a colour bar with numbers.
"""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from inference.colormaps import color_table
from inference.heatmap import Heatmap, Limits, Style, overlaid
from inference.sheet import INK, MUTED, PAPER, Font, Picture, printable, wrapped

_LEAST_HEIGHT = 240  # small photos are enlarged to this, so that words stay readable
_GAP = 12
_BAR_HEIGHT = 12


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


def captioned_bar(
    heatmap: Heatmap, limits: Limits, style: Style, *, width: int
) -> Picture:
    """Returns a strip with the colour bar, its numbers and the map's sentence."""
    size = 13 if width < 1600 else width // 120
    font = ImageFont.load_default(size)
    state = "" if heatmap.is_exact else " · preview: places between are interpolated"
    lines = wrapped(f"{heatmap.title} · {heatmap.meaning}{state}", font, width - 4)
    step = size + 5
    height = 8 + step * len(lines) + 4 + _BAR_HEIGHT + 4 + step
    strip = Image.new("RGB", (width, height), PAPER)
    draw = ImageDraw.Draw(strip)
    for number, line in enumerate(lines):
        ink = INK if number == 0 else MUTED
        draw.text((2, 6 + number * step), line, ink, font)
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


def _draw_ticks(
    draw: ImageDraw.ImageDraw,
    limits: Limits,
    font: Font,
    top: int,
    width: int,
) -> None:
    free = -1.0
    ticks = limits.ticks()
    for tick in (ticks[0], ticks[-1], *ticks[1:-1]):
        text = printable(number_text(tick, limits))
        share = (tick - limits.low) / ((limits.high - limits.low) or 1)
        room = draw.textlength(text, font)
        left = min(max(share * width - room / 2, 0), width - room)
        is_end = tick in (ticks[0], ticks[-1])
        if is_end or (left > free and left + room < width - 2 * room):
            draw.text((left, top), text, MUTED, font)
            free = left + room + 6 if tick != ticks[-1] else free
