"""What a map has to beat: its own copies turned and mirrored, chance, the middle.

Never noise of single pixels: at deletion it beats every smooth map.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from inference.errors import Sentence
from inference.geometry import Floats, Size

RANDOM_MAPS = 12
_GRID = 7  # random numbers down and across
_BLOB = 1 / 4  # of each side, the standard deviation


@dataclass(frozen=True, slots=True, eq=False)
class Rival:
    """A map to compare with.

    Attributes:
        name: A `Sentence`.
        values: (h, w), as large as the input.
    """

    name: Sentence
    values: Floats


def own_rivals(values: Floats) -> tuple[Rival, ...]:
    """Returns a map (h, w) turned and mirrored in all seven ways.

    What does not fit after a quarter turn is stretched.
    """
    size = Size(*values.shape)
    turned = {
        Sentence("this map mirrored"): values[:, ::-1],
        Sentence("this map upside down"): values[::-1],
        Sentence("this map turned by 180°"): values[::-1, ::-1],
        Sentence("this map turned left"): np.rot90(values),
        Sentence("this map turned right"): np.rot90(values, -1),
        Sentence("this map with rows and columns changed"): values.T,
        Sentence("this map turned left and mirrored"): np.rot90(values)[:, ::-1],
    }
    return tuple(Rival(name, resized(each, size)) for name, each in turned.items())


def shared_rivals(size: Size, seed: int = 0) -> tuple[Rival, ...]:
    """Returns the rivals of every map: twelve of chance, and the middle."""
    random = np.random.default_rng(seed)
    chance = [
        Rival(
            Sentence("chance {n}", n=number + 1),
            resized(random.random((_GRID, _GRID)).astype(np.float32), size),
        )
        for number in range(RANDOM_MAPS)
    ]
    rows, cols = (((np.arange(side) + 0.5) / side - 0.5) / _BLOB for side in (size))
    blob = np.exp(-(rows[:, np.newaxis] ** 2 + cols**2) / 2).astype(np.float32)
    return (*chance, Rival(Sentence("the middle"), blob))


def resized(values: Floats, size: Size) -> Floats:
    """Returns a map of another size, linearly enlarged."""
    source = Image.fromarray(np.ascontiguousarray(values, np.float32))
    large = source.resize((size.width, size.height), Image.Resampling.BILINEAR)
    return np.asarray(large, np.float32)
