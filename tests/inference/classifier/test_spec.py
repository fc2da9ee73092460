import json
from pathlib import Path

import numpy as np
import onnx
import pytest

from inference.classifier import (
    PRESETS,
    Normalisation,
    Wishes,
    input_size,
    normalisation_json,
    parse_normalisation,
    read_spec,
    write_spec,
)
from inference.errors import ModelError, SpecError
from inference.geometry import Size, parse_size
from inference.network.channels import with_axes
from inference.network.graph import read_graph
from inference.network.input import AxesError, read_input
from tests.models import linear, node, save

OWN = {"channels": "BGR", "scale": 0.5, "mean": [1, 2, 3], "std": [4, 5, 6]}


@pytest.fixture
def model(tmp_path):
    """Writes a linear classifier of 3 classes and reads its graph."""

    def make(**options):
        shape = options.pop("shape", (3, 5, 6, 3))
        path = linear(tmp_path / "model.onnx", np.ones(shape), **options)
        return read_graph(path)

    return make


def with_input(path, shape, dtype="float32"):
    nodes = [node("Identity", "x", "y")]
    feeds = {"x": (dtype, shape)}
    return read_graph(save(path, nodes, feeds, {"y": (dtype, shape)}))


# -- The input ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shape", "layout", "batch", "channels", "size"),
    [
        (["N", 3, 224, 160], "NCHW", None, 3, (224, 160)),
        ([1, 224, 160, 3], "NHWC", 1, 3, (224, 160)),
        ([8, 1, 28, 30], "NCHW", 8, 1, (28, 30)),
        ([None, 64, 60, 1], "NHWC", None, 1, (64, 60)),
        (["N", 3, "H", "W"], "NCHW", None, 3, (0, 0)),
        (["N", "H", "W", 3], "NHWC", None, 3, (0, 0)),
        (["N", 3, 3, 3], "NCHW", None, 3, (3, 3)),
        ([0, 3, 5, 6], "NCHW", None, 3, (5, 6)),
    ],
)
def test_layout_batch_and_size_are_read_from_the_shape(
    tmp_path, shape, layout, batch, channels, size
):
    given = read_input(with_input(tmp_path / "m.onnx", shape))
    assert (given.layout, given.batch, given.channels) == (layout, batch, channels)
    assert given.size == Size(*size)


@pytest.mark.parametrize(
    ("shape", "dtype", "found"),
    [
        ([1, 3, 224], "float32", "its input is"),
        ([1, 5, 224, 224], "float32", "neither 1, 3 nor 4 channels"),
        ([1, 3, 100_000, 100_000], "float32", "its input is"),
        ([1, 3, -5, 8], "float32", "its input is"),
        ([1, 3, 5, 6], "int64", "its input is"),
    ],
)
def test_what_is_not_one_image_is_refused(tmp_path, shape, dtype, found):
    graph = with_input(tmp_path / "m.onnx", shape, dtype)
    with pytest.raises(ModelError, match=f'"m.onnx" as an image classifier: .*{found}'):
        read_input(graph)


@pytest.mark.parametrize(
    ("axes", "layout", "channels"), [("N3HW", "NCHW", 3), ("NHW1", "NHWC", 1)]
)
def test_the_user_says_axes_that_nothing_tells(tmp_path, axes, layout, channels):
    graph = with_input(tmp_path / "m.onnx", ["N", "A", "B", "C"])
    with pytest.raises(AxesError, match=r"which axis .* Say its axes: N3HW"):
        read_input(graph)
    given = read_input(with_axes(graph, axes))
    assert (given.layout, given.channels, given.size) == (layout, channels, Size(0, 0))


def test_axes_that_the_file_denies_are_refused(tmp_path):
    graph = with_input(tmp_path / "m.onnx", ["N", 3, "B", "C"])
    assert with_axes(graph, "N3HW") is graph
    for axes in ("NHW3", "N1HW", "CHW3"):
        with pytest.raises(SpecError, match=axes):
            with_axes(graph, axes)


def test_two_inputs_that_are_no_image_are_named(tmp_path):
    feeds = {"x": ("float32", [1, 3, 5]), "t": ("float32", [1])}
    path = save(
        tmp_path / "m.onnx", [node("Mul", "x t", "y")], feeds, {"y": feeds["x"]}
    )
    with pytest.raises(
        ModelError, match=r'2 inputs \("x" float32 .*, "t" float32 \(1\)'
    ):
        read_input(read_graph(path))


