"""Logits of covered inputs without computing again what the cover does not reach.

The network is cut at necks into stretches and a rest. What each neck holds for the
untouched input is computed once. Then, stretch by stretch, only a crop around what
differs is run, and what came out is laid over what is known of the next neck; the rest
is run on the whole. Every input of a batch has its own crops, all of one size, so any
masks go together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import onnx

from inference.classifier import Forward
from inference.geometry import Array
from inference.network.extract import extract
from inference.network.graph import Graph, Shapes, TensorInfo
from inference.network.passes import run_session
from inference.network.sessions import open_session
from inference.occluder.masks import Masks
from inference.occluder.necks import Neck
from inference.occluder.receptive import Integers, ReceptiveField, Spans


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the known values of a neck, in each of B inputs.

    Attributes:
        spans: (B, 2, 2) where.
        values: B arrays (C, h, w), each of the size of its span.
    """

    spans: Spans
    values: Sequence[Array]


def covered(base: Array, masks: Masks, fill: Array) -> Changes:
    """Returns the changes of an input (C, h, w) by one mask each, with (C, 1, 1)."""
    boxes = masks.boxes.astype(np.int64)
    spans = np.stack([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=2)
    return Changes(spans, masks.covered(base, fill))


class Stretch:
    """A stretch of a network, ready to run."""

    def __init__(
        self, graph: Graph, shapes: Shapes, source: Neck, target: Neck
    ) -> None:
        self._field = ReceptiveField(graph, shapes, source, target)
        self._path = graph.path
        model = _between(graph, shapes, source, target.tensor)
        self._session = open_session(model, graph, "cpu", threads=1)

    def whole(self, values: Array) -> Array:
        """Returns the target (N, C, h, w) of whole values of the source."""
        feeds = {self._field.source.tensor: values}
        return run_session(
            self._session, self._path, feeds, [self._field.target.tensor]
        )[0]

    def run(self, known: Array, changes: Changes) -> Changes:
        """Returns what changes in the target with changes of the source.

        Args:
            known: (C, h, w) the source for the untouched input.
            changes: Of the source.
        """
        spans = self._field.changed(changes.spans)
        corners, size = self._field.crops(spans)
        made = self.whole(_crops(known, changes, corners, size))
        inside = spans - (corners // self._field.stride)[..., np.newaxis]
        return Changes(
            spans,
            [
                values[:, top:bottom, left:right]
                for values, ((top, bottom), (left, right)) in zip(
                    made, inside.tolist(), strict=True
                )
            ],
        )


def _crops(known: Array, changes: Changes, corners: Integers, size: Integers) -> Array:
    """Returns (B, C, h, w) crops of the known values with the changes laid over them.

    Args:
        known: (C, h, w).
        changes: What differs.
        corners: (B, 2) first row and column of each crop.
        size: (2,) height and width of all crops.
    """
    height, width = size.tolist()
    crops = np.empty((len(corners), len(known), height, width), known.dtype)
    inside = changes.spans - corners[..., np.newaxis]
    seen = np.clip(inside, 0, size[:, np.newaxis])
    cut = seen - inside[..., :1]  # the same, as places of the changed values
    places = zip(corners.tolist(), seen.tolist(), cut.tolist(), strict=True)
    for crop, values, (corner, on, of) in zip(
        crops, changes.values, places, strict=True
    ):
        top, left = corner
        crop[...] = known[:, top : top + height, left : left + width]
        crop[:, slice(*on[0]), slice(*on[1])] = values[:, slice(*of[0]), slice(*of[1])]
    return crops


@dataclass(frozen=True, slots=True, eq=False)
class Shortcut:
    """A network that was cut.

    Attributes:
        stretches: From the input on.
        rest: The way through what comes behind them; takes values of the last neck.
    """

    stretches: tuple[Stretch, ...]
    rest: Forward

    def known(self, base: Array) -> list[Array]:
        """Returns what each neck holds (C, h, w) for an input (C, h, w)."""
        known = [base]
        for stretch in self.stretches:
            known.append(stretch.whole(known[-1][np.newaxis])[0].copy())
        return known

    def run(self, known: Sequence[Array], changes: Changes) -> Array:
        """Returns what the network gives for inputs with changes, (B, K).

        Args:
            known: What `known` returned for the untouched input.
            changes: Of the input.
        """
        for stretch, values in zip(self.stretches, known, strict=False):
            changes = stretch.run(values, changes)
        corners = np.zeros((len(changes.spans), 2), np.int64)
        size = np.array(known[-1].shape[1:])
        return self.rest(_crops(known[-1], changes, corners, size))


def cut(
    graph: Graph,
    shapes: Shapes,
    forward: Forward,
    stretches: Sequence[Stretch],
    last: Neck,
) -> Shortcut:
    """Returns the shortcut that takes some stretches, the last of which ends at a neck.

    Args:
        graph: The network.
        shapes: Of its tensors.
        forward: The way through all of it.
        stretches: From the input on.
        last: Where they end.
    """
    rest = _between(graph, shapes, last, forward.fetched)
    return Shortcut(tuple(stretches), forward.behind(last.tensor, rest))


def _between(
    graph: Graph, shapes: Shapes, source: Neck, target: str
) -> onnx.ModelProto:
    """Returns the network from a neck to a tensor, for any number of crops."""
    fed = TensorInfo(source.tensor, "float32", ("N", source.shape[0], "h", "w"))
    return extract(graph, [fed], [target], padded_as=shapes)
