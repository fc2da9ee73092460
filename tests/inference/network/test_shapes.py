import gc
import weakref

import numpy as np
import pytest

from inference.geometry import Size
from inference.network.costs import network_table
from inference.network.graph import read_graph
from inference.network.sessions import OutOfMemoryError
from inference.network.shapes import infer_shapes, input_shape, number_widths
from tests.inference import nets
from tests.models import node, save

GIVEN = (1, 3, 8, 8)


@pytest.fixture
def computed(tmp_path):
    """A network with a tensor whose shape only a run tells."""
    nodes = [
        node("Cast", "rows", "whole", to=7),
        node("Add", "whole none", "sides"),
        node("ReduceMean", "x", "mean", axes=[2, 3], keepdims=0),
        node("Expand", "mean sides", "wide"),
        node("Relu", "wide", "relu"),
        node("Relu", "mean", "y"),
    ]
    weights = {"rows": np.float32([2, 3]), "none": np.array([0, 0])}
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
    assert infer_shapes(computed, GIVEN)["relu"] == (2, 3)