def test_an_open_size_is_stated_or_224(tmp_path):
    graph = with_input(tmp_path / "m.onnx", ["N", 3, "H", "W"])
    assert input_size(graph) == Size(224, 224)
    assert input_size(graph, Wishes(size=Size(320, 200))) == Size(320, 200)
    (tmp_path / "m.onnx.netgaze.json").write_text('{"size": [96, 128]}')
    assert input_size(graph) == Size(96, 128)
    assert input_size(graph, Wishes(size=Size(320, 200))) == Size(320, 200)


def test_a_size_that_is_half_open_keeps_its_fixed_half(tmp_path):
    graph = with_input(tmp_path / "m.onnx", ["N", 3, 64, "W"])
    assert input_size(graph) == Size(64, 224)
    with pytest.raises(SpecError, match="cannot be 32x32"):
        input_size(graph, Wishes(size=Size(32, 32)))


def test_a_size_beyond_all_measure_is_refused(tmp_path):
    graph = with_input(tmp_path / "m.onnx", ["N", 3, "H", "W"])
    with pytest.raises(SpecError, match="too large"):
        input_size(graph, Wishes(size=Size(100_000, 100_000)))


@pytest.mark.parametrize(
    ("value", "size"),
    [
        (None, None),
        (224, Size(224, 224)),
        ("71", Size(71, 71)),
        ("71x45", Size(71, 45)),
        ("71X45", Size(71, 45)),
        ([224, 320], Size(224, 320)),
        ([96], Size(96, 96)),
    ],
)
def test_a_size_is_one_number_or_height_by_width(value, size):
    assert parse_size(value) == size


@pytest.mark.parametrize(
    "value", ["", "x", "0", "-3", "1x2x3", "2.5", [], [0, 1], {}, "²", True]
)
def test_other_words_are_no_size(value):
    with pytest.raises(SpecError, match="is not a size"):
        parse_size(value)


# -- Preprocessing -----------------------------------------------------------------


def test_the_user_comes_before_metadata_before_sidecar_before_a_guess(model, tmp_path):
    sidecar = tmp_path / "model.onnx.netgaze.json"
    metadata = {"netgaze": json.dumps({"preprocessing": "caffe", "resize": "squash"})}

    def found(graph, wishes=None):
        spec = read_spec(graph, 3, wishes)
        how = spec.preprocessing
        return how.normalisation.name, how.resize, spec.preprocessing_source

    assert found(model()) == ("torchvision", "crop", "guess")
    sidecar.write_text('{"preprocessing": "unit", "resize": "letterbox"}')
    assert found(model()) == ("unit", "letterbox", "sidecar")
    assert found(model(metadata=metadata)) == ("caffe", "squash", "metadata")
    wishes = Wishes(preprocess="raw255", resize="crop")
    assert found(model(metadata=metadata), wishes) == ("raw255", "crop", "user")


def test_a_sidecar_may_leave_the_suffix_out(model, tmp_path):
    (tmp_path / "model.netgaze.json").write_text('{"name": "Mine"}')
    assert read_spec(model(), 3).name == "Mine"


@pytest.mark.parametrize(
    ("options", "preset", "reason"),
    [
        ({"dtype": "uint8"}, "raw255", "uint8"),
        ({"producer": "onnx-caffe2"}, "caffe", "caffe2"),
        ({"producer": "CNTK"}, "raw255", "CNTK"),
        ({"producer": "pytorch"}, "torchvision", "NCHW, exported by pytorch"),
        ({"producer": "tf2onnx"}, "tensorflow", "NCHW, exported by tf2onnx"),
        ({"layout": "NHWC"}, "tensorflow", "NHWC"),
        ({"shape": (3, 5, 6, 1)}, "unit", "one grey channel"),
    ],
)
def test_a_guess_says_why(model, options, preset, reason):
    spec = read_spec(model(**options), 3)
    assert spec.is_guessed
    assert spec.preprocessing.normalisation.name == preset
    assert reason in spec.preprocessing_reason


