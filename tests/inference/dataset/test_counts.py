import numpy as np
import pytest

from inference.dataset import Share, confusion, measured


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [  # Wilson's interval, worked out by the roots of (p - x)^2 = z^2 x (1 - x) / n
        (0, 10, 0.0, 0.27753),
        (5, 10, 0.23659, 0.76341),
        (10, 10, 0.72247, 1.0),
        (24, 40, 0.44600, 0.73651),
    ],
)
def test_the_interval_is_wilsons(hits, total, low, high):
    assert Share(hits, total).interval == pytest.approx((low, high), abs=1e-4)
    z = 1.959963984540054
    roots = np.roots(
        [1 + z**2 / total, -2 * hits / total - z**2 / total, (hits / total) ** 2]
    )
    assert Share(hits, total).interval == pytest.approx(sorted(roots.real), abs=1e-9)


def test_of_none_nothing_is_known():
    assert (Share(0, 0).value, Share(0, 0).interval) == (0.0, (0.0, 1.0))


def test_metrics_equal_plain_counting():
    random = np.random.default_rng(0)
    true = random.integers(0, 7, 200)
    raw = random.normal(size=(200, 7)) + 2 * np.eye(7)[true]
    probabilities = np.exp(raw) / np.exp(raw).sum(axis=1, keepdims=True)
    found = measured(true, probabilities.astype(np.float32))
    predicted = [max(range(7), key=lambda k: row[k]) for row in probabilities]
    assert found.accuracy == Share(
        sum(p == t for p, t in zip(predicted, true, strict=True)), 200
    )
    top5 = sum(
        t in np.argsort(-row)[:5] for t, row in zip(true, probabilities, strict=True)
    )
    assert found.top5 == Share(top5, 200)
    table = confusion(true, predicted, 7)
    for k, counts in enumerate(found.classes):
        hits = sum(p == t == k for p, t in zip(predicted, true, strict=True))
        assert (counts.true, counts.predicted, counts.right) == (
            (true == k).sum(),
            predicted.count(k),
            hits,
        )
        assert table[k, k] == hits
        precision, recall = hits / predicted.count(k), hits / (true == k).sum()
        assert counts.f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_the_calibration_error_is_the_mean_gap_of_ten_bins():
    probabilities = np.array([[0.95, 0.05], [0.95, 0.05], [0.35, 0.65], [0.0, 1.0]])
    found = measured([0, 1, 1, 1], probabilities.astype(np.float32)).calibration
    assert found.counts.tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 0, 3]
    assert found.accuracy[9] == pytest.approx(2 / 3)
    gaps = 3 * abs(2 / 3 - 2.9 / 3) + abs(1 - 0.65)
    assert found.error == pytest.approx(gaps / 4, abs=1e-6)


def test_of_equal_probabilities_the_first_class_leads():
    found = measured([0, 1], np.full((2, 2), 0.5, np.float32))
    assert found.accuracy == Share(1, 2)


def test_classes_of_few_photos_are_named_and_absent_ones_are_not():
    true = [0] * 18 + [1] * 18 + [2] * 12
    found = measured(true, np.eye(4, dtype=np.float32)[true])
    assert found.scarce == (2,)
    assert measured([], np.zeros((0, 4), np.float32)).accuracy.total == 0


def test_the_interval_holds_the_share_despite_rounding():
    for total in range(1, 300):
        for hits in (0, 1, total):
            low, high = Share(hits, total).interval
            assert low <= hits / total <= high
