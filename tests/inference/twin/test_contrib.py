"""The operators of com.microsoft against ONNX Runtime, whose own they are."""

import numpy as np
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from inference.twin.module import load_twin
from inference.twin.ops import fused
from inference.twin.ops.table import MICROSOFT
from tests.models import in_memory

RNG = np.random.default_rng(0)


def floats(*shape):
    return RNG.normal(size=shape).astype(np.float32)


def whole(*shape, dtype=np.uint8):
    limits = np.iinfo(dtype)
    return RNG.integers(limits.min, limits.max + 1, shape, dtype=dtype)


def scale(value=0.03):
    return np.float32(value)


def zero(value=120, dtype=np.uint8):
    return dtype(value)


Q = [scale(), zero()]  # of the first input
R = [scale(0.05), zero(100)]  # of the second
Y = [scale(0.1), zero(128)]  # of the result
POOL = {"kernel_shape": [2, 2], "strides": [2, 2]}

RUN_ELSEWHERE = {"NhwcConv", "NhwcFusedConv"}  # on GPUs, or in 16 bits

CASES = {
    "Attention": [
        ([floats(2, 5, 6), floats(6, 24), floats(24)], {"num_heads": 2}),
        (
            [floats(2, 5, 6), floats(6, 24), floats(24), np.array([5, 3], np.int32)],
            {"num_heads": 2, "scale": 0.3},
        ),
        (
            [
                floats(1, 5, 6),
                floats(6, 24),
                floats(24),
                None,
                None,
                floats(1, 2, 5, 5),
            ],
            {"num_heads": 2, "unidirectional": 1},
        ),
    ],
    "BiasGelu": [([floats(2, 5), floats(5)], {})],
    "DequantizeLinear": [
        ([whole(2, 3), *Q], {}),
        ([whole(2, 3), np.array([0.1, 0.2, 0.3], np.float32), whole(3)], {"axis": 1}),
    ],
    "DynamicQuantizeMatMul": [
        ([floats(3, 4), whole(4, 2), *R], {}),
        ([floats(3, 4), whole(4, 2), *R, floats(2)], {}),
    ],
    "FastGelu": [([floats(2, 5)], {}), ([floats(2, 5), floats(5)], {})],
    "FusedConv": [
        ([floats(1, 2, 5, 5), floats(3, 2, 3, 3)], {"activation": "Relu"}),
        (
            [floats(1, 2, 5, 5), floats(3, 2, 3, 3), floats(3), floats(1, 3, 5, 5)],
            {"activation": "Relu", "pads": [1, 1, 1, 1]},
        ),
        (
            [floats(1, 2, 5, 5), floats(3, 2, 3, 3), floats(3)],
            {"activation": "LeakyRelu", "activation_params": [0.2]},
        ),
        (
            [floats(1, 2, 5, 5), floats(3, 2, 3, 3), floats(3)],
            {"activation": "Clip", "activation_params": [-0.5, 1.5]},
        ),
    ],
    "FusedGemm": [
        ([floats(3, 4), floats(4, 2), floats(2)], {"activation": "Relu"}),
        (
            [floats(3, 4), floats(2, 4), floats(2)],
            {"activation": "LeakyRelu", "activation_alpha": 0.2, "transB": 1},
        ),
    ],
    "FusedMatMul": [
        ([floats(2, 3, 4), floats(2, 4, 5)], {"alpha": 0.5}),
        ([floats(2, 4, 3), floats(2, 5, 4)], {"transA": 1, "transB": 1}),
        ([floats(3, 2, 4), floats(2, 4, 5)], {"transBatchA": 1}),
    ],
    "Gelu": [([floats(2, 5)], {})],
    "LayerNormalization": [],  # ONNX Runtime keeps it under ONNX's own domain
    "MatMulIntegerToFloat": [
        ([whole(3, 4), whole(4, 2), Q[0], R[0], Q[1], R[1], floats(2)], {}),
        (
            [whole(3, 4), whole(4, 2), Q[0], np.float32([0.1, 0.2]), Q[1], whole(2)],
            {},
        ),
    ],
    "MultiHeadAttention": [
        ([floats(2, 5, 8), floats(2, 4, 8), floats(2, 4, 8)], {"num_heads": 2}),
        (
            [floats(2, 5, 8), floats(2, 4, 8), floats(2, 4, 8), floats(24)],
            {"num_heads": 4, "scale": 0.2},
        ),
        ([floats(2, 5, 8), floats(2, 2, 4, 4), floats(2, 2, 4, 4)], {"num_heads": 2}),
        (
            [
                *[floats(1, 5, 8), floats(1, 4, 8), floats(1, 4, 8), None],
                *[None, floats(1, 2, 5, 4)],
            ],
            {"num_heads": 2},
        ),
    ],
    "NhwcMaxPool": [([whole(1, 6, 6, 2)], POOL)],
    "QGemm": [
        ([whole(2, 4), *Q, whole(4, 3), *R, None, *Y], {}),
        (
            [whole(2, 4), *Q, whole(3, 4), *R, whole(3, dtype=np.int8).astype("i4")],
            {"transB": 1, "alpha": 0.5},
        ),
    ],
    "QLinearAdd": [([whole(2, 5), *Q, whole(5), *R, *Y], {})],
    "QLinearAveragePool": [
        ([whole(1, 2, 4, 4), *Q, *R], POOL),
        ([whole(1, 4, 4, 2), *Q, *R], {**POOL, "channels_last": 1}),
    ],
    "QLinearConcat": [([*Y, whole(2, 3), *Q, whole(2, 4), *R], {"axis": 1})],
    "QLinearGlobalAveragePool": [
        ([whole(1, 2, 4, 4), *Q, *R], {}),
        ([whole(1, 4, 4, 2), *Q, *R], {"channels_last": 1}),
    ],
    "QLinearLeakyRelu": [([whole(2, 5), *Q, *R], {"alpha": 0.1})],
    "QLinearMul": [([whole(2, 5), *Q, whole(5), *R, *Y], {})],
    "QLinearSigmoid": [([whole(2, 5), *Q, np.float32(1 / 256), zero(0)], {})],
    "QLinearSoftmax": [
        ([whole(2, 5), *Q, np.float32(1 / 256), zero(0)], {"axis": -1, "opset": 13}),
        ([whole(2, 3, 2), *Q, np.float32(1 / 256), zero(0)], {"axis": 1, "opset": 11}),
    ],
    "QuantizeLinear": [([floats(2, 3), *Q], {})],
    "QuickGelu": [([floats(2, 5)], {"alpha": 1.5})],
    "SkipLayerNormalization": [
        ([floats(2, 3, 4), floats(2, 3, 4), floats(4), floats(4), floats(4)], {}),
        ([floats(2, 3, 4), floats(2, 3, 4), floats(4)], {"epsilon": 1e-3}),
    ],
    "SkipSimplifiedLayerNormalization": [
        ([floats(2, 3, 4), floats(2, 3, 4), floats(4)], {}),
        ([floats(2, 3, 4), floats(2, 3, 4), floats(4), floats(4)], {"epsilon": 1e-3}),
    ],
}


