import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest

from inference.classifier import (
    PRESETS,
    Activation,
    Normalisation,
    Wishes,
    open_classifier,
)
from inference.errors import ModelError, SpecError
from inference.geometry import Size
from inference.image import open_image
from tests.models import ENDINGS, average_pool, linear, node, noise, photo, save

ROOT = Path(__file__).resolve().parents[3]
SIZE = (6, 9)
SQUASHED = Wishes(preprocess="unit", resize="squash")
WEIGHTS = np.random.default_rng(7).normal(0, 0.2, (5, *SIZE, 3))


def softmax(logits):
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


@pytest.fixture
def opened(tmp_path):
    """Opens a linear classifier; returns it with the logits (K,) it should give."""

    def make(wishes=SQUASHED, weights=WEIGHTS, divisor=255, **options):
        classifier = open_classifier(
            linear(tmp_path / "m.onnx", weights, **options), wishes
        )
        image = noise(*SIZE)
        pixels = image.pixels[..., : weights.shape[-1]] / divisor
        return classifier, image, np.einsum("khwc,hwc->k", weights, pixels)

    return make


# -- Forms of output ---------------------------------------------------------------


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
@pytest.mark.parametrize("batch", ["N", 1, 3])
@pytest.mark.parametrize(
    ("ending", "words"),
    [
        ("logits", "logits"),
        ("softmax", "probabilities; logits are read before the softmax"),
        ("softmax (N, K, 1, 1)", "probabilities; logits are read before the softmax"),
        ("softmax (N, 1, 1, K)", "probabilities; logits are read before the softmax"),
        ("quantised softmax", "probabilities; logits are read before the softmax"),
    ],
)
def test_logits_are_read_wherever_the_graph_has_them(
    opened, ending, words, batch, layout
):
    classifier, image, logits = opened(ending=ending, batch=batch, layout=layout)
    prediction = classifier.predict(image)
    assert classifier.output == words
    assert prediction.logits == pytest.approx(logits, abs=1e-4)
    assert prediction.probabilities == pytest.approx(softmax(logits), abs=1e-5)


@pytest.mark.parametrize("batch", ["N", 1, 3])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_batch_gives_what_its_inputs_give_alone(opened, ending, batch):
    classifier, _, _ = opened(ending=ending, batch=batch)
    pixels = np.random.default_rng(3).integers(0, 256, (7, *SIZE, 3), np.uint8)
    together = classifier.logits(classifier.tensor(pixels))
    alone = [classifier.logits(classifier.tensor(p)[np.newaxis])[0] for p in pixels]
    assert (together.shape, together.dtype) == ((7, 5), np.float32)
    assert together == pytest.approx(np.array(alone), abs=1e-5)


def test_a_decomposed_softmax_gives_logarithms_for_logits(opened):
    classifier, image, logits = opened(ending="decomposed softmax")
    prediction = classifier.predict(image)
    assert classifier.activation is Activation.EXP
    assert prediction.probabilities == pytest.approx(softmax(logits), abs=1e-6)
    assert prediction.logits == pytest.approx(np.log(softmax(logits)), abs=1e-4)


def test_sigmoid_classes_are_independent(opened):
    classifier, image, logits = opened(ending="sigmoid")
    prediction = classifier.predict(image)
    assert prediction.probabilities == pytest.approx(1 / (1 + np.exp(-logits)))
    assert "independent" in classifier.output


def test_one_sigmoid_is_a_class_and_its_absence(opened):
    classifier, image, logits = opened(weights=WEIGHTS[:1], ending="sigmoid")
    prediction = classifier.predict(image)
    probability = 1 / (1 + np.exp(-logits[0]))
    assert classifier.labels == ("class 0", "class 1")
    assert prediction.probabilities == pytest.approx([1 - probability, probability])
    assert prediction.logits == pytest.approx([-logits[0], logits[0]])


def test_one_number_without_a_sigmoid_is_no_classifier(opened):
    with pytest.raises(ModelError, match="one number, as a regression does"):
        opened(weights=WEIGHTS[:1])


@pytest.mark.parametrize("ending", ["quantised logits", "quantised logits, int8"])
def test_quantised_logits_are_known_within_a_step(opened, ending):
    classifier, image, logits = opened(ending=ending)
    assert classifier.activation is Activation.SOFTMAX
    assert classifier.predict(image).logits == pytest.approx(logits, abs=0.026)


