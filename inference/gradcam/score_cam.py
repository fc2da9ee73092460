"""Score-CAM: shows the photo through each feature map and weighs it by the score.

H. Wang and others: "Score-CAM: Score-Weighted Visual Explanations for Convolutional
Neural Networks", CVPR Workshops 2020, section 3. It needs no gradients.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inference.classifier import (
    LEADING_PROBABILITY,
    Classifier,
    Prediction,
    PreparedInput,
    Quantity,
    Target,
    scores,
)
from inference.errors import Sentence, SpecError
from inference.geometry import Doubles, Floats, Size
from inference.gradcam.choice import usual_layer
from inference.gradcam.layers import (
    named_layer,
    no_layer,
    nothing_to_draw,
    weighable_layers,
)
from inference.jobs import Job, Progress
from inference.network.layers import FeatureLayer
from inference.network.tensors import TensorReader
from inference.occluder import BASELINES, Baseline, Masks, Occluder
from inference.pictures.explanation import Explanation, Health
from inference.pictures.heatmap import over_input


@dataclass(frozen=True, slots=True)
class ScoreCamSpec:
    """What is asked of Score-CAM.

    Attributes:
        target: Whose probability counts: with logits one channel would take all.
        layer: Name of the tensor; None for the automatic one.
        channels: The strongest so many are shown; None for all.
        baseline: What covers the rest of the photo, and what scores are compared with.

    Raises:
        SpecError: Not the probability, or no channel.
    """

    target: Target = LEADING_PROBABILITY
    layer: str | None = None
    channels: int | None = None
    baseline: Baseline = BASELINES["black"]

    def __post_init__(self) -> None:
        if self.target.quantity is not Quantity.PROBABILITY:
            raise SpecError("Score-CAM explains a probability. Choose the probability.")
        if self.channels is not None and self.channels < 1:
            raise SpecError("Score-CAM needs at least one channel.")


def score_cam(
    classifier: Classifier,
    prepared: PreparedInput,
    spec: ScoreCamSpec,
    *,
    batch_size: int | None = None,
) -> Job[None, Explanation]:
    """Weighs each channel of a layer by what the photo through it scores.

        H_k = A_k enlarged, from 0 to 1
        w_k = p(photo ⊙ H_k) − p(baseline),  L = ReLU(Σ_k w_k A_k)

    Args:
        classifier: The network.
        prepared: The photo as it sees it.
        spec: What is asked.
        batch_size: Channels per forward pass; None finds the fastest.

    Raises:
        SpecError: There is no such layer.
    """
    prediction = classifier.predict_input(prepared)
    spec = replace(spec, target=spec.target.settled(prediction.top_index))
    layer = score_cam_layer(classifier, spec)
    maps = _read(classifier, prepared, layer)
    chosen = _strongest(maps, spec.channels)
    occluder = Occluder(
        classifier,
        prepared.pixels,
        spec.baseline.filling(prepared),
        batch_size=batch_size,
        shortcuts=False,
    )

    def seen(shares: Floats) -> Doubles:
        logits = occluder.logits(Masks.of_shares(1 - shares))
        return scores(logits, spec.target, classifier.activation)

    blank, done = seen(np.zeros((1, *prepared.size), np.float32))[0], 0
    weights = np.zeros(len(maps))
    while done < len(chosen):
        some = chosen[done : done + occluder.batch_size]
        shares = np.stack([_enlarged(maps[k], prepared.size) for k in some])
        weights[some] = seen(shares) - blank
        done += len(some)
        yield Progress(done, len(chosen), None)
    values = np.tensordot(weights, maps, 1).astype(np.float32)
    return _answer(spec, prepared, prediction, layer, values, used=len(chosen))


def _answer(
    spec: ScoreCamSpec,
    prepared: PreparedInput,
    prediction: Prediction,
    layer: FeatureLayer,
    values: Floats,
    *,
    used: int,
) -> Explanation:
    """Returns the weighed sum (h, w) of a layer as an answer."""
    target = spec.target
    health = Sentence("{n} of {total} maps used.", n=used, total=layer.channels)
    title = Sentence("Score-CAM of the {score}", score=target.name(prediction.labels))
    return Explanation(
        method="scorecam",
        target=target,
        score=prediction.number(target),
        prediction=prediction,
        heatmap=over_input(
            np.maximum(values, 0),
            prepared,
            target,
            title=title,
            meaning=Sentence(
                "layer {layer} · {how}",
                layer=layer.short,
                how=Sentence("only what speaks for the class (ReLU)"),
            ),
        ),
        health=Health(health, bool((values > 0).any())),
        settings={
            "layer": layer.name,
            "layer_is_automatic": spec.layer is None,
            "channels": used,
            "baseline": spec.baseline.name,
        },
        done=used,
    )


def score_cam_layer(classifier: Classifier, spec: ScoreCamSpec) -> FeatureLayer:
    """Returns the layer that is meant; the likely one where none is named.

    Raises:
        SpecError: There is no such layer.
    """
    graph, logits = classifier.graph, classifier.readout.tensor
    if spec.layer is None:
        found = usual_layer(graph, logits, classifier.preprocessing.size)
        if found is None:
            raise nothing_to_draw(graph)
        return found
    layers = weighable_layers(graph, logits, classifier.shapes)
    named = named_layer(graph, spec.layer, layers)
    if named is None:
        raise no_layer(spec.layer, layers)
    return named


def _read(
    classifier: Classifier, prepared: PreparedInput, layer: FeatureLayer
) -> Floats:
    """Returns the layer's maps (C, h, w) of a photo."""
    reader = TensorReader(classifier.graph, classifier.device)
    values = reader.read_once([layer.name], classifier.batch(prepared.pixels))
    maps: Floats = layer.folded(values[layer.name])[0].astype(np.float32)
    return maps - np.float32(layer.zero_point)


def _strongest(maps: Floats, count: int | None) -> NDArray[np.intp]:
    """Returns the channels that are not the same everywhere, the strongest of them."""
    spread = np.ptp(maps.reshape(len(maps), -1), axis=1)
    order = np.argsort(-maps.reshape(len(maps), -1).max(axis=1), kind="stable")
    moved = order[spread[order] > 0]
    return np.sort(moved[:count])


def _enlarged(values: Floats, size: Size) -> Floats:
    """Returns a map from 0 to 1, as large as the input."""
    low = values.min()
    unit = Image.fromarray((values - low) / (values.max() - low))
    large = unit.resize((size.width, size.height), Image.Resampling.BILINEAR)
    return np.clip(np.asarray(large, np.float32), 0, 1)
