"""How a model wants to be fed and read: its input, labels and preprocessing.

Each answer carries where it came from. The order of trust: the user, NetGaze's note in
the file's metadata, a sidecar file beside the model, and last a guess that says so.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import onnx

from inference.classifier.labels import (
    LABEL_SUFFIXES,
    bundled_labels,
    parse_labels,
    read_labels,
)
from inference.classifier.normalisation import (
    guess_normalisation,
    normalisation_json,
    parse_normalisation,
)
from inference.classifier.notes import (
    METADATA_KEY,
    metadata_note,
    read_json,
    sidecar_note,
)
from inference.classifier.preprocess import (
    RESIZES,
    Normalisation,
    Preprocessing,
    Resize,
)
from inference.errors import Sentence, SpecError, plain
from inference.geometry import Size, parse_size
from inference.network.graph import Graph
from inference.network.input import MOST_PIXELS, ModelInput, read_input

MOST_LETTERS = 1000  # of a class name
_LABELS_OF = {
    "metadata": Sentence("The model's metadata"),
    "sidecar": Sentence("The model's sidecar"),
}
_USUAL_SIDE = 224  # where the graph leaves the size open


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user states about a model; None leaves it to the file or to a guess.

    Attributes:
        preprocess: A preset's name or the path of a JSON file.
        resize: One of `preprocess.RESIZES`.
        labels: Path of a file with class names, or the names themselves.
        size: Input height and width, for graphs that leave it open.
    """

    preprocess: str | Normalisation | None = None
    resize: Resize | None = None
    labels: Path | tuple[str, ...] | None = None
    size: Size | None = None


@dataclass(frozen=True, slots=True)
class ClassifierSpec:
    """How a classifier is fed and read, and how we know.

    Attributes:
        path: The ONNX file.
        name: For people.
        input: What a forward pass takes.
        preprocessing: From photo to input.
        preprocessing_source: "user", "metadata", "sidecar" or "guess".
        preprocessing_reason: Why this guess; "" otherwise.
        labels: K class names.
        labels_source: "user", "metadata", "sidecar", "ImageNet" or "numbered".
    """

    path: Path
    name: str
    input: ModelInput
    preprocessing: Preprocessing
    preprocessing_source: str
    preprocessing_reason: str
    labels: tuple[str, ...]
    labels_source: str

    @property
    def is_guessed(self) -> bool:
        """Whether nobody said how the input is normalised."""
        return self.preprocessing_source == "guess"


def input_size(graph: Graph, wishes: Wishes | None = None) -> Size:
    """Returns the size of one input: as declared, else as stated, else 224.

    Raises:
        ModelError: The graph does not take one image.
        SpecError: A stated size is not the declared one, or cannot be.
    """
    declared = read_input(graph).size
    notes = (metadata_note(graph), sidecar_note(graph.path))
    stated = wishes.size if wishes else None
    for note in notes:
        stated = stated or parse_size(note.get("size"))
    if stated is None:
        return Size(*(side or _USUAL_SIDE for side in declared))
    if stated.height * stated.width > MOST_PIXELS:
        raise SpecError("An input of {stated} pixels is too large.", stated=stated)
    if any(d not in (0, s) for d, s in zip(declared, stated, strict=True)):
        raise SpecError(
            "The input of this model is {declared} pixels, it cannot be {stated}.",
            declared=declared,
            stated=stated,
        )
    return stated


def read_spec(
    graph: Graph, output_count: int, wishes: Wishes | None = None
) -> ClassifierSpec:
    """Finds out how a classifier is fed and what its classes are called.

    A model of one output tells two classes apart: its class at index 1, not its class
    at index 0.

    Raises:
        ModelError: The graph does not take one image.
        SpecError: What the user or a sidecar states cannot work or does not fit.
    """
    wishes = wishes or Wishes()
    model_input = read_input(graph)
    notes = {"metadata": metadata_note(graph), "sidecar": sidecar_note(graph.path)}
    found = _find_normalisation(graph, model_input, wishes, notes)
    if model_input.channels == 1:
        found = replace(found, value=found.value.for_gray)
    elif found.value.channels == "gray":
        raise SpecError(
            "The preprocessing is for one grey channel, but the model takes {n} "
            "channels.",
            n=model_input.channels,
        )
    size = input_size(graph, wishes)
    resize = _find_resize(wishes, notes)
    labels, labels_source = _find_labels(graph, output_count, wishes, notes)
    name = next((n["name"] for n in notes.values() if "name" in n), graph.path.stem)
    return ClassifierSpec(
        path=graph.path,
        name=plain(str(name)),
        input=model_input,
        preprocessing=Preprocessing(size, found.value, resize),
        preprocessing_source=found.source,
        preprocessing_reason=found.reason,
        labels=labels,
        labels_source=labels_source,
    )


