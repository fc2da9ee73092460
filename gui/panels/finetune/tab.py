"""The tab Fine-tuning, before it is visited."""

from gui.panels.finetune.lens import BothLens
from gui.panels.panel import Panel, Tab
from gui.widgets.words import to_translate


def _panel() -> type[Panel]:
    from gui.panels.finetune.panel import FinetunePanel

    return FinetunePanel


TAB = Tab(to_translate("Panel", "Fine-tuning"), _panel, BothLens)
