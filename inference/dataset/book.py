"""The score book: what a classifier says of each photo of a dataset, on disk.

A folder with three files that a program on another machine can write as well:

* `book.sqlite`: the table `meta` (key, value) and the table `photos` (path, size,
  modified, row, reason, sha256, looks, height, width, spread). `path` starts at the
  dataset's folder, with `/`; `size` [bytes] and `modified` [ns] are the file's when it
  was scored, and `modified` may be NULL: then a photo of this size counts as the same.
  `row` counts from 0 in the arrays, and is NULL with a `reason` where the photo could
  not be read. `looks` is a hash that photos share which look alike (16 hexadecimal
  digits), `spread` the standard deviation of its grey [0 to 255]; the last five may be
  NULL.
* `logits.f32`: rows of K little-endian float32.
* `features.f32`: rows of F of them, the pooled features in front of the classes.

`meta` has `format` = 1, `model` (sha256), `feeding` (JSON: how photos are fed),
`classes` = K and `features` = F.

Numbers are written before the rows that name them, in one transaction: whatever ends
the program loses the last batch at most, and a second program waits for its turn.
"""

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.dataset.entries import BookKey, Entry, Looks, Stamp
from inference.errors import DatasetError, system_reason
from inference.geometry import Floats

Rows = NDArray[np.int64]
_READ = "SELECT path, size, modified, row, reason FROM photos"
_LOOKS = """
SELECT row, sha256, looks, height, width, spread FROM photos
WHERE row IN (SELECT value FROM json_each(?))
"""
_WRITE = "INSERT OR REPLACE INTO photos VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SPARSE = 4  # rows of which one is wanted; nearer ones are read together
_PATIENCE = 30.0  # seconds that a program waits for another one's batch
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS photos (
  path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, row INTEGER, reason TEXT,
  sha256 TEXT, looks TEXT, height INTEGER, width INTEGER, spread REAL
);
"""


class ScoreBook:
    """A book that is open; several programs may hold it at once.

    Raises:
        DatasetError: Its folder cannot be written, or it is another model's.
    """

    def __init__(self, folder: Path, key: BookKey) -> None:
        self.folder, self.key = folder, key
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            with self._connected() as base:
                base.executescript(_TABLES)
                stored = dict(base.execute("SELECT key, value FROM meta"))
                if not stored:
                    rows = key.meta.items()
                    base.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", rows)
        if stored and stored != key.meta:
            raise DatasetError(
                'The score book "{folder}" was written for another model or another '
                "preprocessing. Choose another folder for it.",
                folder=folder.name,
            )

    def entries(self) -> Mapping[str, Entry]:
        """Returns what is known, by path."""
        with self._told(), self._connected() as base:
            return _Entries({line[0]: line for line in base.execute(_READ)})

    def write(
        self,
        entries: Sequence[Entry],
        looks: Sequence[Looks],
        logits: Floats,
        features: Floats,
    ) -> list[Entry]:
        """Adds a batch: numbers first, then the rows that name them.

        Args:
            entries: Those without a `reason` get the next rows, in their order.
            looks: What is told of these without a network, N.
            logits: Of them, (N, K).
            features: Likewise, (N, F).

        Returns:
            The entries with their rows.
        """
        with self._told(), self._connected() as base:
            base.execute("BEGIN IMMEDIATE")  # from here on the others wait
            last = base.execute("SELECT MAX(row) FROM photos").fetchone()[0]
            start = 0 if last is None else last + 1
            self._put("logits.f32", start, logits)
            self._put("features.f32", start, features)
            free, told = count(start), iter(looks)
            made = [e if e.reason else replace(e, row=next(free)) for e in entries]
            lines = (_line(e, Looks() if e.reason else next(told)) for e in made)
            base.executemany(_WRITE, lines)
        return made

    def looks(self, rows: Rows) -> list[Looks]:
        """Returns what is told of the photos of rows without a network."""
        wanted = rows.tolist()
        with self._told(), self._connected() as base:
            lines = base.execute(_LOOKS, (json.dumps(wanted),))
            found = {row: _told_looks(*rest) for row, *rest in lines}
        return [found.get(row, Looks()) for row in wanted]

    def logits(self, rows: Rows) -> Floats:
        """Returns logits (N, K) of rows."""
        return self._taken("logits.f32", rows, self.key.classes)

    def features(self, rows: Rows) -> Floats:
        """Returns pooled features (N, F) of rows."""
        return self._taken("features.f32", rows, self.key.features)

    def _put(self, name: str, row: int, values: Floats) -> None:
        """Writes rows of an array where they belong, down to the disk."""
        data = np.ascontiguousarray(values, "<f4")
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        file = os.open(self.folder / name, flags, 0o644)
        with os.fdopen(file, "r+b") as stream:
            stream.seek(row * 4 * data.shape[1])
            stream.write(data.tobytes())
            stream.flush()
            os.fsync(stream.fileno())

    def _taken(self, name: str, rows: Rows, width: int) -> Floats:
        if not len(rows) or not width:
            return np.zeros((len(rows), width), np.float32)
        with self._told():
            first, last = int(rows.min()), int(rows.max())
            if last - first < _SPARSE * len(rows):
                near = _read_run(self.folder / name, first, last + 1 - first, width)
                return near if _is_run(rows) else near[rows - first]
            whole = np.memmap(self.folder / name, "<f4", "r").reshape(-1, width)
            return np.asarray(whole[rows], np.float32)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """Opens the table; all that is done within the block happens, or nothing."""
        path = self.folder / "book.sqlite"
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as base, base:
            yield base

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Within the block, what the system refuses ends in a sentence."""
        try:
            yield
        except (OSError, sqlite3.Error, ValueError, IndexError) as error:
            why = system_reason(error) if isinstance(error, OSError) else str(error)
            raise DatasetError(
                'Cannot use the score book in "{folder}": {why}.',
                folder=self.folder.name,
                why=why,
            ) from error


