"""All that classifiers may want and give: each opens, answers right, and is explained.

What is right is told by ONNX Runtime running the file as it lies there.
"""

from dataclasses import dataclass, field

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from inference.activations import LayerReader
from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import ModelError, SpecError
from inference.geometry import Size
from inference.gradcam import GradCam, GradCamSpec
from inference.jobs import run
from inference.occlusion import OcclusionSpec, occlusion_sweep
from tests.models import TYPES, node, photo

SIDE, CLASSES = 12, 5
PICTURE = photo(np.random.default_rng(2).integers(0, 256, (SIDE, SIDE, 3)))
TYPES = TYPES | {
    "float64": TensorProto.DOUBLE,
    "bfloat16": TensorProto.BFLOAT16,
    "bool": TensorProto.BOOL,
}


@dataclass
class Net:
    """A small network, and what differs from the plainest.

    Attributes:
        begin: Nodes from "x" to "image", float32 (N, C, h, w).
        end: Nodes from "logits" (N, K) to the outputs.
        weights: Of these nodes.
        inputs: Name, type, shape.
        outputs: Likewise; values of other kinds as they are.
        channels: That the first layer is fed.
        classes: K.
        extra: Domains of operators.
        ir: Version of the format.
    """

    begin: list = field(default_factory=lambda: [node("Identity", "x", "image")])
    end: list = field(default_factory=lambda: [node("Identity", "logits", "y")])
    weights: dict = field(default_factory=dict)
    inputs: tuple = (("x", "float32", ["N", 3, SIDE, SIDE]),)
    outputs: tuple = (("y", "float32", ["N", CLASSES]),)
    channels: int = 3
    classes: int = CLASSES
    extra: tuple = ()
    ir: int = 8


def value(given):
    if isinstance(given, onnx.ValueInfoProto):
        return given
    name, dtype, shape = given
    return helper.make_tensor_value_info(name, TYPES[dtype], shape)


def saved(path, net):
    draw = np.random.default_rng(1).normal
    weights = {
        "kernels": np.float32(draw(size=(6, net.channels, 3, 3))),
        "matrix": np.float32(draw(size=(6, net.classes)) * 3),
        "bias": np.float32(draw(size=net.classes)),
        **net.weights,
    }
    nodes = [
        *net.begin,
        node("Conv", "image kernels", "maps", pads=[1] * 4),
        node("Relu", "maps", "bright"),
        node("GlobalAveragePool", "bright", "mean"),
        node("Flatten", "mean", "features"),
        node("Gemm", "features matrix bias", "logits"),
        *net.end,
    ]
    made = helper.make_graph(
        nodes,
        "graph",
        list(map(value, net.inputs)),
        list(map(value, net.outputs)),
        [
            array
            if isinstance(array, TensorProto)
            else numpy_helper.from_array(np.asarray(array), n)
            for n, array in weights.items()
        ],
    )
    domains = [helper.make_opsetid(*pair) for pair in (("", 17), *net.extra)]
    model = helper.make_model(made, producer_name="test", opset_imports=domains)
    model.ir_version = net.ir
    onnx.save(model, path)
    return path


