"""The tab Occlusion."""

from gui.panels.occlusion.lens import Occlusion
from gui.panels.occlusion.panel import OcclusionPanel

__all__ = [
    "Occlusion",
    "OcclusionPanel",
]
