"""How many channels a file wants that leaves that open, as Optimum's exports do.

The first convolution that the image comes to tells: its kernels have as many. Where
none does, the user may.
"""

import re
from collections.abc import Iterator

import onnx

from inference.errors import SpecError, plain
from inference.network.graph import Graph, Node, TensorInfo
from inference.network.input import AXES, COUNTS, PICTURED, image_input, layout_of
from inference.network.operators import ARITHMETIC, KERNEL_INPUT

_PASSED = ARITHMETIC | {  # on the way to the first convolution
    "Cast", "Clip", "DequantizeLinear", "DynamicQuantizeLinear", "Identity", "Pad",
    "QuantizeLinear", "Transpose",
}  # fmt: skip
_AXES = 4  # of an image, and of kernels
_OF_CONV = 1  # the axis of channels that a convolution expects


def with_channels(graph: Graph) -> Graph:
    """Returns a graph that says how many channels it wants: itself where it does."""
    for tensor in graph.inputs:
        is_open = tensor.dtype in PICTURED and len(tensor.shape) == _AXES
        if is_open and layout_of(tensor) is None:
            found = _found(graph, tensor)
            if found is not None:
                return _declaring(graph, tensor.name, *found)
    return graph


def with_axes(graph: Graph, axes: str | None) -> Graph:
    """Returns a graph whose image has the axes that the user states, as in `AXES`.

    Raises:
        SpecError: There is no such order, or the file says otherwise.
    """
    if axes is None:
        return graph
    if axes not in AXES:
        raise SpecError(
            'Axes are one of {choices}, not "{axes}".', choices=AXES, axes=plain(axes)
        )
    tensor = image_input(graph)
    axis, count = (1 if axes.endswith("W") else 3), int(re.sub(r"\D", "", axes))
    told, declared = layout_of(tensor), tensor.shape[axis]
    is_other = told is not None and told.index("C") != axis
    if is_other or (isinstance(declared, int) and declared != count):
        raise SpecError(
            "The input of this model is {tensor}; its axes cannot be {axes}.",
            tensor=tensor,
            axes=axes,
        )
    return graph if told else _declaring(graph, tensor.name, axis, count)


def _found(graph: Graph, tensor: TensorInfo) -> tuple[int, int] | None:
    """Returns the axis of channels and their number."""
    for node, order in _convolutions(graph, tensor.name):
        count, axis = _kernel_depth(graph, node), order[_OF_CONV]
        if count in COUNTS and not isinstance(tensor.shape[axis], int):
            return axis, count
    return None


def _convolutions(graph: Graph, name: str) -> Iterator[tuple[Node, tuple[int, ...]]]:
    """Yields the convolutions that an image comes to, and how its axes lie by then."""
    orders: dict[str, tuple[int, ...]] = {name: (0, 1, 2, 3)}
    for node in graph.nodes:
        source = next((n for n in node.inputs if n in orders), None)
        if source is None:
            continue
        order, operator = orders[source], node.plain_operator
        if operator in KERNEL_INPUT and source == node.inputs[0]:
            yield node, order
        elif operator in _PASSED:
            perm = node.attributes.get("perm", range(len(order)))
            if sorted(perm) == [0, 1, 2, 3]:
                orders[node.outputs[0]] = tuple(order[axis] for axis in perm)


def _kernel_depth(graph: Graph, node: Node) -> int | None:
    """Returns how many channels a convolution takes; None where that is computed."""
    place = KERNEL_INPUT[node.plain_operator]
    name = node.inputs[place] if place < len(node.inputs) else ""
    maker = graph.producers.get(name)
    stored = maker.inputs[0] if maker is not None and maker.inputs else name
    weight = graph.weights.get(name) or graph.weights.get(stored)
    if weight is None or len(weight.dims) != _AXES:
        return None
    return int(weight.dims[1]) * int(node.attributes.get("group", 1))


def _declaring(graph: Graph, name: str, axis: int, count: int) -> Graph:
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    for value in model.graph.input:
        if value.name == name:
            value.type.tensor_type.shape.dim[axis].dim_value = count
    return graph.made(model, repr((name, axis, count)))
