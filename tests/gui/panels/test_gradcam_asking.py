"""What is chosen stays while maps come late; what is known is not asked again."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from gui.panels.gradcam.ladder import Ladder
from gui.widgets.pickers import LayerPicker
from inference.gradcam import GradCam
from inference.occluder import Occluder
from tests.gui.driving import drive, place_of

pytestmark = pytest.mark.gui

OCCLUSION, GRADCAM = 0, 1


class Gate:
    """Counts the calls of a method and, while closed, lets them through one by one."""

    def __init__(self, monkeypatch, owner, name):
        self.calls = 0
        self._passes = threading.Semaphore(0)
        self._is_closed = False
        method = getattr(owner, name)

        def gated(*args, **kwargs):
            self.calls += 1
            if self._is_closed:
                assert self._passes.acquire(timeout=60)
            return method(*args, **kwargs)

        monkeypatch.setattr(owner, name, gated)

    def close(self):
        self._is_closed = True

    def let(self, calls=1):
        self._passes.release(calls)

    def open(self):
        self._is_closed = False
        self._passes.release(1000)


def open_gradcam(user):
    user.wait_opened()
    user.window.tabs.show_tab(GRADCAM)
    user.wait(lambda: user.window.session.gradients.engine, "gradients")
    user.wait_idle()
    return user.window.tabs.current


def shown(user):
    """The map that lies over the photo."""
    return user.window.session.shown.overlays[0].heatmap


def is_at(user, layer):
    engine = user.window.session.gradients.engine
    return f"layer {engine.layer(layer).short} " in shown(user).meaning


def test_five_steps_down_the_layers_end_on_the_fifth(monkeypatch, qapp):
    gate = Gate(monkeypatch, GradCam, "explain")

    def script(user):
        open_gradcam(user)
        picker = user.part(LayerPicker, "Layer")
        while picker.currentIndex() > 0:
            user.key(Qt.Key.Key_Up, widget=picker)
        user.wait_idle()
        layers = [picker.itemData(n, Qt.ItemDataRole.ToolTipRole) for n in range(6)]
        gate.close()
        for _ in range(5):
            user.key(Qt.Key.Key_Down, widget=picker)
        assert picker.picked == layers[5]
        gate.let()
        user.wait(lambda: is_at(user, layers[1]), "the map that was under way")
        assert picker.picked == layers[5]  # the newest waits, what is chosen stays
        gate.open()
        user.wait_idle()
        assert picker.picked == layers[5]
        assert is_at(user, layers[5])

    assert drive(monkeypatch, [], script) == 0


def test_a_sign_chosen_under_a_late_map_is_of_the_chosen_layer(monkeypatch, qapp):
    gate = Gate(monkeypatch, GradCam, "explain")

    def script(user):
        open_gradcam(user)
        user.press("More")
        picker = user.part(LayerPicker, "Layer")
        signed = user.part(QCheckBox, "Keep negative evidence")
        last = picker.currentIndex()
        layers = [
            picker.itemData(last - n, Qt.ItemDataRole.ToolTipRole) for n in (1, 2)
        ]
        gate.close()
        user.key(Qt.Key.Key_Up, widget=picker)
        user.key(Qt.Key.Key_Up, widget=picker)
        gate.let()
        user.wait(lambda: is_at(user, layers[0]), "the map of the layer before")
        QTest.keyClick(signed, Qt.Key.Key_Space)
        gate.open()
        user.wait_idle()
        assert is_at(user, layers[1])
        assert "negative" in shown(user).meaning
        rungs = user.window.tabs.current.ladder.rungs
        assert {each.color_map for each in rungs if not each.is_empty} == {"blue-red"}

    assert drive(monkeypatch, [], script) == 0


def test_a_map_is_computed_once_however_the_tab_comes_to_the_front(monkeypatch, qapp):
    gate = Gate(monkeypatch, GradCam, "explain")
    climbs = Gate(monkeypatch, GradCam, "ladder")

    def script(user):
        open_gradcam(user)
        assert (gate.calls, climbs.calls) == (1, 1)
        user.window.tabs.show_tab(OCCLUSION)
        user.window.session.pick_target(3)
        user.wait_idle()
        assert gate.calls == 1  # nothing unseen is asked
        user.window.tabs.show_tab(GRADCAM)
        user.wait_idle()
        assert (gate.calls, climbs.calls) == (2, 2)
        assert shown(user).target == 3
        user.window.tabs.show_tab(OCCLUSION)
        user.window.tabs.show_tab(GRADCAM)
        assert shown(user).target == 3
        user.wait_idle()
        assert (gate.calls, climbs.calls) == (2, 2)

    assert drive(monkeypatch, [], script) == 0


def test_a_photo_that_comes_back_shows_its_map_at_once(monkeypatch, qapp):
    gate = Gate(monkeypatch, GradCam, "explain")

    def script(user):
        panel, session = open_gradcam(user), user.window.session
        values = shown(user).values
        rungs = picture(panel.ladder)
        session.step(1)
        user.wait(lambda: place_of(session) == 1)
        user.wait_idle()
        assert picture(panel.ladder) != rungs
        calls, seen = gate.calls, []
        session.subject_changed.connect(lambda _: seen.append(session.shown.overlays))
        session.step(-1)
        user.wait(lambda: seen)
        np.testing.assert_array_equal(seen[0][0].heatmap.values, values)
        assert picture(panel.ladder) == rungs
        user.wait_idle()
        assert gate.calls == calls

    assert drive(monkeypatch, [], script) == 0


def picture(ladder: Ladder):
    return ladder.viewport().grab().toImage()


def test_rungs_of_the_photo_before_are_dimmed_until_the_new_ones_stand(
    monkeypatch, qapp
):
    gate = Gate(monkeypatch, GradCam, "ladder")

    def script(user):
        panel, session = open_gradcam(user), user.window.session
        before = picture(panel.ladder)
        gate.close()
        session.step(1)
        user.wait(lambda: place_of(session) == 1)
        between = picture(panel.ladder)
        assert between != before
        assert contrast(between) < contrast(before) / 2
        gate.open()
        user.wait_idle()
        after = picture(panel.ladder)
        assert contrast(after) > 2 * contrast(between)

    assert drive(monkeypatch, [], script) == 0


def contrast(image):
    """How far the greys of a picture lie apart."""
    side = range(4, 80, 4)
    greys = [qGray(image.pixel(x, y)) for x in side for y in side]
    return float(np.std(greys))


# ---- beside the occlusion map


def press_stop(user):
    """In the status bar."""
    buttons = user.window.status.findChildren(QPushButton)
    (stop,) = [each for each in buttons if each.text() == "Stop" and each.isVisible()]
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)


def choose_stop(user):
    """In the menu."""
    actions = user.window.findChildren(QAction)
    (stop,) = [each for each in actions if each.text() == "Stop"]
    stop.trigger()


def words(widget: QWidget):
    return " ".join(
        part.text() for part in widget.findChildren(QWidget) if hasattr(part, "text")
    )


@pytest.mark.parametrize("stop", [press_stop, choose_stop])
def test_the_sweep_beside_shows_how_far_it_is_can_be_stopped_and_goes_on(
    monkeypatch, qapp, stop
):
    gate = Gate(monkeypatch, Occluder, "logits")

    def script(user):
        open_gradcam(user)
        calls = gate.calls
        gate.close()
        user.press("Compare: Method")
        gate.let(2)
        user.wait(lambda: "Occlusion map" in words(user.window.status), "its line")
        user.wait(lambda: len(user.window.session.shown.overlays) == 2, "its picture")
        assert user.window.session.shown.overlays[1].badge == "Preview"
        user.wait(lambda: gate.calls == calls + 3, "the third batch")
        stop(user)
        gate.open()
        user.wait_idle()
        assert gate.calls <= calls + 4
        first, second = user.window.session.shown.overlays
        assert (first.title, second.title) == ("Grad-CAM", "Occlusion")
        assert second.badge.startswith("Stopped at")
        user.press("Continue")
        user.wait_idle()
        _, second = user.window.session.shown.overlays
        assert second.badge.startswith("Exact at")
        buttons = user.window.tabs.current.findChildren(QPushButton)
        assert not [x for x in buttons if x.text() == "Continue" and x.isVisible()]

    assert drive(monkeypatch, [], script) == 0


def test_the_map_of_the_occlusion_tab_is_taken_from_there(monkeypatch, qapp):
    gate = Gate(monkeypatch, Occluder, "logits")

    def script(user):
        user.wait_opened()
        user.press("Run map")
        user.wait_idle()
        open_gradcam(user)
        calls = gate.calls
        user.press("Compare: Method")
        user.wait_idle()
        first, second = user.window.session.shown.overlays
        assert gate.calls == calls
        assert (first.heatmap.quantity, first.heatmap.target) == (
            second.heatmap.quantity,
            second.heatmap.target,
        )
        user.window.tabs.show_tab(OCCLUSION)
        user.wait_idle()
        (alone,) = user.window.session.shown.overlays
        assert alone.heatmap.quantity is not first.heatmap.quantity

    assert drive(monkeypatch, [], script) == 0
