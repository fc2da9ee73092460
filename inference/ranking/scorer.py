"""What a photo is scored by: a classifier that tells logits and features at once."""

from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from inference.classifier import Classifier, open_forward, preprocessing_json
from inference.dataset import BookKey, Looks
from inference.errors import ImageError
from inference.files import as_text
from inference.geometry import Array, Floats
from inference.image import LoadedImage, open_image
from inference.network.head import find_head
from inference.network.layers import FeatureLayer, feature_layers
from inference.network.portions import Portions
from inference.network.shapes import infer_shapes, input_shape
from inference.occluder import abreast, core_count


class Scorer:
    """A classifier that gives logits and pooled features from one pass.

    On a CPU the photos of a batch are shared out among the cores, each with a pass of
    one thread. Threads of a shared pass would wait for each other at every layer, and
    without sleep, while others want to decode.
    """

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        head = find_head(classifier.graph, classifier.readout.tensor)
        self._layer = None if head is None else _layer(classifier, head.features)
        forward = open_forward(
            classifier.graph,
            "auto" if classifier.device == "CUDA" else "cpu",
            threads=1,
            also=() if self._layer is None else (self._layer.name,),
        )
        self._forward = forward.sharing(classifier.trial.together)
        self._portions = Portions()

    @property
    def key(self) -> BookKey:
        """What the numbers depend on."""
        spec = self._classifier.spec
        feeding = preprocessing_json(spec.preprocessing)
        count = 0 if self._layer is None else self._layer.channels
        model = self._classifier.graph.identity
        return BookKey(model, feeding, len(spec.labels), count)

    def read(self, path: Path) -> tuple[Array | None, Looks, str]:
        """Returns a photo's tensor, its looks, and why there is no tensor."""
        try:
            image = open_image(path)
        except ImageError as error:
            return None, Looks(), as_text(str(error))
        tensor = self._classifier.tensor(self._classifier.prepare(image).pixels)
        return tensor, looks_of(image), ""

    def __call__(self, inputs: Array) -> tuple[Floats, Floats]:
        """Returns logits (N, K) and pooled features (N, F) of inputs (N, ...)."""
        answers = abreast(self._pass, inputs, self._piece(len(inputs)))
        logits, features = zip(*answers, strict=True)
        return np.concatenate(logits), np.concatenate(features)

    def _piece(self, count: int) -> int:
        """Returns how many of so many inputs one core is given."""
        if self._forward.device != "CPU":
            return count
        together = self._forward.together or 1
        return -(-count // (core_count() * together)) * together

    def _pass(self, inputs: Array) -> tuple[Floats, Floats]:
        names = [self._forward.fetched]
        if self._layer is not None:
            names.append(self._layer.name)
        run = partial(self._forward.run, names=names)
        raw, *values = self._portions.run(run, inputs)
        logits = self._classifier.read(raw.reshape(len(inputs), -1))
        if self._layer is None:
            return logits, np.zeros((len(inputs), 0), np.float32)
        maps = self._layer.folded(values[0].astype(np.float32))
        pooled = maps if maps.ndim == 2 else maps.mean(axis=(2, 3))
        return logits, pooled


def _layer(classifier: Classifier, name: str) -> FeatureLayer | None:
    shape = input_shape(classifier.graph, classifier.preprocessing.size)
    graph = classifier.graph
    return feature_layers(graph, infer_shapes(graph, shape)).get(name)


def looks_of(image: LoadedImage) -> Looks:
    """Returns what is told of a photo without a network."""
    grey = Image.fromarray(image.pixels).convert("L").resize((9, 8))
    values = np.asarray(grey, np.int16)
    bits = np.packbits(values[:, :-1] > values[:, 1:])
    spread = float(np.asarray(grey, np.float64).std())
    return Looks(image.sha256, bits.tobytes().hex(), *image.size, spread)
