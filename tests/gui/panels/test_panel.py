"""What every tab promises: controls keep their width, and words their height."""

import pytest
from PySide6.QtWidgets import QScrollArea

from gui.panels.panel import Panel
from gui.theme import apply_theme
from gui.widgets.form import text

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
