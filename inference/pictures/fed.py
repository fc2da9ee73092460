"""The numbers that a network is fed, as a picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.classifier import GREYS, Classifier, PreparedInput
from inference.geometry import Array, Floats


@dataclass(frozen=True, slots=True, eq=False)
class FedPicture:
    """An input tensor to be looked at.

    Attributes:
        pixels: (h, w, 3) uint8; each channel in its own colour, all on one scale, from
            the least number of the tensor (0) to the largest (255).
        channels: "R", "G" and "B" in the order of the tensor ("A" behind them where it
            is fed), or "grey" alone.
        ranges: The least and the largest number of each channel, in that order.
    """

    pixels: NDArray[np.uint8]
    channels: tuple[str, ...]
    ranges: tuple[tuple[float, float], ...]


def fed_picture(classifier: Classifier, prepared: PreparedInput) -> FedPicture:
    """Draws what a classifier is fed for a photo; colours that do not differ are grey.

    Args:
        classifier: How it is fed.
        prepared: The pixels of its input.
    """
    order = classifier.preprocessing.normalisation.channels
    channels = ("grey",) if order in GREYS else tuple(order)
    values = _channels_last(classifier, classifier.tensor(prepared.pixels))
    flat = values.reshape(-1, values.shape[-1])[:, : len(channels)]
    ranges = zip(flat.min(axis=0).tolist(), flat.max(axis=0).tolist(), strict=True)
    places = [channels.index(c) for c in "RGB"] if len(channels) > 1 else [0, 0, 0]
    return FedPicture(_scaled(values[..., places]), channels, tuple(ranges))


def _channels_last(classifier: Classifier, tensor: Array) -> Floats:
    values = np.asarray(tensor, np.float32)
    is_first = classifier.spec.input.layout == "NCHW"
    return np.moveaxis(values, 0, -1) if is_first else values


def _scaled(values: Floats) -> NDArray[np.uint8]:
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return np.full(values.shape, 128, np.uint8)
    return np.asarray(np.rint((values - low) * (255 / (high - low))), np.uint8)
