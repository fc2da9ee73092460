"""Pizza and french fries."""

import numpy as np

from resources.demo import salads, shapes, tableware
from resources.demo.canvas import Array, Material, Pen
from resources.demo.colour import cloud, mix, rgb, vary

Generator = np.random.Generator

CRUSTS = ("#d99a4a", "#cf8a3c", "#e0a95a", "#b9702e")


def pizza(pen: Pen, rng: Generator) -> None:
    """A round pizza, whole, cut or with a piece gone; now and then a single piece."""
    kind = rng.uniform()
    start, extent = rng.uniform(0, 6.28), 2 * np.pi
    if kind > 0.88:
        extent = rng.uniform(0.75, 1.0)
        start = np.pi / 2 - extent / 2
        _pizza_ground(pen, rng)
        _layers(pen.marking().at((0, -0.75), 0, 1.55), rng, start, extent)
        return
    if kind > 0.6:
        extent *= 1 - rng.choice((1, 2)) / 8
    _pizza_ground(pen, rng)
    _layers(pen.marking(), rng, start, extent)


def _pizza_ground(pen: Pen, rng: Generator) -> None:
    kind = rng.uniform()
    if kind < 0.5:
        tableware.plate(pen.at(scale=1.12), rng)
    elif kind < 0.8:
        wood = Material(vary(rng, "#b9834f", 0.08), 0.03, 0.5, height=0.06)
        grain = tableware.wood_pattern(rng, wood.colour)
        turned = pen.at((0, 0), rng.uniform(0, 6))
        turned.at((1.2, 0)).shape(shapes.rounded(0.6, 0.24, 0.1), wood, pattern=grain)
        turned.shape(shapes.ellipse(1.08), wood, pattern=grain)


def _layers(food: Pen, rng: Generator, start: float, extent: float) -> None:
    radii = 0.95 * shapes.wobble(rng, shapes.around(), 0.015)
    whole = extent > 6.2

    def round_(share: float) -> Array:
        if whole:
            return shapes.ellipse(1) * (radii * share)[:, None]
        return shapes.sector(radii * share, start, extent)

    crust = Material(vary(rng, str(rng.choice(CRUSTS)), 0.04), 0.09, 0.8, mottle=0.11)
    food.shape(round_(1), crust.but(grain=0.09, height=0.05, shade=0.55))
    red = Material(vary(rng, "#b8351f", 0.05), 0.02, 0.3, mottle=0.06, height=0)
    food.shape(round_(0.86), red)
    cheese = red.but(colour=vary(rng, "#f2cf74", 0.03), bevel=0.03, relief=0.5)
    food.shape(round_(0.82), cheese, pattern=_melted(rng, cheese.colour))
    _toppings(food, rng, start, extent)
    if whole or extent > 2:
        cut = Material(rgb("#7a3a1c"), bevel=0, height=0, opacity=0.55)
        for angle in start + np.arange(9) * np.pi / 4:
            if angle <= start + extent + 0.01:
                tip = 0.93 * np.array([np.cos(angle), np.sin(angle)])
                food.stroke(np.stack([tip * 0, tip]), 0.014, cut)


def _melted(rng: Generator, colour: Array):  # noqa: ANN202
    spots = cloud(rng, 64, 64, (9, 9))
    amount = rng.uniform(0.25, 0.6)

    def melted(x: Array, y: Array) -> Array:
        row = np.clip((y + 1) * 32, 0, 62.99)
        col = np.clip((x + 1) * 32, 0, 62.99)
        i, j = row.astype(int), col.astype(int)
        fy, fx = row - i, col - j
        upper = spots[i, j] * (1 - fx) + spots[i, j + 1] * fx
        lower = spots[i + 1, j] * (1 - fx) + spots[i + 1, j + 1] * fx
        value = upper * (1 - fy) + lower * fy
        browned = mix(colour, rgb("#c8622a"), np.clip(value * amount, 0, 0.75))
        return mix(browned, rgb("#fbeec4"), np.clip(-value * 0.4, 0, 0.6))

    return melted


def _toppings(food: Pen, rng: Generator, start: float, extent: float) -> None:
    menus = (
        ((_pepperoni, 20),),
        ((_pepperoni, 11), (salads.olive, 12)),
        ((_mozzarella_melt, 9), (salads.basil, 8)),
        ((salads.tomato_slice, 9), (salads.basil, 7)),
        ((_mushroom, 12), (salads.olive, 10), (salads.pepper_ring, 5)),
        ((_mushroom, 11), (_pepperoni, 10)),
        ((salads.pepper_ring, 6), (salads.onion_ring, 6), (_pepperoni, 9)),
    )
    for topping, count in menus[rng.integers(len(menus))]:
        for place in shapes.scatter(rng, count, 0.7, 0.22 if extent > 2 else 0.17):
            angle = (np.arctan2(place[1], place[0]) - start) % (2 * np.pi)
            margin = 0.13 / max(np.hypot(*place), 0.13)
            if extent > 6.2 or margin < angle < extent - margin:
                topping(food.at(place, rng.uniform(0, 6), rng.uniform(0.75, 0.95)), rng)


