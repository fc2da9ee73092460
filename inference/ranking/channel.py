"""How much one channel of a layer answers to each photo of a dataset, and where.

Photos are streamed: of each activation map only its maximum, its mean and the place of
the maximum are kept. Where the greatest and the least maxima lie tells what a channel
looks for (Zeiler and Fergus 2014, section 4, show such patches of a photo).
"""

import re
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier, PreparedInput
from inference.dataset import Dataset
from inference.errors import ImageError, SpecError
from inference.geometry import Affine, Box, Doubles, Floats, Size
from inference.image import open_image, read_ahead
from inference.jobs import Job, Progress
from inference.network.layers import FeatureLayer
from inference.network.quantisation import dequantised
from inference.network.shapes import infer_shapes, input_shape
from inference.network.tensors import TensorReader
from inference.occluder import core_count, receptive_spans

Ints = NDArray[np.int64]
_STEP = 16  # photos between two reports


@dataclass(frozen=True, slots=True)
class ChannelName:
    """What "channel:LAYER:K" says.

    Attributes:
        layer: Name of a tensor, in full or short.
        channel: From 0.
        is_mean: Whether the mean over the map counts ("channel:LAYER:K:mean"), not the
            maximum.
    """

    layer: str
    channel: int
    is_mean: bool = False

    @classmethod
    def read(cls, words: str) -> Self | None:
        """Returns what words say; None where they name no channel."""
        found = re.fullmatch(r"channel:(.+):(\d{1,9})(:mean|:maximum)?", words)
        if found is None:
            return None
        return cls(found[1], int(found[2]), found[3] == ":mean")


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """What a channel answers to the N photos of a dataset.

    Attributes:
        layer: Which tensor.
        channel: Which of its channels.
        maxima: (N,) the largest activation; NaN of a photo that was not read.
        means: (N,) the mean over the map, likewise.
        cells: (N, 2) row and column of the maximum, of equals the first.
        boxes: (N, 4) top, left, height and width of the input on the photo [px].
        sizes: (N, 2) height and width of the photo [px].
        size: Height and width of the input.
        spans: Which rows and columns of the input each row and column of the map is
            made of, (h, 2) and (w, 2); None where that is all of them.
    """

    layer: FeatureLayer
    channel: int
    maxima: Doubles
    means: Doubles
    cells: Ints
    boxes: Floats
    sizes: Ints
    size: Size
    spans: tuple[Ints, Ints] | None = field(repr=False, default=None)

    @property
    def has_places(self) -> bool:
        """Whether a maximum lies somewhere: a vector has no places."""
        return self.layer.is_spatial

    def numbers(self, *, is_mean: bool = False) -> Doubles:
        """Returns by what photos are ranked, (N,)."""
        return self.means if is_mean else self.maxima

    def knows(self, photo: int) -> bool:
        """Whether a photo was read."""
        return not np.isnan(self.maxima[photo])

    def peak(self, photo: int) -> tuple[Box, ...]:
        """Returns what the maximum is made of and where it lies, in shares of a photo.

        Nothing where there is no such place: the photo was not read, the layer has no
        places, or all of them say the same.
        """
        is_flat = not self.maxima[photo] > self.means[photo]
        if is_flat or not self.has_places or not self.knows(photo):
            return ()
        height, width = map(int, self.sizes[photo])
        shares = Affine(Box(0, 0, height, width), Box(0, 0, 1, 1))
        return shares.box(self.field(photo)), shares.box(self.place(photo))

    def place(self, photo: int) -> Box:
        """Returns the cell of the maximum on a photo, in photo pixels."""
        row, col = map(int, self.cells[photo])
        rows, cols = self.layer.size
        top, left, height, width = map(float, self.boxes[photo])
        down, across = height / rows, width / cols
        return Box(top + row * down, left + col * across, down, across)

    def field(self, photo: int) -> Box:
        """Returns what the maximum is made of: its receptive field on the photo."""
        top, left, height, width = map(float, self.boxes[photo])
        whole = Box(0, 0, *map(float, self.sizes[photo]))
        if self.spans is None:
            return Box(top, left, height, width).intersection(whole)
        row, col = map(int, self.cells[photo])
        (first, end), (start, stop) = self.spans[0][row], self.spans[1][col]
        down, across = height / self.size.height, width / self.size.width
        seen = Box(
            top + float(first) * down,
            left + float(start) * across,
            float(end - first) * down,
            float(stop - start) * across,
        )
        return seen.intersection(whole)


