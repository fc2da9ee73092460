"""The left column: photo, legend and scores, fed by the session.

Whatever a lens says is drawn here, by one piece of code, in one look. Colouring takes
time, so a lane does it: the one under way is finished and shown while the newest waits.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from gui.jobs import Lanes
from gui.look import Look
from gui.opened import Subject
from gui.photo.drawing import Drawing, bare, draw
from gui.photo.input_pane import photo_and_input, range_words, seen_words
from gui.photo.left_column import LeftColumn
from gui.photo.legend import Legend
from gui.photo.pane import Patch
from gui.photo.readout import readout
from gui.photo.scores import ScoreList
from gui.photo.viewer import ImageViewer
from gui.photo.walk_strip import WalkStrip
from gui.session import Session
from gui.shown import CoveredPlace, Covering, Overlay, Shown
from gui.widgets.form import column
from inference.geometry import Pixel
from inference.jobs import once

LARGE_MARGINS = (20, 16, 10, 16)  # px around what stands in place of the photo
LOW_WINDOW = 860  # px; below, fewer rows of scores
PATIENCE = 300  # ms of opening before the old subject fades

_Asked = tuple[Subject, tuple[Overlay, ...], Look]  # what a colouring is of


class Canvas(QWidget):
    """Shows what is looked at, what lies over it, and what the model says.

    Signals:
        pressed: place of the photo (`Pixel`) and whether Shift was held.
        dragged: where the pressed pointer is now.
        released: where it was let go.
        readout_changed: what lies under the pointer, in words; "" for nothing.
        strip_changed: whether the photos of the walk are shown.
    """

    pressed = Signal(object, bool)
    dragged = Signal(object)
    released = Signal()
    readout_changed = Signal(str)
    strip_changed = Signal(bool)

    def __init__(self, session: Session, lanes: Lanes, *, shows_strip: bool) -> None:
        super().__init__()
        self._session, self._lanes = session, lanes
        self._shown, self._look = session.shown, session.look  # what is drawn
        self._asked: _Asked | None = None
        self._shows_input = False  # in the place of the photo
        self._shows_both = False  # photo and input, without maps
        self.viewer, self.legend = ImageViewer(), Legend()
        self.scores, self._strip = ScoreList(), WalkStrip(lanes)
        self.shows_strip = shows_strip
        self._pages = QStackedLayout(self)
        self._column = LeftColumn(self.viewer, self.legend, self._strip, self.scores)
        self._pages.addWidget(self._column)
        self._large = column(name="surface", margins=LARGE_MARGINS)
        self._pages.addWidget(self._large)
        self._coloring = lanes.create(self.tr("Colours"), is_quiet=True)
        self._coloring.succeeded.connect(self._show_drawing)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._show_waiting(is_waiting=True))
        self._connect_session()
        self._connect_parts()
        self._show_look(session.look)
        self._show_subject(session.subject)

    def _connect_session(self) -> None:
        session = self._session
        session.subject_changed.connect(self._show_subject)
        session.shown_changed.connect(self._show)
        session.look_changed.connect(self._show_look)
        session.walk_changed.connect(self._show_strip)
        session.target_changed.connect(self._show_target)
        session.truth.changed.connect(self._show_scores)
        session.opening_changed.connect(self._on_opening)

    def _connect_parts(self) -> None:
        viewer, legend, scores = self.viewer, self.legend, self.scores
        self._strip.photo_picked.connect(self._session.open_photo)
        viewer.pressed.connect(self._on_pressed)
        viewer.dragged.connect(self.dragged)
        viewer.released.connect(self._on_released)
        viewer.hovered.connect(self._on_hovered)
        viewer.map_toggled.connect(self.toggle_map)
        legend.map_toggled.connect(lambda on: self._change_look(is_visible=on))
        legend.color_map_changed.connect(lambda it: self._change_look(color_map=it))
        legend.scale_changed.connect(lambda it: self._change_look(scale=it))
        legend.opacity_changed.connect(lambda it: self._change_look(opacity=it))
        scores.target_picked.connect(self._session.pick_target)
        scores.follow_changed.connect(
            lambda on: self._session.follow_top(is_following=on)
        )

    # ---- what a person changes

    def show_rows(self, *, is_few: bool, given: int) -> None:
        """Gives the scores fewer rows where room is short.

        Args:
            is_few: Whether the window is low.
            given: What is given to messages above the photo [px].
        """
        self._column.show_rows(is_few=is_few, given=given)

    @Slot(object)
    def show_large(self, part: QWidget | None) -> None:
        """Shows a part of a tab in place of all else, or (None) the photo again."""
        layout = self._large.layout()
        if part is not None and layout is not None:
            layout.addWidget(part)
        self._pages.setCurrentIndex(part is not None)

    def toggle_map(self) -> None:
        """Shows or hides the map."""
        self._change_look(is_visible=not self._session.look.is_visible)

    def show_input(self, is_shown: bool) -> None:
        """Shows what the network is fed in the place of the photo."""
        self._shows_input = is_shown
        self._begin_anew()

    def show_both(self, is_shown: bool) -> None:
        """Shows the photo and what the network is fed beside it, without maps."""
        if is_shown != self._shows_both:
            self._shows_both = is_shown
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Draws all once more: something else stands in the place of the photo."""
        self._asked = None
        self._show_bare(self._session.subject)
        self._show_patches(self._shown)
        self._draw()

    def set_strip(self, is_shown: bool) -> None:
        """Shows or hides the photos of the walk."""
        self.shows_strip = is_shown
        self._show_strip()
        self.strip_changed.emit(is_shown)

    def _change_look(self, **changes: object) -> None:
        look = self._session.look
        self._session.set_look(replace(look, **changes))  # type: ignore[arg-type]

    # ---- from the session

    @Slot(object)
    def _show_subject(self, subject: Subject) -> None:
        self._shown = self._session.shown
        self._show_scores()
        classifier = subject.classifier
        self.scores.set_waiting(len(classifier.labels) if classifier else 0)
        self._show_target(self._session.target)
        self._show_strip()
        self._show_patches(self._shown)
        self._show_bare(subject)  # at once: another photo's map is nobody's business
        self._draw()

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        former, self._shown = self._shown, shown
        if (shown.patches, shown.marks) != (former.patches, former.marks):
            self._show_patches(shown)
        if shown.covered is not former.covered:
            self._show_covered()
        if shown.overlays != former.overlays:
            self._draw()

    @Slot(object)
    def _show_look(self, look: Look) -> None:
        self._look = look
        self.legend.show_look(look)
        self.viewer.set_map_visible(is_visible=look.is_visible)
        self._draw()

    @Slot()
    def _show_strip(self) -> None:
        walk, photo = self._session.walk, self._session.subject.request.photo
        self._strip.show_walk(walk, photo, is_wanted=self.shows_strip)
        self._column.share()

    @Slot(object)
    def _show_target(self, target: int | None) -> None:
        self.scores.set_target(target)
        self.scores.set_following(is_following=self._session.is_following)

    @Slot()
    def _show_scores(self) -> None:
        session, truth = self._session, self._session.truth
        self.scores.set_true(session.true_class)
        self.scores.set_prediction(session.prediction, truth.shown)
        self._show_covered()

    def _show_covered(self) -> None:
        covered = self._session.truth.counted(self._shown.covered)
        self.scores.set_probe(covered, self._shown.other)

    def _show_patches(self, shown: Shown) -> None:
        self.viewer.set_patches(
            [_patch(each) for each in shown.patches],
            [_patch(each) for each in shown.marks if not self._shows_both],
        )

    @Slot(bool)
    def _on_opening(self, is_opening: object) -> None:
        if is_opening:
            self._patience.start()
        else:
            self._patience.stop()
            self._show_waiting(is_waiting=False)

    def _show_waiting(self, *, is_waiting: bool) -> None:
        self.viewer.set_dimmed(is_dimmed=is_waiting)
        self.scores.set_stale(is_stale=is_waiting)

    # ---- drawing

    def _draw(self) -> None:
        """Has the maps coloured; the photo without one is shown at once."""
        subject, overlays = self._session.subject, self._shown.overlays
        if self._shows_both or not overlays or subject.image is None:
            self._asked = None
            self._show_bare(subject)
            words = range_words if self._shows_both else seen_words
            self.legend.show_text(words(subject))
            return
        asked = subject, overlays, replace(self._look, is_visible=True)
        if asked != self._asked:
            self._asked = asked
            job = partial(draw, *asked, is_input=self._shows_input)
            self._coloring.start(once(job), about=self._shows_input)

    def _show_bare(self, subject: Subject) -> None:
        if self._shows_both:
            self.viewer.set_panes(photo_and_input(subject))
            return
        photo = bare(subject, is_input=self._shows_input)
        self.viewer.set_panes([] if photo is None else [photo])

    @Slot(object)
    def _show_drawing(self, drawing: Drawing) -> None:
        """Shows maps, the newest or not, unless they are of another photo."""
        is_of_present = self._coloring.about == self._shows_input
        is_of_subject = drawing.subject is self._session.subject
        if self._asked is not None and is_of_subject and is_of_present:
            self.viewer.set_panes(drawing.panes)
            self.legend.show_map(drawing.legend)

    # ---- the pointer

    def _on_pressed(self, pixel: Pixel, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return  # a crop begins
        self.scores.set_frozen(is_frozen=True)
        is_adding = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self.pressed.emit(pixel, is_adding)

    def _on_released(self) -> None:
        self.scores.set_frozen(is_frozen=False)
        self.released.emit()

    def _on_hovered(self, pixel: Pixel | None) -> None:
        self.readout_changed.emit("" if pixel is None else self.readout(pixel))

    def readout(self, pixel: Pixel) -> str:
        """Says what lies at a place of the photo."""
        pane = self.viewer.active_pane
        subject, is_input = self._session.subject, self._shows_input
        return readout(subject, self._shown, pixel, pane, is_input=is_input)


def _patch(place: CoveredPlace) -> Patch:
    fill = place.fill.pixels if isinstance(place.fill, Covering) else place.fill
    return Patch(place.box, fill, place.label, place.number)
