"""Logits of covered inputs that are made where the network runs.

A batch of pictures built on the host weighs megabytes, a batch of boxes a kilobyte. So
the base input and the fill are sent once, masks become inputs on the device, and the
network reads them there. Batches are of one shape, the last one filled up: a graphics
card chooses its algorithms anew for each shape. The covering is a session of its own
in front of the classifier's, whose weights would else lie on the card twice.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, OrtValue

from inference.classifier import Forward
from inference.geometry import Array
from inference.network.passes import room_for, run_bound, sent
from inference.network.sessions import open_small
from inference.occluder.covering import (
    BASE,
    COVERED,
    FILL,
    MASKS,
    Ground,
    Kind,
    covering_graph,
)
from inference.occluder.masks import Masks


class OnDevice:
    """Covers one input on the device of a network, and runs the network on it."""

    def __init__(self, forward: Forward, base: Array, fill: Array, layout: str) -> None:
        """Takes the base input.

        Args:
            forward: The way through the network.
            base: (C, h, w) or (h, w, C) in the file's type.
            fill: The same, or one pixel of it, spread over the rest.
            layout: "NCHW" or "NHWC".
        """
        self._forward = forward
        self._device = forward.device.lower()
        self._ground = Ground(base.shape, fill.shape, str(base.dtype), layout)
        self._base, self._fill = self._sent(base), self._sent(fill)
        self._made: tuple[Kind, int] | None = None
        self._session: InferenceSession | None = None
        self._covered: OrtValue | None = None

    def __call__(self, masks: Masks, batch: int) -> Array:
        """Returns what the network gives with a mask in each input, (B, K).

        Args:
            masks: What is covered.
            batch: Inputs of a pass, where the file leaves that open; fewer masks are
                filled up.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: For another reason.
        """
        step = self._forward.together or batch
        whole = self._forward.batch or step
        raw = [
            self._pass(masks[start : start + step], whole)
            for start in range(0, len(masks), step)
        ]
        return np.concatenate(raw)

    def _pass(self, masks: Masks, whole: int) -> Array:
        kind, values = _numbers(masks, self._ground.sides)
        missing = whole - len(values)
        if missing:
            filler = np.repeat(values[-1:], missing, axis=0)
            values = np.concatenate([values, filler])
        raw = self._forward.run_held(self._cover(kind, values))
        return raw[: len(masks)]

    def _cover(self, kind: Kind, values: NDArray[Any]) -> OrtValue:
        """Returns covered inputs, on the device."""
        if self._made != (kind, len(values)):
            self._make(kind, len(values))
        assert self._session is not None
        binding = self._session.io_binding()
        binding.bind_ortvalue_input(BASE, self._base)
        binding.bind_ortvalue_input(FILL, self._fill)
        binding.bind_cpu_input(MASKS, values)
        binding.bind_ortvalue_output(COVERED, self._covered)
        run_bound(self._session, self._forward.graph.path, binding)
        return self._covered

    def _make(self, kind: Kind, batch: int) -> None:
        """Makes a session for batches of one kind and size, and room for the inputs."""
        self._made = self._covered = None  # the former room is given back first
        ground, path = self._ground, self._forward.graph.path
        model = covering_graph(ground, kind, batch)
        self._session = open_small(model, path, self._device)
        number = np.dtype(ground.dtype).type
        self._covered = room_for([batch, *ground.shape], number, self._device, path)
        self._made = (kind, batch)

    def _sent(self, values: Array) -> OrtValue:
        whole = np.ascontiguousarray(values[np.newaxis])
        return sent(whole, self._device, self._forward.graph.path)


def _numbers(masks: Masks, sides: tuple[int, int]) -> tuple[Kind, NDArray[Any]]:
    """Returns masks as a covering graph takes them: boxes, pixels or shares."""
    if masks.shapes is None:
        return "boxes", np.ascontiguousarray(masks.boxes, np.int32)
    are_hard = all(shape.dtype == np.bool_ for shape in masks.shapes)
    dtype = np.bool_ if are_hard else np.float32
    values: NDArray[Any] = np.zeros((len(masks), *sides), dtype)
    for value, shape, box in zip(
        values, masks.shapes, masks.boxes.tolist(), strict=True
    ):
        top, left, height, width = box
        value[top : top + height, left : left + width] = shape
    return ("pixels" if are_hard else "shares"), values
