"""A new head: found, replaced, and what stands behind it fitted to it."""

import json

import numpy as np
import onnx
import pytest
from PIL import Image

from inference.classifier import Activation, open_classifier
from inference.errors import ModelError, SpecError
from inference.finetune import TrainingSpec, finetune, heads
from inference.finetune.head import renewed
from inference.image import open_image
from inference.jobs import run
from inference.network.extract import live_nodes
from tests.data.make import EXPORTS
from tests.inference.finetune.studio import listed, make_net, stored
from tests.models import CLASSIFIERS, ENDINGS, convolutions, linear, node, save

QUANTISED = [name for name in CLASSIFIERS if "qdq" in name]
FLOAT = [name for name in CLASSIFIERS if name not in QUANTISED]
MADE = ["vit_present_23", "vit_legacy_17", "swin_present_20", "swin_legacy_23"]


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """Two photos of each of two classes."""
    folder = tmp_path_factory.mktemp("photos")
    random = np.random.default_rng(0)
    for label, level in (("dark", 60), ("light", 190)):
        (folder / label).mkdir()
        for n in range(2):
            pixels = np.uint8(np.clip(random.normal(level, 30, (40, 48, 3)), 0, 255))
            Image.fromarray(pixels).save(folder / label / f"{n}.png")
    return listed(folder)


def trained(path, photos, out, **options):
    """One epoch of everything; the old classifier, and what came of it."""
    classifier = open_classifier(path, provider="cpu")
    spec = TrainingSpec(
        **{"epochs": 1, "batch": 4, "freeze": "none", "split": (50, 0, 50), **options}
    )
    return classifier, run(finetune(classifier, photos, spec, out=out))


def require_told(result):
    """The new file predicts what is told of it."""
    new = open_classifier(result.out, provider="cpu")
    assert new.labels == ("dark", "light")
    told = json.loads(result.out.with_suffix(".metrics.json").read_text())
    samples = result.division.test
    found = [new.predict(open_image(s.path)).top_index for s in samples]
    hits = sum(index == s.index for index, s in zip(found, samples, strict=True))
    assert told["test_accuracy"] == hits / len(samples)
    assert np.trace(told["confusion"]) == hits
    return new


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOAT)
def test_every_real_classifier_of_floats_trains(shared, name, photos, tmp_path):
    path = shared / f"data/models/{name}.onnx"
    old, result = trained(path, photos, tmp_path / "new.onnx")
    new = require_told(result)
    assert new.spec.input == old.spec.input  # its batch and its type, too
    before, after = (onnx.load(p).graph.initializer for p in (path, result.out))
    assert {t.data_type for t in before} == {t.data_type for t in after}
    stored = {t.name: onnx.numpy_helper.to_array(t) for t in before}
    changed = [t for t in after if t.name in stored and not np.array_equal(
        onnx.numpy_helper.to_array(t), stored[t.name])]  # fmt: skip
    assert len(changed) > len(before) / 4


@pytest.mark.parametrize("name", MADE)
def test_transformers_train(name, photos, tmp_path):
    _, result = trained(EXPORTS / f"{name}.onnx", photos, tmp_path / "new.onnx")
    require_told(result)


@pytest.mark.parametrize("name", QUANTISED[:1])
def test_a_quantised_model_says_which_to_train(shared, name, photos, tmp_path):
    path, out = shared / f"data/models/{name}.onnx", tmp_path / "new.onnx"
    with pytest.raises(ModelError, match="Train the float model"):
        trained(path, photos, out)
    assert list(tmp_path.iterdir()) == []


def test_a_half_precise_model_becomes_a_float32_one_when_asked(
    shared, photos, tmp_path
):
    path = shared / "data/models/squeezenet1.1_caffe2_fp16.onnx"
    options = {"freeze": "features", "is_float32": True}
    _, result = trained(path, photos, tmp_path / "new.onnx", **options)
    new = require_told(result)
    kinds = {t.data_type for t in onnx.load(result.out).graph.initializer}
    assert onnx.TensorProto.FLOAT16 not in kinds
    assert new.spec.input.dtype == "float32"


TRAINABLE = [name for name in ENDINGS if "quantised" not in name and "bit" not in name]


@pytest.mark.parametrize("batch", ["N", 1])
@pytest.mark.parametrize("ending", TRAINABLE)
def test_what_stands_behind_is_fitted(tmp_path, ending, batch):
    random = np.random.default_rng(0)
    weights = random.normal(size=(5, 6, 6, 3))
    path = linear(tmp_path / "net.onnx", weights, ending=ending, batch=batch)
    classifier = open_classifier(path)
    found = renewed(classifier, 3)
    assert found.trial.output_count == 3
    is_spelt_out = ending == "decomposed softmax"
    activation = Activation.EXP if is_spelt_out else Activation.SOFTMAX
    assert found.trial.readout.activation is activation
    assert found.graph.inputs[0].shape[0] == batch
    (output,) = found.graph.outputs
    assert 5 not in output.shape


