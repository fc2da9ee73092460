"""What a page says as long as it has nothing to show."""

from gui.panels.ranking.ranking import Ranking
from gui.widgets.words import grouped, translate


def waiting_words(ranking: Ranking, working: str) -> str:
    """Returns what a page waits for.

    Args:
        ranking: What is known of the dataset.
        working: What is being done once all photos were scored.
    """
    dataset, scored = ranking.dataset, ranking.scored
    if dataset is None:
        return ""
    if not ranking.is_complete:
        words = translate(
            "Ranking", "All photos have to be scored first: {done} of {total}."
        )
        total = grouped(len(dataset.photos))
        return words.format(done=grouped(ranking.known), total=total)
    if scored is None or not len(scored.came):
        return translate("Ranking", "No photo of this dataset can be read.")
    return working
