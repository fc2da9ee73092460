"""Channels as tiles: one scale for all of them or each its own, and pictures of many.

Values become levels 0..255 first, one byte each; a table of 256 colours does the rest.
The window paints from the same levels, so a picture that is saved looks like it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inference.activations.record import LayerActivations
from inference.errors import Sentence, words
from inference.geometry import Floats
from inference.languages import Translate, english
from inference.pictures.colormaps import DIVERGING, color_table
from inference.pictures.limits import Limits, has_both_signs
from inference.pictures.sheet import (
    ACCENT,
    GAP,
    LINE,
    Picture,
    Sheet,
    Tile,
    in_font,
    tiled,
)

ScaleKind = Literal["layer", "channel", "fixed"]
SCALES: tuple[ScaleKind, ...] = get_args(ScaleKind)

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
        translate: Puts captions into words.
    """

    scale: ScaleKind = "layer"
    limits: Limits | None = None
    color_map: str = "automatic"
    translate: Translate = english

    def words(self, caption: str) -> str:
        """Returns a caption, translated where it is a sentence."""
        return words(caption, in_font(self.translate))

    def color_map_for(self, maps: Floats) -> str:
        """Returns the name of the colour map that is used."""
        if self.color_map != "automatic":
            return self.color_map
        return DIVERGING if has_both_signs(maps) else "viridis"

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
    captions: Sequence[str],
    framed: Sequence[int] = (),
) -> Picture:
    """Returns channels as numbered tiles below each other, captions above them.

    A vector is drawn as bars.
    """
    maps = activations.maps[list(channels)]
    lows, highs = style.ends(activations.maps)
    name = style.color_map_for(activations.maps)
    ends = Limits(float(lows.min()), float(highs.max()))
    lines = list(map(style.words, (*captions, _scale_words(style, ends, name))))
    if activations.is_vector:
        return _bars(maps, channels, lines)
    picked = levels(maps, lows[list(channels)], highs[list(channels)])
    tiles = [
        Tile(_tile(each, name), (str(channel),), is_framed=channel in framed)
        for channel, each in zip(channels, picked, strict=True)
    ]
    return tiled(tiles, across=columns, head=lines)


def montage(
    first: LayerActivations,
    second: LayerActivations,
    channels: Sequence[int],
    style: TileStyle,
    *,
    captions: Sequence[str],
) -> Picture:
    """Returns channels of two photos side by side at one scale, with A − B.

    Automatic colours are those of the first photo's layer. Where the maps differ in
    size there is no difference; a line says so. The captions are a heading and the
    names of both photos.
    """
    pair = [each.maps[list(channels)] for each in (first, second)]
    pair = [maps.reshape(len(maps), *maps.shape[1:] or (1, 1)) for maps in pair]
    both = np.concatenate([maps.reshape(-1) for maps in pair])[np.newaxis]
    style = replace(style, color_map=style.color_map_for(first.maps))
    shared = TileStyle("fixed", _ends(style, both), style.color_map)
    columns = [_tiles(maps, shared) for maps in pair]
    heads = [f"A {captions[1]}", f"B {captions[2]}"]
    scale = _scale_words(shared, _ends(style, both), shared.color_map)
    notes: list[str] = [captions[0], scale]
    if pair[0].shape == pair[1].shape:
        apart = pair[0] - pair[1]
        reach = float(np.abs(apart).max())
        limits = Limits(-reach, reach)
        columns.append(_tiles(apart, TileStyle("fixed", limits, DIVERGING)))
        heads.append("A − B")
        notes.append(
            Sentence(
                "A − B: blue-red, {low:.4g} to {high:.4g}, red: more in A",
                low=-reach,
                high=reach,
            )
        )
    else:
        notes.append(Sentence("No difference: the maps of both photos differ in size."))
    return _beside(columns, heads, channels, list(map(style.words, notes)))


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
    height = LINE + sum(heights) + len(heights) * (LINE + GAP)
    sheet = Sheet(sum(widths) + GAP * (len(widths) + 1), height, notes)
    lefts = [GAP + sum(widths[:i]) + i * GAP for i in range(len(widths))]
    for left, head, width in zip(lefts, heads, widths, strict=True):
        sheet.write(sheet.head, left, head, width)
    top = sheet.head + LINE
    for place, channel in enumerate(channels):
        for left, column in zip(lefts, columns, strict=True):
            sheet.put(Tile(column[place], (str(channel),)), top, left)
        top += heights[place] + LINE + GAP
    return sheet.picture()


def _tiles(maps: Floats, style: TileStyle) -> list[Picture]:
    lows, highs = style.ends(maps)
    return [_tile(one, style.color_map, 160) for one in levels(maps, lows, highs)]


def _tile(level: NDArray[np.uint8], color_map: str, least: int = 64) -> Picture:
    factor = max(-(-least // max(level.shape)), 1)
    tile: Picture = color_table(color_map)[level]
    return tile.repeat(factor, 0).repeat(factor, 1)


def _bars(values: Floats, channels: Sequence[int], lines: list[str]) -> Picture:
    """A bar for each number of a vector, from zero to both sides."""
    sheet = Sheet(560, len(values) * _BAR, lines)
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    span = (high - low) or 1.0
    for place, (channel, value) in enumerate(zip(channels, values, strict=True)):
        top = sheet.head + place * _BAR
        sheet.write(top - 2, GAP, str(channel), 44)
        zero = 60 + (0 - low) / span * 400
        end = 60 + (float(value) - low) / span * 400
        box = (min(zero, end), top + 2, max(zero, end) + 1, top + _BAR - 3)
        sheet.draw.rectangle(box, ACCENT)
        sheet.write(top - 2, 470, f"{float(value):.5g}", 80)
    return sheet.picture()


def _range(maps: Floats) -> tuple[float, float]:
    finite = maps[np.isfinite(maps)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def _scale_words(style: TileStyle, ends: Limits, color_map: str) -> Sentence:
    if style.scale == "channel":
        return Sentence(
            "each channel at a scale of its own · {color_map}", color_map=color_map
        )
    return Sentence(
        "one scale, {low:.5g} to {high:.5g} · {color_map}",
        low=ends.low,
        high=ends.high,
        color_map=color_map,
    )
