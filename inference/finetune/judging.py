"""What a classifier says of labelled photos, over the classes that they show."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Activation, Classifier
from inference.dataset import Metrics, confusion, leading, measured
from inference.finetune.division import Sample
from inference.finetune.feeding import Photos
from inference.geometry import Floats
from inference.jobs import Job, Progress

Ints = NDArray[np.int64]
_BATCH = 16  # photos of a pass


@dataclass(frozen=True, eq=False)
class Judged:
    """Answers for N labelled photos over C classes.

    Attributes:
        names: Of the classes.
        samples: The photos that could be read.
        logits: (N, C).
        probabilities: (N, C); of independent classes as they are, else they add up to 1
            over these classes.
    """

    names: tuple[str, ...]
    samples: tuple[Sample, ...]
    logits: Floats
    probabilities: Floats

    @classmethod
    def nothing(cls, names: Sequence[str]) -> "Judged":
        """Returns answers for no photo."""
        none = np.zeros((0, len(names)), np.float32)
        return cls(tuple(names), (), none, none)

    def part(self, count: int) -> "Judged":
        """Returns the same of the first photos."""
        return Judged(
            self.names,
            self.samples[:count],
            self.logits[:count],
            self.probabilities[:count],
        )

    @property
    def paths(self) -> list[Path]:
        """The photos' files."""
        return [sample.path for sample in self.samples]

    @cached_property
    def true(self) -> Ints:
        """What they show, (N,)."""
        return np.array([sample.index for sample in self.samples], np.int64)

    @cached_property
    def predicted(self) -> Ints:
        """The leading class of each, (N,); of equal ones the first."""
        return leading(self.logits)

    @cached_property
    def metrics(self) -> Metrics:
        """How the classifier fares."""
        return measured(self.true, self.logits, self.probabilities)

    @cached_property
    def confusion(self) -> Ints:
        """Photos by true (rows) and leading class (columns), (C, C)."""
        return confusion(self.true, self.predicted, len(self.names))


def judge(
    classifier: Classifier,
    samples: Sequence[Sample],
    names: Sequence[str],
    classes: Sequence[int] | None = None,
) -> Job[Judged, Judged]:
    """Asks a classifier about labelled photos; those that cannot be read are left out.

    Args:
        classifier: In ONNX Runtime, as it stands in its file.
        samples: The photos.
        names: Of the classes that they show.
        classes: Which of the classifier's classes these are; None where they are its
            own, in this order.

    Raises:
        ModelError: ONNX Runtime failed.
    """
    photos = Photos(classifier)
    columns = list(range(len(names)) if classes is None else classes)
    found: list[Sample] = []
    rows = [np.zeros((0, len(classifier.labels)), np.float32)]
    groups = [samples[n : n + _BATCH] for n in range(0, len(samples), _BATCH)]
    answers = _answers(classifier, tuple(names), found, rows[0], columns)
    for done, (group, pixels) in enumerate(photos.decoded(groups), 1):
        fed = [classifier.tensor(each) for each in pixels if each is not None]
        pairs = zip(group, pixels, strict=True)
        found += [sample for sample, each in pairs if each is not None]
        rows += [classifier.logits(np.stack(fed))] if fed else []
        logits = np.concatenate(rows)
        answers = _answers(classifier, tuple(names), found, logits, columns)
        yield Progress(min(done * _BATCH, len(samples)), len(samples), answers)
    return answers


def _answers(
    classifier: Classifier,
    names: tuple[str, ...],
    samples: Sequence[Sample],
    logits: Floats,
    columns: Sequence[int],
) -> Judged:
    """Reads logits (N, K) of all of a classifier's classes over some of them."""
    probabilities = _probabilities(classifier, logits, columns)
    return Judged(names, tuple(samples), logits[:, columns], probabilities)


def _probabilities(
    classifier: Classifier, logits: Floats, columns: Sequence[int]
) -> Floats:
    """Returns probabilities (N, C) over some classes, from logits (N, K) of all."""
    found = classifier.activation.probabilities(logits, np)[:, columns]
    if classifier.activation is not Activation.SIGMOID:
        total = found.sum(axis=1, keepdims=True)
        found = found / np.maximum(total, np.finfo(np.float32).tiny)
    return np.asarray(found, np.float32)
