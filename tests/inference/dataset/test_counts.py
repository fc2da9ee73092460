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
    found = measured(true, raw.astype(np.float32), probabilities.astype(np.float32))
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
    said = probabilities.astype(np.float32)
    found = measured([0, 1, 1, 1], said, said).calibration
    assert found.counts.tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 0, 3]
    assert found.accuracy[9] == pytest.approx(2 / 3)
    gaps = 3 * abs(2 / 3 - 2.9 / 3) + abs(1 - 0.65)
    assert found.error == pytest.approx(gaps / 4, abs=1e-6)


def test_of_equal_logits_the_first_class_leads():
    alike = np.full((2, 2), 0.5, np.float32)
    assert measured([0, 1], alike, alike).accuracy == Share(1, 2)


def test_where_probabilities_are_saturated_the_logits_say_which_class_leads():
    logits = np.array([[30, 40, 0, 0, 0, 0, 0]] * 2, np.float32)
    found = measured([1, 0], logits, np.ones((2, 7), np.float32))  # sigmoids
    assert found.accuracy == Share(1, 2)
    assert [each.right for each in found.classes[:2]] == [0, 1]
    assert found.calibration.confidence[9] == 1
    true = [6, 5]  # of the equal ones the five first are 1, 0, 2, 3, 4
    assert measured(true, logits, logits).top5 == Share(0, 2)


def test_classes_of_few_photos_are_named_and_absent_ones_are_not():
    true = [0] * 18 + [1] * 18 + [2] * 12
    sure = np.eye(4, dtype=np.float32)[true]
    assert measured(true, sure, sure).scarce == (2,)
    none = np.zeros((0, 4), np.float32)
    assert measured([], none, none).accuracy.total == 0


def test_the_interval_holds_the_share_despite_rounding():
    for total in range(1, 300):
        for hits in (0, 1, total):
            low, high = Share(hits, total).interval
            assert low <= hits / total <= high
