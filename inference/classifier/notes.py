"""Notes on how a model is fed: in the file's metadata, and in files beside it."""

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from onnx import TensorProto

from inference.classifier.labels import parse_labels
from inference.classifier.note_entries import checked
from inference.errors import Sentence, SpecError, plain, system_reason
from inference.files import read_text
from inference.network.graph import Graph, Node

METADATA_KEY = "netgaze"

_LABEL_LISTS = ("classlabels_strings", "classlabels_int64s", "classlabels_ints")
_PICKING = ("ArrayFeatureExtractor", "Gather")  # make a class's name of its index
_MOST_LABELS = 100_000


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote down about a model.

    Attributes:
        source: Whether it lies in the file or beside it.
        where: It lies, in words.
        says: In the keys of NetGaze's own notes: `name`, `labels`, `preprocessing`,
            `resize`, `interpolation`, `short_side`, `size`, `alpha`.
        author: Whose note it is where it is not NetGaze's; else "".
    """

    source: Literal["metadata", "sidecar"]
    where: Sentence
    says: Mapping[str, Any]
    author: Sentence | str = ""

    @property
    def is_companion(self) -> bool:
        """Whether another program wrote it beside the model."""
        return self.source == "sidecar" and bool(self.author)


def own_notes(graph: Graph) -> list[Note]:
    """Returns what is written in the file, then what NetGaze wrote beside it.

    Raises:
        SpecError: The file beside it cannot be read, or an entry cannot be.
    """
    name = graph.path.name
    inside = Sentence('the metadata of "{file}"', file=name)
    beside = Sentence('the sidecar of "{file}"', file=name)
    return [
        Note("metadata", inside, checked(_said_inside(graph), inside)),
        *_exporters_notes(graph, inside),
        Note("sidecar", beside, checked(sidecar_note(graph.path), beside)),
    ]


def _said_inside(graph: Graph) -> dict[str, Any]:
    value = _json(graph.metadata.get(METADATA_KEY, ""))
    return value if isinstance(value, dict) else {}


def _exporters_notes(graph: Graph, where: Sentence) -> Iterator[Note]:
    """Yields what other programs wrote into the file, labels under their usual keys."""
    for key in ("labels", "classes", "names"):
        text = graph.metadata.get(key, "")
        labels = parse_labels(_json(text) or _python_literal(text)) if text else ()
        if labels:
            author = Sentence('under "{key}"', key=key)
            yield Note("metadata", where, {"labels": list(labels)}, author)
    for node in graph.nodes:
        held = _labels_of(graph, node)
        if held:
            author = Sentence('in its node "{name}"', name=plain(node.name))
            yield Note("metadata", where, {"labels": held}, author)
    if _is_ultralytics(graph):
        author = Sentence("written by Ultralytics")
        yield Note("metadata", where, _ultralytics_note(graph), author)


def _labels_of(graph: Graph, node: Node) -> list[str]:
    """Returns the class names that a node of a converter holds, such as ZipMap.

    Numbers that only count the classes name nothing.
    """
    stated = (node.attributes.get(key) for key in _LABEL_LISTS)
    labels = [str(label) for label in next(filter(None, stated), ())]
    if not labels and node.plain_operator in _PICKING:
        labels = _stored_words(graph, node.inputs[0])
    counts = labels == [str(place) for place in range(len(labels))]
    return [] if counts or len(labels) < 2 else labels


def _stored_words(graph: Graph, name: str) -> list[str]:
    """Returns the texts that a weight holds; none where it holds numbers."""
    weight = graph.weights.get(name)
    is_text = weight is not None and weight.data_type == TensorProto.STRING
    if weight is None or not is_text or len(weight.string_data) > _MOST_LABELS:
        return []
    return [text.decode("utf-8", "replace") for text in weight.string_data]


def _is_ultralytics(graph: Graph) -> bool:
    stated = graph.metadata
    return "imgsz" in stated and stated.get("task") == "classify"


def _ultralytics_note(graph: Graph) -> dict[str, Any]:
    """Returns how Ultralytics' classifiers are fed: the short side fills the input."""
    note: dict[str, Any] = {"preprocessing": "unit", "resize": "crop"}
    size = _json(graph.metadata["imgsz"])
    sides = size if isinstance(size, list) else [size, size]
    if len(sides) == 2 and all(type(side) is int and side > 0 for side in sides):
        note |= {"size": sides, "short_side": min(sides)}
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
    except RecursionError as error:
        raise SpecError(
            '"{file}" cannot be read: it is nested too deeply.', file=path.name
        ) from error
    except ValueError as error:
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
