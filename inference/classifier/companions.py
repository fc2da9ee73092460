"""What other programs write beside a model, in the words of NetGaze's own notes.

Hugging Face keeps `preprocessor_config.json` and `config.json` beside a model, or one
folder above it (`onnx/model.onnx`); timm has all in its `config.json`. The rules of
resizing are those of transformers' image processors and of timm's
`create_transform`, in their inference form.
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from inference.classifier.labels import parse_labels
from inference.classifier.notes import read_json
from inference.errors import SpecError
from inference.numbers import is_number, is_whole

CONFIG, PREPROCESSOR = "config.json", "preprocessor_config.json"
_RESAMPLE = ("nearest", "lanczos", "bilinear", "bicubic")  # as Pillow numbers them
_CROP_MODES = {"center": "crop", "squash": "squash", "border": "letterbox"}
_SIDES, _SHORTEST = ("height", "width"), "shortest_edge"
_MOST_SIDE = 100_000  # px
_LARGEST = 1e9
_LETTERS_SHOWN = 60
_SHARES = 0.01, 2  # of the resized photo that a crop may keep
_SQUASHED_FROM = 384  # ConvNeXt's processor does not crop larger inputs


class _Keys:
    """The entries of a JSON object, each with the type that it must have."""

    def __init__(self, path: Path, value: Mapping[str, Any]) -> None:
        self._path, self._value = path, value

    def __contains__(self, key: str) -> bool:
        return self._value.get(key) is not None

    def factor(self, key: str, *, default: float) -> float:
        """Returns a finite number above zero."""
        found = self._value.get(key, default)
        if is_number(found, _LARGEST) and found > 0:
            return float(found)
        raise self._wrong(key)

    def share(self, key: str, *, default: float) -> float:
        """Returns the share of the resized photo that a crop keeps."""
        found = self.factor(key, default=default)
        if _SHARES[0] <= found <= _SHARES[1]:
            return found
        raise self._wrong(key)

    def numbers(self, key: str, *, default: float) -> list[float]:
        """Returns a finite number, or three of them."""
        found = self._value.get(key)
        found = default if found is None else found
        entries = found if isinstance(found, list) else [found]
        if len(entries) in (1, 3) and all(is_number(e, _LARGEST) for e in entries):
            return [float(entry) for entry in entries]
        raise self._wrong(key)

    def divisors(self, key: str) -> list[float]:
        """Returns the same, above zero; 1 where nothing is said."""
        found = self.numbers(key, default=1)
        if min(found) > 0:
            return found
        raise self._wrong(key)

    def size(self, key: str) -> dict[str, Any]:
        """Returns {"height", "width"} or {"shortest_edge"}; a number is both sides."""
        found = self._value.get(key)
        table = found if isinstance(found, Mapping) else dict.fromkeys(_SIDES, found)
        sides = {name: table[name] for name in (*_SIDES, _SHORTEST) if name in table}
        if sides and all(is_whole(side, 1, _MOST_SIDE) for side in sides.values()):
            return sides
        raise self._wrong(key)

    def shape(self, key: str) -> list[int]:
        """Returns [channels, height, width]."""
        found = self._value.get(key)
        if isinstance(found, list) and len(found) == 3:
            sides = [side for side in found if is_whole(side, 1, _MOST_SIDE)]
            if sides == found:
                return sides
        raise self._wrong(key)

    def table(self, key: str) -> object:
        """Returns a list or an object; an empty list where nothing is said."""
        found = self._value.get(key)
        if found is None or isinstance(found, list | dict):
            return found or []
        raise self._wrong(key)

    def word(self, key: str, words: Mapping[str, str], default: str) -> str:
        """Returns what an entry means that is one of some words."""
        found = self._value.get(key, default)
        if isinstance(found, str) and found in words:
            return words[found]
        raise self._wrong(key)

    def flag(self, key: str, *, default: bool) -> bool:
        """Returns true or false."""
        found = self._value.get(key, default)
        if isinstance(found, bool):
            return found
        raise self._wrong(key)

    def resample(self, key: str) -> str:
        """Returns the name of one of Pillow's filters, given by its number."""
        found = self._value.get(key, 2)
        if is_whole(found, 0, len(_RESAMPLE) - 1):
            return _RESAMPLE[found]
        raise self._wrong(key)

    def _wrong(self, key: str) -> SpecError:
        return SpecError(
            '"{key}" in "{file}" beside the model is {found}, which cannot be. Mend '
            "it, or say how photos are fed to the model.",
            key=key,
            file=self._path.name,
            found=repr(self._value.get(key))[:_LETTERS_SHOWN],
        )


