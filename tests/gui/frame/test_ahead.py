"""First visits and first failures read no file where the window is drawn."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui
ROOT = Path(__file__).resolve().parents[3]
VISITS = """
import json, os, sys, threading
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gui.app import open_window
from gui.panels import TABS
from tests.gui.driving import Driver, end_work

app = QApplication([])
window = open_window(app, [])
user = Driver(window)
user.wait_opened()
seen = []

def listen(event, facts):
    is_here = threading.current_thread() is threading.main_thread()
    if is_here and event in ("open", "subprocess.Popen", "os.posix_spawn"):
        seen.append(f"{event} {facts[0]}")

sys.addaudithook(listen)
for place in range(len(TABS)):
    window.tabs.show_tab(place)
window.tabs.show_preprocessing()
user.drop(Path(sys.argv[1]))
user.wait(lambda: "Model" in window.messages.sources, "a refusal")
print(json.dumps(seen))
sys.stdout.flush()
os._exit(0)
"""


def test_first_visits_and_failures_read_no_file_on_the_gui_thread(tmp_path):
    bad = tmp_path / "bad.onnx"
    bad.write_bytes(b"no model")
    home = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", VISITS, bad],
        cwd=ROOT,
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
