"""The key that lets the pointer move the photo: Space, whatever has the focus."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_TYPED = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)


class HandKey(QObject):
    """Watches Space wherever the focus is, for a widget that the pointer is over.

    Space also presses the button that has the focus. What was used last decides: the
    pointer that moved over the widget, or the keyboard. In a field, Space is typed.

    Signals:
        hand_changed: Space is held down, or let go.
    """

    hand_changed = Signal(bool)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._is_pointed = False  # the pointer moved over it since the last key
        self._is_held = False
        self._other: QWidget | None = None  # that has the focus
        owner.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def note_pointer(self, *, is_over: bool) -> None:
        """Says that the pointer moved over the widget, or left it."""
        self._is_pointed = is_over

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watches the keys of what has the focus now, in the same window."""
        if self._other is not None and isValid(self._other):  # it may have been closed
            self._other.removeEventFilter(self)
        is_ours = new is not None and new.window() is self._owner.window()
        is_other = new is not self._owner and not isinstance(new, _TYPED)
        self._other = new if is_ours and is_other else None
        if self._other is not None:
            self._other.installEventFilter(self)
        elif new is not self._owner:
            self._hold(is_held=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._on_key(event, is_other=watched is not self._owner)
        return False

    def _on_key(self, event: QKeyEvent, *, is_other: bool) -> bool:
        is_press = event.type() is QEvent.Type.KeyPress
        if event.key() != Qt.Key.Key_Space or event.modifiers():
            self._is_pointed = self._is_pointed and not is_press
            return False
        if is_other and not (self._is_pointed or self._is_held):
            return False
        if is_press:
            self._hold(is_held=True)
        elif event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._hold(is_held=False)
        return True

    def _hold(self, *, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self.hand_changed.emit(is_held)
