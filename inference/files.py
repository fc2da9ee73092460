"""Reads whole files, none larger than its kind should be, and puts small ones."""

import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from inference.errors import Sentence

MOST_MODEL_BYTES = 2**31 - 1
"""Of an ONNX file, as ONNX itself limits it; weights beside it do not count."""

MOST_TEXT_BYTES = 10_000_000
"""Of class names, sidecars and preprocessing files."""


class UnfitFileError(OSError):
    """A file that is not read; its one argument is a `Sentence` that says why."""


@contextmanager
def open_file(path: Path, most: int) -> Iterator[tuple[BufferedReader, int]]:
    """Opens a file and tells its size [bytes].

    Args:
        path: The file. Pipes, devices and folders, which block or never end, are not
            read.
        most: The largest size that is read [bytes].

    Raises:
        OSError: It cannot be read, or is an `UnfitFileError`.
    """
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise UnfitFileError(Sentence("it is a folder"))
    if not stat.S_ISREG(found.st_mode):
        raise UnfitFileError(Sentence("it is a device or a pipe, not a file"))
    if found.st_size > most:
        raise UnfitFileError(
            Sentence(
                "it has {size:,.0f} MB, and no more than {most:,.0f} MB are read",
                size=found.st_size / 1e6,
                most=most / 1e6,
            )
        )
    with path.open("rb") as file:
        yield file, found.st_size


def read_bytes(path: Path, most: int) -> bytes:
    """Returns what a file holds, as `open_file` opens it.

    Raises:
        OSError: It cannot be read, or is an `UnfitFileError`.
    """
    with open_file(path, most) as (file, _):
        return file.read()


def read_text(path: Path) -> str:
    """Returns what a text file of moderate size holds.

    Raises:
        OSError: It cannot be read, or is no text.
    """
    try:
        return read_bytes(path, MOST_TEXT_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnfitFileError(Sentence("it is not text")) from error


def digest(words: str) -> str:
    """Returns the SHA-256 of words, in hexadecimal: a name for what they tell.

    Names of files that are not UTF-8 and lone surrogates in labels count as they are.
    """
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def as_text(name: str) -> str:
    """Returns a name as what UTF-8 can hold: what is no text in it is escaped."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def put_text(path: Path, text: str) -> None:
    """Writes a small file beside its place, then puts it there; makes its folder.

    Raises:
        OSError: It cannot be written; what stood there stands still.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with put_in_place(path) as beside:
        beside.write_text(text, "utf-8")


@contextmanager
def put_in_place(path: Path) -> Iterator[Path]:
    """Hands out a place beside a file; what is written there takes the file's place.

    Where the block fails, what stood there stands still, and nothing lies beside it.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        yield beside
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