@pytest.mark.parametrize("count", [5, 1000])
def test_eight_bits_without_a_scale_are_probabilities_in_256ths(opened, count):
    """1,000 nearly equal classes all round to zero: their sum says nothing."""
    weights = np.random.default_rng(7).normal(0, 0.02, (count, *SIZE, 3))
    classifier, image, logits = opened(
        weights=weights, ending="eight-bit probabilities"
    )
    prediction = classifier.predict(image)
    assert classifier.output.startswith("quantised probabilities")
    expected = np.rint(softmax(logits) * 256) / 256
    assert prediction.probabilities == pytest.approx(expected, abs=1e-6)


def test_logits_that_add_up_to_one_by_chance_are_still_logits(opened):
    """Black gives zeros here, which no softmax does."""
    size = np.random.default_rng(0).random((3, *SIZE), np.float32).sum()
    weights = np.full((5, *SIZE, 3), 0.2 / size)
    classifier, _, _ = opened(weights=weights)
    assert classifier.activation is Activation.SOFTMAX


# -- Forms of input ----------------------------------------------------------------


def test_half_precision_goes_in_and_single_comes_out(opened):
    classifier, image, logits = opened(dtype="float16")
    assert classifier.tensor(image.pixels).dtype == np.float16
    assert classifier.predict(image).logits == pytest.approx(logits, abs=0.02)


def test_eight_bit_input_takes_the_pixels_as_they_are(opened):
    classifier, image, logits = opened(wishes=Wishes(resize="squash"), dtype="uint8",
                                       weights=WEIGHTS / 100, divisor=1)  # fmt: skip
    assert (classifier.tensor(image.pixels) == image.pixels.transpose(2, 0, 1)).all()
    assert classifier.predict(image).logits == pytest.approx(logits, abs=1e-3)


def test_grey_input_takes_the_weighted_mean_of_the_colours(opened):
    classifier, _, _ = opened(weights=WEIGHTS[..., :1])
    colors = np.random.default_rng(1).integers(0, 256, (*SIZE, 3))
    grey = np.rint(colors @ [0.299, 0.587, 0.114]) / 255
    expected = np.einsum("khw,hw->k", WEIGHTS[..., 0], grey)
    assert classifier.predict(photo(colors)).logits == pytest.approx(expected, abs=0.02)


def test_blue_comes_first_where_that_is_asked_for(opened):
    wishes = Wishes(Normalisation("BGR", 1, (104, 117, 123), (1,)), "squash")
    classifier, image, _ = opened(wishes)
    shifted = image.pixels[..., ::-1] - np.array([104, 117, 123])
    expected = np.einsum("khwc,hwc->k", WEIGHTS, shifted)
    assert classifier.predict(image).logits == pytest.approx(expected, rel=1e-3)


def test_an_average_of_colours_is_read_off_any_photo(tmp_path):
    path = average_pool(tmp_path / "m.onnx", (8, 12), np.eye(3))
    classifier = open_classifier(path, SQUASHED)
    color = np.broadcast_to([255, 51, 102], (31, 17, 3))
    assert classifier.predict(photo(color)).logits == pytest.approx([1, 0.2, 0.4])


def test_what_was_prepared_knows_its_place_on_the_photo(opened):
    classifier, _, _ = opened(Wishes(preprocess="unit", resize="letterbox"))
    image = noise(20, 20)
    prepared = classifier.prepare(image)
    assert prepared.size == Size(*SIZE)
    assert prepared.seen == classifier.preprocessing.seen_box(image.size)
    assert prepared.to_photo.target == prepared.box
    assert prepared.mean == pytest.approx(prepared.pixels.mean(axis=(0, 1)))
    assert (classifier.predict_input(prepared).logits
            == classifier.predict(image).logits).all()  # fmt: skip


def test_a_batch_that_is_free_only_in_name_is_found_out(tmp_path):
    """Many exporters write a free batch above a reshape to one."""
    nodes = [
        node("Reshape", "x shape", "flat"),
        node("MatMul", "flat matrix", "y"),
    ]
    weights = {"shape": np.array([1, 18]), "matrix": np.eye(18, dtype=np.float32)}
    types = {"x": ("float32", ["N", 3, 2, 3])}, {"y": ("float32", ["N", 18])}
    classifier = open_classifier(save(tmp_path / "m.onnx", nodes, *types, weights))
    inputs = np.random.default_rng(0).random((5, 3, 2, 3), np.float32)
    assert classifier.logits(inputs) == pytest.approx(inputs.reshape(5, 18))


def test_the_numbers_are_those_of_onnx_runtime_alone(opened):
    classifier, image, _ = opened()
    session = ort.InferenceSession(str(classifier.graph.path))
    pixels = image.pixels.transpose(2, 0, 1)[np.newaxis].astype(np.float32) / 255
    (plain,) = session.run(None, {"x": pixels})
    assert classifier.predict(image).logits == pytest.approx(plain[0], abs=1e-6)


