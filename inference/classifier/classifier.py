"""An image classifier: its file, how it is fed, the way through it, how it is read.

Nothing in a `Classifier` changes, and its session may run from several threads at once.
Whatever the file gives, `logits` returns (N, K) float32, and `activation` says how
probabilities follow.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inference.classifier.forward import Forward, open_forward
from inference.classifier.opening import Asked, tried
from inference.classifier.prediction import Prediction
from inference.classifier.preprocess import Preprocessing
from inference.classifier.readout import Activation, Readout, output_in_words
from inference.classifier.spec import (
    ClassifierSpec,
    Wishes,
    input_size,
    read_notes,
    read_spec,
)
from inference.classifier.trial import Trial
from inference.errors import ModelError, Sentence
from inference.geometry import Affine, Array, Box, Floats, Size
from inference.image import LoadedImage
from inference.jobs import Job, run
from inference.network.binding import given_inputs
from inference.network.channels import with_axes, with_channels
from inference.network.graph import Graph, Shapes, read_graph
from inference.network.sessions import Precision, ProviderChoice
from inference.network.shapes import infer_shapes
from inference.network.widening import widened

_PRECISIONS: dict[ProviderChoice, Precision] = {
    "cuda-tf32": "tf32",
    "cuda-float16": "float16",
}


@dataclass(frozen=True, slots=True, eq=False)
class PreparedInput:
    """A photo as a classifier sees it, before normalisation.

    Attributes:
        pixels: (h, w, C) uint8, RGB, RGBA or grey.
        box: Where the input lies on the photo, in photo pixels; with letterbox bars it
            reaches over the border.
        seen: The part of the photo that the network sees.
        mean: The mean pixel value (C,), in 0..255.
    """

    pixels: NDArray[np.uint8]
    box: Box
    seen: Box
    mean: Floats

    @property
    def size(self) -> Size:
        """Height and width of the input."""
        return Size(*self.pixels.shape[:2])

    @property
    def whole(self) -> Box:
        """Where all of the input lies on the photo, as `to_photo` maps it."""
        return self.to_photo.box(Box(0, 0, *self.size))

    @property
    def to_photo(self) -> Affine:
        """Maps input coordinates to photo coordinates."""
        return Affine(Box(0, 0, *self.size), self.box)


@dataclass(frozen=True, eq=False)
class Classifier:
    """An image classifier that was opened; see `open_classifier`.

    Attributes:
        graph: The file.
        spec: How it is fed and what its classes are called.
        forward: The way through it.
        trial: What trying it out told.
        provider: Where it was asked to run.
    """

    graph: Graph
    spec: ClassifierSpec
    forward: Forward
    trial: Trial
    provider: ProviderChoice = "auto"

    @cached_property
    def single_threaded(self) -> Forward:
        """A way through it on the CPU that adds no threads of its own.

        Raises:
            OutOfMemoryError: For want of memory; it has its own copy of the weights.
        """
        alone = open_forward(self.graph, "cpu", threads=1)
        return alone.sharing(self.trial.together)

    @cached_property
    def rounded(self) -> Forward:
        """A way through it in the precision that was chosen for many inputs.

        Raises:
            OutOfMemoryError: For want of memory; it has its own copy of the weights.
            ModelError: It cannot be had in that precision.
        """
        how = self.precision
        forward = open_forward(self.graph, self.provider, precision=how)
        return forward.sharing(self.trial.together)

    @property
    def precision(self) -> Precision:
        """In which it is to compute many inputs; "exact" on the CPU."""
        if self.device == "CPU":
            return "exact"
        return _PRECISIONS.get(self.provider, "exact")

    @property
    def readout(self) -> Readout:
        """How logits are read."""
        return self.trial.readout

    @property
    def activation(self) -> Activation:
        """How probabilities follow from its logits."""
        return self.trial.readout.activation

    @property
    def output(self) -> str:
        """What the file gives, in words."""
        is_behind = self.readout.tensor != self.graph.outputs[0].name
        return output_in_words(self.activation, self.trial.dtype, is_behind=is_behind)

    @property
    def device(self) -> str:
        """Where it runs: "CPU" or "CUDA"."""
        return self.forward.device

    @property
    def is_coupled(self) -> bool:
        """Whether an answer depends on the others of its batch.

        Then each input has a pass of its own.
        """
        return self.trial.is_coupled

    @property
    def is_as_written(self) -> bool:
        """Whether it is run node by node: ONNX Runtime's optimiser changes it."""
        return self.graph.is_as_written

    @property
    def is_repeatable(self) -> bool:
        """Whether one input has one answer."""
        return self.trial.is_repeatable

    @property
    def labels(self) -> tuple[str, ...]:
        """K class names."""
        return self.spec.labels

    @property
    def preprocessing(self) -> Preprocessing:
        """From photo to input."""
        return self.spec.preprocessing

    def prepare(self, image: LoadedImage) -> PreparedInput:
        """Returns the pixels that the network sees of a photo."""
        how = self.preprocessing
        pixels = how.pixels(image.with_alpha(how.alpha))
        mean = np.asarray(pixels.mean(axis=(0, 1), dtype=np.float64), np.float32)
        return PreparedInput(
            pixels, how.input_box(image.size), how.seen_box(image.size), mean
        )

    def tensor(self, pixels: NDArray[np.uint8] | Floats) -> Array:
        """Normalises pixel values (..., h, w, C) into the file's layout and type.

        Returns:
            (..., C, h, w) or (..., h, w, C) float32, float16 or uint8.
        """
        values = self.preprocessing.normalised(pixels)
        if self.spec.input.layout == "NCHW":
            values = np.moveaxis(values, -1, -3)
        if self.spec.input.dtype == "uint8":
            values = np.rint(np.clip(values, 0, 255))
        return np.ascontiguousarray(values, self.spec.input.dtype)

    @property
    def shapes(self) -> Shapes:
        """The shapes of its tensors in one pass, of a batch as `batch` makes it."""
        size, channels = self.preprocessing.size, self.spec.input.channels
        black = np.zeros((*size, channels), np.uint8)
        return infer_shapes(self.graph, self.batch(black).shape)

    def batch(self, pixels: NDArray[np.uint8]) -> Array:
        """Returns the input for one picture, repeated where the file fixes a batch."""
        tensor = self.tensor(pixels)[np.newaxis]
        return np.repeat(tensor, self.spec.input.batch or 1, axis=0)

    def logits(self, inputs: Array) -> Floats:
        """Answers a batch: of different photos, or of one with places covered.

        Args:
            inputs: (N, ...) `tensor`s, as many as there are.

        Returns:
            (N, K), each row what its input gets by itself.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: ONNX Runtime failed for another reason, or gave no numbers.
        """
        return self.read(self.forward(inputs))

    def read(self, raw: Array) -> Floats:
        """Returns logits (N, K) of what a `Forward` gave (N, values).

        Raises:
            ModelError: There are infinite values, or no numbers.
        """
        values = raw.astype(np.float32)
        if not np.isfinite(values.max(axis=1)).all():
            raise ModelError(
                '"{file}" gives values that are infinite or no numbers. Check its '
                "preprocessing, or export it in float32.",
                file=self.graph.path.name,
            )
        logits: Floats = self.readout.logits(values, np)
        return logits

    def prediction(self, logits: Floats) -> Prediction:
        """Makes a record of logits (K,)."""
        return Prediction(logits, self.labels, self.activation)

    def predict(self, image: LoadedImage) -> Prediction:
        """Classifies a photo."""
        return self.predict_input(self.prepare(image))

    def predict_input(self, prepared: PreparedInput) -> Prediction:
        """Classifies a photo that was prepared."""
        tensor = self.tensor(prepared.pixels)[np.newaxis]
        return self.prediction(self.logits(tensor)[0])


