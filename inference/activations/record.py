"""What one layer gives for one photo, and the numbers that describe its channels."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Quantity
from inference.errors import Sentence
from inference.geometry import Box, Floats
from inference.network.layers import FeatureLayer
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import has_both_signs

Order = Literal["index", "maximum", "mean", "sparsity"]
ORDERS: tuple[Order, ...] = get_args(Order)


_SIGNED = Sentence("above and below zero")
_SIGNED_COLORS = Sentence("red: above zero · blue: below zero")
_UNSIGNED = Sentence("zero or more")
_AFTER_RELU = Sentence("after the ReLU, zero or more")
_DIFFERENCE = Sentence("positive: stronger in A · negative: stronger in B")
_DIFFERENCE_COLORS = Sentence("red: stronger in A · blue: stronger in B")


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivations:
    """The values of a layer for one photo, copied.

    An array that ONNX Runtime hands out holds the memory of the whole pass.

    Attributes:
        layer: Which tensor.
        maps: (C, h, w) float32, or (C,) of a vector.
        box: The part of the photo that the maps cover, in photo pixels.
        seen: The part of the photo that the network saw.
        note: What the network itself computes with, where that is not float32.
    """

    layer: FeatureLayer
    maps: Floats
    box: Box
    seen: Box
    note: str = ""

    def __post_init__(self) -> None:
        maps = np.array(self.maps, np.float32, order="C")
        maps.setflags(write=False)
        object.__setattr__(self, "maps", maps)

    @property
    def is_vector(self) -> bool:
        """Whether there are no places, only one number per channel."""
        return self.maps.ndim == 1

    @property
    def strongest(self) -> int:
        """The channel that holds the layer's maximum; of equals the lowest index."""
        return int(np.unravel_index(np.argmax(self.maps), self.maps.shape)[0])

    def positive(self) -> "LayerActivations":
        """Returns the positive part: what a ReLU would let through."""
        return replace(self, maps=np.maximum(self.maps, 0))

    def heatmap(self, channel: int) -> Heatmap:
        """Returns one channel of a spatial layer as a map over the photo.

        Each channel of a layer with both signs is drawn as one that has them.
        """
        title = Sentence("Activation of channel {channel}", channel=channel)
        values = self.maps[channel]
        if has_both_signs(self.maps):
            return _signed(self, values, title, _SIGNED, _SIGNED_COLORS)
        return _heatmap(self, values, title, *self._meaning(channel))

    def _meaning(self, channel: int) -> tuple[str, str]:
        """Returns how to read the numbers, and how in blue-red ("" for the same)."""
        if float(self.maps[channel].min()) < 0:
            return _SIGNED, _SIGNED_COLORS
        return (_AFTER_RELU if self.layer.operator == "Relu" else _UNSIGNED), ""


@dataclass(frozen=True, slots=True, eq=False)
class ChannelStats:
    """Numbers of all channels of a layer.

    Attributes:
        maxima: (C,) float32.
        minima: (C,) float32.
        means: (C,) float32.
        zeros: (C,) float32, the share of values that are exactly zero.
        rows: (C,) row of the maximum, the first of equals.
        cols: (C,) its column.
        on_edge: (C,) whether the maximum lies on the border of the map, where padding
            makes artefacts.
    """

    maxima: Floats
    minima: Floats
    means: Floats
    zeros: Floats
    rows: NDArray[np.intp]
    cols: NDArray[np.intp]
    on_edge: NDArray[np.bool_]


def channel_stats(activations: LayerActivations) -> ChannelStats:
    """Returns the numbers of all channels."""
    maps = activations.maps
    height, width = maps.shape[1:] if maps.ndim == 3 else (1, 1)
    flat = maps.reshape(len(maps), -1)
    places = flat.argmax(axis=1)
    rows, cols = np.divmod(places, width)
    is_row_edge = (rows == 0) | (rows == height - 1)
    is_col_edge = (cols == 0) | (cols == width - 1)
    on_edge = (is_row_edge | is_col_edge) & (min(height, width) > 2)
    found = ChannelStats(
        maxima=flat[np.arange(len(flat)), places],
        minima=flat.min(axis=1),
        means=flat.mean(axis=1, dtype=np.float64).astype(np.float32),
        zeros=(flat == 0).mean(axis=1).astype(np.float32),
        rows=rows,
        cols=cols,
        on_edge=on_edge,
    )
    for name in found.__slots__:
        getattr(found, name).setflags(write=False)
    return found


def ordered(stats: ChannelStats, order: Order = "index") -> NDArray[np.intp]:
    """Returns the channels (C,) by index, or the largest first; equals by index."""
    if order == "index":
        return np.arange(len(stats.maxima))
    by = {"maximum": stats.maxima, "mean": stats.means, "sparsity": stats.zeros}
    return np.argsort(-by[order], kind="stable")


def difference(
    first: LayerActivations, second: LayerActivations, channel: int
) -> Heatmap | None:
    """Returns first minus second over the first photo; None where sizes differ."""
    if first.maps.shape != second.maps.shape or first.is_vector:
        return None
    values = first.maps[channel] - second.maps[channel]
    title = Sentence("Difference A − B of channel {channel}", channel=channel)
    return _signed(first, values, title, _DIFFERENCE, _DIFFERENCE_COLORS)


def _signed(
    activations: LayerActivations,
    values: Floats,
    title: str,
    meaning: str,
    colors: str,
) -> Heatmap:
    heatmap = _heatmap(activations, values, title, meaning, colors)
    return replace(heatmap, counts="both signs")


def _heatmap(
    activations: LayerActivations,
    values: Floats,
    title: str,
    meaning: str,
    colors: str,
) -> Heatmap:
    return Heatmap(
        values,
        activations.box,
        activations.seen,
        title,
        _with_note(meaning, activations.note),
        Quantity.ACTIVATION,
        target=-1,
        in_blue_red=_with_note(colors, activations.note),
        made=Sentence("layer {layer}", layer=activations.layer.short),
    )


def _with_note(meaning: str, note: str) -> str:
    if not (meaning and note):
        return meaning
    return Sentence("{meaning} · {note}", meaning=meaning, note=note)
