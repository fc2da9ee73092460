"""The tab Activations, before it is visited."""

from gui.panels.activations.lens import ActivationsLens
from gui.panels.panel import Panel, Tab
from gui.widgets.words import to_translate


def _panel() -> type[Panel]:
    from gui.panels.activations.panel import ActivationsPanel

    return ActivationsPanel


TAB = Tab(to_translate("Panel", "Activations"), _panel, ActivationsLens)
