"""Entries of a JSON file that anybody may have written: right, or a sentence."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from inference.errors import Sentence, SpecError, plain, system_reason
from inference.files import read_bytes
from inference.geometry import Box, Size
from inference.numbers import MOST, is_number, is_whole

MOST_JSON_BYTES: Final = 16_000_000
_HASH = re.compile(r"[0-9a-f]{64}")
_LONGEST = 4096  # letters of a path or a name
T = TypeVar("T")


class Entries:
    """The entries of a JSON object; each is asked for by its key and what it must be.

    Attributes:
        file: The JSON file.
    """

    def __init__(self, file: Path, value: object, place: str = "") -> None:
        self.file = file
        self._place = place
        if not isinstance(value, dict):
            raise self._wrong(place or "{ }", value, Sentence("an object"))
        self._value: dict[str, Any] = value

    def has(self, key: str) -> bool:
        """Whether there is such an entry, and it is not null."""
        return self._value.get(key) is not None

    def filled(self, key: str) -> bool:
        """Whether there is such an entry, and it is not empty."""
        return bool(self._value.get(key))

    def part(self, key: str) -> "Entries":
        """Returns the object below a key."""
        return Entries(self.file, self._value.get(key), self._path(key))

    def parts(self, key: str, most: int) -> "list[Entries]":
        """Returns the objects of a list of 1 to `most`."""
        values: Any = self._value.get(key)
        if not isinstance(values, list) or not 1 <= len(values) <= most:
            wanted = Sentence("a list of 1 to {most} objects", most=most)
            raise self._wrong(self._path(key), values, wanted)
        path = self._path(key)
        return [Entries(self.file, v, f"{path}[{n}]") for n, v in enumerate(values)]

    def text(self, key: str, known: tuple[str, ...] = ()) -> str:
        """Returns a text of moderate length; one of those that are known, if any."""
        value: Any = self._value.get(key)
        is_text = isinstance(value, str) and len(value) <= _LONGEST
        if is_text and (value in known or not known):
            return str(value)
        wanted = Sentence("one of {known}", known=known) if known else Sentence("text")
        raise self._wrong(self._path(key), value, wanted)

    def sha256(self, key: str) -> str:
        """Returns a hash in hexadecimal; "" where there is none."""
        value: Any = self._value.get(key, "")
        if value == "" or (isinstance(value, str) and _HASH.fullmatch(value)):
            return str(value)
        raise self._wrong(self._path(key), value, Sentence("a SHA-256"))

    def flag(self, key: str) -> bool:
        """Returns true or false; an entry that is not there is false."""
        value: Any = self._value.get(key, False)
        if isinstance(value, bool):
            return value
        raise self._wrong(self._path(key), value, Sentence("true or false"))

    def whole(self, key: str, least: int = 0, most: int = MOST) -> int:
        """Returns a whole number within bounds."""
        value: Any = self._value.get(key)
        if is_whole(value, least, most):
            return int(value)
        wanted = Sentence(
            "a whole number from {least} to {most}", least=least, most=most
        )
        raise self._wrong(self._path(key), value, wanted)

    def wholes(self, key: str, most: int) -> list[int]:
        """Returns a list of up to `most` whole numbers from 0."""
        values: Any = self._value.get(key)
        is_list = isinstance(values, list) and len(values) <= most
        if is_list and all(is_whole(value, 0, MOST) for value in values or ()):
            return list(values or ())
        wanted = Sentence("a list of up to {most:,} whole numbers", most=most)
        raise self._wrong(self._path(key), values, wanted)

    def numbers(self, key: str, most: int) -> list[float]:
        """Returns a list of up to `most` finite numbers."""
        values: Any = self._value.get(key)
        is_list = isinstance(values, list) and len(values) <= most
        if is_list and all(map(is_number, values or ())):
            return list(map(float, values or ()))
        wanted = Sentence("a list of up to {most:,} numbers", most=most)
        raise self._wrong(self._path(key), values, wanted)

    def size(self, key: str, most: int = 100_000) -> Size:
        """Returns a height and a width in pixels."""
        values: Any = self._value.get(key)
        is_pair = isinstance(values, list) and len(values) == 2
        if is_pair and all(is_whole(value, 1, most) for value in values or ()):
            return Size(*(values or ()))
        wanted = Sentence("a height and a width in pixels")
        raise self._wrong(self._path(key), values, wanted)

    def box(self) -> Box:
        """Returns these entries as a rectangle: top, left, height, width."""
        values: list[Any] = [
            self._value.get(key) for key in ("top", "left", "height", "width")
        ]
        is_box = all(map(is_number, values)) and min(values[2:]) > 0
        if is_box and max(map(abs, values)) < MOST:
            return Box(*map(float, values))
        wanted = Sentence("a rectangle: top, left, height, width")
        raise self._wrong(self._place, self._value, wanted)

    def names(self, key: str) -> tuple[str, ...] | None:
        """Returns a list of texts; None where there is none."""
        values: Any = self._value.get(key)
        if values is None:
            return None
        if isinstance(values, list) and all(isinstance(v, str) for v in values):
            return tuple(values)
        raise self._wrong(self._path(key), values, Sentence("a list of names"))

    def understood(self, key: str, read: Callable[[Any, str], T]) -> T:
        """Returns what `read` makes of an entry; it is told what to call it."""
        path = f'"{self._path(key)}"'
        try:
            return read(self._value.get(key), path)
        except SpecError as error:
            raise SpecError(
                'Cannot reopen "{file}": its entry {key} cannot be used. {why}',
                file=self.file.name,
                key=path,
                why=error,
            ) from error

    def _path(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    def _wrong(self, path: str, found: object, wanted: Sentence) -> SpecError:
        return SpecError(
            'Cannot reopen "{file}": its entry "{key}" is {found}, not {wanted}. '
            "Choose the JSON of an export, as it was written.",
            file=self.file.name,
            key=plain(path),
            found=_shown(found),
            wanted=wanted,
        )


def read_entries(file: Path) -> Entries:
    """Reads a JSON file of moderate size.

    Raises:
        SpecError: It cannot be read, or is no JSON object.
    """
    try:
        value = json.loads(read_bytes(file, MOST_JSON_BYTES).decode("utf-8"))
    except OSError as error:
        raise _unreadable(file, system_reason(error)) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable(file, Sentence("it is not JSON")) from error
    return Entries(file, value)


def _unreadable(file: Path, why: Sentence | str) -> SpecError:
    return SpecError('Cannot reopen "{file}": {why}.', file=file, why=why)


def _shown(found: object) -> Sentence | str:
    if found is None:
        return Sentence("missing")
    return plain(json.dumps(found, ensure_ascii=False, default=str)[:200], 60)
