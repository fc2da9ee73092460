"""The class beside the target: any class can be it, but never the target itself."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.widgets.class_picker import ClassPicker, RivalPicker
from inference.classifier import Prediction
from tests.gui.driving import drive, place_of
from tests.gui.finding import choose, leave

pytestmark = pytest.mark.gui


def pick(user, picker, index):
    """Takes a class from the open list."""
    choose(picker, user.window.session.subject.classifier.labels[index])
    assert picker.picked == index


def open_gradcam(user):
    user.wait_opened()
    user.window.tabs.show_tab(1)
    gradients = user.window.session.gradients
    user.wait(lambda: gradients.engine or gradients.failure, "gradients")
    user.wait_idle()


def test_class_0_can_be_the_second_class(monkeypatch, qapp):
    def script(user):
        open_gradcam(user)
        session = user.window.session
        session.pick_target(3)
        user.press("Compare: Two classes")
        picker = user.part(ClassPicker, "Second class")
        pick(user, picker, 0)
        user.wait_idle()
        session.pick_target(4)  # asks again
        user.wait_idle()
        assert picker.picked == 0
        targets = [overlay.heatmap.target for overlay in session.shown.overlays]
        assert targets == [4, 0]

    assert drive(monkeypatch, [], script) == 0


def test_class_0_can_be_explained_against(monkeypatch, qapp):
    def script(user):
        open_gradcam(user)
        session = user.window.session
        session.pick_target(3)
        user.press("Explains: Margin")
        pick(user, user.part(ClassPicker, "Against"), 0)
        user.wait_idle()
        session.pick_target(4)
        user.wait_idle()
        (shown,) = session.shown.overlays
        assert (shown.heatmap.target, shown.heatmap.against) == (4, 0)

    assert drive(monkeypatch, [], script) == 0


@pytest.mark.parametrize("name", ["Against", "Second class"])
def test_target_and_other_class_change_places(monkeypatch, qapp, name):
    def script(user):
        open_gradcam(user)
        session = user.window.session
        session.pick_target(3)
        user.press("Explains: Margin")
        user.press("Compare: Two classes")
        user.wait_idle()
        picker = user.part(ClassPicker, name)
        pick(user, picker, 5)
        session.pick_target(5)
        user.wait_idle()
        assert (session.target, picker.picked) == (5, 3)
        pick(user, picker, 4)
        choose(picker, session.subject.classifier.labels[5])  # the target itself
        user.wait_idle()
        assert (session.target, picker.picked) == (4, 5)

    assert drive(monkeypatch, [], script) == 0


def test_the_map_of_occlusion_is_never_against_its_own_target(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        session = user.window.session
        session.pick_target(3)
        user.press("Run map")
        user.wait(lambda: session.shown.overlays, "a map")
        user.wait_idle()
        picker = user.part(ClassPicker, "Against")
        pick(user, picker, 0)
        user.wait_idle()
        assert session.shown.overlays[0].heatmap.against == 0
        session.pick_target(0)
        user.wait_idle()
        heatmap = session.shown.overlays[0].heatmap
        assert (heatmap.target, heatmap.against) == (0, 3)
        session.step(1)
        user.wait(lambda: place_of(session) == 1, "the next photo")
        user.wait_idle()
        assert picker.picked == 3  # the same model keeps what was chosen

    assert drive(monkeypatch, [], script) == 0


def test_of_two_classes_of_one_name_the_chosen_one_stays(qtbot):
    picker = ClassPicker("Against", "")
    qtbot.addWidget(picker)
    picker.set_labels(("crane", "dog", "crane"))
    picker.show()
    for _ in range(3):
        QTest.keyClick(picker, Qt.Key.Key_Down)
    leave(picker.lineEdit())
    assert picker.picked == 2


def test_a_photo_seen_by_a_model_of_more_classes_brings_their_names(qtbot):
    picker = RivalPicker("Against", "")
    qtbot.addWidget(picker)
    picker.set_labels(("crane", "dog"))
    scores = np.arange(4, dtype=np.float32)
    picker.set_target(3, Prediction(scores, ("crane", "dog", "swan", "wolf")))
    assert (picker.count(), picker.currentText()) == (4, "swan")
