"""What is told of a node's attributes, whoever left them to a rule or a default."""

import json

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from inference.cli import run
from inference.geometry import Size
from inference.network.attributes import attribute_words
from inference.network.costs import network_table
from inference.network.graph import read_graph


def table(path, node, *weights):
    """Attributes of one node that a photo of 9 × 9 goes through."""
    give = helper.make_tensor_value_info("y", TensorProto.FLOAT, None)
    take = helper.make_tensor_value_info("x", TensorProto.FLOAT, (1, 3, 9, 9))
    stored = [numpy_helper.from_array(value, name) for name, value in weights]
    graph = helper.make_graph([node], "one", [take], [give], stored)
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), path)
    (row,) = network_table(read_graph(path), Size(9, 9)).rows
    return row.attributes


KERNEL = ("w", np.ones((6, 1, 3, 5), np.float32))
LOW, HIGH = ("low", np.float32(0)), ("high", np.float32(6))


@pytest.mark.parametrize(
    ("node", "weights", "words"),
    [
        (
            helper.make_node("Conv", ["x", "w"], ["y"], group=3, strides=[2, 1]),
            [KERNEL],
            ["kernel 3 × 5", "stride 2 × 1", "pads 0", "groups 3"],
        ),
        (
            helper.make_node(
                "Conv", ["x", "w"], ["y"], group=3, strides=[2, 2],
                auto_pad="SAME_LOWER", dilations=[1, 2],
            ),
            [KERNEL],
            ["kernel 3 × 5", "stride 2", "pads (1, 4, 1, 4)", "groups 3",
             "dilation 1 × 2"],
        ),
        (
            helper.make_node("MaxPool", ["x"], ["y"], kernel_shape=[2, 2]),
            [],
            ["kernel 2 × 2", "stride 1", "pads 0"],
        ),
        (helper.make_node("Clip", ["x", "low", "high"], ["y"]), [LOW, HIGH],
         ["min 0", "max 6"]),
        (helper.make_node("Softmax", ["x"], ["y"], axis=1), [], ["axis 1"]),
        (helper.make_node("Relu", ["x"], ["y"]), [], []),
    ],
)  # fmt: skip
def test_attributes_in_words(tmp_path, node, weights, words):
    assert list(attribute_words(table(tmp_path / "a.onnx", node, *weights))) == words


def test_numbers_without_end_are_json(tmp_path, capsys):
    nodes = [
        helper.make_node("Clip", ["x", "low", "high"], ["c"]),
        helper.make_node("GlobalAveragePool", ["c"], ["p"]),
        helper.make_node("Flatten", ["p"], ["y"]),
    ]
    take = helper.make_tensor_value_info("x", TensorProto.FLOAT, (1, 3, 9, 9))
    give = helper.make_tensor_value_info("y", TensorProto.FLOAT, (1, 3))
    stored = [
        numpy_helper.from_array(np.float32(value), name)
        for name, value in (("low", 0), ("high", np.inf))
    ]
    graph = helper.make_graph(nodes, "endless", [take], [give], stored)
    opset = [helper.make_opsetid("", 17)]
    path = tmp_path / "a.onnx"
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), path)
    assert run(["info", str(path), "--layers", "--json"]) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert json.loads(first, parse_constant=pytest.fail)["attributes"] == {
        "min": 0.0,
        "max": "inf",
    }
    assert run(["info", str(path), "--layers"]) == 0
    assert "min 0, max inf" in capsys.readouterr().out
