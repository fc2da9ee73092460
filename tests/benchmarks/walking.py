"""How long a step among very many photos keeps the window from answering.

`python -m tests.benchmarks.walking` makes a folder of 100,000 photos (links to one),
walks through it in the real window with the strip open, and prints how late the event
loop came while the folder was listed and while the arrow key was pressed.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.frame.window import MainWindow
from gui.jobs import Lanes
from gui.opened import Request
from gui.session import Session
from gui.settings import Settings
from gui.theme import apply_theme
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from tests.benchmarks.window import Delays
from tests.gui.driving import Driver

PHOTOS = 100_000
STEPS = 30
PAUSE = 60  # ms between two presses


def fill(folder: Path) -> Path:
    """Fills a folder with photos and returns the first."""
    first = folder / "p000000.jpg"
    first.write_bytes(DEMO_PHOTO.read_bytes())
    for number in range(1, PHOTOS):
        (folder / f"p{number:06}.jpg").symlink_to(first)
    return first


def main() -> int:
    """Prints the numbers."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        first = fill(Path(name))
        window = MainWindow(Settings(shows_strip=True), Session(Lanes()))
        apply_theme(app)
        window.show()
        user = Driver(window)
        window.session.open(Request(DEMO_MODEL, DEMO_PHOTO))
        user.wait_opened()

        delays = Delays()
        delays.start()
        window.session.open_photo(first)
        user.wait(lambda: len(window.session.walk.photos) == PHOTOS, "the folder")
        QTest.qWait(300)
        listed = delays.stop()
        print(f"listing: event loop at most {listed.max():.1f} ms late")

        delays = Delays()
        delays.start()
        for _ in range(STEPS):
            user.key(Qt.Key.Key_Right)
            QTest.qWait(PAUSE)
        user.wait_idle()
        late = delays.stop()
        print(f"{STEPS} steps: event loop at most {late.max():.1f} ms late")
        print(f"shown at the end: {window.session.subject.image.name}")
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
