"""The page Photos: what photos are ranked by, and which of them are shown."""

import csv
import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QSpinBox

from gui.widgets import dialogs
from inference.activations import LayerReader
from inference.bundled import DEMO_MODEL
from inference.classifier import open_classifier
from inference.dataset import list_dataset
from inference.image import LoadedImage, open_image
from inference.jobs import run as run_job
from inference.ranking import channel_activity
from tests.gui import finding
from tests.gui.panels.test_ranking import (
    DEMO,
    field,
    make_dataset,
    names,
    run,
    shown,
    wait_ranked,
)

pytestmark = pytest.mark.gui


@pytest.fixture
def dataset(tmp_path):
    return make_dataset(tmp_path / "meals")


def choose_filter(user, words, *, below=""):
    def take(menu):
        entries = menu.actions()
        if below:
            (inner,) = (each for each in entries if each.text() == below)
            entries = inner.menu().actions()
        (entry,) = (each for each in entries if each.text() == words)
        entry.trigger()

    finding.in_menu(take, user.part(QPushButton, "Add filter"))


def wait_count(user, count):
    user.wait(lambda: len(names(user)) == count, f"{count} photos")
    user.wait_idle()


def test_photos_are_ranked_by_a_channel_filtered_and_drawn_by_chance(
    monkeypatch, qapp, dataset
):
    found = {}

    def script(user):
        user.wait_opened()
        user.drop(dataset)
        wait_ranked(user, 13)
        user.press("Leave all out")
        user.wait_idle()
        crop_part(user, dataset.parent)
        rank_by_a_channel(user, found)
        filter_by_text_split_and_marks(user)
        draw_nine(user)
        follow_a_link(user, dataset)

    run(monkeypatch, script)
    classifier = open_classifier(DEMO_MODEL)
    dataset = run_job(list_dataset(dataset))
    layer = LayerReader(classifier).layer("block6.relu")
    places = [n for n, p in enumerate(dataset.photos) if p.path.name != "broken.jpg"]
    activity = run_job(channel_activity(classifier, dataset, layer, 7, places=places))
    for which, numbers in (("maximum", activity.maxima), ("mean", activity.means)):
        order = sorted(places, key=lambda n: -numbers[n])
        assert found[which] == [dataset.photos[n].path.name for n in order]
    assert found["least"] == found["mean"][::-1]


def rank_by_a_channel(user, found):
    before = names(user)
    user.choose("Rank by", "channel")
    user.wait(lambda: names(user) != before, "an order by a channel")
    user.wait_idle()
    assert user.part(QSpinBox, "Channel").maximum() > 7
    finding.enter(user.part(QSpinBox, "Channel").lineEdit(), "7")
    user.wait_idle()
    found["maximum"] = names(user)
    user.choose("Of its map", "mean")
    user.wait(lambda: names(user) != found["maximum"], "an order by the mean")
    user.wait_idle()
    found["mean"] = names(user)
    user.choose("Which come first", "smallest first")
    user.wait(lambda: names(user) != found["mean"], "the least activating first")
    user.wait_idle()
    found["least"] = names(user)
    user.choose("Rank by", "score")
    user.choose("Which come first", "largest first")
    user.wait(lambda: names(user) == before, "the order by score")


def filter_by_text_split_and_marks(user):
    choose_filter(user, "text…")
    finding.enter(user.part(QLineEdit, "Text to find"), "SUSHI-0")
    wait_count(user, 4)
    assert all(name.startswith("sushi-0") for name in names(user))
    user.press("Without text: SUSHI-0")
    wait_count(user, 13)
    choose_filter(user, "Test", below="split")
    user.wait(lambda: len(names(user)) < 13, "the test part")
    user.press("Without split: test")
    wait_count(user, 13)
    mark_the_first(user)
    choose_filter(user, "marked")
    wait_count(user, 1)
    choose_filter(user, "not marked")
    wait_count(user, 12)
    user.press("Without not marked")
    wait_count(user, 13)


