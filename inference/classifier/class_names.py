"""What the classes of a model are called, and how we know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inference.classifier.labels import (
    LABEL_SUFFIXES,
    bundled_labels,
    parse_labels,
    read_labels,
)
from inference.classifier.notes import Note
from inference.errors import Sentence, SpecError

MOST_LETTERS = 1000  # of a class name
_OWN = {
    "metadata": Sentence("The model's metadata"),
    "sidecar": Sentence("The model's sidecar"),
}


class MisfitError(SpecError):
    """Class names of another number than the classes.

    Attributes:
        names: As they are stated.
        wanted: How many classes there are.
        where: The names stand, in words.
    """

    headline = "These class names do not fit"

    def __init__(self, stated: "Names", model: Path, wanted: int) -> None:
        self.names, self.wanted, self.where = stated.value, wanted, stated.where
        super().__init__(
            '{where} holds {n:,} class names, but "{file}" has {wanted:,} classes. '
            "Give the list that belongs to this model.{hint}",
            where=stated.where,
            n=len(stated.value),
            file=model.name,
            wanted=wanted,
            hint=self.hint,
        )

    @property
    def hint(self) -> Sentence | str:
        """What a list that is one name too long, or too short, often is."""
        surplus = len(self.names) - self.wanted
        if surplus == 1:
            return Sentence(
                " One name too many is often a class for the background, in the first "
                "line."
            )
        if surplus == -1:
            return Sentence(
                " One name too few is often a class for the background, which belongs "
                "into the first line."
            )
        return ""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of classes.

    Attributes:
        value: One per class.
        source: "user", "metadata", "sidecar", "ImageNet" or "numbered".
        where: They stand, in words.
        reason: Whose note holds them, where it is not NetGaze's; else "".
        misfit: Why a list beside the model was passed over; None: there is no such one.
        is_beside: Whether they stand in a list beside the model.
    """

    value: tuple[str, ...]
    source: str
    where: Sentence | str = ""
    reason: Sentence | str = ""
    misfit: MisfitError | None = None
    is_beside: bool = False


def find_names(
    model: Path,
    output_count: int,
    wish: Path | tuple[str, ...] | None,
    notes: Sequence[Note],
) -> Names:
    """Finds out what the classes of a model are called.

    A model of one output tells two classes apart: its class at index 1, not its class
    at index 0.

    Args:
        model: The ONNX file.
        output_count: Of its scores.
        wish: What the user states: a file, or the names themselves.
        notes: What was written about the model.

    Raises:
        SpecError: Names that the user or NetGaze states cannot be read, or do not fit
            (a `MisfitError`); those of another program that do not fit are passed over,
            and those of a file beside the model, which is told.
    """
    class_count, misfit = max(output_count, 2), None
    for stated in _stated(model, wish, notes):
        labels = stated.value
        longest = max(map(len, labels), default=0)
        if longest > MOST_LETTERS:
            raise SpecError(
                "{where} holds a class name of {longest:,} letters, and no more than "
                "{most:,} are read. Give shorter names.",
                where=stated.where,
                longest=longest,
                most=MOST_LETTERS,
            )
        if len(labels) == output_count == 1:
            both = Sentence("not {label}", label=labels[0]), *labels
            return replace(stated, value=both, misfit=misfit)
        if len(labels) != class_count and stated.reason:
            continue  # another program's words about something else
        if len(labels) != class_count:
            found = MisfitError(stated, model, class_count)
            if not stated.is_beside:
                raise found
            misfit = misfit or found
            continue
        return replace(stated, misfit=misfit)
    return _unstated(class_count, misfit)


def _unstated(count: int, misfit: MisfitError | None) -> Names:
    """Returns ImageNet's names, where there are as many, else numbers."""
    imagenet = bundled_labels(count)
    if imagenet is not None:
        return Names(imagenet, "ImageNet", misfit=misfit)
    numbered = (Sentence("class {index}", index=i) for i in range(count))
    return Names(tuple(numbered), "numbered", misfit=misfit)


def stated_count(
    model: Path, wish: Path | tuple[str, ...] | None, notes: Sequence[Note]
) -> int | None:
    """Returns how many names the most trusted list holds; None without one.

    Raises:
        SpecError: It cannot be read.
    """
    first = next(_stated(model, wish, notes), None)
    return None if first is None else len(first.value)


def _stated(
    model: Path, wish: Path | tuple[str, ...] | None, notes: Sequence[Note]
) -> Iterator[Names]:
    """Yields what is stated, the most trusted first."""
    if isinstance(wish, Path):
        yield Names(read_labels(wish), "user", f'"{wish.name}"')
    elif wish is not None:
        yield Names(wish, "user", Sentence("The given list"))
    notes = [note for note in notes if "labels" in note.says]
    strangers = [note for note in notes if note.is_companion]
    yield from (_noted(note) for note in notes if note not in strangers)
    for path in _label_files(model):
        where = Sentence('"{file}" beside the model', file=path.name)
        yield Names(read_labels(path), "sidecar", where, is_beside=True)
    yield from map(_noted, strangers)


def _noted(note: Note) -> Names:
    where = note.where if note.is_companion else _OWN[note.source]
    return Names(parse_labels(note.says["labels"]), note.source, where, note.author)


def _label_files(model: Path) -> list[Path]:
    names = [f"{model.stem}.labels", "labels"]
    candidates = [
        model.with_name(name + suffix) for name in names for suffix in LABEL_SUFFIXES
    ]
    return [path for path in candidates if path.is_file()]
