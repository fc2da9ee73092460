"""What a person said about a dataset, kept from one start to the next.

A JSON file for each dataset lies in the user's folder: which class a folder means, for
every list of classes; whether a network was trained on the photos; and the review list.
Which class a folder means stands beside the dataset, too, where it can be written: that
of `photos` in `photos.match.json`, as `--match` takes it, for all who have the photos.
Nothing is ever written into the dataset. What cannot be read counts as never said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, Self, get_args

from inference.dataset.matching import Matching, understood
from inference.files import digest
from inference.geometry import Box
from inference.kept import keep, recalled
from inference.numbers import is_number
from inference.user_folder import user_folder

Word = Literal["relabel", "remove", "keep", "crop"]
WORDS: tuple[Word, ...] = get_args(Word)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to become of a photo.

    Attributes:
        word: `keep` says that nothing is wrong with it.
        label: Of `relabel`: the right class.
        crop: Of `crop`, and of `relabel` at will: the part of the photo that counts, in
            photo pixels; None for all of it.
    """

    word: Word
    label: str = ""
    crop: Box | None = None


def crop_of(top: float, left: float, height: float, width: float) -> Box | None:
    """Returns a part of a photo, in its pixels; None where the numbers make none."""
    box = Box(top, left, height, width)
    are_numbers = all(map(is_number, (top, left, height, width)))
    return box if are_numbers and not box.is_empty else None


Marks = Mapping[str, Mark]
"""Marks by the photo's way from the dataset's folder."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was said about a dataset.

    Attributes:
        matching: For a list of classes, by its hash: the class of a folder, or None.
        trained: Whether a network was trained on it, by the model's sha256.
        marks: The review list.
        beside: What stands beside the dataset: the class of a folder, or None, by name.
    """

    matching: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    trained: Mapping[str, bool] = field(default_factory=dict)
    marks: Marks = field(default_factory=dict)
    beside: Mapping[str, object] = field(default_factory=dict)

    def stated(self, labels: Sequence[str]) -> dict[str, int | None]:
        """Returns what was said of folders, as indices of these classes.

        What stands beside the dataset goes first, as far as these classes need it.
        """
        places = {label: index for index, label in enumerate(labels)}
        said = self.matching.get(_hash(labels), {})
        own = {
            name: None if label is None else places[label]
            for name, label in said.items()
            if label is None or label in places
        }
        return own | understood(self.beside, labels)

    def with_matching(self, labels: Sequence[str], stated: Matching) -> Self:
        """Adds what folders mean among these classes."""
        key = _hash(labels)
        said = {
            name: None if index is None else labels[index]
            for name, index in stated.items()
        }
        both = {**self.matching.get(key, {}), **said}
        matching = {**self.matching, key: both}
        return replace(self, matching=matching, beside={**self.beside, **said})

    def with_trained(self, model: str, *, is_trained: bool) -> Self:
        """Adds whether a network was trained on the photos."""
        return replace(self, trained={**self.trained, model: is_trained})

    def without_trained(self, model: str) -> Self:
        """Takes back what was said of a network."""
        rest = {key: value for key, value in self.trained.items() if key != model}
        return replace(self, trained=rest)

    def with_marks(self, marks: Marks) -> Self:
        """Replaces the review list."""
        return replace(self, marks=MappingProxyType(dict(marks)))


def recall(root: Path) -> Remembered:
    """Reads what was said about a dataset; nothing where that fails."""
    said = recalled(_file(root), _parsed, Remembered())
    return replace(said, beside=recalled(_beside(root), _named, {}))


def remember(root: Path, said: Remembered) -> None:
    """Writes it; a folder that cannot be written is not worth a message."""
    marks = {name: _mark_record(mark) for name, mark in said.marks.items()}
    record = {
        "matching": {key: dict(value) for key, value in said.matching.items()},
        "trained": dict(said.trained),
        "marks": marks,
    }
    keep(_file(root), record)
    if said.beside != recall(root).beside:
        keep(_beside(root), dict(said.beside))


def _beside(root: Path) -> Path:
    whole = root.resolve()
    return whole.parent / f"{whole.name}.match.json"


def _named(record: Any) -> Mapping[str, object]:
    """Checks what stands beside a dataset.

    Raises:
        AttributeError: It is no table of names.
    """
    return MappingProxyType(dict(record.items()))


def _file(root: Path) -> Path:
    name = f"{root.stem[:40]}-{digest(str(root.resolve()))[:16]}.json"
    return user_folder() / "datasets" / name


def _hash(labels: Sequence[str]) -> str:
    return digest("\0".join(labels))[:16]


def _parsed(record: Any) -> Remembered:
    """Checks every part of a record.

    Raises:
        ValueError, TypeError, AttributeError: One of them is not what it should be.
    """
    matching = {
        key: {str(n): None if w is None else str(w) for n, w in value.items()}
        for key, value in record.get("matching", {}).items()
    }
    trained = {str(k): v is True for k, v in record.get("trained", {}).items()}
    marks = {str(n): _mark(value) for n, value in record.get("marks", {}).items()}
    return Remembered(matching, trained, MappingProxyType(marks))


def _mark_record(mark: Mark) -> dict[str, Any]:
    box = mark.crop
    sides = {} if box is None else {"crop": [box.top, box.left, box.height, box.width]}
    return {"mark": mark.word, "label": mark.label, **sides}


def _mark(value: Any) -> Mark:
    word = value.get("mark")
    if word not in WORDS:
        raise ValueError(word)
    sides = value.get("crop")
    crop = None if sides is None else crop_of(*map(float, sides))
    if word == "crop" and crop is None:
        raise ValueError(sides)
    return Mark(word, str(value.get("label", "")), crop)