def raw(path, classifier, output=None, **given):
    """What the file gives for the picture, run by itself, (K,)."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    batch = classifier.batch(classifier.prepare(PICTURE).pixels)
    feeds = {session.get_inputs()[0].name: batch, **given}
    return np.asarray(session.run([output] if output else None, feeds)[0])[0].ravel()


def explain(classifier):
    """Explains the picture in all ways; returns the map of the last layer."""
    prepared = classifier.prepare(PICTURE)
    engine = GradCam(classifier)
    assert engine.certificate(prepared).holds
    answer = engine.explain(prepared, GradCamSpec(layer="bright"))
    assert np.isfinite(answer.heatmap.values).all()
    assert answer.heatmap.values.shape == (SIDE, SIDE)
    assert engine.automatic is not None
    assert {"maps", "bright"} <= {each.layer.name for each in engine.ladder(prepared)}
    reader = LayerReader(classifier)
    assert reader.read(prepared, "bright").maps.shape[0] == 6
    assert len(reader.peaks(prepared)) >= 2
    check_sweep(classifier, prepared)
    return answer


def check_sweep(classifier, prepared):
    """A covered place has the logits of a photo that is painted there."""
    spec = OcclusionSpec(Size(5, 5), Size(4, 4))
    sweep = run(occlusion_sweep(classifier, prepared, spec))
    painted = prepared.pixels.copy()
    top, left, height, width = sweep.grid.boxes[4]
    painted[top : top + height, left : left + width, :3] = 128
    alone = classifier.logits(classifier.tensor(painted)[np.newaxis])[0]
    near = np.abs(sweep.logits - alone).max(axis=1).min()
    assert near < 1e-4 * np.ptp(alone)


def opened(path, **wishes):
    return open_classifier(path, Wishes(preprocess="unit", **wishes), "cpu")


# -- Inputs ------------------------------------------------------------------------


def cast(dtype):
    return Net(
        begin=[node("Cast", "x", "image", to=TensorProto.FLOAT)],
        inputs=(("x", dtype, ["N", 3, SIDE, SIDE]),),
    )


@pytest.mark.parametrize("dtype", ["float64", "float16", "uint8"])
def test_numbers_of_other_types_are_fed(tmp_path, dtype):
    classifier = opened(saved(tmp_path / "m.onnx", cast(dtype)))
    expected = raw(tmp_path / "m.onnx", classifier)
    found = classifier.predict(PICTURE)
    np.testing.assert_allclose(found.logits, expected, rtol=1e-5)
    assert classifier.spec.input.dtype == dtype
    explain(classifier)


@pytest.mark.parametrize("batch", [1, 2, 7])
def test_a_batch_of_any_number_is_filled_and_cut(tmp_path, batch):
    shape = [batch, 3, SIDE, SIDE]
    net = Net(
        inputs=(("x", "float32", shape),), outputs=(("y", "float32", [batch, CLASSES]),)
    )
    classifier = opened(saved(tmp_path / "m.onnx", net))
    expected = raw(tmp_path / "m.onnx", classifier)
    np.testing.assert_allclose(classifier.predict(PICTURE).logits, expected, rtol=1e-5)
    tensors = np.stack([classifier.tensor(classifier.prepare(PICTURE).pixels)] * 9)
    assert classifier.logits(tensors).shape == (9, CLASSES)
    explain(classifier)


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_one_three_and_four_channels_are_fed(tmp_path, channels, layout):
    is_first = layout == "NCHW"
    shape = ["N", channels, SIDE, SIDE] if is_first else ["N", SIDE, SIDE, channels]
    turn = [node("Transpose", "x", "image", perm=[0, 3, 1, 2])]
    net = Net(channels=channels, inputs=(("x", "float32", shape),))
    if not is_first:
        net.begin = turn
    classifier = opened(saved(tmp_path / "m.onnx", net))
    assert (classifier.spec.input.layout, classifier.spec.input.channels) == (
        layout,
        channels,
    )
    expected = raw(tmp_path / "m.onnx", classifier)
    np.testing.assert_allclose(classifier.predict(PICTURE).logits, expected, rtol=1e-5)
    if channels == 4:
        assert classifier.preprocessing.normalisation.channels == "RGBA"
        assert (classifier.prepare(PICTURE).pixels[..., 3] == 255).all()
    explain(classifier)


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
def test_open_channels_are_those_of_the_first_kernels(tmp_path, layout):
    """As Hugging Face's Optimum writes: all four lengths of the image are open."""
    dims = ["batch_size", "num_channels", "height", "width"]
    net = Net(
        begin=[
            node("Shape", "x", "shape"),
            node("Sub", "x half", "moved"),
            node("Identity", "moved", "image"),
        ],
        weights={"half": np.float32(0.5)},
        inputs=(("x", "float32", dims),),
    )
    if layout == "NHWC":
        net.begin[2] = node("Transpose", "moved", "image", perm=[0, 3, 1, 2])
    path = saved(tmp_path / "m.onnx", net)
    classifier = opened(path, size=Size(SIDE, SIDE))
    taken = classifier.spec.input
    assert (taken.layout, taken.channels, taken.size) == (layout, 3, (0, 0))
    expected = raw(path, classifier)
    np.testing.assert_allclose(classifier.predict(PICTURE).logits, expected, rtol=1e-5)
    assert not classifier.spec.reading.is_widened
    explain(classifier)


