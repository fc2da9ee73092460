"""Which tensors of a graph are layers one can look at, and how they become maps.

A layer is a tensor that is computed from the photo and has places or channels: a map
with its channels first or last, tokens that lie on a grid, or a vector. Whether the
channels of a map stand first or last is followed from node to node; shapes alone
cannot tell. The rooms that look into a network share this one answer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Size
from inference.graph import Graph, Node

Shapes = Mapping[str, tuple[int, ...]]
_Layout = Literal["first", "last", "tokens", "flat"]

_SPATIAL = {
    "Conv", "ConvTranspose", "MaxPool", "AveragePool", "LpPool", "GlobalAveragePool",
    "GlobalMaxPool", "BatchNormalization", "InstanceNormalization", "LRN",
    "QLinearConv", "ConvInteger", "DepthToSpace", "SpaceToDepth", "GroupNormalization",
    "com.microsoft.FusedConv", "com.microsoft.QLinearGlobalAveragePool",
    "com.microsoft.QLinearAveragePool",
}  # fmt: skip
_COPYING = {
    "Identity", "Dropout", "Cast", "QuantizeLinear", "Transpose", "Reshape", "Flatten",
    "Squeeze", "Unsqueeze",
}  # fmt: skip
_WITHOUT_VALUES = {"Shape", "Size", "ArgMax", "ArgMin", "NonZero", "TopK"}
_BEFORE_RELU = {
    "BatchNormalization", "Add", "QuantizeLinear", "DequantizeLinear", "Identity",
    "Dropout", "Cast",
}  # fmt: skip
_RELUS = {"Relu", "Clip"}  # exporters write ReLU6 as Clip
_EXTRA_TOKENS = (0, 1, 2, 5)  # none, class, class and teacher, class and 4 registers
_QUANTISED_ENDING = re.compile(r"_(prequant|dequant).*$")  # tf2onnx joins names by ";"


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
        operator: Of the node behind it.
        kind: How its values lie.
        channels: How many maps or numbers it has.
        size: Height and width of a map; 1 x 1 for a vector.
        extra_tokens: How many tokens stand before those of the grid.
        is_copy: It holds the numbers of the tensor before it in another form.
    """

    name: str
    operator: str
    kind: FeatureKind
    channels: int
    size: Size
    extra_tokens: int = 0
    is_copy: bool = False

    @property
    def is_spatial(self) -> bool:
        """Whether its values have places on the photo."""
        return self.kind is not FeatureKind.VECTOR

    @property
    def shape(self) -> tuple[int, ...]:
        """(C, h, w), or (C,) of a vector."""
        return (self.channels, *self.size) if self.is_spatial else (self.channels,)

    def folded(self, values: NDArray[Any]) -> NDArray[Any]:
        """Returns the tensor of one photo (1, ...) as (C, h, w), or (C,) of a vector.

        It is a view. The size of maps is taken from the values, not from the record.
        """
        if self.kind is FeatureKind.VECTOR:
            return values.reshape(-1)
        if self.kind is FeatureKind.CHANNELS_LAST:
            return np.moveaxis(values[0], -1, 0)
        if self.kind is FeatureKind.TOKENS:
            grid = values[0, self.extra_tokens :].reshape(*self.size, -1)
            return np.moveaxis(grid, -1, 0)
        return np.asarray(values[0])


def feature_layers(graph: Graph, shapes: Shapes) -> dict[str, FeatureLayer]:
    """Returns every layer by its tensor's name, input to output.

    `shapes` are those for one photo, as `layers.infer_shapes` finds them. Pickers leave
    out what `is_copy`.
    """
    layouts = _layouts(graph, shapes)
    grids = [_input_grid(graph, shapes)]
    found: dict[str, FeatureLayer] = {}
    for node in live_nodes(graph):
        for name in node.outputs:
            layer = _layer(name, node, shapes.get(name, ()), layouts.get(name), grids)
            if layer is not None:
                found[name] = layer
                if layer.is_spatial and layer.size != grids[-1]:
                    grids.append(layer.size)
    return found


def live_nodes(graph: Graph) -> Iterator[Node]:
    """Yields the nodes that compute with the photo, in the order of the file.

    The others work on weights or shapes alone.
    """
    live = {tensor.name for tensor in graph.inputs}
    for node in graph.nodes:
        if node.operator not in _WITHOUT_VALUES and not live.isdisjoint(node.inputs):
            live.update(name for name in node.outputs if name)
            yield node


