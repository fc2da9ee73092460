"""Whether inputs that are made on the device give what those of the host give.

They do, by construction; but a driver, a card or a provider that nobody has seen may
hold otherwise, and TF32 and float16 round on purpose. So on first use a few places are
computed both ways. What was refused once stays so for the classifier.
"""

import logging
from collections.abc import Callable
from weakref import WeakKeyDictionary

import numpy as np

from inference.classifier import Classifier
from inference.errors import Sentence
from inference.geometry import Floats
from inference.network.passes import tell
from inference.network.sessions import Precision
from inference.occluder.masks import Masks

log = logging.getLogger(__name__)

PLACES = 4  # of the first batch, the first and the last among them
_TOLERANCES = {"exact": 1e-4, "tf32": 0.05, "float16": 0.05}  # of the range of logits
_NAMES = {"exact": "float32", "tf32": "TF32", "float16": "float16"}

_errors: WeakKeyDictionary[Classifier, dict[Precision, float | None]]
_errors = WeakKeyDictionary()


def measured(
    classifier: Classifier,
    precision: Precision,
    made: Callable[[Masks], Floats],
    plain: Callable[[Masks], Floats],
    masks: Masks,
) -> float | None:
    """Returns by how much two ways to logits differ; measured on first use.

    Args:
        classifier: The network.
        precision: Of the first way.
        made: Gives logits (B, K) of inputs that are made on the device.
        plain: Those of inputs that are made on the host, in float32.
        masks: Such as are asked for, at least one.

    Returns:
        The largest difference as a share of the range of logits; None where that, or
        another failure, rules the first way out.

    Raises:
        OutOfMemoryError: For want of memory.
        ModelError: One of the ways fails.
    """
    known = _errors.setdefault(classifier, {})
    if precision not in known:
        some = _spread_out(masks)
        difference = _difference(made(some), plain(some))
        log.debug("Inputs made on the device differ by %.1e", difference)
        known[precision] = difference
        if not difference <= _TOLERANCES[precision]:
            share = _share(difference)
            reason = Sentence("logits differ by {share} of their range", share=share)
            refuse(classifier, precision, reason)
    return known[precision]


def refuse(classifier: Classifier, precision: Precision, reason: str) -> None:
    """Rules a way out for good; one that was chosen for its precision is missed."""
    name = classifier.graph.path.name
    _errors.setdefault(classifier, {})[precision] = None
    log.warning(
        "Inputs for %s are not made on the device in %s: %s",
        name,
        _NAMES[precision],
        reason,
    )
    if precision != "exact":
        tell(
            Sentence(
                "Went on in float32: {precision} cannot be used ({why}).",
                precision=_NAMES[precision],
                why=reason,
            )
        )


def is_refused(classifier: Classifier, precision: Precision) -> bool:
    """Whether a way is ruled out."""
    known = _errors.get(classifier, {})
    return precision in known and known[precision] is None


def off_by(precision: Precision, error: float) -> Sentence:
    """Says how far a map is off that was computed with less precision."""
    return Sentence(
        "Computed in {precision}: logits are off by up to {share} of their range, "
        "measured on a few places.",
        precision=_NAMES[precision],
        share=_share(error),
    )


def _share(error: float) -> Sentence:
    if error >= 1e-6:
        return Sentence("{share:.2g} %", share=100 * error)
    return Sentence("{share:.1e}", share=error)


def _difference(one: Floats, other: Floats) -> float:
    """Returns the largest difference as a share of the range of each row."""
    span = np.maximum(np.ptp(other, axis=1), np.finfo(np.float32).tiny)
    return float((np.abs(one - other).max(axis=1) / span).max())


def _spread_out(masks: Masks) -> Masks:
    """Returns a few masks, the first and the last among them."""
    places = np.unique(np.linspace(0, len(masks) - 1, PLACES).round().astype(int))
    shapes = None if masks.shapes is None else [masks.shapes[p] for p in places]
    return Masks(masks.boxes[places], shapes)
