import csv
import json

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from PIL import Image

from inference.activations import (
    LayerActivations,
    LayerReader,
    TileStyle,
    channel_stats,
    difference,
    grid_picture,
    levels,
    montage,
    ordered,
)
from inference.classifier import open_classifier
from inference.cli import run
from inference.errors import ModelError, SpecError
from inference.geometry import Box, Size
from inference.image import open_image
from inference.network import tensors as inner
from inference.network.axes import Axes
from inference.network.layers import FeatureLayer, following_relu
from inference.pictures.limits import Limits
from inference.pictures.style import Style
from tests.inference import nets
from tests.models import CLASSIFIERS


@pytest.fixture(scope="session")
def photo(tmp_path_factory):
    """A photo of noise, 40 x 56 pixels."""
    path = tmp_path_factory.mktemp("photo") / "noise.png"
    pixels = np.random.default_rng(0).integers(0, 256, (40, 56, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def reader(tmp_path):
    return LayerReader(
        open_classifier(nets.conv_net(tmp_path / "net.onnx"), provider="cpu")
    )


def activations(maps, operator="Conv"):
    maps = np.asarray(maps, np.float32)
    places = Axes("NCHW", Size(*maps.shape[1:])) if maps.ndim == 3 else None
    layer = FeatureLayer("layer", operator, len(maps), places)
    return LayerActivations(layer, maps, Box(0, 0, 9, 9), Box(0, 0, 9, 9))


def by_hand(path, prepared_tensor, name):
    """The tensor as a session gives it that was made with nothing of ours."""
    model = onnx.load(path)
    if name not in {value.name for value in model.graph.output}:
        model.graph.output.append(onnx.ValueInfoProto(name=name))
    session = ort.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    feeds = {session.get_inputs()[0].name: prepared_tensor}
    return session.run([name], feeds)[0]


# ---- reading


@pytest.mark.parametrize("name", ["stem", "conv", "relu", "pooled", "logits"])
def test_values_equal_those_of_a_session_built_by_hand(reader, photo, name):
    prepared = reader.classifier.prepare(open_image(photo))
    tensor = reader.classifier.tensor(prepared.pixels)[np.newaxis]
    raw = by_hand(reader.classifier.graph.path, tensor, name)
    found = reader.read(prepared, name)
    np.testing.assert_array_equal(found.maps, raw.reshape(found.maps.shape))
    assert not found.maps.flags.writeable
    assert found.note == ""
    assert (found.box, found.seen) == (prepared.box, prepared.seen)


@pytest.mark.parametrize("name", ["stem", "conv", "relu", "pooled", "logits"])
def test_values_do_not_hold_the_memory_of_their_pass(reader, photo, name):
    prepared = reader.classifier.prepare(open_image(photo))
    assert reader.read(prepared, name).maps.base is None


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_every_classifier_opens_its_layers(shared, name):
    path = shared / f"data/models/{name}.onnx"
    image = open_image(shared / "data/photos/ms_Aisha_face1.jpg")
    reader = LayerReader(open_classifier(path, provider="cpu"))
    prepared = reader.classifier.prepare(image)
    tensor = reader.classifier.tensor(prepared.pixels)[np.newaxis]
    layers = list(reader.table.layers)
    for layer in (layers[0], layers[len(layers) // 2], layers[-1]):
        raw = by_hand(path, tensor, layer)
        found = reader.read(prepared, layer)
        if raw.dtype.kind == "f":
            exact = reader.layer(layer).folded(raw.astype(np.float32))
            np.testing.assert_array_equal(found.maps[np.newaxis], exact)
        assert found.maps.shape == reader.layer(layer).shape
    peaks = reader.peaks(prepared)
    assert [peak.layer.name for peak in peaks] == layers
    near = 0.1 if "qdq" in name else 1e-2  # quantised: some steps of rounding apart
    for peak in peaks[:: len(peaks) // 4]:
        maps = reader.read(prepared, peak.layer.name).maps
        assert maps.max() == pytest.approx(peak.value, rel=near, abs=near)


def test_all_peaks_take_one_forward_pass(reader, photo, monkeypatch):
    passes = []

    def counted(*arguments):
        passes.append(arguments)
        return run_session(*arguments)

    run_session = inner.run_session
    monkeypatch.setattr(inner, "run_session", counted)
    prepared = reader.classifier.prepare(open_image(photo))
    peaks = reader.peaks(prepared)
    assert len(passes) == 1
    for peak in peaks:
        maps = reader.read(prepared, peak.layer.name).maps
        assert peak.channel == np.unravel_index(maps.argmax(), maps.shape)[0]
        assert peak.value == pytest.approx(maps.max(), rel=1e-6)


def test_sessions_of_the_last_layers_are_kept(reader, photo, monkeypatch):
    made = []

    def counted(*arguments, **options):
        made.append(arguments)
        return open_session(*arguments, **options)

    open_session = inner.open_session
    monkeypatch.setattr(inner, "open_session", counted)
    prepared = reader.classifier.prepare(open_image(photo))
    for name in ("stem", "conv", "stem", "conv", "norm", "relu", "stem"):
        reader.read(prepared, name)
    assert len(made) == 4
    reader.read(prepared, "sum")
    reader.read(prepared, "conv")  # the oldest had to go
    assert len(made) == 6


def test_tokens_and_channels_last_become_maps(tmp_path, photo):
    image = open_image(photo)
    tokens = LayerReader(open_classifier(nets.token_net(tmp_path / "t.onnx")))
    assert tokens.read(tokens.classifier.prepare(image), "mixed").maps.shape == (
        8,
        4,
        6,
    )
    path = nets.channels_last_net(tmp_path / "l.onnx")
    last = LayerReader(open_classifier(path, provider="cpu"))
    prepared = last.classifier.prepare(image)
    raw = by_hand(
        last.classifier.graph.path,
        last.classifier.tensor(prepared.pixels)[np.newaxis],
        "mixed",
    )
    maps = last.read(prepared, "mixed").maps
    np.testing.assert_array_equal(maps, raw[0].transpose(2, 0, 1))


def test_quantised_values_are_dequantised_and_it_is_said(tmp_path, photo):
    reader = LayerReader(open_classifier(nets.quantised_net(tmp_path / "q.onnx")))
    prepared = reader.classifier.prepare(open_image(photo))
    real, stored = (reader.read(prepared, name) for name in ("real", "stored"))
    np.testing.assert_array_equal(real.maps, stored.maps)
    assert stored.note == (
        "uint8 in the network, dequantised: scale 0.02, zero point 3"
    )
    assert real.note == "dequantised by the network: scale 0.02, zero point 3"
    assert reader.read(prepared, "relu").note == "before the network quantises it"
    assert reader.layer("stored").is_copy


def test_float16_is_said(shared):
    reader = LayerReader(
        open_classifier(shared / "data/models/squeezenet1.1_caffe2_fp16.onnx")
    )
    image = open_image(shared / "data/photos/ms_Aisha_face1.jpg")
    found = reader.read(reader.classifier.prepare(image), "fire6/squeeze1x1_1")
    assert found.note == "float16 in the network"
    assert found.maps.dtype == np.float32
    relu = following_relu(reader.classifier.graph, "fire6/squeeze1x1_1")
    assert relu == "fire6/squeeze1x1_2"  # fire6-squeeze1x1 to fire6-relu_squeeze1x1
    after = reader.read(reader.classifier.prepare(image), relu)
    np.testing.assert_array_equal(after.maps, found.positive().maps)


def test_a_wrong_name_suggests_the_nearest(reader, photo):
    prepared = reader.classifier.prepare(open_image(photo))
    with pytest.raises(ModelError, match="Did you mean 'stem_relu'"):
        reader.read(prepared, "stem_rel")
    with pytest.raises(ModelError, match="Did you mean"):
        reader.read(prepared, "§§§")


def test_a_tensor_that_is_no_layer_is_refused(tmp_path):
    reader = LayerReader(open_classifier(nets.token_net(tmp_path / "t.onnx")))
    with pytest.raises(ModelError, match="is no layer"):
        reader.layer("by_head")


def test_a_layer_can_be_run_at_the_photos_own_size(reader, photo):
    image = open_image(photo)
    found = reader.read_larger(image, "conv")
    assert found.maps.shape == (6, 40, 56)
    assert found.layer.size == (40, 56)
    assert found.note == "run at 56 × 40"
    assert found.box == Box(0, 0, 40, 56)
    assert reader.read_larger(image, "pooled").is_vector


def test_what_is_made_for_one_size_says_so(tmp_path, photo):
    reader = LayerReader(open_classifier(nets.token_net(tmp_path / "t.onnx")))
    image = open_image(photo)
    assert reader.read_larger(image, "patches").maps.shape == (8, 10, 14)
    with pytest.raises(SpecError, match="cannot be run at 56 × 40"):
        reader.read_larger(image, "mixed")


# ---- channels


def test_the_strongest_channel_is_numpys_and_equals_go_to_the_lowest():
    values = np.zeros((5, 3, 4), np.float32)
    values[3, 1, 2] = values[1, 2, 3] = 7
    found = activations(values)
    assert found.strongest == 1
    assert found.strongest == np.unravel_index(values.argmax(), values.shape)[0]
    stats = channel_stats(found)
    assert (stats.rows[3], stats.cols[3]) == (1, 2)
    assert stats.on_edge.tolist() == [True, True, True, False, True]
    assert stats.zeros[3] == pytest.approx(11 / 12)
    assert ordered(stats, "maximum").tolist() == [1, 3, 0, 2, 4]
    assert ordered(stats, "sparsity").tolist() == [0, 2, 4, 1, 3]
    assert ordered(stats).tolist() == [0, 1, 2, 3, 4]


def test_numbers_equal_numpys():
    values = np.random.default_rng(1).normal(size=(9, 5, 7)).astype(np.float32)
    stats = channel_stats(activations(values))
    np.testing.assert_array_equal(stats.maxima, values.max(axis=(1, 2)))
    np.testing.assert_allclose(stats.means, values.mean(axis=(1, 2)), rtol=1e-5)
    vector = channel_stats(activations(values[0, 0]))
    assert not vector.on_edge.any()


def test_the_positive_part_and_the_difference():
    first = activations([[[-1, 2], [3, -4]]])
    assert first.positive().maps.tolist() == [[[0, 2], [3, 0]]]
    apart = difference(first, activations([[[1, 1], [1, 1]]]), 0)
    assert apart.values.tolist() == [[-2, 1], [2, -5]]
    assert difference(first, activations(np.zeros((1, 3, 3))), 0) is None
    signed = first.heatmap(0)
    words = signed.sentence("blue-red", Limits(-1, 1))
    assert words == "red: above zero · blue: below zero"
    assert signed.sentence("jet", Limits(-1, 1)) == "above and below zero"
    assert activations([[[1]]], "Relu").heatmap(0).meaning.startswith("after the ReLU")


@pytest.mark.parametrize("least", [-3, -0.1])
def test_a_channel_lies_over_the_photo_in_the_colours_of_its_layers_tiles(least):
    layer = activations([[[0, 2], [3, 4]], [[least, 0], [1, 5]]])
    style = Style()
    for channel, reach in enumerate((4, 5)):
        heatmap = layer.heatmap(channel)
        limits = style.limits_of(heatmap)
        assert limits == Limits(-reach, reach)
        name = style.color_map_for(limits, heatmap)
        assert name == TileStyle().color_map_for(layer.maps) == "blue-red"
        assert heatmap.sentence(name, limits).startswith("red: above zero")
    positive = layer.positive()
    assert style.limits_of(positive.heatmap(0)) == Limits(0, 4)
    assert TileStyle().color_map_for(positive.maps) == "viridis"


def test_a_montage_has_the_colours_of_the_layer():
    """Channel 0 has no negative value, its layer has."""
    layer = activations([[[2, 2]], [[-3, 5]]])
    one = montage(layer, layer, [0], TileStyle(), captions=("", "a", "b"))
    red = TileStyle(color_map="blue-red")
    two = montage(layer, layer, [0], red, captions=("", "a", "b"))
    np.testing.assert_array_equal(one, two)


# ---- pictures


def test_scales_of_tiles():
    maps = np.array([[[0, 4]], [[1, 2]]], np.float32)
    lows, highs = TileStyle("layer").ends(maps)
    assert (lows.tolist(), highs.tolist()) == ([0, 0], [4, 4])
    assert levels(maps, lows, highs).tolist() == [[[0, 255]], [[64, 128]]]
    lows, highs = TileStyle("channel").ends(maps)
    assert levels(maps, lows, highs).tolist() == [[[0, 255]], [[0, 255]]]
    lows, highs = TileStyle("fixed", Limits(0, 8)).ends(maps)
    assert levels(maps, lows, highs).tolist() == [[[0, 128]], [[32, 64]]]
    signed = TileStyle()
    lows, highs = signed.ends(maps - 3)
    assert (lows.tolist(), highs.tolist()) == ([-3, -3], [3, 3])
    assert signed.color_map_for(maps - 3) == "blue-red"


def test_flat_and_infinite_maps_can_be_drawn():
    maps = np.array([[[2, 2]], [[np.nan, np.inf]]], np.float32)
    assert levels(maps, *TileStyle("channel").ends(maps))[0].tolist() == [[0, 0]]
    assert TileStyle().ends(maps)[1].tolist() == [2, 2]


def test_pictures_of_maps_and_vectors_can_be_drawn():
    maps = np.random.default_rng(0).normal(size=(70, 3, 5))
    picture = grid_picture(
        activations(maps), range(70), 8, TileStyle(), captions=["a", "b"], framed=[3]
    )
    assert picture.shape[2] == 3
    assert grid_picture(
        activations(maps[:, 0, 0]), range(70), 8, TileStyle(), captions=["bars"]
    ).std()
    second = activations(maps[:, ::-1])
    names = ("layer", "a.png", "b.png")
    two = montage(activations(maps), second, [3, 5], TileStyle(), captions=names)
    other = montage(
        activations(maps),
        activations(np.zeros((70, 4, 4))),
        [3, 5],
        TileStyle(),
        captions=names,
    )
    assert two.shape[1] > other.shape[1]


# ---- the command line


def test_the_command_writes_what_numpy_reads_back(reader, photo, tmp_path, capsys):
    model = str(reader.classifier.graph.path)
    arguments = [
        "activations", model, str(photo), str(photo), "--layer", "conv", "--channels",
        "2,5", "--top", "1", "--grid", "2x3", "--out", str(tmp_path / "out"), "--json",
    ]  # fmt: skip
    assert run(arguments) == 0
    record = json.loads(capsys.readouterr().out)
    maps = np.load(tmp_path / "out/activations.npy")
    expected = reader.read(reader.classifier.prepare(open_image(photo)), "conv")
    np.testing.assert_array_equal(maps, expected.maps)
    strongest = int(np.unravel_index(maps.argmax(), maps.shape)[0])
    assert record["strongest"]["number"] == strongest
    assert record["relu"] == "relu"
    assert {c["number"] for c in record["channels"]} == {2, 5, strongest}
    with (tmp_path / "out/channels.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [int(row["number"]) for row in rows] == list(range(6))
    assert np.float32(rows[2]["maximum"]) == maps[2].max()
    for name in ("grid.png", "montage.png", "channel_2.png"):
        Image.open(tmp_path / "out" / name).verify()
    assert np.load(tmp_path / "out/channel_5.npy").shape == (16, 16)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"activations_b.npy", "activations.json"} <= names


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--layer", "con"], "Did you mean"),
        (["--layer", "conv", "--channels", "6"], "0 to 5"),
        (["--layer", "conv", "--channels", "a"], "0 to 5"),
        (["--layer", "conv", "--grid", "0"], "not a size"),
    ],
)
def test_the_command_refuses_in_words(reader, photo, tmp_path, capsys, options, words):
    model = str(reader.classifier.graph.path)
    out = ["--out", str(tmp_path / "out")]
    assert run(["activations", model, str(photo), *options, *out]) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_command_says_the_positive_part(reader, photo, tmp_path, capsys):
    model = str(reader.classifier.graph.path)
    out = str(tmp_path / "out")
    options = ["--layer", "norm", "--positive", "--larger", "--out", out]
    assert run(["activations", model, str(photo), *options]) == 0
    maps = np.load(tmp_path / "out/activations.npy")
    assert maps.shape == (6, 40, 56)
    assert maps.min() == 0
    record = json.loads((tmp_path / "out/activations.json").read_text("utf-8"))
    assert record["positive_part_only"]
    assert "its ReLU" in capsys.readouterr().out
