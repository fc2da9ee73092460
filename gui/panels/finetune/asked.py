"""What the tab asks before a run, worked out in lanes: head, split, place, time."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from gui.widgets.pickers import LayerChoice, layer_choices
from inference.activations import LayerReader
from inference.bundled import RESOURCES
from inference.classifier import Classifier
from inference.dataset import Dataset, Marks, passed_over
from inference.errors import InferenceError, Sentence
from inference.finetune import (
    Division,
    HeadChoice,
    TrainingSpec,
    checkpoint_path,
    divided,
    estimated,
    has_batch_norm,
    heads,
)
from inference.network.quantisation import rounds

_LONGEST = 60  # letters of a suggested name


@dataclass(frozen=True, slots=True)
class Wish:
    """What the controls say.

    Attributes:
        spec: The options of the run.
        uses_marks: Whether the review list counts.
        out: Where the new model is to stand; None for a place that is free.
    """

    spec: TrainingSpec = TrainingSpec()  # noqa: RUF009 - frozen
    uses_marks: bool = True
    out: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Trainable:
    """What can be trained of a model.

    Attributes:
        owner: The model.
        heads: Layers that can be replaced, the one that is taken first.
        layers: Up to which it can be frozen, input to output, as they are listed.
        has_norms: Whether batch norm stands in the file.
        is_half: Whether the file holds 16-bit floats.
        failure: Why it cannot be trained, or None.
    """

    owner: Classifier
    heads: tuple[HeadChoice, ...] = ()
    layers: tuple[LayerChoice, ...] = ()
    has_norms: bool = False
    is_half: bool = False
    failure: InferenceError | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What a run would be.

    Attributes:
        owner: The model.
        dataset: The photos.
        wish: What was asked for.
        division: Which photos it learns from; None where it cannot.
        out: A free place for the new model, or the one that was named.
        broken: The new model of a run that was broken off, or None.
        failure: Why there is no division, or None.
        strangers: Says which rows of the review list name no photo; "" if all do.
    """

    owner: Classifier
    dataset: Dataset
    wish: Wish
    division: Division | None
    out: Path
    broken: Path | None = None
    failure: InferenceError | None = None
    strangers: Sentence | str = ""


def trainable(classifier: Classifier) -> Trainable:
    """Finds what can be trained of a model."""
    try:
        found = heads(classifier)
    except InferenceError as error:
        return Trainable(classifier, failure=error)
    layers = layer_choices(LayerReader(classifier).table.layers.values())
    is_half = rounds(classifier.graph.model)
    return Trainable(classifier, found, layers, has_batch_norm(classifier), is_half)


def planned(classifier: Classifier, dataset: Dataset, marks: Marks, wish: Wish) -> Plan:
    """Divides the photos, and finds a place for the new model."""
    out, broken = suggested(classifier.graph.path, dataset.name)
    out = wish.out or out
    if wish.out is not None:
        broken = out if checkpoint_path(out).exists() else None
    marks = marks if wish.uses_marks else {}
    division, failure = None, None
    try:
        division = divided(dataset, wish.spec, marks)
    except InferenceError as error:
        failure = error
    told = passed_over(marks, dataset)
    return Plan(classifier, dataset, wish, division, out, broken, failure, told)


def duration(plan: Plan) -> float | None:
    """Returns about how many seconds a run takes; None where that cannot be told."""
    if plan.division is None:
        return None
    try:
        return estimated(plan.owner, plan.division, plan.wish.spec)
    except InferenceError:
        return None


def suggested(model: Path, dataset: str) -> tuple[Path, Path | None]:
    """Returns a free place for a new model, and that of a run that was broken off.

    It stands beside its model, where one may write, else among the documents.
    """
    name = re.sub(r"[^\w.-]+", "_", f"{model.stem}_{dataset}")[:_LONGEST].strip("._")
    folder = model.parent
    if folder.is_relative_to(RESOURCES) or not os.access(folder, os.W_OK):
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        folder = folder if folder.is_dir() else Path.home()
    broken = None
    count = 1
    while True:
        out = folder / (f"{name}_{count}.onnx" if count > 1 else f"{name}.onnx")
        if checkpoint_path(out).exists():
            broken = out
        elif not out.exists():
            return out, broken
        count += 1
