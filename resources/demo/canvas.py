"""Where the toy world is painted: shapes that look like modelling clay under one lamp.

The one idea: a shape is an outline and a material. Blurring its silhouette gives it a
height, the slope of that height catches the light, the silhouette moved away from the
lamp is its shadow. Everything on a table is painted that way, so it fits together.

Scene coordinates: x to the right, y down, the middle of the picture at (0, 0), half of
its shorter side is 1. Colours are red, green, blue in [0, 1].
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from resources.demo.colour import cloud

Array = np.ndarray
Pattern = Callable[[Array, Array], Array]
"""Colours (H, W, 3) of a shape at its own x (H, W) and y (H, W)."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a shape is made of.

    Attributes:
        colour: Its own colour (3,).
        bevel: Radius of the rounded edge, in scene units of the pen.
        relief: How strongly slopes catch the light; negative looks hollow.
        gloss: Strength of the highlight, in [0, 1].
        mottle: Strength of blotches.
        grain: Size of blotches, in scene units of the pen.
        height: How far above the ground, hence how far its shadow falls.
        shade: Darkness of that shadow, in [0, 1].
        opacity: 1 covers what lies below.
    """

    colour: Array
    bevel: float = 0.05
    relief: float = 0.5
    gloss: float = 0.0
    mottle: float = 0.0
    grain: float = 0.1
    height: float = 0.02
    shade: float = 0.42
    opacity: float = 1.0

    def but(self, **changes: float | Array) -> "Material":
        """Returns a copy with some attributes changed."""
        return replace(self, **changes)


class Canvas:
    """The picture being painted, larger than the photo it will become.

    Attributes:
        pixels: Colours (H, W, 3) float32.
        dish: Where the dish is visible (H, W) float32, 0 or 1.
        light: Direction towards the lamp (x, y), length 1.
        unit: Pixels per scene unit.
    """

    def __init__(
        self, size: tuple[int, int], light: float, rng: np.random.Generator
    ) -> None:
        """Begins a black picture.

        Args:
            size: Width and height, in pixels.
            light: Angle of the lamp in radians, clockwise from the right.
            rng: For blotches.
        """
        width, height = size
        self.pixels = np.zeros((height, width, 3), np.float32)
        self.dish = np.zeros((height, width), np.float32)
        self.light = np.array([np.cos(light), np.sin(light)])
        self.unit = min(size) / 2
        self.rng = rng

    @property
    def pen(self) -> "Pen":
        """A pen in scene coordinates."""
        height, width = self.dish.shape
        frame = np.array([[self.unit, 0, width / 2], [0, self.unit, height / 2]])
        return Pen(self, frame)


@dataclass(frozen=True)
class Pen:
    """Paints shapes in coordinates of its own.

    Attributes:
        canvas: What it paints on.
        frame: From its coordinates to pixels (2, 3).
        marks: Whether what it paints belongs to the dish.
    """

    canvas: Canvas
    frame: Array
    marks: bool = False

    @property
    def unit(self) -> float:
        """Pixels per unit of this pen."""
        return float(np.sqrt(abs(np.linalg.det(self.frame[:, :2]))))

    def at(
        self,
        place: Sequence[float] = (0, 0),
        turn: float = 0,
        scale: float | tuple[float, float] = 1,
    ) -> "Pen":
        """Returns a pen whose origin lies at `place`, turned [rad] and scaled."""
        across, down = scale if isinstance(scale, tuple) else (scale, scale)
        cosine, sine = np.cos(turn), np.sin(turn)
        local = np.array(
            [
                [cosine * across, -sine * down, place[0]],
                [sine * across, cosine * down, place[1]],
                [0, 0, 1],
            ]
        )
        return replace(self, frame=self.frame @ local)

    def marking(self) -> "Pen":
        """Returns the same pen, now painting the dish."""
        return replace(self, marks=True)

    def shape(
        self,
        outline: Array,
        material: Material,
        *,
        pattern: Pattern | None = None,
        hole: Array | None = None,
    ) -> None:
        """Paints the inside of an outline (N, 2), less a hole (M, 2)."""
        corners = [outline] if hole is None else [outline, hole]
        self._paint([self._to_pixels(part) for part in corners], material, pattern)

    def stroke(self, path: Array, width: float, material: Material) -> None:
        """Paints a round-ended line along a path (N, 2), `width` wide."""
        points = self._to_pixels(path)
        self._paint([points], material, None, max(width * self.unit, 1.0))

    def _to_pixels(self, points: Array) -> Array:
        return points @ self.frame[:, :2].T + self.frame[:, 2]

    def _paint(
        self,
        parts: list[Array],
        material: Material,
        pattern: Pattern | None,
        stroke: float = 0,
    ) -> None:
        canvas, unit = self.canvas, self.unit
        margin = (material.height * 2.5 + material.bevel) * unit + stroke + 4
        limit = np.array(canvas.dish.shape[::-1])
        low = np.maximum(np.floor(parts[0].min(0) - margin), -margin).astype(int)
        high = np.minimum(np.ceil(parts[0].max(0) + margin), limit + margin)
        size = (high - low).astype(int)
        if (size < 3).any() or (low >= limit).any() or (high <= 0).any():
            return
        cover = _silhouette([part - low for part in parts], size, stroke)
        start, stop = np.maximum(low, 0), np.minimum(low + size, limit)
        window = (slice(start[1], stop[1]), slice(start[0], stop[0]))
        inner = tuple(
            slice(s.start - o, s.stop - o)
            for s, o in zip(window, low[::-1], strict=True)
        )
        self._cast_shadow(cover, window, inner, material)
        colours = self._colours(cover, low, material, pattern)[inner]
        alpha = np.asarray(cover, np.float32)[inner] / 255 * material.opacity
        base = canvas.pixels[window]
        canvas.pixels[window] = base + (colours - base) * alpha[..., None]
        if material.opacity > 0.9:
            shown = canvas.dish[window]
            canvas.dish[window] = shown + (float(self.marks) - shown) * alpha

    def _cast_shadow(
        self,
        cover: Image.Image,
        window: tuple[slice, slice],
        inner: tuple[slice, ...],
        material: Material,
    ) -> None:
        reach = material.height * self.unit
        if reach < 0.5 or material.shade <= 0:
            return
        offset = np.rint(-self.canvas.light * reach).astype(int)
        fallen = Image.new("L", cover.size)
        fallen.paste(cover, tuple(int(step) for step in offset))
        far = fallen.filter(ImageFilter.GaussianBlur(reach * 0.7))
        near = cover.filter(ImageFilter.GaussianBlur(reach * 0.35 + 1))
        dark = np.asarray(far, np.float32) * 0.65 + np.asarray(near, np.float32) * 0.5
        dark = np.minimum(dark[inner] / 255, 1) * material.shade
        tint = np.array([1.0, 1.08, 1.02], np.float32)
        self.canvas.pixels[window] *= 1 - dark[..., None] * tint * 0.9

    def _colours(
        self,
        cover: Image.Image,
        low: Array,
        material: Material,
        pattern: Pattern | None,
    ) -> Array:
        width, height = cover.size
        colours = np.broadcast_to(material.colour, (height, width, 3))
        if pattern is not None:
            colours = pattern(*self._own_coordinates(low, height, width))
        if material.mottle:
            feature = max(material.grain * self.unit, 2)
            noise = cloud(self.canvas.rng, height, width, (feature, feature))
            colours = colours * (1 + material.mottle * noise)[..., None]
        if material.bevel * self.unit < 0.7 or not material.relief:
            return np.clip(colours, 0, 1)
        return self._lit(np.clip(colours, 0.004, 1), cover, material)

    def _own_coordinates(
        self, low: Array, height: int, width: int
    ) -> tuple[Array, ...]:
        inverse = np.linalg.inv(self.frame[:, :2])
        cols = np.arange(width, dtype=np.float32)[None, :] + low[0] - self.frame[0, 2]
        rows = np.arange(height, dtype=np.float32)[:, None] + low[1] - self.frame[1, 2]
        return (
            (inverse[0, 0] * cols + inverse[0, 1] * rows).astype(np.float32),
            (inverse[1, 0] * cols + inverse[1, 1] * rows).astype(np.float32),
        )

    def _lit(self, colours: Array, cover: Image.Image, material: Material) -> Array:
        radius = material.bevel * self.unit
        heights = _blurred(cover, radius * 0.6)
        slope_y, slope_x = np.gradient(heights)
        toward = self.canvas.light * (radius * 1.5)
        lit = -(slope_x * toward[0] + slope_y * toward[1])
        # A power below 1 brightens and pales, above 1 darkens and saturates.
        power = np.exp(-1.5 * material.relief * lit + 0.1 * abs(material.relief))
        result = colours ** power[..., None].astype(np.float32)
        if material.gloss:
            across = (-slope_x * radius * 1.5 - 0.3 * self.canvas.light[0]) ** 2
            down = (-slope_y * radius * 1.5 - 0.3 * self.canvas.light[1]) ** 2
            shine = material.gloss * np.exp(-(across + down) / 0.012)
            result = result + (1 - result) * shine[..., None].astype(np.float32)
        return result


def _silhouette(parts: list[Array], size: Array, stroke: float) -> Image.Image:
    cover = Image.new("L", (int(size[0]), int(size[1])))
    brush = ImageDraw.Draw(cover)
    if stroke:
        path = [tuple(point) for point in parts[0].tolist()]
        brush.line(path, fill=255, width=max(round(stroke), 1), joint="curve")
        for x, y in (path[0], path[-1]):
            half = stroke / 2
            brush.ellipse((x - half, y - half, x + half, y + half), fill=255)
        return cover
    for part, tone in zip(parts, (255, 0), strict=False):
        brush.polygon([tuple(point) for point in part.tolist()], fill=tone)
    return cover


def _blurred(cover: Image.Image, sigma: float) -> Array:
    """Returns a blurred silhouette (H, W) in [0, 1], free of steps of 1/255."""
    factor = max(int(sigma / 4), 1)
    if factor == 1:
        blurred = cover.filter(ImageFilter.GaussianBlur(sigma))
        return np.asarray(blurred, np.float32) / 255
    small = np.asarray(cover.reduce(factor), np.float32) / 255
    reach = max(round(sigma / factor), 1)
    for _ in range(3):
        for axis in (0, 1):
            small = _box_mean(small, reach, axis)
    return np.asarray(Image.fromarray(small).resize(cover.size, Image.BICUBIC))


def _box_mean(values: Array, reach: int, axis: int) -> Array:
    pad = [(0, 0), (0, 0)]
    pad[axis] = (reach + 1, reach)
    total = np.cumsum(np.pad(values, pad), axis, dtype=np.float64)
    count, width = values.shape[axis], 2 * reach + 1
    upper = np.take(total, range(width, width + count), axis)
    lower = np.take(total, range(count), axis)
    return ((upper - lower) / width).astype(np.float32)
