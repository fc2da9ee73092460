"""An export as it was asked for: read from its JSON, and from nothing else.

All of it may have been written by anybody; what is not as it should be ends in a
sentence that names the key.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from inference.classifier import Wishes
from inference.errors import Sentence, SpecError
from inference.export.entries import Entries, read_entries
from inference.export.explained import ExplainedQuestion
from inference.export.questions import (
    ActivationsQuestion,
    OcclusionQuestion,
    ProbeQuestion,
    Question,
    question_of,
)
from inference.export.stated import stated_wishes
from inference.export.stored import stored_array
from inference.geometry import Box, Floats
from inference.gradcam import GradCamSpec
from inference.pictures.heatmap import Heatmap

REOPENED = (
    "occlusion.json",
    "probe.json",
    "gradcam.json",
    "activations.json",
    "explain.json",
)
"""The JSON files of exports that can be opened again."""

_Mapped = OcclusionQuestion | GradCamSpec | ExplainedQuestion  # have places
_MOST_SIDE = 20_000  # rows or columns of a map
_MOST_CLASSES = 1_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file that an export was made from.

    Attributes:
        path: Where it lay, or lies now: beside the export, if not there any more.
        sha256: What its content was; "" where that is not said.
        is_srgb: Whether a photo's colours were converted to sRGB.
    """

    path: Path
    sha256: str
    is_srgb: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Reopened:
    """An export.

    Attributes:
        file: Its JSON.
        method: "occlusion", "Grad-CAM", "activations" or "probe".
        title: For people.
        model: The network's file.
        photos: One, or two of activations.
        wishes: How the model is fed and read, all of it stated.
        is_chosen: Whether a person chose how; else the model's file says so.
        question: What was asked.
        values: The stored numbers, an array for each photo.
        second: The class whose map stood beside it; None for none.
        boxes: Where they lie: grid and seen part of the (first) photo, in its pixels;
            none where they have no places.
    """

    file: Path
    method: str
    title: str
    model: Source
    photos: tuple[Source, ...]
    wishes: Wishes
    is_chosen: bool
    question: Question
    values: tuple[Floats, ...]
    second: int | None = None
    boxes: tuple[Box, Box] | None = None

    @property
    def word(self) -> str:
        """Of its question: "occlusion", "gradcam" or "activations"."""
        match self.question:
            case GradCamSpec() | ExplainedQuestion():
                return "gradcam"
            case ActivationsQuestion():
                return "activations"
        return "occlusion"

    @property
    def target(self) -> int | None:
        """The class that it is about; None for none."""
        match self.question:
            case (
                OcclusionQuestion(target=target)
                | GradCamSpec(target=target, reduction=None)
                | ExplainedQuestion(target=target)
            ):
                return target.index
            case ProbeQuestion(target=index):
                return index
        return None

    @property
    def heatmap(self) -> Heatmap | None:
        """The stored map over the photo; None where there is none.

        Places that a stopped map did not come to are zero.
        """
        if self.boxes is None:
            return None
        question, values = self.question, self.values[0]
        assert isinstance(question, _Mapped)
        return Heatmap(
            np.nan_to_num(values),
            *self.boxes,
            title=self.title,
            meaning=Sentence("positive: this place speaks for the class"),
            quantity=question.target.quantity,
            target=-1 if self.target is None else self.target,
            against=question.target.against,
            is_exact=not np.isnan(values).any(),
            is_difference=isinstance(question, OcclusionQuestion),
            in_blue_red=Sentence(
                "red: this place speaks for the class · blue: against it"
            ),
            counts=(
                "both signs"
                if isinstance(question, GradCamSpec) and question.is_signed
                else "from zero"
            ),
            made=_made(question),
        )

    def at(self, model: Path | None = None, photo: Path | None = None) -> "Reopened":
        """Returns the same with files that lie elsewhere now."""
        first, *others = self.photos
        photos = (replace(first, path=photo or first.path), *others)
        return replace(
            self,
            model=replace(self.model, path=model or self.model.path),
            photos=photos,
        )


def read_export(path: Path) -> Reopened:
    """Reads an export, given its JSON or its folder.

    Raises:
        SpecError: It is none, or something in it is not as it should be.
    """
    file = _record_in(path) if path.is_dir() else path
    entries = read_entries(file)
    question, method = question_of(entries), entries.text("method")
    is_pair = method == "activations"
    images = entries.parts("images", 2) if is_pair else [entries.part("image")]
    how = entries.part("preprocessing")
    return Reopened(
        file=file,
        method=method,
        title=entries.text("title"),
        model=_source(entries.part("model")),
        photos=tuple(map(_source, images)),
        wishes=stated_wishes(entries, how),
        is_chosen=how.text("source") == "user",
        question=question,
        values=_values(entries, question, len(images)),
        second=_second(entries),
        boxes=_boxes(entries) if isinstance(question, _Mapped) else None,
    )


def _second(entries: Entries) -> int | None:
    has_second = entries.has("second")
    return entries.part("second").whole("index") if has_second else None


def _made(question: _Mapped) -> Sentence:
    if isinstance(question, OcclusionQuestion):
        return question.spec.words
    if isinstance(question, ExplainedQuestion):
        return question.title
    return Sentence("layer {layer}", layer=question.layer)


def _record_in(folder: Path) -> Path:
    for name in REOPENED:
        if (folder / name).is_file():
            return folder / name
    raise SpecError(
        'There is no export in "{folder}". Choose a folder with one of {names}.',
        folder=folder,
        names=REOPENED,
    )


def _source(entries: Entries) -> Source:
    """Returns a file where it lay; else beside the export, if it is there."""
    path, name = Path(entries.text("path")), entries.text("file")
    beside = entries.file.parent / Path(name).name
    is_moved = not _is_file(path) and _is_file(beside)
    return Source(
        path=beside if is_moved else path,
        sha256=entries.sha256("sha256"),
        is_srgb=entries.flag("converted_to_srgb"),
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


# ---- what was answered


def _values(entries: Entries, question: Question, photos: int) -> tuple[Floats, ...]:
    """Returns the stored numbers, once their shape is that of the JSON."""
    if isinstance(question, ExplainedQuestion):
        return (_map(entries),)
    if isinstance(question, ProbeQuestion):
        shares = entries.numbers("probabilities_after", _MOST_CLASSES)
        return (np.array(shares, np.float32),)
    if isinstance(question, OcclusionQuestion):
        rows = len(entries.wholes("rows", _MOST_SIDE))
        columns = len(entries.wholes("cols", _MOST_SIDE))
        return (stored_array(entries, "heatmap.npy", (rows, columns)),)
    if isinstance(question, GradCamSpec):
        layer = entries.part("layer")
        places = (layer.whole("height", 1), layer.whole("width", 1))
        return (stored_array(entries, "heatmap.npy", places),)
    first = stored_array(entries, "activations.npy", entries.wholes("shape", 3))
    if photos == 1:
        return (first,)
    return first, stored_array(entries, "activations_b.npy", None)


def _map(entries: Entries) -> Floats:
    """Returns the stored numbers of a map, whose JSON does not tell their shape."""
    values = stored_array(entries, "heatmap.npy", None)
    if values.ndim != 2 or max(values.shape) > _MOST_SIDE:
        raise SpecError(
            'Cannot reopen "{file}": its heatmap.npy is no map of rows and columns.',
            file=entries.file.name,
        )
    return values


def _boxes(entries: Entries) -> tuple[Box, Box]:
    return entries.part("grid_box").box(), entries.part("seen_box").box()
