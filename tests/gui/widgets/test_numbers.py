"""A number that cannot be is said below its field, and is never cut to another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpinBox

from gui.panels.occlusion.probe import ProbeSection
from gui.widgets.numbers import NumberSlider
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import open_classifier
from inference.geometry import Box
from inference.image import open_image
from tests.gui.finding import enter, leave, part

pytestmark = pytest.mark.gui


@pytest.fixture
def pair(qtbot):
    pair = NumberSlider("Side", "Side in pixels.")
    qtbot.addWidget(pair)
    pair.set_range(0, 224)
    pair.set_value(132)
    pair.show()
    return pair


def said(root):
    """What is said to be wrong."""
    labels = root.findChildren(QLabel)
    return [
        each.text()
        for each in labels
        if each.property("role") == "bad" and each.isVisible()
    ]


def test_a_number_beyond_the_range_stays_and_is_said(pair, qtbot):
    field = pair.findChild(QSpinBox)
    with qtbot.assertNotEmitted(pair.value_changed):
        enter(field, "300")
    assert field.lineEdit().text().startswith("300")
    assert said(pair) == ["300 is outside of 0 to 224."]
    assert field.property("invalid")
    assert pair.value == 132
    with qtbot.waitSignal(pair.value_changed) as signal:
        enter(field, "30")
    assert signal.args == [30]
    assert said(pair) == []
    assert not field.property("invalid")


def test_what_is_left_wrong_is_taken_back(pair):
    field = pair.findChild(QSpinBox)
    enter(field, "225")
    leave(field)
    assert field.text() == "132 px"
    assert said(pair) == []


def test_a_number_that_is_too_small_or_none_is_said_when_it_is_entered(pair):
    pair.set_range(8, 112)
    field = pair.findChild(QSpinBox)
    field.selectAll()
    QTest.keyClicks(field, "4")
    assert said(pair) == []  # more digits may follow
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said(pair) == ["4 is outside of 8 to 112."]
    QTest.keyClicks(field, "5")
    assert said(pair) == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pair.value == 45
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said(pair) == ["A whole number from 8 to 112 is wanted."]


def test_the_row_of_a_patch_is_not_silently_another_one(qtbot):
    classifier = open_classifier(DEMO_MODEL)
    prepared = classifier.prepare(open_image(DEMO_PHOTO))
    section = ProbeSection()
    qtbot.addWidget(section)
    section.show()
    section.show_boxes((Box(2, 2, 20, 20),), prepared)
    last = prepared.size.height - 1
    with qtbot.assertNotEmitted(section.box_changed):
        enter(part(section, QSpinBox, "Last row"), "300")
    assert said(section) == [f"300 is outside of 0 to {last}."]


def test_the_name_beside_a_slider_stays_where_it_is(qtbot):
    side = NumberSlider("Mask side", "Side.", is_labelled=True)
    side.set_range(0, 224)
    qtbot.addWidget(side)
    side.resize(400, side.sizeHint().height())
    side.show()
    name, field = part(side, QLabel, "Mask side"), side.findChild(QSpinBox)
    before = middle(name, side), middle(field, side)
    enter(field, "300")
    assert said(side) == ["300 is outside of 0 to 224."]
    side.resize(400, side.sizeHint().height())
    qtbot.waitUntil(lambda: (middle(name, side), middle(field, side)) == before)


def middle(widget, root):
    """How far down the words of a part stand."""
    return widget.mapTo(root, widget.rect().center()).y()
