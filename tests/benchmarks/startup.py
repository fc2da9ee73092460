"""How long the window takes to be usable, against bare Python with the same imports.

`python -m tests.benchmarks.startup [ROUNDS]` runs both in turn, in fresh processes, and
prints the ratio of the medians; at most 2 is wanted. Usable: the bundled demo stands in
the window, classified, and everything was painted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # for the bare process, too
BARE = "import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets"
BARE += ", numpy, onnx, onnxruntime"

WINDOW = """
import os, sys
sys.argv = ["netgaze"]
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
app = QApplication(sys.argv)
app.setQuitOnLastWindowClosed(False)
from gui import app as program
opened = program.open_window

def open_window(*arguments):
    window = opened(*arguments)
    def leave(subject):
        window.repaint()
        os._exit(0 if subject.prediction is not None else 1)
    window.session.subject_changed.connect(leave)
    return window

program.open_window = open_window
program.run([])
"""


def seconds(code: str, cache: str) -> float:
    """Runs code in a fresh interpreter and returns how long that took.

    Compiled modules are kept in `cache`, as an installed program has them.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "."}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = cache
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


def main() -> int:
    """Prints both medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as cache:
        for code in (BARE, WINDOW):  # compiles, and warms the disk's cache
            seconds(code, cache)
        bare, window = zip(
            *((seconds(BARE, cache), seconds(WINDOW, cache)) for _ in range(rounds)),
            strict=True,
        )
    middle, whole = statistics.median(bare), statistics.median(window)
    least = min(window) / min(bare)
    print(f"bare imports        {middle:6.2f} s  (best {min(bare):.2f})")
    print(f"window with demo    {whole:6.2f} s  (best {min(window):.2f})")
    print(f"ratio               {whole / middle:6.2f}    (of the best {least:.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
