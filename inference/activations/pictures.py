"""Channels as tiles: one scale for all of them or each its own, and pictures of many.

Values become levels 0..255 first, one byte each; a table of 256 colours does the rest.
The window paints from the same levels, so a picture that is saved looks like it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from inference.activations.record import LayerActivations
from inference.colormaps import DIVERGING, color_table
from inference.heatmap import Limits
from inference.prediction import Floats

ScaleKind = Literal["layer", "channel", "fixed"]
SCALES: tuple[ScaleKind, ...] = get_args(ScaleKind)
Picture = NDArray[np.uint8]  # (H, W, 3)

_INK, _MUTED = (26, 29, 33), (84, 91, 102)
_ACCENT = (29, 95, 191)
_LINE = 16  # px, of text
_GAP = 8
_BAR = 12  # px of height for one number of a vector


@dataclass(frozen=True, slots=True)
class TileStyle:
    """How channels are drawn.

    Attributes:
        scale: "layer" (from the layer's least to its largest value, as MATLAB's
            mat2gray does on the stack), "channel" (each its own) or "fixed".
        limits: The ends of a fixed scale.
        color_map: "automatic" (blue-red where there are both signs, else viridis), or
            one of `colormaps.COLOR_MAPS`. Blue-red has zero in the middle.
    """

    scale: ScaleKind = "layer"
    limits: Limits | None = None
    color_map: str = "automatic"

    def color_map_for(self, maps: Floats) -> str:
        """Returns the name of the colour map that is used."""
        if self.color_map != "automatic":
            return self.color_map
        low, high = _range(maps)
        return DIVERGING if low < 0 < high else "viridis"

    def ends(self, maps: Floats) -> tuple[Floats, Floats]:
        """Returns the values (C,) at the low and the high end of each channel."""
        flat = maps.reshape(len(maps), -1)
        if self.scale == "fixed" and self.limits is not None:
            lows = np.full(len(maps), self.limits.low, np.float32)
            highs = np.full(len(maps), self.limits.high, np.float32)
            return lows, highs
        if self.scale == "channel" and maps.ndim == 3:
            lows, highs = flat.min(axis=1), flat.max(axis=1)
        else:
            low, high = _range(maps)
            lows = np.full(len(maps), low, np.float32)
            highs = np.full(len(maps), high, np.float32)
        if self.color_map_for(maps) == DIVERGING:
            highs = np.maximum(np.abs(lows), np.abs(highs))
            lows = -highs
        return lows, highs


def levels(maps: Floats, lows: Floats, highs: Floats) -> NDArray[np.uint8]:
    """Returns where values (C, ...) lie between the ends (C,), as 0..255."""
    shape = (-1, *(1,) * (maps.ndim - 1))
    low, span = lows.reshape(shape), (highs - lows).reshape(shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(span > 0, (maps - low) / span, 0)
    shares = np.nan_to_num(share, nan=0, posinf=1, neginf=0)
    level: NDArray[np.uint8] = np.clip(shares * 256, 0, 255).astype(np.uint8)
    return level


def grid_picture(
    activations: LayerActivations,
    channels: Sequence[int],
    columns: int,
    style: TileStyle,
    *,
    caption: str,
    framed: Sequence[int] = (),
) -> Picture:
    """Returns channels as numbered tiles below each other, with a caption.

    A vector is drawn as bars.
    """
    maps = activations.maps[list(channels)]
    lows, highs = style.ends(activations.maps)
    name = style.color_map_for(activations.maps)
    ends = Limits(float(lows.min()), float(highs.max()))
    lines = [*caption.split("\n"), _scale_words(style, ends, name)]
    if activations.is_vector:
        return _bars(maps, channels, lines)
    picked = levels(maps, lows[list(channels)], highs[list(channels)])
    tiles = [_tile(each, name) for each in picked]
    height, width = tiles[0].shape[:2]
    rows = -(-len(tiles) // columns)
    canvas = _Canvas(columns * (width + _GAP) + _GAP, lines)
    canvas.grow(rows * (height + _LINE + _GAP))
    for place, (channel, tile) in enumerate(zip(channels, tiles, strict=True)):
        row, column = divmod(place, columns)
        left = _GAP + column * (width + _GAP)
        top = canvas.head + row * (height + _LINE + _GAP)
        canvas.put(tile, top, left, str(channel), is_framed=channel in framed)
    return canvas.picture()


def montage(
    first: LayerActivations,
    second: LayerActivations,
    channels: Sequence[int],
    style: TileStyle,
    *,
    captions: Sequence[str],
) -> Picture:
    """Returns channels of two photos side by side at one scale, with A − B.

    Where the maps differ in size there is no difference; a line says so. The captions
    are a heading and the names of both photos.
    """
    pair = [each.maps[list(channels)] for each in (first, second)]
    pair = [maps.reshape(len(maps), *maps.shape[1:] or (1, 1)) for maps in pair]
    both = np.concatenate([maps.reshape(-1) for maps in pair])[np.newaxis]
    shared = TileStyle("fixed", _ends(style, both), style.color_map_for(both))
    columns = [_tiles(maps, shared) for maps in pair]
    heads = [f"A {captions[1]}", f"B {captions[2]}"]
    notes = [captions[0], _scale_words(shared, _ends(style, both), shared.color_map)]
    if pair[0].shape == pair[1].shape:
        apart = pair[0] - pair[1]
        reach = float(np.abs(apart).max())
        limits = Limits(-reach, reach)
        columns.append(_tiles(apart, TileStyle("fixed", limits, DIVERGING)))
        heads.append("A − B")
        notes.append(f"A − B: blue-red, {-reach:.4g} to {reach:.4g}, red: more in A")
    else:
        notes.append("No difference: the maps of both photos differ in size.")
    return _beside(columns, heads, channels, notes)


def _ends(style: TileStyle, values: Floats) -> Limits:
    lows, highs = TileStyle(
        "fixed" if style.scale == "fixed" else "layer", style.limits, style.color_map
    ).ends(values)
    return Limits(float(lows[0]), float(highs[0]))


def _beside(
    columns: list[list[Picture]],
    heads: list[str],
    channels: Sequence[int],
    notes: list[str],
) -> Picture:
    widths = [max(tile.shape[1] for tile in column) for column in columns]
    heights = [max(t.shape[0] for t in row) for row in zip(*columns, strict=True)]
    canvas = _Canvas(sum(widths) + _GAP * (len(widths) + 1), notes)
    canvas.grow(_LINE + sum(heights) + len(heights) * (_LINE + _GAP))
    lefts = [_GAP + sum(widths[:i]) + i * _GAP for i in range(len(widths))]
    for left, head, width in zip(lefts, heads, widths, strict=True):
        canvas.write(canvas.head, left, head, width)
    top = canvas.head + _LINE
    for place, channel in enumerate(channels):
        for left, column in zip(lefts, columns, strict=True):
            canvas.put(column[place], top, left, str(channel))
        top += heights[place] + _LINE + _GAP
    return canvas.picture()


def _tiles(maps: Floats, style: TileStyle) -> list[Picture]:
    lows, highs = style.ends(maps)
    return [_tile(one, style.color_map, 160) for one in levels(maps, lows, highs)]


def _tile(level: NDArray[np.uint8], color_map: str, least: int = 64) -> Picture:
    factor = max(-(-least // max(level.shape)), 1)
    tile: Picture = color_table(color_map)[level]
    return tile.repeat(factor, 0).repeat(factor, 1)


def _bars(values: Floats, channels: Sequence[int], lines: list[str]) -> Picture:
    """A bar for each number of a vector, from zero to both sides."""
    canvas = _Canvas(560, lines)
    canvas.grow(len(values) * _BAR)
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    span = (high - low) or 1.0
    for place, (channel, value) in enumerate(zip(channels, values, strict=True)):
        top = canvas.head + place * _BAR
        canvas.write(top - 2, _GAP, str(channel), 44)
        zero = 60 + (0 - low) / span * 400
        end = 60 + (float(value) - low) / span * 400
        box = (min(zero, end), top + 2, max(zero, end) + 1, top + _BAR - 3)
        canvas.draw.rectangle(box, _ACCENT)
        canvas.write(top - 2, 470, f"{float(value):.5g}", 80)
    return canvas.picture()


class _Canvas:
    """A white sheet with lines of text at its head."""

    def __init__(self, width: int, lines: list[str]) -> None:
        self._font = ImageFont.load_default(12)
        self._width = max(width, 420)
        self._lines = [part for line in lines for part in self._wrapped(line)]
        lines = self._lines
        self.head = _GAP + _LINE * len(lines) + _GAP
        self.grow(0)

    def grow(self, height: int) -> None:
        """Takes a new sheet with so much room below the head."""
        size = (self._width, self.head + height)
        self._sheet = Image.new("RGB", size, (255, 255, 255))
        self.draw = ImageDraw.Draw(self._sheet)
        for place, line in enumerate(self._lines):
            top = _GAP // 2 + place * _LINE
            self.write(top, _GAP, line, self._width - 2 * _GAP, _MUTED)

    def put(
        self, tile: Picture, top: int, left: int, words: str, *, is_framed: bool = False
    ) -> None:
        """Puts a tile somewhere, with words below."""
        height, width = tile.shape[:2]
        if is_framed:
            frame = (left - 3, top - 3, left + width + 2, top + height + 2)
            self.draw.rectangle(frame, outline=_ACCENT, width=2)
        self._sheet.paste(Image.fromarray(tile), (left, top))
        self.write(top + height, left, words, width, _ACCENT if is_framed else _INK)

    def write(
        self,
        top: int,
        left: int,
        words: str,
        room: int,
        ink: tuple[int, int, int] = _INK,
    ) -> None:
        """Writes a line and cuts what has no room, in the signs that the font has."""
        shown = words.replace("−", "-").replace("×", "x")
        while shown and self._font.getlength(shown) > room:
            shown = shown[:-1]
        self.draw.text((left, top), shown, ink, self._font)

    def _wrapped(self, line: str) -> list[str]:
        wrapped = [""]
        for word in line.split(" "):
            longer = f"{wrapped[-1]} {word}".strip()
            if wrapped[-1] and self._font.getlength(longer) > self._width - 3 * _GAP:
                wrapped.append(word)
            else:
                wrapped[-1] = longer
        return wrapped

    def picture(self) -> Picture:
        """Returns the sheet."""
        return np.asarray(self._sheet)


def _range(maps: Floats) -> tuple[float, float]:
    finite = maps[np.isfinite(maps)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def _scale_words(style: TileStyle, ends: Limits, color_map: str) -> str:
    if style.scale == "channel":
        return f"each channel at a scale of its own · {color_map}"
    return f"one scale, {ends.low:.5g} to {ends.high:.5g} · {color_map}"
