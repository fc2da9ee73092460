"""Which lens the canvas follows when tabs come to the front."""

import pytest
from PySide6.QtCore import Qt

from gui.frame import tabs
from gui.panels import TABS, Tab
from gui.panels.panel import Panel
from gui.widgets.form import text
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


class Steering(Panel):
    """A tab without a lens."""

    tab = Tab("Steering", lambda: Steering)

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.lay_out(text("It steers the session."))


def test_a_tab_without_a_lens_leaves_the_followed_one_alone(monkeypatch, qapp):
    monkeypatch.setattr(tabs, "TABS", (*TABS, Steering.tab))

    def script(user):
        user.wait_opened()
        session = user.window.session
        user.click(150, 250)
        user.press("Run map")
        user.wait_idle()
        shown = session.shown
        assert shown.overlays
        user.window.tabs.show_tab(len(TABS))
        assert isinstance(user.window.tabs.current, Steering)
        assert session.shown == shown
        user.click(40, 160)
        user.wait_idle()
        assert session.shown.patches != shown.patches
        user.key(Qt.Key.Key_Z, CTRL)
        user.wait_idle()
        assert session.shown.patches[0].box == shown.patches[0].box
        user.key(Qt.Key.Key_2, CTRL)
        assert not session.shown.patches

    assert drive(monkeypatch, [], script) == 0
