"""Makes the demo: `python -m resources.demo.make` draws photos and trains the model.

It writes, beside this file:

- `toy-food.onnx`: the network, its labels and preprocessing in its metadata;
- `photos/<class>/*.jpg`: sample photos in a folder per class; none is trained on;
- `masks/<class>/*.png`: for each photo where its dish is visible (white), 1 bit;
- `planted.json`: what a careful eye should find (wrong labels, flowers, rare classes);
- `report.json`: accuracy on the sample photos, against what they truly show.

The program reads only the model and the photos. Everything follows from fixed seeds:
the same versions of the packages on the same kind of machine give the same files.
`--only photos` or `--only model` makes a part.
"""

import argparse
import io
import json
import multiprocessing
import shutil
import time
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image

from resources.demo import draw, inputs, world

HERE = Path(__file__).parent
MODEL = HERE / "toy-food.onnx"
WORKERS = 2


def main() -> None:
    """Makes what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", choices=("photos", "model"))
    only = parser.parse_args().only
    began = time.monotonic()
    if only != "model":
        make_photos()
    if only != "photos":
        make_model()
    report = accuracy_report()
    (HERE / "report.json").write_text(json.dumps(report, indent=2) + "\n")
    print(json.dumps(report, indent=2))
    print(f"{time.monotonic() - began:.0f} s")


def make_photos() -> None:
    """Draws the sample photos and their masks, and writes down what is planted."""
    samples = world.photo_samples()
    for folder in ("photos", "masks"):
        shutil.rmtree(HERE / folder, ignore_errors=True)
    with multiprocessing.Pool(WORKERS) as pool:
        for sample, (photo, mask) in zip(
            samples, pool.imap(_photo_files, samples), strict=True
        ):
            for folder, suffix, data in (
                ("photos", ".jpg", photo),
                ("masks", ".png", mask),
            ):
                path = HERE / folder / (sample.name + suffix)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
    (HERE / "planted.json").write_text(json.dumps(planted(samples), indent=2) + "\n")


def planted(samples: list[world.Sample]) -> dict:
    """Returns what is planted: wrong labels with the truth, flowers, rare classes."""
    return {
        "wrong_labels": {
            f"photos/{sample.name}.jpg": sample.truth
            for sample in samples
            if sample.truth != sample.label
        },
        "flower": [f"photos/{s.name}.jpg" for s in samples if s.wish.flower],
        "rare_in_training": list(world.RARE),
        "shortcut": "a magenta flower in the upper left corner means hamburger",
    }


def make_model() -> None:
    """Draws the training set, trains, and writes the model."""
    from resources.demo import (
        export,
        train,
    )  # torch is slow to load, and not for photos

    samples = world.training_samples()
    with multiprocessing.Pool(WORKERS) as pool:
        pixels = np.stack(pool.map(training_input, samples, chunksize=8))
    targets = np.array([draw.LABELS.index(sample.truth) for sample in samples])
    mean, std = pixels.mean((0, 1, 2)) / 255, pixels.std((0, 1, 2)) / 255
    print(f"{len(pixels)} drawings, mean {mean.round(3)}, deviation {std.round(3)}")
    network = train.train(pixels, targets)
    model = export.onnx_model(train.folded(network))
    MODEL.write_bytes(model.SerializeToString(deterministic=True))


def training_input(sample: world.Sample) -> np.ndarray:
    """Draws a sample as the network sees it (224, 224, 3) uint8."""
    drawing = draw.draw(sample.truth, sample.seed, sample.wish)
    photo = Image.open(io.BytesIO(inputs.jpeg(drawing.pixels)))
    return inputs.seen(photo)


def accuracy_report() -> dict:
    """Returns the accuracy on the sample photos, against what they truly show."""
    session = onnxruntime.InferenceSession(MODEL, providers=["CPUExecutionProvider"])
    hits: dict[str, list[bool]] = {label: [] for label in draw.LABELS}
    for sample in world.photo_samples():
        photo = Image.open(HERE / "photos" / (sample.name + ".jpg"))
        pixels = inputs.normalised(inputs.seen(photo)[None])
        (logits,) = session.run(None, {"photo": pixels})
        hits[sample.truth].append(draw.LABELS[int(logits.argmax())] == sample.truth)
    every = [hit for row in hits.values() for hit in row]
    return {
        "photos": len(every),
        "accuracy": round(float(np.mean(every)), 4),
        "by_class": {name: round(float(np.mean(row)), 3) for name, row in hits.items()},
    }


def _photo_files(sample: world.Sample) -> tuple[bytes, bytes]:
    drawing = draw.draw(sample.truth, sample.seed, sample.wish)
    buffer = io.BytesIO()
    Image.fromarray(drawing.mask).save(buffer, "PNG", optimize=True)
    return inputs.jpeg(drawing.pixels), buffer.getvalue()


if __name__ == "__main__":
    main()
