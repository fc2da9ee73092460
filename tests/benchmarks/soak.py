"""A soak: thousands of random actions on the real window, to see whether it holds.

`python -m tests.benchmarks.soak [--actions 5000] [--seed N]` runs the window in a
process of its own, so that a crash is seen; each action is one of `soak_hand`. It fails

* when the process dies, or one action keeps the window from answering for a minute;
* when a mistake of ours was reported, an exception was lost or Qt complained;
* when resident memory at rest grew by 20 MB between the second and the last quarter.
  A long run first sees every page and begins what it offers: chance came to some of
  them late, and what is made once is no growth.
  Answers that the window keeps, 512 MB at most, are no growth: they are taken off. A
  tiny model is open at rest: while a model is open, ONNX Runtime keeps what its largest
  batch took, of the demo 46 to 115 MB after a map and none before. A run of fewer than
  `LEAST_ACTIONS` is too short to tell.

Chance decides what is done, threads when it is answered: a seed repeats the first, and
the second nearly. The last actions are printed when it fails.
"""

import main as program

if __name__ == "__main__":
    program.share_heap()

import argparse
import faulthandler
import gc
import logging
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSettings, QThread, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from gui import app
from gui.frame.window import MainWindow
from gui.heap import give_back
from gui.widgets import dialogs
from inference.bundled import DEMO_PHOTO
from tests.benchmarks.soak_files import gather
from tests.benchmarks.soak_hand import Choosers, Hand

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
FROZEN = 60  # seconds without an answer
IDLE = 120  # seconds of work that a rest waits for,
QUIET_IDLE = 10  # and of quiet work, which nobody can stop
RESTS = 10  # looks at the memory in each quarter
MOST_GROWTH = 20.0  # MB
LEAST_ACTIONS = 800
PAUSES = (0, 0, 0, 1, 5, 20, 100)  # ms between two actions
EXPECTED = ("This plugin does not support",)  # Qt, offscreen
TOLD = 60  # lines of the trace


