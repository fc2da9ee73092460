"""From what Pillow decoded to upright pixels: 8 bits per channel, RGB or RGBA.

They are written strip by strip into an array that already lies upright, so a photo
needs the decoder's memory and the result's, and no third copy.

Embedded colour profiles are ignored unless one is handed over, as the classifiers' own
tool chains do: the pixels of an ordinary photo are exactly those of Pillow's
`convert("RGB")`.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from inference.errors import Sentence
from inference.image.failure import PILLOW_RAISES
from inference.image.profile import ColorProfile

log = logging.getLogger(__name__)

Pixels = NDArray[np.uint8]

_STRIP_PIXELS = 1 << 19

# From an upright array to a view of it that lies as the file stores its rows, by EXIF
# orientation (Exif 2.3, 4.6.4, tag 274).
_AS_STORED: dict[int, Callable[[Pixels], Pixels]] = {
    1: lambda upright: upright,
    2: lambda upright: upright[:, ::-1],
    3: lambda upright: upright[::-1, ::-1],
    4: lambda upright: upright[::-1],
    5: lambda upright: upright.swapaxes(0, 1),
    6: np.rot90,
    7: lambda upright: upright[::-1, ::-1].swapaxes(0, 1),
    8: lambda upright: np.rot90(upright, -1),
}


def upright_pixels(
    image: Image.Image, profile: ColorProfile | None = None
) -> tuple[Pixels, list[str]]:
    """Returns the pixels of a decoded photo and what was given up.

    They are (H, W, 3) uint8, or (H, W, 4) with alpha where the format has transparent
    places: their colours are those of the file.

    Args:
        image: The photo.
        profile: What its colours are converted to sRGB from; None leaves them.
    """
    orientation, orientation_note = _orientation(image)
    to_pixels, depth_note = _converter(image)
    if profile is not None:
        to_pixels = _in_srgb(to_pixels, profile)
    width, height = image.size
    is_turned = orientation >= 5
    shape = (width, height) if is_turned else (height, width)
    upright = np.empty((*shape, 4 if _has_alpha(image) else 3), np.uint8)
    stored = _AS_STORED[orientation](upright)
    rows = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        stored[top:bottom] = to_pixels(image.crop((0, top, width, bottom)))
    return upright, [orientation_note, depth_note]


def laid_over(pixels: Pixels, background: tuple[int, int, int]) -> Pixels:
    """Lays pixels (H, W, 4) over a plain colour, (H, W, 3); others stay as they are."""
    if pixels.shape[2] == 3:
        return pixels
    height, width, _ = pixels.shape
    ground = np.array(background, np.uint16)
    mixed = np.empty((height, width, 3), np.uint8)
    rows = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, rows):
        strip = pixels[top : top + rows]
        alpha = strip[..., 3:].astype(np.uint16)
        colors = strip[..., :3] * alpha + ground * (255 - alpha) + 127
        mixed[top : top + rows] = colors // 255
    return mixed


def _orientation(image: Image.Image) -> tuple[int, str]:
    """Returns the EXIF (or XMP) orientation, 1 where there is no legal one.

    Asked after decoding: TIFFs are turned by Pillow, PNGs may tell it at their end.
    """
    try:
        orientation = image.getexif().get(274, 1)
    except PILLOW_RAISES:
        log.debug("unreadable EXIF", exc_info=True)
        return 1, Sentence("Its EXIF data cannot be read, so it may lie on its side.")
    is_legal = isinstance(orientation, int) and orientation in _AS_STORED
    return (orientation if is_legal else 1), ""


def _has_alpha(image: Image.Image) -> bool:
    """Whether a photo's format has transparent places."""
    if _is_deep(image):
        return isinstance(image.info.get("transparency"), int)
    return image.mode != "LAB" and image.has_transparency_data


def _is_deep(image: Image.Image) -> bool:
    """Whether it is grey, of more than 8 bits."""
    return image.mode in ("I", "F") or image.mode.startswith("I;")


