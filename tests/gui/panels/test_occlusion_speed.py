"""How fast a model is, is measured when somebody wants to know, and once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar

from inference.bundled import DEMO_MODEL
from tests.gui.driving import drive, place_of
from tests.models import one_pixel

pytestmark = pytest.mark.gui


def show_tab(user, place):
    """Clicks the word of a tab."""
    bar = user.window.tabs.findChild(QTabBar)
    at = bar.tabRect(place).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)


def estimates(user):
    """What stands beside Run about the time that a map takes."""
    labels = user.window.tabs.current.findChildren(QLabel)
    words = [label.text() for label in labels if label.isVisible()]
    return [each for each in words if "positions · " in each]


def test_nothing_is_measured_behind_another_tab(monkeypatch, qapp, tmp_path):
    model = one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8))
    measured = []

    def script(user):
        session = user.window.session
        user.wait_opened()
        assert estimates(user)
        user.window.lanes.began.connect(lambda lane: measured.append(lane.title))
        show_tab(user, 2)
        for place in (1, 2, 3):
            user.key(Qt.Key.Key_Right)
            user.wait(lambda n=place: place_of(session) == n, "the next photo")
            user.wait_idle()
        session.open_model(model)
        user.wait(lambda: len(session.subject.classifier.labels) == 2, "the model")
        user.wait_idle()
        assert "Measuring the speed" not in measured
        show_tab(user, 0)
        user.wait_idle()
        assert measured.count("Measuring the speed") == 1
        assert estimates(user)

    assert drive(monkeypatch, [], script) == 0


def test_a_model_is_measured_once_whatever_the_photo(monkeypatch, qapp, tmp_path):
    measured = []

    def script(user):
        session = user.window.session
        user.wait_opened()
        user.window.lanes.began.connect(lambda lane: measured.append(lane.title))
        user.key(Qt.Key.Key_Right)
        user.wait(lambda: place_of(session) == 1, "the next photo")
        user.wait_idle()
        assert "Measuring the speed" not in measured
        assert estimates(user)
        session.open_model(one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8)))
        user.wait(lambda: len(session.subject.classifier.labels) == 2, "the model")
        user.wait_idle()
        assert measured.count("Measuring the speed") == 1
        session.open_model(DEMO_MODEL)
        user.wait(lambda: len(session.subject.classifier.labels) != 2, "the demo")
        user.wait_idle()
        assert measured.count("Measuring the speed") == 2

    assert drive(monkeypatch, [], script) == 0
