"""Notes on how a model is fed: in the file's metadata, and in a file beside it."""

import ast
import json
from pathlib import Path
from typing import Any

from inference.classifier.labels import (
    parse_labels,
)
from inference.errors import SpecError, plain, system_reason
from inference.files import read_text
from inference.network.graph import Graph

METADATA_KEY = "netgaze"


def metadata_note(graph: Graph) -> dict[str, Any]:
    """Returns NetGaze's own note in the file, and labels under their usual keys."""
    note = _json_object(graph.metadata.get(METADATA_KEY, ""))
    for key in ("labels", "classes", "names"):
        if "labels" not in note and key in graph.metadata:
            text = graph.metadata[key]
            labels = parse_labels(_json(text) or _python_literal(text))
            if labels:
                note["labels"] = list(labels)
    return note


def sidecar_note(path: Path) -> dict[str, Any]:
    """Returns the note in a file beside the model; empty where there is none."""
    for sidecar in (
        path.with_name(f"{path.name}.netgaze.json"),
        path.with_suffix(".netgaze.json"),
    ):
        if sidecar.is_file():
            return read_json(sidecar)
    return {}


def read_json(path: Path) -> dict[str, Any]:
    """Reads a JSON object from a file.

    Raises:
        SpecError: The file cannot be read, or holds something else.
    """
    try:
        value = json.loads(read_text(path))
    except OSError as error:
        raise SpecError(
            'Cannot read "{file}": {why}.', file=path.name, why=system_reason(error)
        ) from error
    except (ValueError, RecursionError) as error:
        raise SpecError(
            '"{file}" is not JSON: {why}.', file=path.name, why=plain(str(error))
        ) from error
    if not isinstance(value, dict):
        raise SpecError('"{file}" holds no JSON object.', file=path.name)
    return value


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _python_literal(text: str) -> object:
    """Reads {0: 'tench'}, as Ultralytics writes its names."""
    try:
        return ast.literal_eval(text)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None


def _json_object(text: str) -> dict[str, Any]:
    value = _json(text)
    return value if isinstance(value, dict) else {}
