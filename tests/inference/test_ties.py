"""Equal probabilities: classes and places are then told apart by their logits."""

import json

import numpy as np
import onnxruntime
import pytest
from PIL import Image

import main
from inference.classifier import (
    Activation,
    Prediction,
    Quantity,
    Target,
    Wishes,
    open_classifier,
)
from inference.geometry import Size
from inference.jobs import run
from inference.occluder import BASELINES
from inference.occlusion import OcclusionSpec, occlusion_sweep
from tests.models import linear, noise

SIDE = 24
SPEC = OcclusionSpec(Size(7, 7), Size(4, 4), BASELINES["black"])


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "photo.png"
    Image.fromarray(noise(SIDE, SIDE, seed=5).pixels).save(path)
    return path


def asked(monkeypatch, capsys, *words):
    monkeypatch.setattr("sys.argv", ["netgaze", *map(str, words), "--json"])
    assert main.main() == 0
    return json.loads(capsys.readouterr().out.splitlines()[0])


def swept(path, spec=SPEC, preprocess="unit"):
    wishes = Wishes(preprocess=preprocess, resize="squash")
    classifier = open_classifier(path, wishes)
    prepared = classifier.prepare(noise(SIDE, SIDE, seed=5))
    return run(occlusion_sweep(classifier, prepared, spec))


def test_classes_are_ordered_by_logit():
    logits = np.float32([-3, 20, 40, -5, 40])
    prediction = Prediction(logits, tuple("abcde"), Activation.SIGMOID)
    assert prediction.probabilities[1] == prediction.probabilities[2] == 1
    assert prediction.top_index == 2
    assert [row.index for row in prediction.top(5)] == [2, 4, 1, 0, 3]


def test_all_commands_name_the_same_class(
    shared, picture, tmp_path, monkeypatch, capsys
):
    """Saturated sigmoids: `predict` named class 1 and `gradcam` explained class 3."""
    path = shared / "data/repro/sig.onnx"
    session = onnxruntime.InferenceSession(path)
    pixels = np.asarray(Image.open(picture), np.float32) / 255
    feeds = {"x": pixels.transpose(2, 0, 1)[np.newaxis]}
    assert (session.run(None, feeds)[0][0, [1, 3]] == 1).all()
    how = ["--preprocess", "unit"]
    top = asked(monkeypatch, capsys, "predict", path, picture, *how)["top"][0]
    map_of = tmp_path / "map", tmp_path / "cam"
    command = ["occlude", path, picture, "--out", map_of[0], "--mask", "3", *how]
    asked(monkeypatch, capsys, *command)
    occluded = json.loads((map_of[0] / "occlusion.json").read_text())
    cam = asked(monkeypatch, capsys, "gradcam", path, picture, "--out", map_of[1], *how)
    assert top["index"] == occluded["target"]["index"] == cam["target"]["index"] == 3
    assert occluded["flips"]["places"] == 0


def logits_one_by_one(path, sweep):
    """Logits of each covered input from a plain loop, (P, K)."""
    session = onnxruntime.InferenceSession(path)
    found = []
    for top, left, height, width in sweep.grid.boxes:
        pixels = sweep.prepared.pixels.astype(np.float32) / 255
        pixels[top : top + height, left : left + width] = 0
        feeds = {"x": pixels.transpose(2, 0, 1)[np.newaxis]}
        found.append(session.run(None, feeds)[0][0])
    return np.array(found)


def test_under_a_saturated_softmax_the_margin_tells_the_place(tmp_path):
    weights = np.zeros((3, SIDE, SIDE, 3), np.float32)
    weights[0] = 1
    weights[0, 8:15, 12:19] = 3  # here most is lost
    weights[1, :7, :7] = 2
    path = linear(tmp_path / "net.onnx", weights)
    sweep = swept(path)
    place = sweep.most_sensitive(Target(0))
    assert place.score_after == place.score_before == 1
    assert place.equals == sweep.grid.count
    logits = logits_one_by_one(path, sweep)
    margins = logits[:, 0] - logits[:, 1:].max(axis=1)
    box = sweep.grid.boxes[margins.argmin()]
    assert (place.box.top, place.box.left) == tuple(box[:2])
    assert (place.box.top, place.box.left) != (0, 0)


def test_the_reproducer_is_not_told_at_the_corner(shared):
    path = shared / "data/repro/sat.onnx"
    sweep = swept(path, preprocess="raw255")
    place = sweep.most_sensitive(Target(sweep.reference.top_index))
    logits = sweep.logits
    target = sweep.reference.top_index
    margins = logits[:, target] - logits[:, 1 - target]
    probabilities = 1 / (1 + np.exp(-margins.astype(np.float64)))
    lowest = np.flatnonzero(probabilities.astype(np.float32) == place.score_after)
    assert len(lowest) == place.equals
    box = sweep.grid.boxes[lowest[margins[lowest].argmin()]]
    assert (place.box.top, place.box.left) == tuple(box[:2])


@pytest.mark.parametrize("quantity", [Quantity.PROBABILITY, Quantity.LOGIT])
@pytest.mark.parametrize("against", [None, 2])
def test_the_place_follows_what_is_asked_and_says_so(tmp_path, quantity, against):
    weights = np.random.default_rng(3).normal(0, 0.02, (3, SIDE, SIDE, 3))
    path = linear(tmp_path / "net.onnx", np.float32(weights))
    sweep = swept(path)
    place = sweep.most_sensitive(Target(0, against, quantity))
    scores = logits_one_by_one(path, sweep).astype(np.float64)
    if quantity is Quantity.PROBABILITY:
        scores = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    asked = scores[:, 0] - (0 if against is None else scores[:, against])
    box = sweep.grid.boxes[asked.argmin()]
    assert (place.box.top, place.box.left) == tuple(box[:2])
    assert place.score_after == pytest.approx(asked.min(), abs=1e-5)
    assert place.name.startswith(quantity.value)
    assert ("class 2" in place.name) == (against == 2)


def test_the_export_says_which_score_fell_most(tmp_path, monkeypatch, capsys, picture):
    weights = np.random.default_rng(3).normal(0, 0.02, (3, SIDE, SIDE, 3))
    path = linear(tmp_path / "net.onnx", np.float32(weights))
    out = tmp_path / "out"
    options = ["--quantity", "logit", "--target", "0", "--against", "2", "--out", out]
    asked(monkeypatch, capsys, "occlude", path, picture, *options)
    found = json.loads((out / "occlusion.json").read_text())["most_sensitive"]
    assert found["score"] == "logit margin class 0 − class 2"
    values = np.load(out / "heatmap.npy")
    fell = found["score_before"] - found["score_after"]
    assert fell == pytest.approx(values.max(), abs=1e-4)
