"""Two models of which the tab shows before and after: opened, judged, measured.

After a run these are the model that it began with and the new one; else the model that
is open and another one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.finetune.pair import Pair
from inference.classifier import Classifier, open_classifier
from inference.dataset import Dataset, Evidence, gather_evidence
from inference.errors import InferenceError
from inference.finetune import (
    Comparison,
    Judged,
    Sample,
    Training,
    TrainingSpec,
    classes_of,
    compare,
    divided,
    judge,
    required_classes,
)
from inference.gradcam import explaining
from inference.jobs import Job, Progress


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What is compared.

    Attributes:
        before: One model.
        after: The file of the other.
        names: Of the classes; none: those of the first model.
        samples: Labelled photos that judge both.
        is_trained: Whether the second one was trained from the first one.
        may_know: Whether the first one may have been trained on these photos.
    """

    before: Classifier
    after: Path
    names: tuple[str, ...]
    samples: Sequence[Sample]
    is_trained: bool
    may_know: bool


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What came of it.

    Attributes:
        asked: What was compared.
        pair: Both models.
        comparison: Of both on the photos; None without photos, or where the first one
            lacks a class.
        after: What the second one says of the photos; None without any.
    """

    asked: Asked
    pair: Pair
    comparison: Comparison | None
    after: Judged | None


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Where both models see the classes.

    Attributes:
        before: Of the first model; None where it lacks a class.
        after: Of the second; None while it is not measured.
    """

    before: Evidence | None
    after: Evidence | None


def after_training(source: Classifier, training: Training, *, may_know: bool) -> Asked:
    """Asks for the model that a run began with, and the new one."""
    division = training.division
    return Asked(source, training.out, division.names, division.test, True, may_know)


def compared(asked: Asked) -> Job[None, Compared]:
    """Opens the other model, and asks both about the photos.

    Raises:
        ModelError: It cannot be opened, has other classes, or a pass failed.
    """
    after = open_classifier(asked.after)
    names = asked.names or asked.before.labels
    old, new = classes_of(asked.before, names), required_classes(after, names)
    truth = {sample.path: sample.index for sample in asked.samples}
    pair = Pair(asked.before, after, names, old, new, MappingProxyType(truth))
    comparison, judged = None, None
    if asked.samples and old is not None:
        job = compare(
            asked.before, after, asked.samples, names, is_trained=asked.is_trained
        )
        for step in job:
            comparison = step.partial or comparison
            yield Progress(step.done, step.total, None)
        judged = None if comparison is None else comparison.after
    elif asked.samples:
        for only in judge(after, asked.samples, names, new):
            judged = only.partial
            yield Progress(only.done, only.total, None)
    return Compared(asked, pair, comparison, judged)


def with_dataset(
    before: Classifier, after: Path, dataset: Dataset | None
) -> Job[None, Compared]:
    """Compares two models on the test photos of a dataset, where there is one."""
    yield from ()
    names: tuple[str, ...] = ()
    samples: Sequence[Sample] = ()
    if dataset is not None:
        try:
            division = divided(dataset, TrainingSpec())
        except InferenceError:
            pass
        else:
            if classes_of(before, division.names) is not None:
                names, samples = division.names, division.test
    asked = Asked(before, after, names, samples, False, True)
    return (yield from compared(asked))


def measured(found: Compared) -> Job[Measured, Measured]:
    """Explains the true class of every photo by both models; one frame, one scale.

    Raises:
        InferenceError: One of them has no gradients.
    """
    pair, samples = found.pair, found.asked.samples
    photos = [(sample.path, sample.index) for sample in samples]
    engines = pair.engines
    models = ((engines[0], pair.old), (engines[1], pair.new))
    wanted = [(e, c) for e, c in models if e is not None and c is not None]
    told: list[Evidence] = []
    total = len(wanted) * len(photos)
    result = Measured(None, None)
    for n, (engine, classes) in enumerate(wanted):
        explain = explaining(engine, classes)
        for step in gather_evidence(photos, pair.names, explain):
            told = [*told[:n], step.partial]
            result = _sorted(told, has_old=engines[0] is not None)
            yield Progress(n * len(photos) + step.done, total, result)
    return result


def _sorted(told: Sequence[Evidence], *, has_old: bool) -> Measured:
    if not has_old:
        return Measured(None, told[0])
    return Measured(told[0], told[1] if len(told) > 1 else None)


class Comparing(QObject):
    """What is known of two models.

    Signals:
        changed: more is known, or something else is asked.

    Attributes:
        found: What came of the comparison; None before.
        evidence: What was measured of it; None before.
        failure: Why there is no comparison, or None.
    """

    changed = Signal()

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Compared | None = None
        self.evidence: Measured | None = None
        self.failure: Exception | None = None
        self._run: Training | None = None  # the run that is compared
        self._lane = lanes.create(self.tr("Before and after"))
        self._lane.succeeded.connect(self._take)
        self._lane.failed.connect(self._take_failure)
        self._lane.busy_changed.connect(lambda _: self.changed.emit())
        self._measuring = lanes.create(self.tr("Evidence of both"))
        self._measuring.progressed.connect(self._take_partial)
        self._measuring.succeeded.connect(self._take_evidence)
        self._measuring.busy_changed.connect(lambda _: self.changed.emit())

    @property
    def is_known(self) -> bool:
        """Whether something was asked."""
        return self._lane.is_working or self.found is not None or bool(self.failure)

    @property
    def is_comparing(self) -> bool:
        """Whether both are being asked."""
        return self._lane.is_working

    @property
    def is_measuring(self) -> bool:
        """Whether their evidence is being measured."""
        return self._measuring.is_working

    def ask_run(
        self, source: Classifier, training: Training, *, may_know: bool
    ) -> None:
        """Compares the new model with the one that its run began with.

        What was compared stays: the same run, or two models that a person chose.
        """
        is_other = self._run is not None and self._run is not training
        if is_other or not self.is_known:
            asked = after_training(source, training, may_know=may_know)
            self._start(compared(asked), training)

    def ask(self, before: Classifier, after: Path, dataset: Dataset | None) -> None:
        """Compares any two models."""
        self._start(with_dataset(before, after, dataset))

    def _start(self, job: Job[None, Compared], run: Training | None = None) -> None:
        """Compares two models in place of what was compared before."""
        self.forget()
        self._run = run
        self._lane.start(job)

    def forget(self) -> None:
        """Lets go of what was compared."""
        self._lane.leave()
        self._measuring.leave()
        self.found = self.evidence = self.failure = self._run = None
        self.changed.emit()

    def measure(self) -> None:
        """Measures where both see the classes."""
        if self.found is not None and self.found.asked.samples:
            self._measuring.start(measured(self.found), about=self.found)

    def stop(self) -> None:
        """Ends what is asked; what is known stays."""
        self._lane.stop()
        self._measuring.stop()

    @Slot(object)
    def _take(self, found: Compared) -> None:
        self.found = found
        self.changed.emit()

    @Slot(object)
    def _take_failure(self, error: Exception) -> None:
        self.failure = error
        self.changed.emit()

    @Slot(object)
    def _take_partial(self, progress: Progress[Measured]) -> None:
        self._take_evidence(progress.partial)

    @Slot(object)
    def _take_evidence(self, found: Measured) -> None:
        if self._measuring.about is self.found:
            self.evidence = found
            self.changed.emit()
