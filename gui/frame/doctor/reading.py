"""The lines about the file: which output is read, and what is fed beside the photo."""

import re
from weakref import ReferenceType, ref

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from gui.errors import said
from gui.frame.doctor.words import given_words, output_words
from gui.frame.own_numbers import read_numbers, written
from gui.widgets.form import (
    Elided,
    Group,
    at_least,
    field_row,
    named,
    set_property,
    stack,
    text,
)
from gui.widgets.words import shortened
from inference.classifier import Classifier
from inference.errors import SpecError, plain
from inference.geometry import Size, parse_size
from inference.network.binding import GivenInput, Numbers

FIELD_WIDTH = 120  # px
_TIMES = re.compile(r"\s*[x×]\s*")


class ReadingSection(Group):
    """Shows which output is read and what else is fed, and lets the user say both.

    Signals:
        output_chosen: the name of an output.
        size_chosen: a `Size`.
        input_stated: name of an input and its numbers; none leave it to NetGaze.
    """

    output_chosen = Signal(str)
    size_chosen = Signal(object)
    input_stated = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: ReferenceType[Classifier] | None = None
        self._written = ""  # as size
        self._output = text(role="muted", wraps=True)
        self._outputs = QComboBox()
        tip = self.tr(
            "The output that the classes are read from, where several could be "
            "(default: the likeliest)."
        )
        named(self._outputs, self.tr("Output"), tip)
        self._outputs.activated.connect(
            lambda place: self.output_chosen.emit(self._outputs.itemData(place))
        )
        self._size = at_least(QLineEdit(), FIELD_WIDTH)
        self._size.setMaximumWidth(FIELD_WIDTH)
        tip = self.tr(
            "Height and width that the photo is scaled to, such as 224 or 224 x 320 "
            "(default: 224)."
        )
        named(self._size, self.tr("Input size"), tip)
        self._size.editingFinished.connect(self._on_size)
        hint = text(self.tr("The model leaves its size open."), "muted", wraps=True)
        self._size_row = field_row(self.tr("Size"), self._size, (hint, 1))
        self._inputs = stack(Group(), gap=6)
        self._wrong = text(role="error", wraps=True)
        self._wrong.hide()
        stack(
            self,
            field_row(self.tr("Output"), (self._output, 1), self._outputs),
            self._size_row,
            self._inputs,
            field_row("", (self._wrong, 1)),
            gap=6,
        )

    def show_model(self, opened: Classifier) -> None:
        """Shows how the file of a model is read, without a signal."""
        if self._shown is not None and self._shown() is opened:
            return
        self._shown, reading = ref(opened), opened.spec.reading
        self._written = _size_text(opened.preprocessing.size)
        self._output.setText(output_words(opened))
        self._outputs.clear()
        for name in reading.outputs:
            self._outputs.addItem(shortened(plain(name)), name)
        self._outputs.setCurrentIndex(self._outputs.findData(reading.output))
        self._outputs.setVisible(len(reading.outputs) > 1)
        self._size.setText(self._written)
        self._size_row.setVisible(0 in opened.spec.input.size)
        self._show_inputs(reading.given)
        self._tell("")

    def _show_inputs(self, given: tuple[GivenInput, ...]) -> None:
        layout = self._inputs.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, each in enumerate(given):
            row = GivenRow(each, self.tr("Inputs") if place == 0 else "")
            row.stated.connect(self.input_stated)
            row.told.connect(self._tell)
            layout.addWidget(row)
        self._inputs.setVisible(bool(given))

    def _on_size(self) -> None:
        stated = self._size.text()
        if self._shown is None or stated == self._written:
            return
        try:
            size = parse_size(_TIMES.split(stated.strip().lower()))
        except SpecError as error:
            set_property(self._size, "invalid", True)
            self._tell(said(error))
            return
        set_property(self._size, "invalid", False)
        self._tell("")
        self.size_chosen.emit(size)

    def _tell(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))


class GivenRow(Group):
    """A field for what an input beside the photo is given.

    Signals:
        stated: its name, and its numbers; none leave it to NetGaze.
        told: what is wrong, or "".
    """

    stated = Signal(str, object)
    told = Signal(str)

    def __init__(self, given: GivenInput, head: str) -> None:
        super().__init__()
        self._given, self._numbers = given, given.numbers
        name = plain(given.name)
        self._field = at_least(QLineEdit(written(given.numbers)), FIELD_WIDTH)
        self._field.setMaximumWidth(FIELD_WIDTH)
        tip = self.tr(
            "One number for all of it, or all of its numbers with commas between them; "
            "nothing leaves it to NetGaze."
        )
        named(self._field, name, tip)
        self._field.editingFinished.connect(self._on_edited)
        title, source = Elided(shortened(name)), text(given_words(given), "muted")
        source.setWordWrap(True)
        stack(self, field_row(head, title, self._field, (source, 1)), gap=0)

    def _on_edited(self) -> None:
        numbers: Numbers = read_numbers(self._field.text())
        is_wrong = not numbers and bool(self._field.text().strip())
        set_property(self._field, "invalid", is_wrong)
        if is_wrong:
            words = self.tr('"{text}" is no number. Write one such as 0.5.')
            self.told.emit(words.format(text=self._field.text()))
            return
        self.told.emit("")
        if numbers != self._numbers:
            self._numbers = numbers
            self.stated.emit(self._given.name, numbers)


def _size_text(size: Size) -> str:
    height, width = size
    return f"{height}" if height == width else f"{height} x {width}"
