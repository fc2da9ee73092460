"""Families of operators, and how far a sliding kernel reaches: what is known of them.

One table for all rooms. A family holds names without their domain
(`Node.plain_operator`), so ONNX Runtime's own FusedConv stands beside Conv.
"""

from dataclasses import dataclass

from inference.network.graph import Node, Shapes

# -- What they compute -------------------------------------------------------------

CONVOLUTIONS = {
    "Conv",
    "ConvInteger",
    "FusedConv",
    "NhwcConv",
    "NhwcFusedConv",
    "QLinearConv",
}

PRODUCTS = {  # of matrices, either of which may depend on the photo
    "DynamicQuantizeMatMul", "Einsum", "FusedMatMul", "MatMul", "MatMulInteger",
    "QLinearMatMul", "SparseToDenseMatMul", "TransposeMatMul",
}  # fmt: skip

DENSE = {"FusedMatMul", "Gemm", "MatMul", "MatMulInteger", "QGemm", "QLinearMatMul"}

LEARNT = CONVOLUTIONS | DENSE  # before the first of these a tensor is still the input

POOLS = {
    "AveragePool", "GlobalAveragePool", "GlobalLpPool", "GlobalMaxPool", "LpPool",
    "MaxPool", "NhwcMaxPool", "QLinearAveragePool", "QLinearGlobalAveragePool",
}  # fmt: skip

SLIDERS = CONVOLUTIONS | {  # kernels with sides, steps and padding
    "AveragePool", "ConvTranspose", "LpPool", "MaxPool", "NhwcMaxPool",
    "QLinearAveragePool",
}  # fmt: skip

REDUCTIONS = {
    "ReduceL1", "ReduceL2", "ReduceLogSumExp", "ReduceMax", "ReduceMean", "ReduceMin",
    "ReduceSum", "ReduceSumSquare",
}  # fmt: skip

ARITHMETIC = {"Add", "Div", "Mul", "Sub"}

RELUS = {"Clip", "Relu"}  # exporters write ReLU6 as Clip

GATHERING = RELUS | {  # of activations, as MATLAB's gradCAM prefers it
    "Add", "Celu", "Concat", "Elu", "Gelu", "HardSwish", "LeakyRelu", "Mish", "PRelu",
    "Selu", "SkipLayerNormalization", "SkipSimplifiedLayerNormalization", "Softplus",
    "Sum", "Swish", "ThresholdedRelu",
}  # fmt: skip

POINTWISE = GATHERING | ARITHMETIC | {
    "Abs", "BatchNormalization", "BiasGelu", "Cast", "DequantizeLinear", "Dropout",
    "Erf", "Exp", "FastGelu", "HardSigmoid", "Identity", "LRN", "LayerNormalization",
    "Log", "LogSoftmax", "LpNormalization", "Max", "Min", "Neg", "Pow", "QLinearAdd",
    "QLinearConcat", "QLinearLeakyRelu", "QLinearMul", "QLinearSigmoid",
    "QuantizeLinear", "QuickGelu", "RMSNormalization", "Reciprocal", "Sigmoid",
    "SimplifiedLayerNormalization", "Softmax", "Softsign", "Sqrt", "Tanh",
}  # fmt: skip

SUMMED = {  # which output is the sum that the first one, the norm, is made from
    "SkipLayerNormalization": 3, "SkipSimplifiedLayerNormalization": 3,
}  # fmt: skip

# -- What they leave as it is ------------------------------------------------------

UNCHANGING = {"Cast", "Dropout", "Identity", "QuantizeLinear"}  # but for the type

RESHAPES = {"Flatten", "Reshape", "Squeeze", "Unsqueeze"}

REORDERING = RESHAPES | {"Transpose"}  # every value stays, elsewhere

COPYING = UNCHANGING | REORDERING | {"DynamicQuantizeLinear"}

CUTTING = {"Pad", "Slice", "Split"}

PICKING = {"Gather", "Slice", "Split"}  # they leave some of it out

ARRANGING = REORDERING | CUTTING | {"Expand", "Gather"}

BEFORE_RELU = UNCHANGING | {"Add", "BatchNormalization", "DequantizeLinear"}

BEFORE_LOGITS = UNCHANGING | REORDERING | {"DequantizeLinear"}  # seen from the output

BEFORE_SCALING = {"Cast", "Identity", "Reshape", "Transpose"}  # seen from the input

BEFORE_WEIGHT = REORDERING | {  # seen from the operator that the weight serves
    "Cast", "Expand", "Identity", "Slice", "Tile",
}  # fmt: skip

# -- Where rows and columns lie ----------------------------------------------------

MAP_MAKING = CONVOLUTIONS | POOLS | {  # (N, C, h, w) of whatever they are given
    "BatchNormalization", "ConvTranspose", "DepthToSpace", "GroupNormalization",
    "InstanceNormalization", "LRN", "ReorderInput", "ReorderOutput", "SpaceToDepth",
    "Upsample",
}  # fmt: skip

BLOCKED_CHANNELS = "com.microsoft.nchwc."  # (N, C / b, h, w, b), ONNX Runtime's own

