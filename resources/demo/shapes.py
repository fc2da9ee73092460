"""Outlines of the toy world: points (N, 2) around a shape, in its own coordinates."""

import numpy as np

Array = np.ndarray


def around(count: int = 72) -> Array:
    """Returns evenly spaced angles (count,) of one full turn, in radians."""
    return np.linspace(0, 2 * np.pi, count, endpoint=False)


def ellipse(rx: float, ry: float | None = None, count: int = 72) -> Array:
    """Returns an ellipse, or a circle where one radius is given."""
    angle = around(count)
    return np.stack([rx * np.cos(angle), (ry or rx) * np.sin(angle)], 1)


def pebble(rx: float, ry: float, power: float = 3.0, count: int = 72) -> Array:
    """Returns a superellipse: power 2 is an ellipse, large powers are rectangles."""
    angle = around(count)
    cosine, sine = np.cos(angle), np.sin(angle)
    x = np.sign(cosine) * np.abs(cosine) ** (2 / power)
    y = np.sign(sine) * np.abs(sine) ** (2 / power)
    return np.stack([rx * x, ry * y], 1)


def wobble(
    rng: np.random.Generator, angle: Array, amount: float, waves: int = 5
) -> Array:
    """Returns factors near 1 (N,), smooth over a turn, for radii by hand."""
    factor = np.ones_like(angle)
    for wave in range(2, waves + 2):
        phase = rng.uniform(0, 2 * np.pi)
        factor += rng.normal(0, amount / np.sqrt(wave)) * np.cos(wave * angle + phase)
    return factor


def blob(
    rng: np.random.Generator,
    rx: float,
    ry: float | None = None,
    amount: float = 0.05,
    waves: int = 5,
) -> Array:
    """Returns an ellipse drawn by hand."""
    outline = ellipse(rx, ry)
    return outline * wobble(rng, around(), amount, waves)[:, None]


def rectangle(width: float, height: float) -> Array:
    """Returns a rectangle around the origin."""
    x, y = width / 2, height / 2
    return np.array([[-x, -y], [x, -y], [x, y], [-x, y]])


def rounded(width: float, height: float, radius: float) -> Array:
    """Returns a rectangle with round corners."""
    angle = np.linspace(0, np.pi / 2, 9)
    corner = radius * np.stack([np.cos(angle), np.sin(angle)], 1)
    x, y = width / 2 - radius, height / 2 - radius
    right_down = corner + np.array([x, y])
    left_down = corner[::-1] * [-1, 1] + np.array([-x, y])
    left_up = corner * [-1, -1] + np.array([-x, -y])
    right_up = corner[::-1] * [1, -1] + np.array([x, -y])
    return np.concatenate([right_down, left_down, left_up, right_up])


def quad(rng: np.random.Generator, width: float, height: float, amount: float) -> Array:
    """Returns a rectangle whose corners are off by `amount`, with softened corners."""
    corners = rectangle(width, height) + rng.normal(0, amount, (4, 2))
    nexts = np.roll(corners, -1, 0)
    softened = [
        corners[i] + (nexts[i] - corners[i]) * share
        for i in range(4)
        for share in (0.03, 0.97)
    ]
    return np.array(softened)


def sector(
    radius: Array | float, start: float, extent: float, inner: float = 0
) -> Array:
    """Returns a piece of a pie between two angles [rad]; `inner` leaves out its tip."""
    angle = np.linspace(start, start + extent, 60)
    arc = np.stack([np.cos(angle), np.sin(angle)], 1)
    if np.ndim(radius):
        place = (angle % (2 * np.pi)) / (2 * np.pi) * len(radius)
        radius = np.asarray(radius)[place.astype(int) % len(radius)][:, None]
    if inner:
        return np.concatenate([arc * radius, arc[::-1] * inner])
    return np.concatenate([arc * radius, [[0.0, 0.0]]])


def leaf(
    rng: np.random.Generator, length: float, width: float, ruffle: float = 0.0
) -> Array:
    """Returns a leaf along x, its stem at the left end, with a ruffled rim."""
    t = np.linspace(0, 1, 40)
    half = width / 2 * np.sin(np.pi * t**0.8) ** 0.8
    bend = rng.normal(0, 0.08) * length * np.sin(np.pi * t)
    sides = []
    for sign in (1, -1):
        waves = np.sin(t * rng.uniform(22, 34) + rng.uniform(0, 6))
        rim = half * (1 + ruffle * waves) * (1 + rng.normal(0, 0.05))
        sides.append(np.stack([(t - 0.5) * length, bend + sign * rim], 1))
    return np.concatenate([sides[0], sides[1][::-1]])


def star_rim(radius: float, teeth: int, depth: float, count: int = 240) -> Array:
    """Returns a circle with a waved rim: petals, paper cups, pepper rings."""
    angle = around(count)
    return ellipse(radius, count=count) * (1 + depth * np.cos(teeth * angle))[:, None]


def curve(
    rng: np.random.Generator, length: float, bend: float, count: int = 24
) -> Array:
    """Returns a path along x (count, 2) that wanders sideways by `bend`."""
    t = np.linspace(-0.5, 0.5, count)
    phase, pace = rng.uniform(0, 2 * np.pi), rng.uniform(3, 7)
    return np.stack([t * length, bend * np.sin(pace * t + phase)], 1)


def zigzag(length: float, swing: float, turns: int) -> Array:
    """Returns a path along x that swings from side to side, as from a bottle."""
    t = np.linspace(0, 1, turns * 12)
    return np.stack([(t - 0.5) * length, swing * np.sin(2 * np.pi * turns * t)], 1)


def scatter(
    rng: np.random.Generator, count: int, radius: float, gap: float
) -> list[Array]:
    """Returns up to `count` places (2,) within a circle, `gap` apart if they fit."""
    places: list[Array] = []
    for _ in range(count * 12):
        angle, distance = rng.uniform(0, 2 * np.pi), radius * np.sqrt(rng.uniform())
        place = distance * np.array([np.cos(angle), np.sin(angle)])
        if all(np.hypot(*(place - other)) >= gap for other in places):
            places.append(place)
        if len(places) == count:
            break
    return places
