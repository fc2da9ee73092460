"""An export computed again, and how far its numbers differ from the stored ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np

from inference.activations import LayerReader
from inference.classifier import Classifier, PreparedInput
from inference.errors import Sentence, SpecError
from inference.export.explained import ExplainedQuestion
from inference.export.questions import (
    ActivationsQuestion,
    OcclusionQuestion,
    ProbeQuestion,
    Question,
)
from inference.export.reopened import Reopened
from inference.geometry import Floats
from inference.gradcam import GradCam, GradCamSpec
from inference.image import LoadedImage
from inference.jobs import Progress, run
from inference.occluder import parse_baseline
from inference.occlusion import occlusion_sweep, probe

TOLERANCE: Final = 1e-3  # of the largest stored number
_LEAST = 1e-6  # absolute; below it are the last digits of float32 probabilities

Report = Callable[[Progress[Any]], object]


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two arrays of numbers are apart.

    Attributes:
        most: The largest difference.
        mean: The mean one.
        compared: How many numbers both have.
        allowed: The largest difference that is accepted.
    """

    most: float
    mean: float
    compared: int
    allowed: float

    @property
    def is_within(self) -> bool:
        """Whether the numbers are the same but for rounding."""
        return self.most <= self.allowed

    @property
    def sentence(self) -> Sentence:
        """The same in words."""
        if not self.compared:
            return Sentence("the arrays are of other shapes")
        return Sentence(
            "{n:,} numbers compared: they differ by {most:.3g} at most, {mean:.3g} on "
            "average; {allowed:.3g} is allowed",
            n=self.compared,
            most=self.most,
            mean=self.mean,
            allowed=self.allowed,
        )


def unlike(
    export: Reopened, classifier: Classifier, images: tuple[LoadedImage, ...]
) -> Iterator[Sentence]:
    """Says which files are not those that the export was made from, by their hashes."""
    if classifier.graph.sha256 != export.model.sha256:
        yield Sentence(
            'The model "{file}" is not the one that the export was made with.',
            file=classifier.graph.path.name,
        )
    for image, source in zip(images, export.photos, strict=False):
        if source.sha256 and image.sha256 != source.sha256:
            yield Sentence(
                'The photo "{file}" is not the one that the export was made with.',
                file=image.name,
            )


def replayed(
    export: Reopened,
    classifier: Classifier,
    images: tuple[LoadedImage, ...],
    report: Report = lambda _: None,
) -> tuple[Floats, ...]:
    """Computes the numbers of an export again, an array for each photo.

    Args:
        export: What was asked.
        classifier: The model, fed as the export says.
        images: The photos.
        report: Is told how far a map of covered places is.

    Raises:
        InferenceError: The question cannot be asked of this model.
    """
    question = export.question
    require_classes(export, classifier)
    prepared = classifier.prepare(images[0])
    match question:
        case OcclusionQuestion(spec=spec, target=target):
            index = target.class_index
            job = occlusion_sweep(classifier, prepared, spec, target=index)
            return (run(job, report).heatmap(target).values,)
        case GradCamSpec():
            return (GradCam(classifier).explain(prepared, question).heatmap.values,)
        case ExplainedQuestion():
            return (_explained(classifier, prepared, question, report),)
        case ProbeQuestion(boxes=boxes, baseline=name):
            found = probe(classifier, prepared, boxes, baseline=parse_baseline(name))
            return (found.prediction.probabilities.astype(np.float32),)
        case ActivationsQuestion():
            reader = LayerReader(classifier)
            return tuple(_layer(reader, question, image) for image in images)


def _explained(
    classifier: Classifier,
    prepared: PreparedInput,
    question: ExplainedQuestion,
    report: Report,
) -> Floats:
    from inference.methods import explanation  # the window starts without it

    job = explanation(
        question.method,
        classifier,
        prepared,
        question=question.spec,
        engine=cache(lambda: GradCam(classifier)),
    )
    return run(job, report).heatmap.values


def require_classes(export: Reopened, classifier: Classifier) -> None:
    """Refuses an export about classes that the model does not have.

    Raises:
        SpecError: It is.
    """
    classes = len(classifier.labels)
    for index in _classes_of(export.question):
        if index is not None and index >= classes:
            raise SpecError(
                '"{file}" is about class {index}, but the model has {n} classes, 0 to '
                "{last}.",
                file=export.file.name,
                index=index,
                n=classes,
                last=classes - 1,
            )


def _classes_of(question: Question) -> tuple[int | None, ...]:
    """Returns the classes that a question is about."""
    match question:
        case (
            OcclusionQuestion(target=target)
            | GradCamSpec(target=target, reduction=None)
            | ExplainedQuestion(target=target)
        ):
            return target.index, target.against
        case ProbeQuestion(target=index):
            return (index,)
    return ()


def difference(
    stored: tuple[Floats, ...], now: tuple[Floats, ...], tolerance: float = TOLERANCE
) -> Difference:
    """Compares the numbers that both have; an infinite difference for other shapes.

    Args:
        stored: Of the export; NaN where a stopped map has none.
        now: Computed again.
        tolerance: As a share of the largest stored number.
    """
    if [each.shape for each in stored] != [each.shape for each in now]:
        return Difference(float("inf"), float("inf"), 0, 0.0)
    before = np.concatenate([each.ravel() for each in stored]).astype(np.float64)
    after = np.concatenate([each.ravel() for each in now]).astype(np.float64)
    is_known = ~np.isnan(before)
    before, after = before[is_known], after[is_known]
    apart = np.nan_to_num(np.abs(before - after), nan=np.inf)
    reach = float(np.abs(before).max(initial=0.0))
    return Difference(
        most=float(apart.max(initial=0.0)),
        mean=float(apart.mean()) if apart.size else 0.0,
        compared=apart.size,
        allowed=max(tolerance * reach, _LEAST),
    )


def _layer(
    reader: LayerReader, question: ActivationsQuestion, image: LoadedImage
) -> Floats:
    if question.is_larger:
        found = reader.read_larger(image, question.layer)
    else:
        found = reader.read(reader.classifier.prepare(image), question.layer)
    return (found.positive() if question.is_positive else found).maps
