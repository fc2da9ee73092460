"""What lies around the food: plates, bowls, boards, cutlery, glasses, the flower."""

import numpy as np

from resources.demo import shapes
from resources.demo.canvas import Array, Material, Pen
from resources.demo.colour import mix, rgb, vary

Generator = np.random.Generator

CERAMICS = (
    "#f4efe6", "#f7f4ee", "#dfe7ea", "#f0e0c8", "#c9d6cf", "#e7d3cb",
    "#5d7186", "#47585a", "#b8694e", "#8aa5a0", "#f3f1ec", "#2f3a44",
)  # fmt: skip
RIMS = ("#3f6fa8", "#c8473f", "#5d8f5a", "#d7a034", "#2f3a44", "#a0684a")


def plate(pen: Pen, rng: Generator) -> None:
    """A round plate of radius 1."""
    glaze = vary(rng, str(rng.choice(CERAMICS)), 0.03)
    body = Material(glaze, bevel=0.06, relief=0.45, gloss=0.25, height=0.07, shade=0.5)
    pen.shape(shapes.ellipse(1), body)
    if rng.uniform() < 0.55:
        _rim_decoration(pen, rng)
    well = rng.uniform(0.68, 0.78)
    hollow = body.but(colour=glaze * 0.965, relief=-0.3, bevel=0.05, height=0, gloss=0)
    pen.shape(shapes.ellipse(well), hollow)
    pen.shape(shapes.ellipse(well - 0.05), hollow.but(relief=0, colour=glaze * 0.99))


def _rim_decoration(pen: Pen, rng: Generator) -> None:
    ink = Material(vary(rng, str(rng.choice(RIMS)), 0.06), bevel=0, height=0)
    if rng.uniform() < 0.6:
        width = rng.uniform(0.02, 0.07)
        pen.shape(shapes.ellipse(0.97), ink, hole=shapes.ellipse(0.97 - width))
        return
    for angle in shapes.around(int(rng.integers(14, 26))):
        place = 0.9 * np.array([np.cos(angle), np.sin(angle)])
        pen.at(place, angle).shape(shapes.ellipse(0.035, 0.022, 16), ink)


def bowl(pen: Pen, rng: Generator) -> None:
    """A deep bowl of radius 1; what fills it should reach to 0.85."""
    glaze = vary(rng, str(rng.choice(CERAMICS)), 0.03)
    if rng.uniform() < 0.25:
        glaze = vary(rng, "#a8703f", 0.08)
    body = Material(glaze, bevel=0.05, relief=0.5, gloss=0.3, height=0.12, shade=0.55)
    pen.shape(shapes.ellipse(1), body)
    if rng.uniform() < 0.3:
        ink = Material(vary(rng, str(rng.choice(RIMS)), 0.06), bevel=0, height=0)
        pen.shape(shapes.ellipse(0.99), ink, hole=shapes.ellipse(0.95))
    inside = body.but(colour=glaze * 0.78, bevel=0.25, relief=-0.6, height=0, gloss=0)
    pen.shape(shapes.ellipse(0.92), inside)


def long_plate(pen: Pen, rng: Generator, width: float, height: float) -> None:
    """A rectangular plate, a slate or a board, by chance."""
    kind = rng.uniform()
    if kind < 0.45:
        glaze = vary(rng, str(rng.choice(CERAMICS)), 0.03)
        body = Material(glaze, 0.05, 0.45, gloss=0.2, height=0.06, shade=0.5)
        pen.shape(shapes.rounded(width, height, 0.1), body)
        inner = body.but(relief=-0.3, height=0, gloss=0, colour=glaze * 0.97)
        pen.shape(shapes.rounded(width - 0.14, height - 0.14, 0.07), inner)
    elif kind < 0.65:
        stone = vary(rng, "#3d4247", 0.08)
        body = Material(stone, 0.02, 0.4, mottle=0.07, grain=0.04, height=0.05)
        pen.shape(shapes.quad(rng, width, height, 0.012), body)
    else:
        board(pen, rng, width, height)


def board(pen: Pen, rng: Generator, width: float, height: float) -> None:
    """A wooden board with a grain."""
    code = str(rng.choice(("#c08a55", "#a8703f", "#dcb580", "#8a5a3a")))
    body = Material(
        vary(rng, code, 0.05), bevel=0.03, relief=0.5, height=0.06, shade=0.5
    )
    grained = wood_pattern(rng, body.colour)
    pen.shape(shapes.rounded(width, height, 0.09), body, pattern=grained)


def wood_pattern(rng: Generator, colour: Array):  # noqa: ANN201
    """Returns a pattern of grain along x."""
    phase, pace, bend = rng.uniform(0, 9, 3)

    def grain(x: Array, y: Array) -> Array:
        lines = np.sin(y * (46 + 3 * pace) + 2.2 * np.sin(x * 1.7 + bend) + phase)
        fibre = np.sin(y * 151 + 3 * np.sin(x * 2.9 + phase))
        return colour * (1 + 0.05 * lines + 0.03 * fibre)[..., None]

    return grain


