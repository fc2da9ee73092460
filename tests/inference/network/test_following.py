import numpy as np
import pytest

from inference.geometry import Size
from inference.network.axes import Axes
from inference.network.following import followed_axes
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
        ("joined", "NTC"),
        ("sum", "NTC"),
        ("maps", "NHWC"),
    ],
)
def test_axes_are_followed_through_heads_and_back(known, name, axes):
    places, layers = known
    assert places[name] == Axes(axes, GRID)
    assert name in layers


@pytest.mark.parametrize("name", ["split", "by_part", "part0", "turned", "beside"])
def test_heads_are_no_layers_of_their_own(known, name):
    places, layers = known
    assert name not in places
    assert name not in layers


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
def test_a_token_that_is_expanded_where_the_graph_runs_is_an_extra_one(tmp_path, order):
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
    assert shapes["first"] == (1, 1, WIDTH)
    found = followed_axes(graph, shapes)["whole"]
    assert found == Axes("NTC", GRID, extra_tokens=order.startswith("first"))


def followed(tmp_path, nodes, weights, *, shape=(1, 3, *SIZE), last):
    """Axes and layers of a network that ends in the mean of a tensor's numbers."""
    nodes = [*nodes, node("ReduceMean", last, "logits", axes=[1], keepdims=0)]
    path = save(tmp_path / "m.onnx", nodes, list(shape), weights)
    graph = read_graph(path)
    shapes = infer_shapes(graph, shape)
    return followed_axes(graph, shapes), feature_layers(graph, shapes)


def test_windows_and_their_shifts_are_followed_and_no_layers_of_their_own(tmp_path):
    nodes, weights = blocks()
    weights |= {
        **{f"at{n}": np.array([n]) for n in (0, 1, 2, 4, 6, 100)},
        "pads": np.array([0, 0, 0, 0, 0, 0, 2, 0]),  # 6 columns become 8
        "apart": np.array([1, 2, 2, 4, 2, WIDTH]),
        "of_windows_shape": np.array([1, 2, 4, 2, 2, WIDTH]),
        "windows": np.array([-1, 4, WIDTH]),
        "padded_maps": np.array([1, 4, 8, WIDTH]),
        "own": np.eye(WIDTH, dtype=np.float32),
    }

    def rolled(source, result, cut):
        return [
            node("Slice", f"{source} {cut} at100 at2", f"{result}_a"),
            node("Slice", f"{source} at0 {cut} at2", f"{result}_b"),
            node("Concat", f"{result}_a {result}_b", result, axis=2),
        ]

    nodes += [
        node("Pad", "maps pads", "padded"),
        *rolled("padded", "shifted", "at1"),
        node("Reshape", "shifted apart", "blocks"),
        node("Transpose", "blocks", "by_window", perm=[0, 1, 3, 2, 4, 5]),
        node("Reshape", "by_window windows", "in_windows"),
        node("MatMul", "in_windows own", "computed"),
        node("Reshape", "computed of_windows_shape", "of_windows"),
        node("Transpose", "of_windows", "rows_again", perm=[0, 1, 3, 2, 4, 5]),
        node("Reshape", "rows_again padded_maps", "still_shifted"),
    ]
    nodes += rolled("still_shifted", "still_padded", "at7")
    weights["at7"] = np.array([7])
    nodes.append(node("Slice", "still_padded at0 at6 at2", "cropped"))
    axes, layers = followed(tmp_path, nodes, weights, last="cropped")
    assert axes["cropped"] == Axes("NHWC", GRID)
    assert layers["cropped"].shape == (WIDTH, *GRID)
    inner = {"shifted_a", "shifted", "in_windows", "computed", "still_shifted"}
    assert inner.isdisjoint(layers)


@pytest.mark.parametrize("way", ["strided slices", "reshape and transpose"])
def test_merged_patches_are_maps_of_their_own(tmp_path, way):
    nodes, weights = blocks()
    starts = [(0, 0), (1, 0), (0, 1), (1, 1)]
    weights |= {
        "rows_and_cols": np.array([1, 2]), "end": np.array([9, 9]),
        "two": np.array([2, 2]), "pairs": np.array([1, 2, 2, 3, 2, WIDTH]),
        "merged_shape": np.array([1, 2, 3, 4 * WIDTH]),
        "narrow": np.ones((4 * WIDTH, WIDTH), np.float32),
        **{f"start{n}": np.array(start) for n, start in enumerate(starts)},
    }  # fmt: skip
    if way == "strided slices":
        names = [f"part{n}_" for n in range(4)]
        nodes += [
            node("Slice", f"maps start{n} end rows_and_cols two", name)
            for n, name in enumerate(names)
        ]
        nodes.append(node("Concat", " ".join(names), "merged", axis=3))
    else:
        nodes += [
            node("Reshape", "maps pairs", "in_pairs"),
            node("Transpose", "in_pairs", "turned_pairs", perm=[0, 1, 3, 2, 4, 5]),
            node("Reshape", "turned_pairs merged_shape", "merged"),
        ]
    nodes.append(node("MatMul", "merged narrow", "coarse"))
    axes, layers = followed(tmp_path, nodes, weights, last="coarse")
    assert axes["coarse"] == Axes("NHWC", Size(2, 3))
    assert not [name for name in layers if name.startswith("part") and "_" in name]


