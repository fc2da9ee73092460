"""Maps of one photo by how far they can be trusted."""

from functools import partial

import numpy as np
import pytest

from inference.classifier import Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.gradcam import GradCam, GradCamSpec
from inference.jobs import once, run
from inference.pictures.heatmap import over_input
from inference.trust import (
    deletion_insertion,
    order_of,
    ordered,
    ordered_layers,
)
from tests import cam_models
from tests.models import linear, noise

SIZE = (6, 10)
TARGET = Target(0)


def test_maps_stand_by_insertion_less_deletion_and_what_fails_at_the_end(tmp_path):
    weights = np.random.default_rng(3).normal(0, 0.002, (2, *SIZE, 3))
    path = linear(tmp_path / "m.onnx", weights)
    classifier = open_classifier(path, Wishes(preprocess="raw255", resize="squash"))
    prepared = classifier.prepare(noise(*SIZE))
    gain = (weights[0] - weights[1]) * (prepared.pixels - prepared.mean)
    true = gain.sum(axis=2).astype(np.float32)

    def heatmap(values):
        return over_input(
            values, prepared, TARGET, title="map", meaning="high: it counts"
        )

    def failing():
        yield from ()
        raise SpecError("This one cannot be made.")

    makers = {
        "against": partial(once, heatmap, -true),
        "none": failing,
        "true": partial(once, heatmap, true),
    }
    told = []
    job = ordered(classifier, prepared, TARGET, makers, steps=5)
    found = run(job, told.append)
    assert [each.name for each in found.best_first] == ["true", "against", "none"]
    assert [each.name for each in found.placed] == [*makers]
    assert "cannot be made" in str(found.best_first[-1].why)
    job = deletion_insertion(classifier, prepared, TARGET, [order_of(true)], steps=5)
    (alone,) = run(job)
    best = found.best_first[0]
    assert best.difference == pytest.approx(alone.difference)
    assert best.insertion == pytest.approx(alone.insertion.area)
    assert {each.total for each in told} == {3}


def test_all_layers_are_ordered_from_one_backward_pass(tmp_path):
    random = np.random.default_rng(0)
    weights, head = random.normal(0, 0.3, (5, 3, 3, 3)), random.normal(0, 1, (5, 4))
    path = cam_models.pooled(tmp_path / "m.onnx", weights, head, image=(1, 3, 16, 16))
    classifier = open_classifier(path, Wishes(preprocess="unit"))
    prepared, engine = classifier.prepare(noise(16, 16)), GradCam(classifier)
    found = run(ordered_layers(engine, prepared, GradCamSpec(TARGET), steps=4))
    assert {each.name for each in found.placed} == {x.name for x in engine.layers}
    differences = [each.difference for each in found.best_first]
    assert differences == sorted(differences, reverse=True)