def companion_notes(model: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yields files beside a model, and what each says in the keys of our notes.

    Raises:
        SpecError: A file cannot be read, or an entry cannot be.
    """
    for name, read in ((PREPROCESSOR, _processor_note), (CONFIG, _config_note)):
        path = _found(model, name)
        if path is not None:
            note = read(path, read_json(path))
            if note:
                yield path, note


def _found(model: Path, name: str) -> Path | None:
    """Returns a file beside a model, or above its folder `onnx`."""
    folders = [model.parent]
    if model.parent.name == "onnx":
        folders.append(model.parent.parent)
    return next((f / name for f in folders if (f / name).is_file()), None)


def _processor_note(path: Path, value: dict[str, Any]) -> dict[str, Any]:
    """Reads an image processor of transformers; other processors say nothing."""
    kind = value.get("image_processor_type", value.get("feature_extractor_type"))
    if "image_mean" not in value and kind is None:
        return {}
    keys = _Keys(path, value)
    note: dict[str, Any] = {"preprocessing": _processor_pixels(keys)}
    note["interpolation"] = keys.resample("resample")
    crops = keys.flag("do_center_crop", default="crop_size" in keys)
    if "crop_pct" in keys and "size" in keys:
        return note | _cropped_by_share(keys)
    if crops and "crop_size" in keys:
        before = keys.size("size" if "size" in keys else "crop_size")
        note |= _sized(keys.size("crop_size")) | {"resize": "crop"}
        note["short_side"] = min(before.values())
    elif "size" in keys:
        note |= _sized(keys.size("size")) | {"resize": "squash"}
    return note


def _processor_pixels(keys: _Keys) -> dict[str, Any]:
    rescales = keys.flag("do_rescale", default=True)
    normalises = keys.flag("do_normalize", default=True)
    return {
        "channels": "RGB",
        "scale": keys.factor("rescale_factor", default=1 / 255) if rescales else 1,
        "mean": keys.numbers("image_mean", default=0) if normalises else 0,
        "std": keys.divisors("image_std") if normalises else 1,
    }


def _cropped_by_share(keys: _Keys) -> dict[str, Any]:
    """Reads ConvNeXt's processor: the share of the resized photo that is kept."""
    side = min(keys.size("size").values())
    note: dict[str, Any] = {"size": [side, side], "resize": "squash"}
    if side < _SQUASHED_FROM:
        short = int(side / keys.share("crop_pct", default=1))
        note |= {"resize": "crop", "short_side": short}
    return note


def _config_note(path: Path, value: dict[str, Any]) -> dict[str, Any]:
    """Reads the class names of transformers, or all that timm says."""
    keys = _Keys(path, value)
    labels = parse_labels(keys.table("id2label") or keys.table("label_names"))
    invented = all(name == f"LABEL_{place}" for place, name in enumerate(labels))
    note: dict[str, Any] = {} if invented else {"labels": list(labels)}
    stated = value.get("pretrained_cfg")
    if isinstance(stated, Mapping):
        note |= _timm_note(_Keys(path, stated))
    return note


def _timm_note(keys: _Keys) -> dict[str, Any]:
    note: dict[str, Any] = {
        "preprocessing": {
            "channels": "RGB",
            "scale": 1 / 255,
            "mean": keys.numbers("mean", default=0),
            "std": keys.divisors("std"),
        },
        "interpolation": keys.word(
            "interpolation", {name: name for name in _RESAMPLE}, "bilinear"
        ),
        "resize": keys.word("crop_mode", _CROP_MODES, "center"),
    }
    share = keys.share("crop_pct", default=0.875)
    if "input_size" in keys:
        note["size"] = keys.shape("input_size")[1:]
        note["short_side"] = math.floor(min(note["size"]) / share)
    return note


def _sized(sides: Mapping[str, int]) -> dict[str, Any]:
    """Returns the note of an input's size; of a shortest edge, a square."""
    one = sides.get(_SHORTEST, 0)
    return {"size": [sides.get(name, one) for name in _SIDES]}
