"""Where the network runs: what Help ▸ Diagnostics says of it."""

from PySide6.QtWidgets import QTextBrowser

from gui.frame.help import HelpWindow
from inference.network.cuda import CUDA
from tests.gui.driving import drive


def choose(window, menu, *entries):
    """Chooses an entry of a menu of the window, or of a menu in it."""
    (at,) = (a.menu() for a in window.menuBar().actions() if a.text() == menu)
    for entry in entries:
        (action,) = (a for a in at.actions() if a.text() == entry)
        at = action.menu()
    action.trigger()
    return action


def test_diagnostics_say_what_this_machine_can_compute_with(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        choose(user.window, "&Help", "Diagnostics")
        page = user.window.findChild(HelpWindow)
        browser = page.findChild(QTextBrowser)
        user.wait(lambda: CUDA in browser.toPlainText(), "the page")
        said = browser.toPlainText()
        assert page.windowTitle() == "NetGaze: Diagnostics"
        for words in ("networks run on", "graphics card", "onnx", "torch", "python"):
            assert f"\n{words}\n" in said
        page.close()

    assert drive(monkeypatch, [], script) == 0