def _is_run(rows: Rows) -> bool:
    """Whether rows follow each other, as they do until a photo changes."""
    return bool((np.diff(rows) == 1).all())


def _read_run(path: Path, first: int, count: int, width: int) -> Floats:
    """Reads so many rows from one on; much quicker than through a memory map.

    Raises:
        IndexError: They are not all there.
    """
    found = np.empty((count, width), "<f4")
    with path.open("rb", buffering=0) as file:
        file.seek(4 * width * max(first, 0))
        rest = found.data.cast("B")
        while len(rest) and (got := file.readinto(rest)):
            rest = rest[got:]
    if first < 0 or len(rest):
        raise IndexError(first + count)
    return np.asarray(found, np.float32)


def _line(entry: Entry, looks: Looks) -> tuple[object, ...]:
    stamp, reason = entry.stamp, entry.reason or None
    told = (looks.sha256, looks.hash, looks.height, looks.width, looks.spread)
    return (entry.path, stamp.size, stamp.modified, entry.row, reason, *told)


class _Entries(Mapping[str, Entry]):
    """What a book says, by path: lines of its table, of which entries are made late.

    Of 100,000 photos that many records more would be the half of what opening takes.
    """

    def __init__(self, lines: Mapping[str, tuple[Any, ...]]) -> None:
        self._lines = lines

    def __getitem__(self, path: str) -> Entry:
        _, size, modified, row, reason = self._lines[path]
        return Entry(path, Stamp(size, modified), row, reason or "")

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _told_looks(
    sha256: str | None,
    shared: str | None,
    height: int | None,
    width: int | None,
    spread: float | None,
) -> Looks:
    """Fills in what another program may have left out."""
    return Looks(sha256 or "", shared or "", height or 0, width or 0, spread or 0.0)
