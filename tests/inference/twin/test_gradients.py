"""Gradients against differences, in float64, on the cases of the onnx test suite."""

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper
from torch.nn import functional

from inference.twin.module import load_twin
from inference.twin.ops.values import tensor_from_array
from inference.twin.program import Form
from tests.models import in_memory

FAMILIES = {
    "arithmetic": "Abs Add Div Max Mean Min Mod Mul Neg Pow Reciprocal Sqrt Sub Sum "
    "Where",
    "functions": "Cos Erf Exp Log Sin Sinh Tan Tanh",
    "activations": "Celu Elu Gelu HardSigmoid HardSwish LeakyRelu LogSoftmax "
    "Mish PRelu Relu Selu Shrink Sigmoid Softmax Softplus Softsign Swish "
    "ThresholdedRelu Clip",
    "reductions": "CumSum ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax "
    "ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare TopK",
    "convolution": "Conv ConvTranspose",
    "pooling": "AveragePool GlobalAveragePool GlobalMaxPool LpPool MaxPool",
    "normalisation": "BatchNormalization GroupNormalization InstanceNormalization LRN "
    "LayerNormalization LpNormalization MeanVarianceNormalization RMSNormalization",
    "products": "Attention Einsum Gemm MatMul RotaryEmbedding",
    "shape": "Concat DepthToSpace Dropout Expand Flatten Identity Pad Reshape Slice "
    "SpaceToDepth Split Squeeze Tile Transpose Unsqueeze",
    "indexing": "Gather GatherElements GatherND ScatterElements ScatterND",
    "resampling": "GridSample Resize Upsample",
    "quantisation": "DequantizeLinear",
}
AT_A_KINK = (  # an input lies where the function has no derivative
    "test_elu_example",
    "test_leakyrelu_example",
    "test_selu_example",
    "test_thresholdedrelu_example",
    "test_maxpool_3d_dilations",
    "test_mod_float_edge_cases",
    "test_pow.",
    "test_reduce_min_default_axes_keepdims_example",
    "test_l2normalization_axis_0",
    "qk_matmul_bias",  # −∞ among the results
    "softmax_precision",  # too coarse for differences
    "empty_set",
    "zero",
)


@pytest.mark.parametrize("family", FAMILIES)
def test_gradients_are_the_slopes(family, node_cases):
    for operator in FAMILIES[family].split():
        cases = [case for case in node_cases[operator] if is_smooth(case)]
        checked = [case.name for case in cases if agrees_with_differences(case)]
        assert checked, operator


def is_smooth(case):
    return not any(part in f"{case.name}." for part in AT_A_KINK)


def agrees_with_differences(case):
    """Whether the case has a gradient to check; fails where the gradient is wrong."""
    twin = load_twin(in_memory(case.model))
    inputs = case.data_sets[0][0]
    if not twin.calls or not all(
        isinstance(x, np.ndarray | np.generic) for x in inputs
    ):
        return False
    (call,) = twin.calls
    given, smooth = {}, []
    for place, (name, array) in enumerate(zip(twin.inputs, inputs, strict=True)):
        given[name] = tensor_from_array(np.asarray(array))
        is_points = call.operator == "GridSample" and place == 1
        is_plain = call.taken_as[place] is not Form.TENSOR
        if is_plain or not given[name].is_floating_point() or is_points:
            continue
        given[name] = given[name].double().requires_grad_()
        smooth.append(name)

    def results(*tensors):
        values = {**given, **dict(zip(smooth, tensors, strict=True))}
        return tuple(
            value
            for value in twin.tail(values, twin.outputs).values()
            if value.requires_grad
        )

    if not smooth or not results(*[given[name] for name in smooth]):
        return False
    return torch.autograd.gradcheck(
        results, [given[name] for name in smooth], fast_mode=True
    )


def single_node(operator, inputs, opset=17, **attributes):
    """A model of one node that turns a float vector and constants into a vector."""
    names = ["x", *inputs]
    graph = helper.make_graph(
        [helper.make_node(operator, names, ["y"], **attributes)],
        operator,
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [None])],
        [onnx.ValueInfoProto(name="y")],
        [onnx.numpy_helper.from_array(np.array(v), n) for n, v in inputs.items()],
    )
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    return load_twin(in_memory(proto))


@pytest.mark.parametrize("operator", ["Round", "Floor", "Ceil"])
def test_rounding_passes_the_gradient_straight_through(operator):
    twin = single_node(operator, {})
    x = torch.tensor([-1.7, 0.0, 0.3, 2.5], requires_grad=True)
    (y,) = twin(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    assert torch.equal(y, getattr(torch, operator.lower())(x))
    assert torch.equal(slope, torch.ones(4))


def test_quantising_passes_the_gradient_where_it_does_not_saturate():
    twin = single_node(
        "QuantizeLinear", {"scale": np.float32(0.5), "zero": np.uint8(10)}
    )
    x = torch.tensor([-100.0, -1.0, 0.3, 3.0, 500.0, torch.inf], requires_grad=True)
    (y,) = twin(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    assert y.tolist() == [0, 8, 11, 16, 255, 255]
    assert slope.tolist() == [0, 2, 2, 2, 0, 0]
    with torch.no_grad():
        (whole,) = twin(x)
    assert whole.dtype == torch.uint8
    assert whole.tolist() == y.tolist()


def test_a_cast_to_bytes_passes_the_gradient_and_one_to_indices_ends_it():
    x = torch.tensor([1.6], requires_grad=True)
    (byte,) = single_node("Cast", {}, to=TensorProto.UINT8)(x)
    (index,) = single_node("Cast", {}, to=TensorProto.INT64)(x)
    assert byte.tolist() == index.tolist() == [1]
    assert byte.requires_grad
    assert not index.requires_grad


def test_a_zero_vector_has_a_finite_gradient_when_normalised():
    x = torch.zeros(3, requires_grad=True)
    (y,) = single_node("LpNormalization", {}, axis=0)(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    assert slope.isfinite().all()


@pytest.mark.parametrize("pads", [(0, 0, 0, 0), (1, 1, 1, 1), (2, 0, 1, 1)])
def test_the_greatest_among_many_channels_is_found_where_torch_finds_it(pads):
    """Of equal ones the first; a NaN is the greatest of all."""
    random = np.random.default_rng(0)
    values = random.integers(0, 4, (2, 9, 13, 10)).astype(np.float32)
    values[1, 2, 5, 5] = np.nan
    twin = single_node("MaxPool", {}, kernel_shape=[3, 3], strides=[2, 2], pads=pads)
    ours, theirs = (torch.tensor(values, requires_grad=True) for _ in range(2))
    top, left, bottom, right = pads
    padded = functional.pad(theirs, (left, right, top, bottom), value=-torch.inf)
    found, expected = twin(ours)[0], functional.max_pool2d(padded, 3, 2)
    assert torch.equal(found.nan_to_num(9), expected.nan_to_num(9))
    slopes = torch.rand(found.shape)
    found.backward(slopes)
    expected.backward(slopes)
    assert torch.equal(ours.grad, theirs.grad)
