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
from statistics import mean, median
from tempfile import TemporaryDirectory

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # as the program does

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional

from inference.classifier import open_classifier
from inference.dataset import Dataset, list_dataset
from inference.finetune import TrainingSpec, feeding, finetune
from inference.finetune.head import renewed
from inference.finetune.optimiser import Optimiser
from inference.finetune.trainee import Batch, Trainee
from inference.jobs import run
from tests.benchmarks.networks import TorchRunner, squeezenet


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


def epoch_seconds(classifier, dataset, room):
    """Returns the median time of an epoch of the new head, with room for features."""
    feeding.MOST_FEATURES_KEPT = room
    spec = TrainingSpec(epochs=4, augments=False, split=(100, 0, 0))
    with TemporaryDirectory() as folder:
        out = Path(folder) / "new.onnx"
        done = run(finetune(classifier, dataset, spec, out=out))
    return median(epoch.seconds for epoch in done.epochs[1:])


def compare_epochs(classifier, dataset, rounds):
    """Prints how much faster an epoch is whose features are kept."""
    ratios = []
    for _ in range(rounds):
        whole = epoch_seconds(classifier, dataset, 0)
        kept = epoch_seconds(classifier, dataset, 2_000_000_000)
        ratios.append(whole / kept)
        print(f"an epoch: {whole:.2f} s, with kept features {kept:.3f} s", flush=True)
    print(f"kept features: {median(ratios):.1f} times as fast")


class Plain(TorchRunner):
    """SqueezeNet in plain torch, with the weights of a file, which train."""

    def __init__(self, model):
        arrays = {w.name: numpy_helper.to_array(w) for w in model.graph.initializer}
        convs = [node for node in model.graph.node if node.op_type == "Conv"]
        self.weights = [
            [torch.nn.Parameter(torch.tensor(arrays[n])) for n in node.input[1:3]]
            for node in convs
        ]
        flat = [each for pair in self.weights for each in pair]
        self._optimiser = torch.optim.SGD(
            flat, lr=1e-9, momentum=0.9, weight_decay=1e-4
        )
        self._place = 0

    def conv(self, x, channels, kernel, stride, pad):
        weight, bias = self.weights[self._place % len(self.weights)]
        self._place += 1
        return functional.conv2d(x, weight, bias, stride, pad)

    def step(self, batch):
        """Takes a step; returns how long it took, and its loss."""
        begun = time.perf_counter()
        (values,) = batch.given.values()
        self._optimiser.zero_grad(set_to_none=True)
        logits = squeezenet(self, torch.from_numpy(values)).flatten(1)
        loss = functional.cross_entropy(logits, torch.from_numpy(batch.classes))
        loss.backward()
        self._optimiser.step()
        return time.perf_counter() - begun, loss.item()


def compare_steps(classifier, rounds):
    """Prints how a step of the twin compares with one in plain torch (SqueezeNet).

    The one that begins changes from round to round.
    """
    network, spec = renewed(classifier, 3), TrainingSpec(freeze="none")
    trainee = Trainee(network, spec)
    optimiser = Optimiser(trainee.weights, trainee.head, spec)
    model = onnx.ModelProto()
    model.CopyFrom(network.graph.model)
    for tensor in model.graph.initializer:
        values = np.array(network.graph.values(network.graph.weights[tensor.name]))
        tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
    plain, random = Plain(model), np.random.default_rng(0)
    inputs = random.normal(size=(10, 3, 224, 224)).astype(np.float32)
    (fed,) = trainee.given
    batch = Batch({fed: inputs}, np.arange(10) % 3, np.ones(10, np.float32))

    def step():
        begun = time.perf_counter()
        outcome, gradients = trainee.gradients(batch)
        optimiser.step(gradients, 1e-9)
        return time.perf_counter() - begun, outcome.loss

    times = []
    for number in range(rounds):
        turns = (step, lambda: plain.step(batch))
        order = (1, 0) if number % 2 else (0, 1)
        done = {place: turns[place]() for place in order}
        (ours, loss), (theirs, expected) = done[0], done[1]
        assert abs(loss - expected) < 1e-4, (loss, expected)
        times.append((ours, theirs))
    ours, theirs = (median(each) for each in zip(*times[2:], strict=True))
    ratio = median(theirs / ours for ours, theirs in times[2:])
    print(f"a step: {ours:.3f} s, in plain torch {theirs:.3f} s: {ratio:.2f} times")


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
    parser.add_argument("--rounds", type=int, default=22)
    options = parser.parse_args()
    classifier = open_classifier(options.model, provider="cpu")
    dataset = run(list_dataset(Path(options.dataset)))
    if options.folds:
        validate(classifier, dataset, options)
    if options.speed:
        compare_steps(classifier, rounds=options.rounds)
        compare_epochs(classifier, dataset, rounds=3)


if __name__ == "__main__":
    main()
