"""RISE and LIME: what covering many places at once tells, without gradients."""

from inference.masking.grids import RandomGrids
from inference.masking.lime import LimeSpec, Line, drawn_patterns, fitted, lime
from inference.masking.rise import RiseSpec, rise

__all__ = [
    "LimeSpec",
    "Line",
    "RandomGrids",
    "RiseSpec",
    "drawn_patterns",
    "fitted",
    "lime",
    "rise",
]