def paper(pen: Pen, rng: Generator, width: float, height: float) -> None:
    """A sheet of greaseproof paper, plain or chequered."""
    white = vary(rng, "#f3eadb", 0.03)
    ink = vary(rng, str(rng.choice(RIMS)), 0.06)
    pace = rng.uniform(0.14, 0.24)
    plain = rng.uniform() < 0.35

    def print_on(x: Array, y: Array) -> Array:
        if plain:
            return np.broadcast_to(white, (*x.shape, 3))
        checks = ((x % pace < pace / 2) * 0.45 + (y % pace < pace / 2) * 0.45) * 0.8
        return mix(white, ink, checks.astype(np.float32))

    body = Material(white, bevel=0.02, relief=0.3, height=0.02, shade=0.4)
    pen.shape(shapes.quad(rng, width, height, 0.03), body, pattern=print_on)


def metal(rng: Generator) -> Material:
    """Returns the material of cutlery: steel, or brass."""
    code = str(rng.choice(("#b9bec4", "#c4c8cb", "#c9a765")))
    return Material(
        vary(rng, code, 0.03), bevel=0.025, relief=0.9, gloss=0.7, height=0.03
    )


def fork(pen: Pen, rng: Generator) -> None:
    """A fork along y, its tines up; 1.3 long."""
    steel = metal(rng)
    pen.shape(_handle(0.16, 0.62), steel)
    for x in (-0.06, -0.02, 0.02, 0.06):
        pen.stroke(np.array([[x, -0.1], [x * 1.05, -0.5]]), 0.021, steel)
    head = np.array(
        [[-0.07, -0.3], [0.07, -0.3], [0.06, -0.08], [0, 0.06], [-0.06, -0.08]]
    )
    pen.shape(head, steel.but(height=0))
    pen.stroke(np.array([[0, 0.0], [0, 0.25]]), 0.035, steel.but(height=0))


def knife(pen: Pen, rng: Generator) -> None:
    """A knife along y, its blade up."""
    steel = metal(rng)
    pen.shape(_handle(0.12, 0.66), steel)
    t = np.linspace(0, 1, 20)
    back = np.stack([np.full(20, -0.035), 0.15 - 0.72 * t], 1)
    edge = np.stack([-0.035 + 0.085 * np.sqrt(1 - t**6), 0.15 - 0.74 * t], 1)
    pen.shape(np.concatenate([back, edge[::-1]]), steel.but(relief=0.6))


def spoon(pen: Pen, rng: Generator) -> None:
    """A spoon along y, its bowl up."""
    steel = metal(rng)
    pen.shape(_handle(-0.2, 0.66), steel)
    pen.at((0, -0.3)).shape(shapes.ellipse(0.1, 0.16), steel.but(bevel=0.04))
    pen.at((0, -0.3)).shape(
        shapes.ellipse(0.075, 0.13), steel.but(relief=-0.9, height=0, bevel=0.05)
    )


def _handle(start: float, stop: float) -> Array:
    t = np.linspace(0, 1, 16)
    half = 0.018 + 0.022 * t**2
    half[-3:] *= (0.95, 0.8, 0.45)
    y = start + (stop - start) * t
    return np.concatenate([np.stack([half, y], 1), np.stack([-half, y], 1)[::-1]])


def chopsticks(pen: Pen, rng: Generator) -> None:
    """A pair of chopsticks along y."""
    code = str(rng.choice(("#7a3b2e", "#2c2a2b", "#c99a62", "#a33a34")))
    lacquer = Material(vary(rng, code, 0.05), 0.02, 0.7, gloss=0.4, height=0.04)
    for x, lean in ((-0.05, rng.normal(0, 0.03)), (0.05, rng.normal(0, 0.03))):
        stick = np.array([[-0.024, 0.8], [0.024, 0.8], [0.011, -0.8], [-0.011, -0.8]])
        pen.at((x, 0), lean).shape(stick, lacquer)
        band = np.array([[-0.025, 0.7], [0.025, 0.7], [0.024, 0.62], [-0.024, 0.62]])
        pen.at((x, 0), lean).shape(band, lacquer.but(colour=rgb("#d9b65f"), height=0))


def glass(pen: Pen, rng: Generator) -> None:
    """A glass from above, radius 0.3, with something to drink."""
    drinks = ("#b5651d", "#f0a830", "#7b1e2e", "#d8e4e6", "#e8c15a", "#d9584a")
    drink = vary(rng, str(rng.choice(drinks)), 0.06)
    rim = Material(rgb("#dfe8ea"), 0.03, 0.8, gloss=0.6, height=0.14, shade=0.4)
    pen.shape(shapes.ellipse(0.3), rim.but(colour=rgb("#cfdadd")))
    inside = Material(drink, bevel=0.1, relief=-0.5, gloss=0.35, height=0)
    pen.shape(shapes.ellipse(0.26), inside)
    for _ in range(int(rng.integers(0, 4))):
        place = rng.uniform(-0.12, 0.12, 2)
        ice = Material(
            mix(drink, rgb("#ffffff"), 0.55), 0.03, 0.7, gloss=0.7, height=0.01
        )
        cube = shapes.rounded(0.13, 0.13, 0.03)
        pen.at(place, rng.uniform(0, 3)).shape(cube, ice.but(opacity=0.75))
    if rng.uniform() < 0.3:
        citrus(pen.at((0.2, -0.16), scale=0.7), rng, "#f2c230")


