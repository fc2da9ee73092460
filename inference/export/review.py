"""Writes a review list: what is to become of the photos of a dataset."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from inference.errors import ExportError, system_reason
from inference.export.writing import csv_file
from inference.files import put_in_place

if TYPE_CHECKING:  # the window starts without it
    from inference.dataset import Mark, Marks


def export_review(marks: "Marks", path: Path) -> Path:
    """Writes marks as a table; the last four columns are a crop's, in photo pixels.

    Raises:
        ExportError: The file cannot be written; what was there before stays.
    """
    from inference.dataset import REVIEW_COLUMNS

    try:
        with put_in_place(path) as beside, csv_file(beside) as file:
            table = csv.writer(file)
            table.writerow(REVIEW_COLUMNS)
            for name, mark in sorted(marks.items()):
                table.writerow((name, mark.word, mark.label, *_sides(mark)))
    except OSError as error:
        raise ExportError(
            'Cannot write "{file}": {why}. Choose another folder.',
            file=path.name,
            why=system_reason(error),
        ) from error
    return path


def _sides(mark: "Mark") -> tuple[object, ...]:
    """Returns where a crop lies; nothing for another mark."""
    box = mark.crop
    if box is None:
        return ("", "", "", "")
    return tuple(f"{side:g}" for side in (box.top, box.left, box.height, box.width))
