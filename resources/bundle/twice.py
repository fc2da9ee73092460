"""Finds libraries that are bundled twice: one of both is dead weight, or wrong."""

import re
from collections import defaultdict
from hashlib import file_digest
from pathlib import Path

_LIBRARY = re.compile(r"\.(so(\.\d+)*|dylib|dll|pyd)$")
_MARKS = re.compile(r"([-.][0-9a-f]{8,})?(-?[.\d]+)?$")  # of wheels, and versions


def found_twice(folder: Path) -> list[tuple[Path, ...]]:
    """Returns the libraries, by their paths in a folder, that are there more than once.

    Two are the same where their bytes are, or their names but for the marks that
    wheels and versions put into them. A link is no second library.
    """
    files = [each for each in folder.rglob("*") if _is_library(each)]
    alike: dict[str, set[Path]] = defaultdict(set)
    for file in files:
        alike[_digest(file)].add(file.relative_to(folder))
        if file.name.startswith("lib"):  # modules of Python share names in packages
            alike[_name(file)].add(file.relative_to(folder))
    found = {tuple(sorted(each)) for each in alike.values() if len(each) > 1}
    return sorted(found)


def _is_library(file: Path) -> bool:
    return bool(_LIBRARY.search(file.name)) and file.is_file() and not file.is_symlink()


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _name(file: Path) -> str:
    """Returns the name without marks: "libpng16-3d2f1e0a.so.16.44" is "libpng16"."""
    return _MARKS.sub("", _LIBRARY.sub("", file.name))
