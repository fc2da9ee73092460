"""Hamburger and hot dog."""

import numpy as np

from resources.demo import salads, shapes, snacks, tableware
from resources.demo.canvas import Array, Material, Pen
from resources.demo.colour import mix, rgb, vary

Generator = np.random.Generator


def hamburger(pen: Pen, rng: Generator) -> None:
    """A stack seen from the side and a little from above; it stands upright."""
    _burger_ground(pen, rng)
    food = pen.marking().at((0, 0.28), rng.normal(0, 0.06), rng.uniform(0.95, 1.08))
    bun = Material(
        vary(rng, str(rng.choice(snacks.CRUSTS)), 0.05), 0.12, 0.75, gloss=0.12
    )
    level = _slab(food, 0.27, 0.66, 0.24, bun.but(height=0.13, mottle=0.006, shade=0.7))
    layers = [_leaves, _patty, _cheese]
    extras = [_tomatoes, _onions, _leaves, _patty, _cheese]
    more = int(rng.integers(0, 4))
    layers += [extras[index] for index in rng.integers(len(extras), size=more)]
    if rng.uniform() < 0.5:
        layers = [layers[1], layers[2], layers[0], *layers[3:]]
    for layer in layers:
        level = layer(food, rng, level)
    _crown(food, rng, level, bun)


def _burger_ground(pen: Pen, rng: Generator) -> None:
    ground = pen.at((0, 0.34), rng.normal(0, 0.05), (1.08, 0.62))
    kind = rng.uniform()
    if kind < 0.55:
        tableware.plate(ground, rng)
    elif kind < 0.8:
        tableware.board(ground, rng, 1.9, 1.5)
    else:
        tableware.paper(ground, rng, 1.9, 1.6)
    if rng.uniform() < 0.25:
        side = rng.choice((-1, 1))
        for _ in range(9):
            place = (side * rng.uniform(0.6, 0.95), rng.uniform(-0.3, 0.4))
            snacks.fry(
                ground.at(place, rng.normal(0, 0.9)), rng, rng.uniform(0.35, 0.5)
            )


def _slab(
    food: Pen, level: float, half: float, thick: float, material: Material
) -> float:
    """Paints a round layer seen from above its rim; returns its upper level."""
    angle = np.linspace(0, np.pi, 40)
    sag = half * 0.2
    low = np.stack([half * np.cos(angle), level + sag * np.sin(angle)], 1)
    top = np.stack([half * np.cos(angle), level - thick - sag * np.sin(angle)], 1)
    left, right = low[-1], low[0]
    bulge = np.linspace(0, 1, 9)[1:-1]
    swell = thick * 0.35 * np.sin(np.pi * bulge)
    west = np.stack([left[0] - swell, left[1] - thick * bulge], 1)
    east = np.stack([right[0] + swell, right[1] - thick * bulge], 1)[::-1]
    food.shape(np.concatenate([low, west, top[::-1], east]), material)
    return level - thick


def _patty(food: Pen, rng: Generator, level: float) -> float:
    meat = Material(vary(rng, "#6b3a22", 0.07), 0.06, 0.8, gloss=0.12, mottle=0.16)
    return _slab(food, level, 0.68, 0.16, meat.but(grain=0.035, height=0.02))


def _tomatoes(food: Pen, rng: Generator, level: float) -> float:
    flesh = Material(vary(rng, "#d23a28", 0.05), 0.03, 0.7, gloss=0.4, height=0.02)
    for x in (-0.3, 0.3):
        _slab(food.at((x, 0)), level, 0.36, 0.055, flesh)
    return level - 0.05


def _onions(food: Pen, rng: Generator, level: float) -> float:
    flesh = Material(vary(rng, "#d9b3d0", 0.04), 0.02, 0.6, gloss=0.3, height=0.02)
    for x in (-0.34, 0.0, 0.34):
        _slab(food.at((x, 0)), level, 0.3, 0.03, flesh)
    return level - 0.03


def _cheese(food: Pen, rng: Generator, level: float) -> float:
    colour = vary(rng, str(rng.choice(("#f5b52e", "#f7c948", "#f0d98a"))), 0.03)
    slice_ = Material(colour, 0.02, 0.6, gloss=0.25, height=0.025)
    x = np.linspace(-0.7, 0.7, 60)
    rim = level + 0.13 * np.sqrt(np.clip(1 - (x / 0.7) ** 2, 0, 1))
    drip = np.zeros_like(x)
    for centre in np.array([-0.45, 0.02, 0.48]) + rng.normal(0, 0.06, 3):
        drip = np.maximum(drip, np.clip(0.17 - np.abs(x - centre) * 0.75, 0, 1))
    low = np.stack([x, rim + drip], 1)
    top = np.stack([x[::-1], (level - 0.04) - 0.1 * np.sqrt(1 - (x / 0.7) ** 2)], 1)
    food.shape(np.concatenate([low, top]), slice_)
    return level - 0.03


def _leaves(food: Pen, rng: Generator, level: float) -> float:
    for lift, code in ((0.0, "#5f9a33"), (0.03, "#8cc04a")):
        leaf = Material(vary(rng, code, 0.06), 0.03, 0.9, mottle=0.06, height=0.02)
        x = np.linspace(-0.78, 0.78, 120)
        arch = np.sqrt(np.clip(1 - (x / 0.79) ** 2, 0, 1))
        ruffle = 0.035 * np.sin(x * rng.uniform(22, 30) + rng.uniform(0, 6))
        ruffle += 0.02 * np.sin(x * rng.uniform(44, 60) + rng.uniform(0, 6))
        low = np.stack([x, level - lift + 0.13 * arch + ruffle + 0.02], 1)
        top = np.stack([x[::-1], level - lift - 0.06 - 0.12 * arch], 1)
        food.shape(np.concatenate([low, top]), leaf)
    return level - 0.06


