"""Families of operators: what is known of them, in one table."""

from typing import Any

import onnx
from onnx import helper

from inference.network.graph import Shapes

COPYING = {
    "Cast", "Dropout", "DynamicQuantizeLinear", "Flatten", "Identity",
    "QuantizeLinear", "Reshape", "Squeeze", "Transpose", "Unsqueeze",
}  # fmt: skip


WITHOUT_VALUES = {"Shape", "Size", "ArgMax", "ArgMin", "NonZero", "TopK"}


BEFORE_RELU = {
    "BatchNormalization", "Add", "QuantizeLinear", "DequantizeLinear", "Identity",
    "Dropout", "Cast",
}  # fmt: skip


RELUS = {"Relu", "Clip"}  # exporters write ReLU6 as Clip


IN_PLACES = {  # makes (N, C, h, w) of whatever it is given
    "Conv", "ConvInteger", "ConvTranspose", "FusedConv", "QLinearConv",
    "AveragePool", "GlobalAveragePool", "GlobalLpPool", "GlobalMaxPool", "LpPool",
    "MaxPool", "QLinearAveragePool", "QLinearGlobalAveragePool",
    "BatchNormalization", "GroupNormalization", "InstanceNormalization", "LRN",
    "DepthToSpace", "SpaceToDepth", "Upsample",
}  # fmt: skip


RESHAPES = {"Flatten", "Reshape", "Squeeze", "Unsqueeze"}


WITHOUT_PLACES = {"Shape", "Size"}


ZERO_POINTS = {  # which input is that of the result; its scale stands before it
    "QGemm": 8, "QLinearAdd": 7, "QLinearAveragePool": 4, "QLinearConcat": 1,
    "QLinearConv": 7, "QLinearGlobalAveragePool": 4, "QLinearLeakyRelu": 4,
    "QLinearMatMul": 7, "QLinearMul": 7, "QLinearSigmoid": 4, "QuantizeLinear": 2,
}  # fmt: skip


KEEPS_WHOLE_NUMBERS = {
    "Clip", "Concat", "Flatten", "MaxPool", "Pad", "Relu", "Reshape", "Slice",
    "Squeeze", "Transpose", "Unsqueeze",
}  # fmt: skip


SLIDING = {"Conv", "MaxPool", "AveragePool"}


ROW_BY_ROW = {
    "Add", "BatchNormalization", "Clip", "Concat", "Div", "Dropout", "Elu",
    "HardSigmoid", "HardSwish", "Identity", "LeakyRelu", "Mul", "PRelu", "Relu",
    "Sigmoid", "Sub", "Tanh",
}  # fmt: skip


def attributes(node: onnx.NodeProto) -> dict[str, Any]:
    """Returns the values of a node's attributes."""
    return {a.name: helper.get_attribute_value(a) for a in node.attribute}


def steps(node: onnx.NodeProto) -> tuple[int, int]:
    """Returns by how many rows and columns a sliding node moves on; else 1 and 1."""
    if node.op_type not in SLIDING:
        return 1, 1
    down, across = attributes(node).get("strides", (1, 1))
    return down, across


def reach(node: onnx.NodeProto, shapes: Shapes, axis: int) -> int:
    """Returns how far apart the first and last row (column) under a kernel are."""
    given = attributes(node)
    sides = given.get("kernel_shape") or shapes[node.input[1]][2:]
    dilation = given.get("dilations", (1, 1))[axis]
    return int(dilation * (sides[axis] - 1))


def pads(node: onnx.NodeProto, shapes: Shapes) -> list[int]:
    """Returns rows and columns of padding: top, left, bottom, right."""
    given = attributes(node)
    rule = given.get("auto_pad", b"NOTSET")
    if rule == b"NOTSET":
        return list(given.get("pads", (0, 0, 0, 0)))
    befores, afters = [], []
    for axis, step in enumerate(steps(node)):
        length = shapes[node.input[0]][2 + axis]
        outputs = shapes[node.output[0]][2 + axis]
        covered = (outputs - 1) * step + reach(node, shapes, axis) + 1
        total = max(covered - length, 0) if rule != b"VALID" else 0
        less, more = total // 2, total - total // 2
        befores.append(less if rule == b"SAME_UPPER" else more)
        afters.append(more if rule == b"SAME_UPPER" else less)
    return [*befores, *afters]


PREFERRED = {  # a gathering of activations, as MATLAB's gradCAM prefers it
    "Add", "Celu", "Clip", "Concat", "Elu", "Gelu", "HardSwish", "LeakyRelu", "Mish",
    "PRelu", "Relu", "Selu", "Softplus", "Sum", "Swish", "ThresholdedRelu",
}  # fmt: skip


POOLING = {
    "AveragePool", "GlobalAveragePool", "GlobalLpPool", "GlobalMaxPool", "LpPool",
    "MaxPool", "QLinearAveragePool", "QLinearGlobalAveragePool", "ReduceL1", "ReduceL2",
    "ReduceLogSumExp", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceSum",
    "ReduceSumSquare",
}  # fmt: skip


DENSE = {"FusedMatMul", "Gemm", "MatMul", "MatMulInteger", "QGemm", "QLinearMatMul"}


CONVOLUTIONS = {"Conv", "ConvInteger", "FusedConv", "QLinearConv"}


POINTWISE = PREFERRED | {
    "Abs", "BatchNormalization", "BiasGelu", "Cast", "DequantizeLinear", "Div",
    "Dropout", "Erf", "Exp", "FastGelu", "HardSigmoid", "Identity", "LRN",
    "LayerNormalization", "Log", "LogSoftmax", "LpNormalization", "Max", "Min", "Mul",
    "Neg", "Pow", "QLinearAdd", "QLinearConcat", "QLinearLeakyRelu", "QLinearMul",
    "QLinearSigmoid", "QuantizeLinear", "QuickGelu", "RMSNormalization", "Reciprocal",
    "Sigmoid", "SimplifiedLayerNormalization", "SkipLayerNormalization", "Softmax",
    "Softsign", "Sqrt", "Sub", "Tanh",
}  # fmt: skip


ARRANGING = {
    "Expand", "Flatten", "Gather", "Pad", "Reshape", "Slice", "Split", "Squeeze",
    "Transpose", "Unsqueeze",
}  # fmt: skip


LEARNT = {  # before the first of these a tensor is still the input
    "Conv", "ConvInteger", "FusedConv", "FusedMatMul", "Gemm", "MatMul",
    "MatMulInteger", "QLinearConv", "QLinearMatMul",
}  # fmt: skip


CUTTING = {"Pad", "Slice", "Split"}


ENDS_PATHS = {"Shape", "Size"}  # what follows depends on no value


WEIGHT_INPUT = {
    "Conv": 1, "com.microsoft.FusedConv": 1, "ConvInteger": 1, "ConvTranspose": 1,
    "QLinearConv": 3,
}  # fmt: skip


SECOND_FACTOR = {
    "Gemm": 1, "MatMul": 1, "MatMulInteger": 1, "com.microsoft.FusedMatMul": 1,
    "QLinearMatMul": 3, "com.microsoft.QGemm": 3,
}  # fmt: skip