def test_bfloat16_is_computed_in_float32(tmp_path):
    """ONNX Runtime's CPU has no convolution in bfloat16 that could be asked."""
    random = np.random.default_rng(5).normal
    narrow = {
        name: helper.make_tensor(name, TensorProto.BFLOAT16, array.shape, array.ravel())
        for name, array in (
            ("kernels", np.float32(random(size=(6, 3, 3, 3)))),
            ("matrix", np.float32(random(size=(6, CLASSES)) * 3)),
            ("bias", np.float32(random(size=CLASSES))),
        )
    }
    net = Net(
        weights=narrow,
        inputs=(("x", "bfloat16", ["N", 3, SIDE, SIDE]),),
        outputs=(("y", "bfloat16", ["N", CLASSES]),),
    )
    classifier = opened(saved(tmp_path / "m.onnx", net))
    assert classifier.spec.reading.is_widened
    assert classifier.graph.file.inputs[0].dtype == "bfloat16"
    kernels, matrix, bias = map(numpy_helper.to_array, narrow.values())
    wide = {"kernels": kernels, "matrix": matrix, "bias": bias}
    net = Net(weights={name: np.float32(array) for name, array in wide.items()})
    alike = opened(saved(tmp_path / "wide.onnx", net))
    found, expected = (c.predict(PICTURE).logits for c in (classifier, alike))
    np.testing.assert_allclose(found, expected, rtol=1e-6)
    explain(classifier)


def hot(shape=(1,), dtype="float32"):
    """Logits over a temperature that is an input."""
    ends = [node("Cast", "t", "warm", to=TensorProto.FLOAT)]
    return Net(
        end=[*ends, node("Div", "logits warm", "y")],
        inputs=(("t", dtype, shape), ("x", "float32", ["N", 3, SIDE, SIDE])),
    )


@pytest.mark.parametrize(
    ("shape", "dtype"),
    [((1,), "float32"), ((), "float64"), (("N", 1), "float32"), ((1, 1), "int64")],
)
def test_an_input_that_is_divided_by_is_one(tmp_path, shape, dtype):
    classifier = opened(saved(tmp_path / "m.onnx", hot(shape, dtype)))
    (given,) = classifier.spec.reading.given
    assert (given.name, given.numbers, given.source) == ("t", (1,), "ones")
    one = np.ones([1 if isinstance(dim, str) else dim for dim in shape], dtype)
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx")
    batch = classifier.batch(classifier.prepare(PICTURE).pixels)
    (expected,) = session.run(None, {"x": batch, "t": one})
    np.testing.assert_allclose(
        classifier.predict(PICTURE).logits, expected[0], rtol=1e-5
    )
    explain(classifier)


def test_an_input_that_is_added_is_zero_and_what_the_user_says(tmp_path):
    net = hot(("N", CLASSES))
    net.end = [node("Add", "logits t", "y")]
    path = saved(tmp_path / "m.onnx", net)
    plain = opened(path)
    (given,) = plain.spec.reading.given
    assert (given.shape, given.numbers, given.source) == ((1, CLASSES), (0,), "zeros")
    numbers = (0.0, 50.0, 0.0, 0.0, 0.0)
    moved = opened(path, inputs=(("t", numbers),))
    assert moved.spec.reading.given[0].source == "user"
    assert moved.predict(PICTURE).top_index == 1
    apart = moved.predict(PICTURE).logits - plain.predict(PICTURE).logits
    np.testing.assert_allclose(apart, numbers, atol=1e-4)
    assert moved.graph.identity != plain.graph.identity
    explain(moved)


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ((("nothing", (1.0,)),), 'no input "nothing"'),
        ((("t", (1.0, 2.0)),), "5 numbers, or one"),
        ((("t", (float("nan"),)),), "cannot be nan"),
    ],
)
def test_what_an_input_cannot_be_is_said(tmp_path, inputs, words):
    path = saved(tmp_path / "m.onnx", hot((CLASSES,)))
    with pytest.raises(SpecError, match=words):
        opened(path, inputs=inputs)


