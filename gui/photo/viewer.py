"""The photo, largest thing in the window: one or two linked panes.

`Sight` keeps where one looks, `Pointer` turns what the hand does into places of the
photo, `PaneView` paints.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.photo.hand_key import HandKey
from gui.photo.keys import ViewerKeys
from gui.photo.pane import Pane, Patch, arrangements
from gui.photo.pane_view import PaneView
from gui.photo.pointer import Pointer
from gui.photo.sight import Sight
from gui.photo.zoom import ZoomPill
from gui.widgets.drop import DropZone, FocusRing
from inference.geometry import Pixel

GAP = 12  # px between two panes
STEP = 1.25  # of one zoom step
LEAST = 120  # px of height, while a message tells its details
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ImageViewer(QWidget):
    """Shows one or two photos with their maps and patches.

    Signals:
        pressed: place of the photo (`Pixel`) and keyboard modifiers, left button.
        dragged: where the pressed pointer is now; may lie outside the photo.
        released: where it was let go.
        hovered: place under the pointer, or None.
        nudged: rows and columns an arrow key asks the patch to move.
        menu_requested: place of the photo, or None, and the position on the screen.
        zoom_changed: device pixels per photo pixel.
        map_toggled: the key O was tapped.
        open_clicked: *Open photo…* of the empty viewer.
    """

    pressed = Signal(object, object)
    dragged = Signal(object)
    released = Signal(object)
    hovered = Signal(object)
    nudged = Signal(int, int)
    menu_requested = Signal(object, object)
    zoom_changed = Signal(float)
    map_toggled = Signal()
    open_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(320, LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photo"))
        self._views = (PaneView(self), PaneView(self))
        self._panes: tuple[Pane, ...] = ()
        self._patches: tuple[Patch, ...] = ()
        self._marks: tuple[Patch, ...] = ()
        self._sight = Sight(self._views)
        self.active_pane = 0  # under the pointer
        self._lent = 0  # px of height, to messages
        self._empty = DropZone(self)
        self._empty.open_clicked.connect(self.open_clicked)
        self._pill = ZoomPill(self)
        self._pill.fit_clicked.connect(self.fit)
        self._pill.actual_clicked.connect(self.one_to_one)
        self._ring = FocusRing(self)
        self._keys = ViewerKeys(self)
        self._keys.peeked.connect(self._on_peek)
        self._keys.map_toggled.connect(self.map_toggled)
        self._hand = HandKey(self)
        self._hand.hand_changed.connect(self._on_hand)
        self._keys.nudged.connect(self.nudged)
        self._watch_pointer()
        self._arrange()

    def _watch_pointer(self) -> None:
        self._pointer = Pointer(self._views, self)
        self._pointer.pressed.connect(self.pressed)
        self._pointer.dragged.connect(self.dragged)
        self._pointer.released.connect(self.released)
        self._pointer.hovered.connect(self._on_hovered)
        self._pointer.menu_requested.connect(self.menu_requested)
        self._pointer.panned.connect(self._pan)
        self._pointer.turned.connect(self._turn)
        self._pointer.fit_wanted.connect(self.fit)
        self.zoom_changed.connect(self._pointer.hover_again)

    # ---- what is shown

    def set_panes(self, panes: Sequence[Pane]) -> None:
        """Shows no, one or two photos; another photo size is fitted anew."""
        sizes = [pane.pixels.shape[:2] for pane in panes]
        if sizes != [pane.pixels.shape[:2] for pane in self._panes]:
            self._sight.fit()
        self._panes = tuple(panes[:2])
        for place, view in enumerate(self._views):
            shown = self._panes[place] if place < len(self._panes) else None
            view.is_other = shown is not None and shown.pixels is not panes[0].pixels
            view.set_pane(shown)
        self._lay_patches()
        self._arrange()

    def set_map_visible(self, *, is_visible: bool) -> None:
        """Shows or hides the maps."""
        for view in self._views:
            view.set_map_visible(is_visible=is_visible)

    def set_patches(
        self, patches: Sequence[Patch], marks: Sequence[Patch] = ()
    ) -> None:
        """Shows covered places, and below them the marked ones."""
        self._patches, self._marks = tuple(patches), tuple(marks)
        self._keys.takes_arrows = bool(patches)
        self._lay_patches()
        self._pointer.hover_again()

    def _lay_patches(self) -> None:
        """Shows them on every pane but that of another photo, or (marks) a kept map."""
        for view in self._views:
            marks = () if view.pane is None or view.pane.is_kept else self._marks
            view.set_patches(() if view.is_other else (*marks, *self._patches))

    def set_clickable(self, *, is_clickable: bool) -> None:
        """Says by the pointer's shape whether a click means something."""
        self._pointer.set_clickable(is_clickable=is_clickable)

    def set_dimmed(self, *, is_dimmed: bool) -> None:
        """Lets the photo fade while the next subject is being opened."""
        for view in self._views:
            view.set_dimmed(is_dimmed=is_dimmed)

    def peek(self, *, is_on: bool) -> None:
        """Shows the photo without map and patches, for as long as a key is held."""
        for view in self._views:
            view.set_bare(is_bare=is_on)

    # ---- where one looks

    @property
    def scale(self) -> float:
        """Device pixels per photo pixel of the first pane."""
        return self._views[0].scale * self.devicePixelRatioF()

    @property
    def is_fitted(self) -> bool:
        """Whether the photo follows the size of the viewer."""
        return self._sight.is_fitted

    def set_lent(self, height: int) -> None:
        """Says what of its height [px] messages have for a while: no zoom changes."""
        if height != self._lent:
            self._lent = height
            self._arrange()

    def fit(self) -> None:
        """Shows the whole photo."""
        self._sight.fit()
        self._place()

    def fit_seen(self) -> None:
        """Shows the part of the photo that the network sees, as large as it fits."""
        self._sight.fit(to_seen=True)
        self._place()

    def one_to_one(self) -> None:
        """Shows one photo pixel on one pixel of the screen."""
        self._zoom_to(1 / self.devicePixelRatioF())

    def zoom_in(self) -> None:
        """Enlarges by one step about the middle."""
        self._zoom_to(self._views[0].scale * STEP)

    def zoom_out(self) -> None:
        """Reduces by one step about the middle."""
        self._zoom_to(self._views[0].scale / STEP)

    def _zoom_to(self, scale: float) -> None:
        if self._panes:
            self._sight.zoom_to(scale, self._views[0])
            self._place()

    def _place(self) -> None:
        """Puts the photos where one looks."""
        self._sight.place(len(self._panes))
        self._pill.show_zoom(self.scale, is_fitted=self.is_fitted)
        self._move_pill()
        self.zoom_changed.emit(self.scale)

    def _arrange(self) -> None:
        """Gives the panes their rooms: beside or above, whichever draws larger."""
        count = len(self._panes)
        self._empty.setVisible(count == 0)
        self._empty.setGeometry(self.rect())
        self._pill.setVisible(count > 0)
        self._ring.setGeometry(self.rect())
        for view in self._views[count:]:
            view.hide()
        if count == 0:
            return
        best = max(arrangements(self._whole(), count), key=self._drawn_size)
        for view, room in zip(self._views, best, strict=False):
            view.setGeometry(room)
            view.show()
        for part in (self._pill, self._ring):
            part.raise_()
        self._place()

    def _whole(self) -> QRect:
        """What the panes share: with what is lent they stand out above and below."""
        above = self._lent // 2
        return self.rect().adjusted(0, -above, 0, self._lent - above)

    def _drawn_size(self, rooms: list[QRect]) -> float:
        scales = []
        for view, room in zip(self._views, rooms, strict=False):
            view.resize(room.size())
            scales.append(view.fitting_scale())
        return min(scales)

    def _move_pill(self) -> None:
        self._pill.adjustSize()
        margin = GAP
        self._pill.move(
            self.width() - self._pill.width() - margin,
            self.height() - self._pill.height() - margin,
        )
        for view in self._views:
            taken = self._pill.geometry().translated(-view.pos())
            view.set_taken(QRectF(taken))

    # ---- pointer and keys

    @Slot(object, float, object)
    def _turn(self, view: PaneView, notches: float, position: QPointF) -> None:
        if self._panes:
            scale = self._views[0].scale * STEP**notches
            self._sight.zoom_to(scale, view, position)
            self._place()

    @Slot(object, object, object)
    def _pan(self, view: PaneView, held: QPointF, position: QPointF) -> None:
        self._sight.pan(view, held, position)
        self._place()

    @Slot(object, object)
    def _on_hovered(self, view: PaneView, pixel: Pixel | None) -> None:
        self.active_pane = self._views.index(view)
        self._hand.note_pointer(is_over=pixel is not None)
        self.hovered.emit(pixel)

    @Slot(bool)
    def _on_peek(self, is_held: object) -> None:
        self.peek(is_on=bool(is_held))

    @Slot(bool)
    def _on_hand(self, is_held: object) -> None:
        self._pointer.set_panning(is_panning=bool(is_held))

    # ---- frame and files

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.setVisible(event.reason() in _BY_KEY)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring.hide()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        self.hovered.emit(None)
        super().hideEvent(event)
