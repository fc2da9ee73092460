"""Where the network runs: chosen, said, and left in the midst of work."""

import pytest
from PySide6.QtWidgets import QLabel, QTextBrowser

from gui import opened
from gui.frame import device
from gui.frame.help import HelpWindow
from gui.settings import load
from inference.network import cuda
from inference.network.cuda import CUDA
from tests import no_card
from tests.gui.driving import drive
from tests.gui.finding import part


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


@pytest.fixture
def card(monkeypatch):
    for room in (opened, device):
        monkeypatch.setattr(room, "why_no_cuda", cuda.lost_cuda)
    yield no_card.put_in(monkeypatch)
    cuda.forget_loss()


def where(user):
    """What the status bar says of where the network runs, and its tooltip."""
    label = part(user.window.status, QLabel, "Device")
    return label.text(), label.toolTip()


def test_the_device_is_chosen_remembered_and_left_when_it_fails(
    card, monkeypatch, qapp
):
    """A card fails in the midst of a map: the map is finished on the processor."""

    def first(user):
        user.wait_opened()
        assert where(user)[0] == "CUDA"
        choose(user.window, "&Model", "Device", "CPU")
        user.wait(lambda: where(user)[0] == "CPU", "the processor")
        assert where(user)[1].endswith("CPU: so it was chosen.")
        user.wait_idle()
        choose(user.window, "&Model", "Device", "Automatic")
        user.wait(lambda: where(user)[0] == "CUDA", "the card")
        user.wait_idle()
        card.fails(no_card.LAUNCH_FAILED, after=6)
        user.press("Every pixel")
        user.panel.run()
        told = "Went on on the CPU: the card's software says: CUDA failure 719"
        user.wait(lambda: "Note" in user.window.messages.sources, "the note")
        assert user.message("Note").startswith(told)
        user.wait(lambda: where(user)[0] == "CPU", "the processor")
        assert "start NetGaze again" in where(user)[1]
        had = user.panel.lens.answer.done
        user.wait(lambda: user.panel.lens.answer.done > had, "more places")
        choose(user.window, "&Model", "Device", "CPU")
        user.wait(lambda: load().provider == "cpu", "memory")

    def second(user):
        user.wait_opened()
        assert where(user)[0] == "CPU"
        choose(user.window, "&Model", "Device", "CUDA")
        user.wait(lambda: "Note" in user.window.messages.sources, "the note")
        assert "CUDA cannot be used: the graphics card failed" in user.message("Note")
        assert user.window.session.subject.prediction is not None

    for script in (first, second):
        assert drive(monkeypatch, [], script) == 0
