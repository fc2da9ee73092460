"""Suspects in the window: what is listed, marked with keys, taken back and exported."""

import csv
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListView, QListWidget, QPushButton

from gui.widgets import dialogs
from inference.bundled import DEMO_PHOTO
from inference.dataset import REVIEW_COLUMNS
from tests.gui import finding
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
DEMO = DEMO_PHOTO.parents[1]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dataset(tmp_path):
    """Photos of two classes; pizzas among the burgers; a photo twice."""
    folder = tmp_path / "meals"
    for name in ("hamburger", "pizza"):
        (folder / name).mkdir(parents=True)
        for photo in sorted((DEMO / name).iterdir())[:10]:
            shutil.copy(photo, folder / name)
    for number in (12, 13):
        wrong = DEMO / "pizza" / f"pizza-{number}.jpg"
        shutil.copy(wrong, folder / "hamburger" / f"no-burger-{number}.jpg")
    shutil.copy(DEMO / "pizza" / "pizza-02.jpg", folder / "pizza" / "copy.jpg")
    return folder


def rows(user):
    model = user.part(QListView, "Suspects").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row).data(role) for row in range(model.rowCount())]


def pick_kind(user, place):
    kinds = user.part(QListWidget, "Kinds of suspects")
    at = kinds.visualItemRect(kinds.item(place)).center()
    QTest.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=at)


def press(user, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(user.part(QListView, "Suspects"), key, modifiers)


def says(user, words):
    return any(words in each for each in finding.words(user.panel))


def test_suspects_are_marked_with_keys_taken_back_and_exported(
    monkeypatch, qapp, dataset, tmp_path
):
    table = tmp_path / "review.csv"
    monkeypatch.setattr(dialogs, "ask_table", lambda *_: table)
    before = sorted(path for path in dataset.rglob("*"))

    def script(user):
        user.wait_opened()
        user.drop(dataset)
        user.panel = user.window.tabs.current
        user.wait(lambda: says(user, "all scored"), "scores")
        user.press("Page: Suspects")
        assert says(user, "Was this network trained on these photos?")
        user.wait(lambda: rows(user), "suspects")
        assert says(user, "out of sample, 5 folds")
        MARKED.append(marks_with_keys(user))
        answers_the_question(user)
        pick_kind(user, 2)
        user.wait(lambda: "the same file as" in rows(user)[0], "the duplicate")
        press(user, Qt.Key.Key_Home)
        user.press("Remove from test")
        assert rows(user)[0].endswith("✗ remove")
        user.press("Export the review list")
        user.wait(table.exists, "the table")
        user.wait_idle()

    assert drive(monkeypatch, (), script) == 0
    with table.open(newline="") as file:
        head, *found = csv.reader(file)
    assert tuple(head) == REVIEW_COLUMNS
    by_name = {row[0]: row[1:3] for row in found}
    assert [each for each in by_name.items() if each[1][0] == "relabel"] == MARKED
    assert by_name["pizza/copy.jpg"] == ["remove", ""]
    assert sorted(path for path in dataset.rglob("*")) == before


def marks_with_keys(user):
    """R relabels and goes on, Ctrl+Z takes it back, Ctrl+Shift+Z makes it again."""
    name, labelled, looks = rows(user)[0].split(", ")
    session = user.window.session
    press(user, Qt.Key.Key_Home)
    user.wait(lambda: session.subject.image.name == name, "the photo")
    assert session.walk.place(session.subject.request.photo) == 0
    offer = looks.split()[2]
    assert offer != labelled.split()[1]
    press(user, Qt.Key.Key_R)
    assert rows(user)[0].endswith(f"✓ relabel to {offer}")
    press(user, Qt.Key.Key_Z, CONTROL)
    assert "relabel" not in rows(user)[0]
    press(user, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert rows(user)[0].endswith(f"✓ relabel to {offer}")
    assert says(user, "1 mark · 1 relabel")
    return f"{labelled.split()[1]}/{name}", ["relabel", offer]


def answers_the_question(user):
    user.press("It was not")
    user.wait(lambda: says(user, "the network's own scores"), "its own scores")
    assert not user.part(QPushButton, "It was not").isVisible()
    user.press("Ask again")
    user.wait(lambda: says(user, "out of sample, 5 folds"), "the safe default")
    assert user.part(QAbstractButton, "It was").isVisible()
    user.wait_idle()


def test_what_was_marked_before_is_remembered(monkeypatch, qapp, dataset):
    def script(user):
        user.wait_opened()
        user.drop(dataset)
        user.panel = user.window.tabs.current
        user.wait(lambda: says(user, "all scored"), "scores")
        user.press("Page: Suspects")
        pick_kind(user, 2)
        user.wait(lambda: rows(user), "suspects")
        user.wait_idle()
        if "keep" in rows(user)[0]:
            SEEN.append(rows(user)[0])
            return
        press(user, Qt.Key.Key_Home)
        press(user, Qt.Key.Key_K)
        user.wait_idle()

    for _ in range(2):
        assert drive(monkeypatch, (), script) == 0
    assert SEEN == [
        "copy.jpg, the same file as pizza-02.jpg · both labelled pizza, "
        "in validation and test at once: test looks too good, ✓ keep"
    ]


SEEN = []
MARKED = []
