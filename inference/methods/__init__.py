"""All methods of explaining a prediction, by name, behind one face."""

from inference.methods.many import FEWER, explainers
from inference.methods.running import Asked, of_cam
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
    "Method",
    "Need",
    "explainers",
    "explanation",
    "missing_need",
    "of_cam",
]
