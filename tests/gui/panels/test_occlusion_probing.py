"""A patch shows its own number or none: never that of another patch."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from inference.classifier import Classifier
from inference.occlusion import probe
from tests.gui.driving import drive, place_of
from tests.models import one_pixel

pytestmark = pytest.mark.gui


def lay(user, row=100, col=100):
    """Covers a place and waits for the number."""
    user.click(row, col)
    user.wait_idle()
    return user.window.session.shown.patches[-1].label


def covered(user):
    """What the scores show as covered, newest last."""
    return heard(user, lambda shown: shown.covered)


def labels(user):
    """What stands beside the newest patch, newest last."""
    return heard(user, lambda shown: shown.patches[-1].label)


def heard(user, part):
    """What a part of what lies over the photo becomes, newest last."""
    session, found = user.window.session, []
    last = [part(session.shown)] if session.shown.patches else []

    def hear(shown):
        if last[-1:] != [part(shown)]:
            last.append(part(shown))
            found.append(part(shown))

    session.shown_changed.connect(hear)
    return found


def type_colour(user, words):
    field = user.part(QLineEdit, "Own colour")
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    user.wait_idle()


def test_another_model_takes_the_patch_and_its_scores_away(monkeypatch, qapp, tmp_path):
    model = one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8))

    def script(user):
        user.wait_opened()
        session = user.window.session
        assert lay(user)
        found = covered(user)
        session.open_model(model)
        user.wait(lambda: len(session.subject.classifier.labels) == 2, "the model")
        user.wait_idle()
        assert not session.shown.patches
        assert not [prediction for prediction in found if prediction is not None]

    assert drive(monkeypatch, [], script) == 0


def test_a_refused_colour_leaves_no_number(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        session = user.window.session
        assert lay(user)
        box = user.part(QComboBox, "Covered with")
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_End)  # an own colour
        user.wait_idle()
        found = covered(user)
        type_colour(user, "abc")
        assert found == [None]
        user.click(200, 220)
        user.wait_idle()
        assert not session.shown.patches[-1].label
        type_colour(user, "1,2,3")
        assert session.shown.patches[-1].label
        assert found[-1] is not None

    assert drive(monkeypatch, [], script) == 0


def test_a_new_patch_has_no_number_until_its_own_comes(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        session = user.window.session
        assert lay(user)
        user.click(200, 220)
        assert not session.shown.patches[-1].label
        user.wait_idle()
        assert session.shown.patches[-1].label

    assert drive(monkeypatch, [], script) == 0


def test_a_late_number_of_the_former_patch_is_not_shown(monkeypatch, qapp):
    is_free = threading.Event()

    def slow(*arguments, **options):
        assert is_free.wait(60)
        return probe(*arguments, **options)

    def script(user):
        user.wait_opened()
        found = labels(user)
        monkeypatch.setattr("gui.panels.occlusion.probing.probe", slow)
        user.click(20, 20)  # on its way
        user.click(200, 220)
        is_free.set()
        user.wait_idle()
        assert len([label for label in found if label]) == 1

    assert drive(monkeypatch, [], script) == 0


def test_a_patch_that_is_dragged_keeps_a_number(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        assert lay(user)
        found = labels(user)
        user.drag((100, 100), (160, 160))
        user.wait_idle()
        assert found
        assert all(found)

    assert drive(monkeypatch, [], script) == 0


class Watched(np.ndarray):
    """Pixels that remember in which threads something was computed from them."""

    threads = frozenset()

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        Watched.threads |= {threading.current_thread()}
        plain = [np.asarray(each) for each in inputs]
        return getattr(ufunc, method)(*plain, **kwargs)


def test_the_window_averages_no_pixels(monkeypatch, qapp):
    """Where they are many, it would stand still at each photo."""
    prepare = Classifier.prepare

    def watched(classifier, image):
        found = prepare(classifier, image)
        return replace(found, pixels=found.pixels.view(Watched))

    monkeypatch.setattr(Classifier, "prepare", watched)

    def script(user):
        user.wait_opened()
        user.choose("Covered with", "Image mean")
        lay(user)
        user.window.session.step(1)
        user.wait(lambda: place_of(user.window.session) == 1, "the next photo")
        lay(user)
        assert threading.main_thread() not in Watched.threads

    assert drive(monkeypatch, [], script) == 0
