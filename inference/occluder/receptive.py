"""Which rows and columns of a network a changed part of its input reaches.

Between two necks lies a stretch. Where only a part of the first neck changes, only a
part of the second does, and to know that part it is enough to run the stretch on a crop
of the first. Where the crop ends inside, its own padding spoils its rim, of which none
of the changed part is made; where it ends at the border, padding there is the network's
own. So nothing is approximated. (Receptive fields: Dumoulin and Visin 2016, section 4.)
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.network.graph import Graph, Node, Shapes
from inference.network.operators import sliding
from inference.occluder.necks import Neck, stride_of

Integers = NDArray[np.int64]
Spans = Integers  # (B, 2, 2): of rows and of columns, the first and one past the last
_Table = tuple[Integers, Integers]  # for each first, and for each past the last


@dataclass(frozen=True, slots=True)
class _Layer:
    """One node along one axis: row i is made of i * step - pad, … + reach.

    Attributes:
        inputs: Tensors it reads, weights excluded.
        output: The tensor it makes.
        length: Rows (or columns) of the output.
    """

    inputs: tuple[str, ...]
    output: str
    length: int
    step: int
    pad: int
    reach: int


class ReceptiveField:
    """What lies between two necks.

    Attributes:
        source: Where it begins.
        target: Where it ends.
        stride: (2,) rows and columns of the source per one of the target.
    """

    def __init__(
        self, graph: Graph, shapes: Shapes, source: Neck, target: Neck
    ) -> None:
        self.source, self.target = source, target
        self.stride: Integers = np.array(target.stride) // np.array(source.stride)
        nodes = graph.nodes[source.nodes : target.nodes]
        axes = [_layers(nodes, shapes, source.tensor, axis) for axis in (0, 1)]
        self._changed = [
            _changed(layers, source, target, axis) for axis, layers in enumerate(axes)
        ]
        self._needed = [
            _needed(layers, source, target, axis) for axis, layers in enumerate(axes)
        ]

    def changed(self, spans: Spans) -> Spans:
        """Returns which part of the target changes with a part of the source."""
        return _looked_up(self._changed, spans)

    def crops(self, changed: Spans) -> tuple[Integers, Integers]:
        """Returns crops of the source that suffice for parts of the target.

        Args:
            changed: (B, 2, 2) the parts of the target.

        Returns:
            (B, 2) first row and column of each crop, multiples of the stride; (2,) the
            height and width of all of them.
        """
        needed = _looked_up(self._needed, changed)
        starts = needed[..., 0] // self.stride * self.stride
        size = (needed[..., 1] - starts).max(axis=0)
        sides = np.array(self.source.shape[1:])
        reaches_over = (starts + size > sides).any(axis=0)
        longer = size + (sides - size) % self.stride  # a crop at the end is aligned too
        size = np.where(reaches_over, longer, size)
        return np.minimum(starts, sides - size), size


def receptive_spans(
    graph: Graph, shapes: Shapes, tensor: str
) -> tuple[Integers, Integers] | None:
    """Returns which rows and columns of the input those of a tensor are made of.

    Args:
        graph: The network.
        shapes: Of its tensors.
        tensor: A map (N, C, h, w).

    Returns:
        Of each of its rows (h, 2), and of each of its columns (w, 2), the first one of
        the input and the one past the last; None where rows and columns are mixed on
        the way, so that all of the input matters.
    """
    source = graph.inputs[0].name
    if len(shapes.get(source, ())) != 4:
        return None
    strides, nodes = {source: (1, 1)}, _leading_to(graph, tensor)
    for node in nodes:
        if not strides.keys().isdisjoint(node.inputs):
            stride = stride_of(node, strides, shapes)
            if stride is None:
                return None
            strides[node.outputs[0]] = stride
    if tensor not in strides:
        return None
    first = Neck(source, 0, shapes[source][1:])
    last = Neck(tensor, len(nodes), shapes[tensor][1:], strides[tensor])
    rows, cols = (_spans(nodes, shapes, first, last, axis) for axis in (0, 1))
    return rows, cols


def _leading_to(graph: Graph, tensor: str) -> list[Node]:
    """Returns the nodes that a tensor is made by, in the order of the file."""
    wanted, found = {tensor}, []
    for node in reversed(graph.nodes):
        if not wanted.isdisjoint(node.outputs):
            wanted.update((*node.inputs, *node.inner_inputs))
            found.append(node)
    return found[::-1]


def _spans(
    nodes: Sequence[Node], shapes: Shapes, first: Neck, last: Neck, axis: int
) -> Integers:
    layers = _layers(nodes, shapes, first.tensor, axis)
    firsts, ends = _needed(layers, first, last, axis)
    return np.stack([firsts[: last.shape[1 + axis]], ends[1:]], axis=1)


def _looked_up(tables: Sequence[_Table], spans: Spans) -> Spans:
    """Returns spans of at least one row and column."""
    found = np.empty_like(spans)
    for axis, (firsts, ends) in enumerate(tables):
        found[:, axis, 0] = firsts[spans[:, axis, 0]]
        found[:, axis, 1] = ends[spans[:, axis, 1]]
    found[..., 1] = np.maximum(found[..., 1], found[..., 0] + 1)
    return found


def _layers(
    nodes: Sequence[Node], shapes: Shapes, source: str, axis: int
) -> list[_Layer]:
    """Returns the nodes that depend on the source, along one axis."""
    varying, layers = {source}, []
    for node in nodes:
        inputs = tuple(name for name in node.inputs if name in varying)
        if not inputs:
            continue  # makes a constant
        output = node.outputs[0]
        varying.add(output)
        how = sliding(node, shapes)
        along = (how.step[axis], how.before[axis], how.reach[axis])
        layers.append(_Layer(inputs, output, shapes[output][2 + axis], *along))
    return layers


def _changed(layers: Sequence[_Layer], source: Neck, target: Neck, axis: int) -> _Table:
    """Returns the table: rows a to b reach rows firsts[a] to ends[b] of the target."""
    length = source.shape[1 + axis]
    firsts = {source.tensor: np.arange(length)}
    ends = {source.tensor: np.arange(length + 1)}
    for layer in layers:
        first = np.min([firsts[name] for name in layer.inputs], axis=0)
        end = np.max([ends[name] for name in layer.inputs], axis=0)
        first = -((layer.reach - layer.pad - first) // layer.step)  # rounds up
        end = (end - 1 + layer.pad) // layer.step + 1
        firsts[layer.output] = np.clip(first, 0, layer.length - 1)
        ends[layer.output] = np.clip(end, 1, layer.length)
    return firsts[target.tensor], ends[target.tensor]


def _needed(layers: Sequence[_Layer], source: Neck, target: Neck, axis: int) -> _Table:
    """Returns the table: rows a to b are made of rows firsts[a] to ends[b]."""
    lengths = {layer.output: layer.length for layer in layers}
    lengths[source.tensor] = source.shape[1 + axis]
    length = target.shape[1 + axis]
    firsts = {target.tensor: np.arange(length)}
    ends = {target.tensor: np.arange(length + 1)}
    for layer in reversed(layers):
        if layer.output not in firsts:
            continue  # leads nowhere
        first = firsts[layer.output] * layer.step - layer.pad
        end = (ends[layer.output] - 1) * layer.step - layer.pad + layer.reach + 1
        for name in layer.inputs:
            least, most = (
                np.clip(first, 0, lengths[name] - 1),
                np.clip(end, 1, lengths[name]),
            )
            firsts[name] = np.minimum(least, firsts.get(name, least))
            ends[name] = np.maximum(most, ends.get(name, most))
    return firsts[source.tensor], ends[source.tensor]
