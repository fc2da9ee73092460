"""From the photo to the numbers that a network is fed with, and back to places.

Two steps that stay apart: the photo becomes the *pixels* of the input (resized and cut,
still 0..255), and pixels become normalised values (x * scale - mean) / std. Occlusion
happens between the two, so grey 128 means the pixel value 128.
"""

from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inference.classifier.presets import LUMINANCE, RGBA_COUNT, Normalisation
from inference.errors import SpecError, plain
from inference.geometry import Box, Floats, Size
from inference.image import ALPHAS, Alpha

Resize = Literal["crop", "squash", "letterbox"]
Interpolation = Literal["bilinear", "bicubic", "nearest", "lanczos"]

RESIZES: tuple[Resize, ...] = get_args(Resize)
INTERPOLATIONS: tuple[Interpolation, ...] = get_args(Interpolation)
LETTERBOX_GREY = 128
Choice = TypeVar("Choice", bound=str)
OPAQUE = 255  # alpha of a photo, whose own transparency was laid over a ground
_MOST_STRETCHED = 16  # beyond this long side per input side, only the cut is resized


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a photo becomes the input of a network.

    Attributes:
        size: Height and width of the input.
        normalisation: From pixel values to the network's numbers.
        resize: `crop` as torchvision does it (short side to size * 256 / 224, then the
            middle), `squash` (aspect ratio given up), `letterbox` (grey bars).
        interpolation: How the photo is resized; all of them with antialiasing, but for
            `nearest`.
        short_side: What `crop` resizes the short side to, where it is not the usual
            share [px]; never below the input's.
        alpha: What transparent places become; "kept" for networks of RGBA alone.
    """

    size: Size
    normalisation: Normalisation
    resize: Resize = "crop"
    interpolation: Interpolation = "bilinear"
    short_side: int | None = None
    alpha: Alpha = "white"

    def __post_init__(self) -> None:
        if self.alpha == "kept" and self.channel_count != RGBA_COUNT:
            raise SpecError(
                "The transparency of photos cannot be kept: the model takes {n} "
                "channels, not four. Choose white, black or ignored.",
                n=self.channel_count,
            )
        if self.short_side is not None and self.short_side < min(self.size):
            raise SpecError(
                "The photo's short side cannot be resized to {short} pixels: the input "
                "has {least}.",
                short=self.short_side,
                least=min(self.size),
            )

    @property
    def channel_count(self) -> int:
        """1, 3 or 4."""
        return len(self.normalisation.mean)

    def pixels(self, photo: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Returns the input's pixels (h, w, C), RGB, RGBA or grey.

        Args:
            photo: (H, W, 3), or where alpha is kept (H, W, 4) of one that has some.
        """
        image = Image.fromarray(photo)
        height, width = self.size
        if self.resize == "squash":
            image = self._resized(image, self.size)
        elif self.resize == "letterbox":
            placed = self._letterbox(Size(*photo.shape[:2]))
            top, left = int(placed.top), int(placed.left)
            small = self._resized(image, Size(int(placed.height), int(placed.width)))
            grey = (LETTERBOX_GREY,) * 3
            bars = Image.new("RGB", (width, height), grey).convert(small.mode)
            bars.paste(small, (left, top))
            image = bars
        else:
            image = self._cropped(image)
        if self.channel_count == 1:
            return np.asarray(image.convert("L"))[..., np.newaxis]
        if self.channel_count == RGBA_COUNT and image.mode == "RGB":
            image.putalpha(OPAQUE)
        return np.asarray(image)

    def normalised(self, pixels: NDArray[np.uint8] | Floats) -> Floats:
        """Returns the network's numbers (..., C) float32 for pixel values (..., C)."""
        how = self.normalisation
        values = np.asarray(pixels, np.float32)
        if how.channels == "BGR":
            values = values[..., ::-1]
        if how.channels == "GGG":
            grey = np.rint(values @ np.array(LUMINANCE, np.float32))
            values = np.repeat(grey[..., np.newaxis], 3, axis=-1)
        mean, std = np.array(how.mean, np.float32), np.array(how.std, np.float32)
        return (values * np.float32(how.scale) - mean) / std

    def input_box(self, photo: Size) -> Box:
        """Returns where the input lies on the photo, in photo pixels.

        With `letterbox` it reaches over the photo's border.
        """
        height, width = self.size
        if self.resize == "squash":
            return Box(0, 0, photo.height, photo.width)
        if self.resize == "letterbox":
            placed = self._letterbox(photo)
            down = photo.height / placed.height
            across = photo.width / placed.width
            top, left = -placed.top * down, -placed.left * across
            return Box(top, left, height * down, width * across)
        resized = self._crop_size(photo)
        cut = _middle(resized, self.size)
        down = photo.height / resized.height
        across = photo.width / resized.width
        return Box(cut.top * down, cut.left * across, height * down, width * across)

    def seen_box(self, photo: Size) -> Box:
        """Returns the part of the photo that reaches the network, in photo pixels."""
        return self.input_box(photo).clipped(photo)

    def _crop_size(self, photo: Size) -> Size:
        usual = (256, 224)
        short, of = (self.short_side, min(self.size)) if self.short_side else usual
        height, width = (side * short // of for side in self.size)
        if height * photo.width >= width * photo.height:
            return Size(height, max(int(height * photo.width / photo.height), width))
        return Size(max(int(width * photo.height / photo.width), height), width)

    def _cropped(self, image: Image.Image) -> Image.Image:
        resized = self._crop_size(Size(image.height, image.width))
        cut = _middle(resized, self.size)
        if max(resized) > _MOST_STRETCHED * max(self.size):
            photo = Size(image.height, image.width)
            return self._resized(image, self.size, self.input_box(photo).clipped(photo))
        corners = (int(cut.left), int(cut.top), int(cut.right), int(cut.bottom))
        return self._resized(image, resized).crop(corners)

    def _letterbox(self, photo: Size) -> Box:
        height, width = self.size
        factor = min(height / photo.height, width / photo.width)
        inner = Size(
            min(max(round(photo.height * factor), 1), height),
            min(max(round(photo.width * factor), 1), width),
        )
        return _middle(self.size, inner)

    def _resized(
        self, image: Image.Image, size: Size, part: Box | None = None
    ) -> Image.Image:
        part = part or Box(0, 0, image.height, image.width)
        corners = (part.left, part.top, part.right, part.bottom)
        way = Image.Resampling[self.interpolation.upper()]
        return image.resize((size.width, size.height), way, corners)


def one_of(known: tuple[Choice, ...], stated: object) -> Choice:
    """Returns the one of `known` ways that is stated.

    Raises:
        SpecError: It is none of them.
    """
    for each in known:
        if each == stated:
            return each
    raise SpecError(
        "There is no way to resize called {stated}; there are {known}.",
        stated=plain(repr(stated)[:200], 60),
        known=known,
    )


def alpha_of(stated: object) -> Alpha:
    """Returns what is stated of transparent places.

    Raises:
        SpecError: It is none of `ALPHAS`.
    """
    for each in ALPHAS:
        if each == stated:
            return each
    raise SpecError(
        "Transparent places of photos cannot become {stated}; there are {known}.",
        stated=plain(repr(stated)[:200], 60),
        known=ALPHAS,
    )


def _middle(outer: Size, inner: Size) -> Box:
    """Centres as torchvision does; Python rounds halves to even here, on purpose."""
    return Box(
        round((outer.height - inner.height) / 2),
        round((outer.width - inner.width) / 2),
        inner.height,
        inner.width,
    )
