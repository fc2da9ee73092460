"""The tab Occlusion, before it is visited."""

from gui.panels.occlusion.lens import Occlusion
from gui.panels.panel import Panel, Tab
from gui.widgets.words import to_translate


def _panel() -> type[Panel]:
    from gui.panels.occlusion.panel import OcclusionPanel

    return OcclusionPanel


TAB = Tab(to_translate("Panel", "Occlusion"), _panel, Occlusion)
