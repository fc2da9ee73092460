"""Keeps what C libraries write away from the person who reads stderr."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


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
