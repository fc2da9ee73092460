"""TF32 and float16 are choices: how far they are off is measured and said."""

import numpy as np
import pytest
from onnx import TensorProto

from inference.classifier import Wishes, open_classifier, open_forward
from inference.errors import ModelError
from inference.geometry import Size
from inference.jobs import run
from inference.network.graph import read_graph
from inference.network.halving import halved
from inference.network.passes import Passes
from inference.occlusion import OcclusionSpec, occlusion_sweep
from tests.models import convolutions, linear, node, noise, save

SIZE = (20, 28)
SPEC = OcclusionSpec(Size(7, 9), Size(3, 4))


@pytest.fixture
def path(tmp_path):
    return convolutions(tmp_path / "net.onnx", SIZE)


def swept(path, provider):
    """A sweep, and the sentences that were told meanwhile."""
    network = open_classifier(path, Wishes(preprocess="torchvision"), provider)
    passes = Passes()
    with passes.here():
        prepared = network.prepare(noise(*SIZE))
        sweep = run(occlusion_sweep(network, prepared, SPEC, batch_size=16))
    return sweep, [str(each) for each in passes.told]


def test_a_halved_graph_gives_nearly_the_same(path):
    graph = read_graph(path)
    inputs = np.random.default_rng(0).normal(size=(3, 3, *SIZE)).astype(np.float32)
    exact = open_forward(graph, "cpu")(inputs)
    half = open_forward(graph, "cpu", precision="float16")(inputs)
    difference = np.abs(half - exact).max() / np.ptp(exact)
    assert 0 < difference < 0.01
    kinds = {tensor.data_type for tensor in halved(graph).model.graph.initializer}
    assert kinds == {TensorProto.FLOAT16}
    assert read_graph(path).sha256 == graph.sha256


def test_float16_says_how_far_it_is_off(card, path):
    plain, _ = swept(path, "cpu")
    sweep, told = swept(path, "cuda-float16")
    assert sweep.note == told[0]
    assert told[0].startswith("Computed in float16: logits are off by up to 0.")
    assert " % of their range, measured on a few places." in told[0]
    difference = np.abs(sweep.logits - plain.logits).max()
    assert 0 < difference < 0.01 * np.ptp(plain.logits)
    assert np.array_equal(sweep.reference.logits, plain.reference.logits)


def test_tf32_is_asked_for_where_it_was_chosen_alone(card, path):
    """The card here is none, and multiplies exactly."""
    exact, told = swept(path, "cuda")
    assert told == []
    assert {how["use_tf32"] for how in card.opened} == {"0"}
    sweep, (said,) = swept(path, "cuda-tf32")
    assert said.startswith("Computed in TF32: logits are off by up to 0.0e+00 of")
    assert {how["use_tf32"] for how in card.opened} == {"0", "1"}
    searches = {how["cudnn_conv_algo_search"] for how in card.opened}
    assert searches == {"HEURISTIC"}
    np.testing.assert_allclose(sweep.logits, exact.logits, atol=2e-6)


def too_large(path):
    weights = np.random.default_rng(5).normal(0, 1e5, (4, *SIZE, 3))
    return linear(path, weights)


def too_coarse(path):
    """Differences of large numbers, of which float16 keeps nothing."""
    ones = np.full((4, *SIZE, 3), 0.1, np.float32)
    weights = ones + 1e-5 * np.random.default_rng(5).normal(size=ones.shape)
    return linear(path, weights)


@pytest.mark.parametrize(
    ("made", "why"),
    [(too_large, "its weights are too large"), (too_coarse, "logits differ by")],
)
def test_where_float16_will_not_do_it_is_float32_and_that_is_said(
    card, tmp_path, made, why
):
    path = made(tmp_path / "net.onnx")
    plain, _ = swept(path, "cpu")
    sweep, told = swept(path, "cuda-float16")
    assert told[0].startswith("Went on in float32: float16 cannot be used (")
    assert why in told[0]
    assert sweep.note == ""
    np.testing.assert_allclose(sweep.logits, plain.logits, rtol=1e-4, atol=1e-3)


def test_scales_of_a_resize_stay_in_float32(tmp_path):
    nodes = [
        node("Resize", "x  scales", "large", mode="nearest"),
        node("GlobalAveragePool", "large", "mean"),
        node("Flatten", "mean", "y"),
    ]
    nodes[0].input[:] = ["x", "", "scales"]
    path = save(
        tmp_path / "net.onnx",
        nodes,
        {"x": ("float32", ["N", 3, 4, 5])},
        {"y": ("float32", ["N", 3])},
        {"scales": np.float32([1, 1, 2, 2])},
    )
    graph, inputs = read_graph(path), np.ones((2, 3, 4, 5), np.float32)
    assert (open_forward(graph, "cpu", precision="float16")(inputs) == 1).all()


def test_quantised_graphs_stay_as_they_are(shared):
    name = "models/mobilenet_v1_0.5_160_tf2onnx_qdq_u8.onnx"
    with pytest.raises(ModelError, match="operators that stay in float32"):
        halved(read_graph(shared / "data" / name))
