"""Evidence in the window: measured, put into words, and walked by a click."""

import re
import shutil
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListView, QPushButton

from gui.theme import color
from gui.widgets.evidence_tiles import EvidenceTiles
from gui.widgets.pickers import LayerPicker
from inference.bundled import DEMO_PHOTO
from inference.ranking import Analysis
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
        user.window.tabs.show_tab(0)
        user.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert user.part(QPushButton, "Page: Classes").isChecked()
        user.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
        assert user.window.tabs.current is user.panel
        says_how_long_it_takes(user)
        user.press("Measure")
        user.wait(lambda: user.part(QPushButton, "Stop").isVisible(), "Stop")
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
        lists_them_with_their_share_there(user)
        draws_it_in_other_ways(user, tiles)
        measures_it_in_other_ways(user)
        shows_them_alone_in_photos(user)

    threads, pairs = set(), Analysis.own_classes.fget

    def paired(found):
        threads.add(threading.current_thread() is threading.main_thread())
        return pairs(found)

    monkeypatch.setattr(Analysis, "own_classes", property(paired))
    assert drive(monkeypatch, (), script) == 0
    assert threads == {False}  # of 100,000 photos that would hold the window


def lists_them_with_their_share_there(user):
    field = user.part(QListView, "Photos with evidence there")
    told = [
        field.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(field.model().rowCount())
    ]
    shares = [int(re.search(r"(\d+) % there", each)[1]) for each in told]
    assert len(shares) == 6
    assert shares == sorted(shares, reverse=True)
    assert says(user, "hamburger, upper left")


def says_how_long_it_takes(user):
    """Before anything is measured: a few photos are timed."""
    estimate = re.compile(r"18 photos · (about \d+|less than 1) s")
    told = finding.words(user.panel)
    user.wait(
        lambda: any(map(estimate.fullmatch, finding.words(user.panel))),
        f"a time: {told}",
    )


def measures_it_in_other_ways(user):
    """Another method or layer is measured anew; another border is only drawn."""
    user.press("More")
    usual = borders(user)
    user.choose("Border", "7 %")
    narrow = borders(user)
    user.choose("Border", "21 %")
    assert narrow < usual < borders(user)
    assert says(user, "21 % of what is seen on each side; tick: an even spread, 67 %")
    user.choose("Border", "14 %")
    user.choose("Method", "LayerCAM")
    assert not says(user, "leans on")
    user.press("Measure")
    user.wait(lambda: says(user, "Mean LayerCAM at block6.relu"), "its maps")
    user.wait_idle()
    user.choose("Method", "Grad-CAM")
    user.wait(lambda: says(user, "hamburger leans on"), "what is known")
    layers = user.part(LayerPicker, "Layer")
    finding.enter(layers.lineEdit(), "block5.relu")
    user.wait(lambda: not says(user, "leans on"), "nothing of this layer")
    user.press("Measure")
    user.wait(lambda: says(user, "Mean Grad-CAM at block5.relu"), "its maps")
    user.wait_idle()
    finding.enter(layers.lineEdit(), "block6.relu")
    user.wait(lambda: says(user, "hamburger leans on"), "what is known")
    user.press("Fewer options")


def borders(user):
    """How long the bars beside the borders' shares are: pixels of their colour."""
    tiles = finding.part(user.panel, EvidenceTiles, "Mean evidence of each class")
    picture = tiles.grab().toImage()
    bars, height = color("muted"), tiles.height()
    return sum(
        picture.pixelColor(x, y) == bars
        for y in range(height - 24, height)
        for x in range(tiles.width())
    )


def draws_it_in_other_ways(user, tiles):
    mean = tiles.grab().toImage()
    places = {name: tiles.place_of(CLASSES.index(name), 1, 1) for name in CLASSES}
    assert min(places, key=lambda name: places[name].x()) == "hamburger"
    user.choose("Order", "name")
    ordered = [tiles.place_of(n, 1, 1).x() for n in range(len(CLASSES))]
    assert ordered == sorted(ordered)
    user.choose("Order", "border")
    assert tiles.place_of(0, 1, 1) != places["hamburger"] or tiles.grab() != mean
    user.choose("Order", "stands out most")
    user.press("Draw: Spread")
    assert tiles.grab().toImage() != mean
    assert says(user, "Deviation of Grad-CAM at block6.relu of the true class")
    user.press("Draw: Mean")
    assert tiles.grab().toImage() == mean
    user.choose("Of", "the predicted class")
    assert not says(user, "leans on")
    user.press("Measure")
    user.wait(lambda: says(user, "of the predicted class, each photo"), "its maps")
    user.wait_idle()
    user.choose("Of", "the true class")
    user.wait(lambda: says(user, "hamburger leans on"), "what is known")


def shows_them_alone_in_photos(user):
    user.press("Show the photos")
    user.press("Open in Photos")
    field = user.part(QListView, "Photos in order")
    user.wait(lambda: field.model().rowCount() == 6, "these photos")
    user.wait_idle()
    is_followed_by_another_method(user)


def is_followed_by_another_method(user):
    """Map offers methods, and tabs that have a map of one photo."""
    picker = user.part(QComboBox, "Map")
    offered = [picker.itemText(place) for place in range(picker.count())]
    assert {"Grad-CAM", "LayerCAM", "RISE", "Occlusion map", "none"} <= set(offered)
    assert "Before and after" not in offered
    user.choose("Map", "LayerCAM")
    user.wait_idle()
    maps = user.window.session.shown.overlays
    assert [each.method for each in maps] == ["LayerCAM"] * 2
    user.window.tabs.show_tab(1)
    assert user.part(QComboBox, "Method").currentText() == "LayerCAM"
    user.choose("Method", "HiResCAM")
    user.wait_idle()
    assert picker.currentText() == "HiResCAM"
