import numpy as np
import pytest

from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.geometry import Size
from inference.jobs import run
from inference.trust import (
    Curve,
    Curves,
    deletion_insertion,
    order_of,
    own_rivals,
    rank_correlation,
    shared_rivals,
    stepped,
)
from tests.models import linear, noise

LOGIT = Target(0, quantity=Quantity.LOGIT)


def followed(values, steps):
    """Deletion to nothing and insertion into nothing of a sum of pixels."""
    values = np.array(values, float)
    order, counts = order_of(values), stepped(values.size, steps)
    shares = np.array(counts) / values.size
    whole = values.ravel()[order]
    kept = [whole[n:].sum() for n in counts]
    come = [whole[:n].sum() for n in counts]
    return Curves(Curve(shares, np.array(kept)), Curve(shares, np.array(come)))


def test_four_pixels_in_two_steps():
    curves = followed([[0.4, 0.3], [0.2, 0.1]], 2)
    assert curves.deletion.scores == pytest.approx([1, 0.3, 0])
    assert curves.insertion.scores == pytest.approx([0, 0.7, 1])
    assert curves.deletion.area == pytest.approx(0.40)
    assert curves.insertion.area == pytest.approx(0.60)


def test_five_pixels_in_three_steps_of_two():
    """The abscissa is the true share: 0, 0.4, 0.8, 1."""
    curves = followed([[0.3, 0.25, 0.2, 0.15, 0.1]], 3)
    assert curves.deletion.shares == pytest.approx([0, 0.4, 0.8, 1])
    assert curves.deletion.area == pytest.approx(0.41)
    assert curves.insertion.area == pytest.approx(0.59)


def test_equal_pixels_go_in_reading_order():
    assert [*order_of(np.float32([[1, 2], [2, 1]]))] == [1, 2, 0, 3]


def test_the_curves_of_a_network_by_hand(tmp_path):
    """Against a plain loop over the same pixels, of a network that is a sum."""
    size = (6, 10)
    weights = np.random.default_rng(3).normal(0, 0.02, (2, *size, 3))
    path = linear(tmp_path / "m.onnx", weights)
    classifier = open_classifier(path, Wishes(preprocess="raw255", resize="squash"))
    prepared = classifier.prepare(noise(*size))
    first = np.random.default_rng(4).random(size).astype(np.float32)
    orders = [order_of(first), order_of(-first)]
    job = deletion_insertion(classifier, prepared, LOGIT, orders, steps=7)
    found = run(job)
    counts = stepped(60, 7)
    for order, curves in zip(orders, found, strict=True):
        for n, count in enumerate(counts):
            gone = np.zeros(60, bool)
            gone[order[:count]] = True
            gone = gone.reshape(size)[..., np.newaxis]
            mixed = np.where(gone, prepared.mean, prepared.pixels)
            score = (mixed * weights[0]).sum()
            assert curves.deletion.scores[n] == pytest.approx(score, abs=1e-3)
        assert curves.insertion.scores[-1] == pytest.approx(
            (prepared.pixels * weights[0]).sum(), abs=1e-3
        )
        assert curves.deletion.scores[0] == pytest.approx(curves.insertion.scores[-1])


def test_rank_correlation_by_hand():
    random = np.random.default_rng(1)
    values = random.normal(size=(4, 7))
    assert rank_correlation(values, np.exp(values)) == pytest.approx(1)
    assert rank_correlation(values, -values) == pytest.approx(-1)
    assert rank_correlation(values, np.zeros((4, 7))) == 0
    ties = np.array([1, 2, 2, 3.0])  # ranks 1, 2.5, 2.5, 4
    other = np.array([1, 2, 3, 4.0])
    expected = np.corrcoef([1, 2.5, 2.5, 4], other)[0, 1]
    assert rank_correlation(ties, other) == pytest.approx(expected)


def test_rivals_are_other_maps_of_the_same_size():
    values = np.random.default_rng(2).random((6, 10)).astype(np.float32)
    own, shared = own_rivals(values), shared_rivals(Size(6, 10))
    assert len(own) == 7
    assert len(shared) == 13
    assert len({str(rival.name) for rival in (*own, *shared)}) == 20
    for rival in (*own, *shared):
        assert rival.values.shape == (6, 10)
        assert not np.allclose(rival.values, values)
    blob = shared[-1].values
    assert blob[2:4, 4:6].min() == blob.max()
