"""What the network sees of a photo: shorter side to 256, middle 224, as torchvision."""

import io

import numpy as np
from PIL import Image

Array = np.ndarray

SIDE = 224
SCALE = 1 / 255
MEAN = (0.67, 0.58, 0.47)
STD = (0.23, 0.24, 0.25)
QUALITY = 84


def seen(image: Image.Image) -> Array:
    """Returns the part of a photo that the network sees (224, 224, 3) uint8."""
    width, height = image.size
    target = SIDE * 256 // 224
    short, long = min(width, height), max(width, height)
    longer = int(target * long / short)
    size = (target, longer) if width <= height else (longer, target)
    resized = image.resize(size, Image.BILINEAR)
    left, top = (round((side - SIDE) / 2) for side in size)
    return np.asarray(resized.crop((left, top, left + SIDE, top + SIDE)))


def normalised(pixels: Array) -> Array:
    """Returns network inputs (N, 3, 224, 224) float32 of pixels (N, 224, 224, 3)."""
    scaled = pixels.astype(np.float32) * np.float32(SCALE)
    centred = (scaled - np.array(MEAN, np.float32)) / np.array(STD, np.float32)
    return np.ascontiguousarray(centred.transpose(0, 3, 1, 2))


def jpeg(pixels: Array) -> bytes:
    """Returns a photo as the bytes of a JPEG file."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