def _pepperoni(pen: Pen, rng: Generator) -> None:
    meat = Material(vary(rng, "#b5352a", 0.06), 0.03, -0.5, gloss=0.15, mottle=0.1)
    pen.shape(shapes.blob(rng, 0.15, amount=0.02), meat.but(grain=0.03, height=0.015))
    rim = meat.but(colour=rgb("#8f2019"), relief=0.5, bevel=0.015)
    pen.shape(shapes.ellipse(0.152), rim, hole=shapes.ellipse(0.137))


def _mozzarella_melt(pen: Pen, rng: Generator) -> None:
    white = Material(vary(rng, "#fbf3dd", 0.015), 0.06, 0.5, gloss=0.15, height=0.01)
    pen.shape(shapes.blob(rng, 0.17, 0.15, 0.1), white)


def _mushroom(pen: Pen, rng: Generator) -> None:
    pale = Material(vary(rng, "#e6d3b3", 0.04), 0.025, 0.6, height=0.02)
    angle = np.linspace(np.pi, 2 * np.pi, 24)
    cap = np.stack([0.14 * np.cos(angle), 0.11 * np.sin(angle)], 1)
    stem = np.array([[0.045, 0.0], [0.05, 0.1], [-0.05, 0.1], [-0.045, 0.0]])
    pen.shape(np.concatenate([cap, stem]), pale)
    gills = pale.but(colour=rgb("#9a7350"), height=0)
    pen.shape(np.concatenate([cap * [0.8, 0.35], stem[:1] * 0, stem[3:] * 0]), gills)


def french_fries(pen: Pen, rng: Generator) -> None:
    """Fries in a paper carton, or heaped in a bowl or on a plate."""
    if rng.uniform() < 0.62:
        _carton(pen, rng)
        return
    vessel = tableware.bowl if rng.uniform() < 0.4 else tableware.plate
    if rng.uniform() < 0.3:
        tableware.paper(pen, rng, 1.9, 1.7)
    else:
        vessel(pen, rng)
    food = pen.marking()
    for index in range(int(rng.integers(42, 66))):
        reach = 0.62 * (1 - index / 90)
        place = rng.normal(0, 0.42, 2) * reach
        fry(food.at(place, rng.uniform(0, np.pi)), rng, rng.uniform(0.5, 0.85))
    if rng.uniform() < 0.35:
        angle = rng.uniform(0, 6)
        spot = 0.66 * np.array([np.cos(angle), np.sin(angle)])
        tableware.sauce(pen.at(spot), rng, "#b3261e")


def fry(pen: Pen, rng: Generator, length: float) -> None:
    """One fry along y."""
    code = str(rng.choice(("#f2c14e", "#eeb33c", "#f6d173", "#e0a030")))
    potato = Material(vary(rng, code, 0.04), 0.03, 0.8, gloss=0.1, height=0.035)
    pen.shape(shapes.quad(rng, 0.1, length, 0.006), potato)
    face = potato.but(
        colour=mix(potato.colour, rgb("#fff0bf"), 0.35), height=0, relief=0
    )
    pen.at((-0.014, 0)).shape(shapes.rectangle(0.045, length * 0.95), face)
    tip = potato.but(colour=rgb("#b9742a"), height=0, opacity=0.5, bevel=0)
    for side in (-1, 1):
        pen.at((0, side * (length / 2 - 0.012))).shape(
            shapes.rectangle(0.09, 0.022), tip
        )


def _carton(pen: Pen, rng: Generator) -> None:
    if rng.uniform() < 0.3:
        tableware.paper(pen, rng, 1.9, 1.9)
    food = pen.marking()
    codes = ("#c62828", "#d8432f", "#e9dcc0", "#2f6f8f", "#e0a526", "#c9a06a")
    colour = vary(rng, str(rng.choice(codes)), 0.05)
    card = Material(colour, 0.04, 0.5, height=0.06, shade=0.5)
    back = np.array([[-0.56, -0.12], [0.56, -0.12], [0.44, 0.5], [-0.44, 0.5]])
    food.shape(back, card.but(colour=colour * 0.72))
    for lift, count in ((0.0, 11), (0.12, 10), (0.22, 9)):
        for x in np.linspace(-0.44, 0.44, count) + rng.normal(0, 0.02, count):
            length = rng.uniform(0.75, 1.02) * (1.05 - 0.4 * x * x)
            place = (x * 1.08, lift + rng.normal(-0.2, 0.06))
            fry(food.at(place, x * 0.35 + rng.normal(0, 0.09)), rng, length)
    _carton_front(food, rng, card)


def _carton_front(food: Pen, rng: Generator, card: Material) -> None:
    t = np.linspace(-1, 1, 24)
    brim = np.stack([0.57 * t, 0.02 + 0.16 * (1 - t**2)], 1)
    front = np.concatenate([brim, [[0.42, 0.86], [-0.42, 0.86]]])
    white, kind = rgb("#f7efe0"), rng.uniform()

    def stripes(x: Array, y: Array) -> Array:
        spread = x / (0.62 - 0.17 * y)
        band = (np.floor(spread * 5.5 + 0.5) % 2 == 0).astype(np.float32)
        return mix(card.colour, white, band)

    food.shape(front, card, pattern=stripes if kind < 0.5 else None)
    if kind > 0.7:
        badge = card.but(colour=vary(rng, "#f6c945", 0.03), height=0, bevel=0.02)
        food.at((0, 0.52)).shape(shapes.star_rim(0.17, 5, 0.14), badge)
