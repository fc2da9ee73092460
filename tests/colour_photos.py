"""Photos of one colour each, in labelled folders, and a model that knows colours."""

import numpy as np
from PIL import Image

from tests.models import linear

COLOURS = {"red": (200, 60, 50), "green": (60, 200, 50), "blue": (50, 60, 200)}


def made(folder, count=6):
    """Makes a model and a folder `set` beside it; returns the model's path.

    It wants caffe's pixels: its scores are the blue, green and red channel, less what
    caffe's mean leaves of grey.
    """
    random = np.random.default_rng(0)
    for name, colour in COLOURS.items():
        (folder / "set" / name).mkdir(parents=True)
        for n in range(count):
            noise = random.integers(-40, 40, (12, 10, 3))
            pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / "set" / name / f"{n}.png")
    weights = np.zeros((3, 8, 8, 3))
    for channel in range(3):
        weights[channel, :, :, channel] = 0.001
    path = linear(folder / "model.onnx", weights)
    (folder / "labels.txt").write_text("blue\ngreen\nred\n")
    return path
