"""The three salads, seen from above in a pen whose vessel has radius 1."""

import numpy as np

from resources.demo import shapes, tableware
from resources.demo.canvas import Array, Material, Pen
from resources.demo.colour import mix, rgb, vary

Generator = np.random.Generator


def caesar_salad(pen: Pen, rng: Generator) -> None:
    """Romaine, croutons, shaved cheese and a pale dressing."""
    vessel = tableware.bowl if rng.uniform() < 0.7 else tableware.plate
    vessel(pen, rng)
    food = pen.marking()
    _bed(food, rng, int(rng.integers(40, 58)), romaine)
    if rng.uniform() < 0.35:
        _chicken(food, rng)
    elif rng.uniform() < 0.3:
        _strewn(food, rng, [tomato_wedge] * 4, 0.6)
    for place in shapes.scatter(rng, int(rng.integers(7, 15)), 0.66, 0.2):
        crouton(food.at(place, rng.uniform(0, 6)), rng)
    for place in shapes.scatter(rng, int(rng.integers(5, 12)), 0.66, 0.18):
        _shaving(food.at(place, rng.uniform(0, 6)), rng)
    cream = Material(vary(rng, "#f6eed8", 0.02), 0.02, 0.5, gloss=0.3, height=0.01)
    for _ in range(int(rng.integers(1, 5))):
        path = shapes.curve(rng, rng.uniform(0.5, 1.0), 0.08)
        food.at(rng.uniform(-0.3, 0.3, 2), rng.uniform(0, 6)).stroke(path, 0.035, cream)
    pepper(food, rng, "#3a332c", 26)


def greek_salad(pen: Pen, rng: Generator) -> None:
    """Tomato, cucumber, red onion, olives, pepper, and feta on top."""
    vessel = tableware.bowl if rng.uniform() < 0.65 else tableware.plate
    vessel(pen, rng)
    food = pen.marking()
    green = romaine if rng.uniform() < 0.3 else lettuce
    _bed(food, rng, int(rng.integers(10, 26)), green)
    pieces = [cucumber] * int(rng.integers(6, 11)) + [tomato_wedge] * int(
        rng.integers(6, 11)
    )
    pieces += [pepper_ring] * int(rng.integers(1, 4))
    _strewn(food, rng, pieces, 0.66)
    _strewn(food, rng, [onion_ring] * int(rng.integers(3, 7)), 0.6)
    _strewn(food, rng, [olive] * int(rng.integers(5, 11)), 0.66)
    if rng.uniform() < 0.4:
        _feta(food.at(rng.uniform(-0.1, 0.1, 2), rng.uniform(0, 6)), rng, 0.62, 0.42)
    else:
        for place in shapes.scatter(rng, int(rng.integers(7, 13)), 0.6, 0.2):
            _feta(food.at(place, rng.uniform(0, 6)), rng, 0.17, 0.15)
    pepper(food, rng, "#4f6b2c", 36)


def caprese_salad(pen: Pen, rng: Generator) -> None:
    """Slices of tomato and mozzarella in turn, basil, a thread of balsamic."""
    if rng.uniform() < 0.3:
        tableware.long_plate(pen, rng, 2.0, 0.95)
        _rows(pen.marking(), rng)
    else:
        tableware.plate(pen, rng)
        if rng.uniform() < 0.2:
            _bed(pen.marking(), rng, 24, lettuce)
        _ring(pen.marking(), rng)
    vinegar = Material(rgb("#3a1712"), 0.015, 0.4, gloss=0.5, height=0.004)
    if rng.uniform() < 0.6:
        path = shapes.zigzag(1.2, rng.uniform(0.1, 0.3), int(rng.integers(3, 6)))
        pen.marking().at((0, 0), rng.uniform(-0.3, 0.3)).stroke(path, 0.022, vinegar)
    pepper(pen.marking(), rng, "#2c2622", 18)