def biased_net(path):
    """MatMul, a bias, batch norm and a factor per class, then a stated shape."""
    random = np.random.default_rng(0)
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "flat"),
        node("Transpose", "matrix", "turned", perm=[1, 0]),
        node("MatMul", "flat turned", "a"),
        node("Add", "a bias", "b"),
        node("BatchNormalization", "b one zero zero one", "c"),
        node("Mul", "c factor", "d"),
        node("Reshape", "d shape", "y"),
    ]
    ones = np.ones(4, np.float32)
    weights = {
        "matrix": np.float32(random.normal(size=(4, 3))), "bias": ones, "one": ones,
        "zero": 0 * ones, "factor": 2 * ones, "shape": np.array([-1, 4]),
    }  # fmt: skip
    feeds = {"x": ("float32", ["N", 3, 8, 8])}
    return save(path, nodes, feeds, {"y": ("float32", ["N", 4])}, weights)


def test_numbers_per_class_become_neutral_and_the_bias_trains(tmp_path):
    found = renewed(open_classifier(biased_net(tmp_path / "net.onnx")), 2)
    stored = {n: found.graph.values(t) for n, t in found.graph.weights.items()}
    assert found.choice.sentence == "MatMul 3 → 4"
    assert "bias" in found.weights
    assert len(found.weights) == 2
    (matrix,) = set(found.weights) - {"bias"}
    assert stored[matrix].shape == (3, 2)
    assert stored["bias"].tolist() == [0, 0]
    assert stored["factor"].tolist() == [1, 1]
    assert stored["shape"].tolist() == [-1, 2]
    assert "matrix" not in stored  # nobody reads it any more


def test_another_layer_can_be_the_head(tmp_path):
    classifier = open_classifier(convolutions(tmp_path / "net.onnx", (20, 24)))
    choices = heads(classifier)
    assert [choice.tensor for choice in choices][:2] == ["y", "n"]
    assert choices[1].becoming(3) == "Conv 8 → 3"
    cut = renewed(classifier, 3, tensor="n")
    assert cut.fed == "m"
    assert cut.trial.output_count == 3
    assert "matrix" not in cut.graph.weights
    with pytest.raises(SpecError, match="no learnt layer makes it"):
        renewed(classifier, 3, tensor="mean")


@pytest.mark.parametrize("name", ["deit_present_20", "deit_legacy_17"])
def test_of_two_heads_one_is_kept(name):
    classifier = open_classifier(EXPORTS / f"{name}.onnx")
    last, other = heads(classifier)[:2]
    assert last.sentence == other.sentence == "Gemm 16 → 5"
    for chosen in (None, other.tensor):
        found = renewed(classifier, 3, tensor=chosen)
        assert found.trial.output_count == 3
        operators = [node.operator for node in found.graph.nodes]
        assert operators.count("Gemm") == 1


def test_softmax_stays_out_of_the_loss(tmp_path):
    found = renewed(open_classifier(make_net(tmp_path / "net.onnx")), 3)
    assert found.trial.readout.tensor == "logits"
    ended = renewed(open_classifier(make_net(tmp_path / "s.onnx", ending="Sigmoid")), 3)
    assert ended.trial.readout.tensor == "logits"
    assert ended.graph.nodes[-1].operator == "Softmax"


def test_inside_the_windows_of_a_swin_nothing_is_kept_and_the_frozen_part_stays(
    photos, tmp_path
):
    """There a photo has several rows."""
    path = EXPORTS / "swin_legacy_20.onnx"
    classifier = open_classifier(path)
    network = renewed(classifier, 2)
    shapes, nodes = network.shapes, live_nodes(network.graph)
    made = [node.outputs[0] for node in nodes]
    layer = [n for n in made if len(shapes[n]) > 2 and shapes[n][0] > 2][-1]
    options = {"freeze": layer, "augments": False}
    _, result = trained(path, photos, tmp_path / "new.onnx", **options)
    require_told(result)
    before, after = stored(path), stored(result.out)
    changed = {n for n in before.keys() & after.keys() if after[n].tobytes() !=
               before[n].tobytes()}  # fmt: skip
    assert changed
    assert not any(name.startswith(("patch", "first", "merge")) for name in changed)
