"""Which layer is taken when nobody names one, and what is done where operators lack."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from inference.classifier import Wishes, open_classifier
from inference.errors import UnsupportedOperatorError
from inference.gradcam import GradCam, GradCamSpec
from tests import cam_models as models

SIZE = (16, 24)
ROOT = Path(__file__).parents[3]


def opened(path):
    """The engine of a file, and noise prepared for it."""
    classifier = open_classifier(path, Wishes(preprocess="unit"), "cpu")
    pixels = np.random.default_rng(0).integers(0, 256, (*SIZE, 3))
    return GradCam(classifier), classifier.prepare(models.photo(pixels))


def blocks(count, *, reads):
    """Nodes and weights of a transformer whose blocks begin with a norm."""
    width, heads = models.WIDTH, 2
    rng = np.random.default_rng(0)

    def drawn(*shape):
        return rng.normal(0, 0.4, shape).astype(np.float32)

    weights = {
        "patch": drawn(width, 3, models.PATCH, models.PATCH),
        "flat": np.array([0, width, -1]),
        "token": drawn(1, 2, width),
        "heads": np.array([0, -1, heads, width // heads]),
        "joined": np.array([0, -1, width]),
        "ones": np.ones(width, np.float32),
        "first": np.array(0),
        "head": drawn(width, 3),
    }
    nodes = [
        models.node("Conv", "image patch", "patches", strides=[models.PATCH] * 2),
        models.node("Reshape", "patches flat", "columns"),
        models.node("Transpose", "columns", "tokens", perm=[0, 2, 1]),
        models.node("Concat", "token tokens", "x0", axis=1),
    ]
    for n in range(count):
        weights |= {f"{w}{n}": drawn(width, width) for w in ("q", "k", "v", "o", "m")}
        nodes.append(models.node("LayerNormalization", f"x{n} ones", f"norm{n}"))
        for part in "qkv":
            perm = [0, 2, 3, 1] if part == "k" else [0, 2, 1, 3]
            nodes += [
                models.node("MatMul", f"norm{n} {part}{n}", f"{part}_{n}"),
                models.node("Reshape", f"{part}_{n} heads", f"{part}h{n}"),
                models.node("Transpose", f"{part}h{n}", f"{part}t{n}", perm=perm),
            ]
        nodes += [
            models.node("MatMul", f"qt{n} kt{n}", f"scores{n}"),
            models.node("Softmax", f"scores{n}", f"attention{n}", axis=-1),
            models.node("MatMul", f"attention{n} vt{n}", f"read{n}"),
            models.node("Transpose", f"read{n}", f"beside{n}", perm=[0, 2, 1, 3]),
            models.node("Reshape", f"beside{n} joined", f"together{n}"),
            models.node("MatMul", f"together{n} o{n}", f"out{n}"),
            models.node("Add", f"x{n} out{n}", f"sum{n}"),
            models.node("LayerNormalization", f"sum{n} ones", f"norm_b{n}"),
            models.node("MatMul", f"norm_b{n} m{n}", f"hidden{n}"),
            models.node("Tanh", f"hidden{n}", f"bent{n}"),
            models.node("Add", f"sum{n} bent{n}", f"x{n + 1}"),
        ]
    end = {
        "class token": models.node("Gather", f"x{count} first", "one", axis=1),
        "mean": models.node("ReduceMean", f"x{count}", "one", axes=[1], keepdims=0),
    }
    nodes += [end[reads], models.node("MatMul", "one head", "logits")]
    return nodes, weights


def saved(tmp_path, *arguments, **options):
    nodes, weights = blocks(*arguments, **options)
    return models.save(tmp_path / "m.onnx", nodes, [1, 3, *SIZE], weights)


@pytest.mark.parametrize(
    ("reads", "layer", "second"),
    [("class token", "norm2", "x2"), ("mean", "x3", "sum2")],
)
def test_the_last_layer_whose_places_have_a_gradient_is_taken(
    tmp_path, reads, layer, second
):
    engine, prepared = opened(saved(tmp_path, 3, reads=reads))
    answer = engine.explain(prepared)
    assert answer.layer.name == layer
    assert answer.layer.axes.extra_tokens == 2
    assert answer.choice.second.name == second
    assert not answer.choice.is_early
    assert np.abs(answer.signed).max() > 0


def test_choosing_loads_none_of_the_symbolic_mathematics_of_torch(tmp_path):
    path = saved(tmp_path, 2, reads="class token")
    code = (
        "import sys; from inference.classifier import open_classifier; "
        "from inference.gradcam import GradCam; "
        "assert GradCam(open_classifier(sys.argv[1])).automatic.name == 'norm1'; "
        "sys.exit('sympy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, path], check=True, cwd=ROOT)


def test_a_layer_in_the_first_half_is_not_taken_silently(tmp_path):
    nodes, weights = blocks(1, reads="class token")
    one = [node for node in nodes if node.output[0] in ("one", "logits")]
    nodes = [node for node in nodes if node not in one]
    nodes.append(models.node("Gather", "x1 first", "alone", axis=1))
    names = ["alone", *(f"deep{n}" for n in range(60))]
    nodes += [models.node("Tanh", *pair) for pair in pairwise(names)]
    nodes.append(models.node("MatMul", f"{names[-1]} head", "logits"))
    path = models.save(tmp_path / "m.onnx", nodes, [1, 3, *SIZE], weights)
    engine, prepared = opened(path)
    answer = engine.explain(prepared)
    assert answer.layer.name == "norm0"
    assert answer.diagnosis.trouble == "early"
    assert "first half of the network" in answer.health
    named = engine.explain(prepared, GradCamSpec(layer="norm0"))
    assert named.diagnosis is None


@pytest.fixture
def lacking(tmp_path):
    """One operator is missing below the first block; ONNX Runtime has it."""
    nodes, weights = blocks(2, reads="class token")
    concat = next(node for node in nodes if node.output[0] == "x0")
    concat.output[0] = "known"
    place = nodes.index(concat) + 1
    nodes.insert(place, models.node("Det", "square", "volume"))
    weights["eye"] = np.eye(4, dtype=np.float32)
    nodes.insert(place, models.node("Add", "mean eye", "square"))
    nodes.insert(
        place, models.node("ReduceMean", "patches", "mean", axes=[0, 1], keepdims=0)
    )
    nodes.insert(place + 3, models.node("Mul", "known volume", "x0"))
    path = models.save(tmp_path / "m.onnx", nodes, [1, 3, 16, 16], weights)
    classifier = open_classifier(path, Wishes(preprocess="unit"), "cpu")
    pixels = np.random.default_rng(0).integers(0, 256, (16, 16, 3))
    return GradCam(classifier), classifier.prepare(models.photo(pixels))


def test_only_the_tail_needs_the_twin(lacking):
    engine, prepared = lacking
    answer = engine.explain(prepared)
    assert answer.layer.name == "norm1"
    assert np.abs(answer.signed).max() > 0
    assert [operator.name for operator in engine.missing] == ["Det"]


def test_layers_below_a_missing_operator_are_told_and_not_drawn(lacking):
    engine, prepared = lacking
    assert {layer.name for layer in engine.beyond} == {"patches"}
    names = [step.layer.name for step in engine.ladder(prepared)]
    assert names == [layer.name for layer in engine.layers]
    assert {"known", "x0"} <= set(names)
    assert "patches" not in names
    with pytest.raises(UnsupportedOperatorError, match="Det"):
        engine.explain(prepared, GradCamSpec(layer="patches"))


def test_the_ladder_above_a_missing_operator_equals_single_maps(lacking):
    engine, prepared = lacking
    for step in engine.ladder(prepared):
        alone = engine.explain(prepared, GradCamSpec(layer=step.layer.name))
        scale = np.abs(alone.signed).max()
        np.testing.assert_allclose(step.signed, alone.signed, rtol=0, atol=1e-5 * scale)


def test_what_was_compared_is_told(lacking):
    engine, prepared = lacking
    found = engine.certificate(prepared)
    assert found.holds
    assert set(found.compared_from) == {"volume", "patches"}
    assert not opened_whole(engine).compared_from


def opened_whole(engine):
    """The certificate of a network that lacks nothing."""
    path = engine.classifier.graph.path.with_name("whole.onnx")
    nodes, weights = blocks(1, reads="mean")
    models.save(path, nodes, [1, 3, *SIZE], weights)
    whole, prepared = opened(path)
    return whole.certificate(prepared)