def _crown(food: Pen, rng: Generator, level: float, bun: Material) -> None:
    rise = rng.uniform(0.5, 0.64)
    angle = np.linspace(0, np.pi, 50)
    low = np.stack([0.72 * np.cos(angle), level + 0.13 * np.sin(angle)], 1)
    dome = np.abs(np.sin(angle)) ** 0.72
    top = np.stack([0.74 * np.cos(angle), level - rise * dome], 1)
    crust = bun.but(bevel=0.3, relief=0.85, gloss=0.3, height=0.03, mottle=0.006)
    base = bun.colour

    def baked(_x: Array, y: Array) -> Array:
        height = np.clip((level - y) / rise, 0, 1)
        return mix(mix(base, rgb("#f0cf94"), 0.55), base * 0.93, height**0.6)

    food.shape(np.concatenate([low, top[::-1]]), crust, pattern=baked)
    if rng.uniform() < 0.8:
        seed = Material(rgb("#fbeecb"), 0.012, 0.6, height=0.012)
        for place in shapes.scatter(rng, int(rng.integers(14, 34)), 0.9, 0.14):
            x, y = place * [0.58, rise * 0.33] + np.array([0, level - rise * 0.62])
            turn = 1.57 + x * 0.9 + rng.normal(0, 0.4)
            food.at((x, y), turn).shape(shapes.ellipse(0.034, 0.02, 20), seed)
    if rng.uniform() < 0.2:
        _flag(food, rng, level - rise)


def _flag(food: Pen, rng: Generator, top: float) -> None:
    stick = Material(rgb("#e3c48d"), 0.008, 0.5, height=0.01)
    food.stroke(np.array([[0.0, top + 0.06], [0.02, top - 0.3]]), 0.022, stick)
    colour = vary(rng, str(rng.choice(("#c8473f", "#3f6fa8", "#e0a526"))), 0.05)
    cloth = Material(colour, 0.02, 0.6, height=0.02)
    points = np.array([[0.02, -0.3], [0.25, -0.24], [0.02, -0.15]]) + np.array([0, top])
    food.shape(points, cloth)


def hot_dog(pen: Pen, rng: Generator) -> None:
    """A bun along x with a sausage and a line of mustard."""
    kind = rng.uniform()
    if kind < 0.4:
        tableware.plate(pen.at(scale=(1.1, 1.1)), rng)
    elif kind < 0.7:
        tableware.paper(pen, rng, 2.1, 1.15)
    else:
        tableware.long_plate(pen, rng, 2.2, 1.1)
    food = pen.marking()
    if rng.uniform() < 0.2:
        for y in (-0.36, 0.36):
            _one_hot_dog(food.at((0, y), rng.normal(0, 0.03), 0.72), rng)
    else:
        _one_hot_dog(food.at((0, 0), 0, rng.uniform(0.95, 1.1)), rng)


def _one_hot_dog(food: Pen, rng: Generator) -> None:
    crust = Material(
        vary(rng, str(rng.choice(snacks.CRUSTS)), 0.05), 0.14, 0.75, gloss=0.15
    )
    crumb = crust.but(
        colour=vary(rng, "#f3dcae", 0.02), bevel=0.05, gloss=0, height=0.06
    )
    food.shape(shapes.pebble(0.82, 0.32, 3), crumb.but(mottle=0.03))
    for side in (-1, 1):
        half = shapes.pebble(0.86, 0.19, 3.2)
        food.at((0, side * 0.25)).shape(half, crust.but(height=0.05, mottle=0.02))
    if rng.uniform() < 0.4:
        for place in np.linspace(-0.65, 0.65, 6):
            pen = food.at((place, rng.choice((-0.13, 0.13))), rng.uniform(0, 6), 0.7)
            salads.lettuce(pen, rng)
    code = str(rng.choice(("#b5482a", "#a33d24", "#c4603a")))
    meat = Material(vary(rng, code, 0.06), 0.11, 0.9, gloss=0.5, height=0.05)
    bend = rng.normal(0, 0.04)
    x = np.linspace(-0.88, 0.88, 24)
    food.stroke(np.stack([x, bend * np.cos(x * 1.7)], 1), 0.25, meat.but(mottle=0.03))
    _condiments(food, rng)


def _condiments(food: Pen, rng: Generator) -> None:
    turns = int(rng.integers(5, 10))
    line = shapes.zigzag(1.5, rng.uniform(0.04, 0.1), turns)
    mustard = Material(vary(rng, "#f0b81e", 0.04), 0.03, 0.7, gloss=0.4, height=0.02)
    ketchup = mustard.but(colour=vary(rng, "#b3201a", 0.05))
    kind = rng.uniform()
    if kind < 0.75:
        food.stroke(line, 0.05, mustard)
    if kind > 0.5:
        food.stroke(line * [1, -1], 0.045, ketchup)
    if rng.uniform() < 0.35:
        bit = Material(vary(rng, "#f3ead0", 0.03), 0.012, 0.5, height=0.015)
        for _ in range(28):
            place = (rng.uniform(-0.7, 0.7), rng.normal(0, 0.07))
            piece = shapes.rounded(0.05, 0.032, 0.01)
            food.at(place, rng.uniform(0, 6)).shape(piece, bit)
