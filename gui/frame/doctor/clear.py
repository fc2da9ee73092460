"""A field for what transparent places of photos become."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gui.widgets.form import Group, field_row, named, stack, text
from gui.widgets.words import translate
from inference.classifier import Classifier
from inference.image import ALPHAS, Alpha


class ClearPlaces(Group):
    """Lets the user say what lies under transparent places.

    Signals:
        chosen: one of `ALPHAS`.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._choice = QComboBox()
        tip = self.tr(
            "What the network is fed where a photo is transparent (default: white)."
        )
        named(self._choice, self.tr("Transparent places"), tip)
        self._choice.activated.connect(
            lambda place: self.chosen.emit(self._choice.itemData(place))
        )
        hint = text(self.tr("Only photos with transparency differ."), "muted")
        hint.setWordWrap(True)
        stack(self, field_row(self.tr("Transparent"), self._choice, (hint, 1)))

    def show_model(self, opened: Classifier) -> None:
        """Shows what holds, and what can be chosen, without a signal."""
        is_fed = opened.spec.input.channels == len("RGBA")
        self._choice.clear()
        for how in ALPHAS if is_fed else ALPHAS[:-1]:
            self._choice.addItem(_words(how), how)
        how = opened.preprocessing.alpha
        self._choice.setCurrentIndex(self._choice.findData(how))


def _words(how: Alpha) -> str:
    return {
        "white": translate("Doctor", "over white"),
        "black": translate("Doctor", "over black"),
        "ignored": translate("Doctor", "as if they were opaque"),
        "kept": translate("Doctor", "transparent: alpha is fed, too"),
    }[how]
