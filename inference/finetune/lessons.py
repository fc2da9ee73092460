"""In which order photos are shown, how they change, how much each class counts.

All of it follows from the seed and the number of the epoch, so that a run that is gone
on with shows the same.
"""

from collections.abc import Callable

import numpy as np

from inference.finetune.division import Division, Sample
from inference.finetune.spec import TrainingSpec
from inference.geometry import Floats

_ORDER, _CHANGES = 1, 2  # streams of random numbers of one seed; the head's is 0


def ordered(division: Division, spec: TrainingSpec, epoch: int) -> list[Sample]:
    """Returns the training photos in the order of an epoch.

    For balanced sampling each class is gone through, again and again, until it was
    shown as often as the largest.
    """
    random = np.random.default_rng([spec.seed, _ORDER, epoch])
    samples = list(division.training)
    if spec.balance == "sampling":
        most = max(division.counts)
        classes = [
            [s for s in samples if s.index == k] for k in range(len(division.names))
        ]
        samples = [
            group[place]
            for group in classes
            for place in np.resize(random.permutation(len(group)), most)
        ]
    return [samples[place] for place in random.permutation(len(samples))]


def class_weights(division: Division, spec: TrainingSpec) -> Floats:
    """Returns the weight of each class in the loss, (K,): 1 on average over photos."""
    if spec.balance != "weights":
        return np.ones(len(division.names), np.float32)
    counts = np.array(division.counts, np.float32)
    weights: Floats = counts.sum() / (len(counts) * counts)
    return weights


def drawing(
    spec: TrainingSpec, epoch: int
) -> Callable[[int], np.random.Generator] | None:
    """Returns what photos of an epoch change by, from their places in its order.

    None where they stay as they are.
    """
    if not spec.augments:
        return None
    return lambda place: np.random.default_rng([spec.seed, _CHANGES, epoch, place])
