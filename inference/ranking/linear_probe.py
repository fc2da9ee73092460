"""Out-of-sample answers from stored features: a linear classifier in folds.

What a network says of photos that it was trained on is no evidence about their labels.
A softmax regression on the features in front of its classes, fitted on four fifths of
the photos and asked about the last, has not seen the photo it judges.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Floats
from inference.jobs import Job, Progress

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
) -> Job[None, Floats]:
    """Returns probabilities (N, K) of each photo, from a fit without its fold.

    It takes seconds for thousands of photos, and minutes for very many of very many
    classes.

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
    inputs = np.hstack([inputs, np.ones((len(inputs), 1))]).astype(np.float32)
    fold = _folds(known, folds, seed)
    answers = np.zeros((len(known), count), np.float32)
    for number in range(folds):
        away = fold == number
        if not away.any() or away.all():
            continue
        done = (number * _STEPS, folds * _STEPS)
        weights = yield from _fitted(inputs[~away], known[~away], count, done)
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


def _fitted(
    inputs: Floats, true: NDArray[np.int64], count: int, done: tuple[int, int]
) -> Job[None, Floats]:
    """Fits a softmax regression by Nesterov's gradient descent (1983).

    The step is one over the largest curvature: half of the largest eigenvalue of the
    inputs' second moments, and the decay.

    Args:
        inputs: (N, F).
        true: Classes, (N,).
        count: K.
        done: Steps that were made before, and steps in all.
    """
    rows = np.arange(len(true))
    side = inputs if len(inputs) > inputs.shape[1] else inputs.T  # both have it
    moments = (side.T @ side).astype(np.float64)
    largest = float(np.linalg.eigvalsh(moments)[-1])
    curvature = 0.5 * largest / len(inputs) + _DECAY
    weights: Floats = np.zeros((inputs.shape[1], count), np.float32)
    ahead = weights
    for step in range(_STEPS):
        error = _softmax(inputs @ ahead)
        error[rows, true] -= 1
        gradient = inputs.T @ error / len(inputs) + _DECAY * ahead
        former, weights = weights, np.asarray(ahead - gradient / curvature, np.float32)
        onward = step / (step + 3) * (weights - former)
        ahead = np.asarray(weights + onward, np.float32)
        yield Progress(done[0] + step, done[1], None)
    return weights


def _softmax(scores: Floats) -> Floats:
    """Turns scores into shares, in their own place: classes may be very many."""
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores
