"""Logits of covered inputs: (base input, masks, fill) in, logits out.

How the covered inputs come about is this room's secret: whoever asks hands over the
base input once and then masks. Here small batches are stamped on the host: a batch of
copies is kept, masks are filled, and after the pass only they are restored. Where it
pays, the batch is cut into pieces whose passes run side by side. A long sweep computes
only what its masks change, once that has proved to be exact and faster.
"""

import logging
import time
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier
from inference.errors import Sentence
from inference.geometry import Array, Floats
from inference.network.sessions import OutOfMemoryError
from inference.occluder.batching import Batching, Timings, run_abreast, spread
from inference.occluder.masks import Masks
from inference.occluder.search import Incremental

log = logging.getLogger(__name__)

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
            fill: What covers places: one pixel value (C,), or (h, w, C).
            batch_size: Masks per call; None finds the fastest.
            shortcuts: Whether only what masks change may be computed.
        """
        self.note = ""
        self._classifier = classifier
        self._base = classifier.tensor(pixels)
        self._fill = classifier.tensor(
            fill if fill.ndim == 3 else fill[np.newaxis, np.newaxis]
        )
        self._batch = self._base[np.newaxis].copy()
        self._shortcuts = shortcuts
        self._incremental = Incremental(classifier, self._base, self._fill)
        self._fixed = spread(batch_size, classifier.device) if batch_size else None
        self._timings = _timings.setdefault(classifier, Timings(classifier.device))

    @property
    def batch_size(self) -> int:
        """How many masks the next call should bring."""
        return self._batching.batch

    def logits(self, masks: Masks) -> Floats:
        """Returns logits (B, K) of inputs with a mask in each."""
        batching = self._batching
        if self._shortcuts and (self._fixed or self._timings.are_over):
            logits = self._incremental.logits(masks, batching.piece)
            if logits is not None:
                return logits
        started = time.perf_counter()
        logits = self._run(masks)
        if len(masks) == batching.batch:
            self._timings.add(batching, time.perf_counter() - started)
        return logits

    @property
    def _batching(self) -> Batching:
        return self._fixed or self._timings.wanted

    def _run(self, masks: Masks) -> Floats:
        batch = self._copies(len(masks))
        inputs, base = self._channels_first(batch), self._channels_first(self._base)
        try:
            masks.cover(inputs, self._channels_first(self._fill))
            is_on_cpu = self._classifier.device == "CPU"
            piece = self._batching.piece if is_on_cpu else len(batch)
            return self._run_batch(batch, piece)
        finally:
            masks.uncover(inputs, base)

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
            self.note = Sentence(
                "Went on with smaller batches ({half} instead of {whole}).",
                half=half,
                whole=len(batch),
            )
            log.warning(self.note)
            self._fixed = Batching(half, piece)
            halves = (batch[:half], batch[half:])
            return np.concatenate([self._run_batch(part, piece) for part in halves])

    def _copies(self, count: int) -> Array:
        if len(self._batch) < count:
            self._batch = np.repeat(self._base[np.newaxis], count, axis=0)
        return self._batch[:count]

    def _channels_first(self, values: Array) -> Array:
        """Returns a view (..., C, h, w), whatever the file's layout is."""
        if self._classifier.spec.input.layout == "NCHW":
            return values
        return np.moveaxis(values, -1, -3)
