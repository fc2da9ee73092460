"""The page Evidence: where the network sees each class, on average over its photos."""

from PySide6.QtCore import Signal, Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.panels.ranking.ranking import Ranking
from gui.session import Session
from gui.walk import Walk
from gui.widgets.evidence_tiles import EvidenceTiles
from gui.widgets.form import Group, button, named, row, stack, text
from gui.widgets.form import card as made_card
from gui.widgets.words import counted
from inference.dataset import Evidence, gather_evidence
from inference.gradcam import explaining
from inference.jobs import Progress


class EvidencePage(Group):
    """Measures where the evidence of each class lies; a click walks its photos.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
    """

    photo_picked = Signal(object, object)

    def __init__(self, session: Session, ranking: Ranking, lanes: Lanes) -> None:
        super().__init__()
        self._session, self._ranking = session, ranking
        self._answer = ranking.answer  # whose photos were measured
        self._evidence: Evidence | None = None
        self._is_wanted = False  # as soon as there are gradients
        self._lane = lanes.create(self.tr("Evidence"))
        self._lane.progressed.connect(self._take_partial)
        self._lane.succeeded.connect(self._take)
        self._lane.busy_changed.connect(lambda _: self.refresh())
        self._measure = button(self.tr("Measure"), "primary")
        tip = self.tr("Explains the true class of every photo by Grad-CAM.")
        named(self._measure, self.tr("Measure"), tip)
        self._measure.clicked.connect(self._start)
        self._hint = text("", "muted", wraps=True)
        self._finding = text("", "strong", wraps=True)
        self._show = button(self.tr("Show the photos"))
        tip = self.tr("Walks the photos that have most of their evidence there.")
        named(self._show, self.tr("Show the photos"), tip)
        self._show.clicked.connect(self._show_finding)
        self._card = made_card(row((self._finding, 1), self._show))
        self._tiles = EvidenceTiles()
        self._tiles.ninth_picked.connect(self._walk)
        self._about = text("", "muted", wraps=True)
        head = row(self._measure, (self._hint, 1), gap=12)
        stack(self, head, self._card, self._tiles, self._about, ...)
        session.gradients.ready.connect(self._on_ready)
        session.gradients.failed.connect(self._on_no_gradients)
        session.gradients.stopped.connect(self._on_no_gradients)
        self.refresh()

    def refresh(self) -> None:
        """Says how things stand."""
        self._forget_others()
        answer, failure = self._ranking.answer, self._session.gradients.failure
        count = 0 if answer is None else len(answer.found.places)
        hint = counted("{n} photos, one map each", "{n} photo, one map", count)
        self._hint.setText(hint if failure is None else said(failure))
        can = count > 0 and failure is None and self._ranking.is_complete
        self._measure.setEnabled(can and not self._lane.is_working)
        self._show_evidence(self._evidence)

    def _forget_others(self) -> None:
        """Lets go of what was measured on other photos than the present ones."""
        former, now = self._answer, self._ranking.answer
        if former is None or now is None or former.found is not now.found:
            self._evidence = None
            self._lane.leave()

    def _show_evidence(self, found: Evidence | None) -> None:
        self._tiles.show_evidence(found)
        self._card.setVisible(found is not None and not self._lane.is_working)
        self._finding.setText("" if found is None else said(found.sentence))
        self._show.setVisible(found is not None and bool(found.findings))
        about = self.tr("Mean Grad-CAM of the true class, each photo alike, one scale.")
        self._about.setText("" if found is None else about)

    def stop(self) -> None:
        """Ends the measuring; what was measured stays."""
        self._lane.stop()

    @Slot()
    def _on_no_gradients(self, _error: object = None) -> None:
        self._is_wanted = False
        self.refresh()

    @Slot()
    def _start(self) -> None:
        """Measures, once there are gradients."""
        self._is_wanted = True
        if self._session.gradients.engine is None:
            self._session.gradients.need()
        else:
            self._on_ready()

    @Slot()
    def _on_ready(self, _engine: object = None) -> None:
        engine, answer = self._session.gradients.engine, self._ranking.answer
        if not self._is_wanted or engine is None or answer is None:
            return
        self._is_wanted = False
        self._answer = answer
        self._tiles.set_chosen(None)
        explain = explaining(engine, answer.found.classes.tolist())
        found = answer.found
        job = gather_evidence(found.own_classes, found.names, explain)
        self._lane.start(job, about=found)

    @Slot(object)
    def _take_partial(self, progress: Progress[Evidence]) -> None:
        self._take(progress.partial)

    @Slot(object)
    def _take(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.refresh()

    @Slot()
    def _show_finding(self) -> None:
        if self._evidence is not None and self._evidence.findings:
            first = self._evidence.findings[0]
            self._walk(first.index, first.row, first.column)

    @Slot(int, int, int)
    def _walk(self, index: int, down: int, across: int) -> None:
        """Walks the photos of a class, those with most evidence in a ninth first."""
        if self._evidence is None or self._answer is None:
            return
        self._tiles.set_chosen((index, down, across))
        pairs = self._answer.found.own_classes
        mine = (n for n, (_, own) in enumerate(pairs) if own == index)
        ordered = self._evidence.leading(mine, down, across)
        walk = Walk.of((pairs[n][0] for n in ordered), self._evidence.names[index])
        if walk.photos:
            self.photo_picked.emit(walk.photos[0], walk)
