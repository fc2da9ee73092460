"""The tab Occlusion."""

from gui.panels.occlusion.panel import OcclusionPanel

__all__ = [
    "OcclusionPanel",
]
