"""The tab Ranking, before it is visited."""

from gui.panels.panel import Panel, Tab
from gui.widgets.words import to_translate


def _panel() -> type[Panel]:
    from gui.panels.ranking.panel import RankingPanel

    return RankingPanel


TAB = Tab(to_translate("Panel", "Ranking"), _panel)
