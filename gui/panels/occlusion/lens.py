"""What one looks at the photo through: covered places.

Three lanes: a map runs undisturbed, its readings are drawn as fast as they are wanted,
and a probe answers the pointer.
"""

import time
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Slot

from gui.answers import Answers, Arrays
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.occlusion.drawing import (
    Reading,
    ReadingWish,
    marks,
    overlay,
    read,
)
from gui.panels.occlusion.probing import Probing
from gui.panels.occlusion.trusting import OcclusionTrust
from gui.session import Session
from gui.shown import CoveredPlace, Overlay, Shown
from gui.state import Phase
from gui.trusting.lens import with_badge
from gui.widgets.words import to_translate
from inference.classifier import Target
from inference.errors import SpecError
from inference.export import Drawn
from inference.geometry import Pixel, Size
from inference.jobs import Job, once
from inference.occluder import parse_baseline
from inference.occlusion import OcclusionSpec, Sweep, default_spec, occlusion_sweep

READ_INTERVAL = 0.1  # seconds between two readings of a map that grows


@dataclass(frozen=True, slots=True)
class Wish:
    """What the controls say.

    Attributes:
        mask: Of the covering rectangle, in input pixels; None for the usual one.
        stride: Step between places, in input pixels; None for the usual one.
        baseline: What stands in covered places: a name, or a colour as it was typed.
        clip: Whether masks are centred on places and clipped at the border.
        batch_size: Places per forward pass; None for the fastest.
        reading: What is asked of the map.
        marked: The most damaging place that is shown on the photo as it was covered,
            the others outlined; None for none of them.
    """

    mask: Size | None = None
    stride: Size | None = None
    baseline: str = "gray"
    clip: bool = True
    batch_size: int | None = None
    reading: ReadingWish = ReadingWish()  # noqa: RUF009 - frozen
    marked: int | None = None

    def spec(self, input_size: Size) -> OcclusionSpec:
        """Returns how places of an input are covered.

        Raises:
            SpecError: The colour is not understood, or the mask is too large.
        """
        baseline, usual = parse_baseline(self.baseline), default_spec(input_size)
        mask, stride = self.mask or usual.mask_size, self.stride or usual.stride
        return OcclusionSpec(mask, stride, baseline, self.clip).checked(input_size)