def _ring(food: Pen, rng: Generator) -> None:
    count = int(rng.integers(9, 13))
    start, radius = rng.uniform(0, 6), rng.uniform(0.5, 0.58)
    for index in range(count):
        angle = start + 2 * np.pi * index / count
        place = radius * np.array([np.cos(angle), np.sin(angle)])
        slice_ = tomato_slice if index % 2 else mozzarella
        slice_(food.at(place, angle), rng, 0.25)
    if rng.uniform() < 0.6:
        for index in range(3):
            place = 0.14 * np.array([np.cos(index * 2.1), np.sin(index * 2.1)])
            slice_ = mozzarella if index % 2 else tomato_slice
            slice_(food.at(place, index), rng, 0.24)
    _basil_on(food, rng, int(rng.integers(4, 8)), 0.6)


def _rows(food: Pen, rng: Generator) -> None:
    for y in (-0.17, 0.17) if rng.uniform() < 0.5 else (0.0,):
        size = 0.2 if y else 0.32
        count = int(1.5 / (size * 0.95))
        for index in range(count):
            x = (index - (count - 1) / 2) * 1.5 / count
            slice_ = tomato_slice if index % 2 else mozzarella
            slice_(food.at((x, y + rng.normal(0, 0.02)), rng.uniform(0, 6)), rng, size)
            if rng.uniform() < 0.6:
                basil(food.at((x, y), rng.uniform(0, 6), 0.7), rng)


def _basil_on(food: Pen, rng: Generator, count: int, radius: float) -> None:
    for place in shapes.scatter(rng, count, radius, 0.25):
        basil(food.at(place, rng.uniform(0, 6), rng.uniform(0.8, 1.15)), rng)


def _bed(food: Pen, rng: Generator, count: int, leaf) -> None:  # noqa: ANN001
    for index in range(count):
        distance = 0.78 * (1 - index / count) ** 0.6 * rng.uniform(0.75, 1.05)
        angle = 2.4 * index + rng.normal(0, 0.35)
        place = distance * np.array([np.cos(angle), np.sin(angle)])
        leaf(food.at(place, angle + rng.normal(0, 0.9)), rng)


def _strewn(food: Pen, rng: Generator, pieces: list, radius: float) -> None:
    order = rng.permutation(len(pieces))
    for place, index in zip(
        shapes.scatter(rng, len(pieces), radius, 0.14), order, strict=False
    ):
        pieces[index](food.at(place, rng.uniform(0, 6)), rng)


def romaine(pen: Pen, rng: Generator) -> None:
    """A torn piece of romaine, green at the rim, pale along the rib."""
    code = str(rng.choice(("#7fae3e", "#9cc455", "#5f9433", "#b9d67a", "#8fbb4a")))
    colour = vary(rng, code, 0.06)
    pale = rgb("#e9f0bf")
    length, width = rng.uniform(0.46, 0.7), rng.uniform(0.24, 0.36)

    def ribbed(x: Array, y: Array) -> Array:
        rib = np.exp(-((y / (0.09 * width * 3)) ** 2)) * np.clip(0.6 - x / length, 0, 1)
        veins = 0.12 * np.clip(np.sin(x * 60 + np.abs(y) * 70), 0, 1)
        return mix(colour, pale, np.clip(rib + veins, 0, 1))

    flesh = Material(colour, 0.045, 0.75, mottle=0.05, grain=0.06, height=0.025)
    pen.shape(shapes.leaf(rng, length, width, 0.13), flesh, pattern=ribbed)


def lettuce(pen: Pen, rng: Generator) -> None:
    """A curly leaf, sometimes reddish at the rim."""
    code = str(rng.choice(("#6fa53a", "#8cbf4d", "#4f8a35", "#a3c95a")))
    flesh = Material(
        vary(rng, code, 0.07), 0.05, 0.8, mottle=0.09, grain=0.05, height=0.025
    )
    outline = shapes.star_rim(rng.uniform(0.18, 0.26), int(rng.integers(8, 13)), 0.1)
    pen.shape(outline * shapes.wobble(rng, shapes.around(240), 0.1)[:, None], flesh)


def crouton(pen: Pen, rng: Generator) -> None:
    """A toasted cube."""
    toast = Material(vary(rng, "#c98a3c", 0.07), 0.03, 0.8, mottle=0.12, grain=0.03)
    size = rng.uniform(0.13, 0.18)
    pen.shape(shapes.rounded(size, size * 0.95, 0.02), toast.but(height=0.05))
    top = toast.but(colour=vary(rng, "#e6b566", 0.05), height=0, relief=0.4)
    pen.at((-0.008, -0.008)).shape(shapes.rounded(size * 0.78, size * 0.74, 0.02), top)