def test_an_input_with_a_default_keeps_it_until_the_user_says_more(tmp_path):
    net = hot()
    net.weights["t"] = np.float32([4])
    path = saved(tmp_path / "m.onnx", net)
    cool, warm = opened(path), opened(path, inputs=(("t", (1.0,)),))
    (given,) = cool.spec.reading.given
    assert (given.numbers, given.source) == ((4,), "file")
    logits = [each.predict(PICTURE).logits for each in (cool, warm)]
    np.testing.assert_allclose(logits[0] * 4, logits[1], rtol=1e-5)
    explain(warm)


def test_an_input_that_nothing_can_fill_is_named(tmp_path):
    net = Net(inputs=(*Net().inputs, ("words", "string", [1])))
    with pytest.raises(ModelError, match='beside the image it wants "words" string'):
        opened(saved(tmp_path / "m.onnx", net))


def test_the_largest_input_is_the_image(tmp_path):
    net = Net(
        begin=[node("Add", "x small", "image")],
        inputs=(("small", "float32", [1, 3, 1, 1]), *Net().inputs),
    )
    classifier = opened(saved(tmp_path / "m.onnx", net))
    assert classifier.spec.input.name == "x"
    explain(classifier)


def test_a_last_reshape_to_one_row_runs_one_at_a_time(tmp_path):
    net = Net(
        end=[node("Reshape", "logits flat", "y")],
        weights={"flat": np.array([1, -1])},
        outputs=(("y", "float32", [1, None]),),
    )
    classifier = opened(saved(tmp_path / "m.onnx", net))
    assert classifier.forward.together == 1
    expected = raw(tmp_path / "m.onnx", classifier)
    np.testing.assert_allclose(classifier.predict(PICTURE).logits, expected, rtol=1e-5)
    explain(classifier)


def test_preprocessing_inside_the_graph_is_left_to_it(tmp_path):
    net = cast("uint8")
    net.begin = [
        node("Cast", "x", "float", to=TensorProto.FLOAT),
        node("Transpose", "float", "first", perm=[0, 3, 1, 2]),
        node("Resize", "first none none sizes", "large", mode="linear"),
        node("Div", "large most", "image"),
    ]
    net.weights = {
        "none": np.zeros(0, np.float32),
        "sizes": np.array([1, 3, SIDE, SIDE]),
        "most": np.float32(255),
    }
    net.begin[2].input[1] = net.begin[2].input[2] = ""
    net.inputs = (("x", "uint8", [1, "H", "W", 3]),)
    path = saved(tmp_path / "m.onnx", net)
    classifier = open_classifier(path, None, "cpu")
    assert classifier.preprocessing.normalisation.name == "raw255"
    assert classifier.preprocessing.size == (224, 224)
    explain(open_classifier(path, Wishes(size=Size(24, 24)), "cpu"))


# -- Outputs -----------------------------------------------------------------------


def ending(*nodes, outputs, **options):
    return Net(end=list(nodes), outputs=outputs, **options)


FEATURES = ("features", "float32", ["N", 6])
ROWS = ["N", CLASSES]


@pytest.mark.parametrize(
    ("net", "output", "others"),
    [
        (
            ending(
                node("Identity", "features", "first"),
                node("Identity", "logits", "second"),
                outputs=(("first", "float32", ["N", 6]), ("second", "float32", ROWS)),
            ),
            "second",
            2,
        ),
        (ending(outputs=(FEATURES, ("logits", "float32", ROWS))), "logits", 2),
        (
            ending(
                node("Softmax", "logits", "shares"),
                outputs=(
                    FEATURES,
                    ("logits", "float32", ROWS),
                    ("shares", "float32", ROWS),
                ),
            ),
            "logits",
            2,
        ),
        (
            ending(
                node("MatMul", "features matrix", "aux_logits"),
                node("Identity", "logits", "y"),
                outputs=(("aux_logits", "float32", ROWS), ("y", "float32", ROWS)),
            ),
            "y",
            2,
        ),
        (
            ending(
                node("ArgMax", "logits", "index", axis=1),
                outputs=(("index", "int64", ["N", 1]), ("logits", "float32", ROWS)),
            ),
            "logits",
            1,
        ),
    ],
)
def test_the_output_with_the_classes_is_found(tmp_path, net, output, others):
    classifier = opened(saved(tmp_path / "m.onnx", net))
    reading = classifier.spec.reading
    assert (reading.output, len(reading.outputs)) == (output, others)
    assert reading.is_doubtful == (others > 1)
    expected = (
        raw(tmp_path / "m.onnx", classifier, "logits" if output != "y" else "y")
        if output != "second"
        else raw(tmp_path / "m.onnx", classifier, "second")
    )
    np.testing.assert_allclose(classifier.predict(PICTURE).logits, expected, rtol=1e-5)
    explain(classifier)