def mark_the_first(user):
    """Keeps the first of the odd photos, as the key K does."""
    user.press("Page: Suspects")
    suspects = user.part(QListView, "Suspects")
    kinds = user.part(QListView, "Kinds of suspects")
    QTest.keyClick(kinds, Qt.Key.Key_End)
    user.wait(lambda: suspects.model().rowCount(), "odd photos")
    for row in range(suspects.model().rowCount()):
        suspects.setCurrentIndex(suspects.model().index(row, 0))
        user.wait_idle()
    QTest.keyClick(suspects, Qt.Key.Key_K)
    user.press("Page: Photos")


def drag_crop(user, start, end):
    """Draws a rectangle on the photo with Ctrl held."""
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(user.view, left, ctrl, user.place(*start))
    QTest.mouseMove(user.view, user.place(*end))
    QTest.mouseRelease(user.view, left, ctrl, user.place(*end))


def crop_part(user, folder):
    """A part of the photo is classified by itself, saved, marked, and taken back."""
    session, crop = user.window.session, user.window.lenses.crop
    photo, image = session.subject.request.photo, session.subject.image
    drag_crop(user, (20, 30), (150, 170))
    user.wait(lambda: session.shown.is_crop, "what the network says of the crop")
    user.wait_idle()
    box = crop.box
    part = image.pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
    assert abs(box.height - 130) <= 2
    assert abs(box.width - 140) <= 2
    alone = open_classifier(DEMO_MODEL).predict(LoadedImage(photo, part))
    shown_scores = session.shown.covered.probabilities
    np.testing.assert_allclose(shown_scores, alone.probabilities, atol=1e-5)
    target = folder / "part.png"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialogs, "ask_picture", lambda *_: target)
        finding.press(user.window, "Save crop…")
        user.wait(target.exists, "the saved crop")
    user.wait_idle()
    np.testing.assert_array_equal(open_image(target).pixels, part)

    user.key(Qt.Key.Key_X)
    words = f"✓ crop {int(box.width)} × {int(box.height)}"
    user.wait(lambda: any(words in each for each in shown(user)), "the mark")
    table = folder / "review.csv"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialogs, "ask_table", lambda *_: table)
        user.press("Page: Suspects")
        finding.press(user.panel, "Export the review list")
        user.wait(table.exists, "the review list")
    user.wait_idle()
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["mark"] == "crop"]
    assert [row["path"] for row in rows] == [f"{photo.parent.name}/{photo.name}"]
    assert rows[0]["label"] == photo.parent.name
    sides = [float(rows[0][side]) for side in ("top", "left", "height", "width")]
    assert sides == [box.top, box.left, box.height, box.width]
    user.press("Page: Photos")
    user.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    user.wait(lambda: not any("✓ crop" in each for each in shown(user)), "no mark")
    user.key(Qt.Key.Key_Escape)
    assert crop.box is None
    assert not session.shown.is_crop


def draw_nine(user):
    user.press("More")
    user.press("Nine at random")
    wait_count(user, 9)
    first = names(user)
    user.press("Nine at random")
    user.wait(lambda: names(user) != first, "nine others")
    assert len(names(user)) == 9
    assert all("true: " in words for words in shown(user))
    user.press("Without nine at random")
    wait_count(user, 13)
    assert field(user).model().rowCount() == 13


def follow_a_link(user, dataset):
    """A link out of the folder is told, and followed when that is asked."""
    other = dataset.parent / "other"
    other.mkdir()
    shutil.copy(DEMO / "sushi" / "sushi-09.jpg", other)
    (dataset / "sushi" / "away.jpg").symlink_to(other / "sushi-09.jpg")
    user.drop(dataset)
    user.wait(lambda: says_link(user), "what leads out of the folder")
    wait_count(user, 13)
    user.press("Follow 1 link")
    wait_count(user, 14)
    assert "away.jpg" in names(user)
    assert not says_link(user)


def says_link(user):
    found = user.panel.findChildren(QPushButton)
    return any(each.text() == "Follow 1 link" and each.isVisible() for each in found)
