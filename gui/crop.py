"""A rectangle on the photo that is classified by itself: a lone sushi.

It is drawn with Ctrl held, whatever lens is followed. What the network says of it
stands beside the scores of the whole photo, and whoever keeps a review list may take
it up.
"""

import math
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from gui.errors import said
from gui.hand import Hand
from gui.session import Session
from gui.shown import CoveredPlace, Shown
from gui.widgets.words import facts, score
from inference.classifier import Classifier, Prediction
from inference.geometry import Box, Pixel, Size
from inference.image import LoadedImage
from inference.jobs import once

SMALLEST = 8  # photo pixels, a side; smaller ones are a click, which takes it away


class Crop(QObject, Hand):
    """The rectangle, and what the network says of it.

    Attributes:
        box: In whole photo pixels; None without one.
        prediction: Of what it holds, alone; None while that is not known.
        is_markable: Whether the photo has a place in a review list.
        is_marked: Whether the rectangle is on it.

    Signals:
        changed: another rectangle, or another answer.
        marked: it is wanted in the review list, a `Box`.
    """

    changed = Signal()
    marked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.box: Box | None = None
        self.prediction: Prediction | None = None
        self.is_markable = self.is_marked = False
        self._corner: Pixel | None = None  # where it began, while it is drawn
        self._lane = session.lanes.create(self.tr("Crop"), is_quiet=True)
        self._lane.succeeded.connect(self._take)
        session.subject_changed.connect(self.remove)

    def on_top_of(self, shown: Shown) -> Shown:
        """Returns what is laid over the photo, with the rectangle and its scores."""
        if self.box is None:
            return shown
        label, found = "", self.prediction
        if found is not None:
            top = found.top(1)[0]
            label = facts(said(top.label), score(top.probability))
        place = CoveredPlace(self.box, None, label)
        covered = found if found is not None else shown.covered
        marks = (*shown.marks, place)
        other = shown.other if found is None else "crop"
        return replace(shown, marks=marks, covered=covered, other=other)

    @property
    def picture(self) -> LoadedImage | None:
        """What the rectangle holds, as a photo."""
        image = self._session.subject.image
        return None if image is None or self.box is None else _cut(image, self.box)

    # ---- what a person does

    def on_pressed(self, pixel: Pixel, *, is_adding: bool) -> None:  # noqa: ARG002
        self._corner = pixel

    def on_dragged(self, pixel: Pixel) -> None:
        image = self._session.subject.image
        if self._corner is not None and image is not None:
            self._set(_between(self._corner, pixel, image.size))

    def on_released(self) -> None:
        if self._corner is None:
            return
        self._corner = None
        if self.box is None or min(self.box.height, self.box.width) < SMALLEST:
            self.remove()

    def on_escape(self) -> bool:
        was_there = self.box is not None
        self.remove()
        return was_there

    def mark(self) -> None:
        """Wants the rectangle in the review list."""
        if self.box is not None and self.is_markable:
            self.marked.emit(self.box)

    def set_markable(self, *, is_markable: bool, is_marked: bool) -> None:
        """Says whether the photo may be on a review list, and the rectangle is."""
        if (is_markable, is_marked) != (self.is_markable, self.is_marked):
            self.is_markable, self.is_marked = is_markable, is_marked
            self.changed.emit()

    @Slot()
    def remove(self, _: object = None) -> None:
        """Takes the rectangle away."""
        self._corner = None
        if self.box is not None:
            self.box = self.prediction = None
            self._lane.leave()
            self.changed.emit()

    # ---- its answer

    def _set(self, box: Box) -> None:
        if box == self.box:
            return
        self.box = box
        subject = self._session.subject
        classifier, image = subject.classifier, subject.image
        if classifier is not None and image is not None and not box.is_empty:
            self._lane.start(once(_classified, classifier, image, box), about=subject)
        self.changed.emit()

    @Slot(object)
    def _take(self, found: Prediction) -> None:
        if self.box is not None and self._lane.about is self._session.subject:
            self.prediction = found
            self.changed.emit()


def _between(one: Pixel, other: Pixel, size: Size) -> Box:
    """Returns the whole pixels of a photo between two corners."""
    top, bottom = sorted((one.row, other.row))
    left, right = sorted((one.col, other.col))
    first, start = math.floor(top), math.floor(left)
    box = Box(first, start, math.ceil(bottom) - first, math.ceil(right) - start)
    return box.clipped(size)


def _cut(image: LoadedImage, box: Box) -> LoadedImage:
    rows = slice(round(box.top), round(box.bottom))
    cols = slice(round(box.left), round(box.right))
    rgba = None if image.rgba is None else image.rgba[rows, cols]
    return LoadedImage(image.path, image.pixels[rows, cols], rgba=rgba)


def _classified(classifier: Classifier, image: LoadedImage, box: Box) -> Prediction:
    return classifier.predict(_cut(image, box))
