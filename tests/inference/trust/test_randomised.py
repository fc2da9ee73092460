"""Weights drawn anew: what becomes of the maps of methods that take gradients."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from inference.classifier import LEADING_LOGIT, Wishes, open_classifier
from inference.gradcam import GradCam
from inference.jobs import run
from inference.methods import METHODS, explanation
from inference.trust import TrustSpec, trust
from tests import cam_models
from tests.models import linear, noise

SIZE = (6, 10)
QUICK = TrustSpec(steps=2)
GRADIENTS = {
    "gradcam": {},
    "integrated-gradients": {"steps": 3},
    "smoothgrad": {"samples": 2},
    "gradient-attention": {},
}


def opened(path):
    return open_classifier(path, Wishes(preprocess="raw255", resize="squash"))


def measured(classifier, prepared, method, engine, **options):
    """What trust finds of a method's map."""
    question = METHODS[method].question(LEADING_LOGIT, options)
    ask = partial(explanation, method, classifier, engine=lambda: engine)
    found = run(ask(prepared, question=question))
    settled = replace(question, target=found.target)
    job = trust(
        classifier,
        prepared,
        found,
        QUICK,
        explaining=partial(ask, question=settled),
        other=prepared,
        question=settled,
        engine=lambda: engine,
    )
    return run(job)


def test_the_last_map_is_that_of_the_weights_that_were_drawn(tmp_path):
    """The gradient of a sum is its weights, before and after."""
    weights = np.random.default_rng(3).normal(0, 0.02, (2, *SIZE, 3))
    classifier = opened(linear(tmp_path / "m.onnx", weights))
    prepared, engine = classifier.prepare(noise(*SIZE)), GradCam(classifier)
    found = measured(classifier, prepared, "smoothgrad", engine, samples=1, noise=0.0)
    matrix, index = weights.reshape(2, -1).T.astype(np.float32), found.of.target.index
    drawn = np.random.default_rng(0).normal(
        matrix.mean(), matrix.std(ddof=1), matrix.shape
    )
    trained, anew = (
        np.abs(each[:, index]).reshape(*SIZE, 3).sum(axis=2) for each in (matrix, drawn)
    )
    first, last = found.randomised.maps
    assert first / first.max() == pytest.approx(trained / trained.max(), abs=1e-5)
    assert last / last.max() == pytest.approx(anew / anew.max(), abs=1e-5)
    assert found.randomised.layers == (0, 1)


@pytest.mark.parametrize("method", GRADIENTS)
def test_the_map_of_a_method_changes_and_the_network_does_not(tmp_path, method):
    path, _ = cam_models.transformer(tmp_path / "v.onnx", (12, 20))
    classifier = opened(path)
    prepared, engine = classifier.prepare(noise(12, 20)), GradCam(classifier)
    found, again = (
        measured(classifier, prepared, method, engine, **GRADIENTS[method]).randomised
        for _ in range(2)
    )
    assert found.correlations[0] == 1
    assert abs(found.last) < 0.95
    assert found.layers[0] == 0
    assert len(found.layers) == len(found.maps) == len(found.correlations)
    for one, other in zip(found.maps, again.maps, strict=True):  # of the file's weights
        assert one == pytest.approx(other, abs=1e-6)


def test_operators_without_gradients_leave_the_weights_out_and_the_rest_stands(
    tmp_path,
):
    random, node = np.random.default_rng(1), cam_models.node
    weights = {
        "w": random.normal(0, 0.3, (4, 3, 3, 3)).astype(np.float32),
        "head": random.normal(0, 1, (4, 3)).astype(np.float32),
    }
    nodes = [
        node("Conv", "image w", "known", pads=[1] * 4),
        node("ReduceMean", "image", "square", axes=[0, 1], keepdims=0),
        node("Det", "square", "volume"),
        node("Mul", "known volume", "mixed"),
        node("Relu", "mixed", "features"),
        node("GlobalAveragePool", "features", "pooled"),
        node("Flatten", "pooled", "flat"),
        node("MatMul", "flat head", "logits"),
    ]
    path = cam_models.save(tmp_path / "m.onnx", nodes, [1, 3, 8, 8], weights)
    classifier = opened(path)
    engine = GradCam(classifier)
    assert engine.missing
    prepared = classifier.prepare(noise(8, 8))
    found = measured(classifier, prepared, "gradcam", engine, layer="features")
    assert len(found.rivals) == 21
    assert found.randomised is None
    (why,) = found.skipped
    assert "operators of this network have no gradients" in why