def test_a_graph_that_scales_its_own_input_is_fed_pixel_values(tmp_path):
    nodes = [
        node("Cast", "x", "float", to=1),
        node("Mul", "float scale", "scaled"),
        node("GlobalAveragePool", "scaled", "y"),
    ]
    feeds = {"x": ("float32", ["N", 3, 5, 6])}
    answer = {"y": ("float32", ["N", 3, 1, 1])}
    scale = {"scale": np.float32(1 / 255)}
    graph = read_graph(save(tmp_path / "m.onnx", nodes, feeds, answer, scale))
    spec = read_spec(graph, 3)
    assert spec.preprocessing.normalisation.name == "raw255"
    assert "its own scaling" in spec.preprocessing_reason


def test_mean_and_std_in_the_metadata_are_used_as_a_guess(model):
    metadata = {
        "mean": "[0.5, 0.4, 0.3]",
        "std": "0.1,0.2,0.3",
        "Image.BitmapPixelFormat": "Bgr8",
    }
    spec = read_spec(model(metadata=metadata), 3)
    how = spec.preprocessing.normalisation
    assert (how.channels, how.mean, how.std) == (
        "BGR",
        (0.5, 0.4, 0.3),
        (0.1, 0.2, 0.3),
    )
    assert how.scale == pytest.approx(1 / 255)
    assert spec.is_guessed


@pytest.mark.parametrize(
    ("mean", "std"), [("0.5", "0"), ("a", "b"), ("1,2", "1"), ("", "")]
)
def test_senseless_numbers_in_the_metadata_do_not_keep_a_model_shut(model, mean, std):
    spec = read_spec(model(metadata={"mean": mean, "std": std}), 3)
    assert spec.preprocessing.normalisation.name == "torchvision"


def test_an_object_says_how_pixels_are_normalised(tmp_path, model):
    file = tmp_path / "how.json"
    for content in (OWN, {"preprocessing": OWN}):
        file.write_text(json.dumps(content))
        spec = read_spec(model(), 3, Wishes(preprocess=str(file)))
        how = spec.preprocessing.normalisation
        assert how == Normalisation("BGR", 0.5, (1, 2, 3), (4, 5, 6))
        assert normalisation_json(how) == OWN


@pytest.mark.parametrize("name", PRESETS)
def test_a_presets_name_means_the_preset(name):
    assert normalisation_json(parse_normalisation(name, "here")) == name


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("torchvison", "Did you mean 'torchvision'"),
        (7, "preprocessing in here is not understood"),
        (None, "not understood"),
        ({"channels": "CMYK"}, "not understood"),
        ({"mean": "dark"}, "not understood"),
        ({"mean": [1, 2]}, "needs 3 numbers as mean"),
        ({"std": 0}, "scale or std of zero"),
    ],
)
def test_a_preprocessing_that_is_none_says_so(value, found):
    with pytest.raises(SpecError, match=found):
        parse_normalisation(value, "here")


def test_a_grey_model_takes_the_mean_of_a_colour_preset(model):
    spec = read_spec(model(shape=(3, 5, 6, 1)), 3, Wishes(preprocess="torchvision"))
    assert spec.preprocessing.normalisation.channels == "gray"
    assert spec.preprocessing.channel_count == 1


def test_grey_preprocessing_does_not_fit_a_colour_model(model):
    wish = Normalisation("gray", 1, (0,), (1,))
    with pytest.raises(SpecError, match="model takes 3 channels"):
        read_spec(model(), 3, Wishes(preprocess=wish))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{", "is not JSON"),
        ("[]", "holds no JSON object"),
        ('{"resize": "stretch"}', "no way to resize called 'stretch'"),
        ('{"preprocessing": "best"}', "no preprocessing preset 'best'"),
        ('{"size": "big"}', "is not a size"),
        ('{"labels": ["a"]}', "holds 1 class names, but .* has 3 classes"),
        ('{"labels": 7}', "holds 0 class names"),
    ],
)
def test_a_wrong_sidecar_ends_in_a_sentence(model, tmp_path, text, found):
    (tmp_path / "model.onnx.netgaze.json").write_text(text)
    with pytest.raises(SpecError, match=found):
        read_spec(model(), 3)


