"""The patches on the photo, and what the network says with them covered.

An answer stands only as long as it is of the patches that lie there. A patch that is
moved keeps its last number until the next one comes, a few milliseconds later; any
other patch has none until it is answered, and none where its question is refused.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.occlusion.patches import Patches
from gui.panels.occlusion.probe import ProbeSection
from gui.session import Session
from gui.shown import CoveredPlace
from gui.widgets.words import shortened, signed
from inference.errors import SpecError
from inference.geometry import Box, Pixel, Size
from inference.jobs import once
from inference.occlusion import Baseline, Probe, probe

PATCH_SHARE = 71 / 224  # of the input, as in the first experiment


class Probing(QObject):
    """Covers the places that the user chose.

    Attributes:
        section: Its controls.
        answer: What covering the patches does; None while that is not known.

    Signals:
        moved: the patches lie elsewhere.
        answered: the answer came, or the former one holds no longer.
    """

    moved = Signal()
    answered = Signal()

    def __init__(
        self, session: Session, lanes: Lanes, baseline: Callable[[], Baseline]
    ) -> None:
        super().__init__()
        self.section = ProbeSection()
        self.answer: Probe | None = None
        self._session, self._baseline = session, baseline
        self._patches = Patches()
        self._asked: tuple[tuple[Box, ...], Baseline] | None = None
        self._input = Size(0, 0)
        self._lane = lanes.create("Patch", is_quiet=True)
        self._lane.succeeded.connect(self._take)
        self._lane.failed.connect(lambda _: self._take(None))
        self.section.side_changed.connect(self._resize)
        self.section.box_changed.connect(self._replace)
        self.section.remove_clicked.connect(self.remove)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where the patches lie, in input pixels, the newest last."""
        return self._patches.boxes

    def reset(self) -> None:
        """Begins anew on another subject, without patches."""
        self._lane.discard()
        self.answer = self._asked = None
        prepared = self._session.subject.prepared
        size = Size(1, 1) if prepared is None else prepared.size
        self._patches.clear(size)
        self.section.show_probe(None, None)
        self.section.show_boxes((), size)
        if prepared is not None and size != self._input:
            self._input = size
            self.section.set_input(size, max(round(PATCH_SHARE * min(size)), 1))

    def places(self, fill: tuple[int, int, int]) -> list[CoveredPlace]:
        """Returns the patches for the eye; the newest says what all of them do."""
        prepared, found = self._session.subject.prepared, self.answer
        if prepared is None:
            return []
        boxes = (prepared.to_photo.box(b.clipped(prepared.size)) for b in self.boxes)
        places = [CoveredPlace(box, fill) for box in boxes]
        target = self._session.target
        if places and found is not None and target is not None:
            label = shortened(found.reference.labels[target])
            words = f"{label}  {signed(-found.drop(target))}"
            places[-1] = replace(places[-1], label=words)
        return places

    # ---- the hand

    def press(self, pixel: Pixel, *, is_adding: bool) -> None:
        """Takes hold of the patch at a place of the photo, or lays a new one there."""
        prepared = self._session.subject.prepared
        if prepared is not None and prepared.seen.contains(pixel):
            place, side = prepared.to_photo.inverse.pixel(pixel), self.section.side
            if self._patches.press(place, side, is_adding=is_adding):
                self._ask(is_moved=False)

    def drag(self, pixel: Pixel) -> None:
        """Moves the patch that is held to a place of the photo."""
        prepared = self._session.subject.prepared
        if prepared is not None:
            place = prepared.to_photo.inverse.pixel(pixel)
            if self._patches.drag(place):
                self._ask(is_moved=True)

    def release(self) -> None:
        """Lets it go."""
        self._patches.release()

    def nudge(self, rows: int, cols: int) -> None:
        """Moves the newest patch by some input pixels."""
        if self._patches.nudge(rows, cols):
            self._ask(is_moved=True)

    def remove(self) -> bool:
        """Takes the newest patch away; returns whether there was one."""
        is_removed = self._patches.remove()
        if is_removed:
            self._ask(is_moved=False)
        return is_removed

    def undo(self) -> None:
        """Takes the last step back."""
        if self._patches.undo():
            self._ask(is_moved=False)

    def _resize(self, side: int) -> None:
        if self._patches.resize(side):
            self._ask(is_moved=True)

    def _replace(self, box: Box) -> None:
        if self._patches.replace(box):
            self._ask(is_moved=False)

    # ---- asking

    def ask_again(self) -> None:
        """Asks what is new where something else is to stand in the patches."""
        if self.boxes:
            self._ask(is_moved=False)

    def show_target(self) -> None:
        """Says what the patches do to another class."""
        if self.answer is not None:
            self.section.show_probe(self.answer, self._session.target)

    def _ask(self, *, is_moved: bool) -> None:
        """Draws the outlines at once and asks for the scores."""
        subject = self._session.subject
        if subject.classifier is None or subject.prepared is None:
            return
        self.section.show_boxes(self.boxes, subject.prepared.size)
        self.moved.emit()
        question = self._question()
        if question is None:
            self._lane.discard()
            self._asked = None
            self._take(None)
        elif question != self._asked:
            self._asked = question
            if not is_moved:
                self._forget()
            ask = partial(
                probe,
                subject.classifier,
                subject.prepared,
                question[0],
                baseline=question[1],
                reference=subject.prediction,
            )
            self._lane.start(once(ask))

    def _question(self) -> tuple[tuple[Box, ...], Baseline] | None:
        """Where the patches lie and what stands there; None for no question."""
        try:
            return (self.boxes, self._baseline()) if self.boxes else None
        except SpecError:  # said beside its field
            return None

    def _forget(self) -> None:
        """Lets go of the number of another patch, and of the one on its way."""
        self._lane.discard()
        if self.answer is not None:
            self.answer = None
            self.section.show_waiting()
            self.answered.emit()

    @Slot(object)
    def _take(self, found: Probe | None) -> None:
        self.answer = found
        self.section.show_probe(found, self._session.target)
        self.answered.emit()
