"""Logits of covered inputs that are made in the computer's own memory.

Copies of the base input are kept. Masks are put on, the network runs, and only what
they covered is put back. Where a batch is cut into pieces whose passes run side by
side, each core also covers the inputs of its piece.
"""

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from inference.classifier import Classifier
from inference.geometry import Array, Floats
from inference.occluder.batching import begun, ended
from inference.occluder.masks import Masks


class _Pass(Protocol):
    def __call__(self, inputs: Array, /) -> Array: ...


@dataclass(frozen=True, slots=True, eq=False)
class UnderWay:
    """Passes that were begun.

    Attributes:
        copies: Of the base input, (B or more, ...), which they cover.
        passes: One for each piece.
    """

    copies: Array
    passes: list[Future[Array]]

    def leave(self) -> None:
        """Drops what has not begun yet; nobody waits for the rest."""
        for each in self.passes:
            each.cancel()


class OnHost:
    """Covers one input, and runs the network on it; not for two threads at once."""

    def __init__(self, classifier: Classifier, base: Array, fill: Array) -> None:
        """Takes the base input.

        Args:
            classifier: The network.
            base: (C, h, w) or (h, w, C) in the file's type.
            fill: The same, or one pixel of it, spread over the rest.
        """
        self._classifier, self._base, self._fill = classifier, base, fill
        self._free: list[Array] = []  # copies of the base input

    def __call__(self, masks: Masks, piece: int) -> Floats:
        """Returns logits (B, K), so many inputs in a pass."""
        if piece < len(masks):
            return self.ended(self.begun(masks, piece))
        copies = self._copies(len(masks))
        try:
            return self._run(self._classifier.logits, copies[: len(masks)], masks)
        finally:
            self._free.append(copies)

    def begun(self, masks: Masks, piece: int) -> UnderWay:
        """Begins passes side by side, each in one thread, so many inputs in each."""
        copies, forward = self._copies(len(masks)), self._classifier.single_threaded

        def run(some: range) -> Array:
            rows = slice(some.start, some.stop)
            return self._run(forward, copies[rows], masks[rows])

        return UnderWay(copies, begun(run, range(len(masks)), piece))

    def ended(self, under_way: UnderWay) -> Floats:
        """Returns the logits (B, K) of passes that were begun.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: For another reason.
        """
        try:
            return self._classifier.read(np.concatenate(ended(under_way.passes)))
        finally:
            self._free.append(under_way.copies)

    def _run(self, forward: _Pass, copies: Array, masks: Masks) -> Array:
        inputs, base = self._channels_first(copies), self._channels_first(self._base)
        try:
            masks.cover(inputs, self._channels_first(self._fill))
            return forward(copies)
        finally:
            masks.uncover(inputs, base)

    def _copies(self, count: int) -> Array:
        """Returns at least so many copies of the base input, for the taker alone."""
        copies = self._free.pop() if self._free else self._base[np.newaxis][:0]
        if len(copies) >= count:
            return copies
        return np.repeat(self._base[np.newaxis], count, axis=0)

    def _channels_first(self, values: Array) -> Array:
        """Returns a view (..., C, h, w), whatever the file's layout is."""
        if self._classifier.spec.input.layout == "NCHW":
            return values
        return np.moveaxis(values, -1, -3)
