"""What stands in a covered place, for the eye."""

import numpy as np
from numpy.typing import NDArray

from inference.occlusion import Baseline

Color = tuple[int, int, int]


def color_of(baseline: Baseline, pixels: NDArray[np.uint8]) -> Color:
    """Returns what a baseline looks like on an input (h, w, C) of any channels."""
    red, green, blue = (round(float(v)) for v in np.resize(baseline.fill(pixels), 3))
    return red, green, blue
