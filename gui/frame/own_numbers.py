"""Fields for a normalisation of one's own: channels, scale, mean and deviation."""

import re
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from gui.errors import said
from gui.widgets.form import Group, field_row, named, set_property, stack, text
from inference.classifier import GREYS, Normalisation
from inference.errors import SpecError

_PARTS = re.compile(r"[\s,;]+")


class OwnNumbers(Group):
    """Lets the user state (x × scale − mean) / std; a wrong number is told below.

    Signals:
        chosen: a `Normalisation`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._how: Normalisation | None = None
        self._channels = QComboBox()
        tip = self.tr("The order of the colours in the network's input (default: RGB).")
        named(self._channels, self.tr("Channels"), tip)
        tip = self.tr(
            "Factor on pixel values from 0 to 255; 1/255 may be written so (default: "
            "1/255)."
        )
        self._scale = named(QLineEdit(), self.tr("Scale"), tip)
        tip = self.tr(
            "Taken away after scaling: one number, or one for each channel (default: "
            "that of the guess)."
        )
        self._mean = named(QLineEdit(), self.tr("Mean"), tip)
        tip = self.tr(
            "Divided by at the end: one number, or one for each channel (default: "
            "that of the guess)."
        )
        self._std = named(QLineEdit(), self.tr("Deviation"), tip)
        self._wrong = text(role="error", wraps=True)
        self._wrong.hide()
        stack(
            self,
            field_row(self.tr("Channels"), (self._channels, 1)),
            field_row(self.tr("Scale"), (self._scale, 1)),
            field_row(self.tr("Mean"), (self._mean, 1)),
            field_row(self.tr("Deviation"), (self._std, 1)),
            field_row("", (self._wrong, 1)),
        )
        self._channels.currentIndexChanged.connect(self._on_changed)
        for field in (self._scale, self._mean, self._std):
            field.editingFinished.connect(self._on_changed)

    def show_numbers(self, how: Normalisation) -> None:
        """Shows a normalisation, without a signal."""
        self._how = how
        self._channels.blockSignals(True)
        self._channels.clear()
        orders = (how.channels,) if len(how.mean) != 3 else ("RGB", "BGR", "GGG")
        for word in orders:
            is_grey = word in GREYS
            self._channels.addItem(self.tr("Grey") if is_grey else word, word)
        self._channels.setCurrentIndex(max(self._channels.findData(how.channels), 0))
        self._channels.blockSignals(False)
        self._scale.setText(written((how.scale,)))
        self._mean.setText(written(how.mean))
        self._std.setText(written(how.std))
        self._tell("")

    @property
    def normalisation(self) -> Normalisation | None:
        """What the fields said last that could be used."""
        return self._how

    def shows(self, how: Normalisation) -> bool:
        """Whether the fields say the same as a normalisation."""
        own = self._how
        return own is not None and replace(own, name=how.name) == how

    def _on_changed(self) -> None:
        fields = (self._scale, self._mean, self._std)
        numbers = [read_numbers(field.text()) for field in fields]
        for field, found in zip(fields, numbers, strict=True):
            set_property(field, "invalid", not found)
        wrong = [f for f, found in zip(fields, numbers, strict=True) if not found]
        if wrong:
            words = self.tr(
                '"{text}" is no number. Write one such as 0.5, or one for each channel '
                "with blanks between them."
            )
            self._tell(words.format(text=wrong[0].text()))
            return
        scale, mean, std = numbers
        try:
            how = Normalisation(self._channels.currentData(), scale[0], mean, std)
        except SpecError as error:
            self._tell(said(error))
            return
        self._tell("")
        if not self.shows(how):
            self._how = how
            self.chosen.emit(how)

    def _tell(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))


def read_numbers(words: str) -> tuple[float, ...]:
    """Reads numbers that commas or blanks part; () where one of them is none."""
    try:
        return tuple(_number(word) for word in _PARTS.split(words.strip()))
    except (ValueError, ZeroDivisionError, OverflowError):
        return ()


def _number(word: str) -> float:
    above, _, below = word.partition("/")
    return float(above) / float(below or 1)


def written(numbers: tuple[float, ...]) -> str:
    """Writes numbers; one where they are all the same."""
    same = set(numbers)
    return ", ".join(map(_short, numbers[:1] if len(same) == 1 else numbers))


def _short(number: float) -> str:
    for below in (255, 127.5):
        if number == 1 / below:
            return f"1/{below:g}"
    return f"{number:.9g}"
