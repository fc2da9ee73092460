"""What lies in a folder: photos, folders, and links that lead out of the dataset.

A dataset may have 100,000 photos: names stay plain strings here, and nothing is asked
of a file but what the listing of its folder tells. Only links are looked at, each of
their folders once.
"""

# ruff: noqa: PTH114, PTH115, PTH118 - a Path of each name takes longer than all the rest
import os
from dataclasses import dataclass

from inference.image import IMAGE_SUFFIXES

_NO_NAME = ("", os.curdir, os.pardir)  # ends of a path that a folder's name is not
_EXTENDED = "\\\\?\\"  # how links of Windows begin


@dataclass(frozen=True, slots=True)
class Contents:
    """What counts in a folder.

    Attributes:
        photos: Their names.
        folders: Likewise.
        outside: How many links lead out of the dataset, and are not among these.
    """

    photos: list[str]
    folders: list[str]
    outside: int = 0


class Links:
    """Whether links stay within a dataset.

    Args:
        home: The dataset's folder, without links.
        are_followed: Whether those that lead out of it count as well.
    """

    def __init__(self, home: str, *, are_followed: bool) -> None:
        self._home = _inside(home)
        self._are_followed = are_followed
        self._real: dict[str, str] = {}  # folders that links named, without links

    def is_kept(self, entry: "os.DirEntry[str]") -> bool:
        """Whether an entry is no link, or one that is followed."""
        if self._are_followed or not entry.is_symlink():
            return True
        return _inside(self._end(entry.path)).startswith(self._home)

    def _end(self, link: str) -> str:
        """Returns where a link leads, without links."""
        target = os.path.join(os.path.split(link)[0], os.readlink(link))
        folder, name = os.path.split(target)
        if name in _NO_NAME or target.startswith(_EXTENDED):
            return os.path.realpath(link)
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        end = os.path.join(self._real[folder], name)
        return os.path.realpath(link) if os.path.islink(end) else end


def _inside(folder: str) -> str:
    """Returns what the paths of all that lies in a folder begin with."""
    return os.path.join(os.path.normcase(folder), "")


def look_into(folder: str, links: Links) -> Contents:
    """Looks into a folder; what is hidden is passed over.

    Raises:
        OSError: It cannot be read.
    """
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
    folders = [entry for entry in shown if _is_folder(entry)]
    taken = {entry.name for entry in folders}
    photos = [e for e in shown if _is_photo(e.name) and e.name not in taken]
    kept, below = (
        [entry.name for entry in part if links.is_kept(entry)]
        for part in (photos, folders)
    )
    outside = len(photos) + len(folders) - len(kept) - len(below)
    return Contents(kept, below, outside)


def _is_photo(name: str) -> bool:
    return name.lower().endswith(IMAGE_SUFFIXES)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry is a folder; a link that leads nowhere or in a ring is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False