# -- What is no classifier ---------------------------------------------------------


@pytest.mark.parametrize(
    ("operator", "dtype", "shape", "found"),
    [
        ("Identity", "float32", ["N", 3, 6, 9], r"shape \(batch, 3, 6, 9\) of float32"),
        ("Shape", "int64", [4], r"shape \(batch\)"),
    ],
)
def test_other_outputs_are_named_with_their_shape(
    tmp_path, operator, dtype, shape, found
):
    types = {"x": ("float32", ["N", 3, *SIZE])}, {"y": (dtype, shape)}
    path = save(tmp_path / "m.onnx", [node(operator, "x", "y")], *types)
    with pytest.raises(
        ModelError, match=f'as a classifier: its output "y" has {found}'
    ):
        open_classifier(path)


def test_words_are_no_scores(tmp_path):
    nodes = [
        node("ReduceMax", "x", "m", axes=[1, 2, 3], keepdims=0),
        node("Cast", "m", "s", to=onnx.TensorProto.STRING),
        node("Unsqueeze", "s one", "y"),
    ]
    types = {"x": ("float32", ["N", 3, *SIZE])}, {"y": ("string", ["N", 1])}
    path = save(tmp_path / "m.onnx", nodes, *types, {"one": np.array([1])})
    with pytest.raises(ModelError, match="of numbers"):
        open_classifier(path)


def test_values_that_are_no_numbers_end_in_a_sentence(tmp_path):
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "flat"),
        node("Log", "flat", "y"),
    ]
    types = {"x": ("float32", ["N", 3, *SIZE])}, {"y": ("float32", ["N", 3])}
    path = save(tmp_path / "m.onnx", nodes, *types)
    classifier = open_classifier(path, Wishes(preprocess="tensorflow"))
    with pytest.raises(ModelError, match="infinite or no numbers"):
        classifier.predict(photo(np.zeros((9, 9))))


def test_labels_that_do_not_fit_keep_the_model_shut(opened):
    with pytest.raises(SpecError, match=r"holds 2 class names, but .* has 5 classes"):
        opened(Wishes(labels=("a", "b")))


def test_hostile_names_stay_out_of_the_sentence(tmp_path):
    name = "\x1b[31m\n\u202eevil" + "A" * 100_000
    types = {"x": ("float32", ["N", 3, 6, 9])}, {name: ("float32", ["N", 3, 6, 9])}
    made = onnx.helper.make_node("Relu", ["x"], [name])
    path = save(tmp_path / "m.onnx", [made], *types)
    with pytest.raises(ModelError) as error:
        open_classifier(path)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 400


def test_an_operator_whose_name_is_no_text_ends_in_a_sentence(tmp_path):
    path = linear(tmp_path / "m.onnx", np.ones((3, 8, 8, 3)))
    damaged = path.read_bytes().replace(b"Flatten", b"Fla\xff\xfeen")
    path.write_bytes(damaged)
    with pytest.raises(ModelError, match="Cannot open"):
        open_classifier(path)


# -- Real models -------------------------------------------------------------------


def described(data):
    with (data / "expected.json").open() as file:
        return json.load(file)


TRANSFORMERS = ROOT.parent / "shared/data/models_transformers"


def real_models():
    data = ROOT.parent / "shared/data"
    return list(described(data)) if data.is_dir() else ["needs ../shared"]


def wishes_for(data, facts):
    preprocess, labels = facts["preprocess"], facts["labels"]
    if isinstance(preprocess, dict):
        preprocess = Normalisation(**{k: v if k in ("channels", "scale") else tuple(v)
                                      for k, v in preprocess.items()})  # fmt: skip
    if isinstance(labels, list):
        labels = tuple(labels)
    else:
        labels = data / labels if labels.startswith("labels/") else None
    return Wishes(preprocess, facts["resize"], labels, Size(*[facts["size"]] * 2))


@pytest.mark.parametrize("name", real_models())
def test_real_classifiers_predict_what_is_known_of_them(shared, name):
    data = shared / "data"
    facts = described(data)[name]
    classifier = open_classifier(data / name, wishes_for(data, facts))
    assert classifier.spec.input.layout == facts["layout"]
    assert classifier.spec.input.dtype == facts["dtype"]
    for entry in facts["expected"]:
        prediction = classifier.predict(open_image(data / entry["photo"]))
        top = entry["top"]
        assert prediction.top_index == top[0]["index"]
        for score in top:
            index, label = score["index"], score["label"].replace("_", " ")
            assert prediction.probability(index) == pytest.approx(
                score["probability"], abs=0.005
            )
            assert classifier.labels[index].replace("_", " ") == label


