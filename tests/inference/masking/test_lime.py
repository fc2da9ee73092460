import numpy as np
import pytest

from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.jobs import run
from inference.masking import LimeSpec, drawn_patterns, fitted, lime
from inference.occluder import BASELINES
from tests.models import linear, noise

SIZE = (12, 20)
WEIGHTS = np.random.default_rng(7).normal(0, 0.02, (3, *SIZE, 3))
LOGIT = Target(0, quantity=Quantity.LOGIT)


@pytest.fixture
def classifier(tmp_path):
    path = linear(tmp_path / "m.onnx", WEIGHTS)
    return open_classifier(path, Wishes(preprocess="raw255", resize="squash"))


def test_the_line_is_ridge_regression_in_closed_form():
    """Against the normal equations with a column of ones that is not drawn to 0."""
    spec = LimeSpec(LOGIT, squares=3, samples=50, ridge=2.5, width=0.3)
    patterns = drawn_patterns(spec)
    found = np.random.default_rng(1).normal(size=50) + patterns @ np.arange(9.0)
    near = np.exp(-((1 - np.sqrt(patterns.mean(1))) ** 2) / 0.3**2)
    whole = np.column_stack([patterns, np.ones(50)])
    drawn = np.diag([2.5] * 9 + [0])
    left = whole.T @ np.diag(near) @ whole + drawn
    expected = np.linalg.solve(left, whole.T @ (near * found))
    line = fitted(patterns, found, spec)
    assert line.weights == pytest.approx(expected[:9])
    assert line.start == pytest.approx(expected[9])
    missed = near @ (found - whole @ expected) ** 2
    changes = near @ (found - np.average(found, weights=near)) ** 2
    assert line.explained == pytest.approx(1 - missed / changes)


def test_a_linear_network_is_explained_whole(classifier):
    """Each square's weight is what it adds over the covered one."""
    prepared = classifier.prepare(noise(*SIZE))
    spec = LimeSpec(LOGIT, squares=4, samples=400, baseline=BASELINES["black"], ridge=0)
    found = run(lime(classifier, prepared, spec, batch_size=64))
    parts = np.einsum("hwc,hwc->hw", WEIGHTS[0], prepared.pixels.astype(float))
    expected = parts.reshape(4, 3, 4, 5).sum(axis=(1, 3))
    assert found.heatmap.values == pytest.approx(expected, rel=1e-4, abs=1e-3)
    assert found.health.measures["r_squared"] == pytest.approx(1)
    assert found.health.is_sound
    assert "squares" in str(found.heatmap.made)
    assert "seed 0" in str(found.heatmap.made)


def test_another_class_is_drawn_from_the_same_patterns(classifier):
    prepared = classifier.prepare(noise(*SIZE))
    found = run(lime(classifier, prepared, LimeSpec(LOGIT, squares=2, samples=30)))
    other = Target(2)
    again = run(lime(classifier, prepared, LimeSpec(other, squares=2, samples=30)))
    assert found.of(other).heatmap.values == pytest.approx(again.heatmap.values)


def test_a_score_that_a_line_cannot_follow_says_so(classifier):
    """Noise in place of scores."""
    spec = LimeSpec(LOGIT, squares=4, samples=300)
    patterns = drawn_patterns(spec)
    found = np.random.default_rng(1).normal(size=300)
    assert fitted(patterns, found, spec).explained < 0.5
    assert fitted(patterns, np.zeros(300), spec).explained == 0


def test_what_cannot_work_is_refused(classifier):
    for wrong in ({"squares": 1}, {"samples": 1}, {"seed": -1}, {"width": 0}):
        with pytest.raises(SpecError):
            LimeSpec(LOGIT, **wrong)
    for name, value in (("width", np.nan), ("ridge", np.nan), ("ridge", np.inf)):
        with pytest.raises(SpecError, match="positive kernel width"):
            LimeSpec(LOGIT, **{name: value})
    with pytest.raises(SpecError, match="100,000 samples at the most"):
        LimeSpec(LOGIT, samples=10**11)
    prepared = classifier.prepare(noise(*SIZE))
    with pytest.raises(SpecError, match="13 × 13 squares"):
        run(lime(classifier, prepared, LimeSpec(LOGIT, squares=13)))


def test_fewer_samples_than_squares_and_no_ridge_have_the_shortest_line():
    spec = LimeSpec(LOGIT, squares=3, samples=4, ridge=0)
    line = fitted(drawn_patterns(spec), np.array([1.0, 0, 2, 0]), spec)
    assert np.isfinite(line.weights).all()
    assert line.explained == pytest.approx(1)
