"""How a model wants to be fed and read: its input, labels and preprocessing.

Each answer carries where it came from. The order of trust: the user, NetGaze's note in
the file's metadata, a sidecar file beside the model, what other programs wrote beside
it, and last a guess that says so.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import onnx

from inference.classifier.class_names import MisfitError, find_names
from inference.classifier.companions import companion_notes
from inference.classifier.normalisation import (
    guess_normalisation,
    normalisation_json,
    parse_normalisation,
)
from inference.classifier.notes import METADATA_KEY, Note, own_notes, read_json
from inference.classifier.preprocess import (
    INTERPOLATIONS,
    RESIZES,
    Interpolation,
    Preprocessing,
    Resize,
    alpha_of,
    one_of,
)
from inference.classifier.presets import Normalisation
from inference.classifier.reading import Reading
from inference.errors import Sentence, SpecError, plain
from inference.geometry import Size, parse_size
from inference.image import Alpha
from inference.network.binding import Numbers
from inference.network.graph import Graph
from inference.network.input import MOST_PIXELS, ModelInput, read_input

_USUAL_SIDE = 224  # where the graph leaves the size open


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user states about a model; None leaves it to the file or to a guess.

    Attributes:
        preprocess: A preset's name or the path of a JSON file.
        resize: One of `preprocess.RESIZES`.
        alpha: What transparent places become, one of `image.ALPHAS`.
        labels: Path of a file with class names, or the names themselves.
        size: Input height and width, for graphs that leave it open.
        output: Name of the output that holds the classes.
        inputs: What the file is given beside the image: names, and all the numbers of
            each or one for all of it.
        axes: What the image's axes are, one of `AXES`, for graphs that leave it open.
    """

    preprocess: str | Normalisation | None = None
    resize: Resize | None = None
    labels: Path | tuple[str, ...] | None = None
    size: Size | None = None
    output: str | None = None
    inputs: tuple[tuple[str, Numbers], ...] = ()
    alpha: Alpha | None = None
    axes: str | None = None


@dataclass(frozen=True, slots=True)
class ClassifierSpec:
    """How a classifier is fed and read, and how we know.

    Attributes:
        path: The ONNX file.
        name: For people.
        input: What a forward pass takes.
        preprocessing: From photo to input.
        preprocessing_source: "user", "metadata", "sidecar" or "guess".
        preprocessing_reason: Why this guess, or whose note it is; "" otherwise.
        labels: K class names.
        labels_source: "user", "metadata", "sidecar", "ImageNet" or "numbered".
        labels_reason: Whose note holds them, where it is not NetGaze's; else "".
        misfit: Why a list of names beside the model was passed over; else None.
        reading: Which inputs and outputs of the file are used.
    """

    path: Path
    name: str
    input: ModelInput
    preprocessing: Preprocessing
    preprocessing_source: str
    preprocessing_reason: str
    labels: tuple[str, ...]
    labels_source: str
    labels_reason: str = ""
    misfit: MisfitError | None = None
    reading: Reading = Reading()  # noqa: RUF009 - frozen

    @property
    def is_guessed(self) -> bool:
        """Whether nobody said how the input is normalised."""
        return self.preprocessing_source == "guess"


def read_notes(graph: Graph, wishes: Wishes | None = None) -> list[Note]:
    """Returns what was written about a model, the most trusted first.

    Raises:
        SpecError: A note cannot be read; one of another program only where the user
            does not say how the model is fed.
    """
    notes = own_notes(graph)
    try:
        for path, says in companion_notes(graph.path):
            where = Sentence('"{file}" beside the model', file=path.name)
            notes.append(Note("sidecar", where, says, where))
    except SpecError:
        if wishes is None or wishes.preprocess is None:
            raise
    return notes


def input_size(
    graph: Graph, wishes: Wishes | None = None, notes: Sequence[Note] | None = None
) -> Size:
    """Returns the size of one input: as declared, else as stated, else 224.

    Raises:
        ModelError: The graph does not take one image.
        SpecError: A stated size is not the declared one, or cannot be.
    """
    declared = read_input(graph).size
    stated = wishes.size if wishes else None
    if stated is None:
        notes = read_notes(graph, wishes) if notes is None else notes
        stated = _noted_size(notes, declared)
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