def _converter(image: Image.Image) -> tuple[Callable[[Image.Image], Pixels], str]:
    """Returns what turns a strip of the photo into (h, w, 3 or 4) uint8, and a note."""
    if _is_deep(image):
        black, white, note = _grey_span(image)
        key = image.info.get("transparency")
        return partial(_from_grey, black=black, white=white, key=key), note
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        to_srgb = ImageCms.buildTransform(lab, srgb, "LAB", "RGB")
        return lambda strip: np.asarray(to_srgb.apply(strip)), ""
    if image.has_transparency_data:
        return _with_alpha, ""
    return lambda strip: np.asarray(strip.convert("RGB")), ""


def _in_srgb(
    to_pixels: Callable[[Image.Image], Pixels], profile: ColorProfile
) -> Callable[[Image.Image], Pixels]:
    """Returns what turns a strip into sRGB, (h, w, 3 or 4) uint8."""
    if profile.mode != "RGB":
        return lambda strip: np.asarray(profile.converted(strip))

    def converted(strip: Image.Image) -> Pixels:
        pixels = to_pixels(strip)
        colors = Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
        in_srgb = np.asarray(profile.converted(colors))
        return np.concatenate([in_srgb, pixels[..., 3:]], axis=2)

    return converted


def _with_alpha(strip: Image.Image) -> Pixels:
    """Returns a strip with transparency as RGBA."""
    unmultiplied = {"La": "LA", "RGBa": "RGBA"}.get(strip.mode, strip.mode)
    return np.asarray(strip.convert(unmultiplied).convert("RGBA"))


def _grey_span(image: Image.Image) -> tuple[float, float, str]:
    """Returns the values that become black and white in a deep grey photo, and a note.

    Integers span 16 bits, floats 0 to 1. But cameras and microscopes keep 12 bits (or
    far fewer) in 16, which would look black, and some floats span 0 to 255.
    """
    values = np.asarray(image)
    is_float = values.dtype.kind == "f"
    known = values[np.isfinite(values)] if is_float else values
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    black, white = _span(low, high, is_float=is_float)
    is_usual = (black, white) == (0.0, 1.0 if is_float else 65535.0)
    note = "" if is_usual else _spanned(low, high, black, white)
    if getattr(image, "tag_v2", {}).get(262) == 0:  # TIFF's WhiteIsZero
        black, white = white, black
    return black, white, note


def _spanned(low: float, high: float, black: float, white: float) -> Sentence:
    return Sentence(
        "Its values, {low:g} to {high:g}, are shown as if they spanned {black:g} to "
        "{white:g}.",
        low=low,
        high=high,
        black=black,
        white=white,
    )


def _span(low: float, high: float, *, is_float: bool) -> tuple[float, float]:
    """Returns the usual span that values fit into, else the one they have."""
    usual = (1.0, 255.0) if is_float else (4095.0, 65535.0)
    is_dim = high <= 255 and not is_float
    if low >= 0 and high <= usual[-1] and not is_dim:
        return 0.0, next(white for white in usual if white >= high)
    return low, high if high > low else low + max(1.0, abs(low))


def _from_grey(
    strip: Image.Image,
    *,
    black: float,
    white: float,
    key: Any,
) -> Pixels:
    """Scales a strip of deep grey values; those equal to `key` are transparent."""
    values = np.asarray(strip)
    share = (values.astype(np.float64) - black) / (white - black)
    share = np.nan_to_num(share, nan=0, posinf=1, neginf=0).clip(0, 1)
    rgb = np.repeat(np.rint(share * 255).astype(np.uint8)[..., None], 3, axis=2)
    if not isinstance(key, int):
        return rgb
    alpha = np.where(values == key, 0, 255).astype(np.uint8)
    return np.concatenate([rgb, alpha[..., None]], axis=2)
