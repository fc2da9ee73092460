"""The split of a dataset that has none of its own: made once, saved, and used again.

A JSON file for each dataset lies in the user's folder, with the seed and the shares
that the split was made by. Photos that are added later are divided among themselves: no
photo ever changes from training to test because others came or went.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inference.dataset.listing import Dataset
from inference.dataset.splitting import PARTS, SHARES, Part, with_parts
from inference.files import digest
from inference.kept import keep, recalled
from inference.user_folder import user_folder

Parts = dict[str, Part]
"""The part of each photo, by its way from the dataset's folder."""


def split_of(
    dataset: Dataset, shares: Sequence[float] | None = None, *, seed: int = 0
) -> dict[Path, Part]:
    """Returns the part of each photo: of the dataset's own split, else of a saved one.

    Photos that the dataset's own split leaves out are missing.

    Args:
        dataset: The photos.
        shares: Of training, validation and test; they go before the dataset's own
            split. None for that one, or the usual shares where it has none.
        seed: Another seed makes another split; each is saved by itself.

    Raises:
        SpecError: The shares cannot be.
    """
    if shares is None and dataset.has_parts:
        return {p.path: p.part for p in dataset.photos if p.part is not None}
    stated = tuple(map(float, SHARES if shares is None else shares))
    return _kept(dataset, stated, seed)


def _kept(dataset: Dataset, shares: Sequence[float], seed: int) -> dict[Path, Part]:
    """Returns a saved split, with the photos that came since then divided."""
    ways = {photo.path: dataset.way_to(photo.path) for photo in dataset.photos}
    place = _place(dataset.root, shares, seed)
    known = recalled(place, _parsed, Parts())
    new = [photo for photo in dataset.photos if ways[photo.path] not in known]
    if new:
        names, labels = [ways[p.path] for p in new], [p.label for p in new]
        known |= with_parts(names, labels, shares, seed=seed)
        keep(place, {"seed": seed, "shares": list(shares), "parts": _by_part(known)})
    return {path: known[way] for path, way in ways.items()}


def _by_part(known: Parts) -> dict[Part, list[str]]:
    return {part: [name for name in known if known[name] == part] for part in PARTS}


def _place(root: Path, shares: Sequence[float], seed: int) -> Path:
    words = "\0".join((str(root.resolve()), str(seed), *map(str, shares)))
    name = digest(words)[:16]
    return user_folder() / "datasets" / f"{root.stem[:40]}-{name}.split.json"


def _parsed(record: Any) -> Parts:
    """Checks a record.

    Raises:
        ValueError, TypeError, AttributeError: It is not what it should be.
    """
    parts = record.get("parts")
    return {str(name): part for part in PARTS for name in parts.get(part, ())}
