"""Nothing jumps: what appears takes its room from no photo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from gui.frame.messages import Message
from tests.gui.driving import drive
from tests.gui.finding import words

pytestmark = pytest.mark.gui
SENTENCE = "A sentence that says what went wrong, and what would help. "


def settle(user):
    """Waits until the layout asks for nothing any more."""
    seen = []

    def is_still():
        seen.append(user.window.canvas.viewer.geometry())
        return seen[-8:] == seen[-1:] * 8

    user.wait(is_still, "a layout")


def test_the_photos_zoom_is_changed_by_the_hand_alone(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        window = user.window
        for size in ((1280, 800), (1440, 900)):
            window.resize(*size)
            user.wait_idle()
            settle(user)
            scale = window.canvas.viewer.scale

            def is_steady(scale=scale):
                return window.canvas.viewer.scale == pytest.approx(scale)

            user.click(100, 100)
            user.wait_idle()
            assert is_steady()
            user.panel.run()
            user.wait_idle()
            assert is_steady()
            user.press("Draw: Class")
            user.wait_idle()
            assert is_steady()
            message = Message("Test", "It went wrong", SENTENCE)
            window.messages.show_message(message)
            rows = window.canvas.scores.height()
            user.wait(lambda: window.canvas.scores.height() < rows, "room")  # noqa: B023
            user.wait(is_steady, "the photo as it was")
            window.messages.close_newest()
            user.wait(lambda: window.canvas.scores.height() == rows, "rows")  # noqa: B023
            user.wait(is_steady, "the photo as it was")
            user.press("Draw: Drop")

    assert drive(monkeypatch, [], script) == 0


def test_the_first_steps_stand_where_their_clicks_are(monkeypatch, qapp):
    head = "Three clicks to the first answer"

    def script(user):
        user.wait_opened()
        window = user.window
        assert head in words(window.tabs)
        bar = window.tabs.findChild(QTabBar)
        bar.setCurrentIndex(2)
        user.wait_idle()
        assert head not in words(window.tabs)
        user.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert head in words(window.tabs)

    assert drive(monkeypatch, [], script) == 0
