"""Writes which method deserves belief for a network: `trust.csv`."""

import csv
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.export.writing import csv_file

if TYPE_CHECKING:  # the window starts without it
    from inference.trust import MethodTable


def write_trust(path: Path, table: "MethodTable") -> None:
    """Writes a line per method, the best first; one that was left out says why."""
    from inference.trust import MethodRow

    names = [field.name for field in fields(MethodRow)]
    with csv_file(path) as file:
        lines = csv.writer(file)
        lines.writerow((*names, "skipped"))
        for row in table.rows:
            why = table.skipped.get(row.method, "")
            lines.writerow((*map(_cell, asdict(row).values()), why))
        measured = {row.method for row in table.rows}
        for name, why in table.skipped.items():
            if name not in measured:
                lines.writerow((name, 0, *[""] * (len(names) - 2), why))


def methods_record(table: "MethodTable") -> dict[str, Any]:
    """Returns the table, for JSON."""
    return {
        "photos": table.wanted,
        "methods": {row.method: _without_name(asdict(row)) for row in table.rows},
        "skipped": dict(table.skipped),
        "notes": list(table.notes),
    }


def _without_name(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "method"}


def _cell(value: object) -> object:
    return f"{value:.6g}" if isinstance(value, float) else value
