"""Photo files as pixels, and why a file is no photo."""

from inference.image.ahead import read_ahead
from inference.image.kept import KeptThumbnails
from inference.image.reading import (
    ALPHAS,
    IMAGE_SUFFIXES,
    Alpha,
    LoadedImage,
    open_image,
    photo_hash,
    thumbnail,
)

__all__ = [
    "ALPHAS",
    "IMAGE_SUFFIXES",
    "Alpha",
    "KeptThumbnails",
    "LoadedImage",
    "open_image",
    "photo_hash",
    "read_ahead",
    "thumbnail",
]
