"""What was closed, or is looked at no more, is let go."""

import gc
import weakref

import pytest
from PySide6.QtWidgets import QApplication

from gui.panels import PANELS
from tests.gui.driving import drive, let_go

pytestmark = pytest.mark.gui


def visit_tabs(user):
    """Looks at all that there is of a model and a photo, and ends at the first tab."""
    gradients = user.window.session.gradients
    for place in (*range(len(PANELS)), 0):
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
    let_go()
    assert left
    assert alive(left) == []
    assert len(QApplication.allWidgets()) == before
