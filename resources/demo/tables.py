"""What the dishes stand on: wood, painted planks, linen, checks, marble, slate, chips.

Each table is a function of a generator and a size in pixels with the pixels per scene
unit; it returns colours (H, W, 3). `cover` picks one and lays it at an angle.
"""

from collections.abc import Callable

import numpy as np
from PIL import Image

from resources.demo.canvas import Array, Canvas
from resources.demo.colour import cloud, mix, rgb, vary

Table = Callable[[np.random.Generator, int, float], Array]

WOODS = ("#c08552", "#a56a3f", "#d6a673", "#8a5a3a", "#e0bd92", "#6e4a33")
PAINTS = ("#8fb8b3", "#e9dfcb", "#b7c7d9", "#d8b9a4", "#a9bd94", "#5f7f8c")
LINENS = ("#efe6d5", "#d8c7ac", "#b9c6c0", "#e8c9b5", "#93a7b5", "#c3b7d0")
CHECKS = ("#c8473f", "#3f6fa8", "#5d8f5a", "#d79a34", "#7a5a8c")


def wood(rng: np.random.Generator, side: int, unit: float) -> Array:
    """Planks of bare wood with grain and seams."""
    return _planks(rng, side, unit, str(rng.choice(WOODS)), 0.42)


def painted(rng: np.random.Generator, side: int, unit: float) -> Array:
    """Planks under a coat of worn paint."""
    return _planks(rng, side, unit, str(rng.choice(PAINTS)), 0.2)


