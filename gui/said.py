"""What the user said about a model, kept from one start to the next by its hash.

A small JSON file for each model lies beside the settings. What cannot be read, or does
not hold what it should, counts as never said: the log tells, and the window goes on.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gui.settings import settings_file
from inference.classifier import (
    RESIZES,
    Normalisation,
    Wishes,
    alpha_of,
    normalisation_json,
    parse_labels,
    parse_normalisation,
)
from inference.geometry import parse_size
from inference.kept import keep, recalled
from inference.network.binding import Numbers
from inference.numbers import is_number

MOST_LETTERS = 1000  # of the name of a layer


@dataclass(frozen=True, slots=True)
class Said:
    """What the user said about a model.

    Attributes:
        wishes: How it is fed, and what its classes are called.
        layer: The tensor that was chosen in Grad-CAM; "" for the automatic one.
        studied: The tensor that was chosen in Activations; "" for Grad-CAM's.
    """

    wishes: Wishes = Wishes()  # noqa: RUF009 - frozen
    layer: str = ""
    studied: str = ""


def recall(model: str) -> Said:
    """Reads what was said about a model, by its SHA-256; nothing where that fails."""
    return recalled(_file(model), _parsed, Said())


def remember(model: str, said: Said) -> None:
    """Writes it; a folder that cannot be written is not worth a message."""
    keep(_file(model), _record(said))


def _file(model: str) -> Path:
    return Path(settings_file().fileName()).parent / "models" / f"{model}.json"


def _record(said: Said) -> dict[str, Any]:
    wishes, record = said.wishes, dict[str, Any]()
    if wishes.size is not None:
        record["size"] = list(wishes.size)
    if wishes.inputs:
        record["inputs"] = {name: list(numbers) for name, numbers in wishes.inputs}
    if isinstance(wishes.preprocess, Normalisation):
        record["preprocessing"] = normalisation_json(wishes.preprocess)
    if isinstance(wishes.labels, tuple):
        record["labels"] = list(wishes.labels)
    for key, value in (
        ("resize", wishes.resize),
        ("output", wishes.output),
        ("alpha", wishes.alpha),
        ("axes", wishes.axes),
        ("layer", said.layer),
        ("studied", said.studied),
    ):
        if value:
            record[key] = value
    return record


def _parsed(record: Any) -> Said:
    """Checks every part of a record.

    Raises:
        ValueError, TypeError, SpecError: One of them is not what it should be.
    """
    if not isinstance(record, dict):
        raise TypeError("record")
    stated, resize = record.get("preprocessing"), record.get("resize")
    how = None if stated is None else parse_normalisation(stated, "models")
    if resize not in (None, *RESIZES):
        raise ValueError("resize")
    labels = parse_labels(record["labels"]) if "labels" in record else None
    if labels == ():
        raise ValueError("labels")
    wishes = Wishes(
        how,
        resize,
        labels,
        parse_size(record.get("size")),
        _name(record, "output") or None,
        _inputs(record.get("inputs", {})),
        alpha_of(record["alpha"]) if "alpha" in record else None,
        _name(record, "axes") or None,
    )
    return Said(wishes, _name(record, "layer"), _name(record, "studied"))


def _inputs(record: Any) -> tuple[tuple[str, Numbers], ...]:
    """Reads what is given beside the photo.

    Raises:
        TypeError: It is no table of numbers by name.
    """
    if not isinstance(record, dict):
        raise TypeError("inputs")
    for numbers in record.values():
        if not isinstance(numbers, list) or not all(map(is_number, numbers)):
            raise TypeError("inputs")
    return tuple((name, tuple(map(float, record[name]))) for name in record)


def _name(record: dict[str, Any], key: str) -> str:
    name = record.get(key, "")
    if not isinstance(name, str) or len(name) > MOST_LETTERS:
        raise TypeError(key)
    return name
