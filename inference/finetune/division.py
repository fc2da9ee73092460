"""Which photos a network learns from, which ones judge it, and what they show.

What a person marked in the review list counts: photos are left out, get another label,
or are cropped. Crops hold where the network learns; the photos that test it stay whole.
The split follows the dataset's own labels, so that marks move no photo from one part to
another, and Ranking's parts are these.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from inference.dataset import (
    PARTS,
    Dataset,
    Mark,
    Marks,
    Part,
    Photo,
    matched,
    split_of,
)
from inference.errors import DatasetError, SpecError, did_you_mean
from inference.finetune.spec import TrainingSpec
from inference.geometry import Box


@dataclass(frozen=True, slots=True)
class Sample:
    """A photo and what it shows.

    Attributes:
        path: Its file.
        index: Of its class.
        crop: The part of it that counts, in photo pixels; None for all.
    """

    path: Path
    index: int
    crop: Box | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """The photos of a training run.

    Attributes:
        names: Of the classes, in the order of the alphabet.
        training: What it learns from.
        validation: What chooses the best epoch.
        test: What judges the outcome.
        marks: How many photos have each mark of the review list, by its word.
    """

    names: tuple[str, ...]
    training: tuple[Sample, ...]
    validation: tuple[Sample, ...]
    test: tuple[Sample, ...]
    marks: Mapping[str, int]

    @property
    def counts(self) -> tuple[int, ...]:
        """Training photos of each class."""
        found = Counter(sample.index for sample in self.training)
        return tuple(found[k] for k in range(len(self.names)))

    def without(self, unreadable: Iterable[Path]) -> "Division":
        """Returns the same without photos that turned out to be none.

        Raises:
            DatasetError: A class has no training photo then.
        """
        gone = frozenset(unreadable)
        if not gone:
            return self
        parts = (self.training, self.validation, self.test)
        kept = (tuple(s for s in part if s.path not in gone) for part in parts)
        training, validation, test = kept
        rest = replace(self, training=training, validation=validation, test=test)
        rest.require_learnable()
        return rest

    def require_learnable(self) -> None:
        """Refuses what no network can learn from.

        Raises:
            DatasetError: There is one class only, or one without a training photo.
        """
        if len(self.names) < 2:
            raise DatasetError(
                "A classifier needs photos of at least two classes; here there are "
                "{n}. Choose a folder with one folder per class.",
                one="A classifier needs photos of at least two classes; here there is "
                "{n}. Choose a folder with one folder per class.",
                n=len(self.names),
            )
        pairs = zip(self.names, self.counts, strict=True)
        empty = tuple(f'"{name}"' for name, count in pairs if not count)
        if empty:
            raise DatasetError(
                "There is no training photo of {names}. Add photos, or change the "
                "split.",
                names=empty,
            )


def divided(
    dataset: Dataset, spec: TrainingSpec, marks: Marks | None = None
) -> Division:
    """Divides the labelled photos of a dataset.

    Args:
        dataset: The photos.
        spec: Says into which shares, and by which seed.
        marks: The review list.

    Raises:
        DatasetError: There is not enough to learn from.
        SpecError: The shares cannot be, or a mark's label is none of the dataset's.
    """
    said = {} if marks is None else _by_path(marks, dataset)
    labels = {p.path: _label(p, said.get(p.path), dataset) for p in dataset.photos}
    parts = split_of(dataset, spec.split, seed=spec.seed)
    kept = {path: labels[path] for path in labels if labels[path] and path in parts}
    names = sorted(set(kept.values()))
    samples: dict[Part, list[Sample]] = {part: [] for part in PARTS}
    for path, label in kept.items():
        part, index = parts[path], bisect_left(names, label)
        samples[part].append(Sample(path, index, _crop(said.get(path), part)))
    training, validation, test = map(tuple, samples.values())
    used = Counter[str](mark.word for mark in said.values())
    division = Division(tuple(names), training, validation, test, used)
    division.require_learnable()
    return division


def _by_path(marks: Marks, dataset: Dataset) -> dict[Path, Mark]:
    """Returns the marks of those photos that are in a dataset."""
    ways = {dataset.way_to(photo.path): photo.path for photo in dataset.photos}
    return {path: marks[way] for way, path in ways.items() if way in marks}


def _crop(mark: Mark | None, part: Part) -> Box | None:
    """Returns what counts of a photo; None for all of it, as always of a test photo."""
    return None if mark is None or part == "test" else mark.crop


def _label(photo: Photo, mark: Mark | None, dataset: Dataset) -> str:
    """Returns what a photo shows by its mark; "" where it is to be left out."""
    if mark is None:
        return photo.label
    if mark.word == "remove":
        return ""
    if not mark.label:
        return photo.label
    if mark.label in dataset.labels:
        return mark.label
    found, _ = matched([mark.label], dataset.labels)
    index = found.get(mark.label)
    if index is None:
        raise SpecError(
            'The review list relabels "{photo}" to "{label}", which is no class of '
            "this dataset.{hint}",
            photo=photo.path.name,
            label=mark.label,
            hint=did_you_mean(mark.label, dataset.labels),
        )
    return dataset.labels[index]
