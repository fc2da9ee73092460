"""The tabs, in their order, and the lenses that they have.

A lens is made at the start of the window; a panel when its tab is first visited.
"""

from typing import Any

from gui.answers import Answers
from gui.jobs import Lanes
from gui.lens import Lens
from gui.panels.activations import ActivationsPanel
from gui.panels.gradcam import GradCamPanel
from gui.panels.occlusion import OcclusionPanel
from gui.panels.panel import Panel
from gui.session import Session

__all__ = ["PANELS", "Panel", "made_lenses"]

PANELS: tuple[type[Panel], ...] = (OcclusionPanel, GradCamPanel, ActivationsPanel)


def made_lenses(
    session: Session, lanes: Lanes, answers: Answers
) -> list[Lens[Any, Any, Any]]:
    """Makes the lens of every tab that has one."""
    kinds = [panel.lens_class for panel in PANELS]
    return [kind(session, lanes, answers) for kind in kinds if kind is not None]
