"""The photos of a class that have most of their evidence in one ninth."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lane
from gui.walk import Walk
from gui.widgets.form import Elided, Group, button, named, row, rule, stack, text
from gui.widgets.photo_field import CAPTION, Caption, PhotoField
from gui.widgets.thumbnails import GAP
from gui.widgets.words import percent
from inference.dataset import ninth
from inference.image import KeptThumbnails

SIDE = 92  # of the design, of a photo


@dataclass(frozen=True, slots=True, eq=False)
class Offenders:
    """Photos of a class, those with most evidence in a ninth first.

    Attributes:
        name: Of the class.
        down: The row of the ninth, 0 to 2.
        across: Its column, likewise.
        walk: Their files.
        shares: What each has there, 0..1.
    """

    name: str
    down: int
    across: int
    walk: Walk
    shares: tuple[float, ...]


class EvidencePhotos(Group):
    """Shows them with what they have there.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
        photo_opened: it is wanted in the tab that was used last.
        all_wanted: they are wanted in Photos, all of them.
    """

    photo_picked = Signal(object, object)
    photo_opened = Signal()
    all_wanted = Signal()

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._shown: Offenders | None = None
        self._title = text("", "heading")
        hint = self.tr("photos with the most evidence there first")
        self.field = PhotoField(KeptThumbnails(), lane, side=SIDE)
        self.field.setAccessibleName(self.tr("Photos with evidence there"))
        self.field.setFixedHeight(px(SIDE) + px(CAPTION) + 3 * GAP)
        self.field.photo_picked.connect(self._on_picked)
        self.field.photo_opened.connect(self.photo_opened)
        link = button(self.tr("Open in Photos"), "link")
        named(link, link.text(), self.tr("Shows these photos alone in Photos."))
        link.clicked.connect(self.all_wanted)
        head = row(self._title, (Elided(hint, "muted"), 1), link)
        stack(self, rule(0), head, self.field, gap=6)
        self.hide()

    def show_offenders(self, shown: Offenders | None) -> None:
        """Shows other photos; None takes them away."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is not None:
            words = self.tr("{name}, {place}")
            place = said(ninth(shown.down, shown.across))
            self._title.setText(words.format(name=said(shown.name), place=place))
            self.field.show_walk(shown.walk, self._caption)

    def show_photo(self, photo: Path | None) -> None:
        """Frames the photo that is looked at."""
        self.field.set_current(self.field.walk.place(photo))

    def _caption(self, place: int) -> Caption:
        assert self._shown is not None
        share = percent(self._shown.shares[place])
        name = self._shown.walk.photos[place].stem
        return Caption("", self.tr("{share} there").format(share=share), "", name)

    def _on_picked(self, photo: Path) -> None:
        assert self._shown is not None
        self.photo_picked.emit(photo, self._shown.walk)
