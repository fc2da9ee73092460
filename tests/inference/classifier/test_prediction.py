import numpy as np
import pytest

from inference.classifier import Activation, Prediction


def test_softmax_of_logarithms_gives_the_shares_back():
    shares = np.array([0.1, 0.2, 0.7], np.float32)
    prediction = Prediction(np.log(shares) + 50, ("a", "b", "c"))
    assert prediction.probabilities == pytest.approx(shares, abs=1e-6)
    assert prediction.top_index == 2


def test_huge_logits_neither_overflow_nor_lose_the_rest():
    prediction = Prediction(np.float32([3e38, -3e38, 0]), ("a", "b", "c"))
    assert prediction.probabilities.tolist() == [1, 0, 0]
    prediction = Prediction(np.float32([8000, 8000, -8000]), ("a", "b", "c"))
    assert prediction.probabilities == pytest.approx([0.5, 0.5, 0], abs=1e-6)


def test_sigmoid_classes_are_independent_and_do_not_overflow():
    logits = np.float32([0, 1e4, -1e4, np.log(3)])
    prediction = Prediction(logits, tuple("abcd"), Activation.SIGMOID)
    assert prediction.probabilities == pytest.approx([0.5, 1, 0, 0.75])


def test_probabilities_without_logits_are_not_normalised_again():
    probabilities = np.float32([0.5, 0.25, 0.125])
    prediction = Prediction(np.log(probabilities), tuple("abc"), Activation.EXP)
    assert prediction.probabilities == pytest.approx(probabilities)


@pytest.mark.parametrize("activation", Activation)
def test_one_class_at_a_time_gives_the_same_probabilities(activation):
    logits = np.random.default_rng(0).normal(0, 5, (4, 7)).astype(np.float32)
    whole = activation.probabilities(logits, np)
    normaliser = activation.log_normaliser(logits, np)
    one = activation.probability_of(logits[:, 3], normaliser, np)
    assert one == pytest.approx(whole[:, 3])


def test_a_prediction_copies_its_numbers_and_is_read_only():
    logits = np.zeros(2, np.float32)
    prediction = Prediction(logits, ("a", "b"))
    logits[0] = 9
    assert prediction.probability(0) == 0.5
    with pytest.raises(ValueError, match="read-only"):
        prediction.logits[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        prediction.probabilities[0] = 1


def test_the_leading_classes_come_best_first_and_ties_by_index():
    prediction = Prediction(np.float32([1, 3, 1, 2]), tuple("abcd"))
    top = prediction.top(3)
    assert [(score.index, score.label) for score in top] == [
        (1, "b"),
        (3, "d"),
        (0, "a"),
    ]
    assert top[0].logit == 3
    assert len(prediction.top(99)) == 4


def test_among_some_classes_the_probabilities_are_renormalised():
    labels = ("a", "b", "c", "d")
    whole = Prediction(np.array([2.0, 1.0, 3.0, 0.0], np.float32), labels)
    part = whole.among((0, 3))
    expected = whole.probabilities[[0, 3]] / whole.probabilities[[0, 3]].sum()
    np.testing.assert_allclose(part.probabilities[[0, 3]], expected, rtol=1e-6)
    assert part.probabilities[[1, 2]].tolist() == [0, 0]
    assert (part.top_index, part.labels) == (0, labels)
