"""The occlusion tab: the controls of what one looks at the photo through."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.occlusion.lens import Occlusion
from gui.panels.occlusion.map import MapSection
from gui.panels.occlusion.probe import ProbeSection
from gui.panels.occlusion.reading import ReadingSection
from gui.panels.occlusion.saving import exported, is_savable
from gui.panels.occlusion.tab import TAB
from gui.panels.occlusion.trusting import cost_of
from gui.panels.panel import Export, Panel
from gui.session import Session
from gui.state import Phase
from gui.trusting.measuring import Measuring
from gui.trusting.section import TrustSection
from gui.widgets.form import card, rule, text
from inference.export import OcclusionQuestion, ProbeQuestion, Reopened
from inference.geometry import Size
from inference.jobs import Progress
from inference.pictures.style import Style

if TYPE_CHECKING:  # the window starts without it
    from inference.methods import Speeds


class OcclusionPanel(Panel):
    """Covers places and shows what that does."""

    tab = TAB
    kind = "look"
    lens: Occlusion

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self.lens = lenses.of(Occlusion)
        self._input = Size(0, 0)
        self._drawn: object = None  # what the reading says
        self._note = ""
        self._wanted = text(wraps=True)
        self._wanted_card = card(self._wanted)
        self.map = MapSection()
        self.probe = ProbeSection()
        self.reading = ReadingSection()
        self._speed, self.trust = lenses.speed, TrustSection()
        self._measuring = Measuring(self.lens.trust, self.trust)
        self._line = rule()
        self.lay_out(
            *(self._wanted_card, self.probe, rule(), self.map, self._line),
            *(self.reading, self.trust),
        )
        self._connect_lens()
        self._connect_sections()
        session.target_changed.connect(self._on_target)
        self.reset()
        self._show_boxes()

    def _connect_lens(self) -> None:
        self.lens.changed.connect(self._show_map)
        self.lens.probing.moved.connect(self._show_boxes)
        self.lens.probing.answered.connect(self._show_probe)
        self._speed.measured.connect(self._show_speeds)

    def _connect_sections(self) -> None:
        lens, probe, reading = self.lens, self.probe, self.reading
        probe.side_changed.connect(lens.probing.set_side)
        probe.box_changed.connect(lens.probing.replace)
        probe.remove_clicked.connect(lens.probing.remove)
        self.map.run_clicked.connect(lens.run)
        self.map.continue_clicked.connect(lens.resume)
        self.map.stop_clicked.connect(lens.stop)
        self.map.wish_changed.connect(self._set_wish)
        reading.question_changed.connect(self._set_wish)
        reading.damage.marked.connect(self._set_wish)
        reading.damage.put_clicked.connect(lens.lay_patch)
        reading.target_given.connect(self.session.pick_target)

    # ---- the subject

    def reset(self) -> None:
        subject = self.session.subject
        self.reading.damage.choose(0)
        self._show_wanted()
        if subject.classifier is not None and subject.prepared is not None:
            size = subject.prepared.size
            if size != self._input:
                self._input = size
                self.map.set_input(size)
                self.probe.set_input(size)
            self.map.set_mean(subject.prepared.mean)
            self.reading.set_labels(subject.classifier.labels)
            self._tell_target()
        self._set_wish()
        self._show_map()
        if self.is_active:
            self._speed.measure()

    def _show_wanted(self) -> None:
        """Says what is missing, and disables what needs it."""
        subject = self.session.subject
        missing = ""
        if subject.classifier is None:
            missing = self.tr("Open a model to see its scores.")
        elif subject.image is None:
            missing = self.tr("Open a photo first.")
        self._wanted.setText(missing)
        self._wanted_card.setVisible(bool(missing))
        for part in (self.probe, self.map, self.reading):
            part.setEnabled(subject.prepared is not None)

    def activated(self) -> None:
        super().activated()
        self.lens.trust.set_seen(is_seen=True)
        self._speed.measure()

    def deactivated(self) -> None:
        super().deactivated()
        self.lens.trust.set_seen(is_seen=False)

    @Slot(object)
    def _show_speeds(self, speeds: "Speeds | None") -> None:
        self.map.set_seconds(speeds.place if speeds is not None else 0.0)
        self._show_cost()

    def _show_cost(self) -> None:
        """Says how long it takes to measure the map."""
        sweep, prepared = self.lens.answer, self.session.subject.prepared
        if sweep is not None and prepared is not None:
            cost = cost_of(sweep, prepared, self._speed.speeds)
            self._measuring.set_cost(*cost)

    def _on_target(self, target: int | None) -> None:
        if target is not None:
            self._tell_target()
            self._set_wish()
            self._show_probe()

    def _tell_target(self) -> None:
        """Lets the reading know the target, so that the other class differs."""
        target, prediction = self.session.target, self.session.subject.prediction
        if target is not None and prediction is not None:
            self.reading.set_target(target, prediction)

    # ---- asking

    @Slot()
    def _set_wish(self) -> None:
        reading, marked = self.reading.wish, self.reading.damage.marking
        self.lens.set_wish(replace(self.map.wish, reading=reading, marked=marked))

    def restore(self, export: Reopened) -> None:
        question = export.question
        if isinstance(question, OcclusionQuestion):
            self.map.choose(question.spec)
            self.reading.choose(question.drawn, question.target)
        elif isinstance(question, ProbeQuestion):
            self.map.baseline.choose(question.baseline)
            self.lens.probing.lay(*question.boxes)

    def step_size(self, by: int) -> None:
        self.probe.step_side(by)

    def run(self) -> None:
        """Does what one wants next: goes on where a map was stopped, or runs one."""
        known = self.lens.known
        if known is None or known.is_complete:
            self.lens.run()
        else:
            self.lens.resume()

    def stop(self) -> None:
        self.lens.stop()
        self.lens.trust.stop()

    # ---- what is shown

    @Slot()
    def _show_boxes(self) -> None:
        prepared = self.session.subject.prepared
        self.probe.show_side(self.lens.probing.size.height)
        self.probe.show_boxes(self.lens.probing.boxes, prepared)

    @Slot()
    def _show_probe(self) -> None:
        if self.lens.probing.is_waiting:
            self.probe.show_waiting()
        else:
            self.probe.show_probe(self.lens.probing.answer, self.session.target)

    @Slot()
    def _show_map(self) -> None:
        if self.lens.state.phase is Phase.ASKING:
            self._show_progress()
        else:
            self.map.show_ready(self.lens.known)
            self._show_cost()
        self._show_reading()
        self._tell_note()

    def _show_progress(self) -> None:
        work = self.lens.work
        if work is None or not work.total:
            self.map.show_progress(None, 0, 0)
        else:
            progress = Progress(work.done, work.total, None)
            self.map.show_progress(progress, work.elapsed, work.known)

    def _show_reading(self) -> None:
        reading, drawn = self.lens.reading, self.lens.overlay
        for part in (self._line, self.reading):
            part.setVisible(drawn is not None)
        if reading is not None and drawn is not None and drawn != self._drawn:
            self.reading.show_reading(reading, drawn)
        self._drawn = drawn

    def _tell_note(self) -> None:
        """Says once in a run what was given up on the way."""
        sweep = self.lens.answer
        note = sweep.note if sweep is not None and self.lens.is_growing else ""
        if note and note != self._note:
            self.noted.emit(said(note))
        self._note = note

    # ---- saving

    @property
    def is_exportable(self) -> bool:
        return is_savable(self.lens)

    def export(self, style: Style) -> Export | None:
        return exported(self.session, self.lens, style)
