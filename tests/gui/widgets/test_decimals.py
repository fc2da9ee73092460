"""A field for numbers writes them, and reads them, as the language has it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.language import Language
from gui.panels.finetune.curves import Curves
from gui.widgets.decimals import DecimalField
from inference.bundled import TRANSLATIONS


@pytest.fixture
def russian(qapp):
    language = Language(TRANSLATIONS / "netgaze_ru.qm")
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


def typed(field, words):
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field.value


def test_in_english_a_point_divides(qtbot):
    field = DecimalField(-1, 1, 0.0003)
    qtbot.addWidget(field)
    assert field.text() == "0.0003"
    assert typed(field, "0.5") == 0.5
    assert typed(field, "-0.25") == -0.25
    field.show_value(-0.5)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value == -0.5


def test_in_russian_a_comma_divides_and_a_point_is_understood(qtbot, russian):
    field = DecimalField(-1, 1, 0.0003)
    qtbot.addWidget(field)
    assert field.text() == "0,0003"
    assert typed(field, "0,5") == 0.5
    assert typed(field, "0.25") == 0.25
    assert field.text() == "0,25"


def test_numbers_at_an_axis_are_those_of_the_language(qtbot, russian):
    curves = Curves("Loss", is_share=False)
    qtbot.addWidget(curves)
    axis = curves.getAxis("left")
    assert axis.tickStrings([0.5, 1.0], 1, 0.5) == ["0,5", "1,0"]
