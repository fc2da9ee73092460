"""The tabs, in their order, and the lenses that they have.

A lens is made at the start of the window; a panel when its tab is first visited.
"""

from collections.abc import Callable
from typing import Any

from gui.answers import Answers
from gui.jobs import Lanes
from gui.lens import Lens
from gui.panels.activations import ActivationsLens, ActivationsPanel
from gui.panels.gradcam import GradCamLens, GradCamPanel
from gui.panels.occlusion import Occlusion, OcclusionPanel
from gui.panels.panel import Panel
from gui.session import Session

__all__ = ["LENSES", "PANELS", "Panel"]

LensMaker = Callable[[Session, Lanes, Answers], Lens[Any, Any, Any]]  # or its class

LENSES: tuple[LensMaker, ...] = (Occlusion, GradCamLens, ActivationsLens)

PANELS: tuple[type[Panel], ...] = (OcclusionPanel, GradCamPanel, ActivationsPanel)
