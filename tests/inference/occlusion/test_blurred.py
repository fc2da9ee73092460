"""A blurred patch: the photo itself out of focus stands in covered places."""

import json

import numpy as np
import pytest
from PIL import Image, ImageFilter

import main
from inference.classifier import Wishes, open_classifier
from inference.geometry import Box, Size
from inference.jobs import run
from inference.occluder import BASELINES, parse_baseline
from inference.occlusion import OcclusionSpec, occlusion_sweep, probe
from tests.inference import nets
from tests.models import linear, noise

SIDE = 24
BLURRED = BASELINES["blurred"]


def out_of_focus(pixels):
    """By Pillow, channel by channel."""
    radius = SIDE * 10 / 224
    shown = Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(radius))
    return np.asarray(shown, np.float32)


def covered(pixels, boxes):
    result = np.float32(pixels)
    for top, left, height, width in boxes:
        place = slice(top, top + height), slice(left, left + width)
        result[place] = out_of_focus(pixels)[place]
    return result / 255


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
def test_every_place_has_its_own_part_of_the_blurred_photo(tmp_path, layout):
    weights = np.random.default_rng(3).normal(0, 0.02, (3, SIDE, SIDE, 3))
    path = linear(tmp_path / "net.onnx", np.float32(weights), layout=layout)
    wishes = Wishes(preprocess="unit", resize="squash")
    classifier = open_classifier(path, wishes)
    prepared = classifier.prepare(noise(SIDE, SIDE, seed=5))
    spec = OcclusionSpec(Size(7, 5), Size(4, 3), BLURRED)
    sweep = run(occlusion_sweep(classifier, prepared, spec))
    for row, box in enumerate(sweep.grid.boxes.tolist()):
        alone = covered(prepared.pixels, [box])
        expected = [(alone * weights[k]).sum() for k in range(3)]
        assert sweep.logits[row] == pytest.approx(expected, abs=1e-4)
    boxes = [(2, 3, 8, 9), (6, 8, 9, 9)]
    found = probe(
        classifier, prepared, [Box(*each) for each in boxes], baseline=BLURRED
    )
    both = covered(prepared.pixels, boxes)
    expected = [(both * weights[k]).sum() for k in range(3)]
    assert found.prediction.logits == pytest.approx(expected, abs=1e-4)


def test_a_long_sweep_takes_the_same_shortcut(tmp_path):
    """Only what a mask changes is computed, and each mask puts something else there."""
    classifier = open_classifier(nets.conv_net(tmp_path / "net.onnx"))
    prepared = classifier.prepare(noise(64, 64, seed=2))
    spec = OcclusionSpec(Size(5, 5), Size(2, 2), BLURRED)
    sweep = run(occlusion_sweep(classifier, prepared, spec))
    for row in range(0, sweep.done, 37):
        box = Box(*map(float, sweep.grid.boxes[row]))
        alone = probe(classifier, prepared, [box], baseline=BLURRED)
        assert sweep.logits[row] == pytest.approx(alone.prediction.logits, abs=1e-4)


def test_the_command_line_knows_the_word(tmp_path, monkeypatch, capsys):
    weights = np.random.default_rng(3).normal(0, 0.02, (3, SIDE, SIDE, 3))
    path = linear(tmp_path / "net.onnx", np.float32(weights))
    photo = tmp_path / "photo.png"
    Image.fromarray(noise(SIDE, SIDE, seed=5).pixels).save(photo)
    words = ["occlude", path, photo, "--baseline", "blurred", "--out", tmp_path / "out"]
    monkeypatch.setattr("sys.argv", ["netgaze", *map(str, words)])
    assert main.main() == 0
    record = json.loads((tmp_path / "out/occlusion.json").read_text())
    assert record["spec"]["baseline"] == "blurred"
    assert parse_baseline(record["spec"]["baseline"]) == BLURRED
