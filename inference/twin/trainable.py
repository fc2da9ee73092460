"""Which of a file's tensors are weights, and which are constants for good."""

from math import prod

import onnx

from inference.network.operators import (
    BEFORE_WEIGHT,
    SINGLE_NUMBERS_FIXED,
    WEIGHT_INPUTS,
)
from inference.twin.inlining import all_nodes


def trainable(graph: onnx.GraphProto) -> set[str]:
    """Returns the names of the tensors that serve as weights somewhere."""
    weights: set[str] = set()
    single = {proto.name for proto in graph.initializer if prod(proto.dims) == 1}
    for node in reversed(list(all_nodes(graph))):
        if node.op_type in BEFORE_WEIGHT:
            if not weights.isdisjoint(node.output):
                weights.update(node.input[:1])
            continue
        for place in WEIGHT_INPUTS.get(node.op_type, ()):
            names = set(node.input[place : place + 1])
            if node.op_type in SINGLE_NUMBERS_FIXED:
                names -= single
            weights |= names
    return weights