def channel_activity(
    classifier: Classifier,
    dataset: Dataset,
    layer: FeatureLayer,
    channel: int,
    *,
    places: Sequence[int],
    known: Activity | None = None,
) -> Job[Activity, Activity]:
    """Reads one channel for photos of a dataset, one forward pass each.

    Args:
        classifier: Whose network it is.
        dataset: The photos.
        layer: Of the network.
        channel: Its number, from 0.
        places: Of the photos that are read, in the dataset.
        known: What is known of the other photos.

    Raises:
        SpecError: The layer has no such channel.
        ModelError: ONNX Runtime failed.
    """
    if not 0 <= channel < layer.channels:
        raise SpecError(
            "The layer {layer} has no channel {channel}: it has {count}, counted from "
            "0.",
            layer=layer.short,
            channel=channel,
            count=layer.channels,
        )
    reader = TensorReader(classifier.graph, classifier.device)
    found = _copied(known) if known else _empty(classifier, dataset, layer, channel)
    total = len(places)
    with closing(_prepared(classifier, dataset, places)) as photos:
        for done, (place, size, prepared) in enumerate(photos, 1):
            if prepared is not None:
                _take(
                    found,
                    place,
                    size,
                    prepared,
                    _map(classifier, reader, found, prepared),
                )
            if done % _STEP == 0 or done == total:
                yield Progress(done, total, _copied(found))
    return _copied(found)


def _empty(
    classifier: Classifier, dataset: Dataset, layer: FeatureLayer, channel: int
) -> Activity:
    count, size = len(dataset.photos), classifier.preprocessing.size
    graph = classifier.graph
    spans = None
    if layer.axes is not None and layer.axes.letters == "NCHW":
        shapes = infer_shapes(graph, input_shape(graph, size))
        spans = receptive_spans(graph, shapes, layer.name)
    return Activity(
        layer,
        channel,
        np.full(count, np.nan),
        np.full(count, np.nan),
        np.zeros((count, 2), np.int64),
        np.zeros((count, 4), np.float32),
        np.zeros((count, 2), np.int64),
        size,
        spans,
    )


def _copied(found: Activity) -> Activity:
    """Returns what was read so far, which does not change any more."""
    names = ("maxima", "means", "cells", "boxes", "sizes")
    return replace(found, **{name: getattr(found, name).copy() for name in names})


def _map(
    classifier: Classifier,
    reader: TensorReader,
    found: Activity,
    prepared: PreparedInput,
) -> Floats:
    """Returns the channel of a photo, (h, w), or () of a vector."""
    name = found.layer.name
    raw = reader.read([name], classifier.batch(prepared.pixels))[name]
    values, _ = dequantised(classifier.graph, name, raw)
    maps: Floats = found.layer.folded(values)[0][found.channel]
    return maps


def _take(
    found: Activity, place: int, size: Size, prepared: PreparedInput, values: Floats
) -> None:
    """Writes down what a channel answers to a photo."""
    found.maxima[place], found.means[place] = values.max(), values.mean(dtype=float)
    if values.ndim == 2:
        found.cells[place] = divmod(int(values.argmax()), values.shape[1])
    box = prepared.box
    found.boxes[place] = box.top, box.left, box.height, box.width
    found.sizes[place] = size


_Prepared = tuple[int, Size, PreparedInput | None]


def _prepared(
    classifier: Classifier, dataset: Dataset, places: Sequence[int]
) -> Generator[_Prepared, None, None]:
    """Yields photos as the network sees them, while the next ones are decoded."""

    def read(place: int) -> _Prepared:
        return place, *_read(classifier, dataset.photos[place].path)

    count = core_count()
    return read_ahead(read, places, 2 * count, count)


def _read(classifier: Classifier, path: Path) -> tuple[Size, PreparedInput | None]:
    try:
        image = open_image(path)
    except ImageError:  # the head of the ranking lists it
        return Size(0, 0), None
    return image.size, classifier.prepare(image)
