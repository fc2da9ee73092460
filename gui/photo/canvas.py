"""The left column: photo, legend and scores, fed by the session.

Whatever a tab publishes is drawn here, by one piece of code: overlays become panes and
a legend, patches become outlines; the look that the user chose holds for all of them.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.jobs import Lanes
from gui.opened import Subject
from gui.photo.drawing import class_slots, map_panes, painted
from gui.photo.legend import Legend, MapLegend, Scale, drawn
from gui.photo.readout import cell_words
from gui.photo.scores import ScoreList
from gui.photo.viewer import ClassMap, ImageViewer, Look, Pane, Patch
from gui.session import Session
from gui.settings import Settings
from gui.shown import Overlay, Shown
from gui.walk import Walk
from gui.widgets.thumbnails import PhotoStrip
from gui.widgets.words import facts, fixed, signed
from inference.classifier import Quantity
from inference.geometry import Pixel
from inference.image import thumbnail
from inference.jobs import once
from inference.pictures.style import Style, overlaid

ROWS, FEW_ROWS = 5, 3
LOW_WINDOW = 860  # px; below, and beside a message, fewer rows of scores
CLASSIC_OPACITY = 0.45
PATIENCE = 300  # ms of opening before the old subject fades


class Canvas(QWidget):
    """Shows what is looked at, what lies over it, and what the model says.

    Signals:
        pressed: place of the photo (`Pixel`) and whether Shift was held.
        dragged: where the pressed pointer is now.
        released: where it was let go.
        readout_changed: what lies under the pointer, in words; "" for nothing.
        look_changed: colour map, opacity and the like, to be remembered.
    """

    pressed = Signal(object, bool)
    dragged = Signal(object)
    released = Signal()
    readout_changed = Signal(str)
    look_changed = Signal()

    def __init__(self, session: Session, lanes: Lanes, settings: Settings) -> None:
        super().__init__()
        self._session, self._lanes = session, lanes
        self._shown = session.shown  # what is drawn
        self._color_map = settings.color_map
        self._scale = Scale()
        self._look = Look(settings.opacity, settings.is_even, settings.is_raw)
        self.viewer = ImageViewer()
        self.legend = Legend()
        self.scores = ScoreList()
        self._strip: PhotoStrip | None = None  # made when it is first wanted
        self.shows_strip = settings.shows_strip or settings.shows_first_steps
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.viewer, 1)
        self._column.addWidget(self.legend)
        self._column.addWidget(self.scores)
        self.legend.set_controls(self._color_map, self._scale, self._look.opacity)
        self.viewer.set_look(self._look)
        self._coloring = lanes.create("Colours", is_quiet=True)
        self._coloring.succeeded.connect(self.viewer.set_panes)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._show_waiting(is_waiting=True))
        self._connect_session()
        self._connect_parts()
        self._show_subject(session.subject)

    def _connect_session(self) -> None:
        session = self._session
        session.subject_changed.connect(self._show_subject)
        session.shown_changed.connect(self._show)
        session.walk_changed.connect(self._show_strip)
        session.target_changed.connect(self._show_target)
        session.opening_changed.connect(self._on_opening)

    def _connect_parts(self) -> None:
        self.viewer.pressed.connect(self._on_pressed)
        self.viewer.dragged.connect(self.dragged)
        self.viewer.released.connect(self._on_released)
        self.viewer.hovered.connect(self._on_hovered)
        self.viewer.map_toggled.connect(self.toggle_map)
        self.legend.map_toggled.connect(self._set_visible)
        self.legend.color_map_changed.connect(self._set_color_map)
        self.legend.scale_changed.connect(self._set_scale)
        self.legend.opacity_changed.connect(
            lambda opacity: self._set_look(opacity=opacity)
        )
        self.scores.target_picked.connect(self._session.pick_target)
        self.scores.follow_changed.connect(
            lambda on: self._session.follow_top(is_following=on)
        )

    # ---- what is shown

    def show_rows(self, *, is_few: bool) -> None:
        """Gives the scores fewer rows where room is short."""
        self.scores.set_rows(FEW_ROWS if is_few else ROWS)

    @property
    def map_style(self) -> Style:
        """How maps are drawn, for exports."""
        scale = self._scale
        ends = scale.limits if scale.kind == "fixed" else None
        return Style(
            self._color_map,
            ends or ("symmetric" if scale.kind == "symmetric" else "map"),
            self._look.opacity,
            self._look.is_even,
            "blocks" if self._look.is_raw else "bicubic",
        )

    @property
    def remembered(self) -> dict[str, object]:
        """What settings keep of the look."""
        look = self._look
        return {
            "color_map": self._color_map,
            "opacity": look.opacity,
            "is_even": look.is_even,
            "is_raw": look.is_raw,
            "shows_strip": self.shows_strip,
        }

    def picture(self) -> Callable[[], NDArray[np.uint8]] | None:
        """Returns what draws the photo with its map in full size, (H, W, 3)."""
        image = self._session.subject.image
        if image is None:
            return None
        overlays = self._session.shown.overlays
        shown = [o.heatmap for o in overlays if o.heatmap is not None]
        if not shown or not self._look.is_visible:
            return lambda: image.pixels
        (limits, _), *_ = drawn(self._color_map, self._scale, shown)
        return partial(overlaid, image.pixels, shown[0], self.map_style, limits)

    # ---- the look

    def toggle_map(self) -> None:
        """Shows or hides the map."""
        self._set_visible(not self._look.is_visible)

    def show_classic(self) -> None:
        """Draws maps as the first papers did: jet, at one opacity."""
        self._color_map = "jet"
        self._set_look(opacity=CLASSIC_OPACITY, is_even=True)
        self.legend.set_controls(self._color_map, self._scale, self._look.opacity)

    def set_even(self, is_even: bool) -> None:
        """Gives the map one opacity everywhere, or one that follows the value."""
        self._set_look(is_even=is_even)

    def set_raw(self, is_raw: bool) -> None:
        """Draws the grid as blocks, or enlarges it smoothly."""
        self._set_look(is_raw=is_raw)

    def set_strip(self, is_shown: bool) -> None:
        """Shows or hides the photos of the folder."""
        self.shows_strip = is_shown
        self._show_strip()
        self.look_changed.emit()

    @Slot(bool)
    def _set_visible(self, is_visible: object) -> None:
        self.legend.set_map_visible(is_visible=bool(is_visible))
        self._set_look(is_visible=bool(is_visible))

    def _set_color_map(self, name: str) -> None:
        self._color_map = name
        self._draw()
        self.look_changed.emit()

    def _set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self._draw()

    def _set_look(self, **changes: float) -> None:
        self._look = replace(self._look, **changes)  # type: ignore[arg-type]
        self.viewer.set_look(self._look)
        if changes.keys() != {"is_visible"}:
            self._draw()
        self.look_changed.emit()

    # ---- from the session

    @Slot(object)
    def _show_subject(self, subject: Subject) -> None:
        self.scores.set_prediction(subject.prediction)
        labels = () if subject.classifier is None else subject.classifier.labels
        self.scores.set_waiting(len(labels))
        self._show_target(self._session.target)
        self._show_strip()
        self._shown = shown = self._session.shown
        self._show_patches(shown)
        self.scores.set_probe(shown.covered)
        self._draw()

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        former, self._shown = self._shown, shown
        if shown.patches != former.patches:
            self._show_patches(shown)
        if shown.covered is not former.covered:
            self.scores.set_probe(shown.covered)
        if shown.overlays != former.overlays:
            self._draw()

    def _show_patches(self, shown: Shown) -> None:
        self.viewer.set_patches([Patch(p.box, p.fill, p.label) for p in shown.patches])

    @Slot()
    def _show_strip(self) -> None:
        walk, photo = self._session.walk, self._session.subject.request.photo
        is_shown = self.shows_strip and len(walk.photos) > 1
        if self._strip is None and is_shown:
            lane = self._lanes.create("Thumbnails", is_quiet=True)
            self._strip = PhotoStrip(thumbnail, lane)
            self._strip.photo_picked.connect(self._session.open_photo)
            self._column.insertWidget(2, self._strip)
        if self._strip is not None:
            self._strip.set_walk(walk if is_shown else Walk())
            self._strip.set_current(photo)
            self._strip.setVisible(is_shown)

    @Slot(object)
    def _show_target(self, target: int | None) -> None:
        self.scores.set_target(target)
        self.scores.set_following(is_following=self._session.is_following)

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

    def _draw(self) -> None:
        """Turns subject and overlays into panes and a legend."""
        self._coloring.discard()
        subject = self._session.subject
        if subject.image is None:
            self.viewer.set_panes(())
            self.legend.show_text("")
            return
        seen = None if subject.prepared is None else subject.prepared.seen
        photo = Pane(subject.image.pixels, seen)
        overlays = self._session.shown.overlays
        if not overlays:
            self.viewer.set_panes([photo])
            self.legend.show_text(_seen_words(subject))
        elif overlays[0].classes is not None:
            self._draw_classes(photo, overlays[0])
        else:
            self._draw_maps(photo, overlays)

    def _draw_maps(self, photo: Pane, overlays: tuple[Overlay, ...]) -> None:
        panes, legend = map_panes(photo, overlays, self._color_map, self._scale)
        self._coloring.start(once(partial(painted, panes, self._look)))
        self.legend.show_map(legend)

    def _draw_classes(self, photo: Pane, overlay: Overlay) -> None:
        classes = overlay.classes
        prediction = self._session.subject.prediction
        assert classes is not None
        assert prediction is not None
        slots, keys = class_slots(classes, prediction.labels)
        self.viewer.set_panes([replace(photo, class_map=ClassMap(slots, classes.grid))])
        still = f"clear: still {prediction.labels[classes.reference]}"
        self.legend.show_map(
            MapLegend(
                title="Predicted class while a place is covered",
                badge=overlay.badge,
                tone=overlay.tone,
                meaning=still,
                keys=keys,
            )
        )

    # ---- the pointer

    def _on_pressed(self, pixel: Pixel, modifiers: Qt.KeyboardModifier) -> None:
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
        subject = self._session.subject
        if subject.image is None:
            return ""
        overlays = self._session.shown.overlays
        maps = [o.heatmap for o in overlays if o.heatmap is not None]
        if maps and maps[0].quantity is Quantity.ACTIVATION:
            return cell_words(maps, pixel, self.viewer.active_pane)
        height, width = subject.image.size
        row, col = int(pixel.row), int(pixel.col)
        if not (0 <= row < height and 0 <= col < width):
            return ""
        place = f"row {row}, column {col}"
        values = [value for m in maps if (value := m.value_at(pixel)) is not None]
        if len(values) == 1:
            is_drop = maps[0].is_difference
            words = f"drop {signed(values[0])}" if is_drop else fixed(values[0])
            return facts(place, words)
        if values:
            letters = zip("AB", values, strict=False)
            return facts(place, *(f"{n} {fixed(v)}" for n, v in letters))
        for patch in self._session.shown.patches:
            if patch.fill is not None and patch.box.contains(pixel):
                return facts(place, f"RGB {' '.join(map(str, patch.fill))} (covered)")
        red, green, blue = subject.image.pixels[row, col]
        return facts(place, f"RGB {red} {green} {blue}")


def _seen_words(subject: Subject) -> str:
    """What the dashed box is."""
    if subject.prepared is None:
        return ""
    seen, size = subject.prepared.seen, subject.prepared.size
    part = f"{round(seen.height)} × {round(seen.width)} px"
    scaled = f"scaled to {size.height} × {size.width}"
    return f"Dashed: the part the network sees, {part}, {scaled}"
