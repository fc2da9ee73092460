"""Whether covered inputs that are made on the device are those of the host.

They are, by construction; but a driver, a card or a provider that nobody has seen may
hold otherwise. So on first use a few places are computed both ways. What was refused
once stays so for the classifier.
"""

import logging
from collections.abc import Callable
from weakref import WeakKeyDictionary

import numpy as np

from inference.classifier import Classifier
from inference.errors import Sentence
from inference.geometry import Floats
from inference.occluder.masks import Masks

log = logging.getLogger(__name__)

PLACES = 4  # of the first batch, the first and the last among them
_TOLERANCE = 1e-4  # of the range of logits

_proven: WeakKeyDictionary[Classifier, bool] = WeakKeyDictionary()


def proven(
    classifier: Classifier,
    made: Callable[[Masks], Floats],
    plain: Callable[[Masks], Floats],
    masks: Masks,
) -> bool:
    """Whether two ways to logits agree; looked at on first use.

    Args:
        classifier: The network.
        made: Gives logits (B, K) of inputs that are made on the device.
        plain: Those of inputs that are made on the host.
        masks: Such as are asked for, at least one.

    Raises:
        OutOfMemoryError: For want of memory.
        ModelError: One of the ways fails.
    """
    if classifier not in _proven:
        some = _spread_out(masks)
        difference = _difference(made(some), plain(some))
        log.debug("Inputs made on the device differ by %.1e", difference)
        if difference <= _TOLERANCE:
            _proven[classifier] = True
        else:
            reason = Sentence(
                "logits differ by {share:.1e} of their range", share=difference
            )
            refuse(classifier, reason)
    return _proven[classifier]


def refuse(classifier: Classifier, reason: str) -> None:
    """Has inputs made on the host for good."""
    name = classifier.graph.path.name
    log.warning("Batches for %s are made on the host: %s", name, reason)
    _proven[classifier] = False


def _difference(one: Floats, other: Floats) -> float:
    """Returns the largest difference as a share of the range of each row."""
    span = np.maximum(np.ptp(other, axis=1), np.finfo(np.float32).tiny)
    return float((np.abs(one - other).max(axis=1) / span).max())


def _spread_out(masks: Masks) -> Masks:
    """Returns a few masks, the first and the last among them."""
    places = np.unique(np.linspace(0, len(masks) - 1, PLACES).round().astype(int))
    shapes = None if masks.shapes is None else [masks.shapes[p] for p in places]
    return Masks(masks.boxes[places], shapes)
