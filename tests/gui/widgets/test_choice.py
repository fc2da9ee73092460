"""A combo box that gives way to what stands beside it."""

import pytest
from PySide6.QtTest import QTest

from gui.fonts import px
from gui.panels.ranking.matching_card import MatchingCard
from gui.widgets.choice import Choice
from gui.widgets.form import row, text
from tests.gui.drawn import words_of

pytestmark = pytest.mark.gui
WORDS = "a choice of many words"


def test_words_without_room_are_shortened_and_the_list_has_all_of_them(qtbot):
    choice = Choice()
    choice.addItems([WORDS, "none"])
    whole = row(choice, text("beside it"), ...)
    qtbot.addWidget(whole)
    whole.resize(px(500), px(40))
    whole.show()
    QTest.qWait(1)
    (written,) = words_of(choice)
    assert written.text == WORDS
    whole.resize(px(170), px(40))
    QTest.qWait(1)
    assert whole.width() == px(170)
    (written,) = words_of(choice)
    assert written.text.endswith("…")
    assert choice.rect().contains(written.box.toRect())
    choice.showPopup()
    assert choice.view().width() >= choice.fontMetrics().horizontalAdvance(WORDS)
    choice.hidePopup()


def test_long_labels_make_no_wide_panel(qtbot):
    card = MatchingCard()
    qtbot.addWidget(card)
    card.resize(px(480), px(120))
    card.ask(["a label of quite many words that goes on for a while"], ["pizza"])
    card.show()
    QTest.qWait(1)
    assert card.width() == px(480)
