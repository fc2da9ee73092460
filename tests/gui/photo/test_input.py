"""What the network sees, in the place of the photo; its part of the photo, fitted."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.gui.driving import drive
from tests.gui.finding import words
from tests.models import one_pixel

pytestmark = pytest.mark.gui


@pytest.fixture
def wide(tmp_path):
    """A photo of which a crop loses much."""
    path = tmp_path / "wide.png"
    pixels = np.random.default_rng(1).integers(0, 256, (300, 900, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def at(view, row, col):
    """Where the middle of a pixel of the pane is drawn."""
    place = view.origin + QPointF(col + 0.5, row + 0.5) * view.scale
    return place.toPoint()


def read(user):
    (line,) = [w for w in words(user.window.status) if w.startswith("row ")]
    return line.split(" · ")


def test_the_input_stands_in_the_place_of_the_photo(monkeypatch, qapp, wide):
    def script(user):
        user.wait_opened()
        session, view = user.window.session, user.view
        prepared = session.subject.prepared
        before = view.scale, view.origin
        user.key(Qt.Key.Key_N)
        assert (view.pane.pixels == session.subject.fed.pixels).all()
        assert view.pane.title == "What the network sees"
        QTest.mouseMove(view, at(view, 30, 40))
        place = read(user)
        assert place[1] == "30, 40 of the input"
        values = prepared.pixels[30, 40].tolist()
        assert place[2] == f"input {' '.join(map(str, values))}"
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 30, 40))
        user.wait_idle()
        (box,) = user.panel.lens.probing.boxes
        assert (box.top + (box.height - 1) // 2) == 30
        assert (box.left + (box.width - 1) // 2) == 40
        drawn = view.rect_of(session.shown.patches[0].box)
        assert drawn.width() == pytest.approx(box.width * view.scale)
        user.panel.run()
        user.wait_idle()
        assert view.pane.picture is not None
        assert (view.pane.pixels == session.subject.fed.pixels).all()
        user.key(Qt.Key.Key_N)
        user.wait_idle()
        assert view.pane.pixels.shape == session.subject.image.pixels.shape
        assert (view.scale, view.origin) == before

    assert drive(monkeypatch, [wide], script) == 0


def test_the_seen_part_is_fitted_and_follows_the_window(monkeypatch, qapp, wide):
    def script(user):
        user.wait_opened()
        view, seen = user.view, user.window.session.subject.prepared.seen
        for size in ((1280, 800), (1500, 900)):
            user.window.resize(*size)
            user.key(Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
            user.window.resize(size[0] + 60, size[1] + 40)
            QTest.qWait(1)
            drawn, room = view.rect_of(seen), view.room()
            assert drawn.center().x() == pytest.approx(room.center().x())
            filled = drawn.width() / room.width(), drawn.height() / room.height()
            assert max(filled) == pytest.approx(1)
        user.key(Qt.Key.Key_F)
        assert view.photo_rect().width() <= view.room().width() + 1

    assert drive(monkeypatch, [wide], script) == 0


def test_an_input_of_few_pixels_is_seen_as_it_is(monkeypatch, qapp, tmp_path, wide):
    model = one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8))

    def script(user):
        user.wait_opened()
        session = user.window.session
        session.open_model(model)
        user.wait(lambda: len(session.subject.classifier.labels) == 2, "the model")
        user.wait_idle()
        user.key(Qt.Key.Key_N)
        assert user.view.pane.subtitle.startswith("24 × 32 px")
        assert user.view.scale == 16  # at most

    assert drive(monkeypatch, [wide], script) == 0
