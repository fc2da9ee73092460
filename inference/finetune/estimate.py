"""How long a training run will take, nearly: a few photos are timed.

What is not timed is guessed from it: a step back through a layer takes about twice the
way forth, and the twin is somewhat slower than ONNX Runtime.
"""

import time

import numpy as np

from inference.classifier import Classifier
from inference.finetune.division import Division
from inference.finetune.feeding import Photos
from inference.finetune.spec import FEATURES, NOTHING, TrainingSpec
from inference.occluder import core_count

_TIMED = 4  # photos
_LEARNING = 5.0  # times a pass in ONNX Runtime, where everything trains
_BETWEEN = 3.0  # where a part of it trains


def estimated(classifier: Classifier, division: Division, spec: TrainingSpec) -> float:
    """Returns about how many seconds a run takes on this machine.

    Raises:
        ModelError: A pass failed.
    """
    samples = (*division.training, *division.validation)[:_TIMED]
    begun = time.perf_counter()
    pixels = [
        found for _, each in Photos(classifier).decoded([samples]) for found in each
    ]
    fed = [classifier.tensor(each) for each in pixels if each is not None]
    decoding = (time.perf_counter() - begun) / len(samples)
    if not fed:
        return 0.0
    classifier.logits(np.stack(fed))  # the first pass of a shape takes longer
    begun = time.perf_counter()
    classifier.logits(np.stack(fed))
    passing = (time.perf_counter() - begun) / len(fed)
    return _summed(division, spec, decoding, passing)


def _summed(
    division: Division, spec: TrainingSpec, decoding: float, passing: float
) -> float:
    """Adds up what is read, learnt and judged; both times are seconds a photo."""
    parts = (division.training, division.validation, division.test)
    training, validation, test = map(len, parts)
    changed = decoding / core_count() * spec.augments
    forth = training * (passing + changed)
    if spec.freeze == FEATURES:
        epochs = spec.epochs if spec.augments else 1
        learning, judging = epochs * forth, validation * passing
    else:
        times = _LEARNING if spec.freeze == NOTHING else _BETWEEN
        learning = spec.epochs * (forth + (times - 1) * training * passing)
        judging = spec.epochs * validation * passing
    reading = (training + validation + test) * decoding
    return reading + learning + judging + test * passing
