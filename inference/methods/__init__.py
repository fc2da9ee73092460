"""All methods of explaining a prediction, by name, behind one face."""

from inference.methods.costs import (
    Cost,
    Speeds,
    cost,
    measured_speeds,
    score_cam_channels,
)
from inference.methods.many import FEWER, explainers
from inference.methods.running import Asked, OcclusionWish, of_cam, of_sweep
from inference.methods.table import (
    METHODS,
    OPTIONS,
    Method,
    Need,
    explanation,
    missing_need,
)

__all__ = [
    "FEWER",
    "METHODS",
    "OPTIONS",
    "Asked",
    "Cost",
    "Method",
    "Need",
    "OcclusionWish",
    "Speeds",
    "cost",
    "explainers",
    "explanation",
    "measured_speeds",
    "missing_need",
    "of_cam",
    "of_sweep",
    "score_cam_channels",
]