def test_the_user_chooses_another_output(tmp_path):
    net = ending(outputs=(FEATURES, ("logits", "float32", ROWS)))
    path = saved(tmp_path / "m.onnx", net)
    classifier = opened(path, output="features")
    assert classifier.spec.reading.is_stated
    assert not classifier.spec.reading.is_doubtful
    assert len(classifier.labels) == 6
    expected = raw(path, classifier, "features")
    np.testing.assert_allclose(classifier.predict(PICTURE).logits, expected, rtol=1e-5)
    explain(classifier)
    words = r'no output "feature" .* there are features, logits.* Did you mean'
    with pytest.raises(SpecError, match=words):
        opened(path, output="feature")


def test_as_many_names_as_one_output_has_values_decide(tmp_path):
    net = ending(outputs=(FEATURES, ("logits", "float32", ROWS)))
    path = saved(tmp_path / "m.onnx", net)
    assert opened(path, labels=tuple("abcdef")).spec.reading.output == "features"
    assert opened(path, labels=tuple("abcde")).spec.reading.output == "logits"


NAMES = ["bun", "dish", "fork", "cup", "pan"]


def map_of(kind):
    keys = {"string": TensorProto.STRING, "int64": TensorProto.INT64}[kind]
    values = helper.make_tensor_type_proto(TensorProto.FLOAT, [])
    return helper.make_sequence_type_proto(helper.make_map_type_proto(keys, values))


def zipped(kind, labels):
    """Ends as converters of scikit-learn and Core ML do: a word, and a map by name."""
    words = np.array(labels, object if kind == "string" else np.int64)
    stated = {f"classlabels_{'strings' if kind == 'string' else 'int64s'}": labels}
    return Net(
        end=[
            node("Softmax", "logits", "shares", axis=1),
            node("ArgMax", "shares", "first", axis=1, keepdims=0),
            helper.make_node(
                "ArrayFeatureExtractor", ["words", "first"], ["name"],
                domain="ai.onnx.ml",
            ),
            helper.make_node(
                "ZipMap", ["shares"], ["y"], domain="ai.onnx.ml", **stated
            ),
        ],
        weights={"words": words},
        outputs=(
            ("name", kind, None),
            helper.make_value_info("y", map_of(kind)),
        ),
        extra=(("ai.onnx.ml", 1),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "labels", "source"),
    [
        ("string", NAMES, "metadata"),
        ("int64", [3, 5, 7, 11, 13], "metadata"),
        ("int64", [0, 1, 2, 3, 4], "numbered"),
    ],
)
def test_maps_by_name_are_read_before_they_are_made(tmp_path, kind, labels, source):
    path = saved(tmp_path / "m.onnx", zipped(kind, labels))
    classifier = opened(path)
    spec = classifier.spec
    assert (spec.reading.output, spec.labels_source) == ("y", source)
    if source == "metadata":
        assert spec.labels == tuple(map(str, labels))
    session = onnxruntime.InferenceSession(path)
    batch = classifier.batch(classifier.prepare(PICTURE).pixels)
    name, (shares,) = session.run(None, {"x": batch})
    prediction = classifier.predict(PICTURE)
    np.testing.assert_allclose(
        prediction.probabilities, [shares[n] for n in labels], rtol=1e-4, atol=1e-7
    )
    assert np.ravel(name)[0] == labels[prediction.top_index]
    assert classifier.readout.tensor == "logits"
    explain(classifier)


