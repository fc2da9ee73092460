"""What stands in a covered place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from inference.classifier import LUMINANCE, OPAQUE, PreparedInput
from inference.errors import Sentence, SpecError
from inference.geometry import Floats

BLUR_SHARE = 10 / 224  # of the shorter side, the standard deviation
_BLURRED = "blurred"
_WORDS = {
    "gray": Sentence("gray"),
    "mean": Sentence("mean"),
    "black": Sentence("black"),
    "white": Sentence("white"),
    _BLURRED: Sentence("blurred"),
}


@dataclass(frozen=True, slots=True)
class Baseline:
    """What stands in a covered place.

    Attributes:
        name: "gray", "mean", "black", "white", "blurred" or "R,G,B".
        color: Its pixel value (R, G, B) in 0..255; None where the image tells it: its
            mean, or itself out of focus.
    """

    name: str
    color: tuple[int, int, int] | None

    @property
    def words(self) -> str:
        """Its name for people, a `Sentence`; numbers are as they are."""
        return _WORDS.get(self.name, self.name)

    @property
    def is_blurred(self) -> bool:
        """Whether the image itself stands there, out of focus."""
        return self.name == _BLURRED

    def fill(self, mean: Floats) -> Floats:
        """Returns the pixel value (C,) that covers places of an input of this mean.

        Of the image out of focus it is the mean: for the eye, at once.
        """
        if self.color is None:
            return mean
        if len(mean) == 1:
            grey = sum(w * c for w, c in zip(LUMINANCE, self.color, strict=True))
            return np.array([round(grey)], np.float32)
        opaque = (OPAQUE,) * (len(mean) - len(self.color))
        return np.array([*self.color, *opaque], np.float32)

    def filling(self, prepared: PreparedInput) -> Floats:
        """Returns what covers places of an input: (C,) for all, or (h, w, C)."""
        if self.is_blurred:
            return blurred(prepared.pixels)
        return self.fill(prepared.mean)


BASELINES = {
    "gray": Baseline("gray", (128, 128, 128)),
    "mean": Baseline("mean", None),
    "black": Baseline("black", (0, 0, 0)),
    "white": Baseline("white", (255, 255, 255)),
    _BLURRED: Baseline(_BLURRED, None),
}


def blurred(pixels: NDArray[np.uint8], share: float = BLUR_SHARE) -> Floats:
    """Returns an image (h, w, C) out of focus: what is small in it is gone.

    A Gaussian with a standard deviation of 10 pixels at 224 (Fong and Vedaldi,
    "Interpretable Explanations of Black Boxes by Meaningful Perturbation", 2017), or
    another share of the shorter side.
    """
    radius = share * min(pixels.shape[:2])
    channels = [
        Image.fromarray(channel).filter(ImageFilter.GaussianBlur(radius))
        for channel in np.moveaxis(pixels, -1, 0)
    ]
    return np.stack([np.asarray(each, np.float32) for each in channels], axis=-1)


def parse_baseline(text: str) -> Baseline:
    """Returns the baseline that a word or "R,G,B" means.

    Raises:
        SpecError: It means none.
    """
    if text in BASELINES:
        return BASELINES[text]
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 3 and all(
        p.isdecimal() and len(p) < 4 and int(p) <= 255 for p in parts
    ):
        red, green, blue = map(int, parts)
        return Baseline(f"{red},{green},{blue}", (red, green, blue))
    raise SpecError(
        "{text!r} cannot cover a place. Give gray, mean, black, white, blurred, or "
        "three numbers from 0 to 255 like 128,128,128.",
        text=text,
    )
