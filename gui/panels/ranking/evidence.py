"""The page Evidence: where the network sees each class, on average over its photos."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.panels.ranking.evidence_controls import EvidenceControls
from gui.panels.ranking.evidence_photos import EvidencePhotos, Offenders
from gui.panels.ranking.ranking import Ranking
from gui.session import Session
from gui.walk import Walk
from gui.widgets.evidence_tiles import EvidenceTiles
from gui.widgets.form import Glyph, Group, button, named, row, set_property, stack, text
from gui.widgets.form import card as made_card
from gui.widgets.words import counted, percent
from inference.dataset import EVEN, Evidence, gather_evidence
from inference.gradcam import explaining
from inference.jobs import Progress
from inference.ranking import Analysis


@dataclass(frozen=True, slots=True, eq=False)
class _Measured:
    """What was measured so far.

    Attributes:
        found: Whose photos.
        pairs: Each photo's file, and the class that was explained.
        evidence: What came of it.
        is_whole: Whether that is of all photos.
    """

    found: Analysis
    pairs: list[tuple[Path, int]]
    evidence: Evidence
    is_whole: bool


class EvidencePage(Group):
    """Measures where the evidence of each class lies; a click walks its photos.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
        photo_opened: it is wanted in the tab that was used last.
        gathered: photos that are wanted in Photos, by their names.
    """

    photo_picked = Signal(object, object)
    photo_opened = Signal()
    gathered = Signal(object)

    def __init__(self, session: Session, ranking: Ranking, lanes: Lanes) -> None:
        super().__init__()
        self._session, self._ranking = session, ranking
        self._measured: dict[bool, _Measured] = {}  # of the predicted class, or true
        self._is_wanted = False  # as soon as there are gradients
        self._lane = lanes.create(self.tr("Evidence"))
        self._controls = EvidenceControls()
        self._measure = button(self.tr("Measure"), "primary")
        tip = self.tr("Explains a class of every photo by Grad-CAM.")
        named(self._measure, self.tr("Measure"), tip)
        self._hint = text("", "muted", wraps=True)
        self._ask = row(self._measure, (self._hint, 1), gap=12)
        self._finding = text("", "strong", wraps=True)
        self._alert = Glyph("alert", "warn")
        self._show = button(self.tr("Show the photos"))
        tip = self.tr("Walks the photos that have most of their evidence there.")
        named(self._show, self.tr("Show the photos"), tip)
        self._card = made_card(row(self._alert, (self._finding, 1), self._show))
        self._tiles = EvidenceTiles()
        self._about = text("", "muted", wraps=True)
        quiet = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self._photos = EvidencePhotos(quiet)
        parts = (self._card, self._tiles, self._about, self._photos)
        stack(self, self._controls, self._ask, *parts, ...)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._lane.progressed.connect(self._take_partial)
        self._lane.succeeded.connect(self._take)
        self._lane.busy_changed.connect(lambda _: self.refresh())
        self._controls.class_changed.connect(self._on_class)
        self._controls.look_changed.connect(self.refresh)
        self._measure.clicked.connect(self._start)
        self._show.clicked.connect(self._show_finding)
        self._tiles.ninth_picked.connect(self._walk)
        self._photos.photo_picked.connect(self.photo_picked)
        self._photos.photo_opened.connect(self.photo_opened)
        self._photos.all_wanted.connect(lambda: self.gathered.emit(self._names()))
        gradients = self._session.gradients
        gradients.ready.connect(self._on_ready)
        gradients.failed.connect(self._on_no_gradients)
        gradients.stopped.connect(self._on_no_gradients)
        self._session.subject_changed.connect(self._show_photo)

    # ---- what is shown

    @property
    def _now(self) -> _Measured | None:
        """What was measured of the class that is asked for."""
        return self._measured.get(self._controls.is_predicted)

    def refresh(self) -> None:
        """Says how things stand."""
        self._forget_others()
        answer, failure = self._ranking.answer, self._session.gradients.failure
        count = 0 if answer is None else len(answer.found.places)
        hint = counted("{n} photos, one map each", "{n} photo, one map", count)
        self._hint.setText(hint if failure is None else said(failure))
        can = count > 0 and failure is None and self._ranking.is_complete
        self._measure.setEnabled(can and not self._lane.is_working)
        self._ask.setVisible(self._now is None or not self._now.is_whole)
        self._show_evidence()

    def _forget_others(self) -> None:
        """Lets go of what was measured on other photos than the present ones."""
        now = self._ranking.answer
        others = [
            key
            for key, each in self._measured.items()
            if now is None or each.found is not now.found
        ]
        for key in others:
            del self._measured[key]
        if others:
            self._lane.leave()
            self._clear_chosen()

    def _show_evidence(self) -> None:
        now, controls = self._now, self._controls
        found = None if now is None else now.evidence
        order = [] if found is None else controls.order_of(found)
        self._tiles.show_evidence(found, order=order, is_spread=controls.is_spread)
        self._card.setVisible(found is not None and not self._lane.is_working)
        self._about.setText("" if found is None else self._about_words())
        if found is not None:
            has_finding = bool(found.findings)
            self._finding.setText(said(found.sentence))
            self._show.setVisible(has_finding)
            self._alert.setVisible(has_finding)
            set_property(self._card, "tone", "warn" if has_finding else "plain")

    def _about_words(self) -> str:
        words = {
            (False, False): self.tr(
                "Mean Grad-CAM of the true class, each photo alike."
            ),
            (False, True): self.tr("Deviation of the maps of the true class."),
            (True, False): self.tr(
                "Mean Grad-CAM of the predicted class, each photo alike."
            ),
            (True, True): self.tr("Deviation of the maps of the predicted class."),
        }[self._controls.is_predicted, self._controls.is_spread]
        border = self.tr(
            "One scale for all. Border: the outer ninth of the photo on each side; "
            "tick: an even spread, {share}."
        )
        return f"{words} {border.format(share=percent(EVEN))}"

    @Slot()
    def _show_photo(self) -> None:
        self._photos.show_photo(self._session.subject.request.photo)

    def _clear_chosen(self) -> None:
        self._tiles.set_chosen(None)
        self._photos.show_offenders(None)

    # ---- measuring

    def stop(self) -> None:
        """Ends the measuring; what was measured stays."""
        self._lane.stop()

    @Slot()
    def _on_class(self) -> None:
        """Shows what is known of the other class of each photo."""
        self._lane.leave()
        self._clear_chosen()
        self.refresh()

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
        self._clear_chosen()
        found, is_predicted = answer.found, self._controls.is_predicted
        pairs = found.predicted_classes if is_predicted else found.own_classes
        explain = explaining(engine, found.classes.tolist())
        job = gather_evidence(pairs, found.names, explain)
        self._lane.start(job, about=(found, is_predicted, pairs))

    @Slot(object)
    def _take_partial(self, progress: Progress[Evidence]) -> None:
        self._keep(progress.partial, is_whole=False)

    @Slot(object)
    def _take(self, evidence: Evidence) -> None:
        self._keep(evidence, is_whole=True)

    def _keep(self, evidence: Evidence, *, is_whole: bool) -> None:
        assert isinstance(self._lane.about, tuple)
        found, is_predicted, pairs = self._lane.about
        measured = _Measured(found, pairs, evidence, is_whole)
        self._measured[is_predicted] = measured
        self.refresh()

    # ---- whose evidence lies there

    @Slot()
    def _show_finding(self) -> None:
        now = self._now
        if now is not None and now.evidence.findings:
            first = now.evidence.findings[0]
            self._walk(first.index, first.row, first.column)

    @Slot(int, int, int)
    def _walk(self, index: int, down: int, across: int) -> None:
        """Walks the photos of a class, those with most evidence in a ninth first."""
        now = self._now
        if now is None:
            return
        self._tiles.set_chosen((index, down, across))
        mine = [n for n, (_, own) in enumerate(now.pairs) if own == index]
        ordered = now.evidence.leading(mine, down, across)
        name = now.evidence.names[index]
        walk = Walk.of((now.pairs[n][0] for n in ordered), name)
        shares = tuple(float(now.evidence.ninths[n, down, across]) for n in ordered)
        if walk.photos:
            self._photos.show_offenders(Offenders(name, down, across, walk, shares))
            self.photo_picked.emit(walk.photos[0], walk)
        else:
            self._photos.show_offenders(None)

    def _names(self) -> frozenset[str]:
        """Names of the photos that are listed, as in the review list."""
        now = self._now
        assert now is not None
        way_to = now.found.scored.dataset.way_to
        return frozenset(way_to(each) for each in self._photos.field.walk.photos)
