"""Photos with labels: read, matched to the classes of a model, split and counted."""

from inference.dataset.counts import (
    Calibration,
    ClassCounts,
    Metrics,
    Share,
    confusion,
    measured,
)
from inference.dataset.listing import CSV_COLUMNS, Dataset, Photo, list_dataset
from inference.dataset.matching import Matching, matched, read_matching
from inference.dataset.splitting import SHARES, Part, with_parts

__all__ = [
    "CSV_COLUMNS",
    "SHARES",
    "Calibration",
    "ClassCounts",
    "Dataset",
    "Matching",
    "Metrics",
    "Part",
    "Photo",
    "Share",
    "confusion",
    "list_dataset",
    "matched",
    "measured",
    "read_matching",
    "with_parts",
]