@pytest.mark.parametrize(
    ("text", "key", "found"),
    [
        ('{"resize": ["crop"]}', "resize", r"called \['crop'\]"),
        ('{"interpolation": "cubic"}', "interpolation", "called 'cubic'"),
        ('{"short_side": "big"}', "short_side", "'big' is no whole number"),
        ('{"short_side": 100000000000000000000}', "short_side", "from 1 to 100,000"),
        ('{"short_side": true}', "short_side", "True is no whole number"),
        ('{"size": [8, 8, 8]}', "size", "is not a size"),
        ('{"name": ["a"]}', "name", r"\['a'\] is no text"),
        ('{"labels": [true, false, true]}', "labels", "holds 0 class names"),
        ('{"labels": {"0": "a", "1": "b", "5": "c"}}', "labels", "without a gap"),
        ('{"preprocessing": null}', "preprocessing", "not understood"),
        ('{"preprocessing": {"scale": "1/2"}}', "preprocessing", '"scale" is .1/2'),
        ('{"preprocessing": {"mean": [NaN, 0, 0]}}', "preprocessing", '"mean" is'),
        ('{"preprocessing": {"means": 1}}', "preprocessing", 'it knows no "means"'),
        ('{"preprocessing": {"std": 1e-320}}', "preprocessing", "std of zero"),
        ('{"preprocessing": {"scale": 1e300}}', "preprocessing", "infinite"),
        ('{"preprocesing": "caffe"}', "preprocesing", "Did you mean 'preprocessing'"),
    ],
)
@pytest.mark.parametrize("is_inside", [True, False])
def test_an_entry_that_cannot_be_is_named(model, tmp_path, text, key, found, is_inside):
    if not is_inside:
        (tmp_path / "model.onnx.netgaze.json").write_text(text)
    with pytest.raises(SpecError, match=found) as caught:
        read_spec(model(metadata={"netgaze": text} if is_inside else {}), 3)
    where = "the metadata of" if is_inside else "the sidecar of"
    assert str(caught.value).startswith(f'The entry "{key}" in {where} "model.onnx"')


def test_entries_that_netgaze_does_not_know_are_passed_over(model, tmp_path):
    text = '{"author": "x", "version": [1], "preprocessing": {"name": "x", "std": 2}}'
    (tmp_path / "model.onnx.netgaze.json").write_text(text)
    assert read_spec(model(), 3).preprocessing.normalisation.std == (2, 2, 2)


# -- Labels ------------------------------------------------------------------------


def labels_of(graph, wishes=None, count=3):
    spec = read_spec(graph, count, wishes)
    return spec.labels, spec.labels_source


def test_labels_are_given_or_in_the_metadata_or_beside_the_model(model, tmp_path):
    assert labels_of(model()) == (("class 0", "class 1", "class 2"), "numbered")
    (tmp_path / "labels.txt").write_text("a\nb\nc\n")
    assert labels_of(model()) == (("a", "b", "c"), "sidecar")
    (tmp_path / "model.labels.json").write_text('["d", "e", "f"]')
    assert labels_of(model()) == (("d", "e", "f"), "sidecar")
    metadata = {"labels": '["g", "h", "i"]'}
    assert labels_of(model(metadata=metadata)) == (("g", "h", "i"), "metadata")
    given = Wishes(labels=("j", "k", "l"))
    assert labels_of(model(metadata=metadata), given) == (("j", "k", "l"), "user")
    (tmp_path / "own.csv").write_text("name\nm\nn\no\n")
    file = Wishes(labels=tmp_path / "own.csv")
    assert labels_of(model(), file) == (("m", "n", "o"), "user")


@pytest.mark.parametrize(
    "metadata",
    [
        {"labels": '["a", "b", "c"]'},
        {"classes": "['a', 'b', 'c']"},
        {"names": "{0: 'a', 1: 'b', 2: 'c'}"},
        {"netgaze": '{"labels": {"1": "b", "0": "a", "2": "c"}}'},
    ],
)
def test_labels_in_the_metadata_have_several_usual_forms(model, metadata):
    assert labels_of(model(metadata=metadata)) == (("a", "b", "c"), "metadata")


@pytest.mark.parametrize("text", ["(" * 10_000, "__import__('os')", "a, b", "{1}"])
def test_metadata_that_hold_no_names_are_passed_over(model, text):
    assert labels_of(model(metadata={"labels": text}))[1] == "numbered"


def test_another_programs_labels_of_a_wrong_count_are_passed_over(model):
    assert labels_of(model(metadata={"labels": '["a", "b"]'}))[1] == "numbered"
    metadata = {"labels": '["a", "b"]', "names": '["c", "d", "e"]'}
    assert labels_of(model(metadata=metadata)) == (("c", "d", "e"), "metadata")


