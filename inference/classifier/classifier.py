"""The ONNX Runtime session of an image classifier.

After construction nothing in a `Classifier` changes, and its session may run from
several threads at once. Whatever the file gives, `logits` returns (N, K) float32, and
`activation` says how probabilities follow.
"""

from copy import copy
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray

from inference.classifier.forward import Forward
from inference.classifier.prediction import Prediction
from inference.classifier.preprocess import Preprocessing
from inference.classifier.readout import (
    QUANTISED_STEP,
    SMALLEST_PROBABILITY,
    Activation,
    activation_of,
    not_a_classifier,
    output_in_words,
)
from inference.classifier.spec import Wishes, input_size, read_spec
from inference.classifier.trial import Trial, try_out
from inference.errors import ModelError, plain
from inference.geometry import Affine, Array, Box, Floats, Size
from inference.image import LoadedImage
from inference.network.graph import Graph, read_graph
from inference.network.input import read_input
from inference.network.sessions import ProviderChoice, device_name, open_session


@dataclass(frozen=True, slots=True, eq=False)
class PreparedInput:
    """A photo as a classifier sees it, before normalisation.

    Attributes:
        pixels: (h, w, C) uint8, RGB or grey.
        box: Where the input lies on the photo, in photo pixels; with letterbox bars it
            reaches over the border.
        seen: The part of the photo that the network sees.
    """

    pixels: NDArray[np.uint8]
    box: Box
    seen: Box

    @property
    def size(self) -> Size:
        """Height and width of the input."""
        return Size(*self.pixels.shape[:2])

    @property
    def to_photo(self) -> Affine:
        """Maps input coordinates to photo coordinates."""
        return Affine(Box(0, 0, *self.size), self.box)


