"""Batches for training: photos are read ahead, and nothing is computed twice.

Threads decode and augment the next batches while one is learnt. What lies below the
frozen layer runs in ONNX Runtime; what it makes of a photo is kept where nothing random
comes before it, and where it fits.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier
from inference.errors import ImageError
from inference.finetune.augmentation import changed, drawn
from inference.finetune.division import Sample
from inference.finetune.head import Renewed
from inference.finetune.trainee import Arrays, Batch, Trainee
from inference.geometry import Array, Box, Floats, Size
from inference.image import open_image, read_ahead
from inference.network.tensors import TensorReader
from inference.occluder import core_count

Pixels = NDArray[np.uint8]
Group = Sequence[Sample]
Decoded = Generator[tuple[Group, list[Pixels | None]], None, None]
Draw = Callable[[int], np.random.Generator]
"""Returns what augments the photo at a place of an epoch."""

MOST_PIXELS_KEPT = 500_000_000  # bytes of prepared inputs
MOST_FEATURES_KEPT = 2_000_000_000  # bytes of what lies behind the frozen part
_AHEAD = 3  # batches that are prepared before they are asked for


class Photos:
    """Reads photos as a network is fed; keeps as many as there is room for.

    Attributes:
        unreadable: Photos that turned out to be none.
    """

    def __init__(self, classifier: Classifier, room: int = 0) -> None:
        self._classifier, self._room = classifier, room
        self._kept: dict[Sample, Pixels] = {}
        self.unreadable: set[Path] = set()

    def decoded(self, groups: Sequence[Group], draw: Draw | None = None) -> Decoded:
        """Yields groups with their pixels, while the next ones are decoded.

        Args:
            groups: Of samples.
            draw: What augments; None leaves photos as they are.
        """

        def read(numbered: tuple[int, Sample]) -> Pixels | None:
            place, sample = numbered
            return self._input(sample, place, draw)

        numbered = enumerate(sample for group in groups for sample in group)
        most = max(map(len, groups), default=0)
        photos = read_ahead(read, numbered, _AHEAD * most, core_count())
        with closing(photos):
            for group in groups:
                yield group, list(islice(photos, len(group)))

    def _input(self, sample: Sample, place: int, draw: Draw | None) -> Pixels | None:
        """Returns the pixels that a network is fed; None of what is no photo."""
        pixels = self._kept.get(sample)
        if pixels is None:
            pixels = self._prepared(sample)
        if pixels is None or draw is None:
            return pixels
        return changed(pixels, drawn(draw(place)))

    def _prepared(self, sample: Sample) -> Pixels | None:
        how = self._classifier.preprocessing
        try:
            photo = open_image(sample.path).with_alpha(how.alpha)
        except ImageError:
            self.unreadable.add(sample.path)
            return None
        pixels = how.pixels(cropped(photo, sample.crop))
        if pixels.nbytes <= self._room:
            self._room -= pixels.nbytes
            self._kept[sample] = pixels
        return pixels


class Below:
    """What lies below the frozen layer, from a network's input to given tensors."""

    def __init__(self, network: Renewed, given: Sequence[str], device: str) -> None:
        self._names = tuple(given)
        fixed = network.graph.inputs[0].shape[0]
        self._batch = fixed if isinstance(fixed, int) and fixed > 0 else None
        self._together = network.trial.together
        self._reader = TensorReader(network.graph, device, spins=False)

    def __call__(self, inputs: Array) -> dict[str, Array]:
        """Returns the tensors for inputs (n, ...), as many rows each."""
        step = self._together or len(inputs)
        starts = range(0, len(inputs), step)
        pieces = [self._pass(inputs[n : n + step]) for n in starts]
        return {
            name: np.concatenate([piece[name] for piece in pieces])
            for name in self._names
        }

    def _pass(self, piece: Array) -> dict[str, Array]:
        """Runs a piece; a fixed batch is filled up with its last input."""
        count = len(piece)
        missing = (self._batch or count) - count
        if missing:
            piece = np.concatenate([piece, np.repeat(piece[-1:], missing, axis=0)])
        found = self._reader.read(self._names, piece)
        return {name: values[:count] for name, values in found.items()}


