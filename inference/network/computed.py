"""Tensors that follow from weights and shapes alone, whatever the photo shows.

Exporters compute sizes where a graph leaves some open: where a slice begins, how often
a class token is repeated. Whoever knows the shapes of all tensors knows these, too: a
small model of the computation is fed with the shapes.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import ModelError
from inference.network.extract import extract
from inference.network.graph import Graph, Node, Shapes, TensorInfo
from inference.network.operators import MEASURING
from inference.network.passes import run_session
from inference.network.sessions import open_session

Arrays = dict[str, NDArray[Any]]


def computed(graph: Graph, shapes: Shapes, names: Iterable[str]) -> Arrays:
    """Returns those of the named tensors that depend on weights and shapes alone."""
    asked = list(dict.fromkeys(names))
    found = {n: graph.values(graph.weights[n]) for n in asked if n in graph.weights}
    measured = dict(_measured(graph, shapes))
    within = _computable(graph, measured)
    missing = [name for name in asked if name not in found and name in within]
    if not missing:
        return found
    return found | _run(graph, measured, missing)


def _measured(graph: Graph, shapes: Shapes) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """Yields what the nodes give that ask for a shape."""
    for node in graph.nodes:
        shape = shapes.get(node.inputs[0]) if node.inputs else None
        if shape is None or node.operator not in MEASURING:
            continue
        yield node.outputs[0], _measurement(node, shape)


def _measurement(node: Node, shape: tuple[int, ...]) -> NDArray[np.int64]:
    if node.operator == "Size":
        return np.array(np.prod(shape), np.int64)
    given = node.attributes
    asked = slice(given.get("start"), given.get("end"))
    return np.array(shape[asked], np.int64)


def _computable(graph: Graph, measured: Arrays) -> set[str]:
    """Returns the tensors that no photo changes."""
    inputs = {tensor.name for tensor in graph.inputs}
    within = {*graph.weights, *measured, ""} - inputs
    for node in graph.nodes:
        if within.issuperset((*node.inputs, *node.inner_inputs)):
            within.update(node.outputs)
    return within - {""}


def _run(graph: Graph, measured: Arrays, names: list[str]) -> Arrays:
    """Computes tensors from measured shapes; none where ONNX Runtime cannot."""
    fed = [
        TensorInfo(name, str(values.dtype), values.shape)
        for name, values in measured.items()
    ]
    model = extract(graph, fed, names)
    try:
        session = open_session(model, graph, "cpu", spins=False)
        arrays = run_session(session, graph.path, measured, names)
    except ModelError:
        return {}
    return dict(zip(names, arrays, strict=True))
