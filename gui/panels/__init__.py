"""The tabs, in their order."""

from gui.panels.activations import ActivationsPanel
from gui.panels.base import Panel
from gui.panels.gradcam import GradCamPanel
from gui.panels.occlusion import OcclusionPanel

__all__ = ["PANELS", "Panel"]

PANELS: tuple[type[Panel], ...] = (OcclusionPanel, GradCamPanel, ActivationsPanel)
