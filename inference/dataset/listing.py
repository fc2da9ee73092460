"""Which photos a dataset has, and what their folders or its table call them.

A folder per class; or folders `train`, `val` and `test` that hold these, the dataset's
own split; or photos without labels; or a CSV table. A photo in a folder below a class's
belongs to that class. Hidden files are passed over.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from pathlib import Path

from inference.dataset.folders import Contents, Links, look_into
from inference.dataset.matching import label_of
from inference.dataset.splitting import PARTS, Part
from inference.dataset.tables import read_table
from inference.errors import DatasetError, plain, system_reason
from inference.files import as_text
from inference.jobs import Job, Progress

CSV_COLUMNS = ("path", "label", "split")
_PART_FOLDERS: dict[str, Part] = {
    **dict.fromkeys(("train", "training"), "training"),
    **dict.fromkeys(("val", "valid", "validation"), "validation"),
    "test": "test",
}
_STEP = 500  # folders or rows between two steps


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a dataset.

    Attributes:
        path: Its file.
        label: What its folder or the table calls it; "" where nothing does.
        part: Of the dataset's own split; None where it has none.
    """

    path: Path
    label: str = ""
    part: Part | None = None


@dataclass(frozen=True, eq=False)
class Dataset:
    """Photos, ordered by label and name.

    Attributes:
        root: The folder, or the table's file.
        photos: All of them, readable or not.
        outside: How many links lead out of the folder, and were not followed.
    """

    root: Path
    photos: tuple[Photo, ...]
    outside: int = 0

    @property
    def name(self) -> str:
        """For people."""
        return self.root.name

    def way_to(self, photo: Path) -> str:
        """Returns the way from the dataset's folder to a photo, with `/`.

        A name that is not UTF-8 is escaped: tables, books and JSON hold only text.
        """
        whole, home = os.fspath(photo), self._home
        if whole.startswith(home):
            way = whole[len(home) :].replace(os.sep, "/")
        else:
            way = photo.absolute().as_posix()
        return way if way.isascii() else as_text(way)

    @cached_property
    def _home(self) -> str:
        """What ways start at, with a separator at its end."""
        is_table = self.root.suffix.lower() == ".csv"
        home = os.fspath(self.root.parent if is_table else self.root)
        here = "" if home == os.curdir else home  # which no path begins with
        return os.path.join(here, "")  # noqa: PTH118 - a separator, once

    @property
    def is_there(self) -> bool:
        """Whether its folder can be looked into, and holds anything."""
        try:
            return self.root.is_file() or next(self.root.iterdir(), None) is not None
        except OSError:
            return False

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What photos are called, each once, in the order of the alphabet."""
        return tuple(sorted({photo.label for photo in self.photos if photo.label}))

    @cached_property
    def has_parts(self) -> bool:
        """Whether it comes with a split of its own."""
        return any(photo.part is not None for photo in self.photos)


def list_dataset(path: Path, *, follows_links: bool = False) -> Job[None, Dataset]:
    """Lists a folder or a CSV table of photos; the files themselves are not read.

    Args:
        path: The folder, or a table with the columns `path`, `label` and `split`, of
            which the last two may be missing; its paths start at its own folder.
        follows_links: Whether a link that leads out of the folder is followed.

    Raises:
        DatasetError: It cannot be read, or holds no photo.
    """
    if path.is_dir():
        found, outside = yield from _listed(path, follows_links=follows_links)
    elif path.suffix.lower() == ".csv":
        found, outside = _in_table(path), 0
    elif not path.exists():
        raise DatasetError(
            'There is no folder "{folder}". Was it moved, or its drive taken out?',
            folder=path.name,
        )
    else:
        raise DatasetError(
            'Cannot use "{file}" as a dataset: it is no folder and no CSV table. '
            "Choose a folder with one folder per class.",
            file=path.name,
        )
    if not found:
        raise DatasetError(
            'There is no photo in "{folder}". Choose a folder with one folder per '
            "class.",
            folder=path.name,
        )
    return Dataset(path, found, outside)


def _listed(
    root: Path, *, follows_links: bool
) -> Job[None, tuple[tuple[Photo, ...], int]]:
    """Lists a folder and all below it; counts the links that it did not follow."""
    home = os.path.realpath(root)
    links = Links(home, are_followed=follows_links)
    met = {home}
    has_parts = _has_parts(root)
    found: list[Named] = []
    waiting = [root]
    count = outside = 0
    while waiting:
        folder = waiting.pop()
        inside = _contents(folder, links, is_root=folder == root)
        outside += inside.outside
        label, part = _meaning(folder, root, has_parts=has_parts)
        found += _named(folder, inside.photos, label, part)
        below = (folder / name for name in sorted(inside.folders, reverse=True))
        new = {real: b for b in below if (real := os.path.realpath(b)) not in met}
        met |= new.keys()
        waiting += new.values()
        count += 1
        if count % _STEP == 0:
            yield Progress(len(found), 0, None)
    return _ordered(found), outside


Named = tuple[str, Photo]
"""A photo behind what it is sorted by among those of its label."""


def _named(
    folder: Path, names: Iterable[str], label: str, part: Part | None
) -> Iterator[Named]:
    """Yields the photos of a folder."""
    home = os.path.join(os.path.normcase(folder), "")  # noqa: PTH118 - a separator
    for name in names:
        yield home + os.path.normcase(name), Photo(folder / name, label, part)


def _ordered(photos: Iterable[Named]) -> tuple[Photo, ...]:
    """Orders photos by label and path; each label by itself, which is much quicker."""
    by_label: dict[str, list[Named]] = {}
    for named in photos:
        by_label.setdefault(named[1].label, []).append(named)
    for each in by_label.values():
        each.sort(key=itemgetter(0))
    return tuple(photo for label in sorted(by_label) for _, photo in by_label[label])


def _contents(folder: Path, links: Links, *, is_root: bool) -> Contents:
    """Looks into a folder; one that cannot be read has nothing.

    Raises:
        DatasetError: The dataset's own folder cannot be read.
    """
    try:
        return look_into(os.fspath(folder), links)
    except OSError as error:
        if is_root:
            raise DatasetError(
                'Cannot look into the folder "{folder}": {why}.',
                folder=folder.name,
                why=system_reason(error),
            ) from error
    return Contents([], [])


def _meaning(folder: Path, root: Path, *, has_parts: bool) -> tuple[str, Part | None]:
    """Reads label and part of photos from the folders that lead to them."""
    folders = folder.relative_to(root).parts
    part = _PART_FOLDERS.get(folders[0].lower()) if has_parts and folders else None
    inner = folders[1:] if part else folders
    return label_of(inner[0]) if inner else "", part


def _has_parts(root: Path) -> bool:
    """Whether a folder is divided: some of its parts hold folders of classes."""
    every = Links("", are_followed=True)
    folders = _contents(root, every, is_root=True).folders
    parts = [root / name for name in folders if name.lower() in _PART_FOLDERS]
    return any(_contents(part, every, is_root=False).folders for part in parts)


def _in_table(path: Path) -> tuple[Photo, ...]:
    """Returns the photos of a CSV table, in order; each once, as it is named last.

    Raises:
        DatasetError: It cannot be read, or a row says nothing or what cannot be.
    """
    once = {photo.path: photo for photo in _rows(path)}.values()
    return _ordered((os.path.normcase(photo.path), photo) for photo in once)


def _rows(path: Path) -> Iterator[Photo]:
    """Yields the photos of a CSV table.

    Raises:
        DatasetError: It cannot be read, or a row says nothing or what cannot be.
    """
    table = read_table(path)
    if "path" not in table.columns:
        raise DatasetError(
            '"{file}" names no photos: its first row has no column "path". '
            "The columns are {columns}.",
            file=path.name,
            columns=CSV_COLUMNS,
        )
    for number, cells in table.rows():
        yield _from_row(path, number, {n: cell.strip() for n, cell in cells.items()})


def _from_row(table: Path, number: int, cells: Mapping[str, str]) -> Photo:
    word = cells.get("split", "").lower()
    part = _PART_FOLDERS.get(word)
    if not cells.get("path") or "\0" in cells["path"]:
        raise DatasetError(
            'Row {number} of "{file}" names no photo.', number=number, file=table.name
        )
    if word and part is None:
        raise DatasetError(
            'Row {number} of "{file}" has the split "{word}"; there are {parts}.',
            number=number,
            file=table.name,
            word=plain(word),
            parts=PARTS,
        )
    label = label_of(cells.get("label", ""))
    return Photo(table.parent / cells["path"], label, part)
