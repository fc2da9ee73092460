"""Photos: any legal picture file as upright 8-bit RGB, anything else as a sentence.

Pillow decodes, and whatever it raises meanwhile becomes a sentence.
"""

import hashlib
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from PIL import Image

from inference.errors import Sentence
from inference.geometry import Size
from inference.image.failure import (
    PILLOW_RAISES,
    require_file,
    require_moderate,
    undecodable,
)
from inference.image.pixels import Pixels, laid_over, upright_pixels
from inference.image.profile import color_profile

log = logging.getLogger(__name__)
# Pillow logs some damage as errors; without any handler those lines would stand on
# stderr beside our sentence.
logging.getLogger("PIL").addHandler(logging.NullHandler())

IMAGE_SUFFIXES = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".bmp", ".tif"),
    *(".tiff", ".gif", ".avif", ".ico", ".pbm", ".pgm", ".ppm", ".pnm"),
)

Alpha = Literal["white", "black", "ignored", "kept"]
"""What transparent places become: a colour under them, the colours that the file has
there, or a fourth channel."""

ALPHAS: tuple[Alpha, ...] = get_args(Alpha)
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "PPM", "WEBP", "TIFF", "AVIF", "ICO")


@dataclass(frozen=True, slots=True, eq=False)
class LoadedImage:
    """A photo as it is looked at.

    Attributes:
        path: The file it was read from.
        pixels: (H, W, 3) uint8 sRGB, upright, read-only; what is transparent lies over
            white, or over what was asked for.
        note: What was given up in opening it, as sentences; mostly empty.
        sha256: Of the file, in hexadecimal; "" where it comes from no file.
        profile: Name of its colour profile where that is not sRGB; else "".
        is_converted: Whether the pixels were converted from it; else they are shown as
            if they were sRGB.
        rgba: The same with alpha, (H, W, 4), over nothing; None of an opaque photo.
    """

    path: Path
    pixels: Pixels
    note: str = ""
    sha256: str = ""
    profile: str = ""
    is_converted: bool = False
    rgba: Pixels | None = None

    def __post_init__(self) -> None:
        for word in ("pixels", "rgba"):
            pixels = getattr(self, word)
            if pixels is not None:
                pixels = pixels.view()
                pixels.setflags(write=False)
                object.__setattr__(self, word, pixels)

    def with_alpha(self, how: Alpha) -> Pixels:
        """Returns the pixels (H, W, 3) as transparent places are to be taken.

        Where alpha is kept, and there is some, (H, W, 4).
        """
        if self.rgba is None:
            return self.pixels
        if how == "kept":
            return self.rgba
        if how == "ignored":
            return np.ascontiguousarray(self.rgba[..., :3])
        return laid_over(self.rgba, _WHITE if how == "white" else _BLACK)

    @property
    def size(self) -> Size:
        """Height and width, in pixels."""
        return Size(*self.pixels.shape[:2])

    @property
    def profile_note(self) -> str:
        """How the colours of another profile are taken, as a sentence; mostly empty."""
        if not self.profile:
            return ""
        if self.is_converted:
            return Sentence(
                "Its colours were converted to sRGB from {profile}.",
                profile=self.profile,
            )
        return Sentence(
            "Its colour profile {profile} is ignored: it is read as sRGB, as "
            "classifiers' own tool chains do.",
            profile=self.profile,
        )

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name


def open_image(
    path: Path | str,
    *,
    background: tuple[int, int, int] = _WHITE,
    is_srgb: bool = False,
) -> LoadedImage:
    """Opens a photo: upright, RGB, 8 bits per channel.

    Deeper greys are scaled, not clipped. Of an animation the first frame is taken.

    Args:
        path: A file of one of the supported formats, whatever its suffix.
        background: The colour (red, green, blue, 0-255) under transparent places, as
            it is shown.
        is_srgb: Whether colours of another profile are converted to sRGB.

    Raises:
        ImageError: The file cannot be read, or is no whole photo of moderate size.
    """
    path = Path(path)
    sha256 = photo_hash(path)
    with _decoded(path) as image:
        found = color_profile(image)
        pixels, notes = upright_pixels(image, found if is_srgb else None)
        notes.append(_frames_note(image))
    is_clear = pixels.shape[2] == 4 and pixels[..., 3].min() < 255
    return LoadedImage(
        path,
        laid_over(pixels, background),
        reduce(_joined, notes, ""),
        sha256,
        profile=found.name if found else "",
        is_converted=is_srgb and found is not None,
        rgba=pixels if is_clear else None,
    )


def photo_hash(path: Path) -> str:
    """Returns the SHA-256 of a file, in hexadecimal; nothing is decoded.

    Raises:
        ImageError: It cannot be read.
    """
    require_file(path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise undecodable(path, error) from error


def thumbnail(path: Path | str, side: int) -> Pixels:
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
        pixels, _ = upright_pixels(image)
    small = Image.fromarray(laid_over(pixels, _WHITE)).resize(
        _scaled_to(side, pixels.shape[1], pixels.shape[0]),
        Image.Resampling.BICUBIC,
        reducing_gap=2.0,
    )
    return np.asarray(small)


def _scaled_to(side: int, width: int, height: int) -> tuple[int, int]:
    """Returns (width, height) scaled to a longer side of `side`, at least one pixel."""
    longest = max(width, height)
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


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


def _joined(first: str, second: str) -> str:
    """Returns two notes one after the other; either may be empty."""
    if first and second:
        return Sentence("{first} {second}", first=first, second=second)
    return first or second


def _frames_note(image: Image.Image) -> str:
    """Says which frame is shown, of an animation or a file of several pages."""
    if image.format == "MPO":  # a phone's JPEG with a preview or a gain map behind it
        return ""
    try:
        frames: int = getattr(image, "n_frames", 1)
    except PILLOW_RAISES:
        return Sentence("Only its first frame can be read.")
    if frames <= 1:
        return ""
    if image.format == "TIFF":
        return Sentence("The first of {n} pages is shown.", n=frames)
    return Sentence("The first of {n} frames is shown.", n=frames)