def following_relu(graph: Graph, name: str) -> str | None:
    """Returns the tensor behind the ReLU that follows a tensor, or None.

    Normalisation, residual additions and quantising may stand in between.
    """
    users: dict[str, list[Node]] = {}
    for node in graph.nodes:
        for tensor in node.inputs:
            users.setdefault(tensor, []).append(node)
    front, seen = [name], {name}
    while front:
        following = [node for tensor in front for node in users.get(tensor, ())]
        for node in following:
            if node.operator in _RELUS:
                return node.outputs[0]
        passed = [n.outputs[0] for n in following if n.operator in _BEFORE_RELU]
        front = [tensor for tensor in dict.fromkeys(passed) if tensor not in seen]
        seen.update(front)
    return None


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Returns a name for the eye for each tensor; those that would be alike stay long.

    "/features/features.12/Concat_output_0" becomes "features.12/Concat".
    """
    short = {name: _short(name) for name in names}
    often = set[str]()
    once = set[str]()
    for word in short.values():
        (often if word in once else once).add(word)
    return {name: name if word in often else word for name, word in short.items()}


def _short(name: str) -> str:
    base = name.split(";", maxsplit=1)[0].removesuffix("_output_0").split(":")[0]
    if ending := _QUANTISED_ENDING.search(name):
        base = base.removesuffix(ending[0].split(":")[0])
        base += "/dequantised" if "equantize" in ending[0] else f"_{ending[1]}"
    parts = [part for part in base.split("/") if part]
    kept = [
        part
        for place, part in enumerate(parts)
        if place + 1 == len(parts) or not parts[place + 1].startswith(part)
    ]
    return "/".join(kept) or name


def _layer(
    name: str,
    node: Node,
    shape: tuple[int, ...],
    layout: _Layout | None,
    grids: list[Size],
) -> FeatureLayer | None:
    if len(shape) < 2 or shape[0] != 1 or 0 in shape:
        return None
    is_copy = node.operator in _COPYING
    if max(shape) == int(np.prod(shape)) > 1 and len(shape) != 3:
        kind, size = FeatureKind.VECTOR, Size(1, 1)
        return FeatureLayer(name, node.operator, kind, max(shape), size, 0, is_copy)
    if layout == "first" and len(shape) == 4:
        kind, channels, size = FeatureKind.CHANNELS_FIRST, shape[1], Size(*shape[2:])
    elif layout == "last" and len(shape) == 4:
        kind, channels, size = FeatureKind.CHANNELS_LAST, shape[3], Size(*shape[1:3])
    elif layout == "tokens" and len(shape) == 3:
        folded = _token_grid(shape[1], grids)
        if folded is None:
            return None
        kind, channels, (size, extra) = FeatureKind.TOKENS, shape[2], folded
        return FeatureLayer(name, node.operator, kind, channels, size, extra, is_copy)
    else:
        return None
    return FeatureLayer(name, node.operator, kind, channels, size, 0, is_copy)


def _token_grid(count: int, grids: list[Size]) -> tuple[Size, int] | None:
    """Finds the grid of so many tokens: one that maps had, or one like the input."""
    for extra in _EXTRA_TOKENS:
        for grid in reversed(grids[1:]):
            if grid.height * grid.width == count - extra:
                return grid, extra
    height, width = grids[0]
    for extra in _EXTRA_TOKENS:
        rows = round(max((count - extra) * height / width, 0) ** 0.5)
        columns = round(rows * width / height)
        if rows > 1 and rows * columns == count - extra:
            return Size(rows, columns), extra
    return None


def _input_grid(graph: Graph, shapes: Shapes) -> Size:
    shape = shapes.get(graph.inputs[0].name, (1, 1, 1, 1))
    sides = shape[2:] if shape[1] in (1, 3) else shape[1:3]
    return Size(*sides)


def _layouts(graph: Graph, shapes: Shapes) -> dict[str, _Layout]:
    """Follows where the channels stand, from the input through all nodes."""
    source = graph.inputs[0].name
    is_first = shapes.get(source, (1, 3))[1] in (1, 3)
    layouts: dict[str, _Layout] = {source: "first" if is_first else "last"}
    orders = {
        node.output[0]: tuple(a.ints)
        for node in graph.model.graph.node
        for a in node.attribute
        if node.op_type == "Transpose" and a.name == "perm"
    }
    for node in live_nodes(graph):
        for name in node.outputs:
            layout = _layout_of(node, name, shapes, layouts, orders.get(name, ()))
            if layout is not None:
                layouts[name] = layout
    return layouts


def _layout_of(
    node: Node,
    name: str,
    shapes: Shapes,
    layouts: Mapping[str, _Layout],
    order: tuple[int, ...],
) -> _Layout | None:
    shape = shapes.get(name, ())
    if node.operator in _SPATIAL:
        return "first"
    known = [tensor for tensor in node.inputs if tensor in layouts]
    same_rank = [t for t in known if len(shapes.get(t, ())) == len(shape)]
    if node.operator == "Transpose" and known:
        return _transposed(layouts[known[0]], order)
    if node.operator == "Reshape" or not same_rank:
        before = known[0] if known else ""
        return _reshaped(shapes.get(before, ()), layouts.get(before), shape)
    return layouts[same_rank[0]]


def _transposed(layout: _Layout, order: tuple[int, ...]) -> _Layout | None:
    moves: dict[tuple[_Layout, tuple[int, ...]], _Layout] = {
        ("first", (0, 2, 3, 1)): "last",
        ("last", (0, 3, 1, 2)): "first",
        ("flat", (0, 2, 1)): "tokens",
        ("tokens", (0, 2, 1)): "flat",
    }
    return moves.get((layout, order))


def _reshaped(
    before: tuple[int, ...], layout: _Layout | None, shape: tuple[int, ...]
) -> _Layout | None:
    """Which layout a reshape gives; three axes of unknown kind are held for tokens."""
    if layout is not None and before == shape:
        return layout
    if len(shape) == 3:
        is_flat = layout == "first" and before[1] == shape[1]
        return "flat" if is_flat else "tokens"
    if len(shape) == 4 and len(before) == 3:
        if layout == "tokens" and shape[3] == before[2] and shape[0] == before[0]:
            return "last"
        if layout == "flat" and shape[1] == before[1] and shape[0] == before[0]:
            return "first"
    return None
