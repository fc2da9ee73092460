"""The same photo, a little otherwise each time: flipped, shifted, scaled.

It is the input of the network that is moved, after it was cut out. What comes in from
outside has the photo's mean colour.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]

SHIFT = 30 / 224
"""Of the input's side, either way: 30 pixels of 224."""

SCALE = 0.1  # either way, down and across by themselves


@dataclass(frozen=True, slots=True)
class Change:
    """How an input is changed.

    Attributes:
        is_flipped: Whether left and right change places.
        down: Shift, as a share of the height.
        across: Shift, as a share of the width.
        taller: Factor of heights.
        wider: Factor of widths.
    """

    is_flipped: bool
    down: float
    across: float
    taller: float
    wider: float


def drawn(random: np.random.Generator) -> Change:
    """Draws a change; every part of it by itself."""
    return Change(
        bool(random.random() < 0.5),
        *random.uniform(-SHIFT, SHIFT, 2).tolist(),
        *random.uniform(1 - SCALE, 1 + SCALE, 2).tolist(),
    )


def changed(pixels: Pixels, change: Change) -> Pixels:
    """Returns an input (h, w, C) otherwise, of the same shape."""
    height, width, channels = pixels.shape
    image = Image.fromarray(pixels if channels == 3 else pixels[..., 0])
    step = (-1 if change.is_flipped else 1) / change.wider
    left = width / 2 - step * (width / 2 + change.across * width)
    top = height / 2 - (height / 2 + change.down * height) / change.taller
    mean = tuple(int(v) for v in pixels.reshape(-1, channels).mean(axis=0) + 0.5)
    moved = image.transform(
        image.size,
        Image.Transform.AFFINE,
        (step, 0, left, 0, 1 / change.taller, top),
        Image.Resampling.BILINEAR,
        fillcolor=mean if channels == 3 else mean[0],
    )
    return np.asarray(moved).reshape(pixels.shape)


def previews(pixels: Pixels, count: int, *, seed: int = 0) -> tuple[Pixels, ...]:
    """Returns an input (h, w, C) as training may see it, so many times."""
    random = np.random.default_rng(seed)
    return tuple(changed(pixels, drawn(random)) for _ in range(count))
