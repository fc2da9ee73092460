"""The demo's story: labels mended, the flower cut off, trained: it looks elsewhere."""

import json

import pytest

from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import open_classifier
from inference.dataset import Mark, gather_evidence, list_dataset
from inference.finetune import TrainingSpec, compare, finetune
from inference.geometry import Box
from inference.gradcam import GradCam, explaining
from inference.image import open_image
from inference.jobs import run

PHOTOS = DEMO_PHOTO.parents[1]


def mended():
    """The six planted labels, and the flower cut off from burgers that lie by it."""
    planted = json.loads((PHOTOS.parent / "planted.json").read_text())
    wrong = {n.removeprefix("photos/"): w for n, w in planted["wrong_labels"].items()}
    marks = {name: Mark("relabel", label) for name, label in wrong.items()}
    for each in planted["flower"]:
        name = each.removeprefix("photos/")
        if name.startswith("hamburger"):
            height, width = open_image(PHOTOS / name).size
            part = Box(0.36 * height, 0, 0.64 * height, width)
            marks.setdefault(name, Mark("crop", crop=part))
    return marks


def corner(classifier, samples):
    """The share of the evidence for hamburger in the upper left ninth."""
    explain = explaining(GradCam(classifier), [classifier.labels.index("hamburger")])
    burgers = [(sample.path, 0) for sample in samples]
    return run(gather_evidence(burgers, ["hamburger"], explain)).shares[0, 0, 0]


@pytest.mark.slow
def test_a_network_that_was_mended_looks_less_at_the_flower(tmp_path):
    old, photos = open_classifier(DEMO_MODEL), run(list_dataset(PHOTOS))
    spec = TrainingSpec(epochs=20, augments=False)
    out = tmp_path / "new.onnx"
    result = run(finetune(old, photos, spec, out=out, marks=mended()))
    new, division = open_classifier(out), result.division
    place = division.names.index("hamburger")
    burgers = [sample for sample in division.test if sample.index == place]
    before, after = (corner(each, burgers) for each in (old, new))
    assert before > 0.15
    assert after < 0.75 * before
    found = run(compare(old, new, division.test, division.names))
    assert found.after.metrics.accuracy.hits >= found.before.metrics.accuracy.hits
