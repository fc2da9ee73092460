"""Which tensors of a graph have places, and which of their axes are rows and columns.

Convolutions make tensors (N, C, h, w). From there the meaning of the axes is followed
through transposes, reshapes and class tokens, so that token tensors (N, T, C) and
(N, h, w, C) are known by where they come from, never by the look of their shapes.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import onnx
from onnx import numpy_helper

from inference.geometry import Size
from inference.gradcam.parts import ancestors
from inference.graph import Graph, Node
from inference.layers import Shapes
from inference.prediction import Floats

_IN_PLACES = {  # makes (N, C, h, w) of whatever it is given
    "Conv", "ConvInteger", "ConvTranspose", "FusedConv", "QLinearConv",
    "AveragePool", "GlobalAveragePool", "GlobalLpPool", "GlobalMaxPool", "LpPool",
    "MaxPool", "QLinearAveragePool", "QLinearGlobalAveragePool",
    "BatchNormalization", "GroupNormalization", "InstanceNormalization", "LRN",
    "DepthToSpace", "SpaceToDepth", "Upsample",
}  # fmt: skip
_LEARNT = {  # before the first of these a tensor is still the input
    "Conv", "ConvInteger", "FusedConv", "FusedMatMul", "Gemm", "MatMul",
    "MatMulInteger", "QLinearConv", "QLinearMatMul",
}  # fmt: skip
_ZERO_POINTS = {  # which input is that of the result
    "QLinearAdd": 7, "QLinearAveragePool": 4, "QLinearConcat": 1, "QLinearConv": 7,
    "QLinearGlobalAveragePool": 4, "QLinearLeakyRelu": 4, "QLinearMatMul": 7,
    "QLinearMul": 7, "QLinearSigmoid": 4, "QuantizeLinear": 2,
}  # fmt: skip
_KEEPS_WHOLE_NUMBERS = {
    "Clip", "Concat", "Flatten", "MaxPool", "Pad", "Relu", "Reshape", "Slice",
    "Squeeze", "Transpose", "Unsqueeze",
}  # fmt: skip
_RESHAPES = {"Flatten", "Reshape", "Squeeze", "Unsqueeze"}
_WITHOUT_PLACES = {"Shape", "Size"}
_UNLISTED = _RESHAPES | {  # show what another tensor shows already
    "Cast", "Dropout", "DynamicQuantizeLinear", "Identity", "Pad", "QuantizeLinear",
    "Slice", "Split", "Transpose",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Places:
    """Where rows and columns lie among the axes of a tensor.

    Attributes:
        axes: A letter per axis: N, C, H, W, or T for tokens, which are places in
            reading order.
        height: Rows of the grid.
        width: Columns of the grid.
        first: Tokens before those of the grid, such as a class token.
    """

    axes: str
    height: int
    width: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class FeatureLayer:
    """A tensor whose values lie on a grid over the input.

    Attributes:
        name: Of the tensor.
        operator: That makes it.
        channels: C.
        height: Rows of its grid.
        width: Columns of its grid.
        places: Where they lie among its axes.
        zero_point: The value that means nought, where the tensor is quantised.
    """

    name: str
    operator: str
    channels: int
    height: int
    width: int
    places: Places
    zero_point: float = 0

    @property
    def has_places(self) -> bool:
        """Whether there is more than one row and one column."""
        return self.height > 1 and self.width > 1

    @property
    def short_name(self) -> str:
        """For people: "features.12/Concat"."""
        return short_name(self.name)

    @property
    def size(self) -> str:
        """For people: "512 × 13 × 13"."""
        return f"{self.channels} × {self.height} × {self.width}"

    def folded(self, values: Floats) -> Floats:
        """Returns values (N, ...) of this tensor as (N, C, h, w)."""
        where = self.places
        if "T" in where.axes:
            values = np.moveaxis(values, where.axes.index("T"), -1)
            count = where.height * where.width
            grid = values[..., where.first : where.first + count]
            return grid.reshape(*grid.shape[:-1], where.height, where.width)
        return np.transpose(values, [where.axes.index(letter) for letter in "NCHW"])


def short_name(name: str) -> str:
    """Returns a tensor's name without what exporters add to it.

    "/features/features.12/Concat_output_0" becomes "features.12/Concat".
    """
    plain = name.partition(";")[0]
    for ending in (":0", "_output_0"):
        plain = plain.removesuffix(ending)
    parts = [part for part in plain.split("/") if part]
    following = [*parts[1:], ""]
    pairs = zip(parts, following, strict=True)
    kept = [p for p, after in pairs if not after.startswith((f"{p}.", f"{p}_"))]
    return "/".join(kept) or name


def feature_layers(
    graph: Graph, shapes: Shapes, layout: str
) -> tuple[FeatureLayer, ...]:
    """Returns the tensors with places that lead to the classes, in the file's order.

    Args:
        graph: The file.
        shapes: Of its tensors, for one input.
        layout: Of the input: "NCHW" or "NHWC".
    """
    places = _follow(graph, shapes, layout)
    leading = ancestors(graph, graph.logits_tensor)
    quantised = {n.inputs[0] for n in graph.nodes if n.operator == "QuantizeLinear"}
    hidden, found = True, []
    for node in graph.nodes:
        operator = node.operator.rpartition(".")[2]
        hidden = hidden and operator not in _LEARNT
        if hidden or operator in _UNLISTED:
            continue
        for name in node.outputs:
            if name in places and name in leading and name not in quantised:
                kind = _source(graph, node).operator
                layer = _layer(name, kind, places[name], shapes[name])
                found.append(replace(layer, zero_point=_zero_point(graph, name)))
    return tuple(layer for layer in found if layer.has_places)


def _source(graph: Graph, node: Node) -> Node:
    """Returns what a DequantizeLinear gives back in fewer values; else the node."""
    if node.operator != "DequantizeLinear":
        return node
    quantiser = graph.producers.get(node.inputs[0])
    if quantiser is None or quantiser.operator != "QuantizeLinear":
        return node
    return graph.producers.get(quantiser.inputs[0], node)


def _zero_point(graph: Graph, name: str) -> float:
    """Returns which whole number means nought; 0 for floats, and where none is said."""
    node = graph.producers.get(name)
    operator = node.operator.rpartition(".")[2] if node else ""
    if node and operator in _KEEPS_WHOLE_NUMBERS:
        return _zero_point(graph, node.inputs[0])
    place = _ZERO_POINTS.get(operator)
    if node is None or place is None or place >= len(node.inputs):
        return 0.0
    stored = {t.name: t for t in graph.model.graph.initializer}.get(node.inputs[place])
    return 0.0 if stored is None else float(numpy_helper.to_array(stored).ravel()[0])


def guessed_layer(
    graph: Graph, name: str, shapes: Shapes, size: Size
) -> FeatureLayer | None:
    """Reads any tensor as a grid, by the look of its shape; None where it is none.

    Four axes are (N, C, h, w); three are (N, T, C) with tokens in the proportions of
    the input, up to eight of them before the grid.
    """
    shape = shapes.get(name, ())
    operator = graph.producers[name].operator if name in graph.producers else ""
    if len(shape) == 4:
        return _layer(name, operator, Places("NCHW", shape[2], shape[3]), shape)
    if len(shape) != 3:
        return None
    for first in range(9):
        rows = math.isqrt((shape[1] - first) * size.height // size.width)
        cols = (shape[1] - first) // max(rows, 1)
        if rows > 1 and rows * cols == shape[1] - first:
            return _layer(name, operator, Places("NTC", rows, cols, first), shape)
    return None


def _layer(
    name: str, operator: str, places: Places, shape: tuple[int, ...]
) -> FeatureLayer:
    channels = shape[places.axes.index("C")]
    return FeatureLayer(name, operator, channels, places.height, places.width, places)


def _follow(graph: Graph, shapes: Shapes, layout: str) -> Mapping[str, Places]:
    """Returns the places of all tensors that are known to have some."""
    image = graph.inputs[0].name
    known: dict[str, Places] = {}
    if len(shapes.get(image, ())) == 4:
        rows, cols = (shapes[image][layout.index(letter)] for letter in "HW")
        known[image] = Places(layout, rows, cols)
    for node in graph.model.graph.node:
        for name in node.output:
            shape = shapes.get(name)
            places = _places(node, shape, known, shapes) if shape else None
            if places is not None:
                known[name] = places
    return known


def _places(
    node: onnx.NodeProto, shape: tuple[int, ...], known: Mapping[str, Places],
    shapes: Shapes,
) -> Places | None:  # fmt: skip
    """Returns the places of one result of a node."""
    sources = [(name, known[name]) for name in node.input if name in known]
    if node.op_type in _IN_PLACES and len(shape) == 4:
        return Places("NCHW", *shape[2:])
    if node.op_type in _WITHOUT_PLACES or not sources:
        return None
    name, places = sources[0]
    if node.op_type == "Transpose":
        order = next((a.ints for a in node.attribute if a.name == "perm"), None)
        axes = [places.axes[axis] for axis in order or ()] or places.axes[::-1]
        return replace(places, axes="".join(axes))
    if node.op_type in _RESHAPES:
        return _reshaped(places, shapes[name], shape)
    if node.op_type.endswith("MatMul") and places.axes[-1] != sources[-1][1].axes[-1]:
        return None  # tokens by tokens: attention
    if node.op_type == "Concat" and "T" in places.axes:
        before = node.input[: list(node.input).index(name)]
        along = places.axes.index("T")
        added = sum(shapes.get(other, shape)[along] for other in before)
        is_along = shape[along] != shapes[name][along]
        return replace(places, first=places.first + added) if is_along else places
    kept = (_kept(places, shapes[name], shape) for name, places in sources)
    return next((places for places in kept if places is not None), None)


def _kept(
    places: Places, before: tuple[int, ...], after: tuple[int, ...]
) -> Places | None:
    """Returns the places after a function that leaves the axes in their order."""
    if len(before) != len(after):
        return None
    sizes = dict(zip(places.axes, after, strict=True))
    if "T" not in sizes:
        return replace(places, height=sizes["H"], width=sizes["W"])
    if sizes["T"] == dict(zip(places.axes, before, strict=True))["T"]:
        return places
    is_grid_only = sizes["T"] == places.height * places.width
    return replace(places, first=0) if is_grid_only else None


def _reshaped(
    places: Places, before: tuple[int, ...], after: tuple[int, ...]
) -> Places | None:
    """Returns the places after rows and columns became tokens, or the other way."""
    if before == after:
        return places
    apart = places.axes.replace("T", "HW")
    joined = apart.replace("HW", "T")
    channels = before[places.axes.index("C")]
    grid = {"N": before[0], "C": channels, "H": places.height, "W": places.width}
    grid["T"] = places.height * places.width
    for axes in (apart, joined):
        if not places.first and after == tuple(grid[letter] for letter in axes):
            return replace(places, axes=axes)
    return None
