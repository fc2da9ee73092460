"""The tab Grad-CAM."""

from gui.panels.gradcam.panel import GradCamPanel

__all__ = [
    "GradCamPanel",
]
