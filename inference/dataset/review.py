"""Reads a review list: what is to become of the photos of a dataset.

A CSV table, as the Ranking tab writes it: `path` from the dataset's folder, `mark`
(keep, relabel, remove, crop), `label` of what is relabelled, and of a crop `top`,
`left`, `height` and `width` in photo pixels.
"""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from inference.dataset.remembered import WORDS, Mark, Marks
from inference.errors import DatasetError, did_you_mean, plain, system_reason
from inference.files import read_text
from inference.geometry import Box

REVIEW_COLUMNS = ("path", "mark", "label", "top", "left", "height", "width")
_BOX = REVIEW_COLUMNS[3:]


def read_review(path: Path) -> Marks:
    """Reads the marks of a review list.

    Raises:
        DatasetError: It cannot be read, or a row cannot be.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(read_text(path))))
    except OSError as error:
        raise DatasetError(
            'Cannot read "{file}": {why}.', file=path.name, why=system_reason(error)
        ) from error
    except csv.Error as error:
        raise DatasetError(
            '"{file}" is no CSV table: {why}.', file=path.name, why=plain(str(error))
        ) from error
    if rows and not {"path", "mark"} <= rows[0].keys():
        raise DatasetError(
            '"{file}" is no review list: its first row lacks "path" or "mark". '
            "The columns are {columns}.",
            file=path.name,
            columns=REVIEW_COLUMNS,
        )
    return {row["path"]: _mark(row, n, path) for n, row in enumerate(rows, 2)}


def _mark(row: Mapping[str, str | None], number: int, path: Path) -> Mark:
    """Reads a row of a table.

    Raises:
        DatasetError: It says nothing, or what cannot be.
    """
    stated = (row.get("mark") or "").strip().lower()
    label = (row.get("label") or "").strip()
    word = next((word for word in WORDS if word == stated), None)
    if word is None:
        raise DatasetError(
            'Row {number} of "{file}" has the mark "{word}"; there are {words}.{hint}',
            number=number,
            file=path.name,
            word=plain(stated),
            words=WORDS,
            hint=did_you_mean(stated, WORDS),
        )
    crop = _crop(row)
    if (word == "relabel" and not label) or (word == "crop" and crop is None):
        raise DatasetError(
            'Row {number} of "{file}" says {word}, but not {what}.',
            number=number,
            file=path.name,
            word=word,
            what=("label",) if word == "relabel" else _BOX,
        )
    return Mark(word, label, crop)


def _crop(row: Mapping[str, str | None]) -> Box | None:
    """Returns the part of a photo that a row states; None where it states none."""
    try:
        box = Box(*(float(row.get(name) or "") for name in _BOX))
    except ValueError:
        return None
    return None if box.is_empty else box
