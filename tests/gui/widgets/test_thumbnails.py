from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gui.jobs import Lanes
from gui.walk import Walk
from gui.widgets.thumbnails import PhotoStrip, decode
from inference.errors import ImageError

PHOTOS = [Path(f"/photos/{number}.png") for number in range(300)]


@pytest.fixture
def loaded():
    return []


@pytest.fixture
def lanes(qtbot):
    lanes = Lanes()
    yield lanes
    lanes.close()


@pytest.fixture
def strip(qtbot, loaded, lanes):
    def loader(path, side):
        loaded.append(path)
        if path == PHOTOS[1]:
            raise ImageError("unreadable")
        return np.full((side, side // 2, 3), 90, np.uint8)

    strip = PhotoStrip(loader, lanes.create("Thumbnails", is_quiet=True))
    qtbot.addWidget(strip)
    strip.resize(800, 88)
    strip.set_walk(Walk.of(PHOTOS))
    strip.show()
    return strip


def is_complete(strip):
    """Whether every photo in sight is drawn."""
    model, room = strip.model(), strip.viewport().rect()
    boxes = (strip.visualRect(model.index(row, 0)) for row in range(len(PHOTOS)))
    seen = [row for row, box in enumerate(boxes) if room.intersects(box)]
    return bool(seen) and all(model.picture(row) is not None for row in seen)


def test_only_what_is_in_sight_is_decoded(strip, qtbot, loaded, lanes):
    qtbot.waitUntil(lambda: PHOTOS[9] in loaded)
    qtbot.waitUntil(lambda: is_complete(strip) and not lanes.are_working)
    assert len(set(loaded)) < 60
    strip.set_current(PHOTOS[250])
    strip.repaint()
    qtbot.waitUntil(lambda: PHOTOS[250] in loaded)


def test_a_click_picks_a_photo_and_showing_one_does_not(strip, qtbot):
    with qtbot.assertNotEmitted(strip.photo_picked):
        strip.set_current(PHOTOS[3])
    place = strip.visualRect(strip.model().index(5, 0)).center()
    with qtbot.waitSignal(strip.photo_picked) as signal:
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [PHOTOS[5]]


def test_an_unreadable_photo_does_not_stop_the_others():
    def loader(path, side):
        if path == PHOTOS[0]:
            raise ImageError("no")
        return np.zeros((side, side, 3), np.uint8)

    *_, last = decode(loader, PHOTOS[:3], 8)
    assert last.partial[PHOTOS[0]] is None
    assert last.partial[PHOTOS[2]].shape == (8, 8, 3)
    assert (last.done, last.total) == (3, 3)
