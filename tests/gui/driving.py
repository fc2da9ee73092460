"""Drives the real window: `main()` runs, a script clicks in image coordinates."""

import gc
import os
import sys
import time

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

import main
from gui.frame.messages import MessageRow
from gui.frame.window import MainWindow
from tests.gui import finding


class Driver:
    """The hands and eyes of a script."""

    def __init__(self, window):
        self.window = window
        self.panel = window.tabs.current

    def wait(self, condition, what="", seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {what or condition}"
            QTest.qWait(5)

    def wait_opened(self):
        session = self.window.session
        self.wait(lambda: session.subject.prediction is not None, "a prediction")
        self.wait_idle()

    def wait_idle(self):
        self.wait(lambda: not self.window.lanes.are_working, "idle lanes")

    @property
    def view(self):
        return finding.panes(self.window.canvas.viewer)[0]

    def place(self, row, col):
        """Where a place of the photo lies in the viewer."""
        view = self.view
        at = view.origin + QPointF(col, row) * view.scale
        return QPoint(round(at.x()), round(at.y()))

    def click(self, row, col, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.mouseClick(
            self.view, Qt.MouseButton.LeftButton, modifiers, self.place(row, col)
        )

    def drag(self, start, end, steps=5):
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self.view, left, pos=self.place(*start))
        for step in range(1, steps + 1):
            part = step / steps
            way = [a + (b - a) * part for a, b in zip(start, end, strict=True)]
            QTest.mouseMove(self.view, self.place(*way))
            QTest.qWait(1)
        QTest.mouseRelease(self.view, left, pos=self.place(*end))

    def open_menu(self, row, col):
        """Asks for the menu of a place of the photo, as the right button does."""
        at = self.place(row, col)
        reason, where = QContextMenuEvent.Reason.Mouse, self.view.mapToGlobal(at)
        QApplication.sendEvent(self.view, QContextMenuEvent(reason, at, where))

    def drop(self, *paths):
        """Drops files on the window."""
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        facts = (
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        onto = self.window.drop_frame.parentWidget()
        QApplication.sendEvent(onto, QDragEnterEvent(QPoint(9, 9), *facts))
        QApplication.sendEvent(onto, QDropEvent(QPointF(9, 9), *facts))

    def part(self, kind, name):
        """The control of the tab in front that has this accessible name."""
        return finding.part(self.window.tabs.current, kind, name)

    def press(self, name):
        """Clicks a button of the tab in front."""
        finding.press(self.window.tabs.current, name)

    def choose(self, name, entry):
        """Takes an entry of a list of the tab in front."""
        finding.choose(self.part(QComboBox, name), entry)

    def message(self, source):
        """What the message of a source says."""
        sources = self.window.messages.sources
        rows = self.window.messages.findChildren(MessageRow)
        return rows[sources.index(source)].accessibleName()

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier, widget=None):
        QTest.keyClick(widget or self.window.canvas.viewer, key, modifiers)


def end_work(window, seconds=60):
    """Leaves all work and waits for its end: torch may be loading, which takes long."""
    window.lanes.close()
    end = time.monotonic() + seconds
    while window.lanes.are_working and time.monotonic() < end:
        QTest.qWait(5)


def let_go():
    """Frees the windows that were closed, which lie in cycles, and their style sheet.

    Under one each widget is drawn anew as it is added: to open a window takes twice as
    long as in a new process. What lives by now is frozen: to pass over the 200,000
    objects of torch and others at each window would take longer than most tests.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QApplication.instance().setStyleSheet("")
    gc.freeze()


def place_of(session):
    """Which photo of the walk is looked at, from 0."""
    return session.walk.place(session.subject.request.photo)


def close(windows):
    """Ends what windows do, and the loop."""
    for window in windows:
        end_work(window)
        window.close()
        window.deleteLater()
    if not windows:  # nothing that ends the loop by closing
        QApplication.exit(1)


def _windows():
    tops = QApplication.topLevelWidgets()
    return {top for top in tops if isinstance(top, MainWindow)}


def drive(monkeypatch, arguments, *scripts):
    """Runs `main()` with arguments; when the window stands, the script runs.

    Each further script has the window that takes the place of the one before.
    """
    let_go()
    failures = []

    def no_exit(_code):
        raise AssertionError("work outlived the window")

    monkeypatch.setattr(os, "_exit", no_exit)  # the tests would end with the window

    others, left = _windows(), list(scripts)

    def start():
        windows = _windows()
        try:
            (window,) = windows - others
            left.pop(0)(Driver(window))
        except BaseException as error:  # noqa: BLE001 - told below, after the loop
            failures.append(error)
            window.is_reopened = False
        others.update(windows)
        if left and not failures and window.is_reopened:
            go_on()
        else:
            close(windows)

    def go_on():
        QTimer.singleShot(1, start if _windows() - others else go_on)

    monkeypatch.setattr(sys, "argv", ["netgaze", *map(str, arguments)])
    QTimer.singleShot(0, start)
    code = main.main()
    others.clear()  # else `start` and `go_on`, which know each other, keep the windows
    if failures:
        raise failures[0]
    assert not left, "no window took the place of the last one"
    return code
