"""The keys of the viewer that mean something while they are held."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

PEEK = 0.35  # seconds; a shorter press of O switches the map instead
_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ViewerKeys(QObject):
    """Watches the keys of a widget.

    Signals:
        peeked: O is held down, or let go.
        map_toggled: O was tapped.
        nudged: rows and columns an arrow key asks the patch to move.
    """

    peeked = Signal(bool)
    map_toggled = Signal()
    nudged = Signal(int, int)

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.takes_arrows = False  # else they walk through the photos
        self._peek_since = 0.0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._let_go()
        if not isinstance(event, QKeyEvent) or not self._is_ours(event):
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:  # before the shortcuts of the menus
                event.accept()
            case QEvent.Type.KeyPress:
                self._on_press(event)
            case QEvent.Type.KeyRelease:
                self._on_release(event)
        return True

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.KeyRelease:
            return event.key() == Qt.Key.Key_O
        if event.modifiers() & ~_SHIFT:
            return False
        if event.key() in _ARROWS:
            return self.takes_arrows
        return event.key() == Qt.Key.Key_O

    def _on_press(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            by = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            rows, cols = _ARROWS[Qt.Key(event.key())]
            self.nudged.emit(rows * by, cols * by)
        elif not event.isAutoRepeat():
            self._peek_since = time.monotonic()
            self.peeked.emit(True)

    def _on_release(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and self._peek_since:
            is_tap = time.monotonic() - self._peek_since < PEEK
            self._let_go()
            if is_tap:
                self.map_toggled.emit()

    def _let_go(self) -> None:
        if self._peek_since:
            self._peek_since = 0.0
            self.peeked.emit(False)