class Classifier:
    """An image classifier that was opened; see `open_classifier`.

    Attributes:
        graph: The file.
        spec: How it is fed and read.
        activation: How probabilities follow from its logits.
        output: What the file gives, in words.
        device: Where it runs: "CPU" or "CUDA".
        fetched: Name of the tensor that logits are read from.
        is_coupled: Whether an answer depends on the other inputs of its batch. Then
            each input has a pass of its own.
        is_repeatable: Whether one input has one answer.
    """

    def __init__(
        self,
        graph: Graph,
        wishes: Wishes | None = None,
        provider: ProviderChoice = "auto",
    ) -> None:
        self.graph = graph
        self._input = read_input(graph)
        behind = graph.logits()
        self.fetched = behind.tensor if behind else graph.outputs[0].name
        self._forward = self._open(provider)
        self.device = device_name(self._forward.session)
        self._scale = graph.output_scale()
        trial = self._tried_out(input_size(graph, wishes))
        self._together = trial.together
        self.is_coupled = trial.is_coupled
        self.is_repeatable = trial.is_repeatable
        sample = self._checked(trial.raw)
        self.activation = activation_of(graph, sample, self._dequantised(sample))
        self.output = output_in_words(
            self.activation, sample.dtype, is_behind=bool(behind)
        )
        self.spec = read_spec(graph, sample.shape[1], wishes)

    @cached_property
    def single_threaded(self) -> "Classifier":
        """The same network on the CPU, in a session that adds no threads of its own.

        Raises:
            OutOfMemoryError: For want of memory; it has its own copy of the weights.
        """
        alone = copy(self)
        alone._forward = self._open("cpu", threads=1)  # noqa: SLF001
        return alone

    def behind(self, tensor: str, rest: onnx.ModelProto) -> "Classifier":
        """Returns the last part of the network, on the CPU, single-threaded.

        Args:
            tensor: A tensor of the graph. The part's `logits` takes its values.
            rest: The network from there to the tensor `fetched`.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: ONNX Runtime refuses it.
        """
        last, path = copy(self), self.graph.path
        session = open_session(rest, path, "cpu", threads=1)
        last._forward = Forward(session, path, tensor, self._input.batch)  # noqa: SLF001
        return last

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
        return PreparedInput(
            how.pixels(image.pixels),
            how.input_box(image.size),
            how.seen_box(image.size),
        )

    def tensor(self, pixels: NDArray[np.uint8] | Floats) -> Array:
        """Normalises pixel values (..., h, w, C) into the file's layout and type.

        Returns:
            (..., C, h, w) or (..., h, w, C) float32, float16 or uint8.
        """
        values = self.preprocessing.normalised(pixels)
        if self._input.layout == "NCHW":
            values = np.moveaxis(values, -1, -3)
        if self._input.dtype == "uint8":
            values = np.rint(np.clip(values, 0, 255))
        return np.ascontiguousarray(values, self._input.dtype)

    def batch(self, pixels: NDArray[np.uint8]) -> Array:
        """Returns the input for one picture, repeated where the file fixes a batch."""
        tensor = self.tensor(pixels)[np.newaxis]
        return np.repeat(tensor, self._input.batch or 1, axis=0)

    def logits(self, tensor: Array) -> Floats:
        """Runs a batch of `tensor`s (N, ...) and returns logits (N, K).

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: ONNX Runtime failed for another reason, or gave no numbers.
        """
        raw = self._run(tensor)
        flat = self._dequantised(raw.reshape(len(tensor), -1))
        if not np.isfinite(flat.max(axis=1)).all():
            raise ModelError(
                f'"{self.graph.path.name}" gives values that are infinite or no '
                "numbers. Check its preprocessing, or export it in float32."
            )
        if self.activation is Activation.EXP:
            flat = np.log(np.maximum(flat, SMALLEST_PROBABILITY))
        if flat.shape[1] == 1:  # one sigmoid: the class and its absence
            flat = np.concatenate([-flat, flat], axis=1)
        return flat

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

    def _open(self, provider: ProviderChoice, threads: int = 0) -> Forward:
        behind = self.graph.logits()
        model = self.graph.with_outputs([behind.tensor] if behind else [])
        path, source = self.graph.path, self._input
        session = open_session(model, path, provider, threads=threads)
        return Forward(session, path, source.name, source.batch)

    def _run(self, tensor: Array) -> Array:
        """Returns the raw output for inputs (N, ...)."""
        return self._forward.run(tensor, self._together, [self.fetched])[0]

    def _dequantised(self, raw: Array) -> Floats:
        if raw.dtype.kind == "f":
            return raw.astype(np.float32)
        unknown = QUANTISED_STEP if raw.dtype == np.uint8 else 1.0
        scale, zero_point = self._scale or (unknown, 0)
        return (raw.astype(np.float32) - zero_point) * np.float32(scale)

    def _tried_out(self, size: Size) -> Trial:
        """Runs two inputs, together and alone.

        A GPU rounds otherwise in other batches, so there the CPU has the last word.
        """
        names = list(dict.fromkeys([self.fetched, self.graph.outputs[0].name]))
        trial = try_out(partial(self._forward.run, names=names), self._input, size)
        is_plain = trial.is_repeatable and not trial.is_coupled
        if is_plain or self.device == "CPU":
            return trial
        run = self._open("cpu").run
        return try_out(partial(run, names=names), self._input, size)

    def _checked(self, raw: Array) -> Array:
        """Returns the raw output (2, K) for two inputs, if it is classes."""
        is_batch = raw.ndim > 1 and len(raw) == 2
        is_vector = is_batch and max(raw.shape[1:]) == raw[0].size > 0
        if not is_vector or raw.dtype.kind not in "fiu":
            shown = ", ".join(map(str, ("batch", *raw.shape[1:])))
            raise not_a_classifier(
                self.graph,
                f'its output "{plain(self.graph.outputs[0].name)}" has shape ({shown}) '
                f"of {raw.dtype}; a classifier's has (batch, classes) of numbers",
            )
        return raw.reshape(2, -1)


def open_classifier(
    path: Path | str,
    wishes: Wishes | None = None,
    provider: ProviderChoice = "auto",
) -> Classifier:
    """Opens an ONNX file as an image classifier; tries out what it gives.

    Raises:
        ModelError: It cannot be opened, or is not an image classifier.
        SpecError: What the user states about it cannot work.
    """
    return Classifier(read_graph(path), wishes, provider)