def write_spec(model: onnx.ModelProto, spec: ClassifierSpec) -> None:
    """Writes labels and preprocessing into a model's metadata, for `read_spec`."""
    how = spec.preprocessing.normalisation
    note = {
        "name": spec.name,
        "labels": list(spec.labels),
        "preprocessing": normalisation_json(how),
        "resize": spec.preprocessing.resize,
        "size": list(spec.preprocessing.size),
    }
    kept = [entry for entry in model.metadata_props if entry.key != METADATA_KEY]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    value = json.dumps(note, ensure_ascii=False)
    model.metadata_props.append(
        onnx.StringStringEntryProto(key=METADATA_KEY, value=value)
    )


@dataclass(frozen=True, slots=True)
class _Found:
    value: Normalisation
    source: str
    reason: str = ""


def _find_normalisation(
    graph: Graph,
    model_input: ModelInput,
    wishes: Wishes,
    notes: Mapping[str, Mapping[str, Any]],
) -> _Found:
    wish = wishes.preprocess
    if isinstance(wish, Normalisation):
        return _Found(wish, "user")
    if wish is not None and wish.lower().endswith(".json"):
        value = read_json(Path(wish))
        stated = value.get("preprocessing", value)
        return _Found(parse_normalisation(stated, f'"{Path(wish).name}"'), "user")
    if wish is not None:
        return _Found(
            parse_normalisation(wish, Sentence("the option preprocess")), "user"
        )
    for source, note in notes.items():
        if "preprocessing" in note:
            stated = note["preprocessing"]
            return _Found(parse_normalisation(stated, _note(source, graph)), source)
    normalisation, reason = guess_normalisation(graph, model_input)
    return _Found(normalisation, "guess", reason)


def _note(source: str, graph: Graph) -> Sentence:
    if source == "metadata":
        return Sentence('the metadata of "{file}"', file=graph.path.name)
    return Sentence('the sidecar of "{file}"', file=graph.path.name)


def _find_resize(wishes: Wishes, notes: Mapping[str, Mapping[str, Any]]) -> Resize:
    stated = wishes.resize
    for note in notes.values():
        stated = stated or note.get("resize")
    for resize in RESIZES:
        if stated in (None, resize):
            return resize
    raise SpecError(
        "There is no way to resize called {stated!r}; there are {known}.",
        stated=stated,
        known=RESIZES,
    )


def _find_labels(
    graph: Graph,
    output_count: int,
    wishes: Wishes,
    notes: Mapping[str, Mapping[str, Any]],
) -> tuple[tuple[str, ...], str]:
    class_count = max(output_count, 2)
    for labels, source, where in _stated_labels(graph, wishes, notes):
        longest = max(map(len, labels), default=0)
        if longest > MOST_LETTERS:
            raise SpecError(
                "{where} holds a class name of {longest:,} letters, and no more than "
                "{most:,} are read. Give shorter names.",
                where=where,
                longest=longest,
                most=MOST_LETTERS,
            )
        if len(labels) == output_count == 1:
            return (f"not {labels[0]}", *labels), source
        if len(labels) != class_count:
            raise SpecError(
                '{where} holds {n} class names, but "{file}" has {wanted} classes. '
                "Give the list that belongs to this model.",
                where=where,
                n=len(labels),
                file=graph.path.name,
                wanted=class_count,
            )
        return labels, source
    imagenet = bundled_labels(class_count)
    if imagenet is not None:
        return imagenet, "ImageNet"
    return tuple(f"class {index}" for index in range(class_count)), "numbered"


def _stated_labels(
    graph: Graph, wishes: Wishes, notes: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[tuple[str, ...], str, Sentence | str]]:
    if isinstance(wishes.labels, Path):
        yield read_labels(wishes.labels), "user", f'"{wishes.labels.name}"'
    elif wishes.labels is not None:
        yield wishes.labels, "user", Sentence("The given list")
    for source, note in notes.items():
        if "labels" in note:
            yield parse_labels(note["labels"]), source, _LABELS_OF[source]
    for path in _label_files(graph.path):
        where = Sentence('"{file}" beside the model', file=path.name)
        yield read_labels(path), "sidecar", where


def _label_files(model: Path) -> list[Path]:
    names = [f"{model.stem}.labels", "labels"]
    candidates = [
        model.with_name(name + suffix) for name in names for suffix in LABEL_SUFFIXES
    ]
    return [path for path in candidates if path.is_file()]
