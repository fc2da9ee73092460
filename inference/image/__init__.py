"""Photo files as pixels, and why a file is no photo."""

from inference.image.ahead import read_ahead
from inference.image.kept import KeptThumbnails
from inference.image.reading import (
    IMAGE_SUFFIXES,
    LoadedImage,
    open_image,
    photo_hash,
    thumbnail,
)

__all__ = [
    "IMAGE_SUFFIXES",
    "KeptThumbnails",
    "LoadedImage",
    "open_image",
    "photo_hash",
    "read_ahead",
    "thumbnail",
]
