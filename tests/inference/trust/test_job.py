"""What is asked once for all methods, and what is left out where it takes too long."""

from dataclasses import replace

import numpy as np
import pytest

from inference.classifier import Target, Wishes, open_classifier
from inference.errors import Sentence
from inference.jobs import run
from inference.masking import RiseSpec, rise
from inference.trust import TrustSpec, trust
from tests.models import linear, noise

SIZE = (6, 10)
SPEC = RiseSpec(Target(0), masks=12, cells=3)


@pytest.fixture
def classifier(tmp_path):
    weights = np.random.default_rng(3).normal(0, 0.02, (2, *SIZE, 3))
    path = linear(tmp_path / "m.onnx", weights)
    return open_classifier(path, Wishes(preprocess="raw255", resize="squash"))


def asked(classifier, rise_spec=SPEC, **how):
    """Returns the job that measures a RISE map."""
    prepared, other = (classifier.prepare(noise(*SIZE, seed=n)) for n in (0, 1))

    def explaining(of):
        return rise(classifier, of, rise_spec, batch_size=4)

    return trust(
        classifier,
        prepared,
        run(explaining(prepared)),
        TrustSpec(steps=5, **how),
        explaining=explaining,
        other=other,
        question=rise_spec,
        engine=lambda: None,
    )


def test_rivals_that_all_maps_share_are_measured_once(classifier):
    first, second = [], []
    found = run(asked(classifier), first.append)
    again = run(
        asked(classifier, RiseSpec(Target(0), masks=16, cells=2)), second.append
    )
    passes = [max(step.total for step in steps) for steps in (first, second)]
    assert passes == [13 * 2 * 6, 9 * 2 * 6]  # 13 shared; the map, 7 copies, another's
    shared = [r.rivals[-13:] for r in (found, again)]
    for (name, curves), (same, others) in zip(*shared, strict=True):
        assert str(name) == str(same)
        assert curves.difference == others.difference
    assert found.curves.difference != again.curves.difference


def test_another_class_has_rivals_of_its_own(classifier):
    found = run(asked(classifier))
    other = run(asked(classifier, RiseSpec(Target(1), masks=12, cells=3)))
    assert found.rivals[-1][1].difference != other.rivals[-1][1].difference


def test_parts_that_take_too_long_are_left_out_and_said(classifier):
    found = run(asked(classifier, patience=0.0))
    assert len(found.rivals) == 20
    assert found.flipped is None
    assert found.noisy is None
    said = " ".join(map(str, found.skipped))
    assert "another photo" in said.lower()
    assert "flip" in said
    assert "not measured" in str(found.sentence) or "do not lean" in str(found.sentence)
    assert str(found.badge).endswith("of 20 rivals")


def test_the_sentence_tells_what_was_tried_and_what_was_not(classifier):
    found = run(asked(classifier))
    weak = replace(found.curves, insertion=found.curves.deletion)  # difference 0
    strong = replace(
        found.curves,
        insertion=replace(weak.insertion, scores=weak.insertion.scores + 1),
    )
    best = replace(
        found, curves=strong, rivals=((Sentence("weak"), weak),) * 21, flipped=1.0
    )
    both = replace(best, noisy=0.9)
    assert "stays put" in str(both.sentence)
    assert "other weights were not tried" in str(both.sentence)
    neither = replace(best, flipped=None, noisy=None)
    assert str(neither.sentence).endswith("the rest was not measured.")
    assert str(replace(both, flipped=0.1).sentence).startswith("Moves when")
    assert not both.is_sound  # weights, too, have to be tried
