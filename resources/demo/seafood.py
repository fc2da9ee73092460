"""Sushi and sashimi."""

import numpy as np

from resources.demo import shapes, tableware
from resources.demo.canvas import Array, Material, Pen
from resources.demo.colour import mix, rgb, vary

Generator = np.random.Generator

SALMON, TUNA, YELLOWTAIL, SHRIMP = "#f07a45", "#b3283a", "#f0c7b0", "#f2946c"


def sushi(pen: Pen, rng: Generator) -> None:
    """Rolls and nigiri in rows, with ginger and wasabi."""
    if rng.uniform() < 0.3:
        tableware.plate(pen.at(scale=1.08), rng)
        places = _grid(3, 3, 0.46, 0.5)
    else:
        tableware.long_plate(pen, rng, 2.3, 1.45)
        places = _grid(int(rng.integers(2, 4)), 4, 0.5, 0.48)
    food = pen.marking()
    kind, turn = rng.uniform(), rng.normal(0, 0.12)
    rolls = [_roll_filling(rng) for _ in range(2)]
    fishes = [str(rng.choice((SALMON, TUNA, YELLOWTAIL, SHRIMP))) for _ in range(3)]
    for row, col, x, y in places:
        spot = food.at(rng.normal((x, y), 0.012), turn + rng.normal(0, 0.07))
        is_roll = kind < 0.3 or (kind < 0.8 and row % 2 == 0)
        if is_roll:
            roll(spot, rng, rolls[col // 2 % 2])
        else:
            nigiri(spot, rng, fishes[(row + col // 2) % 3])
    if rng.uniform() < 0.5:
        garnish(food.at((0.93, rng.choice((-0.5, 0.5))), 0, 0.75), rng)


def _grid(rows: int, cols: int, across: float, down: float) -> list[tuple]:
    return [
        (row, col, (col - (cols - 1) / 2) * across, (row - (rows - 1) / 2) * down)
        for row in range(rows)
        for col in range(cols)
    ]


def _roll_filling(rng: Generator) -> tuple[str, ...]:
    fillings = (
        ("#f07a45",), ("#b3283a",), ("#7fae4a",), ("#f07a45", "#a7c957", "#f3e3a0"),
        ("#f3c23c", "#7fae4a", "#d8432a"), ("#f4a98a", "#8cc04a"),
    )  # fmt: skip
    return fillings[rng.integers(len(fillings))]


def roll(pen: Pen, rng: Generator, filling: tuple[str, ...]) -> None:
    """A slice of a roll from above: seaweed, rice, filling."""
    nori = Material(vary(rng, "#22302a", 0.08), 0.05, 0.8, gloss=0.2, height=0.08)
    pen.at((0.0, 0.04)).shape(shapes.blob(rng, 0.215, amount=0.012), nori)
    pen.shape(shapes.blob(rng, 0.215, amount=0.012), nori.but(height=0, relief=0.5))
    rice_(pen, rng, shapes.blob(rng, 0.18, amount=0.015), 0.0)
    for index, code in enumerate(filling):
        angle = index * 2 * np.pi / len(filling) + 0.4
        far = 0.0 if len(filling) == 1 else 0.05
        place = far * np.array([np.cos(angle), np.sin(angle)])
        size = 0.082 if len(filling) == 1 else 0.055
        bit = Material(vary(rng, code, 0.04), 0.025, 0.6, gloss=0.25, height=0.008)
        pen.at(place, angle).shape(shapes.blob(rng, size, size * 0.85, 0.05), bit)


def rice_(pen: Pen, rng: Generator, outline: Array, height: float) -> None:
    """Rice within an outline, grain by grain."""
    white = Material(vary(rng, "#f7f3e8", 0.012), 0.04, 0.5, mottle=0.025, grain=0.02)
    pen.shape(outline, white.but(height=height))
    grain = white.but(bevel=0.008, relief=0.6, height=0.004, mottle=0, shade=0.25)
    reach = np.abs(outline).max(0) * 0.86
    for place in shapes.scatter(rng, 34, 1.0, 0.16):
        tone = grain.but(colour=vary(rng, "#fbf8ef", 0.015))
        spot = pen.at(place * reach, rng.uniform(0, 6))
        spot.shape(shapes.ellipse(0.026, 0.013, 12), tone)


def nigiri(pen: Pen, rng: Generator, code: str) -> None:
    """A pad of rice under a slice of fish, along y."""
    rice_(pen.at((0, 0.03)), rng, shapes.pebble(0.155, 0.225, 2.8), 0.05)
    outline = (
        shapes.pebble(0.15, 0.235, 2.7)
        * shapes.wobble(rng, shapes.around(), 0.012)[:, None]
    )
    fish_slice(pen.at((0, -0.02)), rng, outline, code, 0.035)
    if rng.uniform() < 0.25:
        nori = Material(rgb("#22302a"), 0.02, 0.6, gloss=0.2, height=0.01)
        pen.at((0, -0.01)).shape(shapes.rectangle(0.32, 0.08), nori)


def fish_slice(
    pen: Pen, rng: Generator, outline: Array, code: str, height: float
) -> None:
    """A slice of raw fish with its lines of fat, across y."""
    colour = vary(rng, code, 0.045)
    strength = {SALMON: 0.62, SHRIMP: 0.75, TUNA: 0.14}.get(code, 0.3)
    pace, lean, phase = rng.uniform(52, 66), rng.uniform(0.35, 0.8), rng.uniform(0, 6)
    pale = rgb("#fde3d2")

    def fat(x: Array, y: Array) -> Array:
        wave = np.sin((y + lean * np.abs(x + 0.05)) * pace + phase)
        line = np.clip(wave * 2.2 - 1.2, 0, 1) * strength
        tinted = mix(colour, pale, line.astype(np.float32))
        if code == YELLOWTAIL:
            edge = np.clip((x - 0.06) * 12, 0, 1).astype(np.float32)
            tinted = mix(tinted, rgb("#b5403c"), edge * 0.8)
        return tinted

    flesh = Material(colour, 0.06, 0.7, gloss=0.35, height=height)
    pen.shape(outline, flesh, pattern=fat)


def sashimi(pen: Pen, rng: Generator) -> None:
    """Fans of raw fish without rice, on white radish and a leaf."""
    if rng.uniform() < 0.55:
        tableware.plate(pen.at(scale=1.06), rng)
    else:
        tableware.long_plate(pen, rng, 2.2, 1.5)
    food = pen.marking()
    _radish(food.at((rng.normal(0, 0.1), -0.42)), rng)
    shiso(food.at((rng.uniform(-0.5, 0.5), -0.3), rng.uniform(-2.2, -1)), rng)
    fishes = rng.permutation([SALMON, TUNA, YELLOWTAIL, SALMON])
    fans = int(rng.integers(2, 4))
    for index in range(fans):
        x = (index - (fans - 1) / 2) * rng.uniform(0.54, 0.6)
        lean = (index - (fans - 1) / 2) * 0.28 + rng.normal(0, 0.08)
        _fan(food.at((x, 0.06 + 0.08 * abs(lean)), lean), rng, str(fishes[index]))
    garnish(food.at((rng.choice((-0.62, 0.62)), 0.5), 0, 0.6), rng)
    if rng.uniform() < 0.55:
        tableware.citrus(food.at((rng.uniform(-0.5, 0.5), -0.5)), rng, "#f2d23c")


def _fan(food: Pen, rng: Generator, code: str) -> None:
    count = int(rng.integers(4, 7))
    for index in range(count):
        y = (index - (count - 1) / 2) * 0.155
        outline = shapes.pebble(0.25, 0.15, 3.2)
        slanted = outline @ np.array([[1, 0.0], [0.25, 1]])
        spot = food.at((rng.normal(0, 0.012), y), rng.normal(0, 0.05))
        fish_slice(spot, rng, slanted, code, 0.03)


def _radish(food: Pen, rng: Generator) -> None:
    white = Material(rgb("#f6f5ee"), 0.01, 0.6, height=0.012, shade=0.3)
    for _ in range(46):
        path = shapes.curve(rng, rng.uniform(0.25, 0.5), 0.07, 12)
        place = rng.normal(0, 1, 2) * [0.28, 0.1]
        tone = white.but(colour=vary(rng, "#f4f3ea", 0.025))
        food.at(place, rng.uniform(0, 6)).stroke(path, 0.018, tone)


def shiso(pen: Pen, rng: Generator) -> None:
    """A green leaf with a saw-toothed rim, along x."""
    green = vary(rng, "#4c9a3c", 0.06)
    outline = shapes.leaf(rng, 0.6, 0.42)
    outline = (
        outline * (1 + 0.05 * np.sign(np.sin(np.arange(len(outline)) * 2.4)))[:, None]
    )
    pen.shape(outline, Material(green, 0.04, 0.6, height=0.02))
    vein = Material(mix(green, rgb("#d7ecab"), 0.4), bevel=0, height=0, opacity=0.8)
    pen.stroke(np.array([[-0.28, 0.0], [0.26, 0.0]]), 0.012, vein)


def garnish(pen: Pen, rng: Generator) -> None:
    """A rose of ginger and a dab of wasabi."""
    pink = Material(vary(rng, "#f3b7a8", 0.04), 0.03, 0.7, gloss=0.2, height=0.02)
    for index in range(7):
        angle = index * 0.9
        place = 0.07 * np.array([np.cos(angle), np.sin(angle)])
        petal = shapes.blob(rng, 0.14 - 0.012 * index, 0.09 - 0.006 * index, 0.1)
        pen.at(place, angle).shape(petal, pink.but(colour=vary(rng, "#f3b7a8", 0.05)))
    green = Material(vary(rng, "#a3bf56", 0.04), 0.06, 0.7, mottle=0.06, height=0.04)
    pen.at((0.05, -0.3)).shape(shapes.blob(rng, 0.13, 0.11, 0.06), green)
