"""Reads a review list: what is to become of the photos of a dataset.

A CSV table, as the Ranking tab writes it: `path` from the dataset's folder, `mark`
(keep, relabel, remove, crop), `label` of what is relabelled, and of a crop `top`,
`left`, `height` and `width` in photo pixels.
"""

from collections.abc import Mapping
from pathlib import Path

from inference.dataset.listing import Dataset
from inference.dataset.remembered import WORDS, Mark, Marks, Word, crop_of
from inference.dataset.tables import read_table
from inference.errors import DatasetError, Sentence, did_you_mean, plain
from inference.geometry import Box

REVIEW_COLUMNS = ("path", "mark", "label", "top", "left", "height", "width")
_BOX = REVIEW_COLUMNS[3:]
_NAMED = 3  # photos that a sentence names


def read_review(path: Path) -> Marks:
    """Reads the marks of a review list.

    Raises:
        DatasetError: It cannot be read, or a row cannot be.
    """
    table = read_table(path)
    if not {"path", "mark"} <= {*table.columns}:
        raise DatasetError(
            '"{file}" is no review list: its first row lacks "path" or "mark". '
            "The columns are {columns}.",
            file=path.name,
            columns=REVIEW_COLUMNS,
        )
    return {row.get("path", ""): _mark(row, n, path) for n, row in table.rows()}


def passed_over(marks: Marks, dataset: Dataset) -> Sentence | str:
    """Says which rows of a review list name no photo of a dataset; "" if all do."""
    ways = {dataset.way_to(photo.path) for photo in dataset.photos}
    strangers = [plain(way) for way in marks if way not in ways]
    if not strangers:
        return ""
    more = ("…",) if len(strangers) > _NAMED else ()
    return Sentence(
        "{n} rows of the review list name no photo of this dataset: {names}. They are "
        "passed over.",
        one="{n} row of the review list names no photo of this dataset: {names}. It is "
        "passed over.",
        n=len(strangers),
        names=(*strangers[:_NAMED], *more),
    )


def _mark(row: Mapping[str, str], number: int, path: Path) -> Mark:
    """Reads a row of a table.

    Raises:
        DatasetError: It says nothing, or what cannot be.
    """
    word = _word(row, number, path)
    label, crop = row.get("label", "").strip(), _crop(row)
    needs = {"relabel": ("label",), "crop": _BOX}.get(word, ())
    if needs and not (label if word == "relabel" else crop):
        raise DatasetError(
            'Row {number} of "{file}" says {word}, but not {what}.',
            number=number,
            file=path.name,
            word=word,
            what=needs,
        )
    return Mark(word, label, crop)


def _word(row: Mapping[str, str], number: int, path: Path) -> Word:
    """Returns what is to become of a photo.

    Raises:
        DatasetError: No such thing can.
    """
    stated = row.get("mark", "").strip().lower()
    found = next((word for word in WORDS if word == stated), None)
    if found is None:
        raise DatasetError(
            'Row {number} of "{file}" has the mark "{word}"; there are {words}.{hint}',
            number=number,
            file=path.name,
            word=plain(stated),
            words=WORDS,
            hint=did_you_mean(stated, WORDS),
        )
    return found


def _crop(row: Mapping[str, str]) -> Box | None:
    """Returns the part of a photo that a row states; None where it states none."""
    try:
        return crop_of(*(float(row.get(name, "")) for name in _BOX))
    except ValueError:
        return None
