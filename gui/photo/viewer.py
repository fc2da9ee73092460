"""The photo, largest thing in the window: one or two linked panes.

The viewer keeps where one looks (fitted, or a scale and a centre) and turns the pointer
into places of the photo; `PaneView` paints. Two panes share scale and centre, relative
to their own fitted size, so photos of different sizes stay side by side too.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.photo.keys import ViewerKeys
from gui.photo.pane import Pane, Patch, arrangements
from gui.photo.pane_view import PaneView
from gui.photo.zoom import ZoomPill
from gui.widgets.drop import DropZone, FocusRing
from inference.geometry import Pixel

GAP = 12  # px between two panes
STEP = 1.25  # of one zoom step
LARGEST = 64.0  # device pixels per photo pixel
CENTER = (0.5, 0.5)
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
        self.setMinimumSize(320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Photo")
        self._views = (PaneView(self), PaneView(self))
        self._panes: tuple[Pane, ...] = ()
        self._patches: tuple[Patch, ...] = ()
        self._scale: float | None = None  # of the first pane; None: fitted
        self._center = CENTER  # part of the photo in the middle: down, across
        self._clickable = False
        self._hand: QPointF | None = None  # where panning took hold
        self._space = False
        self._press_view: PaneView | None = None
        self.active_pane = 0  # under the pointer
        self._empty = DropZone(self)
        self._empty.open_clicked.connect(self.open_clicked)
        self._pill = ZoomPill(self)
        self._pill.fit_clicked.connect(self.fit)
        self._pill.actual_clicked.connect(self.one_to_one)
        self._ring = FocusRing(self)
        self._keys = ViewerKeys(self)
        self._keys.peeked.connect(self._on_peek)
        self._keys.map_toggled.connect(self.map_toggled)
        self._keys.hand_changed.connect(self._on_hand)
        self._keys.nudged.connect(self.nudged)
        for view in self._views:
            view.installEventFilter(self)
        self._arrange()

    # ---- what is shown

    def set_panes(self, panes: Sequence[Pane]) -> None:
        """Shows no, one or two photos; another photo size is fitted anew."""
        sizes = [pane.pixels.shape[:2] for pane in panes]
        if sizes != [pane.pixels.shape[:2] for pane in self._panes]:
            self._scale, self._center = None, CENTER
        self._panes = tuple(panes[:2])
        for place, view in enumerate(self._views):
            shown = self._panes[place] if place < len(self._panes) else None
            view.set_pane(shown)
            view.set_patches(self._patches)
        self._arrange()

    def set_map_visible(self, *, is_visible: bool) -> None:
        """Shows or hides the maps."""
        for view in self._views:
            view.set_map_visible(is_visible=is_visible)

    def set_patches(self, patches: Sequence[Patch]) -> None:
        """Shows covered places, on every pane."""
        self._patches = tuple(patches)
        self._keys.takes_arrows = bool(patches)
        for view in self._views:
            view.set_patches(self._patches)

    def set_clickable(self, *, is_clickable: bool) -> None:
        """Says by the pointer's shape whether a click means something."""
        self._clickable = is_clickable

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
        return self._scale is None

    def fit(self) -> None:
        """Shows the whole photo."""
        self._scale, self._center = None, CENTER
        self._place()

    def one_to_one(self) -> None:
        """Shows one photo pixel on one pixel of the screen."""
        self._zoom_to(1 / self.devicePixelRatioF(), self._views[0])

    def zoom_in(self) -> None:
        """Enlarges by one step about the middle."""
        self._zoom_to(self._views[0].scale * STEP, self._views[0])

    def zoom_out(self) -> None:
        """Reduces by one step about the middle."""
        self._zoom_to(self._views[0].scale / STEP, self._views[0])

    def _zoom_to(
        self, scale: float, view: PaneView, position: QPointF | None = None
    ) -> None:
        """Zooms the first pane to `scale`; `view` keeps its place at `position`."""
        if not self._panes:
            return
        ratio, first = self.devicePixelRatioF(), self._views[0]
        least = min(first.fitting_scale(), 1 / ratio) / 2
        scale = min(max(scale, least), LARGEST / ratio)
        middle = view.room().center()
        position = middle if position is None else position
        fixed = view.pixel_at(position)
        self._scale = scale
        own = scale * view.fitting_scale() / first.fitting_scale()
        self._look_at(view, fixed, position, own)

    def _look_at(
        self, view: PaneView, pixel: Pixel, position: QPointF, scale: float
    ) -> None:
        """Centres so that a place of the photo lies at a position of the view."""
        assert view.pane is not None
        rows, cols = view.pane.pixels.shape[:2]
        offset = (view.room().center() - position) / scale
        down = (pixel.row + offset.y()) / rows
        across = (pixel.col + offset.x()) / cols
        room = view.room()
        reach_down = 0.5 + room.height() / 2 / (rows * scale)  # never wholly out
        reach_across = 0.5 + room.width() / 2 / (cols * scale)
        self._center = (
            min(max(down, 0.5 - reach_down), 0.5 + reach_down),
            min(max(across, 0.5 - reach_across), 0.5 + reach_across),
        )
        self._place()

    def _place(self) -> None:
        """Puts the photos where scale and centre want them."""
        first = self._views[0]
        zoom = 1.0 if self._scale is None else self._scale / first.fitting_scale()
        for view in self._views[: len(self._panes)]:
            assert view.pane is not None
            rows, cols = view.pane.pixels.shape[:2]
            scale = view.fitting_scale() * zoom
            middle = QPointF(self._center[1] * cols, self._center[0] * rows)
            view.place(scale, view.room().center() - middle * scale)
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
        best = max(arrangements(self.rect(), count), key=self._drawn_size)
        for view, room in zip(self._views, best, strict=False):
            view.setGeometry(room)
            view.show()
        for part in (self._pill, self._ring):
            part.raise_()
        self._place()

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

    # ---- pointer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, PaneView):
            return False
        if isinstance(event, QWheelEvent):
            self._on_wheel(watched, event)
        elif isinstance(event, QContextMenuEvent):
            pixel = watched.pixel_at(QPointF(event.pos()))
            place = pixel if watched.contains(pixel) else None
            self.menu_requested.emit(place, event.globalPos())
        elif isinstance(event, QMouseEvent):
            self._on_mouse(watched, event)
        elif event.type() is QEvent.Type.Leave:
            self.hovered.emit(None)
        else:
            return False
        return True

    def _on_wheel(self, view: PaneView, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            scale = self._views[0].scale * STEP**notches
            self._zoom_to(scale, view, event.position())
            self._announce_hover(view, event.position())

    def _on_mouse(self, view: PaneView, event: QMouseEvent) -> None:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._on_press(view, event)
            case QEvent.Type.MouseMove:
                self._on_move(view, event)
            case QEvent.Type.MouseButtonRelease:
                self._on_release(view, event)
            case QEvent.Type.MouseButtonDblClick:
                if view.contains(view.pixel_at(event.position())):
                    self._on_press(view, event)
                else:
                    self.fit()

    def _on_press(self, view: PaneView, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        is_left = event.button() is Qt.MouseButton.LeftButton
        pans = is_left and self._space
        if event.button() is Qt.MouseButton.MiddleButton or pans:
            self._hand = event.position()
        elif is_left and view.contains(view.pixel_at(event.position())):
            self._press_view = view
            self.pressed.emit(view.pixel_at(event.position()), event.modifiers())
        self._shape_pointer(view, event.position())

    def _on_move(self, view: PaneView, event: QMouseEvent) -> None:
        if self._hand is not None:
            pixel = view.pixel_at(self._hand)
            self._scale = self._views[0].scale
            self._hand = event.position()
            self._look_at(view, pixel, event.position(), view.scale)
        elif self._press_view is view:
            self.dragged.emit(view.pixel_at(event.position()))
        self._announce_hover(view, event.position())
        self._shape_pointer(view, event.position())

    def _on_release(self, view: PaneView, event: QMouseEvent) -> None:
        if self._hand is not None:
            self._hand = None
        elif self._press_view is view and event.button() is Qt.MouseButton.LeftButton:
            self._press_view = None
            self.released.emit(view.pixel_at(event.position()))
        self._shape_pointer(view, event.position())

    def _announce_hover(self, view: PaneView, position: QPointF) -> None:
        self.active_pane = self._views.index(view)
        pixel = view.pixel_at(position)
        self.hovered.emit(pixel if view.contains(pixel) else None)

    def _shape_pointer(self, view: PaneView, position: QPointF) -> None:
        seen = view.pane.seen if view.pane is not None else None
        if self._hand is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._clickable and seen and seen.contains(view.pixel_at(position)):
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        view.setCursor(shape)

    @Slot(bool)
    def _on_peek(self, is_held: object) -> None:
        self.peek(is_on=bool(is_held))

    @Slot(bool)
    def _on_hand(self, is_held: object) -> None:
        self._space = bool(is_held)
        for view in self._views:
            self._shape_pointer(view, QPointF(view.mapFromGlobal(view.cursor().pos())))

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
