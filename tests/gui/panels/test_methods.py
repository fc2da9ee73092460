"""The other methods of the Grad-CAM tab: chosen, run, stopped, saved."""

import json

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from gui.panels import WORDS
from gui.state import Phase
from gui.widgets import dialogs
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.cli import run as command
from inference.trust import rank_correlation
from tests.gui.driving import drive
from tests.gui.finding import enter, tick, words

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
        assert "still shows the map of HiResCAM" in words(panel.health)[0]
        user.press("Masks: 16,000")

        def bar():
            return words(user.window.status)

        user.press("Run")
        user.wait(lambda: "RISE" in panel.lens.answer.first.heatmap.title, "RISE")
        user.wait(lambda: any(w.startswith("RISE · ") for w in bar()), "its name")
        user.press("Stop")
        user.wait(lambda: "RISE · stopped" in bar(), "its name")
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


def told(panel):
    """What stands under the controls of how far two maps agree."""
    return [each for each in words(panel) if each.startswith("Rank correlation")]


def test_two_methods_stand_side_by_side_with_their_agreement(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(TAB)
        user.wait(lambda: user.window.session.gradients.engine, "gradients")
        user.wait_idle()
        panel = user.window.tabs.current
        assert not told(panel)
        user.press("Compare: Method")
        user.wait_idle()
        (line,) = told(panel)
        assert line.startswith("Rank correlation with Occlusion ")

        user.choose("Second method", "HiResCAM")  # at once
        user.wait_idle()
        first, second = user.window.session.shown.overlays
        assert (first.title, second.title) == ("Grad-CAM", "HiResCAM")
        assert all(each.is_alone for each in (first, second))  # own scales
        assert first.heatmap.target == second.heatmap.target
        (line,) = told(panel)
        values = [each.heatmap.values for each in (first, second)]
        assert line.startswith("Rank correlation with HiResCAM ")
        assert float(line.split()[-1]) == pytest.approx(
            rank_correlation(*values), abs=0.1
        )  # the line's is of the maps enlarged
        user.press("Explains: Probability")
        user.wait_idle()
        kinds = {x.heatmap.quantity for x in user.window.session.shown.overlays}
        assert {each.value for each in kinds} == {"probability"}

        user.choose("Second method", "LIME")  # choosing it runs it
        user.wait_idle()
        first, second = user.window.session.shown.overlays
        assert (first.title, second.title) == ("Grad-CAM", "LIME")
        assert told(panel)[0].startswith("Rank correlation with LIME ")
        user.press("Compare: Off")
        user.wait_idle()
        assert len(user.window.session.shown.overlays) == 1
        assert not told(panel)

    assert drive(monkeypatch, [], script) == 0


def test_more_tells_a_method_what_the_command_line_tells_it(
    monkeypatch, qapp, tmp_path
):
    options = {"seed": "7", "cells": "5", "kept": "40"}
    files = [str(DEMO_MODEL), str(DEMO_PHOTO)]
    asked = ["explain", *files, "--method", "rise", "--samples", "1000", "--divide"]
    asked += ["--seed", "7", "--cells", "5", "--kept", "0.4", "--out", str(tmp_path)]
    assert command(asked) == 0

    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(TAB)
        user.wait(lambda: user.window.session.gradients.engine, "gradients")
        user.wait_idle()
        panel = user.window.tabs.current
        user.choose("Method", "RISE")
        user.press("Masks: 1,000")
        user.press("More")
        fields = {"Seed": "seed", "Grid": "cells", "Kept": "kept"}
        for name, option in fields.items():
            enter(user.part(QSpinBox, name), options[option])
        tick(user.part(QCheckBox, "Divide by how often a place was seen"))
        user.press("Run")
        user.wait(lambda: panel.lens.state.phase is Phase.COMPLETE, "RISE")
        values = shown(user).heatmap.values
        np.testing.assert_allclose(values, np.load(tmp_path / "heatmap.npy"), atol=1e-5)

        enter(user.part(QSpinBox, "Kept"), "400")  # no share: the former one holds
        assert any("outside of 1 to 99" in each for each in words(panel))
        assert panel.lens.state.phase is Phase.COMPLETE
        enter(user.part(QSpinBox, "Kept"), "41")
        assert panel.lens.state.phase is Phase.WAITING
        others = (
            ("Score-CAM", "Channels"),
            ("Integrated gradients", "Steps"),
            ("SmoothGrad", "Noise"),
            ("LIME", "Samples"),
        )
        for method, first in others:
            user.choose("Method", method)  # each has its own
            assert user.part(QSpinBox, first).isVisible()
        user.choose("Method", "RISE")
        assert user.part(QSpinBox, "Seed").value() == 7

    assert drive(monkeypatch, [], script) == 0
