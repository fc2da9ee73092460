"""Reads layers out of a network: wanted tensors become outputs of ONNX Runtime.

Forward passes only. The sessions of the last few layers are kept in a tuple that is
replaced whole, so readers in several threads need no lock: at worst a session is made
twice.
"""

from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray

from inference.activations.quantised import dequantised
from inference.activations.record import LayerActivations, channel_stats
from inference.classifier import Classifier, PreparedInput
from inference.errors import ModelError, SpecError
from inference.features import FeatureKind, FeatureLayer, short_names
from inference.geometry import Box, Size
from inference.image import LoadedImage
from inference.layers import NetworkTable, network_table
from inference.providers import (
    OutOfMemoryError,
    ProviderChoice,
    open_session,
    run_session,
)

KEPT = 4  # sessions
MOST_PIXELS = 4_000_000  # of a photo that is run at its own resolution

_Tensor = NDArray[Any]
_Sessions = tuple[tuple[str, ort.InferenceSession], ...]


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
        self._kept: _Sessions = ()

    @cached_property
    def table(self) -> NetworkTable:
        """All nodes of the network, and which tensors are layers."""
        size = self.classifier.preprocessing.size
        return network_table(self.classifier.graph, size)

    def layer(self, name: str) -> FeatureLayer:
        """Returns a layer by its tensor's name, or by its name for the eye.

        Raises:
            ModelError: There is no such tensor, or it has neither places nor channels.
        """
        features = self.table.features
        if name in features:
            return features[name]
        short = {word: full for full, word in short_names(features).items()}
        if name in short:
            return features[short[name]]
        graph = self.classifier.graph
        if name in graph.producers:
            raise ModelError(
                f'The tensor "{name}" of "{graph.path.name}" is no layer: it is '
                "neither a map, nor tokens on a grid, nor a vector."
            )
        near = get_close_matches(name, [*features, *short], n=3, cutoff=0.5)
        near = near or get_close_matches(name, list(short), n=1, cutoff=0.0)
        raise ModelError(
            f'There is no layer "{name}" in "{graph.path.name}". '
            f"Did you mean {' or '.join(map(repr, near))}?"
        )

    def read(self, prepared: PreparedInput, name: str) -> LayerActivations:
        """Runs the network and returns a layer's values.

        Raises:
            ModelError: There is no such layer, or the forward pass failed.
        """
        layer = self.layer(name)
        (raw,) = self._run(self._session(layer.name), prepared, [layer.name])
        values, note = dequantised(self.classifier.graph, layer.name, raw)
        maps = layer.folded(values)
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
        pixels = how.pixels(image.pixels)
        box = Box(0, 0, *image.size)
        model = _relaxed(self.classifier, layer.name)
        prepared = PreparedInput(pixels, box, box)
        try:
            session = self._open(model)
            (raw,) = self._run(session, prepared, [layer.name])
        except OutOfMemoryError:
            raise
        except ModelError as error:
            raise SpecError(
                f"This layer cannot be run at {size.width} × {size.height}: a part of "
                "the network before it is made for one size. Choose an earlier layer, "
                "or switch Larger than trained off."
            ) from error
        values, note = dequantised(self.classifier.graph, layer.name, raw)
        grown = _grown(layer, values.shape, self.table.size, size)
        words = f"run at {size.width} × {size.height}"
        note = f"{note} · {words}" if note else words
        return LayerActivations(grown, grown.folded(values), box, box, note)

    def peaks(self, prepared: PreparedInput) -> tuple[LayerPeak, ...]:
        """Returns the strongest channel of every layer, in one forward pass.

        ONNX Runtime joins fewer operations where all tensors are wanted, so values may
        differ from those of `read` in the last digits, of a quantised network by a
        step or two of its rounding.
        """
        layers = self.table.layers
        graph = self.classifier.graph
        arrays = self._run(self._open(graph.with_outputs(layers)), prepared, [*layers])
        found = []
        for layer, raw in zip(layers.values(), arrays, strict=True):
            values, _ = dequantised(graph, layer.name, raw)
            maps = layer.folded(values)
            each = LayerActivations(layer, maps, prepared.box, prepared.seen)
            channel, stats = each.strongest, channel_stats(each)
            is_on_edge = bool(stats.on_edge[channel])
            value = float(stats.maxima[channel])
            found.append(LayerPeak(layer, channel, value, is_on_edge))
        return tuple(found)

    def _session(self, name: str) -> ort.InferenceSession:
        kept = self._kept
        session = dict(kept).get(name)
        if session is None:
            session = self._open(self.classifier.graph.with_outputs([name]))
        others = [pair for pair in kept if pair[0] != name]
        self._kept = ((name, session), *others[: KEPT - 1])
        return session

    def _open(self, model: onnx.ModelProto) -> ort.InferenceSession:
        on_cuda = self.classifier.device == "CUDA"
        provider: ProviderChoice = "cuda" if on_cuda else "cpu"
        return open_session(model, self.classifier.graph.path, provider)

    def _run(
        self, session: ort.InferenceSession, prepared: PreparedInput, names: list[str]
    ) -> list[_Tensor]:
        """Returns the tensors of one photo, (1, ...) each."""
        source = self.classifier.spec.input
        tensor = self.classifier.tensor(prepared.pixels)[np.newaxis]
        if source.batch is not None and source.batch > 1:
            tensor = np.repeat(tensor, source.batch, axis=0)
        path = self.classifier.graph.path
        arrays = run_session(session, path, {source.name: tensor}, names)
        return [array[:1] for array in arrays]


