"""A long ranking: the photo that is looked at comes into sight, keys walk on."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.jobs import Lanes
from gui.walk import Walk
from gui.widgets.photo_field import Caption, PhotoField

LEFT = Qt.Key.Key_Left
pytestmark = pytest.mark.gui


@pytest.fixture
def field(qtbot):
    lanes = Lanes()
    shown = PhotoField(
        lambda _path, side: np.zeros((side, side, 3), np.uint8),
        lanes.create("Thumbnails", is_quiet=True),
    )
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    walk = Walk.of(Path(f"/photos/{n:05}.png") for n in range(20_000))
    shown.show_walk(walk, lambda row: Caption("✓", "sushi", str(row), "true: sushi"))
    yield shown
    lanes.close()


def test_the_photo_that_is_looked_at_comes_into_sight(field, qtbot):
    field.set_current(19_000)  # most photos have no place in the field yet

    def is_in_sight():
        rect = field.visualRect(field.currentIndex())
        return field.viewport().rect().contains(rect)

    qtbot.waitUntil(is_in_sight)


def test_left_and_right_go_on_where_a_row_ends_and_no_further_than_the_ends(
    field, qtbot
):
    picked = []
    field.photo_picked.connect(lambda photo: picked.append(int(photo.stem)))
    field.set_current(0)
    for _ in range(8):
        QTest.keyClick(field, Qt.Key.Key_Right)
    assert picked == list(range(1, 9))
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Left)
    assert picked[-1] == 0


def test_a_step_repaints_the_two_photos_whose_frames_change(qtbot):
    asked, lanes = set(), Lanes()
    shown = PhotoField(
        lambda _path, side: np.zeros((side, side, 3), np.uint8),
        lanes.create("Thumbnails", is_quiet=True),
    )
    qtbot.addWidget(shown)
    shown.resize(700, 500)

    def caption(row):
        asked.add(row)
        return Caption("✓", "sushi", str(row), "true: sushi")

    shown.show_walk(Walk.of(Path(f"/photos/{n:05}.png") for n in range(50)), caption)
    shown.set_current(3)
    shown.show()
    qtbot.waitUntil(lambda: {3, 8} <= asked)
    qtbot.waitUntil(lambda: not lanes.are_working)
    QTest.qWait(30)  # the pictures that came are painted
    for step in (lambda: shown.set_current(4), lambda: QTest.keyClick(shown, LEFT)):
        asked.clear()
        step()
        qtbot.waitUntil(lambda: {3, 4} <= asked)
        assert asked == {3, 4}
    lanes.close()
