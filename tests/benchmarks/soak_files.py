"""What a soak opens: made networks and photos, and the test data beside the checkout.

Made ones are tiny and always there. Of the shared ones every model and photo is taken,
broken and hostile ones too, up to a size.
"""

import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.image import IMAGE_SUFFIXES
from tests import models

MODELS = (
    *("models", "models_variants", "models_other", "models_transformers"),
    *("bad/models", "repro"),
)
SOUND = ("models", "models_transformers")
PHOTOS = ("photos", "images_odd", "bad/images", "repro")
SIZES = {  # rows × columns
    "ordinary.png": (300, 400), "pixel.png": (1, 1), "tiny.png": (3, 2),
    "line.png": (1, 3000), "pole.png": (3000, 1), "wide.png": (40, 2000),
    "huge.jpg": (4000, 6000),
}  # fmt: skip


@dataclass(frozen=True)
class Files:
    """What can be opened.

    Attributes:
        models: ONNX files, good and bad.
        sound: Those of them that every part of the window takes.
        photos: Photos, folders of photos, and files that are neither.
        labels: Lists of class names, good and bad.
        dataset: A copy of the demo's photos; what is said of them is kept beside it.
        exports: A folder of its own to export into.
        resting: A model of some kilobytes, which opens without fail.
    """

    models: list[Path]
    sound: list[Path]
    photos: list[Path]
    labels: list[Path]
    dataset: Path
    exports: Path
    resting: Path


def gather(folder: Path, shared: Path | None, largest: int) -> Files:
    """Makes files in a folder; adds shared ones of at most `largest` bytes."""
    resting = models.convolutions(folder / "resting.onnx", (40, 48))
    parts = (_models(folder), [DEMO_MODEL], _photos(folder), _labels(folder))
    made = Files(*parts, folder / "demo", folder / "exports", resting)
    shutil.copytree(DEMO_PHOTO.parents[1], made.dataset)
    made.photos.extend(sorted(made.dataset.glob("*/*.jpg")))
    made.exports.mkdir()
    if shared is not None:
        shared = _mirror(shared, folder / "shared")
        made.models.extend(_within(shared, MODELS, largest, {".onnx", ".bin"}))
        made.sound.extend(_within(shared, SOUND, largest, {".onnx"}))
        made.photos.extend(_within(shared, PHOTOS, largest, IMAGE_SUFFIXES))
        made.labels.extend(_within(shared, ("labels",), largest, {".txt", ".json"}))
    return made


def _mirror(shared: Path, folder: Path) -> Path:
    """Links the shared files into a folder: training writes beside its model."""
    for name in {*MODELS, *PHOTOS, "labels"}:
        shutil.copytree(
            shared / name, folder / name, symlinks=True, copy_function=_link
        )
    return folder


def _link(file: str, place: str) -> None:
    try:
        os.link(file, place)
    except OSError:  # another disk
        shutil.copy2(file, place)


def _within(
    shared: Path, folders: tuple[str, ...], largest: int, suffixes: Collection[str]
) -> list[Path]:
    found = [path for name in folders for path in (shared / name).rglob("*")]
    return sorted(
        path
        for path in found
        if path.suffix.lower() in suffixes and path.stat().st_size <= largest
    )


def _models(folder: Path) -> list[Path]:
    random = np.random.default_rng(1)

    def weights(*shape: int) -> np.ndarray:
        return random.normal(0, 1 / np.sqrt(np.prod(shape[1:])), shape)

    many, gray = weights(300, 12, 12, 3), weights(4, 8, 8, 1)
    (folder / "not_a_model.onnx").write_bytes(b"ONNX" * 20)
    return [
        DEMO_MODEL,
        models.convolutions(folder / "small.onnx", (40, 48)),
        models.convolutions(folder / "one_by_one.onnx", (32, 32), batch=1),
        models.linear(folder / "many_classes.onnx", many),
        models.linear(folder / "gray.onnx", gray, layout="NHWC", ending="softmax"),
        models.linear(folder / "sure.onnx", 500 * gray, ending="sigmoid"),
        models.one_pixel(folder / "one_pixel.onnx", (6, 6), (2, 3)),
        models.average_pool(folder / "pool.onnx", (24, 24), weights(3, 2)),
        folder / "not_a_model.onnx",
        folder / "missing.onnx",
    ]


def _photos(folder: Path) -> list[Path]:
    inside = folder / "photos"
    inside.mkdir()
    random = np.random.default_rng(2)
    for name, (height, width) in SIZES.items():
        coarse = random.integers(0, 256, (8, 8, 3), np.uint8)
        photo = Image.fromarray(coarse).resize((width, height))
        photo.save(inside / name)
    photo.resize((64, 64)).convert("L").save(inside / "gray.png")
    photo.resize((64, 64)).convert("CMYK").save(inside / "cmyk.jpg")
    (inside / "cut.png").write_bytes((inside / "ordinary.png").read_bytes()[:200])
    (inside / "empty.jpg").write_bytes(b"")
    (folder / "notes.txt").write_text("no photo")
    odd = [folder / "notes.txt", folder / "missing.png", inside]
    return [*sorted(inside.iterdir()), *odd]


def _labels(folder: Path) -> list[Path]:
    texts = {
        "three.txt": "a\nb\nc\n",
        "five.json": '["a", "b", "c", "d", "<b>e</b> & f"]',
        "bad.json": '{"a": ',
        "empty.txt": "",
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    return [folder / name for name in texts]
