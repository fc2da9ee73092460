"""The most damaging places: against a search over all of them."""

from dataclasses import replace

import numpy as np
import pytest

from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.geometry import Size
from inference.jobs import run
from inference.occlusion import OcclusionSpec, occlusion_sweep
from tests.models import linear, noise

SIDE = 40


@pytest.fixture(scope="module")
def sweep(tmp_path_factory):
    path = tmp_path_factory.mktemp("places") / "net.onnx"
    weights = np.random.default_rng(3).normal(0, 0.02, (3, SIDE, SIDE, 3))
    classifier = open_classifier(
        linear(path, np.float32(weights)), Wishes(preprocess="unit", resize="squash")
    )
    image = noise(SIDE * 2, SIDE * 3)
    spec = OcclusionSpec(Size(9, 7), Size(3, 2))
    return run(occlusion_sweep(classifier, classifier.prepare(image), spec))


def overlap(one, other):
    return (
        one.top < other.bottom
        and other.top < one.bottom
        and one.left < other.right
        and other.left < one.right
    )


@pytest.mark.parametrize("target", [Target(0), Target(1, 2, Quantity.LOGIT)])
def test_the_four_lowest_that_do_not_overlap(sweep, target):
    scores = sweep.scores(target)
    found, taken = sweep.most_damaging(target), []
    assert found[0] == sweep.most_sensitive(target)
    for row in np.argsort(scores, kind="stable"):
        top, left, height, width = sweep.grid.boxes[row]
        box = replace(found[0].box, top=top, left=left, height=height, width=width)
        if not any(overlap(box, other) for other in taken):
            taken.append(box)
            assert found[len(taken) - 1].score_after == pytest.approx(scores[row])
        if len(taken) == len(found) == 4:
            break
    assert [place.box for place in found] == taken


def test_a_place_is_told_in_the_photos_pixels_too(sweep):
    place = sweep.most_damaging(Target(0))[0]
    assert place.photo_box.top == pytest.approx(place.box.top * 2)
    assert place.photo_box.left == pytest.approx(place.box.left * 3)
    assert place.photo_center.row == pytest.approx(place.center.row * 2)


def test_where_covering_helps_is_no_damage(sweep):
    target = Target(0, quantity=Quantity.LOGIT)
    untouched = sweep.reference_score(target)
    rises = np.flatnonzero(sweep.scores(target) > untouched)
    first = replace(sweep, done=int(rises[-1]) + 1)
    assert len(rises)
    assert all(place.score_after <= untouched for place in first.most_damaging(target))
    assert replace(sweep, done=0).most_damaging(target) == ()
