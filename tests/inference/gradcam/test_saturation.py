"""Classes that a quantised output cuts off: it is said, and what helps is offered."""

import json

import numpy as np
import pytest
from PIL import Image

import main
from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.gradcam import GradCam, GradCamSpec
from tests import cam_models as models


def asked(path, target=None):
    engine = GradCam(open_classifier(path, Wishes(preprocess="raw255"), "cpu"))
    pixels = np.random.default_rng(0).integers(0, 256, (8, 8, 3))
    prepared = engine.classifier.prepare(models.photo(pixels))
    spec = GradCamSpec(Target(target, quantity=Quantity.LOGIT))
    return engine, prepared, engine.explain(prepared, spec)


@pytest.mark.parametrize("is_whole", [True, False])
def test_classes_that_share_the_last_number_are_said(tmp_path, is_whole):
    path = models.quantised_head(tmp_path / "m.onnx", 0.5, is_whole=is_whole)
    engine, prepared, answer = asked(path)
    assert answer.diagnosis.trouble == "cut off"
    assert answer.health == (
        "The quantised output is saturated: 2 classes have its last number, 127.5, and "
        "cannot be told apart."
    )
    assert answer.diagnosis.fix == 'Explain "logits" before it'
    again = engine.explain(prepared, answer.diagnosis.remedy)
    assert again.diagnosis is None
    assert again.explained.name == 'value of class 0 in "logits"'
    assert again.explained.score > 127.5
    assert again.heatmap.values.any()


def test_a_class_below_the_least_number_is_said(tmp_path):
    _, _, answer = asked(models.quantised_head(tmp_path / "m.onnx", 0.5), 3)
    assert answer.health == (
        "The quantised output is saturated: the class has its last number, 0."
    )


def test_a_score_within_the_range_is_sound(tmp_path):
    path = models.quantised_head(tmp_path / "m.onnx", 8)
    assert asked(path, 0)[2].diagnosis is None


def test_the_command_line_says_it_beside_the_answer_and_in_json(
    tmp_path, monkeypatch, capsys
):
    path = models.quantised_head(tmp_path / "m.onnx", 0.5)
    pixels = np.random.default_rng(0).integers(0, 256, (8, 8, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "p.png")
    words = [path, tmp_path / "p.png", "--preprocess", "raw255"]
    words += ["--out", tmp_path / "out", "--json"]
    monkeypatch.setattr("sys.argv", ["netgaze", "gradcam", *map(str, words)])
    assert main.main() == 0
    printed = capsys.readouterr()
    said = 'cannot be told apart. Explain "logits" before it.'
    assert said in " ".join(printed.err.split())
    found = json.loads(printed.out.splitlines()[0])["diagnosis"]
    assert found["trouble"] == "cut off"
    assert found["fix"] == 'Explain "logits" before it'
