"""The occlusion tab: patches on the photo, and maps of all places.

Three lanes: a probe answers the pointer, a map runs undisturbed beside it, and readings
of the map are drawn as fast as they are wanted.
"""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from gui.jobs import Lanes
from gui.panels.base import Panel
from gui.panels.occlusion.probe import ProbeSection
from gui.panels.occlusion.reading import Reading, ReadingSection, overlay, read
from gui.panels.occlusion.sweep import MapSection
from gui.session import CoveredPlace, Session
from gui.widgets.form import rule
from gui.widgets.words import signed
from inference.errors import SpecError
from inference.export import OcclusionResult, export_occlusion
from inference.geometry import Box, Pixel, Size, centered_box
from inference.heatmap import Style
from inference.jobs import Progress, once
from inference.occlusion import Probe, Sweep, occlusion_sweep, probe, seconds_per_place

PATCH_SHARE = 71 / 224  # of the input, as in the first experiment
DRAW_INTERVAL = 0.1  # seconds between two drawings of a running map
UNDO_STEPS = 100

Patches = tuple[Box, ...]  # in input pixels


class OcclusionPanel(Panel):
    """Covers places and shows what that does."""

    title = "Occlusion"
    kind = "look"
    takes_clicks = True

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__(session, lanes)
        self._patches: Patches = ()
        self._undo: list[Patches] = []
        self._held: tuple[int, float, float] | None = None  # patch, offset of the hand
        self._sweep: Sweep | None = None
        self._reading: Reading | None = None
        self._probed: Probe | None = None
        self._input = Size(0, 0)
        self._is_running = False
        self._started = 0.0
        self._next_drawing = 0.0
        self.probe = ProbeSection()
        self.map = MapSection()
        self.reading = ReadingSection()
        self._line = rule()
        self.lay_out(self.probe, rule(), self.map, self._line, self.reading)
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
        self.probe.side_changed.connect(self._resize_patch)
        self.probe.box_changed.connect(self._place_typed)
        self.probe.remove_clicked.connect(self.on_escape)
        self.map.run_clicked.connect(self.run)
        self.map.continue_clicked.connect(self._continue)
        self.map.stop_clicked.connect(self.stop)
        self.map.spec_changed.connect(self._on_spec)
        self.reading.question_changed.connect(self._draw)
        self.reading.show_place_clicked.connect(self._show_place)

    # ---- the subject

    def reset(self) -> None:
        for lane in (self._probing, self._mapping, self._drawing, self._measuring):
            lane.discard()
        self._patches, self._undo, self._held = (), [], None
        self._sweep = self._reading = self._probed = None
        subject = self.session.subject
        for part in (self.probe, self.map, self.reading):
            part.setEnabled(subject.prepared is not None)
        self._show_reading_section()
        self.map.show_ready(can_continue=False)
        self.probe.show_probe(None, 0)
        if subject.classifier is None or subject.prepared is None:
            self.probe.show_boxes((), Size(1, 1))
            return
        size = subject.prepared.size
        if size != self._input:
            self._input = size
            self.probe.set_input(size, max(round(PATCH_SHARE * min(size)), 1))
            self.map.set_input(size)
        self.probe.show_boxes((), size)
        self.reading.set_labels(subject.classifier.labels)
        question = partial(seconds_per_place, subject.classifier, subject.prepared)
        self._measuring.start(once(question))

    def activated(self) -> None:
        super().activated()
        self._show_patches()
        self._publish_map()

    def _on_target(self, target: int | None) -> None:
        if target is None:
            return
        if self._probed is not None:
            self.probe.show_probe(self._probed, target)
        self._show_patches()
        self._draw()

    # ---- patches

    def on_image_pressed(self, pixel: Pixel, *, is_adding: bool) -> None:
        prepared = self.session.subject.prepared
        if prepared is None or not prepared.seen.contains(pixel):
            return
        place = prepared.to_photo.inverse.pixel(pixel)
        taken = [i for i, box in enumerate(self._patches) if box.contains(place)]
        if taken and not is_adding:
            box = self._patches[taken[-1]]
            self._held = (taken[-1], place.row - box.top, place.col - box.left)
            self._remember()
            return
        side = self.probe.side
        box = centered_box(place, Size(side, side))
        self._set_patches((*self._patches, box) if is_adding else (box,))
        newest = len(self._patches) - 1
        self._held = (newest, place.row - box.top, place.col - box.left)

    def on_image_dragged(self, pixel: Pixel) -> None:
        prepared = self.session.subject.prepared
        if self._held is None or prepared is None:
            return
        number, down, across = self._held
        place = prepared.to_photo.inverse.pixel(pixel)
        box = self._patches[number]
        moved = Box(round(place.row - down), round(place.col - across), *_sides(box))
        self._move(number, moved)

    def on_image_released(self) -> None:
        self._held = None

    def on_nudged(self, rows: int, cols: int) -> None:
        if self._patches:
            self._remember()
            self._move(len(self._patches) - 1, self._patches[-1].moved(rows, cols))

    def on_escape(self) -> bool:
        if not self._patches:
            return False
        self._set_patches(self._patches[:-1])
        return True

    def undo(self) -> None:
        if self._undo:
            self._patches = self._undo.pop()
            self._ask()

    def step_size(self, by: int) -> None:
        self.probe.step_side(by)

    def _resize_patch(self, side: int) -> None:
        if not self._patches:
            return
        box = self._patches[-1]
        middle = Pixel(box.top + (box.height - 1) // 2, box.left + (box.width - 1) // 2)
        self._remember()
        self._move(len(self._patches) - 1, centered_box(middle, Size(side, side)))

    def _place_typed(self, box: Box) -> None:
        if self._patches:
            self._set_patches((*self._patches[:-1], box))

    def _move(self, number: int, box: Box) -> None:
        """Moves a patch, as far as a part of it stays on the input."""
        prepared = self.session.subject.prepared
        if prepared is None or box.clipped(prepared.size).is_empty:
            return
        patches = list(self._patches)
        if patches[number] != box:
            patches[number] = box
            self._patches = tuple(patches)
            self._ask()

    def _remember(self) -> None:
        self._undo = [*self._undo[-UNDO_STEPS:], self._patches]

    def _set_patches(self, patches: Patches) -> None:
        self._remember()
        self._patches = patches
        self._ask()

    def _ask(self) -> None:
        """Draws the outlines at once and asks for the scores."""
        subject = self.session.subject
        if subject.classifier is None or subject.prepared is None:
            return
        self.probe.show_boxes(self._patches, subject.prepared.size)
        self._show_patches()
        if not self._patches:
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
            self._patches,
            baseline=baseline,
            reference=subject.prediction,
        )
        self._probing.start(once(question))

    @Slot(object)
    def _show_probe(self, found: Probe | None) -> None:
        self._probed = found
        self.probe.show_probe(found, self.session.target or 0)
        self._show_patches()
        if self.is_active:
            self.session.set_covered(None if found is None else found.prediction)

    def _show_patches(self) -> None:
        prepared = self.session.subject.prepared
        if not self.is_active or prepared is None:
            return
        fill = self.map.fill(prepared.pixels)
        boxes = [prepared.to_photo.box(b.clipped(prepared.size)) for b in self._patches]
        words = [""] * len(boxes)
        if boxes and self._probed is not None and self.session.target is not None:
            label = self._probed.reference.labels[self.session.target]
            words[-1] = f"{label}  {signed(-self._probed.drop(self.session.target))}"
        places = zip(boxes, words, strict=True)
        self.session.set_patches(
            *(CoveredPlace(box, fill, word) for box, word in places)
        )

    # ---- the map

    def run(self) -> None:
        self._start(None)

    def _continue(self) -> None:
        self._start(self._sweep)

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
        self._sweep = progress.partial
        now = time.monotonic()
        self.map.show_progress(progress, now - self._started)
        if now >= self._next_drawing:
            self._next_drawing = now + DRAW_INTERVAL
            self._draw()

    @Slot(object)
    def _on_mapped(self, sweep: Sweep) -> None:
        self._sweep = sweep
        if sweep.note:
            self.noted.emit(sweep.note)

    def _on_spec(self) -> None:
        if self._patches:
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

    def _show_place(self) -> None:
        if self._reading is not None:
            self._set_patches((self._reading.place.box,))

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


def _sides(box: Box) -> tuple[float, float]:
    return box.height, box.width
