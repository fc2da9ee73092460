"""What every tab promises: controls keep their width, and words their height."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.panels.panel import Panel
from gui.theme import apply_theme
from gui.widgets.form import button, text
from gui.widgets.running import RunRow
from tests.gui.finding import part

pytestmark = pytest.mark.gui
WIDTH = 455  # px


@pytest.fixture
def sentence():
    return text(wraps=True)


@pytest.fixture
def panel(qtbot, qapp, sentence):
    apply_theme(qapp)
    panel = Panel(None, None, None)
    panel.lay_out(sentence)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def settled(panel, qapp, height):
    """The panel's content, after the window was made so high."""
    panel.resize(WIDTH, height)
    qapp.processEvents()
    return panel.findChild(QScrollArea).widget()


def test_words_that_just_fit_or_just_do_not_settle(panel, sentence, qapp):
    """Near that height the scroll bar came, narrowed the words, went, came, …"""
    for words in range(10, 40):
        sentence.setText("word " * words)
        least = settled(panel, qapp, 30).heightForWidth(WIDTH)
        for height in range(least - 30, least + 10):
            settled(panel, qapp, height)


def test_controls_are_as_wide_in_a_low_window_as_in_a_high_one(panel, sentence, qapp):
    sentence.setText("word " * 200)
    settled(panel, qapp, 100)
    in_low = sentence.width()
    settled(panel, qapp, 900)
    assert sentence.width() == in_low


def test_a_scroll_bar_shows_only_where_there_is_something_to_scroll(
    panel, sentence, qapp
):
    sentence.setText("word " * 200)

    def tones(height):
        settled(panel, qapp, height)
        bar = panel.findChild(QScrollArea).verticalScrollBar()
        picture = bar.grab().toImage()
        middle, rows = picture.width() // 2, range(picture.height())
        return {picture.pixelColor(middle, row).name() for row in rows}

    assert len(tones(100)) > 1
    assert len(tones(900)) == 1


@pytest.fixture
def tab(qtbot, qapp):
    """A panel with three buttons, between two others of the window."""
    window, panel = QWidget(), Panel(None, None, None)
    panel.lay_out(button("first"), button("middle"), button("last"))
    layout = QVBoxLayout(window)
    for each in (button("above"), panel, button("below")):
        layout.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize(("gone", "heir"), [("middle", "first"), ("last", "middle")])
@pytest.mark.parametrize("leave", [QWidget.hide, lambda each: each.setEnabled(False)])
def test_the_focus_of_what_vanishes_goes_to_the_control_before(
    tab, qapp, gone, heir, leave
):
    each = part(tab, QPushButton, gone)
    each.clicked.connect(lambda: leave(each))
    each.setFocus()
    QTest.keyClick(each, Qt.Key.Key_Space)
    assert qapp.focusWidget() is part(tab, QPushButton, heir)
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)  # goes on as ever
    after = {"middle": "last", "last": "below"}[gone]
    assert qapp.focusWidget() is part(tab, QPushButton, after)


def test_the_focus_stays_where_a_map_is_run_and_stopped(qtbot, qapp):
    row = RunRow("Run map", "Runs it.")
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    row.run_clicked.connect(lambda: row.show_progress(None, 0, 0))
    row.stop_clicked.connect(row.show_ready)
    row.stop_clicked.connect(lambda: row.offer("continue", ""))
    part(row, QPushButton, "Run map").setFocus()
    for name in ("Stop", "Continue"):
        QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Space)
        assert qapp.focusWidget() is part(row, QPushButton, name)
