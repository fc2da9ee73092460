"""The list of what was made of several photos: `index.csv`, beside their folders.

It is written anew each time, beside the old one and put in its place, so that whoever
interrupts finds a whole one. `index.json` says that the list is ours.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from inference.errors import visible
from inference.export.records import versions
from inference.export.staging import staged, standing_record
from inference.export.writing import csv_file, write_record
from inference.files import read_text

TABLE, _RECORD = INDEX_FILES = ("index.csv", "index.json")
_FIRST = ("photo", "folder", "status")

Row = dict[str, str]


class Index:
    """What became of each photo, in the order in which they were met.

    Attributes:
        folder: Where it stands.
        path: The table.
    """

    def __init__(
        self, folder: Path, about: Mapping[str, Any], columns: Sequence[str]
    ) -> None:
        """Goes on with the list that stands in a folder.

        Args:
            folder: The one that holds the folders of the photos.
            about: What `index.json` says besides.
            columns: Of the table, besides photo, folder, status and note.
        """
        self.folder, self.path = folder, folder / TABLE
        self._about = about
        self._columns = (*_FIRST, *columns, "note")
        # By folder; those of photos that have none by photo.
        self._rows = {row["folder"]: row for row in self._standing()}

    def put(
        self, photo: Path, folder: str, status: str, values: Mapping[str, object]
    ) -> None:
        """Says what became of a photo, in place of what was said of it before.

        Args:
            photo: Its file.
            folder: That of its results, below that of the list; "" for none.
            status: "done", "unreadable" or "failed".
            values: By column.
        """
        row = {key: _cell(value) for key, value in values.items()}
        name = visible(str(photo.absolute()))
        for key in (folder, name):
            self._rows.pop(key, None)
        stated = {"photo": name, "folder": folder, "status": status}
        self._rows[folder or name] = row | stated

    def write(self) -> None:
        """Puts the list in its place.

        Raises:
            ExportError: It could not be written, or an `index.csv` that belongs to no
                list of ours stands there.
        """
        with staged(self.folder, replaces=True, kinds=[_RECORD]) as stage:
            with csv_file(stage / TABLE) as file:
                writer = csv.DictWriter(file, self._columns, extrasaction="ignore")
                writer.writeheader()
                writer.writerows(self._rows.values())
            about = {"method": "index", "photos": len(self._rows), **self._about}
            write_record(stage / _RECORD, about | {"versions": versions()})

    def _standing(self) -> list[Row]:
        """Returns the rows of before whose folders still stand."""
        if standing_record(self.folder / _RECORD) is None:
            return []
        try:
            table = csv.DictReader(io.StringIO(read_text(self.path), newline=""))
            rows = [{k: v or "" for k, v in row.items() if k} for row in table]
        except (OSError, csv.Error):
            return []
        return [row for row in rows if self._is_there(row.get("folder", ""))]

    def _is_there(self, name: str) -> bool:
        return bool(name) and (self.folder / name).is_dir()


def _cell(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else visible(str(value))
