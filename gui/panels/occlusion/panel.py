"""The occlusion tab: patches on the photo, and maps of all places.

Three lanes: a probe answers the pointer, a map runs undisturbed beside it, and readings
of the map are drawn as fast as they are wanted.
"""

import time
from functools import partial

from PySide6.QtCore import Slot

from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.opened import Subject
from gui.panels.occlusion.kept import Kept
from gui.panels.occlusion.lens import Reading, overlay, read
from gui.panels.occlusion.map import MapSection
from gui.panels.occlusion.probing import Probing
from gui.panels.occlusion.reading import ReadingSection, marked
from gui.panels.panel import Export, Panel, folder_name
from gui.session import Session
from gui.widgets.form import card, rule, text
from inference.classifier import Target
from inference.errors import SpecError
from inference.export import OcclusionResult, export_occlusion
from inference.geometry import Pixel, Size
from inference.jobs import Progress, once
from inference.occlusion import Sweep, occlusion_sweep, seconds_per_place
from inference.pictures.style import Style

DRAW_INTERVAL = 0.1  # seconds between two drawings of a running map


class OcclusionPanel(Panel):
    """Covers places and shows what that does."""

    title = "Occlusion"
    kind = "look"
    takes_clicks = True

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self._subject = Subject()  # of the map
        self._sweep: Sweep | None = None
        self._running: Sweep | None = None  # the newest of the run
        self._kept = Kept()
        self._reading: Reading | None = None
        self._input = Size(0, 0)
        self._is_running = False
        self._started = 0.0
        self._known = 0  # places that were there before this run
        self._next_drawing = 0.0
        self._note = ""
        self._wanted = text(wraps=True)
        self._wanted_card = card(self._wanted)
        self.map = MapSection()
        self.probing = Probing(session, lanes, self.map.baseline)
        self.probe = self.probing.section
        self.reading = ReadingSection()
        self._line = rule()
        self.lay_out(
            self._wanted_card, self.probe, rule(), self.map, self._line, self.reading
        )
        self._connect_lanes()
        self._connect_sections()
        session.target_changed.connect(self._on_target)
        self.reset()

    def _connect_lanes(self) -> None:
        self._mapping = self.lanes.create("Occlusion map")
        self._mapping.progressed.connect(self._on_progress)
        self._mapping.succeeded.connect(self._on_mapped)
        self._mapping.busy_changed.connect(self._on_mapping)
        self._drawing = self.lanes.create("Drawing", is_quiet=True)
        self._drawing.succeeded.connect(self._show_reading)
        self._measuring = self.lanes.create("Measuring the speed", is_quiet=True)
        self._measuring.succeeded.connect(self.map.set_seconds)

    def _connect_sections(self) -> None:
        self.probing.moved.connect(self._show_patches)
        self.probing.answered.connect(self._show_probe)
        self.map.run_clicked.connect(lambda: self._start(None))
        self.map.continue_clicked.connect(lambda: self._start(self._sweep))
        self.map.stop_clicked.connect(self.stop)
        self.map.spec_changed.connect(self._on_spec)
        self.reading.question_changed.connect(self._draw)
        self.reading.target_given.connect(self.session.pick_target)
        self.reading.mark_toggled.connect(self._show_patches)

    # ---- the subject

    def reset(self) -> None:
        for lane in (self._mapping, self._drawing, self._measuring):
            lane.discard()
        self.probing.reset()  # first: what follows asks of no patch any more
        if self._sweep is not None:
            self._kept.put(self._subject, self._sweep)
        self._subject = subject = self.session.subject
        self._sweep = self._running = self._reading = None
        self._note = ""
        self.reading.set_marking(is_marking=False)
        self._show_reading_section()
        self._show_wanted()
        self.map.show_ready(None)
        if subject.classifier is None or subject.prepared is None:
            return
        size = subject.prepared.size
        if size != self._input:
            self._input = size
            self.map.set_input(size)
        self.map.set_pixels(subject.prepared.pixels)
        self.reading.set_labels(subject.classifier.labels)
        self._tell_target()
        question = partial(seconds_per_place, subject.classifier, subject.prepared)
        self._measuring.start(once(question))
        self._sweep = self._kept.take(subject)
        self.map.show_ready(self._sweep)
        self._draw()

    def _show_wanted(self) -> None:
        """Says what is missing, and disables what needs it."""
        subject = self.session.subject
        missing = ""
        if subject.classifier is None:
            missing = "Open a model to see its scores."
        elif subject.image is None:
            missing = "Open a photo first."
        self._wanted.setText(missing)
        self._wanted_card.setVisible(bool(missing))
        for part in (self.probe, self.map, self.reading):
            part.setEnabled(subject.prepared is not None)

    def activated(self) -> None:
        super().activated()
        self._show_probe()
        self._publish_map()

    def _on_target(self, target: int | None) -> None:
        if target is None:
            return
        self._tell_target()
        self.probing.show_target()
        self._show_patches()
        self._draw()

    def _tell_target(self) -> None:
        """Lets the reading know the target, so that the other class differs."""
        target, prediction = self.session.target, self.session.subject.prediction
        if target is not None and prediction is not None:
            self.reading.set_target(target, prediction)

    # ---- patches

    def on_pressed(self, pixel: Pixel, *, is_adding: bool) -> None:
        self.probing.press(pixel, is_adding=is_adding)

    def on_dragged(self, pixel: Pixel) -> None:
        self.probing.drag(pixel)

    def on_released(self) -> None:
        self.probing.release()

    def on_nudged(self, rows: int, cols: int) -> None:
        self.probing.nudge(rows, cols)

    def on_escape(self) -> bool:
        return self.probing.remove()

    def undo(self) -> None:
        self.probing.undo()

    def step_size(self, by: int) -> None:
        self.probe.step_side(by)

    @Slot()
    def _show_probe(self) -> None:
        self._show_patches()
        if self.is_active:
            found = self.probing.answer
            self.session.set_covered(None if found is None else found.prediction)

    @Slot()
    def _show_patches(self) -> None:
        prepared = self.session.subject.prepared
        if not self.is_active or prepared is None:
            return
        places = self.probing.places(self.map.fill(prepared.pixels))
        if self._reading is not None and self.reading.is_marking:
            places.append(marked(self._reading.place, prepared))
        self.session.set_patches(*places)

    # ---- the map

    def run(self) -> None:
        """Does what one wants next: goes on where a map was stopped, or runs one."""
        self._start(self._sweep if self.map.can_continue else None)

    def stop(self) -> None:
        self._mapping.stop()

    def _start(self, resume: Sweep | None) -> None:
        subject = self.session.subject
        if subject.classifier is None or subject.prepared is None:
            return
        try:
            spec = self.map.spec() if resume is None else resume.spec
        except SpecError:  # said beside its field
            return
        self._known = 0 if resume is None else resume.done
        self._started = time.monotonic()
        self._next_drawing = 0.0
        self._note = ""
        job = occlusion_sweep(
            subject.classifier,
            subject.prepared,
            spec,
            target=self.session.target,
            batch_size=self.map.batch_size,
            resume=resume,
        )
        self._mapping.start(job, known=self._known)

    @Slot(bool)
    def _on_mapping(self, is_busy: object) -> None:
        self._is_running = bool(is_busy)
        if is_busy:
            self.map.show_progress(None, 0, 0)
            return
        self._running = None
        self.map.show_ready(self._sweep)
        self._draw()

    @Slot(object)
    def _on_progress(self, progress: Progress[Sweep]) -> None:
        self._take(progress.partial)
        now = time.monotonic()
        self.map.show_progress(progress, now - self._started, self._known)
        if now >= self._next_drawing:
            self._next_drawing = now + DRAW_INTERVAL
            self._draw()

    @Slot(object)
    def _on_mapped(self, sweep: Sweep) -> None:
        self._take(sweep)

    def _take(self, sweep: Sweep) -> None:
        """Keeps what was found; says once what was given up on the way.

        The map that is there stays until the new one can be drawn everywhere.
        """
        self._running = sweep
        is_standing = sweep.grid.finished(sweep.done) > 0
        if self._sweep is None or self._is_growing(self._sweep) or is_standing:
            self._sweep = sweep
        if sweep.note != self._note:
            self._note = sweep.note
            self.noted.emit(sweep.note)

    def _on_spec(self) -> None:
        self.probing.ask_again()
        self._publish_map()

    # ---- reading the map

    def _draw(self) -> None:
        if self._sweep is None or not self._sweep.done or self.session.target is None:
            return
        question = self.reading.question(self.session.target)
        self._drawing.start(once(partial(read, self._sweep, question)))

    @Slot(object)
    def _show_reading(self, reading: Reading) -> None:
        self._reading = reading
        self._show_reading_section()
        self._publish_map()
        if self.reading.is_marking:
            self._show_patches()

    def _show_reading_section(self) -> None:
        for part in (self._line, self.reading):
            part.setVisible(self._reading is not None)

    def _publish_map(self) -> None:
        if self._reading is None:
            if self.is_active:
                self.session.set_overlays()
            return
        shown = overlay(
            self._reading,
            is_running=self._is_growing(self._reading.sweep),
            is_other=not self.map.means(self._reading.sweep.spec),
        )
        self.reading.show_reading(self._reading, shown)
        if self.is_active:
            self.session.set_overlays(shown)

    def _is_growing(self, sweep: Sweep) -> bool:
        """Whether the run adds to this very map."""
        return self._running is not None and self._running.buffer is sweep.buffer

    # ---- saving

    @property
    def is_exportable(self) -> bool:
        return self._reading is not None

    def export(self, style: Style) -> Export | None:
        subject, reading = self.session.subject, self._reading
        if reading is None or subject.classifier is None or subject.image is None:
            return None
        asked = reading.question
        target = Target(asked.target, asked.against, asked.quantity)
        heatmap = reading.sweep.heatmap(target)
        result = OcclusionResult(
            reading.sweep, heatmap, subject.classifier, subject.image
        )
        label = subject.classifier.labels[asked.target]
        name = folder_name(subject.image.path.stem, label, self.title)
        return Export(name, partial(export_occlusion, result, style=style))
