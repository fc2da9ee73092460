"""The tab Grad-CAM."""

from gui.panels.gradcam.lens import GradCamLens
from gui.panels.gradcam.panel import GradCamPanel

__all__ = [
    "GradCamLens",
    "GradCamPanel",
]
