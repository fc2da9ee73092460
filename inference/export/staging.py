"""Where exports stand: one in a folder, and nothing else of the folder is touched.

An export's JSON lists its files. Those alone may be replaced or removed; any other file
of the folder is never moved, renamed or deleted.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from inference.errors import ExportError, Sentence, plain
from inference.export.swap import (
    NEW,
    WORKSHOP,
    Plan,
    file_names,
    is_file,
    json_object,
    not_saved,
    recover,
    swap,
    working,
)

RECORDS = (
    *("occlusion.json", "probe.json", "gradcam.json", "explain.json"),
    *("activations.json", "layers.json", "metrics.json"),
)
"""The JSON files that say what an export is and which files belong to it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What exports stand in a folder.

    Attributes:
        title: What the first of them shows, for people; "" where it does not say.
        files: Names of their files that are there, their JSON among them.
    """

    title: str
    files: tuple[str, ...]


class FolderTakenError(ExportError):
    """The folder holds another export, and nobody said that it may be replaced.

    Attributes:
        title: What that export shows, for people; perhaps "".
        free: A name beside it that is still free.
    """

    headline = "This folder holds an export"

    def __init__(self, folder: Path, title: str) -> None:
        self.title = title
        self.free = _free_beside(folder)
        super().__init__(
            '"{folder}" already holds an export{what}. Choose another folder, or '
            "replace it with --force.",
            folder=folder,
            what=Sentence(" ({title})", title=title) if title else "",
        )


def standing_export(folder: Path, kinds: Sequence[str] = RECORDS) -> Standing | None:
    """Returns what exports stand in a folder, None where there is none.

    Args:
        folder: Where.
        kinds: The JSON files that count.
    """
    records = [record for name in kinds if (record := standing_record(folder / name))]
    if not records:
        return None
    listed = dict.fromkeys(name for record in records for name in record["files"])
    there = tuple(name for name in listed if is_file(folder / name))
    return Standing(plain(str(records[0].get("title", ""))), there)


def standing_record(path: Path) -> dict[str, Any] | None:
    """Returns an export's JSON with the names of its files, None for other JSON."""
    record = json_object(path) or {}
    versions, files = record.get("versions"), record.get("files")
    is_ours = isinstance(versions, dict) and "netgaze" in versions
    if not is_ours or not isinstance(files, list):
        return None
    return record | {"files": file_names(files)}


def listed_files(folder: Path) -> frozenset[str]:
    """Returns the names of the files of the exports in a folder."""
    standing = standing_export(folder)
    return frozenset(standing.files if standing else ())


def require_free(
    folder: Path, *, replaces: bool = False, kinds: Sequence[str] = RECORDS
) -> None:
    """Refuses a folder that holds another export, before anything is computed.

    Raises:
        FolderTakenError: It does, and it may not be replaced.
        ExportError: A swap that was interrupted there can neither be ended nor undone.
    """
    try:
        recover(folder)
        standing = standing_export(folder, kinds)
    except OSError as error:
        raise not_saved(
            folder, error, Sentence("Nothing there was changed.")
        ) from error
    if standing is not None and not replaces:
        raise FolderTakenError(folder, standing.title)


@contextmanager
def staged(
    folder: Path, *, replaces: bool = False, kinds: Sequence[str] = RECORDS
) -> Iterator[Path]:
    """Gives a folder to write into; its files move to `folder` when all went well.

    Args:
        folder: Where the export is to stand; made if need be.
        replaces: Whether an export that stands there is replaced.
        kinds: The JSON files of exports that this one may not stand beside.

    Raises:
        FolderTakenError: It holds another export, which may not be replaced.
        ExportError: The disk is full, the folder is read-only, and the like. The
            sentence says what became of the export that stood there.
    """
    workshop = folder / WORKSHOP
    try:
        folder.mkdir(parents=True, exist_ok=True)
        require_free(folder, replaces=replaces, kinds=kinds)
        if workshop.is_symlink():
            raise _in_the_way(folder, WORKSHOP)
        workshop.mkdir(exist_ok=True)
        with working(workshop):
            yield workshop / NEW
            swap(folder, _plan(folder, kinds))
    except OSError as error:
        raise not_saved(
            folder, error, Sentence("Nothing there was changed.")
        ) from error


def _plan(folder: Path, kinds: Sequence[str]) -> Plan:
    """Returns which files the staged ones replace; refuses to touch any other."""
    new = sorted(path.name for path in (folder / WORKSHOP / NEW).iterdir())
    standing = standing_export(folder, kinds)
    old = standing.files if standing else ()
    for name in new:
        if name not in old and os.path.lexists(folder / name):
            raise _in_the_way(folder, name)
    return Plan(old, tuple(new))


def _free_beside(folder: Path) -> Path:
    """Returns the first of "map 2", "map 3" and so on that is not there."""
    numbered = (folder.with_name(f"{folder.name} {number}") for number in count(2))
    return next(path for path in numbered if not os.path.lexists(path))


def _in_the_way(folder: Path, name: str) -> ExportError:
    what = Sentence('a file "{name}"', name=name)
    if (folder / name).is_dir():
        what = Sentence('a folder "{name}"', name=name)
    return ExportError(
        'Cannot save to "{folder}": {what} stands there that belongs to no '
        "export. Nothing there was changed. Choose another folder, or move it away.",
        folder=folder,
        what=what,
    )
