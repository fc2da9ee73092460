import json

import numpy as np
import pytest

from inference.classifier import input_size
from inference.cli import run
from inference.geometry import Size
from inference.network.costs import multiply_adds, network_table
from inference.network.graph import Node, read_graph
from tests.inference import nets


def test_costs_of_a_network_counted_by_hand(tmp_path):
    table = network_table(read_graph(nets.conv_net(tmp_path / "a.onnx")), Size(16, 16))
    rows = {row.node.outputs[0]: row for row in table.rows}
    assert rows["stem"].parameters == 6 * 3 * 9
    assert rows["stem"].multiply_adds == 16 * 16 * 6 * 3 * 9
    assert rows["stem"].memory == 4 * 6 * 16 * 16
    assert rows["norm"].parameters == 4 * 6
    assert rows["logits"].multiply_adds == 6 * 4
    assert table.parameters == 6 * 27 + 36 * 9 + 24 + 24
    assert table.multiply_adds == 16 * 16 * (6 * 27 + 36 * 9) + 24
    assert "flat" not in table.layers
    assert "flat" in table.features


@pytest.mark.parametrize(
    ("name", "multiply_adds"),
    [
        ("squeezenet1.1_torch_legacy_op11", 349_151_936),
        ("squeezenet1.1_caffe2_fp16", 349_151_936),
        ("cifar10_resnet20_torch_op17", 40_551_040),
        ("mobilenet_v2_1.0_224_tf2onnx_qdq_u8", 300_775_552),
    ],
)
def test_totals_of_known_networks(shared, name, multiply_adds):
    graph = read_graph(shared / f"data/models/{name}.onnx")
    table = network_table(graph, input_size(graph))
    assert table.multiply_adds == multiply_adds
    assert table.parameters == graph.parameters
    assert table.memory is not None
    assert all(row.shape for row in table.rows if row.is_live)


def test_sizes_that_the_file_leaves_open_are_known_for_one_input(shared):
    graph = read_graph(shared / "data/models_variants/squeezenet_fp16_dynamic_nhw.onnx")
    table = network_table(graph, Size(100, 150))
    assert table.multiply_adds is not None
    assert table.layers["conv1_1"].shape == (64, 49, 74)


def test_info_prints_a_json_object_for_each_node(tmp_path, capsys):
    path = nets.conv_net(tmp_path / "a.onnx")
    assert run(["info", str(path), "--layers", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(records) == 9
    assert records[0] == {
        "name": "stem",
        "operator": "Conv",
        "output": "stem",
        "short": "stem",
        "shape": [1, 6, 16, 16],
        "parameters": 162,
        "multiply_adds": 41472,
        "memory": 6144,
        "kind": "channels first",
        "attributes": {
            "kernel_shape": [3, 3],
            "strides": [1, 1],
            "pads": [1, 1, 1, 1],
            "dilations": [1, 1],
            "group": 1,
        },
    }
    assert run(["info", str(path), "--layers"]) == 0
    *_, total = capsys.readouterr().out.splitlines()
    assert total.split()[:3] == ["total", "534", "124,440"]


@pytest.mark.parametrize(
    ("first", "second", "products"),
    [
        ((1, 4, 6, 8), (1, 4, 8, 6), 4 * 6 * 6 * 8),  # attention: 4 heads, 6 tokens
        ((1, 4, 6, 6), (1, 4, 6, 8), 4 * 6 * 8 * 6),
        ((2, 6, 8), (8, 10), 2 * 6 * 10 * 8),  # weights for all of a batch
        ((6, 8), (3, 8, 5), 3 * 6 * 5 * 8),
        ((6, 8), (8,), 6 * 8),
        ((8,), (8, 5), 5 * 8),
    ],
)
def test_multiply_adds_of_a_product_are_those_of_its_loop(first, second, products):
    output = np.matmul(np.ones(first), np.ones(second))
    assert output.size * output.flat[0] == products  # each number sums so many ones
    node = Node("product", "MatMul", ("a", "b"), ("c",))
    shapes = {"a": first, "b": second, "c": output.shape}
    assert multiply_adds(node, shapes) == products


def test_multiply_adds_of_a_transposed_first_factor():
    node = Node("product", "Gemm", ("a", "b"), ("c",))
    shapes = {"a": (8, 6), "b": (8, 5), "c": (6, 5)}
    assert multiply_adds(node, shapes) == 6 * 5 * 8
