"""The hand of the self-test: it clicks, types and waits as a person does.

Controls are found by the words on them, in the language that the window speaks.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from gui.frame.window import MainWindow
from gui.jobs import Lane
from gui.photo.pane_view import PaneView
from gui.widgets.words import DOT
from inference.errors import InferenceError

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
LOOK = 10  # ms between two looks at the window
PATIENCE = 100.0  # seconds that one step may take

Kind = TypeVar("Kind", bound=QWidget)


class Hand:
    """Uses one window.

    Attributes:
        window: That it uses.
        folder: Where it may write.
    """

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder
        self._failures: list[BaseException] = []
        window.lanes.failed.connect(self._remember)
        window.session.open_failed.connect(self.fail)

    def fail(self, error: BaseException) -> None:
        """Something went wrong behind the window: the present step ends with it."""
        self._failures.append(error)

    def _remember(self, _lane: Lane, error: BaseException) -> None:
        self.fail(error)

    # ---- waiting

    def wait(self, is_so: Callable[[], object]) -> None:
        """Lets the window work until something is so.

        Raises:
            InferenceError: It is not so after `PATIENCE`.
            BaseException: Whatever went wrong meanwhile.
        """
        end = time.monotonic() + PATIENCE
        while not is_so():
            QTest.qWait(LOOK)
            if self._failures:
                raise self._failures.pop()
            if time.monotonic() > end:
                raise InferenceError(
                    "It had not ended after {n} seconds.", n=round(PATIENCE)
                )

    def wait_idle(self) -> None:
        """Lets all work end."""
        self.wait(lambda: not self.window.lanes.are_working)

    # ---- what is seen, and used

    def part(self, kind: type[Kind], name: str) -> Kind:
        """Returns the control in sight that has this name, on the tab in front.

        Raises:
            InferenceError: There is none.
        """
        for each in self.window.tabs.current.findChildren(kind):
            if each.isVisible() and name in _names(each):
                return each
        raise InferenceError('There is no "{name}" to be seen.', name=name)

    def reads(self, words: str) -> bool:
        """Whether these words stand on the tab in front."""
        labels = self.window.tabs.current.findChildren(QLabel)
        return any(each.isVisible() and words in each.text() for each in labels)

    def press(self, name: str) -> None:
        """Clicks a button of the tab in front, as soon as it can be clicked."""
        self.wait(lambda: self.part(QAbstractButton, name).isEnabled())
        QTest.mouseClick(self.part(QAbstractButton, name), LEFT)

    def enter(self, name: str, number: int) -> None:
        """Types a number into a field of the tab in front."""
        field = self.part(QAbstractSpinBox, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, str(number))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def click_photo(self, row: float, col: float) -> None:
        """Clicks a place of the photo, in its own pixels."""
        pane = self.window.canvas.viewer.findChildren(PaneView)[0]
        at = pane.origin + QPointF(col, row) * pane.scale
        QTest.mouseClick(pane, LEFT, NONE, at.toPoint())

    def go_to(self, number: int) -> None:
        """Brings a tab to the front, counted from 1."""
        self._press_key(Qt.Key(Qt.Key.Key_0 + number))

    def _press_key(self, key: Qt.Key) -> None:
        """Presses a key with Ctrl, over the photo."""
        self.window.activateWindow()  # without a desktop, nobody does that else
        self.wait(self.window.isActiveWindow)
        QTest.keyClick(self.window.canvas.viewer, key, CTRL)

    # ---- saving

    def export(self, name: str) -> Path:
        """Exports what the tab in front shows; returns the folder of the files."""
        folder = self.folder / name
        folder.mkdir()
        QTimer.singleShot(0, lambda: self._type(folder))
        self._press_key(Qt.Key.Key_E)
        self.wait(lambda: list(folder.iterdir()))
        self.wait_idle()
        (found,) = folder.iterdir()
        return found

    def _type(self, folder: Path) -> None:
        """Types a folder into the file chooser, as soon as it is open."""
        chooser = QApplication.activeModalWidget()
        if not isinstance(chooser, QFileDialog):
            QTimer.singleShot(LOOK, lambda: self._type(folder))
            return
        (field,) = chooser.findChildren(QLineEdit)
        field.setText(str(folder))
        QTest.keyClick(field, Qt.Key.Key_Return)


def _names(widget: QWidget) -> tuple[str, ...]:
    """Returns the accessible name, the words, and what they begin with.

    "Every pixel · 50,176" is "Every pixel", too.
    """
    shown = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName(), shown, shown.split(DOT)[0]