def _noted_size(notes: Sequence[Note], declared: Size) -> Size | None:
    """Returns the first size in the notes; another program's only where one is open."""
    heard = (note.says for note in notes if not note.author or 0 in declared)
    sizes = (parse_size(says.get("size")) for says in heard)
    return next(filter(None, sizes), None)


def read_spec(
    graph: Graph,
    output_count: int,
    wishes: Wishes | None = None,
    notes: Sequence[Note] | None = None,
    reading: Reading = Reading(),  # noqa: B008 - frozen
) -> ClassifierSpec:
    """Finds out how a classifier is fed and what its classes are called.

    Raises:
        ModelError: The graph does not take one image.
        SpecError: What the user or a sidecar states cannot work or does not fit.
    """
    wishes = wishes or Wishes()
    notes = read_notes(graph, wishes) if notes is None else notes
    size = input_size(graph, wishes, notes)
    notes = _of_this_model(notes, max(output_count, 2))
    model_input = read_input(graph)
    found = _find_normalisation(graph, model_input, wishes, notes)
    found = replace(found, value=found.value.for_channels(model_input.channels))
    names = find_names(graph.path, output_count, wishes.labels, notes)
    resizing = _find_resize(size, wishes, notes)
    called = (note.says["name"] for note in notes if "name" in note.says)
    return ClassifierSpec(
        path=graph.path,
        name=plain(str(next(called, graph.path.stem))),
        input=model_input,
        preprocessing=Preprocessing(
            size, found.value, *resizing, _find_alpha(wishes, notes)
        ),
        preprocessing_source=found.source,
        preprocessing_reason=found.reason,
        labels=names.value,
        labels_source=names.source,
        labels_reason=names.reason,
        misfit=names.misfit,
        reading=reading,
    )


def _of_this_model(notes: Sequence[Note], class_count: int) -> list[Note]:
    """Leaves out what other programs wrote about a model of other classes."""
    named = [n.says["labels"] for n in notes if n.is_companion and "labels" in n.says]
    are_ours = all(len(labels) == class_count for labels in named)
    return [note for note in notes if are_ours or not note.is_companion]


def preprocessing_json(how: Preprocessing) -> dict[str, Any]:
    """Returns all that decides how a photo becomes an input, for JSON."""
    return {
        "normalisation": normalisation_json(how.normalisation),
        "resize": how.resize,
        "interpolation": how.interpolation,
        "short_side": how.short_side,
        "alpha": how.alpha,
        "size": list(how.size),
    }


def write_spec(model: onnx.ModelProto, spec: ClassifierSpec) -> None:
    """Writes labels and preprocessing into a model's metadata, for `read_spec`."""
    how = preprocessing_json(spec.preprocessing)
    note = {
        "name": spec.name,
        "labels": list(spec.labels),
        "preprocessing": how.pop("normalisation"),
        **how,
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
    graph: Graph, model_input: ModelInput, wishes: Wishes, notes: Sequence[Note]
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
    for note in notes:
        if "preprocessing" in note.says:
            stated = note.says["preprocessing"]
            how = parse_normalisation(stated, note.where)
            return _Found(how, note.source, note.author)
    normalisation, reason = guess_normalisation(graph, model_input)
    return _Found(normalisation, "guess", reason)


def _find_resize(
    size: Size, wishes: Wishes, notes: Sequence[Note]
) -> tuple[Resize, Interpolation, int | None]:
    """Returns the first note's way of resizing, unless the user states one."""
    if wishes.resize is not None:
        return one_of(RESIZES, wishes.resize), "bilinear", None
    says = next((note.says for note in notes if "resize" in note.says), {})
    way = one_of(INTERPOLATIONS, says.get("interpolation", "bilinear"))
    return one_of(RESIZES, says.get("resize", "crop")), way, _short_side(size, says)


def _find_alpha(wishes: Wishes, notes: Sequence[Note]) -> Alpha:
    """Returns what the user, else the first note, says of transparent places."""
    noted = (note.says["alpha"] for note in notes if "alpha" in note.says)
    return alpha_of(wishes.alpha or next(noted, "white"))


def _short_side(size: Size, says: Mapping[str, Any]) -> int | None:
    """Returns the short side before the crop, at the size that the model really has."""
    short = says.get("short_side")
    if type(short) is not int or says.get("resize", "crop") != "crop":
        return None
    stated = parse_size(says.get("size")) or size
    return max(short * min(size) // min(stated), min(size))