def test_every_operator_has_cases():
    assert set(CASES) | RUN_ELSEWHERE == set(MICROSOFT)


def test_queries_keys_and_values_may_lie_in_one_tensor():
    q, k, v = (torch.from_numpy(floats(2, 5, 8)) for _ in range(3))
    expected = fused.MultiHeadAttention(q, k, v, num_heads=2)[0]
    heads = [part.reshape(2, 5, 2, 4) for part in (q, k, v)]
    packed = fused.MultiHeadAttention(torch.stack(heads, 3), num_heads=2)[0]
    pair = fused.MultiHeadAttention(q, torch.stack(heads[1:], 3), num_heads=2)[0]
    torch.testing.assert_close(packed, expected)
    torch.testing.assert_close(pair, expected)


def test_channels_last_may_have_kernels_of_either_order():
    x, kernel = floats(1, 5, 5, 4), torch.from_numpy(floats(3, 4, 3, 3))
    first = torch.from_numpy(x).movedim(-1, 1)
    expected = torch.conv2d(first, kernel).movedim(1, -1)
    for given in (kernel, kernel.movedim(1, -1)):
        node = helper.make_node("NhwcConv", ["x", "w"], ["y"], domain="com.microsoft")
        graph = helper.make_graph(
            [node],
            "channels last",
            [helper.make_tensor_value_info("x", TensorProto.FLOAT, x.shape)],
            [helper.make_empty_tensor_value_info("y")],
            [numpy_helper.from_array(given.contiguous().numpy(), "w")],
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        twin = load_twin(in_memory(helper.make_model(graph, opset_imports=opsets)))
        with torch.no_grad():
            (got,) = twin(torch.from_numpy(x))
        torch.testing.assert_close(got, expected)


@pytest.mark.parametrize("operator", CASES)
def test_agrees_with_onnx_runtime(operator):
    for inputs, attributes in CASES[operator]:
        check(operator, inputs, attributes, "com.microsoft")


def test_the_root_mean_square_norm_has_no_domain_of_its_own():
    inputs = [floats(2, 3, 4), floats(4)]
    check("SimplifiedLayerNormalization", inputs, {"axis": -1, "epsilon": 1e-5})


@pytest.mark.parametrize(("opset", "outputs"), [(7, 1), (17, 1), (17, 3)])
def test_layer_normalization_is_older_in_onnx_runtime(opset, outputs):
    check(
        "LayerNormalization",
        [floats(2, 3, 4), floats(4), floats(4)],
        {"axis": -1},
        opset=opset,
        outputs=outputs,
    )


INTEGER = {
    "ConvInteger": ([whole(1, 2, 5, 5), whole(3, 2, 3, 3), zero(), zero(7)], {}),
    "DynamicQuantizeLinear": ([floats(3, 4)], {}),
    "MatMulInteger": ([whole(2, 4), whole(4, 3), zero(), zero(7)], {}),
    "QLinearConv": (
        [
            *[whole(1, 2, 5, 5), *Q],
            *[whole(3, 2, 3, 3, dtype=np.int8), floats(3) ** 2, np.zeros(3, np.int8)],
            *[np.float32(2), zero()],
            whole(3, dtype=np.int16).astype(np.int32),
        ],
        {"pads": [1, 1, 1, 1]},
    ),
    "QLinearMatMul": ([whole(2, 4), *Q, whole(4, 3), *R, *Y], {}),
}


@pytest.mark.parametrize("operator", INTEGER)
def test_whole_number_operators_agree_with_onnx_runtime(operator):
    inputs, attributes = INTEGER[operator]
    outputs = 3 if operator == "DynamicQuantizeLinear" else 1
    check(operator, inputs, attributes, opset=13, outputs=outputs)


def check(operator, inputs, attributes, domain="", *, opset=17, outputs=1):
    """Compares one node, whose first input is the graph's and the rest stored."""
    names = ["" if x is None else f"input {i}" for i, x in enumerate(inputs)]
    results = [f"output {i}" for i in range(outputs)]
    first = np.asarray(inputs[0])
    kind = helper.np_dtype_to_tensor_dtype(first.dtype)
    graph = helper.make_graph(
        [helper.make_node(operator, names, results, domain=domain, **attributes)],
        operator,
        [helper.make_tensor_value_info(names[0], kind, first.shape)],
        [helper.make_empty_tensor_value_info(name) for name in results],
        [
            numpy_helper.from_array(np.asarray(x), name)
            for x, name in zip(inputs[1:], names[1:], strict=True)
            if x is not None
        ],
    )
    opsets = [helper.make_opsetid("", opset), helper.make_opsetid("com.microsoft", 1)]
    proto = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    session = onnxruntime.InferenceSession(
        proto.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    expected = session.run(None, {names[0]: first})
    with torch.no_grad():
        got = load_twin(in_memory(proto))(torch.from_numpy(first))
    for output, reference in zip(got, expected, strict=True):
        assert output.numpy().dtype == reference.dtype
        is_whole = reference.dtype.kind in "iu"
        np.testing.assert_allclose(
            output.numpy().astype(np.float64),
            reference.astype(np.float64),
            rtol=1e-4,
            atol=1 if is_whole else 1e-5,  # half-way cases may round either way
        )


def test_gradients_pass_through_quantised_layers():
    """The slope of a quantised layer is that of the layer it stands for."""
    x, w = whole(1, 4), whole(4, 3)
    first = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 4])
    nodes = [
        helper.make_node("QuantizeLinear", ["x", "xs", "xz"], ["xq"]),
        helper.make_node(
            "QLinearMatMul", ["xq", "xs", "xz", "w", "ws", "wz", "ys", "yz"], ["yq"]
        ),
        helper.make_node("DequantizeLinear", ["yq", "ys", "yz"], ["y"]),
    ]
    constants = {"xs": Q[0], "xz": Q[1], "w": w, "ws": R[0], "wz": R[1]}
    constants |= {"ys": np.float32(1), "yz": np.uint8(128)}
    graph = helper.make_graph(
        nodes,
        "quantised",
        [first],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 3])],
        [numpy_helper.from_array(np.asarray(v), n) for n, v in constants.items()],
    )
    proto = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8
    )
    real = ((torch.from_numpy(x).float() - 120) * 0.03).requires_grad_()
    (y,) = load_twin(in_memory(proto))(real)
    (slope,) = torch.autograd.grad(y[0, 1], real)
    weights = (torch.from_numpy(w).float() - 100) * 0.05
    torch.testing.assert_close(slope[0], weights[:, 1])
