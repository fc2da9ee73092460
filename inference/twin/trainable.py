"""Which of a file's tensors are weights, and which are constants for good."""

from math import prod
from typing import Final

import onnx

from inference.twin.inlining import all_nodes

# The inputs that training may change. Others are means, scales, bounds and shapes.
_WEIGHTS: Final[dict[str, tuple[int, ...]]] = {
    "Add": (0, 1),
    "BatchNormalization": (1, 2),
    "BiasGelu": (1,),
    "Concat": tuple(range(8)),
    "Conv": (1, 2),
    "ConvTranspose": (1, 2),
    "Einsum": (0, 1),
    "FastGelu": (1,),
    "FusedConv": (1, 2),
    "FusedMatMul": (0, 1),
    "Gather": (0,),
    "Gemm": (0, 1, 2),
    "GroupNormalization": (1, 2),
    "InstanceNormalization": (1, 2),
    "LayerNormalization": (1, 2),
    "MatMul": (0, 1),
    "Mul": (0, 1),
    "PRelu": (1,),
    "RMSNormalization": (1,),
    "SkipLayerNormalization": (2, 3, 4),
    "Sum": (0, 1),
}
_BETWEEN: Final = frozenset(  # what may stand between a weight and its operator
    {
        "Cast",
        "Expand",
        "Flatten",
        "Identity",
        "Reshape",
        "Slice",
        "Squeeze",
        "Tile",
        "Transpose",
        "Unsqueeze",
    }
)
_SINGLE_NUMBERS_ARE_FIXED: Final = frozenset({"Add", "Concat", "Gather", "Mul", "Sum"})


def trainable(graph: onnx.GraphProto) -> set[str]:
    """Returns the names of the tensors that serve as weights somewhere."""
    weights: set[str] = set()
    single = {proto.name for proto in graph.initializer if prod(proto.dims) == 1}
    for node in reversed(list(all_nodes(graph))):
        if node.op_type in _BETWEEN:
            if not weights.isdisjoint(node.output):
                weights.update(node.input[:1])
            continue
        for place in _WEIGHTS.get(node.op_type, ()):
            names = set(node.input[place : place + 1])
            if node.op_type in _SINGLE_NUMBERS_ARE_FIXED:
                names -= single
            weights |= names
    return weights
