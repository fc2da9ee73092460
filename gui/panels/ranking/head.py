"""The head of the tab: which dataset, how far it is scored, what goes on with it."""

from PySide6.QtCore import Signal

from gui.errors import said
from gui.panels.ranking.asked import Matched
from gui.panels.ranking.ranking import Ranking
from gui.widgets.form import Elided, Glyph, Group, button, named, row, stack, text
from gui.widgets.progress import ProgressBar
from gui.widgets.words import (
    as_tip,
    counted,
    facts,
    fixed,
    grouped,
    shortened,
    translate,
)

LISTED = 8  # reasons why photos could not be read


class Head(Group):
    """Says which dataset is open, and starts and stops its scoring.

    Signals:
        open_clicked: *Open dataset…* was pressed.
        go_clicked: *Continue* or *Score again* was pressed.
        stop_clicked: *Stop* was pressed.
        links_clicked: links out of the folder are to be followed.
    """

    open_clicked = Signal()
    go_clicked = Signal()
    stop_clicked = Signal()
    links_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = text("", "strong")
        self._facts = Elided("", "muted")
        self._bar = ProgressBar()
        self._bar.setFixedWidth(90)
        self._go = button("", "primary")
        self._go.clicked.connect(self.go_clicked)
        self._stop = button(self.tr("Stop"), "plain", "stop")
        tip = self.tr("Ends the scoring; what was scored is kept.")
        named(self._stop, self.tr("Stop scoring"), tip)
        self._stop.clicked.connect(self.stop_clicked)
        self._links = button("", "link")
        self._links.clicked.connect(self.links_clicked)
        opener = button(self.tr("Open dataset…"))
        tip = self.tr("Chooses a folder with one folder per class; nothing is changed.")
        named(opener, self.tr("Open another dataset"), tip)
        opener.clicked.connect(self.open_clicked)
        stack(
            self,
            row(
                Glyph("folder", "accent"),
                self._name,
                (self._facts, 1),
                self._links,
                self._bar,
                self._stop,
                self._go,
                opener,
            ),
        )

    def show_state(self, ranking: Ranking, *, has_model: bool) -> None:
        """Says how things stand."""
        dataset = ranking.dataset
        if dataset is None:
            return
        total = len(dataset.photos)
        self._name.setText(shortened(dataset.name))
        self._name.setToolTip(str(dataset.root))
        self._facts.setText(_words(ranking, has_model=has_model))
        self._facts.setToolTip(as_tip(self._told(ranking)))
        self._show_links(dataset.outside)
        self._bar.setVisible(ranking.is_scoring)
        self._bar.show_progress(ranking.known, total)
        self._stop.setVisible(ranking.is_scoring)
        self._show_go(ranking, has_model=has_model)

    def _show_go(self, ranking: Ranking, *, has_model: bool) -> None:
        is_anew = ranking.is_stale or not ranking.known
        words = self.tr("Score again") if ranking.is_stale else self.tr("Score")
        tip = self.tr("Scores all photos with the model that is open.")
        if not is_anew:
            words = self.tr("Continue")
            tip = self.tr("Scores the photos that have no scores yet.")
        self._go.setText(words)
        named(self._go, words, tip)
        is_wanted = ranking.is_stale or not ranking.is_complete
        self._go.setVisible(has_model and is_wanted and not ranking.is_scoring)

    def _show_links(self, outside: int) -> None:
        """Offers to follow links that lead out of the folder."""
        self._links.setVisible(bool(outside))
        words = counted("Follow {n} links", "Follow {n} link", outside)
        self._links.setText(words)
        tip = self.tr(
            "Links that lead out of the folder are left out (default); this follows "
            "them and lists the folder anew."
        )
        named(self._links, words, tip)

    def _told(self, ranking: Ranking) -> str:
        """Says what the facts leave out."""
        found, told = ranking.matched, ""
        count = 0 if found is None else len(_used(found))
        if found is not None and 1 < count < len(found.model.labels):
            told = self.tr(
                "Probabilities add up to 1 over these {n} classes; More ▸ Scores over "
                "shows them as the model gives them."
            ).format(n=count)
        return "\n".join(filter(None, (told, self._reasons(ranking))))

    def _reasons(self, ranking: Ranking) -> str:
        """Says why photos could not be read."""
        if ranking.scored is None or not ranking.scored.reasons:
            return ""
        reasons = [said(each) for each in ranking.scored.reasons.values()]
        more = len(reasons) - LISTED
        rest = [counted("and {n} more", "and {n} more", more)] if more > 0 else []
        return "\n".join((*reasons[:LISTED], *rest))


def _words(ranking: Ranking, *, has_model: bool) -> str:
    dataset, scored = ranking.dataset, ranking.scored
    assert dataset is not None
    total, bad = len(dataset.photos), 0 if scored is None else len(scored.reasons)
    photos = counted("{n} photos", "{n} photo", total)
    unread = counted("{n} unreadable", "{n} unreadable", bad) if bad else ""
    if not has_model:
        return facts(photos, translate("Ranking", "open a model to score them"))
    if ranking.is_stale:
        words = translate("Ranking", "scored with {model}").format(
            model=ranking.scored_by
        )
        return facts(photos, words)
    if ranking.is_scoring:
        words = translate("Ranking", "{done} of {total} scored").format(
            done=grouped(ranking.known), total=grouped(total)
        )
        rate = translate("Ranking", "{n} photos/s").format(n=fixed(ranking.rate, 0))
        return facts(words, rate if ranking.rate else "", unread)
    return facts(photos, _classes(ranking), _state(ranking, total), unread)


def _state(ranking: Ranking, total: int) -> str:
    if ranking.is_complete:
        return translate("Ranking", "all scored")
    words = translate("Ranking", "{done} of {total} scored")
    return words.format(done=grouped(ranking.known), total=grouped(total))


def _classes(ranking: Ranking) -> str:
    """Says how many classes the photos have, and of how many."""
    if ranking.matched is None:
        return ""
    count = len(ranking.matched.model.labels)
    used = len(_used(ranking.matched))
    if not used:
        return translate("Ranking", "no true classes")
    if used == count:
        return counted("{n} classes", "{n} class", used)
    words = translate("Ranking", "{used} of the model's {count} classes")
    return words.format(used=used, count=grouped(count))


def _used(matched: Matched) -> set[int]:
    """The classes of the model that the photos have."""
    return {each for each in matched.classes.values() if each is not None}
