"""The pages of the Ranking tab: which is in front, and of which part of the photos."""

from PySide6.QtCore import Signal

from gui.panels.ranking.asked import Parts
from gui.panels.ranking.chips import part_words
from gui.widgets.choice import Choice
from gui.widgets.controls import Segments
from gui.widgets.form import Group, named, row, stack

PARTS: tuple[Parts, ...] = ("all", "training", "validation", "test")
PHOTOS, CLASSES, SUSPECTS, NEIGHBOURS, EVIDENCE = range(5)


class PageChoice(Group):
    """Chooses a page, and the part of the split that all pages are about.

    Signals:
        page_picked: its place.
        part_picked: a part of the split.
    """

    page_picked = Signal(int)
    part_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        words = [
            self.tr("Photos"),
            self.tr("Classes"),
            self.tr("Suspects"),
            self.tr("Neighbours"),
            self.tr("Evidence"),
        ]
        tip = self.tr(
            "Which photos in which order, how each class fares, which labels are "
            "doubtful, what is alike to the network, and where it looks."
        )
        self._segments = Segments(self.tr("Page"), tip, words)
        self._part = Choice()
        tip = self.tr(
            "Part of the photos: of their own split, or 60, 20, 20 % of each class "
            "(default: all photos)."
        )
        named(self._part, self.tr("Part of the split"), tip)
        self._part.addItems([part_words()[part] for part in PARTS])
        self._segments.picked.connect(self.page_picked)
        self._part.activated.connect(lambda n: self.part_picked.emit(PARTS[n]))
        stack(self, row(self._segments, ..., self._part))

    def show_page(self, place: int) -> None:
        """Shows which page is in front."""
        self._segments.set_current(place)

    def show_part(self, part: Parts) -> None:
        """Shows which part of the split holds."""
        self._part.setCurrentIndex(PARTS.index(part))
