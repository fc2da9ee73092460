"""What was let go goes back to the system."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOLES = """
import main
main.share_heap()
from PySide6.QtCore import QCoreApplication, QTimer
from gui.heap import Heap
from gui.jobs import Lanes
from gui.opened import Subject

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1])

app = QCoreApplication([])
lanes = Lanes()
heap = Heap(lanes)
pieces = [bytes(100_000) for _ in range(2000)]
del pieces[::2], pieces[:-1]
kept = resident()
heap.give_back_soon(Subject())
lanes.ended.connect(lambda lane, ending: app.quit())
QTimer.singleShot(30_000, app.quit)
app.exec()
print(kept, resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of glibc")
def test_what_is_freed_between_what_is_kept_is_given_back():
    told = subprocess.run(
        [sys.executable, "-c", HOLES],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    kept, after = map(int, told.split())
    assert after < kept / 2