class Occlusion(Lens[Wish, OcclusionSpec, Sweep]):
    """Covers one place after another; a map waits for Run, unless a dataset is walked.

    Attributes:
        probing: The patches, its second question.
        reading: What was read last of the answer; None without a map.
        trust: How far its map can be trusted, a third question.
    """

    word = "occlusion"
    title = to_translate("Lens", "Occlusion map")
    takes_clicks = True

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, Wish())
        self.probing = Probing(session, lanes)
        self.reading: Reading | None = None
        self._subject = session.subject  # of patches and reading
        self._beside: Target | None = None  # what a map beside explains
        self._last_read: tuple[Sweep, Drawn, Target] | None = None
        self._next_reading = 0.0
        self._reading_lane = lanes.create(self.tr("Drawing"), is_quiet=True)
        self._reading_lane.succeeded.connect(self._show_reading)
        self.probing.moved.connect(self.changed)
        self.probing.answered.connect(self.changed)
        self.changed.connect(self._read_newest)
        self.trust = OcclusionTrust(session, lanes, answers, self._finished)
        self.changed.connect(self.trust.follow)
        self.trust.answered.connect(self.changed)

    # ---- the map

    def question(self, subject: Subject, index: int) -> OcclusionSpec | None:  # noqa: ARG002
        assert subject.prepared is not None
        try:
            return self.wish.spec(subject.prepared.size)
        except SpecError:  # said beside its field
            return None

    def is_eager(self, question: OcclusionSpec) -> bool:  # noqa: ARG002
        return self.session.truth.is_compared

    def job(
        self, subject: Subject, question: OcclusionSpec, known: Sweep | None
    ) -> Job[Sweep, Sweep]:
        assert subject.classifier is not None
        assert subject.prepared is not None
        return occlusion_sweep(
            subject.classifier,
            subject.prepared,
            question,
            target=self.session.target,
            batch_size=self.wish.batch_size,
            resume=known,
        )

    def is_complete(self, answer: Sweep) -> bool:
        return answer.is_complete

    def supersedes(self, new: Sweep, old: Sweep) -> bool:
        """The old map stays until the new one can be drawn everywhere."""
        return new.buffer is old.buffer or new.grid.finished(new.done) > 0

    def steps_of(self, answer: Sweep) -> int:
        return answer.done

    def arrays_of(self, answer: Sweep) -> Arrays:
        return *answer.buffer.arrays, answer.prepared.pixels, *answer.grid.arrays

    def set_wish(self, wish: Wish) -> None:
        super().set_wish(wish)
        if wish.mask is not None:
            self.probing.follow_mask(wish.mask)
        try:
            self.probing.set_baseline(parse_baseline(wish.baseline))
        except SpecError:  # said beside its field
            self.probing.set_baseline(None)

    def look(self) -> None:
        subject = self.session.subject
        if subject is not self._subject:
            self._subject, self.reading, self._last_read = subject, None, None
            self.probing.reset()
        super().look()

    # ---- what lies over the photo

    @property
    def present(self) -> Shown:
        shown = super().present
        found = self.probing.answer
        covered = None if found is None else found.prediction
        places, told = self.probing.places, self._marks()
        return replace(shown, patches=places, marks=told, covered=covered)

    def _marks(self) -> tuple[CoveredPlace, ...]:
        """The most damaging places of a map that does not grow."""
        drawn, reading, chosen = self.overlay, self.reading, self.wish.marked
        if drawn is None or reading is None or chosen is None or drawn.is_growing:
            return ()
        return () if reading.drawn == "class" else marks(reading, chosen)

    def lay_patch(self, place: int) -> None:
        """Lays a patch exactly where the mask of a damaging place lay."""
        if self.reading is not None and place < len(self.reading.places):
            self.probing.lay(self.reading.places[place].box)

    def shown(self, subject: Subject, answer: Sweep) -> Shown:  # noqa: ARG002
        drawn = self.overlay
        return Shown() if drawn is None else Shown(overlays=(drawn,))

    @property
    def overlay(self) -> Overlay | None:
        """What was read last of the map, with how far it can be trusted."""
        reading, answer, wanted = self.reading, self.answer, self._wanted
        if reading is None or answer is None:
            return None
        is_same = reading.sweep.buffer is answer.buffer
        drawn = overlay(
            reading,
            is_running=self.is_growing and is_same,
            is_other=wanted is None or wanted.question != reading.sweep.spec,
        )
        found = self.trust.known
        return drawn if found is None else with_badge(drawn, found)

    def _finished(self) -> Reading | None:
        """What was read last, where that is of all places and of what is asked."""
        reading = self.reading
        if reading is None or self.state.phase is not Phase.COMPLETE:
            return None
        is_whole = reading.sweep.is_complete and reading.drawn != "class"
        return reading if is_whole else None

    # ---- the pointer and the keys

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

    def redo(self) -> None:
        self.probing.redo()

    # ---- reading the map

    def explain(self, target: Target | None) -> None:
        self._beside = target
        self._read_newest()

    @Slot()
    def _read_newest(self) -> None:
        """Reads what is new; a reading under way is shown before."""
        wanted, last = self._wanted_reading(), self._last_read
        if wanted is None or wanted == last:
            return
        now = time.monotonic()
        is_question_new = last is None or wanted[1:] != last[1:]
        if self.is_growing and not is_question_new and now < self._next_reading:
            return
        self._last_read, self._next_reading = wanted, now + READ_INTERVAL
        job = once(partial(read, *wanted))
        self._reading_lane.start(job, about=self.session.subject.key)

    def _wanted_reading(self) -> tuple[Sweep, Drawn, Target] | None:
        """What is to be read; None as long as controls are of another model."""
        sweep, index = self.answer, self.session.target
        if not self.is_seen or sweep is None or not sweep.done or index is None:
            return None
        if self.asked is None or self.asked.of != self.session.subject.key:
            return None
        drawn, target = self._wanted_number()
        if target.against == index:
            return None
        target, classes = target.settled(index), len(sweep.reference.labels)
        is_of_model = max(target.class_index, target.against or 0) < classes
        return (sweep, drawn, target) if is_of_model else None

    def _wanted_number(self) -> tuple[Drawn, Target]:
        """What the controls say; beside another map, the drop in what that explains."""
        wish = self.wish.reading
        return (
            (wish.drawn, wish.target)
            if self._beside is None
            else ("drop", self._beside)
        )

    @Slot(object)
    def _show_reading(self, reading: Reading) -> None:
        if self._reading_lane.about == self.session.subject.key:
            self.reading = reading
            self.changed.emit()
