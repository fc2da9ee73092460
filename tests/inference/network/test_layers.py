import numpy as np
import pytest

from inference.geometry import Size
from inference.network.graph import read_graph
from inference.network.layers import (
    FeatureKind,
    feature_layers,
    following_relu,
)
from inference.network.shapes import infer_shapes, input_shape
from tests import cam_models
from tests.inference import nets


def layers_of(path, size):
    graph = read_graph(path)
    return feature_layers(graph, infer_shapes(graph, input_shape(graph, Size(*size))))


def test_a_convolutional_network_has_maps_and_vectors(tmp_path):
    layers = layers_of(nets.conv_net(tmp_path / "a.onnx", size=(16, 20)), (16, 20))
    assert layers["conv"].shape == (6, 16, 20)
    assert layers["conv"].kind is FeatureKind.CHANNELS_FIRST
    assert layers["pooled"].kind is FeatureKind.VECTOR
    assert layers["pooled"].shape == (6,)
    assert layers["flat"].is_copy
    assert list(layers)[:2] == ["stem", "stem_relu"]


def test_channels_that_stand_last_are_followed(tmp_path):
    layers = layers_of(nets.channels_last_net(tmp_path / "a.onnx"), (12, 16))
    assert layers["conv"].kind is FeatureKind.CHANNELS_FIRST
    for name, channels in (("back", 5), ("relu", 5), ("mixed", 7)):
        assert layers[name].kind is FeatureKind.CHANNELS_LAST
        assert layers[name].shape == (channels, 6, 8)
    values = np.arange(6 * 8 * 7, dtype=np.float32).reshape(1, 6, 8, 7)
    folded = layers["mixed"].folded(values)[0]
    assert folded.shape == (7, 6, 8)
    assert folded[3, 2, 1] == values[0, 2, 1, 3]


def test_tokens_lie_on_the_grid_behind_their_class_token(tmp_path):
    layers = layers_of(nets.token_net(tmp_path / "a.onnx"), (16, 24))
    assert layers["tokens"].axes.extra_tokens == 0
    for name in ("joined", "placed", "mixed", "again"):
        assert layers[name].kind is FeatureKind.TOKENS
        assert layers[name].size == (4, 6)
        assert layers[name].axes.extra_tokens == 1
    assert "by_head" not in layers
    assert layers["first"].kind is FeatureKind.VECTOR
    values = np.random.default_rng(0).normal(size=(1, 25, 8))
    assert layers["mixed"].folded(values)[0, 5, 1, 2] == values[0, 1 + 6 + 2, 5]


@pytest.mark.parametrize(
    ("name", "relu"),
    [
        ("stem", "stem_relu"),
        ("conv", "relu"),
        ("relu", None),
        ("logits", None),
    ],
)
def test_the_relu_that_follows(tmp_path, name, relu):
    assert following_relu(read_graph(nets.conv_net(tmp_path / "a.onnx")), name) == relu


def test_a_layer_has_a_short_name(tmp_path):
    layers = layers_of(nets.conv_net(tmp_path / "a.onnx", size=(16, 20)), (16, 20))
    assert layers["stem"].short == "stem"
    assert len({layer.short for layer in layers.values()}) == len(layers)


def test_attention_is_not_taken_for_a_picture(tmp_path):
    path, _ = cam_models.transformer(tmp_path / "vit.onnx", (16, 16))
    layers = layers_of(path, (16, 16))
    assert "scores" not in layers
    assert "attention" not in layers
    assert {"patches", "sequence", "residual", "out"} <= set(layers)
