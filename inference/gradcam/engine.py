"""Grad-CAM of a classifier, for any layer and any class."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier, PreparedInput
from inference.errors import Sentence, SpecError, UnsupportedOperatorError
from inference.geometry import Size
from inference.gradcam.choice import Choice, Chooser
from inference.gradcam.diagnosis import Diagnosis
from inference.gradcam.equation import Weighed
from inference.gradcam.layers import (
    guessed_layer,
    named_layer,
    nothing_to_draw,
    weighable_layers,
)
from inference.gradcam.passes import started, weigh
from inference.gradcam.result import GradCamMap, gradcam_map
from inference.gradcam.saturation import cut_of
from inference.gradcam.score import (
    ClassScorer,
    Explained,
    Leading,
    Scorer,
    TensorScorer,
    all_classes,
    leads_clearly,
)
from inference.gradcam.spec import GradCamSpec
from inference.gradcam.survey import Survey
from inference.gradcam.tail import Tail, off_card
from inference.network.layers import FeatureLayer

if TYPE_CHECKING:
    import torch

    from inference.network.graph import Graph
    from inference.twin.parity import Parity


class GradCam:
    """Grad-CAM of one classifier; making it loads torch and builds the twin.

    It may be asked from several threads at once. It keeps the twin, and ONNX Runtime
    sessions up to the last few layers that were asked for.

    Attributes:
        classifier: The network.
        layers: All tensors with places that lead to the classes, in the file's order.
        beyond: More such tensors, which have no gradient here: operators that the twin
            lacks stand between them and the classes.
        missing: These operators.
        choice: The layer that is taken when none is named; None where no tensor has
            places.

    Raises:
        UnsupportedOperatorError: The twin lacks operators behind all layers.
        ModelError: The twin cannot be built.
    """

    def __init__(self, classifier: Classifier, tail: Tail | None = None) -> None:
        self.classifier = classifier
        self._tail = tail or Tail(classifier)
        self._form: tuple[Graph, Tail] | None = None
        graph, logits = classifier.graph, classifier.readout.tensor
        self._shapes = classifier.shapes
        layers = weighable_layers(graph, logits, self._shapes)
        within = self._tail.explained(logits)
        self.missing = self._tail.missing
        self.layers = tuple(layer for layer in layers if layer.name in within)
        self.beyond = tuple(layer for layer in layers if layer.name not in within)
        if self.missing and not self.layers:
            raise UnsupportedOperatorError(graph.path.name, self.missing)
        self.choice = self._chosen()
        self._cut = cut_of(graph, classifier.readout)

    @property
    def tail(self) -> Tail:
        """The part that runs in torch, for other methods that take gradients."""
        return self._tail

    def tail_of(self, form: Classifier) -> Tail:
        """Returns the same of another form of the network; that of the last is kept."""
        if form.graph is self.classifier.graph:
            return self._tail
        kept = self._form
        if kept is None or kept[0] is not form.graph:
            kept = self._form = form.graph, self._tail.of_form(form)
        return kept[1]

    @property
    def automatic(self) -> FeatureLayer | None:
        """The layer that is taken when none is named."""
        return self.choice.layer if self.choice else None

    def layer(self, name: str | None = None) -> FeatureLayer:
        """Returns the layer of a name, in full or short, or the automatic one.

        Raises:
            SpecError: There is no such tensor, or it cannot be read as a grid.
        """
        if name is None:
            return self._required_automatic()
        graph = self.classifier.graph
        found = named_layer(graph, name, self.layers)
        if found is not None:
            return found
        if name in {layer.name for layer in self.beyond}:
            raise UnsupportedOperatorError(graph.path.name, self.missing)
        return self._guessed(name)

    def _required_automatic(self) -> FeatureLayer:
        if self.automatic is None:
            raise nothing_to_draw(self.classifier.graph)
        return self.automatic

    def _guessed(self, name: str) -> FeatureLayer:
        """Returns a tensor that is no layer as one, if it can be laid out."""
        graph, size = self.classifier.graph, self.classifier.preprocessing.size
        guess = guessed_layer(graph, name, self._shapes, size)
        if guess is None:
            lengths = " × ".join(map(str, self._shapes.get(name, ())))
            raise SpecError(
                '"{name}" is {shape} and cannot be laid out in rows and columns. '
                "Choose a layer with places.",
                name=name,
                shape=lengths or Sentence("unknown"),
            )
        return guess

    @off_card
    def explain(
        self, prepared: PreparedInput, spec: GradCamSpec | None = None
    ) -> GradCamMap:
        """Returns the map of one photo at one layer.

        Raises:
            SpecError: There is no such layer or class, or no way between them.
            ModelError: ONNX Runtime or the twin failed.
        """
        spec = spec or GradCamSpec()
        layer, scorer = self.layer(spec.layer), self._scorer(spec, prepared)
        self._tail.require(layer.name, scorer.tensor)
        given = self._tail.below(layer.name, prepared.pixels, scorer.tensor)
        pairs, raw = weigh(self._tail.twin, given, [layer], scorer.tensor, scorer)
        return self._map(spec, pairs[0], scorer.explained(raw), prepared)

    @off_card
    def ladder(
        self,
        prepared: PreparedInput,
        spec: GradCamSpec | None = None,
        layers: Sequence[FeatureLayer] = (),
    ) -> tuple[GradCamMap, ...]:
        """Returns the maps at all layers (or at these), from one backward pass.

        None where nothing that leads to the score has rows and columns.

        Raises:
            SpecError: There is no such class.
            ModelError: The twin failed.
        """
        spec = replace(spec or GradCamSpec(), layer=None)
        chosen, scorer = layers or self.layers, self._scorer(spec, prepared)
        within = self._tail.explained(scorer.tensor)
        chosen = [layer for layer in chosen if layer.name in within]
        if not chosen:
            return ()
        given = self._tail.given(prepared.pixels, scorer.tensor)
        pairs, raw = weigh(
            self._tail.twin, given, chosen, scorer.tensor, scorer, is_below_open=True
        )
        explained = scorer.explained(raw)
        return tuple(
            self._map(replace(spec, layer=w.layer.name), w, explained, prepared)
            for w in pairs
        )

    @off_card
    def certificate(self, prepared: PreparedInput | None = None) -> "Parity":
        """Returns how well twin and ONNX Runtime agree on the logits.

        On noise, on a smooth picture, and on a photo where one is given. Where the twin
        lacks operators it is compared from behind them on.
        """
        from inference.twin.parity import parity

        graph, size = self.classifier.graph, self.classifier.preprocessing.size
        pictures = _test_pictures(size, self.classifier.spec.input.channels)
        if prepared is not None:
            pictures.append(prepared.pixels)
        cases = [[self.classifier.batch(pixels)] for pixels in pictures]
        outputs, forward = [self.classifier.readout.tensor], self.classifier.forward
        is_ours = forward.device == "CPU" and not self.missing
        return parity(
            graph,
            cases,
            twin=self._tail.twin,
            outputs=outputs,
            session=forward.session if is_ours else None,
            given=self._tail.starts,
        )

    @off_card
    def _chosen(self) -> Choice | None:
        """Chooses a layer by gradients on noise."""
        graph, logits = self.classifier.graph, self.classifier.readout.tensor
        size = self.classifier.preprocessing.size
        noise = _test_pictures(size, self.classifier.spec.input.channels)[0]

        def survey(beginning: FeatureLayer) -> Survey:
            given = self._tail.below(beginning.name, noise, logits)
            layers = self.layers[self.layers.index(beginning) :]
            score = partial(all_classes, self.classifier)
            return Survey(self._tail.twin, given, layers, logits, score)

        chooser = Chooser(graph, logits, self.layers, self._shapes)
        return chooser.chosen(survey, self._tail.is_neck)

    def _map(
        self,
        spec: GradCamSpec,
        weighed: Weighed,
        explained: Explained,
        prepared: PreparedInput,
    ) -> GradCamMap:
        before = self._before(weighed.layer)
        answer = gradcam_map(
            spec,
            weighed,
            explained,
            prepared,
            choice=self.choice,
            before=before,
            cut=self._cut,
        )
        if answer.diagnosis and answer.diagnosis.trouble == "not finite":
            return replace(answer, diagnosis=self._not_finite(prepared, weighed))
        return answer

    def _before(self, layer: FeatureLayer) -> FeatureLayer | None:
        """Returns the layer before one, in the file's order."""
        names = [each.name for each in self.layers]
        place = names.index(layer.name) if layer.name in names else 0
        return self.layers[place - 1] if place else None

    def _not_finite(self, prepared: PreparedInput, weighed: Weighed) -> Diagnosis:
        """Looks for the first tensor that is no number everywhere."""
        import torch

        logits, tail = self.classifier.readout.tensor, self._tail
        within, given = tail.explained(logits), tail.given(prepared.pixels, logits)
        names = [name for name in self.classifier.graph.producers if name in within]
        with torch.no_grad():
            values = tail.twin.tail(started(tail.twin, given, ()), names)
        for name in names:
            if not bool(values[name].isfinite().all()):
                reason = Sentence('Not a number from "{tensor}" on.', tensor=name)
                return Diagnosis("not finite", reason, tensor=name)
        name = weighed.layer.name
        reason = Sentence('The gradient at "{tensor}" is no number.', tensor=name)
        return Diagnosis("not finite", reason)

    def _scorer(self, spec: GradCamSpec, prepared: PreparedInput) -> Scorer:
        if spec.reduction is None:
            return ClassScorer(self.classifier, spec, self._leading(prepared))
        shape = self._shapes.get(spec.reduction, ())
        named = {x.name: x.axes.letters for x in self.layers if x.axes}
        axes = named.get(spec.reduction, "NCHW"[: len(shape)])
        lengths = dict(zip(axes, shape, strict=False))
        return TensorScorer(self.classifier, spec, prepared, lengths)

    def _leading(self, prepared: PreparedInput) -> Leading:
        """Returns what tells the leading class of the twin's logits.

        Where two lead nearly alike, or the file rounds, the classifier is asked.
        """
        asked = cache(lambda: self.classifier.predict_input(prepared).top_index)

        def leading(logits: "torch.Tensor") -> int:
            is_sure = not self._tail.twin.rounds and leads_clearly(logits)
            return int(logits.argmax()) if is_sure else asked()

        return leading


def _test_pictures(size: Size, channels: int) -> list[NDArray[np.uint8]]:
    """Returns noise and a smooth picture, (h, w, C)."""
    shape = (*size, channels)
    noise = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    rows, cols = np.mgrid[: size.height, : size.width]
    ramps = [255 * rows / size.height, 255 * cols / size.width]
    ramps += [255 - ramp for ramp in ramps]
    return [noise, np.stack(ramps[:channels], axis=-1).astype(np.uint8)]