def open_classifier(
    path: Path | str,
    wishes: Wishes | Callable[[Graph], Wishes] | None = None,
    provider: ProviderChoice = "auto",
) -> Classifier:
    """Opens an ONNX file as an image classifier: reads it, opens it, tries it out.

    For files that are known: a stranger's may bring this process down with it.

    Args:
        path: The file.
        wishes: What the user states about it, or who knows that once it is read.
        provider: Where it is to run.

    Raises:
        ModelError: It cannot be opened, or is not an image classifier.
        SpecError: What the user states about it cannot work.
    """
    return run(classifier_opening(path, wishes, provider, is_trusted=True))


def classifier_opening(
    path: Path | str,
    wishes: Wishes | Callable[[Graph], Wishes] | None = None,
    provider: ProviderChoice = "auto",
    *,
    is_trusted: bool = False,
) -> Job[Sentence, Classifier]:
    """Opens a classifier as a job that says what it is doing.

    What was not opened before is first tried in a process of its own, unless it is
    trusted. The rest is as for `open_classifier`.
    """
    graph = with_channels(widened(read_graph(path)))
    wishes = (wishes(graph) if callable(wishes) else wishes) or Wishes()
    graph = with_axes(graph, wishes.axes)
    notes = read_notes(graph, wishes)
    size = input_size(graph, wishes, notes)
    given = given_inputs(graph, size, wishes.inputs)
    asked = Asked(size, wishes, notes, provider, is_trusted=is_trusted)
    found = yield from tried(graph, given, asked)
    count = found.trial.output_count
    reading = replace(found.reading, axes=wishes.axes or "")
    spec = read_spec(found.graph, count, wishes, notes, reading)
    forward = found.forward.sharing(found.trial.together)
    return Classifier(found.graph, spec, forward, found.trial, provider)
