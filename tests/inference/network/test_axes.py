import numpy as np
import pytest

from inference.geometry import Size
from inference.network.axes import Axes, followed_axes
from inference.network.graph import read_graph
from inference.network.layers import feature_layers
from inference.network.shapes import infer_shapes
from tests.cam_models import node, save

SIZE, GRID = (16, 24), Size(4, 6)  # patches of 4 x 4
TOKENS, WIDTH, HEADS = 24, 8, 2


def blocks():
    """Tokens, and queries, keys and values of two heads made by one product."""
    rng = np.random.default_rng(0)
    weights = {
        "patch": rng.normal(size=(WIDTH, 3, 4, 4)).astype(np.float32),
        "flat": np.array([0, WIDTH, -1]),
        "wide": rng.normal(size=(WIDTH, 3 * WIDTH)).astype(np.float32),
        "parts": np.array([1, TOKENS, 3, HEADS, WIDTH // HEADS]),
        "back": np.array([1, TOKENS, WIDTH]),
        "square": np.array([1, *GRID, WIDTH]),
        "mixed_up": np.array([1, WIDTH, TOKENS]),
        **{str(number): np.array(number) for number in range(3)},
        "head": rng.normal(size=(WIDTH, 3)).astype(np.float32),
    }
    nodes = [
        node("Conv", "image patch", "patches", strides=[4, 4]),
        node("Reshape", "patches flat", "columns"),
        node("Transpose", "columns", "tokens", perm=[0, 2, 1]),
        node("MatMul", "tokens wide", "all"),
        node("Reshape", "all parts", "split"),
        node("Transpose", "split", "by_part", perm=[2, 0, 3, 1, 4]),
        *[node("Gather", f"by_part {i}", f"part{i}", axis=0) for i in range(3)],
        node("Transpose", "part1", "turned", perm=[0, 1, 3, 2]),
        node("MatMul", "part0 turned", "scores"),
        node("Softmax", "scores", "attention"),
        node("MatMul", "attention part2", "read"),
        node("Transpose", "read", "beside", perm=[0, 2, 1, 3]),
        node("Reshape", "beside back", "joined"),
        node("Add", "tokens joined", "sum"),
        node("Reshape", "sum square", "maps"),
        node("Reshape", "sum mixed_up", "scrambled"),
    ]
    return nodes, weights


@pytest.fixture
def known(tmp_path):
    nodes, weights = blocks()
    nodes.append(node("ReduceMean", "sum", "mean", axes=[1], keepdims=0))
    nodes.append(node("MatMul", "mean head", "logits"))
    graph = read_graph(save(tmp_path / "m.onnx", nodes, [1, 3, *SIZE], weights))
    shapes = infer_shapes(graph, (1, 3, *SIZE))
    return followed_axes(graph, shapes), set(feature_layers(graph, shapes))


@pytest.mark.parametrize(
    ("name", "axes"),
    [
        ("patches", "NCHW"),
        ("columns", "NCT"),
        ("tokens", "NTC"),
        ("split", "NTGGC"),
        ("by_part", "GNGTC"),
        ("part0", "NGTC"),
        ("turned", "NGCT"),
        ("beside", "NTGC"),
        ("joined", "NTC"),
        ("sum", "NTC"),
        ("maps", "NHWC"),
    ],
)
def test_axes_are_followed_through_heads_and_back(known, name, axes):
    places, layers = known
    assert places[name] == Axes(axes, GRID)
    assert (name in layers) == ("G" not in axes)


@pytest.mark.parametrize("name", ["scores", "attention", "scrambled", "mean"])
def test_what_has_lost_its_places_has_none(known, name):
    places, layers = known
    assert name not in places
    assert (name in layers) == (name == "mean")  # a vector


@pytest.mark.parametrize(
    ("operator", "options"),
    [
        ("FusedMatMul", {"domain": "com.microsoft", "transB": 1}),
        ("Einsum", {"equation": "bic,bjc->bij"}),
    ],
)
def test_attention_in_other_words_is_no_picture(tmp_path, operator, options):
    nodes, weights = blocks()
    weights["head"] = np.ones((TOKENS, 3), np.float32)
    nodes = [
        *nodes[:3],
        node("Relu", "tokens", "keys"),
        node(operator, "tokens keys", "scores", **options),
        node("ReduceMean", "scores", "mean", axes=[1], keepdims=0),
        node("MatMul", "mean head", "logits"),
    ]
    graph = read_graph(save(tmp_path / "m.onnx", nodes, [1, 3, *SIZE], weights))
    shapes = infer_shapes(graph, (1, 3, *SIZE))
    layers = feature_layers(graph, shapes)
    assert shapes["scores"] == (1, TOKENS, TOKENS)
    assert layers["keys"].shape == (WIDTH, *GRID)
    assert "scores" not in layers


def test_attention_of_whole_numbers_is_no_picture(tmp_path):
    nodes, weights = blocks()
    weights["head"] = np.ones((TOKENS, 3), np.float32)
    nodes = [
        *nodes[:3],
        node("DynamicQuantizeLinear", "tokens", "whole step zero"),
        node("Transpose", "whole", "turned", perm=[0, 2, 1]),
        node("MatMulInteger", "whole turned zero zero", "scores"),
        node("Cast", "scores", "numbers", to=1),
        node("ReduceMean", "numbers", "mean", axes=[1], keepdims=0),
        node("MatMul", "mean head", "logits"),
    ]
    graph = read_graph(save(tmp_path / "m.onnx", nodes, [1, 3, *SIZE], weights))
    layers = feature_layers(graph, infer_shapes(graph, (1, 3, *SIZE)))
    assert layers["whole"].shape == (WIDTH, *GRID)
    assert not {"scores", "numbers"} & set(layers)


@pytest.mark.parametrize("order", ["first tokens", "tokens first"])
def test_the_length_of_an_expanded_token_is_what_the_others_leave_over(tmp_path, order):
    nodes, weights = blocks()
    weights |= {"class": np.zeros((1, 1, WIDTH), np.float32)}
    weights |= {"wanted": np.array([-1, 1, -1]), "least": np.array([-1])}
    weights |= {"ones": np.array([1, 1, 1])}
    nodes += [  # as exporters write expand(-1, 1, -1)
        node("Equal", "wanted least", "is_free"),
        node("Where", "is_free ones wanted", "sizes"),
        node("Expand", "class sizes", "first"),
        node("Concat", order, "whole", axis=1),
        node("Gather", "whole 0", "read_off", axis=1),
        node("MatMul", "read_off head", "logits"),
    ]
    path = save(tmp_path / "m.onnx", nodes, ["N", 3, *SIZE], weights)
    graph = read_graph(path)
    shapes = infer_shapes(graph, (1, 3, *SIZE))
    assert "first" not in shapes
    found = followed_axes(graph, shapes)["whole"]
    assert found == Axes("NTC", GRID, extra_tokens=order.startswith("first"))
