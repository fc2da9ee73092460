"""What fine-tuning is tried on: coloured photos by class, and a small network."""

from pathlib import Path

import numpy as np
from onnx import numpy_helper
from PIL import Image

from inference.dataset import Dataset, Photo
from tests.models import node, save

COLOURS = {"apple": (200, 40, 40), "lime": (40, 200, 40), "plum": (60, 40, 200)}
SIZE = 16


def make_photos(folder, count=10, seed=0):
    """A folder per class with photos of its colour, in noise."""
    random = np.random.default_rng(seed)
    for label, colour in COLOURS.items():
        place = Path(folder) / label
        place.mkdir(parents=True)
        for n in range(count):
            noise = random.normal(0, 60, (20, 24, 3))
            pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(place / f"{n}.png")
    return listed(folder)


def listed(folder):
    """The photos of a folder as a dataset."""
    folder = Path(folder)
    paths = sorted(folder.glob("*/*.png"))
    return Dataset(folder, tuple(Photo(path, path.parent.name) for path in paths))


def weights(seed=1):
    """Of the network of `make_net`, by name."""
    random = np.random.default_rng(seed)

    def some(*shape):
        return np.float32(random.normal(0, 1 / np.sqrt(np.prod(shape[1:])), shape))

    ones = np.ones(8, np.float32)
    return {
        "stem.w": some(8, 3, 3, 3), "stem.b": 0 * ones, "norm.s": ones,
        "norm.b": 0.1 * ones, "norm.m": 0 * ones, "norm.v": ones,
        "mid.w": some(12, 8, 3, 3), "head.w": some(5, 12), "head.b": some(5, 1)[:, 0],
    }  # fmt: skip


def make_net(path, *, batch="N", ending="Softmax", **options):
    """Conv, batch norm, ReLU, Conv, ReLU, pool, Gemm, Softmax: 5 classes."""
    nodes = [
        node("Conv", "x stem.w stem.b", "stem", strides=[2, 2], pads=[1] * 4),
        node("BatchNormalization", "stem norm.s norm.b norm.m norm.v", "norm"),
        node("Relu", "norm", "relu"),
        node("Conv", "relu mid.w", "mid", pads=[1] * 4),
        node("Relu", "mid", "last"),
        node("GlobalAveragePool", "last", "mean"),
        node("Flatten", "mean", "flat"),
        node("Gemm", "flat head.w head.b", "logits", transB=1),
        node(ending, "logits", "y", **({"axis": 1} if ending == "Softmax" else {})),
    ]
    feeds = {"x": ("float32", [batch, 3, SIZE, SIZE])}
    return save(
        path, nodes, feeds, {"y": ("float32", [batch, 5])}, weights(), **options
    )


def stored(path):
    """The weights of a file, by name."""
    import onnx

    model = onnx.load(path)
    return {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
