"""The tab Activations."""

from gui.panels.activations.lens import ActivationsLens
from gui.panels.activations.panel import ActivationsPanel

__all__ = [
    "ActivationsLens",
    "ActivationsPanel",
]
