"""The ONNX Runtime session of an image classifier.

After construction nothing in a `Classifier` changes, and its session may run from
several threads at once. Whatever the file gives, `logits` returns (N, K) float32, and
`activation` says how probabilities follow.
"""

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from inference.errors import ModelError, plain
from inference.geometry import Affine, Box, Size
from inference.graph import Graph, read_graph
from inference.image import LoadedImage
from inference.model_input import read_input
from inference.prediction import Activation, Floats, Prediction
from inference.preprocess import Preprocessing
from inference.providers import (
    ProviderChoice,
    device_name,
    open_session,
    run_session,
)
from inference.spec import Wishes, input_size, read_spec

Tensor = NDArray[Any]  # in the file's own layout and element type

_SMALLEST_PROBABILITY = 1e-12  # logarithms of probabilities end here
_SUM_TOLERANCE = 0.02
_QUANTISED_STEP = 1 / 256  # of uint8 probabilities


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
        self._fetched = behind.tensor if behind else graph.outputs[0].name
        self._session = self._open_session(provider)
        self.device = device_name(self._session)
        self._scale = graph.output_scale()
        self._batch = self._input.batch
        sample = self._try_out(input_size(graph, wishes))
        self.activation = _activation(graph, sample, self._dequantised(sample))
        self.output = _in_words(self.activation, sample.dtype, is_behind=bool(behind))
        self.spec = read_spec(graph, sample.shape[1], wishes)

    @cached_property
    def single_threaded(self) -> "Classifier":
        """The same network on the CPU, in a session that adds no threads of its own.

        Raises:
            OutOfMemoryError: For want of memory; it has its own copy of the weights.
        """
        alone = copy(self)
        alone._session = self._open_session("cpu", threads=1)  # noqa: SLF001
        return alone

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

    def tensor(self, pixels: NDArray[np.uint8] | Floats) -> Tensor:
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

    def batch(self, pixels: NDArray[np.uint8]) -> Tensor:
        """Returns the input for one picture, repeated where the file fixes a batch."""
        tensor = self.tensor(pixels)[np.newaxis]
        return np.repeat(tensor, self._input.batch or 1, axis=0)

    def logits(self, tensor: Tensor) -> Floats:
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
            flat = np.log(np.maximum(flat, _SMALLEST_PROBABILITY))
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

    def _open_session(
        self, provider: ProviderChoice, threads: int = 0
    ) -> InferenceSession:
        behind = self.graph.logits()
        model = self.graph.with_outputs([behind.tensor] if behind else [])
        return open_session(model, self.graph.path, provider, threads=threads)

    def _run(self, tensor: Tensor) -> Tensor:
        """Runs in pieces of the file's batch size where that is fixed."""
        batch = self._batch or len(tensor)
        pieces = []
        for start in range(0, len(tensor), batch):
            piece = tensor[start : start + batch]
            missing = batch - len(piece)
            if missing:
                piece = np.concatenate([piece, np.repeat(piece[-1:], missing, 0)])
            feeds = {self._input.name: piece}
            path = self.graph.path
            (raw,) = run_session(self._session, path, feeds, [self._fetched])
            pieces.append(raw[: batch - missing])
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    def _dequantised(self, raw: Tensor) -> Floats:
        if raw.dtype.kind == "f":
            return raw.astype(np.float32)
        unknown = _QUANTISED_STEP if raw.dtype == np.uint8 else 1.0
        scale, zero_point = self._scale or (unknown, 0)
        return (raw.astype(np.float32) - zero_point) * np.float32(scale)

    def _try_out(self, size: Size) -> Tensor:
        """Runs black and noise once; returns the raw output (2, K) if it is classes.

        A graph that fails on two inputs at a time is given one at a time from then on.
        """
        model_input = self._input
        shape = (*size, model_input.channels)
        if model_input.layout == "NCHW":
            shape = (model_input.channels, *size)
        noise = np.random.default_rng(0).random(shape, np.float32)
        values = np.stack([np.zeros_like(noise), noise])
        values *= 255 if model_input.dtype == "uint8" else 1
        inputs = values.astype(model_input.dtype)
        try:
            raw = self._run(inputs)
        except ModelError:
            self._batch = 1
            raw = self._run(inputs)
        is_batch = raw.ndim > 1 and len(raw) == 2
        is_vector = is_batch and max(raw.shape[1:]) == raw[0].size > 0
        if not is_vector or raw.dtype.kind not in "fiu":
            shown = ", ".join(map(str, ("batch", *raw.shape[1:])))
            raise _not_a_classifier(
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
    """Opens an ONNX file as an image classifier; runs it once to see what it gives.

    Raises:
        ModelError: It cannot be opened, or is not an image classifier.
        SpecError: What the user states about it cannot work.
    """
    return Classifier(read_graph(path), wishes, provider)


def _activation(graph: Graph, raw: Tensor, sample: Floats) -> Activation:
    """Finds out how probabilities follow from outputs (2, K) on black and noise."""
    behind = graph.logits()
    if behind:
        return Activation(behind.activation)
    if sample.shape[1] == 1:
        raise _not_a_classifier(graph, "it gives one number, as a regression does")
    if raw.dtype == np.uint8 and graph.output_scale() in (None, (_QUANTISED_STEP, 0)):
        return Activation.EXP
    sums_to_one = np.abs(sample.sum(axis=1) - 1) < _SUM_TOLERANCE
    are_probabilities = sums_to_one.all() and sample.min() >= 0
    return Activation.EXP if are_probabilities else Activation.SOFTMAX


def _in_words(activation: Activation, dtype: np.dtype[Any], *, is_behind: bool) -> str:
    if activation is Activation.SIGMOID:
        return "independent probabilities; logits are read before the sigmoid"
    if is_behind:
        return "probabilities; logits are read before the softmax"
    kind = "quantised " if dtype == np.uint8 else ""
    if activation is Activation.EXP:
        return f"{kind}probabilities; their logarithms stand for logits"
    return f"{kind}logits"


def _not_a_classifier(graph: Graph, found: str) -> ModelError:
    return ModelError(
        f'Cannot use "{graph.path.name}" as a classifier: {found}. '
        "Choose a classification model."
    )
