"""Reads layers out of a network, as maps over a photo.

Forward passes only, each of the part of the network that leads to the layer.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from inference.activations.record import LayerActivations, channel_stats
from inference.classifier import Classifier, PreparedInput
from inference.errors import ModelError, Sentence, SpecError, offered
from inference.geometry import Box, Size
from inference.image import LoadedImage
from inference.network.axes import Axes
from inference.network.costs import NetworkTable, network_table
from inference.network.layers import FeatureLayer
from inference.network.names import near_names, tensor_named
from inference.network.passes import OutOfMemoryError
from inference.network.quantisation import dequantised
from inference.network.tensors import TensorReader

MOST_PIXELS = 4_000_000  # of a photo that is run at its own resolution


@dataclass(frozen=True, slots=True)
class LayerPeak:
    """Where the maximum of a layer lies.

    Attributes:
        layer: The layer.
        channel: The channel that holds it; of equals the lowest index.
        value: The maximum.
        is_on_edge: Whether it lies on the border of the map.
    """

    layer: FeatureLayer
    channel: int
    value: float
    is_on_edge: bool


class LayerReader:
    """Reads the layers of one classifier and keeps what that takes."""

    def __init__(self, classifier: Classifier) -> None:
        self.classifier = classifier
        self._tensors = TensorReader(classifier.graph, classifier.device)

    @cached_property
    def table(self) -> NetworkTable:
        """All nodes of the network, and which tensors are layers."""
        size = self.classifier.preprocessing.size
        return network_table(self.classifier.graph, size)

    def layer(self, name: str) -> FeatureLayer:
        """Returns a layer by its tensor's name, in full or short.

        Raises:
            ModelError: There is no such tensor, or it has neither places nor channels.
        """
        features = self.table.features
        if name in features:
            return features[name]
        meant = tensor_named(name, self.table.layers) or tensor_named(name, features)
        if meant is not None:
            return features[meant]
        graph = self.classifier.graph
        if name in graph.producers:
            raise ModelError(
                'The tensor "{name}" of "{file}" is no layer: it is neither a map, nor '
                "tokens on a grid, nor a vector.",
                name=name,
                file=graph.path.name,
            )
        near = near_names(name, (x.short for x in self.table.layers.values()))
        raise ModelError(
            'There is no layer "{name}" in "{file}".{hint}',
            name=name,
            file=graph.path.name,
            hint=offered(near),
        )

    def read(self, prepared: PreparedInput, name: str) -> LayerActivations:
        """Runs the network and returns a layer's values.

        Raises:
            ModelError: There is no such layer, or the forward pass failed.
        """
        layer = self.layer(name)
        batch = self.classifier.batch(prepared.pixels)
        raw = self._tensors.read([layer.name], batch)[layer.name]
        values, note = dequantised(self.classifier.graph, layer.name, raw)
        maps = layer.folded(values)[0]
        return LayerActivations(layer, maps, prepared.box, prepared.seen, note)

    def read_larger(self, image: LoadedImage, name: str) -> LayerActivations:
        """Runs the network at the photo's own resolution, up to `MOST_PIXELS`.

        Only what leads to the layer is run, so a classifier's head of fixed size does
        not stand in the way.

        Raises:
            SpecError: The graph cannot be run at that size.
        """
        layer = self.layer(name)
        size = _bounded(image.size)
        how = replace(self.classifier.preprocessing, size=size, resize="squash")
        pixels = how.pixels(image.with_alpha(how.alpha))
        box = Box(0, 0, *image.size)
        batch = self.classifier.batch(pixels)
        try:
            arrays = self._tensors.read_once([layer.name], batch, is_resized=True)
        except OutOfMemoryError:
            raise
        except ModelError as error:
            raise SpecError(
                "This layer cannot be run at {width} × {height}: a part of the network "
                "before it is made for one size. Choose an earlier layer, or switch "
                "Larger than trained off.",
                width=size.width,
                height=size.height,
            ) from error
        raw = arrays[layer.name]
        values, note = dequantised(self.classifier.graph, layer.name, raw)
        grown = _grown(layer, values.shape, self.table.size, size)
        words = Sentence(
            "run at {width} × {height}", width=size.width, height=size.height
        )
        note = Sentence("{note} · {run}", note=note, run=words) if note else words
        return LayerActivations(grown, grown.folded(values)[0], box, box, note)

    def peaks(self, prepared: PreparedInput) -> tuple[LayerPeak, ...]:
        """Returns the strongest channel of every layer, in one forward pass.

        ONNX Runtime joins fewer operations where all tensors are wanted, so values may
        differ from those of `read` in the last digits, of a quantised network by a
        step or two of its rounding.
        """
        layers = self.table.layers
        batch = self.classifier.batch(prepared.pixels)
        arrays = self._tensors.read_once(layers, batch)
        found = []
        for name, layer in layers.items():
            values, _ = dequantised(self.classifier.graph, name, arrays[name])
            maps = layer.folded(values)[0]
            found.append(
                _peak(LayerActivations(layer, maps, prepared.box, prepared.seen))
            )
        return tuple(found)


def _peak(activations: LayerActivations) -> LayerPeak:
    channel, stats = activations.strongest, channel_stats(activations)
    is_on_edge = bool(stats.on_edge[channel])
    value = float(stats.maxima[channel])
    return LayerPeak(activations.layer, channel, value, is_on_edge)


def _bounded(size: Size) -> Size:
    factor = (MOST_PIXELS / (size.height * size.width)) ** 0.5
    if factor >= 1:
        return size
    return Size(int(size.height * factor), int(size.width * factor))


def _grown(
    layer: FeatureLayer, shape: tuple[int, ...], trained: Size, size: Size
) -> FeatureLayer:
    """The record of a layer at another size; vectors may have become maps."""
    axes = layer.axes
    if axes is None:
        if len(shape) != 4 or max(shape[2:]) == 1:
            return layer
        axes = Axes("NCHW", Size(*shape[2:]))
        return replace(layer, channels=shape[1], axes=axes)
    if axes.has_tokens:
        rows = max(round(axes.grid.height * size.height / trained.height), 1)
        count = shape[axes.letters.index("T")] - axes.extra_tokens
        grid = Size(rows, count // rows)
    else:
        grid = Size(*(shape[axes.letters.index(letter)] for letter in "HW"))
    return replace(layer, axes=replace(axes, grid=grid))
