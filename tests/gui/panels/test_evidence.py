"""Evidence in the window: measured, put into words, and walked by a click."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.widgets.evidence_tiles import EvidenceTiles
from inference.bundled import DEMO_PHOTO
from tests.gui import finding
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
DEMO = DEMO_PHOTO.parents[1]
CLASSES = ("hamburger", "pizza", "sushi")


@pytest.fixture
def dataset(tmp_path):
    for name in CLASSES:
        (tmp_path / "meals" / name).mkdir(parents=True)
        for photo in sorted((DEMO / name).iterdir())[:6]:
            shutil.copy(photo, tmp_path / "meals" / name)
    return tmp_path / "meals"


def says(user, words):
    return any(words in each for each in finding.words(user.panel))


def test_the_flower_beside_the_hamburgers_is_found_and_walked(
    monkeypatch, qapp, dataset
):
    def script(user):
        user.wait_opened()
        session = user.window.session
        user.drop(dataset)
        user.panel = user.window.tabs.current
        user.wait(lambda: says(user, "all scored"), "scores")
        user.wait_idle()
        user.press("Page: Evidence")
        user.press("Measure")
        finds = "hamburger leans on the upper left"
        user.wait(lambda: says(user, finds), "the finding")
        user.wait_idle()
        assert user.part(QPushButton, "Show the photos").isVisible()
        tiles = finding.part(user.panel, EvidenceTiles, "Mean evidence of each class")
        at = tiles.place_of(CLASSES.index("sushi"), 1, 1)
        QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=at)
        assert session.walk.title == "sushi"
        user.press("Show the photos")
        user.wait(lambda: session.walk.title == "hamburger", "the other walk")
        first = session.walk.photos[0]
        user.wait(lambda: session.subject.request.photo == first, "its first photo")
        assert {photo.parent.name for photo in session.walk.photos} == {"hamburger"}
        user.wait_idle()

    assert drive(monkeypatch, (), script) == 0
