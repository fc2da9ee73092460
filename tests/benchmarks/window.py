"""How the window answers while it works, on a real model.

`python -m tests.benchmarks.window MODEL PHOTO` prints the delay of the event loop while
a map uses all cores, the time from Stop to the end of the work, and the time from a
move of the pointer to the numbers, beside that of one forward pass.
"""

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.frame.window import MainWindow
from gui.jobs import Lanes
from gui.opened import Request
from gui.session import Session
from gui.settings import Settings
from gui.theme import apply_theme
from tests.gui.driving import Driver

TICK = 2  # ms between two looks at the clock
FRAME = 1000 / 60  # ms


class Delays(QObject):
    """Measures how late the event loop comes to a timer, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begins to measure."""
        self._due = time.perf_counter() + TICK / 1000
        self._timer.start()

    def stop(self) -> np.ndarray:
        """Ends it and returns all delays in ms."""
        self._timer.stop()
        return np.array(self.values)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.values.append(max(now - self._due, 0.0) * 1000)
        self._due = now + TICK / 1000


def delays_of_a_map(user: Driver, seconds: float = 15.0) -> np.ndarray:
    """Runs a map for a while and returns the delays."""
    user.press("Every pixel")
    delays = Delays()
    delays.start()
    user.panel.run()
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
    assert user.panel.lens.work is not None
    return delays.stop()


def stop_delay(user: Driver) -> float:
    """Seconds from Stop to the end of the work."""
    started = time.perf_counter()
    user.panel.stop()
    user.wait(lambda: user.panel.lens.work is None)
    return time.perf_counter() - started


def forward_pass(user: Driver, rounds: int = 15) -> float:
    """Seconds of one forward pass, the median."""
    subject = user.window.session.subject
    classifier = subject.classifier
    tensor = classifier.tensor(subject.prepared.pixels)[None]
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        classifier.logits(tensor)
        taken.append(time.perf_counter() - started)
    return float(np.median(taken))


def drag_delays(user: Driver, rounds: int = 20) -> np.ndarray:
    """Seconds from each move of the held pointer until its numbers stand there."""
    seen = user.window.session.subject.prepared.seen
    row, col = seen.top + seen.height / 2, seen.left + seen.width / 3
    user.click(row, col)
    user.wait_idle()
    left, taken = Qt.MouseButton.LeftButton, []
    QTest.mousePress(user.view, left, pos=user.place(row, col))
    for step in range(1, rounds + 1):
        before = user.panel.lens.probing.answer
        place = user.place(row, col + 4 * step)
        started = time.perf_counter()
        QTest.mouseMove(user.view, place)
        while user.panel.lens.probing.answer is before:
            QApplication.processEvents()
        taken.append(time.perf_counter() - started)
    QTest.mouseRelease(user.view, left)
    return np.array(taken)


def main() -> int:
    """Prints the numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("photo", type=Path)
    asked = parser.parse_args()
    app = QApplication([])
    window = MainWindow(Settings(), Session(Lanes()))
    apply_theme(app)
    window.show()
    window.session.open(Request(asked.model, asked.photo))
    user = Driver(window)
    user.wait_opened()

    passes = forward_pass(user)
    drags = drag_delays(user)
    user.key(Qt.Key.Key_Escape)
    over = (np.median(drags) - passes) * 1000
    print(f"forward pass        {1000 * passes:7.1f} ms")
    print(
        f"pointer to numbers  {1000 * np.median(drags):7.1f} ms "
        f"= {np.median(drags) / passes:.2f} passes (+{over:.1f} ms; "
        f"wanted at most {1150 * passes + FRAME:.1f} ms)"
    )
    delays = delays_of_a_map(user)
    p50, p99 = np.percentile(delays, [50, 99])
    print(
        f"event loop, a map running: p50 {p50:.1f} ms, p99 {p99:.1f} ms, "
        f"max {delays.max():.1f} ms ({len(delays)} looks)"
    )
    print(f"Stop                {1000 * stop_delay(user):7.1f} ms")
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
