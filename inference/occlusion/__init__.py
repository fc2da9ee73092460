"""Occlusion: cover a place of the input and see how the scores change.

A probe covers places that a person chose; a sweep covers one place after another,
coarse to fine. Both happen in the pixels of the network's input before normalisation.
(Zeiler and Fergus 2014, section 4.2.)
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from inference.classifier import Classifier, PreparedInput
from inference.errors import SpecError
from inference.geometry import Box
from inference.jobs import Job, Progress
from inference.occluder import Occluder
from inference.occlusion.answers import ClassMap, SensitivePlace
from inference.occlusion.grid import SweepGrid
from inference.occlusion.spec import (
    BASELINES,
    Baseline,
    OcclusionSpec,
    default_spec,
    parse_baseline,
)
from inference.occlusion.sweep import Sweep, SweepBuffer
from inference.prediction import Prediction

__all__ = [
    "BASELINES",
    "Baseline",
    "ClassMap",
    "OcclusionSpec",
    "Probe",
    "SensitivePlace",
    "Sweep",
    "default_spec",
    "occlusion_sweep",
    "parse_baseline",
    "probe",
    "seconds_per_place",
]


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """What covering some places does.

    Attributes:
        patches: The covered boxes, in input pixels, clipped to the input.
        reference: The prediction for the untouched input.
        prediction: With the patches covered.
    """

    patches: tuple[Box, ...]
    reference: Prediction
    prediction: Prediction

    def drop(self, target: int) -> float:
        """How much the probability of a class falls."""
        return self.reference.probability(target) - self.prediction.probability(target)


def probe(
    classifier: Classifier,
    prepared: PreparedInput,
    patches: Iterable[Box],
    *,
    baseline: Baseline = BASELINES["gray"],
    reference: Prediction | None = None,
) -> Probe:
    """Covers all patches at once and predicts.

    Args:
        classifier: The network.
        prepared: The photo as it sees it.
        patches: Boxes in whole input pixels; what lies outside the input is cut off.
        baseline: What stands in the patches.
        reference: The untouched prediction where it is known; saves a forward pass.

    Raises:
        SpecError: A patch covers nothing of the input.
    """
    clipped = tuple(patch.clipped(prepared.size) for patch in patches)
    for patch in clipped:
        if patch.is_empty:
            raise SpecError(
                f"A patch lies outside the input of {prepared.size} pixels. "
                "Rows and columns count from 0."
            )
    fill = baseline.fill(prepared.pixels)
    occluder = Occluder(classifier, prepared.pixels, fill, batch_size=1)
    logits = occluder.logits_of_all(clipped)
    if reference is None:
        reference = classifier.predict_input(prepared)
    return Probe(clipped, reference, classifier.prediction(logits))


def occlusion_sweep(
    classifier: Classifier,
    prepared: PreparedInput,
    spec: OcclusionSpec,
    *,
    target: int | None = None,
    batch_size: int | None = None,
    resume: Sweep | None = None,
) -> Job[Sweep, Sweep]:
    """Covers one place after another, coarse to fine; each place once.

    Args:
        classifier: The network.
        prepared: The photo as it sees it.
        spec: Mask, stride, baseline and border.
        target: A class to keep where memory does not suffice for all.
        batch_size: Places per forward pass; None finds the fastest.
        resume: A stopped sweep to be continued; its own photo and spec hold.

    Yields:
        The sweep so far, after each batch; a view of the same numbers, never a copy.

    Raises:
        SpecError: The mask is larger than the input.
    """
    sweep = resume or _untouched(classifier, prepared, spec, target)
    buffer, grid, pixels = sweep.buffer, sweep.grid, sweep.prepared.pixels
    fill = sweep.spec.baseline.fill(pixels)
    occluder = Occluder(classifier, pixels, fill, batch_size=batch_size)
    while sweep.done < grid.count:
        boxes = grid.boxes[sweep.done : sweep.done + occluder.batch_size]
        buffer.put(sweep.done, occluder.logits(boxes))
        sweep = sweep.grown(len(boxes), occluder.note)
        yield Progress(sweep.done, grid.count, sweep)
    return sweep


def _untouched(
    classifier: Classifier,
    prepared: PreparedInput,
    spec: OcclusionSpec,
    target: int | None,
) -> Sweep:
    grid = SweepGrid(prepared.size, spec.checked(prepared.size))
    reference = classifier.predict_input(prepared)
    buffer = SweepBuffer(grid.count, reference, target)
    return Sweep(spec, prepared, reference, grid, buffer, 0)


def seconds_per_place(classifier: Classifier, prepared: PreparedInput) -> float:
    """Measures how long one place takes, with three warm batches of four places."""
    fill = BASELINES["gray"].fill(prepared.pixels)
    size = 4
    occluder = Occluder(classifier, prepared.pixels, fill, batch_size=size)
    boxes = np.array([[0, 0, 1, 1]] * size, np.int32)
    occluder.logits(boxes)  # warms up
    times = []
    for _ in range(3):
        started = time.perf_counter()
        occluder.logits(boxes)
        times.append(time.perf_counter() - started)
    return min(times) / size
