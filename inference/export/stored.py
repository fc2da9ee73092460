"""Arrays that lie beside an export's JSON; anybody may have written them."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from inference.errors import Sentence, SpecError, system_reason
from inference.export.entries import Entries
from inference.geometry import Floats


def stored_array(entries: Entries, name: str, shape: Iterable[int] | None) -> Floats:
    """Reads an array of float32 beside the JSON; a file of another kind is refused."""
    path = entries.file.parent / name
    try:
        values = np.load(path, mmap_mode="r", allow_pickle=False)
    except OSError as error:
        raise _no_values(path, system_reason(error)) from error
    except (ValueError, EOFError, SyntaxError, MemoryError) as error:
        raise _no_values(path, Sentence("it is no array")) from error
    is_as_said = shape is None or values.shape == tuple(shape)
    if values.dtype != np.float32 or not is_as_said or not values.size:
        found = Sentence(
            "it holds {shape} of {kind}, not the float32 numbers that its JSON says",
            shape=" × ".join(map(str, values.shape)),
            kind=str(values.dtype),
        )
        raise _no_values(path, found)
    return np.array(values)


def _no_values(path: Path, why: Sentence | str) -> SpecError:
    return SpecError(
        'Cannot reopen "{file}": {why}. Choose an export that is whole.',
        file=path,
        why=why,
    )
