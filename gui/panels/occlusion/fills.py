"""What stands in a covered place, for the eye."""

import numpy as np

from inference.geometry import Floats
from inference.occlusion import Baseline

Color = tuple[int, int, int]


def color_of(baseline: Baseline, mean: Floats) -> Color:
    """Returns what a baseline looks like on an input of this mean pixel value (C,)."""
    red, green, blue = (round(float(v)) for v in np.resize(baseline.fill(mean), 3))
    return red, green, blue