def _bounded(size: Size) -> Size:
    factor = (MOST_PIXELS / (size.height * size.width)) ** 0.5
    if factor >= 1:
        return size
    return Size(int(size.height * factor), int(size.width * factor))


def _relaxed(classifier: Classifier, name: str) -> onnx.ModelProto:
    """A model that gives this tensor alone, for inputs of any height and width."""
    model = classifier.graph.with_outputs([name])
    outputs = model.graph.output
    kept = [onnx.ValueInfoProto(name=value.name) for value in outputs]
    del outputs[:]
    outputs.extend(value for value in kept if value.name == name)
    _prune(model, name)
    del model.graph.value_info[:]
    source = classifier.spec.input
    (value,) = (v for v in model.graph.input if v.name == source.name)
    dims = value.type.tensor_type.shape.dim
    places = (2, 3) if source.layout == "NCHW" else (1, 2)
    for place, symbol in zip(places, ("height", "width"), strict=True):
        dims[place].Clear()
        dims[place].dim_param = symbol
    return model


def _prune(model: onnx.ModelProto, name: str) -> None:
    """Leaves away the nodes that do not lead to a tensor."""
    nodes = list(model.graph.node)
    needed = {name}
    kept = []
    for node in reversed(nodes):
        if not needed.isdisjoint(node.output):
            needed.update(node.input)
            kept.append(node)
        if any(a.HasField("g") or a.graphs for a in node.attribute):
            return  # branches and loops see tensors that no input names
    del model.graph.node[:]
    model.graph.node.extend(reversed(kept))


def _grown(
    layer: FeatureLayer, shape: tuple[int, ...], trained: Size, size: Size
) -> FeatureLayer:
    """The record of a layer at another size; vectors may have become maps."""
    if layer.kind is FeatureKind.TOKENS:
        rows = round(layer.size.height * size.height / trained.height)
        grid = Size(rows, (shape[1] - layer.extra_tokens) // max(rows, 1))
        return replace(layer, size=grid)
    if layer.kind is FeatureKind.CHANNELS_LAST:
        return replace(layer, size=Size(*shape[1:3]))
    if len(shape) == 4 and max(shape[2:]) > 1:
        kind = FeatureKind.CHANNELS_FIRST
        return replace(layer, kind=kind, channels=shape[1], size=Size(*shape[2:]))
    return layer
