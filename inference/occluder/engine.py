"""Logits of covered inputs: (base input, masks, fill) in, logits out.

How the covered inputs come about is this room's secret: whoever asks hands over the
base input once and then masks. On a CPU inputs are covered on the host. Where it pays,
a batch is cut into pieces whose passes run side by side. A long sweep computes only
what its masks change, once that has proved to be exact and faster. On a graphics card
covered inputs are made there, once that has proved to be the same.
"""

import time
from collections.abc import Generator, Iterable
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier
from inference.errors import ModelError
from inference.geometry import Floats
from inference.network.passes import OutOfMemoryError, smaller_batches, tell
from inference.network.sessions import Precision
from inference.occluder.batching import Batching, Timings, spread
from inference.occluder.masks import Masks
from inference.occluder.on_device import OnDevice
from inference.occluder.on_host import OnHost, UnderWay
from inference.occluder.proof import is_refused, measured, off_by, refuse
from inference.occluder.search import Incremental

Kept = TypeVar("Kept")

_timings: WeakKeyDictionary[Classifier, Timings] = WeakKeyDictionary()


def covers_on_device(classifier: Classifier) -> bool:
    """Whether covered inputs are made where the network runs, if that proves right."""
    return classifier.device != "CPU"


def _timings_of(classifier: Classifier) -> Timings:
    """Returns what is known of how long batches take where a network runs."""
    known = _timings.get(classifier)
    if known is None or known.device != classifier.device:
        known = _timings[classifier] = Timings(classifier.device)
    return known


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
        self._on_host = OnHost(classifier, self._base, self._fill)
        self._shortcuts = shortcuts
        self._incremental = Incremental(classifier, self._base, self._fill)
        self._stated = batch_size
        self._timings = _timings_of(classifier)
        self._fixed = self._wished()
        self._on_device: OnDevice | None = None
        self._precision: Precision = "exact"
        self._is_tried = not covers_on_device(classifier)

    @property
    def is_on_device(self) -> bool:
        """Whether covered inputs are made where the network runs."""
        return self._on_device is not None

    @property
    def batch_size(self) -> int:
        """How many masks the next call should bring."""
        return self._batching.batch

    def logits(self, masks: Masks) -> Floats:
        """Returns logits (B, K) of inputs with a mask in each."""
        self._follow_device()
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

    def each(
        self, batches: Iterable[tuple[Kept, Masks]]
    ) -> Generator[tuple[Kept, Floats], None, None]:
        """Yields logits (B, K) of batches of masks, with what came along.

        The next batch begins before this one is waited for. So no core idles while the
        slowest pass ends, while masks are made, or while logits are used.

        Args:
            batches: What is to come back, and masks: as many as `batch_size` says when
                they are asked for.
        """
        waiting: list[tuple[Kept, Masks, UnderWay | None]] = []
        try:
            for kept, masks in batches:
                waiting.append((kept, masks, self._begun(masks)))
                if len(waiting) > 1:
                    yield self._ended(*waiting.pop(0))
            if waiting:
                yield self._ended(*waiting.pop())
        finally:
            for *_, under_way in waiting:
                if under_way:
                    under_way.leave()

    def _begun(self, masks: Masks) -> UnderWay | None:
        """Begins a batch; None where batches have to run one after another."""
        is_known = self._fixed or self._timings.are_over
        piece = self._batching.piece
        if self._shortcuts or covers_on_device(self._classifier) or not is_known:
            return None
        return self._on_host.begun(masks, piece) if piece < len(masks) else None

    def _ended(
        self, kept: Kept, masks: Masks, under_way: UnderWay | None
    ) -> tuple[Kept, Floats]:
        if under_way is None:
            return kept, self.logits(masks)
        try:
            return kept, self._on_host.ended(under_way)
        except OutOfMemoryError:
            return kept, self._run(masks)  # in smaller batches

    def _follow_device(self) -> None:
        """Finds another batching where the network has left its graphics card."""
        timings = _timings_of(self._classifier)
        if timings is not self._timings:
            self._timings, self._fixed = timings, self._wished()

    def _wished(self) -> Batching | None:
        """Returns the batching of the number of masks that was stated, if one was."""
        if self._stated is None:
            return None
        return spread(self._stated, self._classifier.device)

    @property
    def _batching(self) -> Batching:
        return self._fixed or self._timings.wanted

    def _run(self, masks: Masks) -> Floats:
        """Runs in halves where memory does not suffice for the whole."""
        try:
            raw = self._device_run(masks)
            return self._stamped(masks) if raw is None else raw
        except OutOfMemoryError:
            half = len(masks) // 2
            if half:
                self._shrink(half, len(masks))
                return np.concatenate(
                    [self._run(masks[:half]), self._run(masks[half:])]
                )
            if self._is_tried and self._on_device is None:
                raise
            self._on_device, self._is_tried = None, True
            return self._stamped(masks)

    def _shrink(self, half: int, whole: int) -> None:
        self.note = smaller_batches(half, whole)
        tell(self.note)
        self._fixed = Batching(half, min(self._batching.piece, half))

    def _device_run(self, masks: Masks) -> Floats | None:
        """Returns logits (B, K) of inputs made on the device; None where that fails."""
        if not self._is_tried:
            self._try(masks)
        if self._on_device is None:
            return None
        try:
            raw = self._on_device(masks, self._batching.batch)
            return self._classifier.read(raw)
        except OutOfMemoryError:
            raise
        except ModelError as error:
            refuse(self._classifier, self._precision, str(error))
            self._on_device, self._is_tried = None, False  # the next best way
            return self._device_run(masks)

    def _try(self, masks: Masks) -> None:
        """Makes inputs on the device, if they prove to be those of the host.

        In the precision that was chosen, if that can be; else in float32.
        """
        for precision in dict.fromkeys((self._classifier.precision, "exact")):
            if not is_refused(self._classifier, precision) and self._proves(
                precision, masks
            ):
                break
        self._is_tried = True

    def _proves(self, precision: Precision, masks: Masks) -> bool:
        """Whether inputs can be made on the device and computed in a precision."""
        classifier = self._classifier
        try:
            is_exact = precision == "exact"
            forward = classifier.forward if is_exact else classifier.rounded
            layout = classifier.spec.input.layout
            engine = OnDevice(forward, self._base, self._fill, layout)

            def made(some: Masks) -> Floats:
                return classifier.read(engine(some, self._batching.batch))

            error = measured(classifier, precision, made, self._stamped, masks)
        except OutOfMemoryError:
            raise
        except ModelError as failure:
            refuse(classifier, precision, str(failure))
            return False
        if error is None:
            return False
        self._on_device, self._precision = engine, precision
        if not is_exact:
            self.note = off_by(precision, error)
            tell(self.note)
        return True

    def _stamped(self, masks: Masks) -> Floats:
        """Returns logits (B, K) of inputs that are made on the host."""
        is_on_cpu = self._classifier.device == "CPU"
        return self._on_host(masks, self._batching.piece if is_on_cpu else len(masks))
