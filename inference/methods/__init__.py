"""All methods of explaining a prediction, by name, behind one face."""

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
    "METHODS",
    "OPTIONS",
    "Asked",
    "Method",
    "Need",
    "explanation",
    "missing_need",
    "of_cam",
]
