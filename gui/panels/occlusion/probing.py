"""The patches on the photo, and what the network says with them covered.

An answer stands only as long as it is of the patches that lie there. A patch that is
moved keeps its last number until the next one comes, a few milliseconds later; any
other patch has none until it is answered, and none where its question is refused.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.panels.occlusion.fills import Fill, color_of, fill_of
from gui.panels.occlusion.patches import Patches
from gui.session import Session
from gui.shown import CoveredPlace
from gui.widgets.words import shortened, signed
from inference.geometry import Box, Pixel, Size
from inference.jobs import once
from inference.occluder import BASELINES, Baseline
from inference.occlusion import Probe, default_spec, probe

SMALLEST = 8  # px, a side that one still sees


def sides(size: Size) -> tuple[int, int]:
    """Returns the least and the largest side of a patch on an input."""
    most = max(min(size) // 2, 1)
    return min(SMALLEST, most), most


class Probing(QObject):
    """Covers the places that the user chose.

    Attributes:
        size: Of a new patch, in input pixels; the map's mask until a side is chosen.
        answer: What covering the patches does; None while that is not known.
        is_waiting: Whether the former answer was of other patches and the next is on
            its way.

    Signals:
        moved: the patches lie elsewhere.
        answered: the answer came, or the former one holds no longer.
    """

    moved = Signal()
    answered = Signal()

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__(session)
        self.size = Size(1, 1)
        self._is_own_size = False  # a side was chosen
        self.answer: Probe | None = None
        self.is_waiting = False
        self._session = session
        self._baseline: Baseline | None = BASELINES["gray"]
        self._fill: Fill | None = None
        self._patches = Patches()
        self._asked: tuple[tuple[Box, ...], Baseline] | None = None
        self._series = 0  # counts what was asked anew, not only moved
        self._input = Size(0, 0)
        self._lane = lanes.create(self.tr("Patch"), is_quiet=True)
        self._lane.succeeded.connect(self._take)
        self._lane.failed.connect(lambda _: self._take(None))
        self._lane.stopped.connect(self._on_stopped)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where the patches lie, in input pixels, the newest last."""
        return self._patches.boxes

    @property
    def places(self) -> tuple[CoveredPlace, ...]:
        """The patches for the eye; the newest says what all of them do."""
        prepared, found = self._session.subject.prepared, self.answer
        if prepared is None:
            return ()
        boxes = [box.clipped(prepared.size) for box in self.boxes]
        on_photo = map(prepared.to_photo.box, boxes)
        fills = [None if self._fill is None else self._fill.at(box) for box in boxes]
        places = [CoveredPlace(*each) for each in zip(on_photo, fills, strict=True)]
        target = self._session.target
        if places and found is not None and target is not None:
            label = shortened(said(found.reference.labels[target]))
            words = f"{label}  {signed(-found.drop(target))}"
            places[-1] = replace(places[-1], label=words)
        return tuple(places)

    def reset(self) -> None:
        """Begins anew on another subject, without patches."""
        self._series += 1
        self._lane.leave()
        self.answer = self._asked = None
        self.is_waiting = False
        prepared = self._session.subject.prepared
        size = Size(1, 1) if prepared is None else prepared.size
        self._patches.clear(size)
        if prepared is not None and size != self._input:
            self._input, self._is_own_size = size, False
            self.size = default_spec(size).mask_size
        self._show_fill()
        self.moved.emit()
        self.answered.emit()

    # ---- the hand

    def press(self, pixel: Pixel, *, is_adding: bool) -> None:
        """Takes hold of the patch at a place of the photo, or lays a new one there."""
        prepared = self._session.subject.prepared
        if prepared is not None and prepared.seen.contains(pixel):
            place = prepared.to_photo.inverse.pixel(pixel)
            if self._patches.press(place, self.size, is_adding=is_adding):
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

    def redo(self) -> None:
        """Takes the last undone step again."""
        if self._patches.redo():
            self._ask(is_moved=False)

    # ---- the controls

    def set_side(self, side: int) -> None:
        """Takes over the side of the newest patch, and of those to come."""
        self.size, self._is_own_size = Size(side, side), True
        if self._patches.resize(side):
            self._ask(is_moved=True)

    def follow_mask(self, mask: Size) -> None:
        """Takes over the map's mask for patches to come, unless a side was chosen.

        So a click on a place of the map gives the number of the map.
        """
        if not self._is_own_size and mask != self.size:
            self.size = mask
            self.moved.emit()

    def lay(self, *boxes: Box) -> None:
        """Puts patches exactly there, in the place of all others."""
        if self._patches.lay(*boxes):
            self._ask(is_moved=False)

    def replace(self, box: Box) -> None:
        """Puts the newest patch exactly there."""
        if self._patches.replace(box):
            self._ask(is_moved=False)

    def set_baseline(self, baseline: Baseline | None) -> None:
        """Takes over what stands in the patches; None where that is not understood."""
        if baseline != self._baseline:
            self._baseline = baseline
            self._show_fill()
            if self.boxes:
                self._ask(is_moved=False)

    # ---- asking

    def _show_fill(self) -> None:
        prepared = self._session.subject.prepared
        if prepared is not None:
            shown = self._baseline or BASELINES["gray"]
            self._fill = Fill(color_of(shown, prepared.mean))

    def _show_filling(self, found: Probe | None) -> None:
        """Shows the picture that stands in the patches; one colour stood for it."""
        prepared = self._session.subject.prepared
        if found is None or prepared is None or not found.baseline.is_blurred:
            return
        if self._fill is None or not self._fill.is_picture:
            self._fill = fill_of(found.baseline, prepared.mean, found.filling)

    def _ask(self, *, is_moved: bool) -> None:
        """Draws the outlines at once and asks for the scores."""
        subject = self._session.subject
        if subject.classifier is None or subject.prepared is None:
            return
        self.moved.emit()
        question = self._question()
        if question is None:
            self._asked = None
            self._forget(is_waiting=False)
        elif question != self._asked:
            self._asked = question
            if not is_moved:
                self._forget(is_waiting=self.answer is not None)
            ask = partial(
                probe,
                subject.classifier,
                subject.prepared,
                question[0],
                baseline=question[1],
                reference=subject.prediction,
            )
            self._lane.start(once(ask), about=self._series)

    def _question(self) -> tuple[tuple[Box, ...], Baseline] | None:
        """Where the patches lie and what stands there; None for no question."""
        if not self.boxes or self._baseline is None:
            return None
        return self.boxes, self._baseline

    def _forget(self, *, is_waiting: bool) -> None:
        """Lets go of the number of other patches, and of the one on its way."""
        self._series += 1
        self.answer, self.is_waiting = None, is_waiting
        self.answered.emit()

    @Slot()
    def _on_stopped(self) -> None:
        self._asked = None  # the same place may be asked again
        self._take(None)

    @Slot(object)
    def _take(self, found: Probe | None) -> None:
        if self._lane.about == self._series:
            self._show_filling(found)
            self.answer, self.is_waiting = found, False
            self.answered.emit()
