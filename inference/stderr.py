"""Keeps what C libraries write away from the person who reads stderr.

What they write can be heard instead.
"""

import io
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from typing import IO


@contextmanager
def silent_libraries() -> Iterator[None]:
    """Turns the system's stderr, where C libraries write, away from Python's own.

    Python's option -X dev lets them speak.
    """
    try:
        is_shared = sys.stderr.fileno() == 2 and not sys.flags.dev_mode
        kept = os.dup(2) if is_shared else -1
    except (AttributeError, OSError, ValueError):  # closed, or taken by a test
        is_shared, kept = False, -1
    if not is_shared:
        yield
        return
    former = sys.stderr
    with os.fdopen(kept, "w", encoding=former.encoding) as own:
        own.reconfigure(errors="backslashreplace")
        sys.stderr = own
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        try:
            yield
        finally:
            sys.stderr = former
            with suppress(OSError):
                own.flush()
            os.dup2(own.fileno(), 2)
            os.close(nowhere)


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Hears what is written within the block, in place of showing it.

    What C libraries write to stderr, what Python prints, and its warnings.

    Yields:
        A list that holds the lines once the block has ended.
    """
    lines: list[str] = []
    printed = io.StringIO()
    with tempfile.TemporaryFile() as file:
        with (
            _stderr_into(file),
            redirect_stdout(printed),
            warnings.catch_warnings(record=True) as warned,
        ):
            warnings.simplefilter("always")
            yield lines
        file.seek(0)
        written = file.read().decode("utf-8", "replace")
    told = "\n".join(str(each.message) for each in warned)
    for text in (printed.getvalue(), told, written):
        lines += filter(None, map(str.strip, text.splitlines()))


@contextmanager
def _stderr_into(file: IO[bytes]) -> Iterator[None]:
    """Turns the system's stderr into a file; where there is none, nothing is heard."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
