"""The weights of a node: what they are, whatever form the file holds them in."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from inference.jobs import run
from inference.network.filters import filter_pictures
from inference.network.graph import read_graph
from inference.network.weights import summaries

KERNEL = np.random.default_rng(0).normal(size=(4, 3, 3, 3)).astype(np.float32)
STEPS = np.array([0.5, 0.25, 1, 2], np.float32)  # what 1 means in each filter
WHOLE = np.random.default_rng(1).integers(-9, 9, KERNEL.shape, np.int8)
MEANT = WHOLE * STEPS[:, None, None, None]


def read(path, nodes, weights, *, is_apart=False):
    """A graph of these nodes, and the one that makes "y"."""
    take = helper.make_tensor_value_info("x", TensorProto.FLOAT, (1, 3, 9, 9))
    give = helper.make_tensor_value_info("y", TensorProto.FLOAT, None)
    stored = [numpy_helper.from_array(np.asarray(v), n) for n, v in weights.items()]
    graph = helper.make_graph(nodes, "net", [take], [give], stored)
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    apart = {"save_as_external_data": True, "size_threshold": 0} if is_apart else {}
    onnx.save(model, path / "net.onnx", **apart)
    found = read_graph(path / "net.onnx")
    return found, found.producers["y"]


def conv(kernel="w"):
    return helper.make_node("Conv", ["x", kernel], ["y"])


QDQ = (
    [helper.make_node("DequantizeLinear", ["q", "s", "z"], ["w"], axis=0), conv()],
    {"q": WHOLE, "s": STEPS, "z": np.zeros(4, np.int8)},
    MEANT,
)
QLINEAR = (
    [
        helper.make_node("QuantizeLinear", ["x", "one", "zero"], ["a"]),
        helper.make_node(
            "QLinearConv", ["a", "one", "zero", "q", "s", "z", "one", "zero"], ["y"]
        ),
    ],
    {"q": WHOLE, "s": STEPS, "z": np.zeros(4, np.int8),
     "one": np.float32(1), "zero": np.int8(0)},
    MEANT,
)  # fmt: skip
TURNED = (
    [helper.make_node("Transpose", ["t"], ["w"], perm=[3, 0, 1, 2]), conv()],
    {"t": KERNEL.transpose(1, 2, 3, 0)},
    KERNEL,
)


@pytest.mark.parametrize(("nodes", "weights", "meant"), [QDQ, QLINEAR, TURNED])
def test_a_weight_is_what_it_means(tmp_path, nodes, weights, meant):
    graph, node = read(tmp_path, nodes, weights)
    found = next(w for w in run(summaries(graph, node)) if len(w.shape) == 4)
    assert found.low == pytest.approx(meant.min())
    assert found.high == pytest.approx(meant.max())
    assert found.mean == pytest.approx(meant.mean(), abs=1e-6)
    assert found.zeros == pytest.approx(np.mean(meant == 0))
    assert found.counts.sum() == meant.size


@pytest.mark.parametrize("is_apart", [False, True])
def test_what_is_not_finite_is_counted_apart(tmp_path, is_apart):
    kernel = KERNEL.copy()
    kernel[0, 0, 0] = np.nan, np.inf, -np.inf
    graph, node = read(tmp_path, [conv()], {"w": kernel}, is_apart=is_apart)
    (found,) = run(summaries(graph, node))
    assert found.role == "W"
    assert found.odd == 3
    assert found.counts.sum() == KERNEL.size - 3
    assert np.isfinite([found.low, found.high, found.mean]).all()
    assert filter_pictures(graph, node).shape == (4, 3, 3, 3)


def test_filters_have_the_colours_they_look_for(tmp_path):
    kernel = np.zeros((3, 3, 2, 2), np.float32)
    kernel[0, 0], kernel[1, 2] = 1, -1  # red; not blue; nothing
    graph, node = read(tmp_path, [conv()], {"w": kernel})
    red, no_blue, nothing = filter_pictures(graph, node)[:, 0, 0]
    assert red.tolist() == [255, 128, 128]
    assert no_blue.tolist() == [128, 128, 0]
    assert nothing.tolist() == [128, 128, 128]
    assert filter_pictures(graph, node, is_bgr=True)[0, 0, 0].tolist() == [
        128,
        128,
        255,
    ]


@pytest.mark.parametrize("before", ["Conv", "MaxPool"])
def test_only_the_first_layer_reads_colours(tmp_path, before):
    one = np.ones((3, 3, 1, 1), np.float32)
    first = helper.make_node("Conv", ["x", "one"], ["x1"])
    if before == "MaxPool":
        first = helper.make_node("MaxPool", ["x"], ["x1"], kernel_shape=[2, 2])
    second = helper.make_node("Conv", ["x1", "w"], ["y"])
    graph, node = read(tmp_path, [first, second], {"one": one, "w": KERNEL})
    assert filter_pictures(graph, node) is None