class Feed:
    """Turns samples into batches.

    Args of the making: the classifier that says how photos are fed; what lies below;
    and whether that gives a photo the same tensors each time.
    """

    def __init__(
        self, classifier: Classifier, below: Below, *, is_repeatable: bool
    ) -> None:
        self._classifier, self._below = classifier, below
        self._photos = Photos(classifier, MOST_PIXELS_KEPT)
        self._features: dict[Sample, Arrays] = {}
        self._room = MOST_FEATURES_KEPT if is_repeatable else 0

    @classmethod
    def of(cls, classifier: Classifier, network: Renewed, trainee: Trainee) -> "Feed":
        """Makes what feeds a trainee; what is always the same may be kept."""
        below = Below(network, trainee.given, classifier.device)
        is_repeatable = network.trial.is_repeatable and not trainee.is_fed_photos
        return cls(classifier, below, is_repeatable=is_repeatable)

    @property
    def unreadable(self) -> set[Path]:
        """Photos that turned out to be none."""
        return self._photos.unreadable

    def read(
        self, samples: Group, size: int, *, keeps: bool
    ) -> Generator[int, None, None]:
        """Reads samples once, and yields how many of them at a time.

        Args:
            samples: The photos.
            size: How many at a time.
            keeps: Whether they will be asked for as they are, not augmented.
        """
        groups = [samples[n : n + size] for n in range(0, len(samples), size)]
        with closing(self._photos.decoded(groups)) as decoded:
            for group, pixels in decoded:
                readable = _readable(group, pixels)
                if keeps and self._room and readable:
                    self._keep(readable, self._made(pixels))
                yield len(group)

    def batches(
        self, groups: Sequence[Group], weights: Floats, draw: Draw | None = None
    ) -> Generator[Batch, None, None]:
        """Yields groups of samples as batches.

        Args:
            groups: The samples of each batch.
            weights: In the loss, of each class, (K,).
            draw: What augments; None leaves photos as they are.
        """
        if draw is None and all(s in self._features for g in groups for s in g):
            yield from (_batch(group, self._known(group), weights) for group in groups)
            return
        with closing(self._photos.decoded(groups, draw)) as decoded:
            for group, pixels in decoded:
                readable = _readable(group, pixels)
                if readable:
                    yield _batch(readable, self._made(pixels), weights)

    def inputs(self, samples: Group) -> Array:
        """Returns what the network is fed for samples, (n, ...)."""
        with closing(self._photos.decoded([samples])) as decoded:
            return self._tensors(next(decoded)[1])

    def given(self, inputs: Array) -> Arrays:
        """Returns the tensors that the trainee starts from, for inputs."""
        return self._below(inputs)

    def _known(self, group: Group) -> Arrays:
        kept = [self._features[sample] for sample in group]
        return {name: np.stack([one[name] for one in kept]) for name in kept[0]}

    def _made(self, pixels: Sequence[Pixels | None]) -> dict[str, Array]:
        return self._below(self._tensors(pixels))

    def _tensors(self, pixels: Sequence[Pixels | None]) -> Array:
        tensor = self._classifier.tensor
        return np.stack([tensor(each) for each in pixels if each is not None])

    def _keep(self, group: Group, made: Arrays) -> None:
        """Keeps what was made of samples, as far as there is room."""
        for n, sample in enumerate(group):
            one = {name: values[n].copy() for name, values in made.items()}
            size = sum(values.nbytes for values in one.values())
            if size <= self._room and sample not in self._features:
                self._room -= size
                self._features[sample] = one


def cropped(photo: Pixels, crop: Box | None) -> Pixels:
    """Returns a part of a photo (H, W, C); all of it where the part is empty."""
    if crop is None:
        return photo
    part = crop.clipped(Size(*photo.shape[:2]))
    rows = slice(round(part.top), round(part.bottom))
    cols = slice(round(part.left), round(part.right))
    found = photo[rows, cols]
    return np.ascontiguousarray(found) if found.size else photo


def _readable(group: Group, pixels: Sequence[Pixels | None]) -> list[Sample]:
    """Returns the samples that could be read; a photo may go at any time."""
    pairs = zip(group, pixels, strict=True)
    return [sample for sample, found in pairs if found is not None]


def _batch(group: Group, given: Arrays, weights: Floats) -> Batch:
    classes = np.array([sample.index for sample in group], np.int64)
    return Batch(given, classes, weights[classes])
