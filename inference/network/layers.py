"""Which tensors of a graph are layers one can look at, and how they become maps.

A layer is a tensor that is computed from the photo and has places or channels: a map
with its channels first or last, tokens that lie on a grid, or a vector. Whoever looks
into a network shares this one answer; each takes what it needs of it.
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Size
from inference.network.axes import Axes
from inference.network.extract import live_nodes
from inference.network.following import followed_axes
from inference.network.graph import Graph, Node, Shapes
from inference.network.names import short_names
from inference.network.operators import BEFORE_RELU, COPYING, RELUS
from inference.network.quantisation import zero_points


class FeatureKind(Enum):
    """How the values of a layer lie in its tensor."""

    CHANNELS_FIRST = "channels first"
    CHANNELS_LAST = "channels last"
    TOKENS = "tokens"
    VECTOR = "vector"


@dataclass(frozen=True, slots=True)
class FeatureLayer:
    """A tensor one can look at.

    Attributes:
        name: Of the tensor.
        operator: Of the node that made its values; what only quantises and dequantises
            them is looked through.
        channels: How many maps or numbers it has.
        axes: Where rows, columns and channels lie; None for a vector.
        zero_point: The value that means nought, where the tensor is quantised.
        is_copy: It holds the numbers of another layer, or of the photo, in another
            form.
        short: A name for the eye, which tells it from the network's other layers.
    """

    name: str
    operator: str
    channels: int
    axes: Axes | None
    zero_point: float = 0
    is_copy: bool = False
    short: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "short", self.short or self.name)

    @property
    def is_spatial(self) -> bool:
        """Whether its values have places on the photo."""
        return self.axes is not None

    @property
    def size(self) -> Size:
        """Rows and columns of a map; 1 x 1 for a vector."""
        return self.axes.grid if self.axes else Size(1, 1)

    @property
    def shape(self) -> tuple[int, ...]:
        """(C, h, w), or (C,) of a vector."""
        return (self.channels, *self.size) if self.axes else (self.channels,)

    @property
    def shape_text(self) -> str:
        """For people: "512 × 13 × 13"."""
        return " × ".join(map(str, self.shape))

    @property
    def kind(self) -> FeatureKind:
        """How the values lie in the tensor."""
        if self.axes is None:
            return FeatureKind.VECTOR
        if self.axes.has_tokens:
            return FeatureKind.TOKENS
        is_last = self.axes.letters.endswith("C")
        return FeatureKind.CHANNELS_LAST if is_last else FeatureKind.CHANNELS_FIRST

    def folded(self, values: NDArray[Any]) -> NDArray[Any]:
        """Returns the tensor (N, ...) as (N, C, h, w), or as (N, C) of a vector.

        The size of maps is taken from the values, that of tokens from the record.
        """
        axes = self.axes
        if axes is None:
            return values.reshape(len(values), -1)
        wanted = "NCT" if axes.has_tokens else "NCHW"
        maps = np.transpose(values, [axes.letters.index(letter) for letter in wanted])
        if not axes.has_tokens:
            return maps
        end = axes.extra_tokens + axes.grid.height * axes.grid.width
        tokens = maps[..., axes.extra_tokens : end]
        return tokens.reshape(*tokens.shape[:2], *axes.grid)


def feature_layers(graph: Graph, shapes: Shapes) -> dict[str, FeatureLayer]:
    """Returns every layer by its tensor's name, input to output.

    `shapes` are those for one pass, as `inference.network.shapes` finds them. Pickers
    leave out what `is_copy`.
    """
    known, zeros = followed_axes(graph, shapes), zero_points(graph)
    originals = {graph.inputs[0].name}  # the photo, and what is no copy
    batch = shapes.get(graph.inputs[0].name, (1,))[0]
    found: dict[str, FeatureLayer] = {}
    for node in live_nodes(graph):
        for name in node.outputs:
            shape, axes = shapes.get(name, ()), known.get(name)
            laid = _laid_out(shape, axes, batch)
            if laid is None:
                continue
            channels, axes = laid
            made_by = _original(graph, node, originals)
            is_copy = made_by is None or (axes is None and _copies(node))
            originals.add(name)
            operator = _source(graph, made_by or node).operator
            zero = zeros.get(name, 0.0)
            layer = FeatureLayer(name, operator, channels, axes, zero, is_copy=is_copy)
            found[name] = layer
    short = short_names(name for name, layer in found.items() if not layer.is_copy)
    return found | {n: replace(found[n], short=words) for n, words in short.items()}


def _laid_out(
    shape: tuple[int, ...], axes: Axes | None, batch: int
) -> tuple[int, Axes | None] | None:
    """Returns channels and axes of a tensor; None where one cannot look at it."""
    if 0 in shape:
        return None
    if _is_vector(shape, batch):
        return max(shape[1:]), None
    return None if axes is None else (shape[axes.letters.index("C")], axes)


def following_relu(graph: Graph, name: str) -> str | None:
    """Returns the tensor behind the ReLU that follows a tensor, or None.

    Normalisation, residual additions and quantising may stand in between.
    """
    front, seen = [name], {name}
    while front:
        following = [node for tensor in front for node in graph.users.get(tensor, ())]
        for node in following:
            if node.plain_operator in RELUS:
                return node.outputs[0]
        passed = [n.outputs[0] for n in following if n.plain_operator in BEFORE_RELU]
        front = [tensor for tensor in dict.fromkeys(passed) if tensor not in seen]
        seen.update(front)
    return None


def _is_vector(shape: tuple[int, ...], batch: int) -> bool:
    """Whether there is one number per channel; three axes are tokens."""
    if len(shape) < 2 or len(shape) == 3 or shape[0] != batch:
        return False
    return max(shape[1:]) == int(np.prod(shape[1:])) > 1


def _copies(node: Node) -> bool:
    return node.plain_operator in COPYING


def _original(graph: Graph, node: Node, originals: Container[str]) -> Node | None:
    """Returns the node that computed what a node may only copy; None for originals.

    Attention heads that are put together, or rows of a matrix that become tokens again,
    are no copies: what they are made from is no layer.
    """
    while _copies(node):
        name = node.inputs[0]
        if name in originals or name not in graph.producers:
            return None
        node = graph.producers[name]
    return node


def _source(graph: Graph, node: Node) -> Node:
    """Returns what a DequantizeLinear gives back in fewer values; else the node."""
    if node.plain_operator != "DequantizeLinear":
        return node
    quantiser = graph.producers.get(node.inputs[0])
    if quantiser is None or quantiser.plain_operator != "QuantizeLinear":
        return node
    return graph.producers.get(quantiser.inputs[0], node)
