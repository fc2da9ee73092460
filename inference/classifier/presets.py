"""From pixel values to the numbers of a network, and the usual ways to get there."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.errors import Sentence, SpecError, plain
from inference.numbers import is_number

Channels = Literal["RGB", "BGR", "gray", "RGBA", "GGG"]
"""In which order colours are fed; "GGG" feeds a network of colours the same grey three
times."""

GREYS = ("gray", "GGG")
"""Orders of channels without colours."""

LUMINANCE = (0.299, 0.587, 0.114)  # ITU-R 601, as Pillow turns RGB to grey
RGBA_COUNT = 4
_CHANNEL_COUNTS = {"gray": 1, "RGB": 3, "BGR": 3, "GGG": 3, "RGBA": RGBA_COUNT}
_LARGEST, _LEAST_FACTOR = 1e9, 1e-9  # of numbers; float32 can still count with them


@dataclass(frozen=True, slots=True)
class Normalisation:
    """(x * scale - mean) / std on pixel values x in 0..255.

    Attributes:
        channels: Which channels the network expects, and in which order.
        scale: Factor on the pixel value.
        mean: One number per channel, in the order of `channels`.
        std: Likewise; none is zero.
        name: The preset's name, or "own".
    """

    channels: Channels
    scale: float
    mean: tuple[float, ...]
    std: tuple[float, ...]
    name: str = "own"

    def __post_init__(self) -> None:
        count = _CHANNEL_COUNTS[self.channels]
        for word in ("mean", "std"):
            values = tuple(float(v) for v in getattr(self, word))
            values = values * count if len(values) == 1 else values
            if len(values) != count or not all(is_number(v, _LARGEST) for v in values):
                raise SpecError(
                    "Preprocessing needs {n} numbers as {word} for {channels}, not "
                    "{found}.",
                    n=count,
                    word=word,
                    channels=self.channels,
                    found=plain(str(list(getattr(self, word)))),
                )
            object.__setattr__(self, word, values)
        divisors = (self.scale, *self.std)
        if not all(is_number(d, _LARGEST) and abs(d) > _LEAST_FACTOR for d in divisors):
            raise SpecError(
                "Preprocessing cannot have a scale or std of zero, nor an infinite one."
            )

    def for_channels(self, count: int) -> "Normalisation":
        """Returns the same for a network of so many channels.

        Raises:
            SpecError: It was stated for fewer or other channels.
        """
        if count == _CHANNEL_COUNTS[self.channels]:
            return self
        if count == 1:
            return self.for_gray
        if count == RGBA_COUNT and self.channels not in GREYS:
            return self.for_alpha
        raise SpecError(
            "The preprocessing is for {channels}, but the model takes {n} channels.",
            channels=Sentence("one grey channel")
            if self.channels == "gray"
            else self.channels,
            n=count,
        )

    @property
    def for_gray(self) -> "Normalisation":
        """The same for a network of one channel; the channels' means are averaged."""
        if self.channels == "gray":
            return self
        mean, std = float(np.mean(self.mean)), float(np.mean(self.std))
        return replace(self, channels="gray", mean=(mean,), std=(std,))

    @property
    def for_alpha(self) -> "Normalisation":
        """The same for a network of RGBA.

        Alpha is scaled like a colour where these are all alike, else only scaled.
        """
        turn = -1 if self.channels == "BGR" else 1
        mean, std = self.mean[::turn], self.std[::turn]
        are_alike = len(set(mean)) == len(set(std)) == 1
        more = (
            (mean[0], std[0]) if are_alike else (0.0, 1.0 if self.scale < 1 else 255.0)
        )
        return replace(
            self, channels="RGBA", mean=(*mean, more[0]), std=(*std, more[1])
        )


PRESETS = {
    "torchvision": Normalisation(
        "RGB", 1 / 255, (0.485, 0.456, 0.406), (0.229, 0.224, 0.225), "torchvision"
    ),
    "tensorflow": Normalisation("RGB", 1 / 127.5, (1,), (1,), "tensorflow"),
    "unit": Normalisation("RGB", 1 / 255, (0,), (1,), "unit"),
    "raw255": Normalisation("RGB", 1, (0,), (1,), "raw255"),
    "caffe": Normalisation("BGR", 1, (104, 117, 123), (1,), "caffe"),
}
