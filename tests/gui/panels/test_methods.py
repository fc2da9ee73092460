"""The other methods of the Grad-CAM tab: chosen, run, stopped, saved."""

import json

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox

from gui.panels import WORDS
from gui.state import Phase
from gui.widgets import dialogs
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.cli import run as command
from tests.gui.driving import drive
from tests.gui.finding import words

pytestmark = pytest.mark.gui

TAB = WORDS.index("gradcam")


def shown(user):
    """The map that lies over the photo."""
    user.wait_idle()
    (overlay,) = user.window.session.shown.overlays
    return overlay


def test_methods_are_chosen_run_stopped_and_saved(monkeypatch, qapp, tmp_path):
    shell, chosen = tmp_path / "shell", tmp_path / "window"
    chosen.mkdir()
    files = [str(DEMO_MODEL), str(DEMO_PHOTO)]
    asked = ["explain", *files, "--method", "scorecam", "--out", str(shell)]
    assert command(asked) == 0
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: chosen)

    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(TAB)
        gradients = user.window.session.gradients
        user.wait(lambda: gradients.engine, "gradients")
        panel = user.window.tabs.current
        assert shown(user).method == "Grad-CAM"

        user.choose("Method", "HiResCAM")  # at once
        assert shown(user).method == "HiResCAM"
        assert "Map is sound" in words(panel.health)[0]

        user.choose("Method", "RISE")  # takes its time: a click runs it
        assert shown(user).method == "HiResCAM"
        user.press("Masks: 16,000")
        user.press("Run")
        user.wait(lambda: "RISE" in panel.lens.answer.first.heatmap.title, "RISE")
        user.press("Stop")
        overlay = shown(user)
        assert (overlay.method, overlay.badge) == ("RISE", "Preview")
        assert overlay.heatmap.quantity.value == "probability"
        assert panel.lens.state.phase is Phase.PARTIAL
        assert "Standard error" in words(panel.health)[0]

        user.choose("Method", "Score-CAM")
        user.press("Run")
        user.wait(lambda: panel.lens.state.phase is Phase.COMPLETE, "Score-CAM")
        assert shown(user).method == "Score-CAM"
        user.window.exporting.choose()
        user.wait(lambda: [*chosen.glob("*/explain.json")])
        user.wait_idle()
        (saved,) = chosen.iterdir()
        assert json.loads((saved / "explain.json").read_text())["method"] == "scorecam"
        np.testing.assert_allclose(
            np.load(saved / "heatmap.npy"), np.load(shell / "heatmap.npy"), atol=1e-6
        )

        grey = panel.controls.findChildren(QComboBox)
        entries = [box.itemText(i) for box in grey for i in range(box.count())]
        assert "Attention rollout · this network has no attention" in entries
        user.choose("Method", "Grad-CAM")
        assert shown(user).method == "Grad-CAM"

    assert drive(monkeypatch, [], script) == 0
