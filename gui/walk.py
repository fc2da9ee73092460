"""The photos that the arrow keys walk through, and the job that lists a folder.

A folder is listed once, off the GUI thread; after that a step is a look into a
dictionary, however many photos there are.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Self

from inference.image import IMAGE_SUFFIXES
from inference.jobs import Job, Progress

BATCH = 2000  # names between two steps of the listing


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """Photos in order.

    Attributes:
        photos: Their files.
        title: What they are: "food", "sushi, best first".
        places: Of each among them, from 0.
    """

    photos: tuple[Path, ...] = ()
    title: str = ""
    places: Mapping[Path, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, photos: Iterable[Path], title: str = "") -> Self:
        """Makes a walk through photos in their order; each is met once."""
        once = tuple(dict.fromkeys(photos))
        places = {photo: place for place, photo in enumerate(once)}
        return cls(once, title, MappingProxyType(places))

    def place(self, photo: Path | None) -> int | None:
        """Returns where a photo stands, from 0; None where it is not met."""
        return None if photo is None else self.places.get(photo)

    def beyond(self, photo: Path | None, by: int, skipped: set[Path]) -> Path | None:
        """Returns the photo so many steps on or back; some are stepped over."""
        place = self.place(photo)
        if place is None:
            return None
        ahead = range(place + 1, len(self.photos)) if by > 0 else range(place)[::-1]
        met = (self.photos[each] for each in ahead)
        readable = (each for each in met if each not in skipped)
        return next(islice(readable, abs(by) - 1, None), None)


def listing(folder: Path, photo: Path | None = None) -> Job[None, Walk]:
    """Lists the photos of a folder by name; one that cannot be read has none.

    `photo` is met even where its name is that of no photo. Names are sorted in batches:
    sorting all at once would hold the interpreter's lock, and the window with it.
    """
    batches = [] if photo is None else [[photo.name]]
    try:
        with os.scandir(folder) as entries:
            while batch := [entry.name for entry in islice(entries, BATCH)]:
                batches.append(sorted(filter(_is_photo, batch), key=os.path.normcase))
                yield Progress(sum(map(len, batches)), 0, None)
    except OSError:
        batches = batches[: photo is not None]
    names = merge(*batches, key=os.path.normcase)
    return Walk.of((folder / name for name in names), folder.name)


def _is_photo(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in IMAGE_SUFFIXES  # noqa: PTH122 - quick