def test_tokens_in_rows_of_a_matrix_are_layers_where_they_are_tokens_again(tmp_path):
    nodes, weights = blocks()
    weights |= {
        "matrix": np.array([-1, WIDTH]),
        "square_weight": np.ones((WIDTH, WIDTH), np.float32),
    }
    nodes += [
        node("Reshape", "sum matrix", "rows"),
        node("Gemm", "rows square_weight", "product"),
        node("Reshape", "product back", "tokens_again"),
    ]
    axes, layers = followed(tmp_path, nodes, weights, last="tokens_again")
    assert axes["tokens_again"] == Axes("NTC", GRID)
    assert layers["tokens_again"].operator == "Gemm"
    assert not layers["tokens_again"].is_copy
    assert layers["maps"].is_copy


@pytest.mark.parametrize("batch", [1, 4])
def test_groups_of_channels_that_are_normalised_together_keep_their_places(
    tmp_path, batch
):
    nodes, weights = blocks()
    weights |= {
        "grouped": np.array([0, 2, -1]),
        "as_before": np.array([batch, WIDTH, *GRID]),
        "ones": np.ones(2, np.float32),
    }
    nodes = [
        nodes[0],
        node("Reshape", "patches grouped", "groups"),
        node("InstanceNormalization", "groups ones ones", "normal"),
        node("Reshape", "normal as_before", "again"),
        node("Relu", "again", "active"),
    ]
    shape = (batch, 3, *SIZE)
    axes, layers = followed(tmp_path, nodes, weights, shape=shape, last="active")
    assert axes["active"] == axes["again"] == Axes("NCHW", GRID)
    assert layers["again"].operator == "InstanceNormalization"


def test_several_extra_tokens_and_a_fixed_batch(tmp_path):
    nodes, weights = blocks()
    batch = 4
    weights |= {
        "class": np.zeros((1, 1, WIDTH), np.float32),
        "registers": np.zeros((1, 4, WIDTH), np.float32),
        "class_sizes": np.array([batch, 1, WIDTH]),
        "register_sizes": np.array([batch, 1, 1]),
        "as_heads": np.array([batch, -1, HEADS, WIDTH // HEADS]),
        "with_batch": np.array([batch * HEADS, -1, WIDTH // HEADS]),
        "heads_again": np.array([batch, HEADS, -1, WIDTH // HEADS]),
        "one_again": np.array([batch, -1, WIDTH]),
    }
    nodes = [
        *nodes[:3],
        node("Expand", "class class_sizes", "one"),
        node("Tile", "registers register_sizes", "four"),
        node("Concat", "one four tokens", "whole", axis=1),
        node("Reshape", "whole as_heads", "heads"),
        node("Transpose", "heads", "heads_first", perm=[0, 2, 1, 3]),
        node("Reshape", "heads_first with_batch", "joined_heads"),
        node("Transpose", "joined_heads", "keys", perm=[0, 2, 1]),
        node("MatMul", "joined_heads keys", "scores"),
        node("MatMul", "scores joined_heads", "read"),
        node("Reshape", "read heads_again", "split_again"),
        node("Transpose", "split_again", "beside", perm=[0, 2, 1, 3]),
        node("Reshape", "beside one_again", "joined"),
    ]
    shape = (batch, 3, *SIZE)
    axes, layers = followed(tmp_path, nodes, weights, shape=shape, last="joined")
    assert axes["joined"] == axes["whole"] == Axes("NTC", GRID, extra_tokens=5)
    assert layers["joined"].operator == "MatMul"
    assert {"joined_heads", "keys", "scores", "read"}.isdisjoint(layers)


def test_patches_that_are_cut_by_reshapes_are_places_of_the_photo(tmp_path):
    rows, cols = GRID
    weights = {
        "apart": np.array([1, 3, rows, 4, cols, 4]),
        "flat": np.array([1, rows * cols, 48]),
        "embed": np.ones((48, WIDTH), np.float32),
    }
    nodes = [
        node("Reshape", "image apart", "blocks"),
        node("Transpose", "blocks", "by_patch", perm=[0, 2, 4, 3, 5, 1]),
        node("Reshape", "by_patch flat", "patches"),
        node("MatMul", "patches embed", "tokens"),
    ]
    axes, _ = followed(tmp_path, nodes, weights, last="tokens")
    assert axes["tokens"] == Axes("NTC", GRID)


def test_channels_in_blocks_keep_their_places(tmp_path):
    nodes, weights = blocks()
    blocked = {"domain": "com.microsoft.nchwc"}
    nodes = [
        nodes[0],
        node("ReorderInput", "patches", "blocked", **blocked),
        node("Relu", "blocked", "active"),
        node("ReorderOutput", "active", "ordered", channels=WIDTH, **blocked),
    ]
    nodes.append(node("ReduceMean", "ordered", "logits", axes=[2, 3], keepdims=0))
    graph = read_graph(save(tmp_path / "m.onnx", nodes, [1, 3, *SIZE], weights))
    maps = (1, WIDTH, *GRID)
    shapes = {"image": (1, 3, *SIZE), "ordered": maps, "logits": (1, WIDTH)}
    shapes |= {"patches": maps, "blocked": maps, "active": maps}
    axes = followed_axes(graph, shapes)
    names = ("patches", "blocked", "active", "ordered")
    assert [axes[name] for name in names] == [Axes("NCHW", GRID)] * 4