KINDS = {
    "logits": "logits",
    "probabilities": "probabilities",
    "u8 probabilities": "probabilities",
    "sigmoid": "independent probabilities",
}


@pytest.mark.parametrize("name", real_models())
def test_real_classifiers_open_with_automatic_settings(shared, name):
    data = shared / "data"
    facts = described(data)[name]
    classifier = open_classifier(data / name)
    given, reading = classifier.spec.input, classifier.spec.reading
    assert (given.layout, given.dtype) == (facts["layout"], facts["dtype"])
    assert KINDS[facts["output"]] in classifier.output
    assert (reading.given, reading.outputs) == ((), (reading.output,))
    assert classifier.trial.is_finite
    picture = open_image(data / facts["expected"][0]["photo"])
    assert np.isfinite(classifier.predict(picture).logits).all()
    assert facts["expected"][0]["top"][0]["index"] < len(classifier.labels)


@pytest.mark.parametrize(
    "name",
    sorted(path.name for path in TRANSFORMERS.glob("*.onnx")) or ["needs ../shared"],
)
def test_transformers_open_with_automatic_settings(shared, name):
    classifier = open_classifier(shared / "data/models_transformers" / name)
    assert len(classifier.labels) == 10
    assert classifier.trial.is_finite
    assert not classifier.spec.reading.given


def test_the_digits_of_mnist_are_seen(shared):
    classifier = open_classifier(shared / "data/models/mnist_cntk_op8.onnx")
    assert len(classifier.labels) == 10
    assert classifier.spec.preprocessing.normalisation.name == "raw255"
    drawn = np.zeros((28, 28))
    drawn[4:24, 13:15] = 255
    assert classifier.predict(photo(drawn)).top_index == 1


def test_a_temperature_that_nobody_states_is_one(shared):
    path = shared / "data/models_variants/resnet20_two_inputs.onnx"
    classifier = open_classifier(path)
    (given,) = classifier.spec.reading.given
    assert (given.name, given.numbers, given.source) == ("temperature", (1.0,), "ones")
    plain = open_classifier(shared / "data/models/cifar10_resnet20_torch_op17.onnx")
    picture = noise(32, 32)
    logits = [each.predict(picture).logits for each in (classifier, plain)]
    assert logits[0] == pytest.approx(logits[1], abs=1e-4)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("models_other/deeplabv3_257_float_tf2onnx.onnx", r"\(batch, 257, 257, 21\)"),
        ("models_other/age_wiki_mobilenet025_64_regression.onnx", "one number"),
        ("models_other/ultraface_rfb320_detector.onnx", r"\(batch, 4420, 2\)"),
    ],
)
def test_real_models_of_other_kinds_are_refused(shared, name, found):
    with pytest.raises(ModelError, match=found):
        open_classifier(shared / "data" / name)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["alexnet", "squeezenet", "resnet50"], ids=lambda name: f"light {name}"
)
def test_famous_graphs_open(shared, name):
    (path,) = (shared / "data/models_other/light").glob(f"*{name}.onnx")
    classifier = open_classifier(path)
    assert classifier.labels[566] == "French horn"
    assert classifier.spec.preprocessing.normalisation == PRESETS["caffe"]


OPEN_EACH = """
import os, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
from inference.classifier import open_classifier
from inference.errors import ModelError
opened = []
sys.addaudithook(lambda name, args: opened.append(args[0]) if name == "open" else None)
for path in sorted(Path(sys.argv[1]).glob("*.onnx")):
    try:
        open_classifier(path)
    except ModelError as error:
        ending = str(error)
    else:
        ending = "opened"
    print(path.name, ending.replace("\\n", "\\\\n"), sep="\\t", flush=True)
secrets = ("passwd", "secret.bin")
print([path for path in map(str, opened) if Path(path).name in secrets])
"""


@pytest.mark.slow
def test_broken_and_hostile_files_end_in_sentences(shared):
    """In a process of its own, so that a crash, a hang or greed would show."""
    pytest.importorskip("resource")
    command = [sys.executable, "-c", OPEN_EACH, str(shared / "data/bad/models")]
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    *lines, elsewhere = ended.stdout.splitlines()
    assert elsewhere == "[]"
    endings = dict(line.split("\t") for line in lines)
    assert len(endings) == len(list((shared / "data/bad/models").glob("*.onnx")))
    for name, ending in endings.items():
        is_sentence = ending.startswith("Cannot ") or '"' in ending.split()[0]
        assert is_sentence or (ending == "opened" and name.startswith("bitflip"))
        assert ending.isprintable()
        assert len(ending) < 600
        assert ending == "opened" or ending.endswith(".")
