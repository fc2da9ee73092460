"""Photos: any legal picture file as upright 8-bit RGB, anything else as a sentence.

Pillow decodes. Its pixels are then written strip by strip into an array that already
lies upright, so a photo needs the decoder's memory and the result's, and no third copy.

Embedded colour profiles are ignored, as the classifiers' own tool chains do: the pixels
of an ordinary photo are exactly those of Pillow's `convert("RGB")`.
"""

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from inference.geometry import Size
from inference.image.failure import (
    PILLOW_RAISES,
    require_file,
    require_moderate,
    undecodable,
)

log = logging.getLogger(__name__)
# Pillow logs some damage as errors; without any handler those lines would stand on
# stderr beside our sentence.
logging.getLogger("PIL").addHandler(logging.NullHandler())

IMAGE_SUFFIXES = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".bmp", ".tif"),
    *(".tiff", ".gif", ".avif", ".ico", ".pbm", ".pgm", ".ppm", ".pnm"),
)

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "PPM", "WEBP", "TIFF", "AVIF", "ICO")
_STRIP_PIXELS = 1 << 19

_Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class LoadedImage:
    """A photo as it is looked at.

    Attributes:
        path: The file it was read from.
        pixels: (H, W, 3) uint8 sRGB, upright, read-only.
        note: What was given up in opening it, as sentences; mostly empty.
    """

    path: Path
    pixels: _Pixels
    note: str = ""

    def __post_init__(self) -> None:
        pixels = self.pixels.view()
        pixels.setflags(write=False)
        object.__setattr__(self, "pixels", pixels)

    @property
    def size(self) -> Size:
        """Height and width, in pixels."""
        return Size(*self.pixels.shape[:2])

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name


def open_image(
    path: Path | str, *, background: tuple[int, int, int] = (255, 255, 255)
) -> LoadedImage:
    """Opens a photo: upright, RGB, 8 bits per channel.

    Deeper greys are scaled, not clipped. Of an animation the first frame is taken.

    Args:
        path: A file of one of the supported formats, whatever its suffix.
        background: The colour (red, green, blue, 0-255) under transparent places.

    Raises:
        ImageError: The file cannot be read, or is no whole photo of moderate size.
    """
    path = Path(path)
    with _decoded(path) as image:
        pixels, notes = _upright_rgb(image, background)
        notes.append(_frames_note(image))
    return LoadedImage(path, pixels, " ".join(filter(None, notes)))


def thumbnail(path: Path | str, side: int) -> _Pixels:
    """Returns a small upright copy of a photo, on white where it is transparent.

    JPEGs are decoded at a fraction of their size, which is several times faster.

    Args:
        path: A file that `open_image` would open.
        side: The longer side of the copy, in pixels; smaller photos are enlarged.

    Returns:
        (h, w, 3) uint8 sRGB with max(h, w) = side.

    Raises:
        ImageError: As `open_image`.
    """
    path = Path(path)
    with _decoded(path, draft_side=2 * side) as image:
        pixels, _ = _upright_rgb(image, (255, 255, 255))
    small = Image.fromarray(pixels).resize(
        _scaled_to(side, pixels.shape[1], pixels.shape[0]),
        Image.Resampling.BICUBIC,
        reducing_gap=2.0,
    )
    return np.asarray(small)


def _scaled_to(side: int, width: int, height: int) -> tuple[int, int]:
    """Returns (width, height) scaled to a longer side of `side`, at least one pixel."""
    longest = max(width, height)
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


# -- Opening -----------------------------------------------------------------------


@contextmanager
def _decoded(path: Path, *, draft_side: int | None = None) -> Iterator[Image.Image]:
    """Opens and decodes a file; whatever Pillow raises meanwhile becomes a sentence.

    That includes the `with` body, where conversions still meet the file's palette,
    profile and size. The warnings filter is the process's own: where two threads cross
    here, one may leave its "ignore Pillow's warnings" behind, which does no harm.
    """
    require_file(path)
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.filterwarnings("ignore", module=r"PIL\.")
            with Image.open(file, formats=_FORMATS) as image:
                require_moderate(path, image)
                if draft_side is not None:
                    image.draft(None, _scaled_to(draft_side, *image.size))
                is_deep_png = bool(image.tile) and image.tile[0].args == "RGB;16B"
                image.load()
                require_moderate(path, image)  # icons tell their size only now
                if is_deep_png and "transparency" in image.info:
                    key = image.info["transparency"]  # 16 bits, the pixels now have 8
                    image.info["transparency"] = tuple(value >> 8 for value in key)
                yield image
    except PILLOW_RAISES as error:
        log.debug("cannot open %s", path, exc_info=True)
        raise undecodable(path, error) from error


# -- Pixels ------------------------------------------------------------------------

# From an upright array to a view of it that lies as the file stores its rows, by EXIF
# orientation (Exif 2.3, 4.6.4, tag 274).
_AS_STORED: dict[int, Callable[[_Pixels], _Pixels]] = {
    1: lambda upright: upright,
    2: lambda upright: upright[:, ::-1],
    3: lambda upright: upright[::-1, ::-1],
    4: lambda upright: upright[::-1],
    5: lambda upright: upright.swapaxes(0, 1),
    6: np.rot90,
    7: lambda upright: upright[::-1, ::-1].swapaxes(0, 1),
    8: lambda upright: np.rot90(upright, -1),
}


