"""What press, drag, wheel and hover mean over the panes of the viewer."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.photo.pane_view import PaneView

NOTCH = 120  # of a wheel, in the unit of Qt


class Pointer(QObject):
    """Watches the pointer over panes and says what it wants, in places of the photo.

    Signals:
        pressed: place of the photo (`Pixel`) and keyboard modifiers, left button.
        dragged: where the pressed pointer is now; may lie outside the photo.
        released: where it was let go.
        hovered: the pane and the place under the pointer, or None.
        menu_requested: place of the photo, or None, and the position on the screen.
        panned: the pane, and the position that is to move to another.
        turned: the pane, by how many notches the wheel went, and where.
        fit_wanted: beside the photo was double-clicked.
    """

    pressed = Signal(object, object)
    dragged = Signal(object)
    released = Signal(object)
    hovered = Signal(object, object)
    menu_requested = Signal(object, object)
    panned = Signal(object, object, object)
    turned = Signal(object, float, object)
    fit_wanted = Signal()

    def __init__(self, views: tuple[PaneView, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._views, self._viewer = views, parent
        self._clickable = False
        self._pans = False  # the left button, as long as Space is held
        self._hand: QPointF | None = None  # where panning took hold
        self._press_view: PaneView | None = None
        self._over: tuple[PaneView, QPointF] | None = None  # where it rests
        for view in views:
            view.installEventFilter(self)

    def set_clickable(self, *, is_clickable: bool) -> None:
        """Says by the pointer's shape whether a click means something."""
        self._clickable = is_clickable

    def set_panning(self, *, is_panning: bool) -> None:
        """Lets the left button move the photo."""
        self._pans = is_panning
        for view in self._views:
            self._shape(view, QPointF(view.mapFromGlobal(view.cursor().pos())))

    @Slot()
    def hover_again(self) -> None:
        """Says anew what lies under the resting pointer: something else may."""
        if self._over is not None:
            self._hover(*self._over)

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
            self._over = None
            self.hovered.emit(watched, None)
        else:
            return False
        return True

    def _on_wheel(self, view: PaneView, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / NOTCH
        if notches:
            self.turned.emit(view, notches, event.position())
            self._hover(view, event.position())

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
                    self.fit_wanted.emit()

    def _on_press(self, view: PaneView, event: QMouseEvent) -> None:
        self._viewer.setFocus(Qt.FocusReason.MouseFocusReason)
        is_left = event.button() is Qt.MouseButton.LeftButton
        pixel = view.pixel_at(event.position())
        if event.button() is Qt.MouseButton.MiddleButton or (is_left and self._pans):
            self._hand = event.position()
        elif is_left and view.contains(pixel) and not view.is_other:
            self._press_view = view
            self.pressed.emit(pixel, event.modifiers())
        self._shape(view, event.position())

    def _on_move(self, view: PaneView, event: QMouseEvent) -> None:
        if self._hand is not None:
            held, self._hand = self._hand, event.position()
            self.panned.emit(view, held, event.position())
        elif self._press_view is view:
            self.dragged.emit(view.pixel_at(event.position()))
        self._hover(view, event.position())
        self._shape(view, event.position())

    def _on_release(self, view: PaneView, event: QMouseEvent) -> None:
        if self._hand is not None:
            self._hand = None
        elif self._press_view is view and event.button() is Qt.MouseButton.LeftButton:
            self._press_view = None
            self.released.emit(view.pixel_at(event.position()))
        self._shape(view, event.position())

    def _hover(self, view: PaneView, position: QPointF) -> None:
        self._over = view, position
        pixel = view.pixel_at(position)
        self.hovered.emit(view, pixel if view.contains(pixel) else None)

    def _shape(self, view: PaneView, position: QPointF) -> None:
        seen = view.pane.seen if view.pane is not None else None
        if self._hand is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._pans:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._clickable and seen and seen.contains(view.pixel_at(position)):
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        view.setCursor(shape)
