"""A twin is made from the file as it was read, in the memory that it was read into."""

import sys

import numpy as np
import pytest

from inference.classifier import open_classifier
from inference.gradcam import GradCam, GradCamSpec
from inference.network import tensors
from inference.network.graph import read_graph
from inference.twin.module import load_twin
from tests.benchmarks.memory import OURS, made, peak
from tests.models import node, photo, save

CLASSES = 1000  # 12 kB of float32, enough to be taken out


def network(path, seed=0):
    """Logits are weights (C, K) times the mean of what each channel has above 0."""
    matrix = np.random.default_rng(seed).normal(size=(3, CLASSES)).astype(np.float32)
    nodes = [
        node("Relu", "x", "map"),
        node("GlobalAveragePool", "map", "mean"),
        node("Flatten", "mean", "flat"),
        node("MatMul", "flat matrix", "y"),
    ]
    ends = {"x": ("float32", ["N", 3, 5, 6])}, {"y": ("float32", ["N", CLASSES])}
    return save(path, nodes, *ends, {"matrix": matrix})


def test_the_twin_computes_in_the_memory_of_the_graph(tmp_path):
    graph = read_graph(network(tmp_path / "model.onnx"))
    stored = graph.values(graph.weights["matrix"])
    assert load_twin(graph).weights["matrix"].data_ptr() == stored.ctypes.data


def test_a_file_that_is_replaced_changes_nothing_that_was_opened(tmp_path):
    path = network(tmp_path / "model.onnx")
    classifier = open_classifier(path, provider="cpu")
    prepared = classifier.prepare(photo(np.arange(90).reshape(5, 6, 3) * 2))
    spec = GradCamSpec(layer="map")
    expected = GradCam(classifier).explain(prepared, spec).heatmap.values
    network(path, seed=1)
    engine = GradCam(classifier)
    assert engine.certificate(prepared).holds
    assert np.array_equal(engine.explain(prepared, spec).heatmap.values, expected)
    path.write_bytes(b"")
    assert GradCam(classifier).certificate(prepared).holds


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="peaks are told there alone")
def test_opening_a_large_network_with_gradients_takes_two_copies_of_it(tmp_path):
    """One is shared and one packed for the classifier; 110 MB count as large here."""
    opening = f"import {tensors.__name__} as t; t.MOST_PACKED = 0\n{OURS}"
    small = peak(opening, made(tmp_path / "small.onnx", 0, convolves=False))
    large = made(tmp_path / "large.onnx", 110, convolves=False)
    size = large.stat().st_size - (tmp_path / "small.onnx").stat().st_size
    assert size > 50e6
    assert peak(opening, large) - small < 2.5 * size / 2**20