def citrus(pen: Pen, rng: Generator, code: str) -> None:
    """A slice of lemon or lime, radius 0.16."""
    peel = Material(vary(rng, code, 0.05), bevel=0.02, relief=0.4, height=0.02)
    pen.shape(shapes.ellipse(0.16), peel)
    pen.shape(shapes.ellipse(0.14), peel.but(colour=rgb("#fbf3d0"), height=0))
    flesh = peel.but(colour=mix(peel.colour, rgb("#fff3b0"), 0.35), height=0, gloss=0.3)
    for start in shapes.around(8):
        wedge = shapes.sector(0.125, start + 0.08, 0.62, 0.025)
        pen.shape(wedge, flesh)


def napkin(pen: Pen, rng: Generator) -> None:
    """A folded napkin, 1 by 0.7."""
    colours = ("#f1ece2", "#c8473f", "#3f6fa8", "#e0b04a", "#6f9a86", "#d8b4a6")
    cloth = Material(
        vary(rng, str(rng.choice(colours)), 0.05), 0.012, 0.3, height=0.015
    )
    trim = vary(rng, str(rng.choice(colours)), 0.05)

    def border(x: Array, y: Array) -> Array:
        near = np.abs(x) / 0.5 + 0 * y
        line = ((near > 0.72) & (near < 0.9) & (np.sin(near * 105) > 0)) * 0.8
        return mix(cloth.colour, trim, line.astype(np.float32))

    pen.shape(shapes.quad(rng, 1.0, 0.7, 0.02), cloth, pattern=border)
    upper = shapes.quad(rng, 0.995, 0.34, 0.015)
    pen.at((0, -0.17)).shape(upper, cloth.but(height=0.008), pattern=border)


def sauce(pen: Pen, rng: Generator, code: str = "") -> None:
    """A little dish of sauce, radius 0.26."""
    codes = ("#b3261e", "#e0a526", "#f2e6c4", "#4a2a1c", "#7f9a3a")
    glaze = vary(rng, str(rng.choice(CERAMICS)), 0.03)
    body = Material(glaze, bevel=0.03, relief=0.5, gloss=0.3, height=0.07)
    pen.shape(shapes.ellipse(0.26), body)
    filling = Material(vary(rng, code or str(rng.choice(codes)), 0.05), height=0)
    pen.shape(shapes.ellipse(0.215), filling.but(bevel=0.05, relief=-0.35, gloss=0.3))
    swirl = shapes.zigzag(0.2, 0.04, 1)
    bright = filling.but(colour=mix(filling.colour, rgb("#ffffff"), 0.12), bevel=0.02)
    pen.at((0, 0), rng.uniform(0, 6)).stroke(swirl, 0.05, bright)


def flower(pen: Pen, rng: Generator) -> None:
    """The flower of the shortcut: magenta petals around a yellow heart, radius 0.3."""
    stem = Material(vary(rng, "#5f8f3e", 0.05), bevel=0.012, relief=0.6, height=0.03)
    path = np.array([[0.0, 0.0], [0.1, 0.22], [0.12, 0.45]])
    pen.stroke(path, 0.035, stem)
    pen.at((0.2, 0.32), 0.5).shape(shapes.leaf(rng, 0.26, 0.11), stem.but(bevel=0.03))
    petal = Material(vary(rng, "#d81f8c", 0.04), bevel=0.04, relief=0.7, height=0.045)
    for ring, length in ((0, 0.29), (1, 0.2)):
        tone = petal.but(colour=mix(petal.colour, rgb("#ff8fc8"), 0.3 * ring))
        for angle in shapes.around(9 - 2 * ring) + rng.uniform(0, 1):
            place = 0.58 * length * np.array([np.cos(angle), np.sin(angle)])
            outline = shapes.ellipse(length * 0.52, length * 0.26, 36)
            pen.at(place, angle + rng.normal(0, 0.06)).shape(outline, tone)
    heart = Material(rgb("#f6c21c"), 0.03, 0.8, mottle=0.1, grain=0.02, height=0.03)
    pen.shape(shapes.ellipse(0.075), heart)


def crumbs(pen: Pen, rng: Generator) -> None:
    """A few crumbs, peppercorns or leaves strewn over 0.5."""
    code = str(rng.choice(("#c98f4a", "#2f2a26", "#5d8f3a", "#e9dcc0")))
    bit = Material(vary(rng, code, 0.1), bevel=0.01, relief=0.6, height=0.012)
    for place in shapes.scatter(rng, int(rng.integers(5, 14)), 0.5, 0.05):
        outline = shapes.blob(rng, rng.uniform(0.01, 0.03), rng.uniform(0.01, 0.022))
        pen.at(place, rng.uniform(0, 6)).shape(outline, bit)
