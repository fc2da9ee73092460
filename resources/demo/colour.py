"""Colours and the blotches in them: red, green, blue in [0, 1], float32."""

import numpy as np
from PIL import Image

Array = np.ndarray


def rgb(code: str) -> Array:
    """Reads a colour such as `#c8502f` (3,)."""
    return np.array([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)


def vary(rng: np.random.Generator, code: str, amount: float = 0.05) -> Array:
    """Returns a colour (3,) near `code`: brighter or darker, a little off in hue."""
    shift = rng.normal(0, amount) + rng.normal(0, amount / 2, 3)
    return np.clip(rgb(code) * (1 + shift), 0, 1).astype(np.float32)


def mix(first: Array, second: Array, share: Array | float) -> Array:
    """Returns colours between two; `share` (H, W) or a number is that of the second."""
    weight = np.asarray(share, np.float32)
    weight = weight[..., None] if weight.ndim else weight
    return (first * (1 - weight) + second * weight).astype(np.float32)


def cloud(
    rng: np.random.Generator, height: int, width: int, feature: tuple[float, float]
) -> Array:
    """Returns smooth noise (height, width) with mean 0 and deviation of about 1.

    Args:
        rng: Where the noise comes from.
        height: Rows.
        width: Columns.
        feature: Size of its blotches along rows and along columns, in pixels.
    """
    total = np.zeros((height, width), np.float32)
    for octave, weight in ((1.0, 0.8), (2.2, 0.45), (4.7, 0.3)):
        rows = int(np.ceil(height / max(feature[0] / octave, 1))) + 2
        cols = int(np.ceil(width / max(feature[1] / octave, 1))) + 2
        coarse = rng.standard_normal((min(rows, height + 2), min(cols, width + 2)))
        grid = Image.fromarray(coarse.astype(np.float32))
        total += weight * np.asarray(grid.resize((width, height), Image.BICUBIC))
    return total * 1.4
