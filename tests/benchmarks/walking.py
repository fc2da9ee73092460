"""How long a step among very many photos keeps the GUI thread.

`python -m tests.benchmarks.walking` makes a folder of 100,000 photos (links to one),
walks through it in the real window with the strip open, and prints the longest stretch
without a look at events: in time of the clock, and in time of that thread alone, which
other work on the machine does not lengthen.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.frame.window import MainWindow
from gui.jobs import Lanes
from gui.opened import Request
from gui.session import Session
from gui.settings import Settings
from gui.theme import apply_theme
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from tests.gui.driving import Driver

PHOTOS = 100_000
STEPS = 30


def fill(folder: Path) -> Path:
    """Fills a folder with photos and returns the first."""
    first = folder / "p000000.jpg"
    first.write_bytes(DEMO_PHOTO.read_bytes())
    for number in range(1, PHOTOS):
        (folder / f"p{number:06}.jpg").symlink_to(first)
    return first


class Stretches:
    """The longest time that the GUI thread gave to one thing."""

    def __init__(self) -> None:
        self.clock = self.own = 0.0  # seconds

    def of(self, act: Callable[[], object]) -> None:
        """Does something and takes its time."""
        clock, own = time.perf_counter(), time.thread_time()
        act()
        self.clock = max(self.clock, time.perf_counter() - clock)
        self.own = max(self.own, time.thread_time() - own)

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Looks at events until something is there."""
        while not is_there():
            self.of(QApplication.processEvents)
            time.sleep(0.0005)

    def tell(self, what: str) -> None:
        """Prints them."""
        print(f"{what}: {1000 * self.own:.1f} ms own, {1000 * self.clock:.1f} ms clock")


def main() -> int:
    """Prints the numbers."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        first = fill(Path(name))
        window = MainWindow(Settings(shows_strip=True), Session(Lanes()))
        apply_theme(app)
        window.show()
        user, session = Driver(window), window.session
        session.open(Request(DEMO_MODEL, DEMO_PHOTO))
        user.wait_opened()

        listing = Stretches()
        listing.of(lambda: session.open_photo(first))
        listing.wait(lambda: len(session.walk.photos) == PHOTOS)
        listing.tell("listing the folder")

        steps = Stretches()
        for place in range(1, STEPS + 1):
            wanted = session.walk.photos[place]
            steps.of(lambda: user.key(Qt.Key.Key_Right))
            steps.wait(lambda wanted=wanted: session.subject.request.photo == wanted)
        steps.tell(f"{STEPS} steps")
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
