"""Logits of covered inputs; how they come about is this folder's secret."""

from inference.occluder.engine import Occluder

__all__ = [
    "Occluder",
]
