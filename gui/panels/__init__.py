"""The tabs, in their order."""

from gui.panels.activations import ActivationsPanel
from gui.panels.gradcam import GradCamPanel
from gui.panels.occlusion import OcclusionPanel
from gui.panels.panel import Panel

__all__ = ["PANELS", "Panel"]

PANELS: tuple[type[Panel], ...] = (OcclusionPanel, GradCamPanel, ActivationsPanel)