def test_a_tensor_of_words_names_the_classes(tmp_path):
    """As converters write with `zipmap=False`."""
    net = zipped("string", NAMES)
    del net.end[-1]
    net.outputs = (net.outputs[0], ("shares", "float32", ROWS))
    classifier = opened(saved(tmp_path / "m.onnx", net))
    assert classifier.labels == tuple(NAMES)
    assert classifier.spec.reading.output == "shares"
    explain(classifier)


@pytest.mark.parametrize("transform", ["NONE", "SOFTMAX"])
def test_a_layer_of_words_names_the_classes(tmp_path, transform):
    net = Net(
        end=[
            helper.make_node(
                "Scaler", ["logits"], ["scaled"], domain="ai.onnx.ml",
                offset=[1.0], scale=[0.5],
            ),
            helper.make_node(
                "LinearClassifier", ["scaled"], ["word", "scores"], domain="ai.onnx.ml",
                classlabels_strings=NAMES,
                coefficients=np.eye(CLASSES).ravel().tolist(),
                intercepts=[0.0] * CLASSES, post_transform=transform,
            ),
        ],
        outputs=(("word", "string", ["N"]), ("scores", "float32", ROWS)),
        extra=(("ai.onnx.ml", 1),),
    )  # fmt: skip
    classifier = opened(saved(tmp_path / "m.onnx", net))
    assert classifier.labels == tuple(NAMES)
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx")
    batch = classifier.batch(classifier.prepare(PICTURE).pixels)
    expected = session.run(["scores"], {"x": batch})[0][0]
    prediction = classifier.predict(PICTURE)
    found = prediction.logits if transform == "NONE" else prediction.probabilities
    np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-6)
    explain(classifier)


@pytest.mark.parametrize("shape", [["N", CLASSES, 1, 1], ["N", 1, 1, CLASSES]])
@pytest.mark.parametrize("activation", ["Identity", "Softmax", "Sigmoid"])
def test_vectors_of_four_axes_are_read(tmp_path, shape, activation):
    how = {"axis": -1} if activation == "Softmax" else {}
    net = Net(
        end=[node(activation, "logits", "p", **how), node("Reshape", "p shape", "y")],
        weights={"shape": np.array([-1, *shape[1:]])},
        outputs=(("y", "float32", shape),),
    )
    classifier = opened(saved(tmp_path / "m.onnx", net))
    expected = raw(tmp_path / "m.onnx", classifier)
    prediction = classifier.predict(PICTURE)
    found = prediction.logits if activation == "Identity" else prediction.probabilities
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-7)
    explain(classifier)


def test_independent_classes_are_not_made_to_add_up(tmp_path):
    net = Net(
        end=[node("Div", "logits many", "small"), node("Sigmoid", "small", "y")],
        weights={"many": np.float32(20)},
    )
    classifier = opened(saved(tmp_path / "m.onnx", net))
    prediction = classifier.predict(PICTURE)
    expected = raw(tmp_path / "m.onnx", classifier)
    np.testing.assert_allclose(prediction.probabilities, expected, rtol=1e-5)
    assert abs(prediction.probabilities.sum() - 1) > 0.1
    explain(classifier)


def test_a_class_that_the_file_rules_out_has_a_number(tmp_path):
    net = Net(
        end=[node("Add", "logits mask", "y")],
        weights={"mask": np.float32([0, -np.inf, 0, 0, 0])},
    )
    classifier = opened(saved(tmp_path / "m.onnx", net))
    prediction = classifier.predict(PICTURE)
    assert np.isfinite(prediction.logits).all()
    assert prediction.probabilities[1] == 0
    prepared = classifier.prepare(PICTURE)
    sweep = run(
        occlusion_sweep(classifier, prepared, OcclusionSpec(Size(5, 5), Size(4, 4)))
    )
    drops = sweep.heatmap(Target(1, None, Quantity.LOGIT)).values
    np.testing.assert_array_equal(drops, 0)
    spec = GradCamSpec(Target(1, None, Quantity.PROBABILITY), "bright")
    values = GradCam(classifier).explain(prepared, spec).heatmap.values
    np.testing.assert_array_equal(values, 0)


