"""What is asked of a layer and of its channels, and the answers.

The raw values of the photos are kept with the answer: another order, scale or colour
is drawn from them without a forward pass. No answer holds the photo it is of,
but a second one beside it.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gui.answers import Arrays
from gui.panels.activations.tiles import TileSheet
from inference.activations import (
    ChannelStats,
    LayerActivations,
    LayerReader,
    Order,
    TileStyle,
    channel_stats,
    levels,
    ordered,
)
from inference.classifier import PreparedInput
from inference.image import LoadedImage, open_image
from inference.network.layers import following_relu
from inference.pictures.limits import Limits

BINS = 36


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How often values occur.

    Attributes:
        counts: (bins,) from the lowest to the highest value.
        low: The lowest value.
        high: The highest.
    """

    counts: NDArray[np.intp]
    low: float
    high: float


def counted(values: NDArray[np.float32]) -> Counts:
    """Counts values in `BINS` equal steps."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return Counts(np.zeros(BINS, np.intp), 0.0, 0.0)
    low, high = float(finite.min()), float(finite.max())
    counts, _ = np.histogram(finite, BINS, (low, high if high > low else low + 1))
    return Counts(counts, low, high)


LARGEST = 128  # px, side of a tile; larger maps are reduced


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photo as the network sees it."""

    image: LoadedImage
    prepared: PreparedInput


@dataclass(frozen=True, slots=True)
class Question:
    """What is wanted of a layer.

    Attributes:
        layer: Name of the tensor; "" for the usual one.
        order: Of the channels.
        style: Scale and colours of the tiles.
        is_positive: Whether negative values count as zero.
        is_larger: Whether to run at the photos' own resolution.
        photo_b: A photo beside the one that is looked at, or None.
    """

    layer: str = ""
    order: Order = "index"
    style: TileStyle = TileStyle()  # noqa: RUF009 - frozen
    is_positive: bool = False
    is_larger: bool = False
    photo_b: Photo | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """A layer's channels for one or two photos.

    Attributes:
        question: What was asked.
        raw: Of each photo, as the network gives it.
        shown: Of each photo, perhaps the positive part only.
        stats: Of the channels of each photo.
        sheet: The tiles of the first photo.
        limits: The ends of the tiles' scale over all channels.
        relu: The tensor behind the ReLU that follows, or None.
    """

    question: Question
    raw: tuple[LayerActivations, ...]
    shown: tuple[LayerActivations, ...]
    stats: tuple[ChannelStats, ...]
    sheet: TileSheet
    limits: Limits
    relu: str | None

    @property
    def strongest(self) -> int:
        """The channel that holds the layer's maximum for the first photo."""
        return self.shown[0].strongest

    @property
    def arrays(self) -> Arrays:
        """What it holds memory in; a photo B with all its pixels."""
        maps = (each.maps for each in (*self.raw, *self.shown))
        photo = self.question.photo_b
        pixels = () if photo is None else (photo.image.pixels, photo.prepared.pixels)
        return self.sheet.levels, *maps, *pixels


def opened_photo(reader: LayerReader, path: Path, *, is_srgb: bool) -> Photo:
    """Opens a second photo for a network."""
    image = open_image(path, is_srgb=is_srgb)
    return Photo(image, reader.classifier.prepare(image))


def studied(
    reader: LayerReader,
    photos: tuple[Photo, ...],
    question: Question,
    before: Study | None = None,
) -> Study:
    """Reads a layer, or takes its values from the study before, and draws tiles.

    Args:
        reader: Of the network.
        photos: The one that is looked at, and B where there is one.
        question: What is wanted.
        before: Another study of the first photo, or None.
    """
    known = () if before is None else _known(before, question)
    read = (_values(reader, photo, question) for photo in photos[len(known) :])
    raw = (*known, *read)
    shown = tuple(each.positive() for each in raw) if question.is_positive else raw
    stats = tuple(channel_stats(each) for each in shown)
    maps = shown[0].maps
    lows, highs = question.style.ends(maps)
    sheet = TileSheet(
        np.zeros((len(maps), 1, 1), np.uint8)
        if shown[0].is_vector
        else levels(reduced(maps), lows, highs),
        ordered(stats[0], question.order),
        question.style.color_map_for(maps),
        maps if shown[0].is_vector else None,
    )
    limits = Limits(float(lows.min()), float(highs.max()))
    relu = following_relu(reader.classifier.graph, shown[0].layer.name)
    return Study(question, raw, shown, stats, sheet, limits, relu)


def _known(before: Study, question: Question) -> tuple[LayerActivations, ...]:
    """Returns the values that another study has: of the first photo, or of both."""
    had = before.question
    if (question.layer, question.is_larger) != (had.layer, had.is_larger):
        return ()
    if question.photo_b is not None and question.photo_b is had.photo_b:
        return before.raw
    return before.raw[:1]


def _values(reader: LayerReader, photo: Photo, question: Question) -> LayerActivations:
    """Runs the network."""
    if question.is_larger:
        return reader.read_larger(photo.image, question.layer)
    return reader.read(photo.prepared, question.layer)


def reduced(maps: NDArray[np.float32]) -> NDArray[np.float32]:
    """Averages maps (C, h, w) that are larger than a tile can be."""
    height, width = maps.shape[1:]
    factor = max(height, width) / LARGEST
    if factor <= 1:
        return maps
    size = (max(round(width / factor), 1), max(round(height / factor), 1))
    small = [Image.fromarray(one).resize(size, Image.Resampling.BOX) for one in maps]
    return np.stack([np.asarray(one, np.float32) for one in small])
