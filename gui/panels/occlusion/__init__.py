"""The occlusion tab: patches on the photo, and maps of all places.

Three lanes: a probe answers the pointer, a map runs undisturbed beside it, and readings
of the map are drawn as fast as they are wanted.
"""

import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from gui.jobs import Lanes
from gui.panels.base import Panel
from gui.panels.occlusion.patches import Patches
from gui.panels.occlusion.probe import ProbeSection
from gui.panels.occlusion.reading import Reading, ReadingSection, overlay, read
from gui.panels.occlusion.sweep import MapSection
from gui.session import CoveredPlace, Session
from gui.widgets.form import card, rule, text
from gui.widgets.words import score, shortened, signed
from inference.errors import SpecError
from inference.export import OcclusionResult, export_occlusion
from inference.geometry import Pixel, Size
from inference.heatmap import Style
from inference.jobs import Progress, once
from inference.occlusion import Probe, Sweep, occlusion_sweep, probe, seconds_per_place

PATCH_SHARE = 71 / 224  # of the input, as in the first experiment
DRAW_INTERVAL = 0.1  # seconds between two drawings of a running map


class OcclusionPanel(Panel):
    """Covers places and shows what that does."""

    title = "Occlusion"
    kind = "look"
    takes_clicks = True

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__(session, lanes)
        self._patches = Patches()
        self._sweep: Sweep | None = None
        self._reading: Reading | None = None
        self._probed: Probe | None = None
        self._input = Size(0, 0)
        self._is_running = False
        self._started = 0.0
        self._next_drawing = 0.0
        self._note = ""
        self._wanted = text(wraps=True)
        self._wanted_card = card(self._wanted)
        self.probe = ProbeSection()
        self.map = MapSection()
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
        self._probing = self.lanes.create("Patch", is_quiet=True)
        self._probing.succeeded.connect(self._show_probe)
        self._mapping = self.lanes.create("Occlusion map")
        self._mapping.progressed.connect(self._on_progress)
        self._mapping.succeeded.connect(self._on_mapped)
        self._mapping.busy_changed.connect(self._on_mapping)
        self._drawing = self.lanes.create("Drawing", is_quiet=True)
        self._drawing.succeeded.connect(self._show_reading)
        self._saving = self.lanes.create("Export")
        self._saving.succeeded.connect(self.saved)
        self._measuring = self.lanes.create("Measuring the speed", is_quiet=True)
        self._measuring.succeeded.connect(self.map.set_seconds)

    def _connect_sections(self) -> None:
        laid = self._patches
        self.probe.side_changed.connect(lambda s: self._ask_if(laid.resize(s)))
        self.probe.box_changed.connect(lambda box: self._ask_if(laid.replace(box)))
        self.probe.remove_clicked.connect(self.on_escape)
        self.map.run_clicked.connect(self.run)
        self.map.continue_clicked.connect(lambda: self._start(self._sweep))
        self.map.stop_clicked.connect(self.stop)
        self.map.spec_changed.connect(self._on_spec)
        self.reading.question_changed.connect(self._draw)
        self.reading.target_given.connect(self.session.pick_target)
        self.reading.mark_toggled.connect(self._show_patches)

    # ---- the subject

    def reset(self) -> None:
        for lane in (self._probing, self._mapping, self._drawing, self._measuring):
            lane.discard()
        self._sweep = self._reading = self._probed = None
        self._note = ""
        self.reading.set_marking(is_marking=False)
        self._show_reading_section()
        self.map.show_ready(can_continue=False)
        self.probe.show_probe(None, None)
        self._show_wanted()
        subject = self.session.subject
        if subject.classifier is None or subject.prepared is None:
            self._patches.clear(Size(1, 1))
            self.probe.show_boxes((), Size(1, 1))
            return
        size = subject.prepared.size
        if size != self._input:
            self._input = size
            self.probe.set_input(size, max(round(PATCH_SHARE * min(size)), 1))
            self.map.set_input(size)
        self._patches.clear(size)
        self.probe.show_boxes((), size)
        self.map.set_pixels(subject.prepared.pixels)
        self.reading.set_labels(subject.classifier.labels)
        self._tell_target()
        question = partial(seconds_per_place, subject.classifier, subject.prepared)
        self._measuring.start(once(question))

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
        self._show_patches()
        if self._probed is not None:
            self.session.set_covered(self._probed.prediction)
        self._publish_map()

    def _on_target(self, target: int | None) -> None:
        if target is None:
            return
        self._tell_target()
        if self._probed is not None:
            self.probe.show_probe(self._probed, target)
        self._show_patches()
        self._draw()

    def _tell_target(self) -> None:
        """Lets the reading know the target, so that the other class differs."""
        target, prediction = self.session.target, self.session.subject.prediction
        if target is not None and prediction is not None:
            self.reading.set_target(target, prediction)

    # ---- patches

    def on_image_pressed(self, pixel: Pixel, *, is_adding: bool) -> None:
        prepared = self.session.subject.prepared
        if prepared is None or not prepared.seen.contains(pixel):
            return
        place = prepared.to_photo.inverse.pixel(pixel)
        side = self.probe.side
        self._ask_if(self._patches.press(place, side, is_adding=is_adding))

    def on_image_dragged(self, pixel: Pixel) -> None:
        prepared = self.session.subject.prepared
        if prepared is not None:
            place = prepared.to_photo.inverse.pixel(pixel)
            self._ask_if(self._patches.drag(place))

    def on_image_released(self) -> None:
        self._patches.release()

    def on_nudged(self, rows: int, cols: int) -> None:
        self._ask_if(self._patches.nudge(rows, cols))

    def on_escape(self) -> bool:
        is_changed = self._patches.remove()
        self._ask_if(is_changed)
        return is_changed

    def undo(self) -> None:
        self._ask_if(self._patches.undo())

    def step_size(self, by: int) -> None:
        self.probe.step_side(by)

    def _ask_if(self, is_changed: bool) -> None:
        if is_changed:
            self._ask()

    def _ask(self) -> None:
        """Draws the outlines at once and asks for the scores."""
        subject, boxes = self.session.subject, self._patches.boxes
        if subject.classifier is None or subject.prepared is None:
            return
        self.probe.show_boxes(boxes, subject.prepared.size)
        self._show_patches()
        if not boxes:
            self._probing.discard()
            self._show_probe(None)
            return
        try:
            baseline = self.map.baseline()
        except SpecError:  # said beside its field
            return
        question = partial(
            probe,
            subject.classifier,
            subject.prepared,
            boxes,
            baseline=baseline,
            reference=subject.prediction,
        )
        self._probing.start(once(question))

    @Slot(object)
    def _show_probe(self, found: Probe | None) -> None:
        self._probed = found
        self.probe.show_probe(found, self.session.target)
        self._show_patches()
        if self.is_active:
            self.session.set_covered(None if found is None else found.prediction)

    @Slot()
    def _show_patches(self) -> None:
        prepared = self.session.subject.prepared
        if not self.is_active or prepared is None:
            return
        fill = self.map.fill(prepared.pixels)
        size, to_photo = prepared.size, prepared.to_photo
        places = [
            CoveredPlace(to_photo.box(box.clipped(size)), fill)
            for box in self._patches.boxes
        ]
        target = self.session.target
        if places and self._probed is not None and target is not None:
            label = shortened(self._probed.reference.labels[target])
            change = signed(-self._probed.drop(target))
            places[-1] = replace(places[-1], label=f"{label}  {change}")
        if self._reading is not None and self.reading.is_marking:
            place = self._reading.place
            words = f"Lowest score  {score(place.after.probability)}"
            box = to_photo.box(place.box.clipped(size))
            places.append(CoveredPlace(box, None, words))
        self.session.set_patches(*places)

    # ---- the map

    def run(self) -> None:
        self._start(None)

    def stop(self) -> None:
        self._mapping.stop()

    def _start(self, resume: Sweep | None) -> None:
        subject = self.session.subject
        if subject.classifier is None or subject.prepared is None:
            return
        try:
            spec = resume.spec if resume else self.map.spec()
        except SpecError:  # said beside its field
            return
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
        self._mapping.start(job)

    @Slot(bool)
    def _on_mapping(self, is_busy: object) -> None:
        self._is_running = bool(is_busy)
        if is_busy:
            self.map.show_progress(None, 0)
            return
        self.map.show_ready(can_continue=self._can_continue)
        self._draw()

    @property
    def _can_continue(self) -> bool:
        return self._sweep is not None and not self._sweep.is_complete

    @Slot(object)
    def _on_progress(self, progress: Progress[Sweep]) -> None:
        self._take(progress.partial)
        now = time.monotonic()
        self.map.show_progress(progress, now - self._started)
        if now >= self._next_drawing:
            self._next_drawing = now + DRAW_INTERVAL
            self._draw()

    @Slot(object)
    def _on_mapped(self, sweep: Sweep) -> None:
        self._take(sweep)

    def _take(self, sweep: Sweep) -> None:
        """Keeps what was found; says once what was given up on the way."""
        self._sweep = sweep
        if sweep.note != self._note:
            self._note = sweep.note
            self.noted.emit(sweep.note)

    def _on_spec(self) -> None:
        if self._patches.boxes:
            self._ask()
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
            is_running=self._is_running,
            is_other=not self.map.means(self._reading.sweep.spec),
        )
        self.reading.show_reading(self._reading, shown)
        if self.is_active:
            self.session.set_overlays(shown)

    # ---- saving

    @property
    def is_exportable(self) -> bool:
        return self._reading is not None

    def export(self, folder: Path, style: Style) -> None:
        subject, reading = self.session.subject, self._reading
        if reading is None or subject.classifier is None or subject.image is None:
            return
        asked = reading.question
        heatmap = reading.sweep.heatmap(asked.target, asked.quantity, asked.against)
        result = OcclusionResult(
            reading.sweep, heatmap, subject.classifier, subject.image
        )
        save = partial(export_occlusion, result, folder, style=style)
        self._saving.start(once(save))
