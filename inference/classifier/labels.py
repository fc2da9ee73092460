"""Class names: read from files, or taken from the bundled ImageNet lists."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inference.bundled import LABELS
from inference.errors import SpecError, plain, system_reason
from inference.files import read_text
from inference.numbers import MOST, is_whole

LABEL_SUFFIXES = (".txt", ".json", ".csv")

_MOST_DIGITS = 9
_KEYS = ("labels", "classes", "names", "class_names")
_NAME_COLUMNS = ("name", "label", "class", "display_name")


def bundled_labels(count: int) -> tuple[str, ...] | None:
    """Returns the ImageNet names for 1,000 classes, or 1,001 with background."""
    path = LABELS / f"imagenet_{count}.txt"
    if not path.is_file():
        return None
    return tuple(path.read_text(encoding="utf-8").splitlines())


def read_labels(path: Path) -> tuple[str, ...]:
    """Reads class names: a line each, a JSON list or {"0": name}, or a CSV table.

    Raises:
        SpecError: The file cannot be read, or holds no names.
    """
    try:
        text = read_text(path)
    except OSError as error:
        raise SpecError(
            'Cannot read class names from "{file}": {why}.',
            file=path.name,
            why=system_reason(error),
        ) from error
    readers = {".json": _from_json, ".csv": _from_csv}
    labels = readers.get(path.suffix.lower(), _from_lines)(text)
    if not labels:
        raise SpecError(
            'There are no class names in "{file}". Give a text file with one name a '
            "line, a JSON list, or a CSV file with a column called name.",
            file=path.name,
        )
    return labels


def parse_labels(value: object) -> tuple[str, ...]:
    """Returns names from a JSON value, in class order; empty where it holds none.

    A list gives them in order, an object by index or (value an integer) by name; an
    entry like ["n01440764", "tench"] counts as its last word.
    """
    if isinstance(value, dict):
        inner = [value[key] for key in _KEYS if isinstance(value.get(key), list | dict)]
        return parse_labels(inner[0] if inner else _in_order(value))
    entries = value if isinstance(value, list) else []
    names = [name for name in map(_name, entries) if name is not None]
    return tuple(names) if len(names) == len(entries) else ()


def _name(entry: object) -> str | None:
    """Returns the name that an entry of a list is; None where it is none."""
    word = entry[-1] if isinstance(entry, list) and entry else entry
    is_name = isinstance(word, str) or is_whole(word, -MOST)
    return str(word).strip() if is_name else None


def is_index(word: str) -> bool:
    """Whether a word is the number of a class."""
    return word.isdecimal() and len(word) <= _MOST_DIGITS


def _in_order(table: dict[str, Any]) -> list[Any]:
    """Sorts {"0": name} by index, or {name: 0} by value; other tables hold no names."""
    if all(is_index(str(key)) for key in table):
        keys = sorted(table, key=int) if _has_no_gap(table) else []
        return [table[key] for key in keys]
    if all(is_whole(index) for index in table.values()):
        names = sorted(table, key=lambda name: int(table[name]))
        return names if _has_no_gap(table.values()) else []
    return []


def _has_no_gap(indices: Iterable[str | int]) -> bool:
    """Whether numbers of classes follow upon one another, from 0 or from 1."""
    places = sorted(map(int, indices))
    first = min(places[:1], default=0)
    return first in (0, 1) and places == list(range(first, first + len(places)))


def _from_json(text: str) -> tuple[str, ...]:
    try:
        return parse_labels(json.loads(text))
    except (ValueError, RecursionError):
        return ()


def _from_csv(text: str) -> tuple[str, ...]:
    rows = _rows(text)
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    column = next((head.index(word) for word in _NAME_COLUMNS if word in head), None)
    if column is None:
        return tuple(row[-1].strip() for row in rows)
    place = head.index("index") if "index" in head else column
    return _in_columns(rows[1:], column, place)


def _in_columns(rows: list[list[str]], column: int, place: int) -> tuple[str, ...]:
    """Returns the cells of a column, by the numbers in another one where it has any."""
    _require_whole(rows, max(column, place) + 1)
    cells = [(row[column].strip(), row[place].strip()) for row in rows]
    if place != column and all(word.isdecimal() for _, word in cells):
        cells.sort(key=lambda cell: _index(cell[1]))
    return tuple(name for name, _ in cells)


def _rows(text: str) -> list[list[str]]:
    """Returns the rows that are not blank; none where a text is no table."""
    try:
        return [row for row in csv.reader(io.StringIO(text)) if any(row)]
    except csv.Error:
        return []


def _require_whole(rows: list[list[str]], cells: int) -> None:
    """Refuses a row without name or index: the names after it would move up."""
    for number, row in enumerate(rows, 2):
        if len(row) < cells:
            raise SpecError(
                "Row {number} of the class names has {n} cells, but the first row "
                "promises at least {cells}. Complete or remove it.",
                one="Row {number} of the class names has {n} cell, but the first row "
                "promises at least {cells}. Complete or remove it.",
                number=number,
                n=len(row),
                cells=cells,
            )


def _index(word: str) -> int:
    if not is_index(word):
        raise SpecError(
            '"{word}" is no number of a class. Count from 0.', word=plain(word)
        )
    return int(word)


def _from_lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.rstrip().splitlines())
