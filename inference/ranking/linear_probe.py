"""Out-of-sample answers from stored features: a linear classifier in folds.

What a network says of photos that it was trained on is no evidence about their labels.
A softmax regression on the features in front of its classes, fitted on four fifths of
the photos and asked about the last, has not seen the photo it judges.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Doubles, Floats

FOLDS = 5
_STEPS = 300  # of gradient descent
_DECAY = 1e-3  # of the weights, per photo


def out_of_sample(
    features: Floats,
    true: Sequence[int] | NDArray[np.int64],
    count: int,
    *,
    folds: int = FOLDS,
    seed: int = 0,
) -> Doubles:
    """Returns probabilities (N, K) of each photo, from a fit without its fold.

    Args:
        features: (N, F).
        true: Classes of the photos, (N,).
        count: K.
        folds: Into which the photos are divided, each class evenly.
        seed: Of the division.
    """
    known = np.asarray(true, np.int64)
    spread = features.std(axis=0)
    inputs = (features - features.mean(axis=0)) / np.where(spread > 0, spread, 1)
    inputs = np.hstack([inputs, np.ones((len(inputs), 1))]).astype(np.float64)
    fold = _folds(known, folds, seed)
    answers = np.zeros((len(known), count))
    for number in range(folds):
        away = fold == number
        if away.any() and not away.all():
            weights = _fitted(inputs[~away], known[~away], count)
            answers[away] = _softmax(inputs[away] @ weights)
    return answers


def _folds(true: NDArray[np.int64], folds: int, seed: int) -> NDArray[np.int64]:
    """Deals the photos of each class out, one after another."""
    random = np.random.default_rng(seed)
    fold = np.zeros(len(true), np.int64)
    for index in np.unique(true):
        places = random.permutation(np.flatnonzero(true == index))
        fold[places] = (np.arange(len(places)) + random.integers(folds)) % folds
    return fold


def _fitted(inputs: Doubles, true: NDArray[np.int64], count: int) -> Doubles:
    """Fits a softmax regression by Nesterov's gradient descent (1983).

    The step is one over the largest curvature: half of the largest eigenvalue of the
    inputs' second moments, and the decay.
    """
    wanted = np.eye(count)[true]
    curvature = 0.5 * np.linalg.norm(inputs, 2) ** 2 / len(inputs) + _DECAY
    weights = ahead = np.zeros((inputs.shape[1], count))
    for step in range(_STEPS):
        error = _softmax(inputs @ ahead) - wanted
        gradient = inputs.T @ error / len(inputs) + _DECAY * ahead
        former, weights = weights, ahead - gradient / curvature
        ahead = weights + step / (step + 3) * (weights - former)
    return weights


def _softmax(scores: Doubles) -> Doubles:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Doubles = powers / powers.sum(axis=1, keepdims=True)
    return shares
