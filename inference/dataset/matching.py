"""Which class of a model a folder's name means.

The same text; else but for case, and for what is no letter or digit (a folder cannot
have every sign); else one of the names of a label such as "tench, Tinca tinca"; else
one of its own names, where it has several. A name that fits several classes fits none:
a person says which.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

from inference.classifier import read_json
from inference.errors import DatasetError, did_you_mean, plain

_LONGEST = 255  # letters of a label: no folder's name has more

Matching = Mapping[str, int | None]
"""The index of a class by the name of a folder; None leaves its photos out."""


def matched(
    names: Iterable[str], labels: Sequence[str], stated: Matching | None = None
) -> tuple[dict[str, int | None], list[str]]:
    """Matches names of folders to the classes of a model.

    Args:
        names: Of the folders.
        labels: Of the model's classes.
        stated: What a person said; it goes first.

    Returns:
        The class of each name, and the names that somebody has to be asked about.
    """
    names = list(names)
    tables = [_table(labels, words) for words in (_exact, _loose, _inside)]
    fitting = {name: _fitting(name, tables) or _sharing(name, tables) for name in names}
    found: dict[str, int | None]
    found = {name: fits[0] for name, fits in fitting.items() if len(fits) == 1}
    found |= {name: index for name, index in (stated or {}).items() if name in fitting}
    return found, [name for name in names if name not in found]


def _fitting(name: str, tables: Sequence[Mapping[str, list[int]]]) -> list[int]:
    """Returns the classes that the strictest of the tables has for a name."""
    keys = (name, _plainest(name), _plainest(name))
    found = (table.get(key) for table, key in zip(tables, keys, strict=True))
    return next((each for each in found if each), [])


def _sharing(name: str, tables: Sequence[Mapping[str, list[int]]]) -> list[int]:
    """Returns the classes that share one of the several names of a folder."""
    found = [_fitting(word.strip(), tables) for word in name.split(",")]
    return sorted(set(chain.from_iterable(found)))


def label_of(words: str) -> str:
    """Returns the name of a folder, or a cell of a table, as a label: in one line."""
    return plain(words, _LONGEST)


def read_matching(path: Path, labels: Sequence[str]) -> dict[str, int | None]:
    """Reads {"folder": "class" or null} from a JSON file.

    Raises:
        DatasetError: An entry names no class of the model, or more than one.
        SpecError: The file cannot be read.
    """
    return {
        label_of(name): _index_of(stated, name, labels, path)
        for name, stated in read_json(path).items()
    }


def understood(
    said: Mapping[str, object], labels: Sequence[str]
) -> dict[str, int | None]:
    """Returns what such a record says of names that no class of a model fits by itself.

    It may have been written for another model: there a name may have meant less.
    """
    _, asked = matched(said, labels)
    found: dict[str, int | None] = {}
    for name in asked:
        try:
            found[name] = _index_of(said[name], name, labels, Path())
        except DatasetError:
            continue  # a class of another model
    return found


def _index_of(
    stated: object, name: str, labels: Sequence[str], path: Path
) -> int | None:
    if stated is None:
        return None
    if type(stated) is int and 0 <= stated < len(labels):
        return stated
    found, _ = matched([str(stated)], labels)
    index = found.get(str(stated)) if isinstance(stated, str) else None
    if index is None:
        raise DatasetError(
            'The entry "{name}" of "{file}" is {stated}, which is no class of the '
            "model; give one class's name, its index, or null.{hint}",
            name=plain(name),
            file=path.name,
            stated=repr(stated)[:60],
            hint=did_you_mean(str(stated)[:60], labels),
        )
    return index


def _table(
    labels: Sequence[str], words: Callable[[str], Iterable[str]]
) -> dict[str, list[int]]:
    """Returns the classes that each word means."""
    table: dict[str, list[int]] = {}
    for index, label in enumerate(labels):
        for word in dict.fromkeys(words(label)):
            table.setdefault(word, []).append(index)
    return table


def _exact(label: str) -> list[str]:
    return [label]


def _loose(label: str) -> list[str]:
    return [_plainest(label)]


def _inside(label: str) -> list[str]:
    return [_plainest(word) for word in label.split(",")]


def _plainest(name: str) -> str:
    """Returns a name without case and signs; what divides its words is one blank."""
    bare = re.sub(r"[\W_]+", " ", re.sub("['’]", "", name)).strip()
    return (bare or name).casefold()
