"""Which map lies over the photos while a dataset is walked."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from gui.lenses import Lenses
from gui.widgets.form import named
from gui.widgets.words import translate

USUAL = "gradcam"  # asks by itself, and has a map of two classes


class MapPicker(QComboBox):
    """Chooses the lens that the photo follows; says which one it does."""

    def __init__(self, lenses: Lenses) -> None:
        super().__init__()
        self._lenses = lenses
        tip = translate(
            "Ranking",
            "What is laid over the photo while you walk: the map of another tab, or "
            "nothing (default: that of the tab you came from).",
        )
        named(self, translate("Ranking", "Map"), tip)
        for word, title in lenses.titles.items():
            self.addItem(title, word)
        self.addItem(translate("Ranking", "none"), "")
        self.activated.connect(lambda _: lenses.follow(self.currentData()))
        lenses.followed_changed.connect(self._show)
        self._show(lenses.followed.word if lenses.followed is not None else "")

    def follow_usual(self) -> None:
        """Follows a lens that has something to say where the present one has not."""
        followed = self._lenses.followed
        if followed is not None and not followed.present.overlays:
            self._lenses.follow(USUAL)

    def _show(self, word: str) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(word))
