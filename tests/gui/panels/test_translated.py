"""The sections of the tabs in another language: no English word is left, all works."""

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from gui.panels.activations.channel import ChannelSection
from gui.panels.activations.controls import ControlsSection
from gui.panels.activations.network import NetworkSection
from gui.panels.activations.pins import PinsSection
from gui.panels.activations.tile_grid import TileGrid
from gui.panels.gradcam.controls import Compared, GradCamControls
from gui.panels.gradcam.ladder import Ladder
from gui.panels.occlusion.map import MapSection
from gui.panels.occlusion.probe import ProbeSection
from gui.panels.occlusion.reading import ReadingSection

SECTIONS = (
    *(MapSection, ProbeSection, ReadingSection),
    *(GradCamControls, Ladder),
    *(ChannelSection, ControlsSection, NetworkSection, PinsSection, TileGrid),
)


class Marking(QTranslator):
    """A language whose sentences are the English ones in brackets."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return f"[{source}]" if source else None

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def foreign(qapp):
    language = Marking()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


def words_of(widget):
    """What a person or a screen reader finds in a widget and all its parts."""
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.accessibleName(), part.toolTip())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QComboBox):
            yield from (part.itemText(place) for place in range(part.count()))
        if isinstance(part, QLineEdit):
            yield part.placeholderText()
        if isinstance(part, QTableView):
            across = Qt.Orientation.Horizontal
            heads = range(part.model().columnCount())
            yield from (part.model().headerData(place, across) for place in heads)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_word_of_a_section_is_translated(foreign, qtbot, section):
    widget = section()
    qtbot.addWidget(widget)
    english = [
        words
        for words in words_of(widget)
        if any(letter.isalpha() for letter in words) and "[" not in words
    ]
    assert not english


def test_what_stands_beside_does_not_hang_on_its_word(foreign, qtbot):
    controls = GradCamControls()
    qtbot.addWidget(controls)
    choices = controls.findChildren(QAbstractButton)
    second = next(each for each in choices if each.text() == "[Two classes]")
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert controls.compared is Compared.CLASS
    assert controls.wish.is_pair