@pytest.mark.parametrize("shape", [["N", 1], ["N"], ["N", 1, 1, 1]])
@pytest.mark.parametrize("activation", ["Sigmoid", "Identity"])
def test_one_number_tells_a_class_and_its_opposite(tmp_path, activation, shape):
    net = Net(
        end=[
            node("Div", "logits many", "small"),
            node(activation, "small", "p"),
            node("Reshape", "p shape", "y"),
        ],
        weights={
            "shape": np.array([-1, *shape[1:]]),
            "many": np.float32(9),
        },
        outputs=(("y", "float32", shape),),
        classes=1,
    )
    path = saved(tmp_path / "m.onnx", net)
    classifier = opened(path, labels=("burger",))
    assert classifier.labels == ("not burger", "burger")
    expected = raw(path, classifier)
    prediction = classifier.predict(PICTURE)
    if activation == "Sigmoid":
        shares = [1 - expected[0], expected[0]]
        np.testing.assert_allclose(prediction.probabilities, shares, rtol=1e-4)
    np.testing.assert_allclose(prediction.logits[0], -prediction.logits[1])
    explain(classifier)
    prepared = classifier.prepare(PICTURE)
    maps = [
        GradCam(classifier).explain(
            prepared,
            GradCamSpec(Target(index, None, Quantity.LOGIT), "bright", is_signed=True),
        )
        for index in (0, 1)
    ]
    np.testing.assert_allclose(maps[0].heatmap.values, -maps[1].heatmap.values)
    assert maps[0].explained.score == pytest.approx(-maps[1].explained.score)


def test_one_number_without_a_name_may_be_a_regression(tmp_path):
    net = Net(classes=1, outputs=(("y", "float32", ["N", 1]),))
    path = saved(tmp_path / "m.onnx", net)
    with pytest.raises(ModelError, match=r"one number.* give a file with the class"):
        opened(path)


@pytest.mark.parametrize("batch", [1, "N"])
def test_an_answer_without_a_batch_axis_is_one_row(tmp_path, batch):
    net = Net(
        end=[node("Reshape", "logits flat", "y")],
        weights={"flat": np.array([-1])},
        inputs=(("x", "float32", [batch, 3, SIDE, SIDE]),),
        outputs=(("y", "float32", [CLASSES if batch == 1 else None]),),
    )
    path = saved(tmp_path / "m.onnx", net)
    classifier = opened(path)
    session = onnxruntime.InferenceSession(path)
    inputs = classifier.batch(classifier.prepare(PICTURE).pixels)
    (expected,) = session.run(None, {"x": inputs})
    np.testing.assert_allclose(classifier.predict(PICTURE).logits, expected, rtol=1e-5)
    explain(classifier)


# -- Sizes -------------------------------------------------------------------------


def test_a_size_that_is_open_is_chosen(tmp_path):
    net = Net(inputs=(("x", "float32", ["N", 3, "H", "W"]),))
    path = saved(tmp_path / "m.onnx", net)
    assert opened(path).preprocessing.size == (224, 224)
    for size in (Size(SIDE, SIDE), Size(40, 28), Size(300, 300)):
        classifier = opened(path, size=size)
        expected = raw(path, classifier)
        found = classifier.predict(PICTURE).logits
        np.testing.assert_allclose(found, expected, rtol=1e-4)


def test_a_size_that_its_positions_do_not_permit_is_said(tmp_path):
    net = Net(
        begin=[node("Add", "x positions", "image")],
        weights={"positions": np.zeros((1, 3, SIDE, SIDE), np.float32)},
        inputs=(("x", "float32", ["N", 3, "H", "W"]),),
    )
    path = saved(tmp_path / "m.onnx", net)
    explain(opened(path, size=Size(SIDE, SIDE)))
    with pytest.raises(
        SpecError, match=r"on 30x30 pixels \(.*\)\. .* it was trained with"
    ):
        opened(path, size=Size(30, 30))
    with pytest.raises(SpecError, match="on 224x224 pixels"):
        opened(path)
