"""Logits of covered inputs; how they come about is this folder's secret."""

from inference.occluder.baseline import BASELINES, Baseline, blurred, parse_baseline
from inference.occluder.batching import abreast, core_count
from inference.occluder.engine import Occluder
from inference.occluder.masks import Masks
from inference.occluder.receptive import receptive_spans

__all__ = [
    "BASELINES",
    "Baseline",
    "Masks",
    "Occluder",
    "abreast",
    "blurred",
    "core_count",
    "parse_baseline",
    "receptive_spans",
]
