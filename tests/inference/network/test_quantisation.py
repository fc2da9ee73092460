import numpy as np
import onnx
import pytest

from inference.network.graph import read_graph
from inference.network.quantisation import dequantised, zero_points
from tests.cam_models import node, save

STEP, ZERO = 0.5, 120


@pytest.fixture
def path(tmp_path):
    """A convolution in whole numbers, with its scale and zero point beside it."""
    weights = {
        "s": np.float32(2), "z": np.uint8(10), "w": np.ones((3, 3, 2, 2), np.int8),
        "ws": np.float32(0.05), "wz": np.int8(0),
        "ys": np.float32(STEP), "yz": np.uint8(ZERO),
        "head": np.ones((3, 2), np.float32),
    }  # fmt: skip
    nodes = [
        node("QuantizeLinear", "image s z", "q"),
        node("QLinearConv", "q s z w ws wz ys yz", "whole"),
        node("MaxPool", "whole", "pooled", kernel_shape=[2, 2]),
        node("Transpose", "pooled", "turned", perm=[0, 2, 3, 1]),
        node("Cast", "turned", "real", to=onnx.TensorProto.FLOAT),
        node("ReduceMean", "real", "mean", axes=[1, 2], keepdims=0),
        node("MatMul", "mean head", "logits"),
    ]
    return save(tmp_path / "m.onnx", nodes, [1, 3, 6, 6], weights)


@pytest.mark.parametrize(
    ("name", "zero"),
    [("q", 10), ("whole", ZERO), ("pooled", ZERO), ("turned", ZERO), ("real", 0)],
)
def test_the_zero_point_is_kept_until_numbers_are_real(path, name, zero):
    assert zero_points(read_graph(path)).get(name, 0) == zero


def test_whole_numbers_become_real_behind_pooling_too(path):
    raw = np.array([[[[ZERO, ZERO + 3]]]], np.uint8)
    values, note = dequantised(read_graph(path), "pooled", raw)
    assert values.tolist() == [[[[0, 3 * STEP]]]]
    assert note == f"uint8 in the network, dequantised: scale {STEP}, zero point {ZERO}"


def test_onnx_runtimes_own_operators_are_read_like_those_of_onnx(tmp_path):
    own = {"domain": "com.microsoft"}
    weights = {"s": np.float32(STEP), "z": np.uint16(ZERO)}
    weights |= {"head": np.ones((3, 2), np.float32)}
    nodes = [
        node("QuantizeLinear", "image s z", "whole", **own),
        node("MaxPool", "whole", "pooled", kernel_shape=[2, 2]),
        node("DequantizeLinear", "pooled s z", "real", **own),
        node("ReduceMean", "real", "mean", axes=[2, 3], keepdims=0),
        node("MatMul", "mean head", "logits"),
    ]
    graph = read_graph(save(tmp_path / "m.onnx", nodes, [1, 3, 6, 6], weights))
    raw = np.full((1, 1, 1, 1), ZERO + 3, np.uint16)
    assert dequantised(graph, "pooled", raw)[0].item() == 3 * STEP
    assert dequantised(graph, "image", np.float32([1]))[1].startswith("before the")
    assert dequantised(graph, "real", np.float32([1]))[1].startswith("dequantised by")


def test_scales_may_lie_in_another_file(path, monkeypatch, tmp_path):
    model = onnx.load(path)
    onnx.save(
        model, path, save_as_external_data=True, location="weights", size_threshold=0
    )
    monkeypatch.chdir(tmp_path.parent)
    assert zero_points(read_graph(path))["whole"] == ZERO