def _shaving(pen: Pen, rng: Generator) -> None:
    cheese = Material(vary(rng, "#f5e3a6", 0.03), 0.025, 0.5, height=0.03)
    pen.shape(shapes.leaf(rng, rng.uniform(0.2, 0.32), rng.uniform(0.07, 0.13)), cheese)


def _chicken(food: Pen, rng: Generator) -> None:
    meat = Material(vary(rng, "#dcae72", 0.05), 0.045, 0.7, mottle=0.06, height=0.04)
    turn = rng.uniform(0, 6)
    for step in np.linspace(-0.26, 0.26, 5):
        pen = food.at((0, 0), turn).at((step, rng.normal(0, 0.03)), rng.normal(0, 0.1))
        pen.shape(shapes.pebble(0.06, rng.uniform(0.24, 0.32), 2.6), meat)
        for y in (-0.14, 0.0, 0.14):
            mark = meat.but(colour=rgb("#7a4a26"), height=0, opacity=0.7)
            pen.stroke(np.array([[-0.04, y], [0.04, y + 0.05]]), 0.018, mark)


def _feta(pen: Pen, rng: Generator, width: float, height: float) -> None:
    white = Material(vary(rng, "#f8f4e8", 0.015), 0.025, 0.6, mottle=0.03, grain=0.02)
    pen.shape(shapes.quad(rng, width, height, width * 0.05), white.but(height=0.05))
    if width > 0.3:
        pepper(pen.at(scale=0.35), rng, "#5f7a34", 26)


def pepper(food: Pen, rng: Generator, code: str, count: int) -> None:
    """Strews specks of herbs or pepper."""
    speck = Material(rgb(code), bevel=0, height=0)
    for place in shapes.scatter(rng, count, 0.7, 0.02):
        food.at(place, rng.uniform(0, 6)).shape(
            shapes.ellipse(rng.uniform(0.008, 0.018), 0.008, 10), speck
        )


def tomato_slice(pen: Pen, rng: Generator, radius: float = 0.22) -> None:
    """A slice of tomato with its chambers of seeds."""
    skin = Material(vary(rng, "#cf2f21", 0.05), 0.03, 0.5, gloss=0.25, height=0.03)
    pen.shape(shapes.blob(rng, radius, amount=0.02), skin)
    flesh = skin.but(
        colour=vary(rng, "#ea5b40", 0.04), height=0, bevel=0.02, relief=0.2
    )
    pen.shape(shapes.blob(rng, radius * 0.88, amount=0.02), flesh)
    jelly = skin.but(colour=vary(rng, "#d8432a", 0.04), height=0, relief=-0.5)
    seed = Material(rgb("#f6d98a"), bevel=0, height=0)
    count = int(rng.integers(5, 8))
    for start in shapes.around(count) + rng.uniform(0, 1):
        piece = shapes.sector(radius * 0.74, start, 4.6 / count, radius * 0.28)
        pen.shape(piece, jelly)
        for _ in range(3):
            angle = start + rng.uniform(0.2, 0.8) * 4.6 / count
            place = radius * rng.uniform(0.4, 0.66)
            spot = place * np.array([np.cos(angle), np.sin(angle)])
            pen.at(spot, angle).shape(shapes.ellipse(0.016, 0.009, 10), seed)


def tomato_wedge(pen: Pen, rng: Generator) -> None:
    """A wedge of tomato, skin outside, flesh inside."""
    skin = Material(vary(rng, "#c92a1e", 0.06), 0.05, 0.7, gloss=0.35, height=0.045)
    angle = np.linspace(0, np.pi, 30)
    arc = np.stack([0.21 * np.cos(angle), 0.17 * np.sin(angle)], 1)
    pen.shape(arc, skin)
    flesh = skin.but(colour=vary(rng, "#ee6a4a", 0.04), height=0, gloss=0.1, bevel=0.03)
    pen.shape(arc * [0.93, 0.62], flesh)
    seeds = skin.but(colour=rgb("#f3b75c"), height=0, bevel=0.01)
    for x in (-0.08, 0.0, 0.08):
        pen.at((x, 0.045)).shape(shapes.ellipse(0.03, 0.02, 16), seeds)