def _upright_rgb(
    image: Image.Image, background: tuple[int, int, int]
) -> tuple[_Pixels, list[str]]:
    """Returns the pixels, (H, W, 3) uint8, of a decoded photo and what was given up."""
    orientation, orientation_note = _orientation(image)
    to_rgb, depth_note = _converter(image, background)
    width, height = image.size
    is_turned = orientation >= 5
    shape = (width, height, 3) if is_turned else (height, width, 3)
    upright = np.empty(shape, np.uint8)
    stored = _AS_STORED[orientation](upright)
    rows = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        stored[top:bottom] = to_rgb(image.crop((0, top, width, bottom)))
    return upright, [orientation_note, depth_note]


def _orientation(image: Image.Image) -> tuple[int, str]:
    """Returns the EXIF (or XMP) orientation, 1 where there is no legal one.

    Asked after decoding: TIFFs are turned by Pillow, PNGs may tell it at their end.
    """
    try:
        orientation = image.getexif().get(274, 1)
    except PILLOW_RAISES:
        log.debug("unreadable EXIF", exc_info=True)
        return 1, "Its EXIF data cannot be read, so it may lie on its side."
    is_legal = isinstance(orientation, int) and orientation in _AS_STORED
    return (orientation if is_legal else 1), ""


def _converter(
    image: Image.Image, background: tuple[int, int, int]
) -> tuple[Callable[[Image.Image], _Pixels], str]:
    """Returns what turns a strip of the photo into (h, w, 3) uint8, and a note."""
    if image.mode in ("I", "F") or image.mode.startswith("I;"):
        black, white, note = _grey_span(image)
        key = image.info.get("transparency")
        return partial(
            _from_grey, black=black, white=white, key=key, background=background
        ), note
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        to_srgb = ImageCms.buildTransform(lab, srgb, "LAB", "RGB")
        return lambda strip: np.asarray(to_srgb.apply(strip)), ""
    if image.has_transparency_data:
        return partial(_over, background=np.array(background, np.uint16)), ""
    return lambda strip: np.asarray(strip.convert("RGB")), ""


def _over(strip: Image.Image, background: NDArray[np.uint16]) -> _Pixels:
    """Lays a strip with transparency over a plain colour."""
    unmultiplied = {"La": "LA", "RGBa": "RGBA"}.get(strip.mode, strip.mode)
    rgba = np.asarray(strip.convert(unmultiplied).convert("RGBA"))
    alpha = rgba[..., 3:].astype(np.uint16)
    mixed = rgba[..., :3] * alpha + background * (255 - alpha)
    return ((mixed + 127) // 255).astype(np.uint8)


def _grey_span(image: Image.Image) -> tuple[float, float, str]:
    """Returns the values that become black and white in a deep grey photo, and a note.

    Integers span 16 bits, floats 0 to 1. But cameras and microscopes keep 12 bits (or
    far fewer) in 16, which would look black, and some floats span 0 to 255.
    """
    values = np.asarray(image)
    is_float = values.dtype.kind == "f"
    known = values[np.isfinite(values)] if is_float else values
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    usual = 1.0 if is_float else 65535.0
    steps = (1.0, 255.0) if is_float else (4095.0, 65535.0)
    black, white = 0.0, next((step for step in steps if step >= high), high)
    is_dim = high <= 255 and not is_float
    if low < 0 or high > steps[-1] or is_dim:
        black, white = low, (high if high > low else low + max(1, abs(low)))
    span = f"{black:g} to {white:g}"
    note = f"Its values, {low:g} to {high:g}, are shown as if they spanned {span}."
    if getattr(image, "tag_v2", {}).get(262) == 0:  # TIFF's WhiteIsZero
        black, white = white, black
    return black, white, "" if span == f"0 to {usual:g}" else note


def _from_grey(
    strip: Image.Image,
    *,
    black: float,
    white: float,
    key: Any,
    background: tuple[int, int, int],
) -> _Pixels:
    """Scales a strip of deep grey values; those equal to `key` are transparent."""
    values = np.asarray(strip)
    share = (values.astype(np.float64) - black) / (white - black)
    share = np.nan_to_num(share, nan=0, posinf=1, neginf=0).clip(0, 1)
    rgb = np.repeat(np.rint(share * 255).astype(np.uint8)[..., None], 3, axis=2)
    if isinstance(key, int):
        rgb[values == key] = background
    return rgb


def _frames_note(image: Image.Image) -> str:
    """Says which frame is shown, of an animation or a file of several pages."""
    if image.format == "MPO":  # a phone's JPEG with a preview or a gain map behind it
        return ""
    try:
        frames: int = getattr(image, "n_frames", 1)
    except PILLOW_RAISES:
        return "Only its first frame can be read."
    word = "pages" if image.format == "TIFF" else "frames"
    return f"The first of {frames} {word} is shown." if frames > 1 else ""
