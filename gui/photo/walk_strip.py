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

    def fit_into(self, height: int, lacking: int, *beside: QWidget) -> int:
        """Stays away where the photo needs the height that others leave.

        Args:
            height: Of all of them [px].
            lacking: How much higher they would be without messages [px].
            beside: The others.

        Returns:
            What it gives to messages [px].
        """
        taken = sum(
            max(each.sizeHint().height(), each.minimumHeight()) for each in beside
        )
        left = height - taken - STRIP_HEIGHT
        self._has_room = left >= LEAST_PHOTO
        self._settle()
        would_stand = self._is_wanted and left + lacking >= LEAST_PHOTO
        return STRIP_HEIGHT if would_stand and not self._has_room else 0

    def _settle(self) -> None:
        self.setVisible(self._is_wanted and self._has_room)

    def _made(self) -> PhotoStrip:
        lane = self._lanes.create(self.tr("Thumbnails"), is_quiet=True)
        photos = PhotoStrip(thumbnail, lane)
        photos.photo_picked.connect(self.photo_picked)
        stack(self, photos)
        return photos
