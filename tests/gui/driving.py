"""Drives the real window: `main()` runs, a script clicks in image coordinates."""

import os
import sys
import time

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import main
from gui.frame.window import MainWindow


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
        lanes = self.window.lanes._lanes
        self.wait(lambda: not any(lane._thread for lane in lanes), "idle lanes")

    @property
    def view(self):
        return self.window.canvas.viewer._views[0]

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

    def part(self, kind, name):
        """The control of the tab in front that has this accessible name."""
        parts = self.window.tabs.current.findChildren(kind)
        (found,) = [part for part in parts if part.accessibleName() == name]
        return found

    def press(self, name):
        """Clicks a button of the tab in front."""
        QTest.mouseClick(self.part(QPushButton, name), Qt.MouseButton.LeftButton)

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier, widget=None):
        QTest.keyClick(widget or self.window.canvas.viewer, key, modifiers)


def end_work(window, seconds=60):
    """Leaves all work and waits for its end: torch may be loading, which takes long."""
    window.lanes.close()
    end = time.monotonic() + seconds
    while window.lanes.are_working and time.monotonic() < end:
        QTest.qWait(5)


def place_of(session):
    """Which photo of the walk is looked at, from 0."""
    return session.walk.place(session.subject.request.photo)


def drive(monkeypatch, arguments, script):
    """Runs `main()` with arguments; when the window stands, the script runs."""
    failures = []

    def no_exit(_code):
        raise AssertionError("work outlived the window")

    monkeypatch.setattr(os, "_exit", no_exit)  # the tests would end with the window

    others = {w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)}

    def start():
        windows = {
            w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)
        }
        try:
            (window,) = windows - others
            script(Driver(window))
        except BaseException as error:  # noqa: BLE001 - told below, after the loop
            failures.append(error)
        for window in windows:
            end_work(window)
            window.close()
            window.deleteLater()
        if not windows:  # nothing that ends the loop by closing
            QApplication.exit(1)

    monkeypatch.setattr(sys, "argv", ["netgaze", *map(str, arguments)])
    QTimer.singleShot(0, start)
    code = main.main()
    if failures:
        raise failures[0]
    return code
