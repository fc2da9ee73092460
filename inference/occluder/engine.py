"""Logits of covered inputs: (base input, boxes, fill) in, logits out.

How the covered inputs come about is this room's secret: whoever asks hands over the
base input once and then boxes. Here small batches are stamped on the host: a batch of
copies is kept, boxes are filled, and after the pass only they are restored. Where it
pays, the batch is cut into pieces whose passes run side by side. A long sweep computes
only what its boxes change, once that has proved to be exact and faster.
"""

import logging
import time
from collections.abc import Iterable
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier
from inference.geometry import Array, Box, Floats
from inference.network.sessions import OutOfMemoryError
from inference.occluder.batching import Batching, Timings, run_abreast, spread
from inference.occluder.search import Incremental

log = logging.getLogger(__name__)

Boxes = NDArray[np.int32]  # (B, 4): top, left, height, width in input pixels

_timings: WeakKeyDictionary[Classifier, Timings] = WeakKeyDictionary()


class Occluder:
    """Runs a classifier on one input with places covered.

    Not for two threads at once.

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
        shortcuts: bool = True,
    ) -> None:
        """Takes the base input.

        Args:
            classifier: The network.
            pixels: (h, w, C) pixel values.
            fill: (C,) pixel value of covered places.
            batch_size: Boxes per call; None finds the fastest.
            shortcuts: Whether only what boxes change may be computed.
        """
        self.note = ""
        self._classifier = classifier
        self._channels_first = classifier.spec.input.layout == "NCHW"
        self._base = classifier.tensor(pixels)
        self._fill = classifier.tensor(fill[np.newaxis, np.newaxis])
        self._batch = self._base[np.newaxis].copy()
        self._shortcuts = shortcuts
        self._incremental = Incremental(classifier, self._base, self._fill)
        self._fixed = spread(batch_size, classifier.device) if batch_size else None
        self._timings = _timings.setdefault(classifier, Timings(classifier.device))

    @property
    def batch_size(self) -> int:
        """How many boxes the next call should bring."""
        return self._batching.batch

    def logits(self, boxes: Boxes) -> Floats:
        """Returns logits (B, K) of inputs with one box (B, 4) covered in each."""
        batching = self._batching
        if self._shortcuts and (self._fixed or self._timings.are_over):
            logits = self._incremental.logits(boxes, batching.piece)
            if logits is not None:
                return logits
        started = time.perf_counter()
        logits = self._run([[Box(*map(int, box))] for box in boxes])
        if len(boxes) == batching.batch:
            self._timings.add(batching, time.perf_counter() - started)
        return logits

    def logits_of_all(self, boxes: Iterable[Box]) -> Floats:
        """Returns logits (K,) of one input with all boxes covered."""
        logits: Floats = self._run([list(boxes)])[0]
        return logits

    @property
    def _batching(self) -> Batching:
        return self._fixed or self._timings.wanted

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
            is_on_cpu = self._classifier.device == "CPU"
            piece = self._batching.piece if is_on_cpu else len(batch)
            return self._run_batch(batch, piece)
        finally:
            for view, original in views:
                view[...] = original

    def _run_batch(self, batch: Array, piece: int) -> Floats:
        """Runs in halves where memory does not suffice for the whole."""
        try:
            if piece < len(batch):
                raw = run_abreast(self._classifier.single_threaded, batch, piece)
                return self._classifier.read(raw)
            return self._classifier.logits(batch)
        except OutOfMemoryError:
            half = len(batch) // 2
            if not half:
                raise
            self.note = (
                f"Went on with smaller batches ({half} instead of {len(batch)})."
            )
            log.warning(self.note)
            self._fixed = Batching(half, piece)
            halves = (batch[:half], batch[half:])
            return np.concatenate([self._run_batch(part, piece) for part in halves])

    def _copies(self, count: int) -> Array:
        if len(self._batch) < count:
            self._batch = np.repeat(self._base[np.newaxis], count, axis=0)
        return self._batch[:count]

    def _view(self, tensor: Array, box: Box) -> tuple[Array, Array]:
        """Returns the covered part of an input, and of the base input."""
        rows = slice(int(box.top), int(box.bottom))
        cols = slice(int(box.left), int(box.right))
        place = (slice(None), rows, cols) if self._channels_first else (rows, cols)
        return tensor[place], self._base[place]
