"""A row of choices keeps room for its words."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QPushButton

from gui.theme import ThemeChoice, apply_theme
from gui.widgets.controls import Segments

pytestmark = pytest.mark.gui


def test_choices_are_never_squeezed_below_their_words(qtbot, qapp):
    apply_theme(qapp, ThemeChoice.LIGHT)
    choices = Segments("Detail", "How fine.", ("Quick · 121", "Every pixel · 50,176"))
    qtbot.addWidget(choices)
    choices.resize(QSize(10, 10))
    choices.show()
    for each in choices.findChildren(QAbstractButton):
        assert each.width() >= QPushButton.sizeHint(each).width()