MEASURING = {"Shape", "Size"}  # what follows depends on no value

LOCATING = MEASURING | {"ArgMax", "ArgMin", "NonZero", "TopK"}  # they give no values

SLIDING = {"AveragePool", "Conv", "MaxPool"}

ROW_BY_ROW = ARITHMETIC | {  # every row and column for itself
    "BatchNormalization", "Clip", "Concat", "Dropout", "Elu", "HardSigmoid",
    "HardSwish", "Identity", "LeakyRelu", "PRelu", "Relu", "Sigmoid", "Tanh",
}  # fmt: skip

# -- Whole numbers -----------------------------------------------------------------

WHOLE_NUMBERS_KEPT = REORDERING | RELUS | {"Concat", "MaxPool", "Pad", "Slice"}

# -- Which of a node's inputs is what ----------------------------------------------

ZERO_POINT_INPUT = {  # of the result; its scale stands before it
    "QGemm": 8, "QLinearAdd": 7, "QLinearAveragePool": 4, "QLinearConcat": 1,
    "QLinearConv": 7, "QLinearGlobalAveragePool": 4, "QLinearLeakyRelu": 4,
    "QLinearMatMul": 7, "QLinearMul": 7, "QLinearSigmoid": 4, "QuantizeLinear": 2,
}  # fmt: skip

KERNEL_INPUT = {
    "Conv": 1, "ConvInteger": 1, "ConvTranspose": 1, "FusedConv": 1, "QLinearConv": 3,
}  # fmt: skip

SECOND_FACTOR_INPUT = {
    "FusedMatMul": 1, "Gemm": 1, "MatMul": 1, "MatMulInteger": 1, "QGemm": 3,
    "QLinearMatMul": 3,
}  # fmt: skip

WEIGHT_INPUTS = {  # that training may change; others are means, scales, bounds, shapes
    "Add": (0, 1), "BatchNormalization": (1, 2), "BiasGelu": (1,),
    "Concat": tuple(range(8)), "Conv": (1, 2), "ConvTranspose": (1, 2),
    "Einsum": (0, 1), "FastGelu": (1,), "FusedConv": (1, 2), "FusedMatMul": (0, 1),
    "Gather": (0,), "Gemm": (0, 1, 2), "GroupNormalization": (1, 2),
    "InstanceNormalization": (1, 2), "LayerNormalization": (1, 2), "MatMul": (0, 1),
    "Mul": (0, 1), "PRelu": (1,), "RMSNormalization": (1,),
    "SkipLayerNormalization": (2, 3, 4), "Sum": (0, 1),
}  # fmt: skip

SINGLE_NUMBERS_FIXED = {"Add", "Concat", "Gather", "Mul", "Sum"}  # are no weights there

# -- Sliding -----------------------------------------------------------------------

Pair = tuple[int, int]  # along rows, along columns


@dataclass(frozen=True, slots=True)
class Sliding:
    """How a kernel slides: row i is made of rows i * step - before, … + reach.

    Attributes:
        step: Rows and columns from one place to the next.
        reach: From the first row (column) under the kernel to the last.
        before: Padding at the top and at the left.
        after: Padding at the bottom and at the right.
    """

    step: Pair = (1, 1)
    reach: Pair = (0, 0)
    before: Pair = (0, 0)
    after: Pair = (0, 0)

    @property
    def pads(self) -> tuple[int, int, int, int]:
        """Padding as ONNX writes it: top, left, bottom, right."""
        return (*self.before, *self.after)


def sliding(node: Node, shapes: Shapes) -> Sliding:
    """Returns how a node that slides over (N, C, h, w) does so; others stand still.

    The shapes of what it reads and makes must be known.
    """
    if node.operator not in SLIDING:
        return Sliding()
    given = node.attributes
    sides = given.get("kernel_shape") or shapes[node.inputs[1]][2:]
    dilations = given.get("dilations", (1, 1))
    down, across = given.get("strides", (1, 1))
    reach = dilations[0] * (sides[0] - 1), dilations[1] * (sides[1] - 1)
    before, after = _pads(node, shapes, (down, across), reach)
    return Sliding((down, across), reach, before, after)


def _pads(node: Node, shapes: Shapes, step: Pair, reach: Pair) -> tuple[Pair, Pair]:
    """Returns the padding before and after, also where the file says only a rule."""
    rule = node.attributes.get("auto_pad", "NOTSET")
    if rule == "NOTSET":
        top, left, bottom, right = node.attributes.get("pads", (0, 0, 0, 0))
        return (top, left), (bottom, right)
    if rule == "VALID":
        return (0, 0), (0, 0)
    rows, cols = shapes[node.inputs[0]][2:]
    rows_made, cols_made = shapes[node.outputs[0]][2:]
    down = max((rows_made - 1) * step[0] + reach[0] + 1 - rows, 0)
    across = max((cols_made - 1) * step[1] + reach[1] + 1 - cols, 0)
    less, more = (down // 2, across // 2), (-(-down // 2), -(-across // 2))
    return (less, more) if rule == "SAME_UPPER" else (more, less)