def cucumber(pen: Pen, rng: Generator) -> None:
    """A slice of cucumber."""
    radius = rng.uniform(0.14, 0.19)
    peel = Material(vary(rng, "#3f7a34", 0.07), 0.02, 0.5, gloss=0.2, height=0.03)
    pen.shape(shapes.blob(rng, radius, radius * 0.93, 0.015), peel)
    flesh = peel.but(colour=vary(rng, "#d5e7a4", 0.03), height=0, relief=0.2)
    pen.shape(shapes.ellipse(radius * 0.87, radius * 0.8), flesh)
    core = flesh.but(colour=rgb("#e8f1c6"), relief=0)
    pen.shape(shapes.ellipse(radius * 0.5, radius * 0.45), core)
    seed = Material(rgb("#b8cf82"), bevel=0, height=0)
    for angle in shapes.around(9):
        place = radius * 0.36 * np.array([np.cos(angle), np.sin(angle)])
        pen.at(place, angle).shape(shapes.ellipse(0.022, 0.009, 12), seed)


def onion_ring(pen: Pen, rng: Generator) -> None:
    """A ring of red onion."""
    radius = rng.uniform(0.13, 0.24)
    flesh = Material(vary(rng, "#a8538c", 0.06), 0.015, 0.6, gloss=0.2, height=0.025)
    outer = shapes.blob(rng, radius, radius * rng.uniform(0.6, 0.95), 0.03)
    pen.shape(outer, flesh, hole=outer * 0.86)
    pen.shape(
        outer * 0.9, flesh.but(colour=rgb("#ecd3e2"), height=0), hole=outer * 0.84
    )


def pepper_ring(pen: Pen, rng: Generator) -> None:
    """A ring of green pepper."""
    flesh = Material(vary(rng, "#5f9e36", 0.08), 0.02, 0.7, gloss=0.3, height=0.03)
    outer = shapes.star_rim(rng.uniform(0.18, 0.24), int(rng.integers(3, 5)), 0.09)
    pen.shape(outer, flesh, hole=outer * 0.82)


def olive(pen: Pen, rng: Generator) -> None:
    """A dark olive, sometimes with its hole."""
    code = str(rng.choice(("#33222e", "#3d2a3a", "#2a2420")))
    skin = Material(vary(rng, code, 0.08), 0.05, 0.8, gloss=0.75, height=0.05)
    pen.shape(shapes.ellipse(0.085, 0.068), skin)
    if rng.uniform() < 0.5:
        dark = skin.but(colour=rgb("#140d10"), height=0, gloss=0, relief=-0.5)
        pen.at((0.03, 0)).shape(shapes.ellipse(0.024, 0.026, 20), dark)


def mozzarella(pen: Pen, rng: Generator, radius: float = 0.22) -> None:
    """A slice of mozzarella."""
    white = Material(vary(rng, "#fbf6e9", 0.012), 0.045, 0.5, gloss=0.15, height=0.035)
    pen.shape(shapes.blob(rng, radius, amount=0.025), white.but(mottle=0.015))


def basil(pen: Pen, rng: Generator) -> None:
    """A basil leaf with its veins."""
    green = vary(rng, str(rng.choice(("#3f8a34", "#2f7a33", "#57a03d"))), 0.06)
    flesh = Material(green, 0.05, 0.8, gloss=0.25, height=0.03)
    pen.shape(shapes.leaf(rng, 0.34, 0.2), flesh)
    vein = Material(mix(green, rgb("#d7ecab"), 0.45), bevel=0, height=0, opacity=0.8)
    pen.stroke(np.array([[-0.15, 0.0], [0.14, 0.0]]), 0.01, vein)
    for x in (-0.07, 0.0, 0.06):
        for y in (-0.05, 0.05):
            pen.stroke(np.array([[x, 0.0], [x + 0.05, y]]), 0.007, vein)
