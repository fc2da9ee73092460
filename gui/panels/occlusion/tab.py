"""The tab Occlusion, before it is visited."""

from typing import Any

from gui.lens import Lens
from gui.panels.occlusion.lens import Occlusion
from gui.panels.panel import Export, Panel, Tab
from gui.session import Session
from gui.widgets.words import to_translate
from inference.pictures.style import Style


def _panel() -> type[Panel]:
    from gui.panels.occlusion.panel import OcclusionPanel

    return OcclusionPanel


def _exported(
    session: Session, lens: Lens[Any, Any, Any], style: Style
) -> Export | None:
    from gui.panels.occlusion.saving import exported

    assert isinstance(lens, Occlusion)
    return exported(session, lens, style)


TAB = Tab(to_translate("Panel", "Occlusion"), _panel, Occlusion, _exported)
