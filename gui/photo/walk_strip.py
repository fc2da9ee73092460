"""The photos of the walk in one line: made when first wanted, away in short rooms."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.jobs import Lanes
from gui.walk import Walk
from gui.widgets.form import Group, stack
from gui.widgets.thumbnails import STRIP_HEIGHT, PhotoStrip
from inference.image import thumbnail

LEAST_PHOTO = 120  # px of height


class WalkStrip(Group):
    """Shows the photos of a walk of several.

    Signals:
        photo_picked: `Path` of the photo.
    """

    photo_picked = Signal(object)

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._photos: PhotoStrip | None = None
        self._is_wanted, self._has_room = False, True
        self.hide()

    def show_walk(self, walk: Walk, photo: Path | None, *, is_wanted: bool) -> None:
        """Shows another walk, and which of its photos is looked at."""
        self._is_wanted = is_wanted and len(walk.photos) > 1
        if self._photos is None and self._is_wanted:
            self._photos = self._made()
        if self._photos is not None:
            self._photos.set_walk(walk if self._is_wanted else Walk())
            self._photos.set_current(photo)
        self._settle()

    def fit_into(self, height: int, *beside: QWidget) -> None:
        """Stays away where the photo needs the height [px] that others leave."""
        taken = sum(each.sizeHint().height() for each in beside)
        self._has_room = height - taken - STRIP_HEIGHT >= LEAST_PHOTO
        self._settle()

    def _settle(self) -> None:
        self.setVisible(self._is_wanted and self._has_room)

    def _made(self) -> PhotoStrip:
        lane = self._lanes.create(self.tr("Thumbnails"), is_quiet=True)
        photos = PhotoStrip(thumbnail, lane)
        photos.photo_picked.connect(self.photo_picked)
        stack(self, photos)
        return photos