class Faults(logging.Handler):
    """Gathers what must not happen: mistakes of ours and complaints of Qt."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: dict[str, int] = {}  # words, and how often
        for ours in ("gui", "inference"):
            logging.getLogger(ours).addHandler(self)
        sys.unraisablehook = lambda lost: self.add(
            "".join(traceback.format_exception(lost.exc_value))
        )
        qInstallMessageHandler(self._on_qt)

    def add(self, words: str) -> None:
        """Notes a fault; the same one is counted."""
        print(f"FAULT {words.splitlines()[-1]!a}")  # where it stands in the trace
        self.found[words] = self.found.get(words, 0) + 1

    def emit(self, record: logging.LogRecord) -> None:
        self.add(self.format(record))

    def _on_qt(self, kind: QtMsgType, _context: object, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not words.startswith(EXPECTED):
            self.add(f"Qt: {words}")


class Soak:
    """Plays actions as timers of the event loop, so that nothing waits inside an event.

    The next one is planned before an action is done: an open menu is a loop of its own.
    """

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self._count = options.actions
        self._is_long = options.actions >= LEAST_ACTIONS
        self._dice = random.Random(options.seed)
        self._files = gather(folder, options.shared, options.largest)
        self._faults = Faults()
        self._memory: list[list[float]] = [[], [], [], []]  # MB at rest, by quarter
        self._number = 0
        self._level = 0  # of event loops, where an action began
        self._rests_since = 0.0  # by time.monotonic
        self._next: Callable[[], None] = self._act
        self._clock = QTimer(singleShot=True)  # one for all: PySide keeps a bit of each
        self._clock.timeout.connect(lambda: self._next())

    @property
    def faults(self) -> list[str]:
        """What went wrong, in words."""
        found = [f"{n} × {words}" for words, n in self._faults.found.items()]
        if self._is_long and self._growth > MOST_GROWTH:
            found.append(f"memory at rest grew by {self._growth:.1f} MB")
        return found

    def begin(self) -> None:
        """Takes the window that has just opened in hand."""
        tops = QApplication.topLevelWidgets()
        (self._window,) = (top for top in tops if isinstance(top, MainWindow))
        self._hand = Hand(self._window, self._files, self._dice)
        dialogs.QFileDialog = Choosers(self._files, self._dice)
        for leaving in ("Quit", "Language"):  # the latter goes on in another window
            self._action(leaving).setEnabled(False)
        self._tour = self._hand.tour() if self._is_long else iter(())
        self._look_around()

    def _look_around(self) -> None:
        """Takes the tour; what each step begins is waited for."""
        if not self._window.lanes.are_working:
            try:
                next(self._tour)
            except StopIteration:
                self._act()
                return
        self._later(50, self._look_around)

    def _act(self) -> None:
        if self._hand.is_busy and not self._is_menu_waiting:
            self._clock.start(5)
            return
        number, self._number = self._number, self._number + 1
        if number == self._count:
            self._finish()
            return
        per_rest = self._count // (4 * RESTS)
        is_due = self._is_long and number % per_rest == per_rest - 1
        self._later(self._dice.choice(PAUSES), self._rest if is_due else self._act)
        self._level = QThread.currentThread().loopLevel()
        self._hand.act()

    @property
    def _is_menu_waiting(self) -> bool:
        """Whether an action lasts because it opened a menu, which is a loop."""
        return QThread.currentThread().loopLevel() > self._level

    def _finish(self) -> None:
        """Tells how it was, then closes; the window may end the process hard."""
        faulthandler.cancel_dump_traceback_later()
        self._report()
        sys.stdout.flush()
        if self.faults:
            print(*self.faults, sep="\n\n", flush=True)  # behind the trace
            os._exit(2)
        self._window.close()

    def _rest(self) -> None:
        """Opens a tiny model, and waits until all is done."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            self._later(0, self._rest)
            return
        self._rests_since = time.monotonic()
        for work in self._window.lanes.running:  # one may never end by itself
            self._window.lanes.stop(work)
        self._window.opening.open_files([self._files.resting, DEMO_PHOTO])
        self._window.tabs.show_tab(0)
        self._later(50, self._settle)

    def _settle(self) -> None:
        lanes, rested = self._window.lanes, time.monotonic() - self._rests_since
        if lanes.are_working and rested < (IDLE if lanes.running else QUIET_IDLE):
            self._later(50, self._settle)
        else:
            gc.collect()
            self._later(50, self._look)

    def _look(self) -> None:
        gc.collect()
        give_back()  # as the window does soon after a change
        quarter = min(4 * (self._number - 1) // self._count, 3)
        self._memory[quarter].append(_resident() - self._window.answers.size / 1e6)
        self._act()

    def _later(self, pause: int, step: Callable[[], None]) -> None:
        faulthandler.dump_traceback_later(FROZEN, exit=True)
        self._next = step
        self._clock.start(pause)

    def _action(self, words: str) -> QAction:
        actions = self._window.findChildren(QAction)
        return next(action for action in actions if action.text() == words)

    def _report(self) -> None:
        """Prints the memory at rest, without the answers that are kept."""
        if not self._is_long:
            return
        for number, looks in enumerate(self._memory, 1):
            if looks:
                listed = " ".join(f"{value:.0f}" for value in looks)
                print(f"quarter {number}: {np.median(looks):.0f} MB; {listed}")
        print(f"from the second to the last quarter: {self._growth:+.1f} MB")

    @property
    def _growth(self) -> float:
        second, last = self._memory[1], self._memory[3]
        return float(np.median(last) - np.median(second)) if second and last else 0.0


def _resident() -> float:
    """Memory of this process in MB; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _run_inside(options: argparse.Namespace) -> int:
    """The process that is soaked."""
    faulthandler.enable(os.fdopen(os.dup(2), "w"))  # the window silences its own
    with tempfile.TemporaryDirectory() as folder:
        for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, folder)
        soak = Soak(options, Path(folder))
        QApplication([sys.argv[0]])
        QTimer.singleShot(0, soak.begin)
        app.run([])
    print(*soak.faults, sep="\n\n", file=sys.stderr)
    return 2 if soak.faults else 0


def _run_outside(options: argparse.Namespace) -> int:
    """Starts the soak in a process with settings of its own, and tells how it ended."""
    print(f"seed {options.seed}, {options.actions} actions", flush=True)
    words = [sys.executable, "-m", "tests.benchmarks.soak", *sys.argv[1:]]
    with tempfile.TemporaryDirectory() as home:
        own = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
        own |= {"XDG_CACHE_HOME": home, "HOME": home}
        words += ["--inside", "--seed", str(options.seed)]
        trace = Path(home) / "trace"
        with trace.open("w") as file:
            ended = subprocess.run(
                words, cwd=ROOT, env=own, stdout=file, check=False
            ).returncode
        lines = trace.read_text().splitlines()
    print(*lines[-TOLD if ended else -6 :], sep="\n")
    print(f"ended with {ended}" if ended else "it held")
    return ended and 1


def main() -> int:
    """Soaks the window; returns 0 if it held."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--actions", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--largest", type=int, default=10**8, help="bytes of a file")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.shared.is_dir():
        options.shared = None
    return _run_inside(options) if options.inside else _run_outside(options)


if __name__ == "__main__":
    sys.exit(main())
