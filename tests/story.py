"""The story of the README, driven and photographed: a network that cheats is mended.

`python -m tests.story` takes the pictures. It acts as a person does: it looks where the
evidence lies, relabels what lies in the wrong folder, cuts the flower off, and trains.
The models, and what is remembered, lie in a temporary folder.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListView,
    QListWidget,
    QSpinBox,
)

from gui.frame.window import MainWindow
from gui.jobs import Lanes
from gui.opened import Request
from gui.session import Session
from gui.settings import Settings
from gui.theme import ThemeChoice, apply_theme
from gui.widgets.class_picker import ClassPicker
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from tests.gui import finding
from tests.gui.driving import Driver, end_work
from tests.gui.finding import choose
from tests.screenshots import FOLDER, USUAL, save

PHOTOS = DEMO_PHOTO.parents[1]
PLANTED = json.loads((PHOTOS.parent / "planted.json").read_text())
BELOW = 0.36  # of a photo's height; above it lies the flower
EPOCHS = 20
WRONG_LABELS, CONFIDENTLY_WRONG = range(2)  # kinds of suspects, in their order


def own_model(folder: Path) -> Path:
    """The demo's network in a folder where a new one may stand beside it."""
    return Path(shutil.copy(DEMO_MODEL, folder / DEMO_MODEL.name))


def story(user: Driver) -> Iterator[tuple[str, QImage]]:
    """Yields the five pictures with their names; the demo's network is open."""
    user.drop(PHOTOS)
    wait_for(user, "all scored")
    user.press("Page: Evidence")
    user.press("Measure")
    wait_for(user, "hamburger leans on the upper left")
    yield "story-1-evidence", panel(user)
    relabel(user)
    yield "story-2-suspects", panel(user)
    burgers = [PHOTOS.parent / name for name in PLANTED["flower"]]
    burgers = [each for each in burgers if each.parent.name == "hamburger"]
    for photo in burgers:
        cut_off(user, photo)
    yield "story-3-crop", user.window.canvas.grab().toImage()
    train(user)
    yield "story-4-training", panel(user)
    user.press("Page: Before and after")
    wait_for(user, "became right")
    user.press("Page: Evidence")
    user.press("Measure")
    wait_for(user, "over the same test photos")
    yield "story-5-after", panel(user)


def panel(user: Driver) -> QImage:
    QTest.qWait(60)
    return user.window.tabs.grab().toImage()


def wait_for(user: Driver, words: str) -> None:
    def is_said() -> bool:
        told = finding.words(user.window.tabs.current)
        return any(words in each for each in told)

    user.wait(is_said, words, seconds=300)
    user.wait_idle()


def relabel(user: Driver) -> None:
    """Gives each photo that lies in the wrong folder its label."""
    user.press("Page: Suspects")
    suspects = user.part(QListView, "Suspects")
    user.wait(lambda: suspects.model().rowCount(), "suspects")
    left = {Path(photo).name: label for photo, label in PLANTED["wrong_labels"].items()}
    for kind in (CONFIDENTLY_WRONG, WRONG_LABELS):
        user.part(QListWidget, "Kinds of suspects").setCurrentRow(kind)
        user.wait_idle()
        for row in range(suspects.model().rowCount()):
            name = told(suspects, row).partition(",")[0]
            if name in left:
                relabel_row(user, suspects, row, left.pop(name))
    assert not left, left
    suspects.scrollToTop()


def relabel_row(user: Driver, suspects: QListView, row: int, label: str) -> None:
    """R takes the class that is offered; another one is chosen from the list."""
    suspects.setCurrentIndex(suspects.model().index(row, 0))
    user.wait_idle()
    if f"looks like {label}" in told(suspects, row):
        QTest.keyClick(suspects, Qt.Key.Key_R)
    else:
        choose(user.part(ClassPicker, "Relabel to"), label)
    user.wait_idle()
    assert f"relabel to {label}" in told(suspects, row), told(suspects, row)


def told(suspects: QListView, row: int) -> str:
    role = Qt.ItemDataRole.AccessibleTextRole
    return suspects.model().index(row, 0).data(role)


def cut_off(user: Driver, photo: Path) -> None:
    """Keeps what lies below the flower: a drag with Ctrl, then *Train on crop*."""
    user.window.session.open_photo(photo)
    user.wait_idle()
    height, width = user.window.session.subject.image.size
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    start, end = user.place(BELOW * height, 1), user.place(height - 1, width - 1)
    QTest.mousePress(user.view, left, ctrl, start)
    QTest.mouseMove(user.view, end)
    QTest.mouseRelease(user.view, left, ctrl, end)
    user.wait(lambda: user.window.session.shown.is_crop, "the crop")
    user.wait_idle()
    finding.press(user.window, "Train on crop")
    user.wait_idle()
    name = f"{photo.parent.name}/{photo.name}"
    assert user.window.session.labelled.said.marks[name].word == "crop"


def train(user: Driver) -> None:
    user.window.tabs.show_word("finetune")
    user.wait(lambda: user.part(QAbstractButton, "Train").isEnabled(), "all it needs")
    finding.enter(user.part(QSpinBox, "Epochs"), str(EPOCHS))
    user.wait_idle()
    user.press("Train")
    user.wait(lambda: not user.window.lanes.are_working, "the training", seconds=300)
    user.wait_idle()


def opened(folder: Path) -> Driver:
    """Opens the window with a copy of the demo's network."""
    apply_theme(QApplication.instance(), ThemeChoice.LIGHT)
    settings = Settings(shows_first_steps=False, theme=ThemeChoice.LIGHT.value)
    window = MainWindow(settings, Session(Lanes()))
    window.resize(*USUAL)
    window.show()
    window.session.open(Request(own_model(folder), DEMO_PHOTO))
    user = Driver(window)
    user.wait_idle()
    return user


def main() -> int:
    """Takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, metavar="FOLDER", default=FOLDER)
    folder = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, temporary)
        os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = temporary
        user = opened(Path(temporary))
        for name, picture in story(user):
            save(picture, folder / f"{name}.png")
            print(name, flush=True)
        end_work(user.window)
        user.window.close()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
