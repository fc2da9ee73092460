"""Small copies of photos, kept on disk: a second look at a dataset decodes nothing.

A copy is a JPEG of a few kilobytes, named by the photo's file as it is now; a changed
one gets a new copy. Together they stay within a budget: the copies that were not used
for the longest time go first.
"""

import logging
import os
from pathlib import Path

import numpy as np
from PIL import Image

from inference.files import digest
from inference.image.failure import PILLOW_RAISES
from inference.image.pixels import Pixels
from inference.image.reading import thumbnail
from inference.user_folder import user_folder

BUDGET = 300_000_000  # bytes; some 40,000 copies
_QUALITY = 90
_CHECKED = 0.1  # of the budget that is written between two looks at all copies
_LEFT = 0.8  # of the budget that is left when the oldest copies went

log = logging.getLogger(__name__)


class KeptThumbnails:
    """Makes small copies of photos as `thumbnail` does, and keeps them.

    A folder that cannot be written keeps nothing, and is not worth a message.
    """

    def __init__(self, folder: Path | None = None, budget: int = BUDGET) -> None:
        self._folder = folder or user_folder() / "thumbnails"
        self._budget = budget
        self._written = budget  # since all were looked at: at once, the first time

    def __call__(self, path: Path, side: int) -> Pixels:
        """Returns a small upright copy of a photo, (h, w, 3) with max(h, w) = side.

        Raises:
            ImageError: As `thumbnail`.
        """
        kept = self._place_of(path, side)
        if kept is None:
            return thumbnail(path, side)
        found = _read(kept)
        if found is None:
            found = thumbnail(path, side)
            self._keep(kept, found)
        return found

    def _place_of(self, path: Path, side: int) -> Path | None:
        """Returns where the copy of a file lies; None where there is no file."""
        try:
            stat = path.stat()
        except OSError:
            return None
        words = f"{path.absolute()}\0{stat.st_size}\0{stat.st_mtime_ns}\0{side}"
        name = digest(words)[:32]
        return self._folder / name[:2] / f"{name}.jpg"

    def _keep(self, kept: Path, pixels: Pixels) -> None:
        beside = kept.with_suffix(f".{os.getpid()}")
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(pixels).save(beside, "JPEG", quality=_QUALITY)
            self._written += beside.stat().st_size
            beside.replace(kept)
            if self._written > _CHECKED * self._budget:
                self._written = 0
                self._trim()
        except OSError as error:
            log.debug("no small copy of a photo is kept: %s", error)

    def _trim(self) -> None:
        """Lets the copies go that were not used for the longest time."""
        files = [(path, path.stat()) for path in self._folder.glob("*/*")]
        total = sum(stat.st_size for _, stat in files)
        if total <= self._budget:
            return
        for path, stat in sorted(files, key=lambda each: each[1].st_mtime_ns):
            if total <= _LEFT * self._budget:
                break
            path.unlink(missing_ok=True)
            total -= stat.st_size


def _read(kept: Path) -> Pixels | None:
    """Reads a copy, and notes that it was used; None where there is none."""
    try:
        with Image.open(kept, formats=("JPEG",)) as image:
            pixels = np.asarray(image.convert("RGB"))
        os.utime(kept)
    except (FileNotFoundError, *PILLOW_RAISES):
        return None
    return pixels
