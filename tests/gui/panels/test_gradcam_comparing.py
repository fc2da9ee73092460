"""Two panes explain one quantity, and words say what is drawn, in its colours."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from gui.photo.colour_bar import ColorBar
from gui.photo.pane_view import PaneView
from gui.widgets.words import MINUS
from tests.gui.driving import drive
from tests.gui.finding import choose, enter, part
from tests.gui.finding import words as words_of

pytestmark = pytest.mark.gui


def open_gradcam(user):
    user.wait_opened()
    user.window.tabs.show_tab(1)
    gradients = user.window.session.gradients
    user.wait(lambda: gradients.engine or gradients.failure, "gradients")
    user.wait_idle()


def choose_colors(user, name):
    """Walks through the colour maps by the key M."""
    for _ in range(20):
        if user.window.session.look.color_map == name:
            return user.wait_idle()
        user.key(Qt.Key.Key_M)
    raise AssertionError(f"there is no colour map {name}")


def choose_scale(user, name):
    choose(part(user.window.canvas.legend, QComboBox, "Scale"), name)
    user.wait_idle()


def drawn_ends(user):
    """What stands over each pane of the values that its colours span."""
    views = user.window.canvas.viewer.findChildren(PaneView)
    return [view.pane.subtitle.partition("scale ")[2] for view in views]


def test_how_sound_each_of_two_maps_is_stands_beside_its_class(monkeypatch, qapp):
    def script(user):
        open_gradcam(user)
        health = user.window.tabs.current.health
        (words,) = words_of(health)
        assert words.startswith("Map is sound")
        user.press("Compare: Two classes")
        user.wait_idle()
        first, second = user.window.session.shown.overlays
        (words,) = words_of(health)
        lines = words.splitlines()
        assert [line.split(": ")[0] for line in lines] == [first.title, second.title]
        assert all("of the places are positive" in line for line in lines)
        user.press("Compare: Off")
        user.wait_idle()
        (words,) = words_of(health)
        assert words.startswith("Map is sound")

    assert drive(monkeypatch, [], script) == 0


def test_a_margin_is_called_margin_in_both_panes(monkeypatch, qapp):
    def script(user):
        open_gradcam(user)
        session = user.window.session
        user.press("Explains: Margin")
        for beside in ("Two classes", "Method"):
            user.press(f"Compare: {beside}")
            user.wait_idle()
            assert len(session.shown.overlays) == 2
            for overlay in session.shown.overlays:
                assert "logit margin" in overlay.heatmap.title
                assert "margin" in overlay.subtitle
                assert overlay.heatmap.against is not None
                assert overlay.heatmap.against != overlay.heatmap.target

    assert drive(monkeypatch, [], script) == 0


def test_the_class_that_is_subtracted_can_be_the_second_one(monkeypatch, qapp):
    def script(user):
        open_gradcam(user)
        session = user.window.session
        user.press("Explains: Margin")
        user.press("Compare: Two classes")  # both are the runner-up
        user.wait_idle()
        first, second = (overlay.heatmap for overlay in session.shown.overlays)
        assert (second.target, second.against) == (first.against, first.target)

    assert drive(monkeypatch, [], script) == 0


def test_panes_with_own_colours_have_own_bars(monkeypatch, qapp):
    def script(user):
        open_gradcam(user)
        legend = user.window.canvas.legend
        user.press("Compare: Method")
        user.wait_idle()
        bars = [bar for bar in legend.findChildren(ColorBar) if bar.isVisible()]
        assert len(bars) == 2
        assert bars[0].accessibleName() != bars[1].accessibleName()
        assert "left: Grad-CAM of the logit" in legend.sentence()
        assert "right: Drop in logit" in legend.sentence()
        for view in user.window.canvas.viewer.findChildren(PaneView):
            assert "scale" in view.pane.subtitle
        scales = part(legend, QComboBox, "Scale")
        assert scales.findText("Scale: shared") < 0  # their numbers are none of a kind
        choose_scale(user, "Scale: symmetric")
        assert [ends[0] for ends in drawn_ends(user)] == [MINUS, MINUS]
        choose_scale(user, "Scale: fixed…")
        for name, value in (("Lowest value", "-2"), ("Highest value", "3")):
            enter(part(legend, QLineEdit, name), value)
        user.wait_idle()
        (bar,) = (bar for bar in legend.findChildren(ColorBar) if bar.isVisible())
        assert f"{MINUS}2" in bar.accessibleName()  # of both: their colours are alike
        assert "right: Drop in logit" in legend.sentence()
        user.press("Compare: Off")
        user.wait_idle()
        assert scales.currentText() == "Scale: fixed…"

    assert drive(monkeypatch, [], script) == 0


def test_red_and_blue_are_named_under_blue_red_alone(monkeypatch, qapp):
    def script(user):
        open_gradcam(user)
        legend = user.window.canvas.legend
        user.press("More")
        QTest.keyClick(user.part(QCheckBox, "Keep negative evidence"), Qt.Key.Key_Space)
        user.wait_idle()
        for name in ("viridis", "jet", "grey", "turbo", "inferno"):
            choose_colors(user, name)
            assert "red:" not in legend.sentence()
            assert "negative: against it" in legend.sentence()
        choose_colors(user, "blue-red")
        choose(part(legend, QComboBox, "Scale"), "Scale: symmetric")
        user.wait_idle()
        assert "red: speaks for the class" in legend.sentence()

    assert drive(monkeypatch, [], script) == 0
