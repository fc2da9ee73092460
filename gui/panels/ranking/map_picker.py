"""Which map lies over the photos while a dataset is walked."""

from PySide6.QtCore import QSignalBlocker

from gui.lenses import Lenses
from gui.widgets.choice import Choice
from gui.widgets.form import named
from gui.widgets.words import translate

USUAL = "gradcam"  # asks by itself, and has a map of two classes
_LETTERS = 8  # that the list has room for in the narrowest panel


class MapPicker(Choice):
    """Chooses the method or the lens that the photo follows; says which one it does."""

    def __init__(self, lenses: Lenses) -> None:
        super().__init__()
        self._lenses = lenses
        self.setSizeAdjustPolicy(
            self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(_LETTERS)
        tip = translate(
            "Ranking",
            "What is laid over the photo while you walk: the map of a method or of "
            "another tab, or nothing (default: that of the tab you came from).",
        )
        named(self, translate("Ranking", "Map"), tip)
        self._entries: list[tuple[str, str]] = []  # lens, and method of it
        for word, lens in lenses.of_photo.items():
            for way, title in lens.ways.items():
                self._add(word, way, title)
            if not lens.ways:
                self._add(word, "", translate("Lens", lens.title))
            lens.way_changed.connect(self._show)
        self._add("", "", translate("Ranking", "none"))
        self.activated.connect(self._take)
        lenses.followed_changed.connect(self._show)
        self._show()

    def follow_usual(self) -> None:
        """Follows a lens that has something to say where the present one has not."""
        followed = self._lenses.followed
        if followed is not None and not followed.present.overlays:
            self._lenses.follow(USUAL)

    def _add(self, word: str, way: str, title: str) -> None:
        self.addItem(title)
        self._entries.append((word, way))

    def _take(self, place: int) -> None:
        word, way = self._entries[place]
        if way:
            self._lenses[word].take_way(way)
        self._lenses.follow(word)

    def _show(self, _word: str = "") -> None:
        lens = self._lenses.followed
        now = ("", "") if lens is None else (lens.word, lens.way)
        with QSignalBlocker(self):
            known = now in self._entries
            self.setCurrentIndex(self._entries.index(now) if known else -1)
