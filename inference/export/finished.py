"""Whether results that stand are what the same command would make now."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inference.classifier import Classifier
from inference.export.records import labels_record, preprocessing_record
from inference.export.swap import is_file
from inference.export.writing import json_text

_FED = ("normalisation", "resize", "size")  # the rest says how we know


def is_of_photo(record: Mapping[str, Any], photo: Path, sha256: str) -> bool:
    """Whether an export's JSON is about a photo: the same file, or the same content."""
    image = _image(record)
    is_same_file = image.get("path") == str(photo.absolute())
    return is_same_file or image.get("sha256") == sha256


def is_finished(
    record: Mapping[str, Any],
    folder: Path,
    classifier: Classifier,
    *,
    sha256: str,
    options: Mapping[str, Any],
) -> bool:
    """Whether an export is of the same model and photo, under the same options.

    Args:
        record: Its JSON.
        folder: Where it stands; all of its files have to be there.
        classifier: The model, as it is fed now.
        sha256: Of the photo's file.
        options: What the command was given besides model and photo.
    """
    spec = classifier.spec
    fed, labels = preprocessing_record(spec), labels_record(spec)
    wanted = {
        "model": classifier.graph.sha256,
        "beside": dict(classifier.graph.beside),
        "photo": sha256,
        "fed": [fed[key] for key in _FED],
        "labels": labels,
        "options": dict(options),
    }
    standing = {
        "model": _entry(record, "model").get("sha256"),
        "beside": _entry(record, "model").get("beside", {}),
        "photo": _image(record).get("sha256"),
        "fed": [_entry(record, "preprocessing").get(key) for key in _FED],
        "labels": record.get("labels"),
        "options": record.get("options"),
    }
    is_same = json.loads(json_text(wanted)) == standing
    return is_same and all(is_file(folder / name) for name in record["files"])


def _image(record: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what the JSON says of the photo; of two, of the first."""
    images = record.get("images")
    if isinstance(images, list) and images:
        return _entry({"image": images[0]}, "image")
    return _entry(record, "image")


def _entry(record: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = record.get(key)
    return value if isinstance(value, dict) else {}
