"""Reads a CSV table whose first row names its columns."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inference.errors import DatasetError, plain, system_reason
from inference.files import read_text


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds.

    Attributes:
        columns: Their names, in small letters; none where the file is empty.
        lines: All rows below the first.
    """

    columns: tuple[str, ...]
    lines: tuple[list[str], ...]

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Yields the number of each row that is not empty, and its cells by column.

        The first row is 1; cells that a short row lacks are missing.
        """
        for number, line in enumerate(self.lines, 2):
            if any(line):
                yield number, dict(zip(self.columns, line, strict=False))


def read_table(path: Path) -> Table:
    """Reads a table of moderate size.

    Raises:
        DatasetError: It cannot be read, or is no table.
    """
    try:
        first, *lines = list(csv.reader(io.StringIO(read_text(path)))) or [[]]
    except OSError as error:
        raise DatasetError(
            'Cannot read "{file}": {why}.', file=path.name, why=system_reason(error)
        ) from error
    except csv.Error as error:
        raise DatasetError(
            '"{file}" is no CSV table: {why}.', file=path.name, why=plain(str(error))
        ) from error
    return Table(tuple(name.strip().lower() for name in first), tuple(lines))
