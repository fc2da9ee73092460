"""The tab Grad-CAM, before it is visited."""

from gui.panels.gradcam.lens import GradCamLens, SecondLens
from gui.panels.panel import Panel, Tab
from gui.widgets.words import to_translate


def _panel() -> type[Panel]:
    from gui.panels.gradcam.panel import GradCamPanel

    return GradCamPanel


TAB = Tab(to_translate("Panel", "Grad-CAM"), _panel, GradCamLens, beside=SecondLens)
