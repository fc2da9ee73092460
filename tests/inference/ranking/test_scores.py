import numpy as np
import pytest

from inference.classifier import Activation
from inference.ranking.scores import Scores

COUNT, CLASSES = 700, 40


@pytest.fixture
def logits():
    """Of more photos than are read at once; some are far apart, some say nothing."""
    found = np.random.default_rng(0).normal(size=(COUNT, CLASSES)).astype(np.float32)
    found[:5] *= 60
    found[5, 1:] = -np.inf
    found[6] = 0
    return found


def scores(logits, activation, reads=None):
    def read(rows):
        if reads is not None:
            reads.append(rows)
        return logits[rows]

    return Scores(np.arange(COUNT), CLASSES, activation, read)


@pytest.mark.parametrize("activation", [Activation.SOFTMAX, Activation.SIGMOID])
def test_entropy_is_that_of_the_probabilities(logits, activation):
    z = logits.astype(np.float64)
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        p = 1 / (1 + np.exp(-z))
        if activation is Activation.SOFTMAX:
            p = np.exp(z - z.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
        parts = np.where(p > 0, -p * np.log2(p), 0)
    found = scores(logits, activation).entropy
    np.testing.assert_allclose(found, parts.sum(axis=1), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("activation", [Activation.SOFTMAX, Activation.SIGMOID])
def test_one_reading_tells_the_leading_class_and_the_entropy(logits, activation):
    reads = []
    found = scores(logits, activation, reads)
    _ = found.predicted
    once = len(reads)
    _ = found.entropy, found.confidence, found.entropy
    assert len(reads) == once > 1


def test_the_largest_of_the_others_is_read_behind_any_class(logits):
    found = scores(logits, Activation.SOFTMAX)
    for classes in (found.predicted, np.zeros(COUNT, np.int64)):
        others = found.probabilities.copy()
        others[np.arange(COUNT), classes] = -1
        np.testing.assert_array_equal(found.largest_other(classes), others.max(axis=1))
