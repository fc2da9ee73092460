import gc
import weakref

import numpy as np
import pytest

from inference.geometry import Size
from inference.network.costs import network_table
from inference.network.graph import read_graph
from inference.network.passes import OutOfMemoryError
from inference.network.shapes import infer_shapes, input_shape, number_widths
from tests.inference import nets
from tests.models import node, save

GIVEN = (1, 3, 8, 8)


@pytest.fixture
def computed(tmp_path):
    """A network with a tensor whose shape only a run tells."""
    nodes = [
        node("ReduceMean", "x", "mean", axes=[2, 3], keepdims=0),
        node("Compress", "mean kept", "some", axis=1),
        node("Relu", "some", "relu"),
        node("Relu", "mean", "y"),
    ]
    weights = {"kept": np.array([True, False, True])}
    feeds, answer = {"x": ("float32", ["N", 3, 8, 8])}, {"y": ("float32", ["N", 3])}
    path = save(tmp_path / "m.onnx", nodes, feeds, answer, weights)
    return read_graph(path)


def test_shapes_are_worked_out_once_for_an_input_and_shared(tmp_path):
    graph = read_graph(nets.conv_net(tmp_path / "a.onnx"))
    shape = input_shape(graph, Size(16, 16))
    first = infer_shapes(graph, shape)
    network_table(graph, Size(16, 16))
    assert infer_shapes(graph, shape) is first
    assert infer_shapes(graph, (2, *shape[1:])) is not first
    assert first["stem"] == (1, 6, 16, 16)
    assert number_widths(graph, shape)["stem"] == 4


def test_what_is_known_goes_with_the_graph(tmp_path):
    graph = read_graph(nets.conv_net(tmp_path / "a.onnx"))
    infer_shapes(graph, input_shape(graph, Size(16, 16)))
    alive = weakref.ref(graph)
    del graph
    gc.collect()
    assert alive() is None


def test_what_only_a_run_tells_is_asked_again_after_a_want_of_memory(
    computed, monkeypatch
):
    def refuse(*_):
        raise OutOfMemoryError("There is not enough memory.")

    with monkeypatch.context() as short:
        short.setattr("inference.network.shapes.run_session", refuse)
        assert "relu" not in infer_shapes(computed, GIVEN)
    assert infer_shapes(computed, GIVEN)["relu"] == (1, 2)


def test_sizes_that_follow_from_shapes_need_no_run(tmp_path, monkeypatch):
    """A class token is repeated for each photo, then set before its patches."""
    nodes = [
        node("Conv", "x patch", "patches", strides=[2, 2]),
        node("Reshape", "patches rows", "flat"),
        node("Shape", "flat", "sizes"),
        node("Gather", "sizes first", "counts"),
        node("Concat", "counts one width", "wanted", axis=0),
        node("Equal", "wanted open", "is_open"),
        node("Where", "is_open ones wanted", "repeated"),
        node("Expand", "token repeated", "tokens"),
        node("Transpose", "flat", "columns", perm=[0, 2, 1]),
        node("Concat", "tokens columns", "all", axis=1),
        node("ReduceMean", "all", "y", axes=[1], keepdims=0),
    ]
    weights = {
        "patch": np.zeros((4, 3, 2, 2), np.float32),
        "token": np.zeros((1, 1, 4), np.float32),
        "rows": np.array([0, 0, -1]),
        "first": np.array([0]),
        "one": np.array([1]),
        "width": np.array([4]),
        "open": np.array([-1, -1, -1]),
        "ones": np.array([1, 1, 1]),
    }
    feeds, answer = {"x": ("float32", ["N", 3, 8, 8])}, {"y": ("float32", ["N", 4])}
    graph = read_graph(save(tmp_path / "m.onnx", nodes, feeds, answer, weights))

    def refuse(*_):
        raise AssertionError("The whole network was run.")

    monkeypatch.setattr("inference.network.shapes.run_session", refuse)
    found = infer_shapes(graph, (2, 3, 8, 8))
    assert found["tokens"] == (2, 1, 4)
    assert found["all"] == (2, 17, 4)
    assert found["repeated"] == (3,)
