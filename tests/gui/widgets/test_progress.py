"""A bar that shows progress paints nothing at once."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.progress import ProgressBar

pytestmark = pytest.mark.gui


class Counting(QWidget):
    """Counts how often it is painted."""

    paints = 0

    def event(self, event):
        self.paints += event.type() is QEvent.Type.Paint
        return super().event(event)


def test_what_waits_to_be_painted_waits_on_while_a_bar_grows(qtbot):
    window, other, bar = QWidget(), Counting(), ProgressBar()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(other, 1)
    layout.addWidget(bar)
    bar.show_progress(0, 0)
    window.resize(200, 100)
    window.show()
    qtbot.waitUntil(lambda: other.paints > 0)
    before = other.paints
    for done, total in ((0, 10), (3, 10), (10, 10), (0, 0), (2, 4)):
        other.update()
        bar.show_progress(done, total)
        assert (bar.value(), bar.maximum()) == (done, total)
    assert other.paints == before
    qtbot.waitUntil(lambda: other.paints == before + 1)