def _planks(
    rng: np.random.Generator, side: int, unit: float, code: str, strength: float
) -> Array:
    height = unit * rng.uniform(0.38, 0.75)
    rows = np.arange(side, dtype=np.float32)[:, None]
    plank = ((rows + rng.uniform(0, height)) // height).astype(int)
    edge = plank[:, 0] != np.roll(plank[:, 0], 1)
    tones = rng.normal(0, 0.07, int(plank.max()) + 1).astype(np.float32)
    shifts = rng.uniform(0, 9, int(plank.max()) + 1).astype(np.float32)
    warp = cloud(rng, side, side, (unit * 0.12, unit * 1.3))
    grain = np.sin(rows / unit * 34 + warp * 2.6 + shifts[plank])
    fibre = cloud(rng, side, side, (unit * 0.012, unit * 0.35))
    value = 1 + tones[plank] + strength * (0.12 * grain + 0.16 * fibre + 0.1 * warp)
    value = value * _seams(edge, unit)[:, None]
    colour = vary(rng, code, 0.06)
    return (
        colour[None, None] ** (1.9 - 0.9 * value)[..., None] * value[..., None] ** 0.4
    )


def _seams(edge: Array, unit: float) -> Array:
    """Darkens rows near the seams (H,)."""
    rows = np.arange(len(edge), dtype=np.float32)
    result = np.ones(len(edge), np.float32)
    for seam in np.flatnonzero(edge):
        distance = (rows - seam) / (unit * 0.012)
        result *= 1 - 0.6 * np.exp(-(distance**2))
        result += 0.06 * np.exp(-((distance - 2.5) ** 2))
    return result


def linen(rng: np.random.Generator, side: int, unit: float) -> Array:
    """A plain woven cloth with soft folds, sometimes with stripes along it."""
    colour = vary(rng, str(rng.choice(LINENS)), 0.05)
    base = np.broadcast_to(colour, (side, side, 3)).astype(np.float32)
    if rng.uniform() < 0.5:
        rows = np.arange(side)[:, None] / unit + rng.uniform(0, 2)
        pace = rng.uniform(0.5, 0.9)
        band = ((rows % pace) < pace * rng.uniform(0.1, 0.4)).astype(np.float32)
        stripe = vary(rng, str(rng.choice(CHECKS)), 0.1)
        base = mix(base, stripe, band * rng.uniform(0.4, 0.8) + np.zeros((side, side)))
    return base * _weave(rng, side, unit)[..., None]


def checks(rng: np.random.Generator, side: int, unit: float) -> Array:
    """The chequered cloth of every picnic."""
    pace = rng.uniform(0.16, 0.34)
    across = ((np.arange(side) / unit + rng.uniform(0, 1)) % pace < pace / 2) * 0.5
    down = ((np.arange(side) / unit + rng.uniform(0, 1)) % pace < pace / 2) * 0.5
    amount = (across[None, :] + down[:, None]).astype(np.float32)
    white = rgb("#f5efe4")
    base = mix(white, vary(rng, str(rng.choice(CHECKS)), 0.08), amount * 0.85)
    return base * _weave(rng, side, unit)[..., None]


def _weave(rng: np.random.Generator, side: int, unit: float) -> Array:
    pace = unit * 0.016
    axis = np.arange(side, dtype=np.float32) * (2 * np.pi / pace)
    threads = 0.025 * (np.sin(axis)[None, :] + np.sin(axis)[:, None])
    folds = cloud(rng, side, side, (unit * 0.5, unit * 1.4))
    fuzz = cloud(rng, side, side, (unit * 0.02, unit * 0.02))
    return 1 + threads + 0.035 * folds + 0.02 * fuzz


def marble(rng: np.random.Generator, side: int, unit: float) -> Array:
    """Pale stone with veins."""
    base = vary(rng, str(rng.choice(("#ece8e1", "#dfe3e2", "#e9dfd3"))), 0.03)
    vein = vary(rng, str(rng.choice(("#9a9a98", "#b59f86", "#8d9aa0"))), 0.05)
    field = cloud(rng, side, side, (unit * 0.7, unit * 1.1))
    fading = np.clip(0.5 + 0.7 * cloud(rng, side, side, (unit * 0.6, unit * 0.4)), 0, 1)
    ridge = np.exp(-np.abs(field) * 8) * 0.6 * fading + 0.06 * np.abs(field)
    soft = cloud(rng, side, side, (unit * 0.25, unit * 0.25)) * 0.03
    return mix(base, vein, np.clip(ridge + soft, 0, 1))


def slate(rng: np.random.Generator, side: int, unit: float) -> Array:
    """Dark stone, matt and a little blotched."""
    base = vary(
        rng, str(rng.choice(("#4a4f55", "#3b4146", "#575250", "#46534f"))), 0.06
    )
    rough = cloud(rng, side, side, (unit * 0.03, unit * 0.05))
    broad = cloud(rng, side, side, (unit * 0.5, unit * 0.8))
    return base * (1 + 0.06 * rough + 0.08 * broad)[..., None]


def terrazzo(rng: np.random.Generator, side: int, unit: float) -> Array:
    """Cast stone with coloured chips."""
    base = vary(rng, str(rng.choice(("#e8e0d2", "#d9d5cf", "#c9d2cc"))), 0.03)
    result = np.broadcast_to(base, (side, side, 3)).astype(np.float32)
    for code in ("#c98f6b", "#7d8f83", "#b5b0a8", "#8a6f63"):
        field = cloud(rng, side, side, (unit * 0.09, unit * 0.09))
        chips = np.clip((field - 1.55) * 9, 0, 1)
        result = mix(result, vary(rng, code, 0.08), chips * 0.85)
    return result


TABLES: tuple[Table, ...] = (
    wood, wood, wood, painted, linen, linen, checks, marble, slate, terrazzo,
)  # fmt: skip


def cover(canvas: Canvas, rng: np.random.Generator, unit: float) -> None:
    """Lays a table under everything, at a random angle; `unit` sizes its texture."""
    height, width = canvas.dish.shape
    side = int(np.ceil(np.hypot(height, width))) + 2
    table = TABLES[rng.integers(len(TABLES))]
    texture = np.clip(table(rng, side, unit), 0, 1)
    turn = rng.choice((0, 90)) + rng.normal(0, 14)
    sheet = Image.fromarray((texture * 255).astype(np.uint8))
    sheet = sheet.rotate(turn, Image.BILINEAR)
    left, top = (side - width) // 2, (side - height) // 2
    part = sheet.crop((left, top, left + width, top + height))
    canvas.pixels[:] = np.asarray(part, np.float32) / 255
