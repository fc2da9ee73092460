"""The colour profile of a photo: what it is called, and the way to sRGB.

Classifiers' own tool chains ignore it, so it is told, and followed only where that is
asked for. A profile that leaves colours as they are in sRGB counts as sRGB, whatever it
is called.
"""

import io
import logging
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageCms

from inference.errors import plain
from inference.image.failure import PILLOW_RAISES

log = logging.getLogger(__name__)

_MODES = {  # by the profile's space: of its pixels, and of the photos that have them
    "RGB ": ("RGB", ("RGB", "RGBA", "RGBX", "RGBa", "P", "PA")),
    "GRAY": ("L", ("L",)),
    "CMYK": ("CMYK", ("CMYK",)),
}
_LIKE = 3  # of 255: rounding, and other writings of sRGB
_STEPS = 6  # tones of each channel that are tried


@dataclass(frozen=True, slots=True, eq=False)
class ColorProfile:
    """A profile that is not sRGB.

    Attributes:
        name: As the profile calls itself.
        mode: Pillow's name for pixels that it describes: "RGB", "L" or "CMYK".
        to_srgb: Turns pixels of that mode into sRGB.
    """

    name: str
    mode: str
    to_srgb: ImageCms.ImageCmsTransform

    def converted(self, strip: Image.Image) -> Image.Image:
        """Returns pixels of the profile's mode in sRGB."""
        applied: Image.Image = self.to_srgb.apply(strip)
        return applied


def color_profile(image: Image.Image) -> ColorProfile | None:
    """Returns the profile of a decoded photo; None where it is sRGB or cannot be read.

    The profile has to be about pixels as the file stores them.
    """
    embedded = image.info.get("icc_profile")
    if not isinstance(embedded, bytes) or not embedded:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(embedded))
        mode, fitting = _MODES.get(profile.profile.xcolor_space, ("", ()))
        if image.mode not in fitting:
            return None
        name = plain(ImageCms.getProfileDescription(profile)) or "ICC"
        srgb = ImageCms.createProfile("sRGB")
        to_srgb = ImageCms.buildTransform(profile, srgb, mode, "RGB")
        found = ColorProfile(name, mode, to_srgb)
        return None if _is_srgb(found) else found
    except PILLOW_RAISES:
        log.debug("unreadable colour profile", exc_info=True)
        return None


def _is_srgb(profile: ColorProfile) -> bool:
    """Whether colours stay as they are, tried on all mixtures of a few tones."""
    channels = len(profile.mode)
    tones = np.linspace(0, 255, _STEPS).round().astype(np.uint8)
    mixtures = np.stack(np.meshgrid(*[tones] * channels, indexing="ij"), axis=-1)
    pixels = mixtures.reshape(-1, 1, channels)
    patch = Image.fromarray(pixels[..., 0] if channels == 1 else pixels, profile.mode)
    before = np.asarray(patch.convert("RGB"), np.int16)
    after = np.asarray(profile.converted(patch), np.int16)
    return int(np.abs(after - before).max()) <= _LIKE
