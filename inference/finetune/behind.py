"""What stands behind a head is fitted to another number of classes.

Biases become the new head's, numbers per class become neutral, shapes and declared
lengths follow. Where more learnt layers stand behind the chosen one, they are cut off.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from inference.network.graph import Graph, Node
from inference.network.operators import LEARNT

_LENGTHS_IN = {"Concat", "Expand", "Reshape"}  # they read shapes
_NEUTRAL = {"Div": 1.0, "Mul": 1.0}  # of a number per class; 0 elsewhere
_NORMS = {1: 1.0, 2: 0.0, 3: 0.0, 4: 1.0}  # inputs of batch normalisation
_BIASED = {"Add", "Sum"}


def learnt_behind(graph: Graph, tensor: str) -> list[Node]:
    """Returns the learnt layers that depend on a tensor."""
    return [n for n in _behind(graph, tensor) if n.plain_operator in LEARNT]


def fit_behind(
    model: onnx.ModelProto, graph: Graph, tensor: str, former: int, count: int
) -> list[str]:
    """Fits what depends on a head to its new number of classes.

    Args:
        model: What is changed.
        graph: As it was.
        tensor: That the head makes.
        former: Classes that it had.
        count: Classes that it has.

    Returns:
        The names of biases, which train with the head.
    """
    biases = []
    names = {tensor}
    for node in _behind(graph, tensor):
        names.update(node.outputs)
        for place, name in enumerate(node.inputs):
            if name not in graph.weights:
                continue
            values = graph.values(graph.weights[name])
            fitted = _fitted(node, place, values, former, count)
            if fitted is None:
                continue
            own = _store(model.graph, graph, name, fitted)
            _made_by(model.graph, node).input[place] = own
            if node.plain_operator in _BIASED:
                biases.append(own)
    _redeclare(model.graph, names, former, count)
    return biases


def cut_behind(
    model: onnx.ModelProto, graph: Graph, tensor: str, rank: int, *, softmax: bool
) -> None:
    """Makes a tensor the classes' scores: averaged over places, if it has any.

    Args:
        model: What is changed.
        graph: As it was.
        tensor: (N, K), (N, T, K) or (N, K, ...).
        rank: Of the tensor.
        softmax: Whether the file gives probabilities.
    """
    proto = model.graph
    output = graph.outputs[0].name
    for node in proto.node:  # what made the output keeps running for nobody
        for n, name in enumerate(node.output):
            if name == output:
                node.output[n] = f"{output}.former"
    steps = _steps(rank, softmax=softmax)
    names = [tensor, *(f"{output}.{n}" for n in range(len(steps) - 1)), output]
    for (operator, given), (fed, made) in zip(steps, pairwise(names), strict=True):
        proto.node.append(helper.make_node(operator, [fed], [made], **given))
    kind = model.graph.output[0].type.tensor_type.elem_type
    del proto.output[:], proto.value_info[:]
    proto.output.append(helper.make_tensor_value_info(output, kind, None))


def _steps(rank: int, *, softmax: bool) -> list[tuple[str, dict[str, Any]]]:
    """Returns operators with their attributes, from a head's tensor to the output."""
    steps: list[tuple[str, dict[str, Any]]] = []
    if rank > 3:
        steps += [("GlobalAveragePool", {}), ("Flatten", {"axis": 1})]
    elif rank == 3:  # tokens: as channels they would be averaged away
        steps += [("Transpose", {"perm": (0, 2, 1)})]
        steps += [("GlobalAveragePool", {}), ("Flatten", {"axis": 1})]
    if softmax:
        steps.append(("Softmax", {"axis": 1}))
    return steps or [("Identity", {})]


def _behind(graph: Graph, tensor: str) -> Iterator[Node]:
    """Yields the nodes that depend on a tensor, in the order of the file."""
    live = {tensor}
    for node in graph.nodes:
        if not live.isdisjoint((*node.inputs, *node.inner_inputs)):
            live.update(filter(None, node.outputs))
            yield node


def _fitted(
    node: Node, place: int, values: NDArray[np.generic], former: int, count: int
) -> NDArray[np.generic] | None:
    """Returns a stored tensor for the new number of classes; None where it may stay."""
    operator = node.plain_operator
    if values.dtype.kind == "i":
        if operator not in _LENGTHS_IN or former not in values:
            return None
        return np.where(values == former, count, values).astype(values.dtype)
    axes = [n for n, length in enumerate(values.shape) if length == former]
    if values.dtype.kind != "f" or not axes:
        return None
    shape = list(values.shape)
    shape[axes[-1]] = count
    number = _NEUTRAL.get(operator, 0.0)
    if operator == "BatchNormalization":
        number = _NORMS[place]
    elif operator == "PRelu":
        number = float(np.mean(values.astype(np.float64)))
    return np.full(shape, number, values.dtype)


def _store(
    proto: onnx.GraphProto, graph: Graph, name: str, values: NDArray[np.generic]
) -> str:
    """Stores a tensor under a name; under another where others read the former one."""
    own = name
    if len(graph.users[name]) > 1 or name in graph.producers:
        own = f"{name}.fitted"
    for field in (proto.initializer, proto.input):
        for former in [each for each in field if each.name == own]:
            field.remove(former)
    tensor = numpy_helper.from_array(np.ascontiguousarray(values), own)
    proto.initializer.append(tensor)
    if graph.model.ir_version < 4:
        kind = tensor.data_type
        proto.input.append(helper.make_tensor_value_info(own, kind, values.shape))
    return own


def _made_by(proto: onnx.GraphProto, node: Node) -> onnx.NodeProto:
    found: onnx.NodeProto
    found = next(p for p in proto.node if node.outputs[0] in p.output)
    return found


def _redeclare(
    proto: onnx.GraphProto, names: Sequence[str] | set[str], former: int, count: int
) -> None:
    """Declares shapes anew, of tensors that have other lengths now."""
    kept = [value for value in proto.value_info if value.name not in names]
    del proto.value_info[:]
    proto.value_info.extend(kept)
    for value in proto.output:
        for dim in value.type.tensor_type.shape.dim:
            if value.name in names and dim.dim_value == former:
                dim.dim_value = count
