"""What was changed outlives a program that is killed."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gui.settings import load, settings_file

pytestmark = pytest.mark.gui
ROOT = Path(__file__).resolve().parents[2]

CHANGING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
import main
app = QApplication(["netgaze"])
def change():
    (window,) = [w for w in app.topLevelWidgets() if hasattr(w, "session")]
    if window.session.subject.prediction is None:
        return QTimer.singleShot(20, change)
    (dark,) = [a for a in window.findChildren(QAction) if a.text() == "Dark"]
    dark.trigger()
    window.resize(1500, 950)
    print("changed", flush=True)
QTimer.singleShot(0, change)
sys.exit(main.main())
"""


def written(file):
    return file.read_bytes() if file.exists() else b""


def test_a_program_that_is_killed_has_saved_what_was_changed(qtbot, tmp_path):
    photo = tmp_path / "photo.png"
    Image.fromarray(np.zeros((20, 30, 3), np.uint8)).save(photo)
    file = Path(settings_file().fileName())
    program = subprocess.Popen(
        [sys.executable, "-c", CHANGING, str(photo)],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(file.parents[1])},
        stdout=subprocess.PIPE,
    )
    try:
        assert program.stdout.readline() == b"changed\n"
        wanted = (b"photo.png", b"dark", b"window_geometry")
        qtbot.waitUntil(
            lambda: all(word in written(file) for word in wanted), timeout=10_000
        )
    finally:
        program.kill()
        program.communicate()
    found = load()
    assert found.recent_photos == (str(photo),)
    assert found.theme == "dark"
    assert found.window_geometry
