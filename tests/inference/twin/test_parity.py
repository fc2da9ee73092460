import numpy as np
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from inference.errors import ModelError
from inference.twin import parity as room
from inference.twin.module import load_twin
from inference.twin.parity import parity
from tests.models import in_memory

FLOAT = TensorProto.FLOAT


def linear(kind=np.float32):
    """Three layers: logits = relu(x a) b."""
    rng = np.random.default_rng(0)
    element = helper.np_dtype_to_tensor_dtype(np.dtype(kind))
    graph = helper.make_graph(
        [
            helper.make_node("MatMul", ["x", "a"], ["hidden"]),
            helper.make_node("Relu", ["hidden"], ["relu"]),
            helper.make_node("MatMul", ["relu", "b"], ["logits"]),
        ],
        "linear",
        [helper.make_tensor_value_info("x", element, ["N", 4])],
        [helper.make_tensor_value_info("logits", element, ["N", 3])],
        [
            numpy_helper.from_array(rng.normal(size=(4, 4)).astype(kind), "a"),
            numpy_helper.from_array(rng.normal(size=(4, 3)).astype(kind), "b"),
        ],
    )
    return helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8
    )


def cases(kind=np.float32):
    rng = np.random.default_rng(1)
    return [[rng.normal(size=(2, 4)).astype(kind)] for _ in range(3)]


def test_twins_agree():
    certificate = parity(in_memory(linear()), cases())
    assert certificate.holds
    assert certificate.top1_agrees
    assert certificate.max_abs_diff < 1e-5
    assert certificate.max_rel_diff < 1e-5
    assert certificate.first_divergence is None
    assert certificate.operators == {"MatMul": 2, "Relu": 1}


def test_the_first_tensor_that_differs_is_named():
    twin = load_twin(in_memory(linear()))
    with torch.no_grad():
        twin.weights["b"].add_(torch.tensor([0.0, 0.01, 0.0]))
    certificate = parity(in_memory(linear()), cases(), twin=twin)
    assert not certificate.holds
    assert certificate.first_divergence == "logits"
    assert 1e-4 < certificate.max_rel_diff < certificate.max_abs_diff

    with torch.no_grad():
        twin.weights["a"].mul_(-1)
    worse = parity(in_memory(linear()), cases(), twin=twin)
    assert worse.first_divergence == "hidden"
    assert not worse.top1_agrees


def test_a_file_that_rounds_is_judged_by_its_first_class():
    twin = load_twin(in_memory(linear(np.float16)))
    with torch.no_grad():
        twin.weights["b"].mul_(1.01)
    certificate = parity(in_memory(linear(np.float16)), cases(np.float16), twin=twin)
    assert certificate.rounds
    assert certificate.max_rel_diff > certificate.tolerance
    assert certificate.holds


@pytest.mark.parametrize(
    ("expected", "got", "difference"),
    [
        ([1, 2], [1, 2], 0),
        ([1, 2], [1, 2.5], 0.5),
        ([np.nan, np.inf], [np.nan, np.inf], 0),
        ([1, 2], [1, np.nan], np.inf),
        ([np.inf], [-np.inf], np.inf),
        ([], [], 0),
        ([1], [1, 2], np.inf),
    ],
)
def test_differences_of_odd_values(expected, got, difference):
    assert room._difference(np.array(expected), np.array(got)) == difference


def test_an_input_that_does_not_fit_is_told():
    with pytest.raises(ModelError, match="failed in a forward pass"):
        parity(in_memory(linear()), [[np.zeros((2, 5), np.float32)]])
