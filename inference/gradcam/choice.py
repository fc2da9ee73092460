"""Which layer Grad-CAM takes when nobody names one.

The last layer that still asks every place for itself: from there only pooling, dense
layers and pointwise functions lead to the classes. One backward pass says whether its
places have a gradient at all: behind the last attention of a transformer that reads a
class token they have none. There it is the last layer that all gradients of places pass
through: the output of the last block's first norm.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from inference.errors import Sentence
from inference.geometry import Size
from inference.gradcam.layers import (
    asked_place_by_place,
    outputs_as_made,
    weighable_layers,
)
from inference.gradcam.survey import Survey
from inference.network.extract import ancestors, live_nodes
from inference.network.graph import Graph, Shapes, without_domain
from inference.network.layers import FeatureKind, FeatureLayer, following_relu
from inference.network.operators import GATHERING
from inference.network.shapes import infer_shapes, input_shape

_MOST_TRIED = 40
_SHARES = (15 / 16, 7 / 8, 3 / 4, 1 / 2)  # of the network below the beginning of a pass


@dataclass(frozen=True, slots=True)
class Choice:
    """The layer that is taken when nobody names one.

    Attributes:
        layer: The tensor.
        second: The next best; None where there is no other.
        is_early: Whether it lies in the first half of the network, and layers that look
            at places together come after it.
    """

    layer: FeatureLayer
    second: FeatureLayer | None
    is_early: bool

    @property
    def sentence(self) -> Sentence:
        """How the layer was chosen, and what the next best is."""
        if self.second is None:
            return Sentence("automatic: the last one whose places have a gradient")
        return Sentence(
            "automatic: the last one whose places have a gradient; next best {layer}",
            layer=self.second.short or self.second.name,
        )


def usual_layer(graph: Graph, logits: str, size: Size) -> FeatureLayer | None:
    """Returns the layer that is likely taken for inputs of this size.

    No gradient was asked for; None where no tensor has places.
    """
    shapes = infer_shapes(graph, input_shape(graph, size))
    layers = weighable_layers(graph, logits, shapes)
    likely = Chooser(graph, logits, layers, shapes).likely
    return likely[-1] if likely else None


class Chooser:
    """Ranks the layers of one network.

    `layers` are all that can be weighed, in the file's order.
    """

    def __init__(
        self, graph: Graph, logits: str, layers: Sequence[FeatureLayer], shapes: Shapes
    ) -> None:
        self._graph, self._layers = graph, tuple(layers)
        self._asked = asked_place_by_place(graph, logits, layers, shapes)
        leading = ancestors(graph, logits)
        made = [n for node in live_nodes(graph) for n in outputs_as_made(node)]
        self._order = [name for name in made if name in leading]

    def chosen(
        self,
        survey: Callable[[FeatureLayer], Survey],
        is_neck: Callable[[FeatureLayer], bool],
    ) -> Choice | None:
        """Returns the choice; None where no tensor has places.

        Args:
            survey: Runs a backward pass that ends at a layer.
            is_neck: Whether all that the photo says passes through a layer.
        """
        found: list[FeatureLayer] = []
        for beginning in self._beginnings(is_neck):
            seen = survey(beginning)
            found = self._asked_and_moved(seen) or self._passed_by_all(seen)
            if found:
                break
        ranked = found or self.likely
        return self._made(ranked[-1]) if ranked else None

    @property
    def likely(self) -> list[FeatureLayer]:
        """The layers that ask every place, by the look of what follows them."""
        return self._gathering(self._asked_ones(self._layers)) or list(self._layers)

    def _beginnings(
        self, is_neck: Callable[[FeatureLayer], bool]
    ) -> Iterator[FeatureLayer]:
        """Yields where a backward pass may end, the cheapest first."""
        likely = self.likely
        if likely and likely[-1].kind is not FeatureKind.TOKENS:
            yield likely[-1]
        for share in _SHARES:
            below = [x for x in self._layers if self._depth(x) <= share]
            neck = next((x for x in reversed(below) if is_neck(x)), None)
            if neck is not None:
                yield neck
        yield from self._layers[:1]

    def _asked_and_moved(self, seen: Survey) -> list[FeatureLayer]:
        """Returns the layers that ask every place, and whose places are answered."""
        return self._gathering(self._asked_ones(seen.moved))

    def _asked_ones(self, layers: Sequence[FeatureLayer]) -> list[FeatureLayer]:
        return [layer for layer in layers if layer.name in self._asked]

    def _passed_by_all(self, seen: Survey) -> list[FeatureLayer]:
        """Returns the last layer that all gradients of places pass through."""
        likely = _of_usual_width(seen.moved)
        tried = reversed(likely[-_MOST_TRIED:])
        return [x for x in (next(filter(seen.passes_all, tried), None),) if x]

    def _made(self, layer: FeatureLayer) -> Choice:
        """Returns a choice with the next best: not the same layer before its ReLU."""
        before = [
            other
            for other in self._layers[: self._layers.index(layer)]
            if following_relu(self._graph, other.name) != layer.name
        ]
        alike = [other for other in before if other.shape == layer.shape]
        others = self._gathering(alike or before)
        second = others[-1] if others else None
        is_last = layer.name in self._asked
        return Choice(layer, second, not is_last and self._depth(layer) < 1 / 2)

    def _depth(self, layer: FeatureLayer) -> float:
        """Returns where a layer lies, 0 at the photo to 1 at the classes."""
        return self._order.index(layer.name) / len(self._order)

    def _gathering(self, layers: Sequence[FeatureLayer]) -> list[FeatureLayer]:
        """Returns the layers that gather activations, all where none does."""
        return [layer for layer in layers if self._gathers(layer)] or list(layers)

    def _gathers(self, layer: FeatureLayer) -> bool:
        """Whether a layer gathers activations; the shift of a norm does not."""
        operator = without_domain(layer.operator)
        if operator == "Add" and layer.kind is FeatureKind.TOKENS:
            node = self._graph.producers[layer.name]
            live = set(self._order).intersection(node.inputs)
            return node.plain_operator != "Add" or len(live) > 1
        return operator in GATHERING


def _of_usual_width(layers: Sequence[FeatureLayer]) -> list[FeatureLayer]:
    """Returns those as wide as most on the last grid.

    Queries, keys and values in one tensor are wider; means and deviations narrower.
    """
    last = [layer for layer in layers if layer.size == layers[-1].size]
    widths = [layer.channels for layer in last if layer.channels > 1]
    usual = max(set(widths), key=widths.count, default=0)
    return [layer for layer in last if layer.channels == usual]
