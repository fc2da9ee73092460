"""Why a file is no photo: what it is instead, what is wrong with it, what would help.

A file is judged by its first bytes, never by its suffix.
"""

import re
import stat
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageCms, UnidentifiedImageError

from inference.errors import ImageError, Sentence

MAX_PIXELS = 178_956_970
"""The largest photo that is opened, in pixels: where Pillow sees a bomb, too."""

_SUPPORTED = Sentence("JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF, ICO and PNM")

# What a file is by its first bytes: (offset, bytes, name, whether we open such files).
_SIGNATURES = (
    (0, b"\xff\xd8", "JPEG", True),
    (0, b"\x89PNG", "PNG", True),
    (0, b"GIF8", "GIF", True),
    (0, b"BM", "BMP", True),
    (8, b"WEBP", "WebP", True),
    (0, b"II*\0", "TIFF", True),
    (0, b"MM\0*", "TIFF", True),
    (0, b"II+\0", "TIFF", True),
    (0, b"MM\0+", "TIFF", True),
    (4, b"ftypavi", "AVIF", True),
    (0, b"\0\0\1\0", "ICO", True),
    *((0, b"P%d" % digit, "PNM", True) for digit in range(1, 8)),
    *((4, b"ftyp" + brand, "HEIC", False) for brand in (b"hei", b"hev", b"mif1")),
    (4, b"ftyp", "video", False),
    (4, b"jP  ", "JPEG 2000", False),
    (4, b"JXL ", "JPEG XL", False),
    (0, b"\xff\x0a", "JPEG XL", False),
    (0, b"8BPS", "Photoshop (PSD)", False),
    (0, b"DDS ", "DirectDraw (DDS)", False),
    (0, b"\x01\xda", "Silicon Graphics (SGI)", False),
    (0, b"v/1\x01", "OpenEXR", False),
    (0, b"%!PS", "PostScript (EPS)", False),
    (0, b"\xc5\xd0\xd3\xc6", "PostScript (EPS)", False),
    (0, b"icns", "Apple icon (ICNS)", False),
    (0, b"%PDF", "PDF", False),
    (0, b"<svg", "SVG", False),
    (0, b"PK\x03\x04", "ZIP", False),
    (0, b"\x93NUMPY", "NumPy", False),
    (128, b"DICM", "DICOM", False),
)

# Pillow's plugins meet crafted files with whatever their parsing stumbles over.
PILLOW_RAISES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    Image.DecompressionBombError,
    ImageCms.PyCMSError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def require_file(path: Path) -> None:
    """Refuses folders, pipes and devices, which would fail late or block.

    Raises:
        ImageError: There is no such file, or it is not a plain one.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        missing = Sentence(
            'there is no such file in "{folder}". Was it moved or renamed?',
            folder=path.parent,
        )
        raise _cannot(path, missing) from error
    except (OSError, ValueError) as error:
        raise _cannot(path, _system_says(error)) from error
    if stat.S_ISDIR(mode):
        raise _cannot(path, Sentence("it is a folder. Choose a photo inside it."))
    if not stat.S_ISREG(mode):
        pipe = Sentence("it is a device or a pipe. Choose a photo's file.")
        raise _cannot(path, pipe)


def require_moderate(path: Path, image: Image.Image) -> None:
    """Refuses a photo too large for the memory, by its header alone.

    Raises:
        ImageError: It has more than `MAX_PIXELS`.
    """
    if image.width * image.height > MAX_PIXELS:
        found = Sentence(
            "it has {width} × {height} pixels, more than the {most} million that fit "
            "into memory. Save a smaller copy and open that.",
            width=image.width,
            height=image.height,
            most=MAX_PIXELS // 10**6,
        )
        raise _cannot(path, found)


def undecodable(path: Path, error: BaseException) -> ImageError:
    """Returns the error to raise for what Pillow raised on a file."""
    return _cannot(path, _reason(path, error))


def _cannot(path: Path, reason: Sentence) -> ImageError:
    return ImageError(
        'Cannot open "{file}" as a photo: {reason}',
        file=path.name or path,
        reason=reason,
    )


def _reason(path: Path, error: BaseException) -> Sentence:
    """Returns what was found and what would help."""
    if isinstance(error, Image.DecompressionBombError):
        claimed = re.search(r"(\d+) pixels", str(error))
        return Sentence(
            "it claims {claimed:,.0f} million pixels, more than the {most} million "
            "that fit into memory. Save a smaller copy and open that.",
            claimed=(int(claimed[1]) if claimed else MAX_PIXELS) / 1e6,
            most=MAX_PIXELS // 10**6,
        )
    if isinstance(error, MemoryError):
        return Sentence(
            "there is not enough memory for it. Close other programs and try again."
        )
    if isinstance(error, OSError) and error.errno is not None:
        return _system_says(error)
    found = _kind(path)
    return found if isinstance(found, Sentence) else _damage(found, error)


def _damage(kind: str, error: BaseException) -> Sentence:
    """Returns what is wrong with a file of a format that we read."""
    detail = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, EOFError) or "truncated" in detail.lower():
        return Sentence(
            "its {kind} data break off early. Copy or download it again.", kind=kind
        )
    if isinstance(error, UnidentifiedImageError):  # Pillow's own words repeat the path
        return Sentence(
            "its {kind} data are damaged (its header makes no sense). Copy or download "
            "it again.",
            kind=kind,
        )
    return Sentence(
        "its {kind} data are damaged ({detail:.120}). Copy or download it again.",
        kind=kind,
        detail=detail,
    )


def _system_says(error: OSError | ValueError) -> Sentence:
    if isinstance(error, PermissionError):
        return Sentence(
            "reading it is not permitted. Change its permissions, or copy it."
        )
    words = getattr(error, "strerror", None) or error
    return Sentence(
        "the system says: {words}. Copy the file and open the copy.", words=words
    )


def _kind(path: Path) -> str | Sentence:
    """Returns the format of a file that we read, else why it is not opened."""
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        return _system_says(error)
    if not head:
        return Sentence("the file is empty. Copy or download it again.")
    for offset, signature, name, is_supported in _SIGNATURES:
        if head[offset:].startswith(signature):
            return name if is_supported else _unsupported(name)
    return _unknown(head)


def _unsupported(kind: str) -> Sentence:
    return Sentence(
        "it is a {kind} file. NetGaze reads {known}. Save it as PNG or JPEG.",
        kind=kind,
        known=_SUPPORTED,
    )


def _unknown(head: bytes) -> Sentence:
    if all(byte >= 32 or byte in b"\t\n\r\f\x1b" for byte in head):
        return Sentence("it holds text. NetGaze reads {known}.", known=_SUPPORTED)
    return Sentence(
        "its content is of no known kind. NetGaze reads {known}.", known=_SUPPORTED
    )
