"""The sweep: one place after another is covered, coarse to fine."""

import time

import numpy as np

from inference.classifier import Classifier, PreparedInput
from inference.jobs import Job, Progress
from inference.occluder import BASELINES, Masks, Occluder
from inference.occlusion.spec import OcclusionSpec
from inference.occlusion.sweep import Sweep, empty_sweep


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
    sweep = resume or empty_sweep(
        spec, prepared, classifier.predict_input(prepared), target
    )
    buffer, grid, pixels = sweep.buffer, sweep.grid, sweep.prepared.pixels
    fill = sweep.spec.baseline.filling(sweep.prepared)
    occluder = Occluder(classifier, pixels, fill, batch_size=batch_size)
    while sweep.done < grid.count:
        masks = Masks(grid.boxes[sweep.done : sweep.done + occluder.batch_size])
        buffer.put(sweep.done, occluder.logits(masks))
        sweep = sweep.grown(len(masks), occluder.note)
        yield Progress(sweep.done, grid.count, sweep)
    return sweep


def seconds_per_place(classifier: Classifier, prepared: PreparedInput) -> float:
    """Measures how long one place takes, with three warm batches of four places."""
    fill = BASELINES["gray"].fill(prepared.mean)
    size = 4
    occluder = Occluder(classifier, prepared.pixels, fill, batch_size=size)
    masks = Masks(np.array([[0, 0, 1, 1]] * size, np.int32))
    occluder.logits(masks)  # warms up
    times = []
    for _ in range(3):
        started = time.perf_counter()
        occluder.logits(masks)
        times.append(time.perf_counter() - started)
    return min(times) / size
