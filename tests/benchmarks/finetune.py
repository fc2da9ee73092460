"""Fine-tuning: how well it learns in cross-validation, and how fast a step is.

    python -m tests.benchmarks.finetune MODEL DATASET --folds 5 [--seeds 3] [options]
    python -m tests.benchmarks.finetune MODEL DATASET --speed

`--folds` deals the photos of each class out, trains on all folds but one, and asks the
new file about that one; no photo chooses an epoch. Each seed deals anew. `--speed`
compares, in turns, epochs with kept features and with the whole forward pass, and steps
of the twin with steps of the same network in plain torch.
"""

import argparse
import os
import time
from dataclasses import replace
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

os.environ.setdefault("MALLOC_MMAP_THRESHOLD_", "4294967296")
os.environ.setdefault("MALLOC_TRIM_THRESHOLD_", "4294967296")

import numpy as np

from inference.classifier import open_classifier
from inference.dataset import Dataset, list_dataset
from inference.finetune import TrainingSpec, finetune
from inference.jobs import run


def dealt(dataset, folds, seed):
    """Yields the dataset with one fold after another as its test part."""
    random = np.random.default_rng(seed)
    fold = {}
    for label in dataset.labels:
        paths = [photo.path for photo in dataset.photos if photo.label == label]
        places = (np.arange(len(paths)) + random.integers(folds)) % folds
        fold |= dict(zip(random.permutation(np.array(paths)), places, strict=True))
    for number in range(folds):
        parts = ("training", "test")
        yield Dataset(
            dataset.root,
            tuple(
                replace(photo, part=parts[int(fold[photo.path] == number)])
                for photo in dataset.photos
                if photo.label
            ),
        )


def accuracy(classifier, dataset, folds, spec):
    """Returns the share right over all folds."""
    hits = total = 0
    with TemporaryDirectory() as folder:
        for part in dealt(dataset, folds, spec.seed):
            out = Path(folder) / "new.onnx"
            job = finetune(classifier, part, spec, out=out, replaces=True)
            share = run(job).test.metrics.accuracy
            hits, total = hits + share.hits, total + share.total
    return hits / total


def validate(classifier, dataset, options):
    """Prints accuracies in cross-validation, for each seed and on average."""
    found = []
    for seed in range(options.seeds):
        spec = TrainingSpec(
            epochs=options.epochs,
            freeze=options.freeze,
            augments=options.augment,
            rate=options.lr,
            seed=seed,
        )
        begun = time.perf_counter()
        found.append(accuracy(classifier, dataset, options.folds, spec))
        taken = time.perf_counter() - begun
        print(f"seed {seed}: {found[-1]:.3f} ({taken:.0f} s)", flush=True)
    print(f"mean of {len(found)}: {mean(found):.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("dataset")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--lr", type=float)
    parser.add_argument("--freeze", default="features")
    parser.add_argument(
        "--augment", action=argparse.BooleanOptionalAction, default=True
    )
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    classifier = open_classifier(options.model, provider="cpu")
    dataset = run(list_dataset(Path(options.dataset)))
    if options.folds:
        validate(classifier, dataset, options)


if __name__ == "__main__":
    main()
