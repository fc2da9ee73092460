"""Datasets that have less than others: no labels, no photo that can be read."""

import shutil

import pytest
from PySide6.QtWidgets import QComboBox, QListView

from inference.bundled import DEMO_PHOTO
from tests.gui import finding
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
DEMO = DEMO_PHOTO.parents[1]
PAGES = ("Classes", "Suspects", "Neighbours")


@pytest.fixture
def flat(tmp_path):
    folder = tmp_path / "flat"
    folder.mkdir()
    for name in ("hamburger", "pizza", "sushi"):
        shutil.copy(DEMO / name / f"{name}-02.jpg", folder)
    return folder


@pytest.fixture
def unreadable(tmp_path):
    folder = tmp_path / "broken"
    (folder / "pizza").mkdir(parents=True)
    (folder / "pizza" / "a.jpg").write_bytes(b"no photo")
    (folder / "pizza" / "b.jpg").touch()
    return folder


def says(user, words):
    return any(words in each for each in finding.words(user.panel))


def opened(user, folder):
    user.drop(folder)
    user.panel = user.window.tabs.current
    user.wait(lambda: says(user, folder.name) and says(user, "all scored"), "scores")
    user.wait_idle()


def test_no_page_waits_for_what_cannot_come(monkeypatch, qapp, flat, unreadable):
    def script(user):
        user.wait_opened()
        opened(user, flat)
        sees_no_labels(user)
        opened(user, unreadable)
        sees_no_photos(user)

    assert drive(monkeypatch, (), script) == 0


def sees_no_labels(user):
    user.press("Page: Suspects")
    user.wait(lambda: says(user, "No photo has a true class here."), "that")
    assert not says(user, "Was this network trained on these photos?")
    user.press("Page: Evidence")
    whose = user.part(QComboBox, "Of")
    assert not whose.isEnabled()
    assert whose.currentText() == "the predicted class"
    user.press("Page: Photos")
    assert user.part(QListView, "Photos in order").model().rowCount() == 3


def sees_no_photos(user):
    assert says(user, "2 unreadable")
    assert says(user, "0 photos")
    assert user.part(QListView, "Photos in order").model().rowCount() == 0
    for page in PAGES:
        user.press(f"Page: {page}")
        words = "No photo of this dataset can be read."
        user.wait(lambda words=words: says(user, words), f"that in {page}", seconds=9)
