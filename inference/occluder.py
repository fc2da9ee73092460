"""Logits of covered inputs: (base input, boxes, fill) in, logits out.

How the covered inputs come about is this room's secret: whoever asks hands over the
base input once and then boxes. Here small batches are stamped on the host: a batch of
copies is kept, boxes are filled, and after the pass only they are restored.
"""

import logging
import time
from collections.abc import Iterable
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier, Tensor
from inference.geometry import Box
from inference.prediction import Floats
from inference.providers import OutOfMemoryError

log = logging.getLogger(__name__)

Boxes = NDArray[np.int32]  # (B, 4): top, left, height, width in input pixels

_CANDIDATES = {"CPU": (4, 8, 16), "CUDA": (16, 32, 64)}
_TRIALS = 3  # timed batches per candidate; the first only warms up
_LONGEST_BATCH = 0.2  # seconds, so that Stop acts soon

_best_sizes: WeakKeyDictionary[Classifier, int] = WeakKeyDictionary()


class Occluder:
    """Runs a classifier on one input with places covered.

    Batch sizes are tried out on the first batches asked for, which lose nothing by it,
    and the fastest is remembered for the classifier. Not for two threads at once.

    Attributes:
        note: What was given up on the way, as a sentence; "" for nothing.
    """

    def __init__(
        self,
        classifier: Classifier,
        pixels: NDArray[np.uint8],
        fill: Floats,
        *,
        batch_size: int | None = None,
    ) -> None:
        """Takes the base input.

        Args:
            classifier: The network.
            pixels: (h, w, C) pixel values.
            fill: (C,) pixel value of covered places.
            batch_size: Inputs per forward pass; None finds the fastest.
        """
        self.note = ""
        self._classifier = classifier
        self._channels_first = classifier.spec.input.layout == "NCHW"
        self._base = classifier.tensor(pixels)
        self._fill = classifier.tensor(fill[np.newaxis, np.newaxis])
        self._batch = self._base[np.newaxis].copy()
        self._fixed_size = batch_size
        sizes = _CANDIDATES[classifier.device]
        self._trials: dict[int, list[float]] = {size: [] for size in sizes}

    @property
    def batch_size(self) -> int:
        """How many boxes the next call should bring."""
        known = self._fixed_size or _best_sizes.get(self._classifier)
        if known:
            return known
        return min(self._trials, key=lambda size: (len(self._trials[size]), size))

    def logits(self, boxes: Boxes) -> Floats:
        """Returns logits (B, K) of inputs with one box (B, 4) covered in each."""
        started = time.perf_counter()
        logits = self._run([[Box(*map(int, box))] for box in boxes])
        self._remember(len(boxes), time.perf_counter() - started)
        return logits

    def logits_of_all(self, boxes: Iterable[Box]) -> Floats:
        """Returns logits (K,) of one input with all boxes covered."""
        logits: Floats = self._run([list(boxes)])[0]
        return logits

    def _run(self, covered: list[list[Box]]) -> Floats:
        batch = self._copies(len(covered))
        views = [
            self._view(batch[index], box)
            for index, boxes in enumerate(covered)
            for box in boxes
        ]
        for view, _ in views:
            view[...] = self._fill
        try:
            return self._run_batch(batch)
        finally:
            for view, original in views:
                view[...] = original

    def _run_batch(self, batch: Tensor) -> Floats:
        """Runs in halves where memory does not suffice for the whole."""
        try:
            return self._classifier.logits(batch)
        except OutOfMemoryError:
            half = len(batch) // 2
            if not half:
                raise
            self.note = (
                f"Went on with smaller batches ({half} instead of {len(batch)})."
            )
            log.warning(self.note)
            self._fixed_size = half
            parts = [self._run_batch(part) for part in (batch[:half], batch[half:])]
            return np.concatenate(parts)

    def _copies(self, count: int) -> Tensor:
        if len(self._batch) < count:
            self._batch = np.repeat(self._base[np.newaxis], count, axis=0)
        return self._batch[:count]

    def _view(self, tensor: Tensor, box: Box) -> tuple[Tensor, Tensor]:
        """Returns the covered part of an input, and of the base input."""
        rows = slice(int(box.top), int(box.bottom))
        cols = slice(int(box.left), int(box.right))
        place = (slice(None), rows, cols) if self._channels_first else (rows, cols)
        return tensor[place], self._base[place]

    def _remember(self, size: int, seconds: float) -> None:
        if self._fixed_size or size not in self._trials:
            return
        self._trials[size].append(seconds)
        if all(len(times) >= _TRIALS for times in self._trials.values()):
            best = {size: min(times[1:]) for size, times in self._trials.items()}
            quick = [s for s in best if best[s] <= _LONGEST_BATCH] or [min(best)]
            _best_sizes[self._classifier] = min(quick, key=lambda s: best[s] / s)
