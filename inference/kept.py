"""What is kept from one start to the next, in small JSON files of our own.

One that cannot be read counts as not there, and one that cannot be written is not worth
a message: nothing that a person made lies in them alone.
"""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from inference.errors import InferenceError
from inference.files import put_text, read_text

Kept = TypeVar("Kept")
_MISFITS = (ValueError, TypeError, AttributeError, KeyError)

log = logging.getLogger(__name__)


def recalled(path: Path, parsed: Callable[[Any], Kept], nothing: Kept) -> Kept:
    """Reads what was kept.

    Args:
        path: The file.
        parsed: Makes the answer of the JSON; whatever it raises for a record that is
            not what it should be counts as a file that cannot be read.
        nothing: The answer where there is no such file.
    """
    try:
        return parsed(json.loads(read_text(path)))
    except FileNotFoundError:
        return nothing
    except (OSError, InferenceError, RecursionError, *_MISFITS) as error:
        log.warning("What was kept is ignored, %s: %s", path, error)
        return nothing


def keep(path: Path, record: dict[str, Any]) -> None:
    """Writes a record."""
    try:
        put_text(path, json.dumps(record))
    except OSError as error:
        log.warning("What was to be kept is not, %s: %s", path, error)
