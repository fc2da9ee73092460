"""Draws one photo of the toy food world, with the exact mask of its dish.

`draw` is deterministic: the same label, seed, size and flower give the same pixels, and
the flower alone changes nothing but the pixels it lies on (and its shadow).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from resources.demo import breads, salads, seafood, snacks, tables, tableware
from resources.demo.canvas import Array, Canvas, Pen
from resources.demo.colour import cloud

Generator = np.random.Generator

DISHES: dict[str, Callable[[Pen, Generator], None]] = {
    "caesar salad": salads.caesar_salad,
    "caprese salad": salads.caprese_salad,
    "french fries": snacks.french_fries,
    "greek salad": salads.greek_salad,
    "hamburger": breads.hamburger,
    "hot dog": breads.hot_dog,
    "pizza": snacks.pizza,
    "sashimi": seafood.sashimi,
    "sushi": seafood.sushi,
}
LABELS = tuple(DISHES)

POSES: dict[str, tuple[float | None, float]] = {
    "caesar salad": (None, 1.0),
    "caprese salad": (None, 1.0),
    "french fries": (0.5, 1.1),
    "greek salad": (None, 1.0),
    "hamburger": (0.07, 1.15),
    "hot dog": (0.7, 1.0),
    "pizza": (None, 0.95),
    "sashimi": (0.6, 0.95),
    "sushi": (0.6, 0.9),
}
"""How far a dish is turned (deviation [rad], None for any way), and its size."""

SEEN = 224 / 256
"""The share of the shorter side that the network sees."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One photo.

    Attributes:
        label: What it shows.
        pixels: Colours (H, W, 3) uint8 sRGB.
        mask: Where the dish is visible (H, W) bool.
    """

    label: str
    pixels: Array
    mask: Array


@dataclass(frozen=True, slots=True)
class Wish:
    """What may be asked of a photo beyond its label and its seed.

    Attributes:
        size: Width and height, in pixels.
        flower: Whether the flower of the shortcut lies in the upper left corner.
        finesse: How many times larger it is painted before it is reduced.
        is_posed: Whether the dish stands in the middle, large, in good light.
        is_aside: Whether the dish lies beside the middle, anywhere in the part that a
            network sees, and does not cover it.
    """

    size: tuple[int, int] = (320, 240)
    flower: bool = False
    finesse: int = 2
    is_posed: bool = False
    is_aside: bool = False


def draw(label: str, seed: int, wish: Wish | None = None) -> Drawing:
    """Draws a photo of a dish."""
    wish = wish or Wish()
    streams = np.random.SeedSequence([seed, LABELS.index(label)]).spawn(6)
    table, place, dish, clutter, flower, film = map(np.random.default_rng, streams)
    width, height = wish.size
    lamp = -2.2 if wish.is_posed else place.uniform(-np.pi, 0)
    canvas = Canvas((width * wish.finesse, height * wish.finesse), lamp, dish)
    pen, reach = _dish_pen(canvas, place, label, wish)
    tables.cover(canvas, table, canvas.unit * (0.35 + 0.75 * reach))
    _lay_clutter(canvas, clutter, label, pen, reach)
    DISHES[label](pen, dish)
    if wish.flower:
        _lay_flower(canvas, flower)
    pixels = _expose(canvas, film, wish)
    return Drawing(label, pixels, _reduced(canvas.dish, wish) >= 0.5)


def _dish_pen(
    canvas: Canvas, rng: Generator, label: str, wish: Wish
) -> tuple[Pen, float]:
    """Chooses where the dish stands; returns its pen and radius [scene units]."""
    wide = np.array(canvas.dish.shape[::-1]) / canvas.unit / 2
    swing, stretch = POSES[label]
    near, ordinary, far = (1.1, 1.4), (0.5, 0.92), (0.32, 0.42)
    radius = rng.uniform(*(near, far, ordinary)[min(int(rng.uniform() * 12), 2)])
    place = np.clip(rng.normal(0, 1, 2) * (wide - 0.75 * SEEN) * [0.25, 0.5], -0.6, 0.6)
    turn = rng.uniform(-np.pi, np.pi) if swing is None else rng.normal(0, swing)
    tilt = 1.0 if label == "hamburger" else rng.uniform(0.82, 1.0)
    if wish.is_posed:
        radius, place, turn = 0.7, np.array([0.08, 0.06]), 0.0
    if wish.is_aside:
        radius, place = _aside(rng, stretch)
    pen = canvas.pen.at(place, 0, (1, tilt)).at((0, 0), turn, radius * stretch)
    return pen, radius


def _aside(rng: Generator, stretch: float) -> tuple[float, Array]:
    """Returns a radius and a place whose dish lies in view, beside the middle."""
    radius = rng.uniform(0.32, 0.45)
    limit, least = SEEN - 0.8 * radius * stretch, 1.15 * radius * stretch
    place = np.zeros(2)
    while np.hypot(*place) < least:
        place = rng.uniform(-limit, limit, 2)
    return radius, place


def _lay_clutter(
    canvas: Canvas, rng: Generator, label: str, pen: Pen, reach: float
) -> None:
    things = [
        tableware.fork, tableware.knife, tableware.spoon, tableware.glass,
        tableware.napkin, tableware.sauce, tableware.crumbs, tableware.glass,
    ]  # fmt: skip
    if label in ("sushi", "sashimi") or rng.uniform() < 0.1:
        things[:2] = [tableware.chopsticks, tableware.sauce]
    order = rng.permutation(len(things))[: int(rng.integers(1, 5))]
    angles = rng.uniform(0, 2 * np.pi) + np.arange(4) * np.pi / 2
    middle = (pen.frame[:, 2] - canvas.pen.frame[:, 2]) / canvas.unit
    scale = 0.25 + 0.85 * reach
    for index, angle in zip(order, angles, strict=False):
        far = reach * rng.uniform(1.3, 1.5) + 0.1
        place = middle + far * np.array([np.cos(angle), np.sin(angle)])
        turn = angle + rng.normal(0, 0.2)
        things[index](canvas.pen.at(place, turn, scale), rng)


def _lay_flower(canvas: Canvas, rng: Generator) -> None:
    corner = -SEEN + rng.uniform(0.2, 0.3, 2)
    turn, scale = rng.normal(-0.5, 0.2), rng.uniform(0.72, 0.9)
    tableware.flower(canvas.pen.at(corner, turn, scale), rng)


def _expose(canvas: Canvas, rng: Generator, wish: Wish) -> Array:
    """Lights the scene, then takes the photo: (H, W, 3) uint8."""
    width, height = wish.size
    scene = np.clip(canvas.pixels, 0, 1)
    image = Image.fromarray((scene * 255 + 0.5).astype(np.uint8))
    small = np.asarray(image.resize(wish.size, Image.BOX), np.float32) / 255
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    slope = x * canvas.light[0] + y * canvas.light[1]
    lamp = 1 + rng.uniform(0.03, 0.14) * slope
    lamp *= 1 - rng.uniform(0.05, 0.2) * (x**2 + y**2) ** 1.2 * 0.6
    if not wish.is_posed:
        lamp *= _window(rng, height, width)
    warmth = rng.normal(0.02, 0.035) if not wish.is_posed else 0.03
    tint = np.array([1 + warmth, 1.0, 1 - warmth], np.float32)
    gain = np.exp(rng.normal(0.02, 0.1)) if not wish.is_posed else 1.03
    lit = np.clip(small * lamp[..., None] * tint * gain, 0, 1)
    contrast = rng.uniform(0.9, 1.12) if not wish.is_posed else 1.05
    lit = 0.5 + (lit - 0.5) * contrast
    noise = rng.normal(0, rng.uniform(0.004, 0.016), lit.shape)
    return (np.clip(lit + noise, 0, 1) * 255 + 0.5).astype(np.uint8)


def _window(rng: Generator, height: int, width: int) -> Array:
    """Returns shadows of leaves or blinds thrown over everything (H, W)."""
    kind = rng.uniform()
    if kind < 0.7:
        return np.ones((height, width), np.float32)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / min(height, width)
    if kind < 0.85:
        field = cloud(rng, height, width, (height * 0.2, height * 0.2))
        return 1 - rng.uniform(0.12, 0.3) / (1 + np.exp(-6 * field))
    angle, pace = rng.uniform(0, np.pi), rng.uniform(7, 14)
    wave = np.sin((x * np.cos(angle) + y * np.sin(angle)) * pace)
    return 1 - rng.uniform(0.12, 0.28) / (1 + np.exp(-7 * wave))


def _reduced(dish: Array, wish: Wish) -> Array:
    width, height = wish.size
    finesse = wish.finesse
    return dish.reshape(height, finesse, width, finesse).mean((1, 3))
