"""What was closed, or is looked at no more, is let go."""

import gc
import threading
import weakref
from collections import Counter
from types import FunctionType, ModuleType

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.opened import Request
from gui.panels import TABS
from gui.widgets import dialogs
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from tests import models
from tests.gui.driving import drive, let_go

pytestmark = pytest.mark.gui
OURS = ("gui", "inference", "onnxruntime", "PySide6")
OTHER_PHOTO = DEMO_PHOTO.with_name("hamburger-02.jpg")


def visit_tabs(user):
    """Looks at all that there is of a model and a photo, and ends at the first tab."""
    gradients = user.window.session.gradients
    for place in (*range(len(TABS)), 0):
        user.window.tabs.show_tab(place)
        user.wait_idle()
    user.wait(lambda: gradients.engine or gradients.failure, "gradients")
    user.wait_idle()


def of_model(session):
    """Weak references to all that is large of the model that is looked at."""
    classifier, engine = session.subject.classifier, session.gradients.engine
    found = (classifier, classifier.graph, classifier.forward.session, engine)
    return [weakref.ref(each) for each in found]


def alive(references):
    gc.collect()
    return [found for each in references if (found := each()) is not None]


def living():
    """How many objects of ours there are, by kind."""
    gc.collect()
    kinds = Counter(map(type, gc.get_objects()))
    ours = (kind for kind in kinds if str(kind.__module__).startswith(OURS))
    return {kind.__qualname__: kinds[kind] for kind in ours}


def lent(root):
    """Arrays of ONNX Runtime: they hold the memory of the whole pass."""
    met, todo, found = {}, [root], []
    while todo:
        one = todo.pop()
        if id(one) in met or isinstance(one, type | ModuleType | FunctionType):
            continue
        met[id(one)] = one
        if isinstance(one, np.ndarray):
            todo.append(one.base)
            is_lent = type(one.base).__name__ == "PyCapsule"
            found.extend([one.shape] if is_lent else [])
        todo.extend(gc.get_referents(one))
    return found


def test_a_window_that_was_closed_leaves_nothing_behind(monkeypatch, qapp):
    left = []

    def script(user):
        user.wait_opened()
        visit_tabs(user)
        window = user.window
        parts = (window, window.session, window.lanes, window.answers, window.canvas)
        left.extend(map(weakref.ref, parts))
        left.extend(of_model(window.session))

    before = len(QApplication.allWidgets())
    assert drive(monkeypatch, [], script) == 0
    gc.unfreeze()  # torch was loaded, and all that lived then set aside
    let_go()
    assert left
    assert alive(left) == []
    assert len(QApplication.allWidgets()) <= before  # some of other tests go, too


def test_names_that_a_model_refused_do_not_keep_it(monkeypatch, qapp, tmp_path):
    small = models.convolutions(tmp_path / "small.onnx", (40, 48))
    labels = tmp_path / "one.txt"
    labels.write_text("a\n")
    monkeypatch.setattr(dialogs, "ask_file", lambda *_: labels)

    def script(user):
        user.wait_opened()
        session = user.window.session
        left = [weakref.ref(session.subject.classifier)]
        user.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        user.press("Class names")
        user.wait(lambda: "Model" in user.window.messages.sources, "a message")
        user.key(Qt.Key.Key_Escape)  # the page stays behind
        user.window.opening.open_files([small])
        user.wait(lambda: session.subject.request.model == small, "another model")
        user.wait_idle()
        user.wait(lambda: alive(left) == [], "the former model to go")

    assert drive(monkeypatch, [], script) == 0


def test_a_model_that_was_left_is_taken_apart_beside_the_window(
    monkeypatch, qapp, tmp_path
):
    """That of 20,000 nodes takes 0.1 s, in which nobody could click."""
    small = models.convolutions(tmp_path / "small.onnx", (40, 48))
    threads = []

    def script(user):
        user.wait_opened()
        session = user.window.session
        runtime = session.subject.classifier.forward.session
        weakref.finalize(runtime, lambda: threads.append(threading.current_thread()))
        del runtime
        session.open(Request(small, DEMO_PHOTO))
        user.wait(lambda: threads, "the former model to go")

    assert drive(monkeypatch, [], script) == 0
    assert threads[0] is not threading.main_thread()


def test_who_goes_round_and_round_meets_as_much_each_time(monkeypatch, qapp, tmp_path):
    small = models.convolutions(tmp_path / "small.onnx", (40, 48))

    def script(user):
        user.wait_opened()
        session = user.window.session
        left, counts = [], []
        for _ in range(3):
            for model, photo in ((small, OTHER_PHOTO), (DEMO_MODEL, DEMO_PHOTO)):
                left.extend(of_model(session) if counts else [])
                session.open(Request(model, photo))
                user.wait(lambda m=model: session.subject.request.model == m, "a model")
                user.wait(lambda: alive(left) == [], "the former model to go")
                visit_tabs(user)
            assert lent(session.subject) == lent(user.window.answers) == []
            counts.append(living())
        assert counts[-1] == counts[-2]

    assert drive(monkeypatch, [], script) == 0
