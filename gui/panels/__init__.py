"""The tabs, in their order, and the lenses that they have.

A lens is made at the start of the window; a panel when its tab is first visited.
"""

from importlib import import_module
from typing import Any

from gui.answers import Answers
from gui.jobs import Lanes
from gui.lens import Lens
from gui.panels.panel import Tab
from gui.session import Session

__all__ = ["TABS", "WORDS", "Tab", "made_lenses"]

WORDS = (  # a folder each
    "occlusion",
    "gradcam",
    "activations",
    "ranking",
    "finetune",
)
TABS: tuple[Tab, ...] = tuple(
    import_module(f"{__name__}.{word}.tab").TAB for word in WORDS
)


def made_lenses(
    session: Session, lanes: Lanes, answers: Answers
) -> list[Lens[Any, Any, Any]]:
    """Makes the lenses of every tab that has some."""
    makers = [maker for tab in TABS for maker in (tab.lens, tab.beside)]
    return [maker(session, lanes, answers) for maker in makers if maker is not None]