@pytest.mark.parametrize(
    ("names", "hint"),
    [(("a", "b"), "too few"), (("a", "b", "c", "d"), "too many"), (("a",), None)],
)
def test_a_list_that_is_one_name_off_may_hold_the_background(model, names, hint):
    with pytest.raises(SpecError) as caught:
        read_spec(model(), 3, Wishes(labels=names))
    assert (hint is not None) == ("class for the background" in str(caught.value))
    assert hint is None or f"One name {hint}" in str(caught.value)


def test_a_wrong_count_is_told_with_both_numbers(model):
    with pytest.raises(SpecError, match=r"2 class names, but .* has 3 classes"):
        labels_of(model(), Wishes(labels=("a", "b")))


@pytest.mark.parametrize(("count", "first"), [(1000, "tench"), (1001, "background")])
def test_imagenet_names_are_taken_where_the_count_fits(model, count, first):
    labels, source = labels_of(model(), count=count)
    assert (labels[0], source) == (first, "ImageNet")


@pytest.mark.parametrize(
    ("given", "labels"),
    [
        (("cat",), ("not cat", "cat")),
        (("dog", "cat"), ("dog", "cat")),
        (None, ("class 0", "class 1")),
    ],
)
def test_one_output_is_a_class_and_its_absence(model, given, labels):
    assert labels_of(model(), Wishes(labels=given), count=1)[0] == labels


# -- Writing -----------------------------------------------------------------------


@pytest.mark.parametrize("preprocess", ["caffe", Normalisation("RGB", 1, (0.1,), (3,))])
def test_what_is_written_is_read_again(model, tmp_path, preprocess):
    labels = ("crème", "日本", 'quo"te')
    wishes = Wishes(preprocess, "letterbox", labels)
    graph = model(metadata={"author": "me", "netgaze": "old"})
    spec = read_spec(graph, 3, wishes)
    written = onnx.ModelProto()
    written.CopyFrom(graph.model)
    write_spec(written, spec)
    onnx.save(written, tmp_path / "again.onnx")
    graph = read_graph(tmp_path / "again.onnx")
    again = read_spec(graph, 3)
    assert again.labels == labels
    assert again.preprocessing == spec.preprocessing
    assert (again.name, again.labels_source) == (spec.name, "metadata")
    assert graph.metadata["author"] == "me"
    assert len(written.metadata_props) == 2


def test_a_missing_file_of_the_user_ends_in_a_sentence(model):
    with pytest.raises(SpecError, match="No such file"):
        read_spec(model(), 3, Wishes(preprocess="none.json"))
    with pytest.raises(SpecError, match="No such file"):
        read_spec(model(), 3, Wishes(labels=Path("none.txt")))


@pytest.mark.parametrize(
    ("mean", "std"),
    [
        ("123.675,116.28,103.53", "58.395,57.12,57.375"),
        ("0.485,0.456,0.406", "0.229,0.224,0.225"),
    ],
)
def test_metadata_on_either_scale_mean_the_same(model, mean, std):
    """Some exporters write them for pixel values in 0..255."""
    spec = read_spec(model(metadata={"mean": mean, "std": std}), 3)
    pixels = np.random.default_rng(0).integers(0, 256, (4, 4, 3), np.uint8)
    expected = pixels / 255 - np.array([0.485, 0.456, 0.406])
    expected /= np.array([0.229, 0.224, 0.225])
    found = spec.preprocessing.normalised(pixels)
    assert np.abs(found - expected).max() < 1e-5


def test_metadata_that_are_no_text_end_in_a_guess(tmp_path):
    metadata = {"mean": "0123456789", "std": "1"}
    path = linear(tmp_path / "model.onnx", np.ones((3, 5, 6, 3)), metadata=metadata)
    path.write_bytes(path.read_bytes().replace(b"0123456789", b"\xff\xfe234567 9"))
    assert read_spec(read_graph(path), 3).is_guessed


def test_a_list_beside_the_model_that_does_not_fit_is_passed_over_and_told(
    model, tmp_path
):
    (tmp_path / "labels.txt").write_text("background\na\nb\nc\n")
    spec = read_spec(model(), 3)
    assert spec.labels_source == "numbered"
    assert spec.misfit.names == ("background", "a", "b", "c")
    assert '"labels.txt" beside the model holds 4 class names' in str(spec.misfit)
    (tmp_path / "model.labels.txt").write_text("a\nb\nc\n")
    assert labels_of(model()) == (("a", "b", "c"), "sidecar")
    assert read_spec(model(), 3).misfit is None
