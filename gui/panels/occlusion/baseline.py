"""Chooses what stands in covered places."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from gui.fonts import px
from gui.panels.occlusion.fills import color_of
from gui.widgets.form import at_least, field_row, named, set_property, swatch, text
from gui.widgets.words import translate
from inference.geometry import Floats
from inference.occluder import BASELINES


def baseline_words(name: str) -> str:
    """Returns what a baseline is called; an own colour is its own name."""
    return _known().get(name, name)


def _known() -> dict[str, str]:
    return {
        "gray": translate("BaselinePicker", "Grey 128"),
        "mean": translate("BaselinePicker", "Image mean"),
        "black": translate("BaselinePicker", "Black"),
        "white": translate("BaselinePicker", "White"),
        "blurred": translate("BaselinePicker", "Blurred"),
    }


class BaselinePicker(QComboBox):
    """Chooses a baseline; an own colour is typed in a field.

    Attributes:
        own: The row of that field; it is shown while the colour is wanted.

    Signals:
        changed: another baseline is chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        for name, words in _known().items():
            self.addItem(words, name)
        self.addItem(self.tr("Own colour…"), "own")
        tip = self.tr(
            "What stands in the covered place; blurred is the photo itself out of "
            "focus (default: grey 128, the colour value before normalisation)."
        )
        named(self, self.tr("Covered with"), tip)
        at_least(self, 136)
        self._color = QLineEdit("128,128,128")
        named(
            self._color,
            self.tr("Own colour"),
            self.tr(
                "Red, green and blue, each from 0 to 255 and divided by commas; "
                "128,128,128 by default."
            ),
        )
        self._color.setFixedWidth(px(136))
        self.own = field_row("", self._color, text(self.tr("0 to 255"), "muted"), ...)
        self.own.hide()
        self.currentIndexChanged.connect(self._on_picked)
        self._color.editingFinished.connect(self.changed)

    @property
    def words(self) -> str:
        """What is chosen: the name of a baseline, or a colour as it was typed."""
        name = str(self.currentData())
        return name if name in BASELINES else self._color.text()

    def choose(self, words: str) -> None:
        """Chooses the baseline of a name, or a colour as it is typed."""
        place = self.findData(words)
        if place < 0:
            self._color.setText(words)
        self.setCurrentIndex(place if place >= 0 else self.findData("own"))
        self.changed.emit()

    def set_mean(self, mean: Floats) -> None:
        """Shows what each baseline looks like on an input of this mean (C,)."""
        for place in range(self.count() - 1):
            baseline = BASELINES[str(self.itemData(place))]
            self.setItemIcon(place, swatch(*color_of(baseline, mean)))

    def set_invalid(self, *, is_invalid: bool) -> None:
        """Says whether the own colour is the one that cannot work."""
        set_property(self._color, "invalid", is_invalid)

    def _on_picked(self) -> None:
        self.own.setVisible(self.currentData() == "own")
        self.changed.emit()
