"""Runs the self-test: a line per step, and 0 if all of them went well.

The window is opened where nobody sees it, with settings of its own in a folder that
goes when the test ends. What it computes is compared with stored numbers.
"""

import faulthandler
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from gui.app import application, open_window
from gui.errors import install_excepthooks
from gui.self_test.hand import Hand
from gui.self_test.steps import STEPS, Step
from gui.self_test.verdict import Tried, judged
from inference.bundled import RESOURCES
from inference.stderr import silent_libraries

STORED = RESOURCES / "self_test" / "numbers.json"
LONGEST = 300  # s; then the process is ended from outside of Python


def run() -> int:
    """Tries everything and returns the exit code."""
    stored = json.loads(STORED.read_text("utf-8"))
    is_well = True
    for tried in trials():
        verdict = judged(tried, stored.get(tried.step.name, []))
        sys.stdout.write(f"{verdict.line}\n")
        sys.stdout.flush()
        is_well &= verdict.is_well
    return 0 if is_well else 1


def trials() -> Iterator[Tried]:
    """Opens a window and yields what came of each step."""
    with (
        silent_libraries(),
        TemporaryDirectory(prefix="netgaze ", ignore_cleanup_errors=True) as home,
        _own_folders(home),
    ):
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        yield from _trials(Path(home))
        faulthandler.cancel_dump_traceback_later()


def _trials(home: Path) -> Iterator[Tried]:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = application(())
    began = time.monotonic()
    window = open_window(app, ())
    hand = Hand(window, home)
    restore = install_excepthooks(hand.fail)
    try:
        for step in STEPS:
            yield _tried(step, hand, began)
            began = time.monotonic()
    finally:
        restore()
        window.lanes.close()
        with suppress(Exception):  # what was left under way goes before the window
            hand.wait_idle()
        window.close()


def _tried(step: Step, hand: Hand, began: float) -> Tried:
    try:
        numbers = step.act(hand)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return Tried(step, time.monotonic() - began, None, error)
    return Tried(step, time.monotonic() - began, numbers, None)


@contextmanager
def _own_folders(home: str) -> Iterator[None]:
    """Keeps what the program remembers in a folder, and tries every model."""
    former = os.environ.copy()
    os.environ.update(dict.fromkeys(("XDG_DATA_HOME", "LOCALAPPDATA"), home))
    if sys.platform == "darwin":
        os.environ["HOME"] = home
    os.environ.pop("NETGAZE_TRUST_MODELS", None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(form, scope, home)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(former)
