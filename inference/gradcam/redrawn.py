"""A network whose weights are drawn anew, from the classes down."""

import numpy as np

from inference.classifier import PreparedInput
from inference.geometry import Floats
from inference.gradcam.engine import GradCam
from inference.gradcam.equation import EQUATIONS
from inference.gradcam.passes import device_of, weigh
from inference.gradcam.score import ClassScorer
from inference.gradcam.spec import GradCamSpec


class Redrawn:
    """A copy of a network's twin, whose layers get other weights one after another.

    Attributes:
        layers: The names of the weights of all layers, the one at the classes first.
        engine: Gradients by the copy; what ONNX Runtime computes stays as it is.
    """

    def __init__(self, engine: GradCam, seed: int = 0) -> None:
        """Makes a twin of its own; the network itself stays as it is."""
        from inference.twin.module import load_twin

        twin = load_twin(engine.classifier.graph, widen=True)
        twin.requires_grad_(requires_grad=False).to(device_of(engine.tail.twin))
        self._engine, self._twin = engine, twin
        self._random = np.random.default_rng(seed)
        weights = self._twin.weights
        used = [
            name
            for call in reversed(self._twin.calls)
            for name in call.needs
            if name in weights and weights[name].dim() > 1
        ]
        self.layers = tuple(dict.fromkeys(used))
        self._done = 0
        self.engine = GradCam(engine.classifier, engine.tail.with_twin(twin))

    def draw(self, count: int) -> None:
        """Draws the first so many layers anew, with the mean and deviation they had."""
        import torch

        for name in self.layers[self._done : count]:
            old = self._twin.weights[name]
            mean, spread = float(old.mean()), float(old.std())
            drawn = self._random.normal(mean, spread, tuple(old.shape))
            old.data = torch.from_numpy(drawn).to(old)  # never in the file's memory
        self._done = max(self._done, count)

    def explained(self, prepared: PreparedInput, spec: GradCamSpec) -> Floats:
        """Returns the map (h, w) before its ReLU; layer and class are settled."""
        tail, classifier = self._engine.tail, self._engine.classifier
        index = spec.target.class_index
        scorer = ClassScorer(classifier, spec, lambda _: index)
        given = tail.given(prepared.pixels, scorer.tensor)
        layer = self._engine.layer(spec.layer)
        (weighed,), _ = weigh(
            self._twin, given, [layer], scorer.tensor, scorer, is_below_open=True
        )
        with np.errstate(all="ignore"):
            how = EQUATIONS[spec.equation]
            return how.weigh(weighed.activations, weighed.gradients)
