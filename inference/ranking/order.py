"""In which order photos are looked at: by a number of each, largest or least first."""

from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Doubles, Floats
from inference.ranking.analysis import Analysis

Measure = Literal["score", "loss", "margin", "confidence", "entropy", "channel"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
Ints = NDArray[np.int64]
_LEAST = 1e-12  # of a probability whose logarithm is taken


@dataclass(frozen=True, slots=True)
class Order:
    """What a ranking asks.

    Attributes:
        by: What number photos are ranked by.
        target: Of `score`: the class, among the analysis'; None for each photo's own:
            the true one, or the leading one where nobody says.
        is_logit: Of `score`: whether its logit counts, not its probability.
        is_largest_first: Otherwise the smallest.
        of_class: Only photos of this true class; None for all.
        activity: Of `channel`: the number of each photo of the dataset.
    """

    by: Measure = "score"
    target: int | None = None
    is_logit: bool = False
    is_largest_first: bool = True
    of_class: int | None = None
    activity: Doubles | None = field(default=None, compare=False, repr=False)


def values(found: Analysis, order: Order) -> Doubles:
    """Returns the number of each photo, (N,); NaN where it has none.

    `loss` is -log of the true class's probability; `margin` the probability of the true
    class (the leading one where nobody says) less the largest of the others; `entropy`
    is in bits; `channel` is the activation of a channel.
    """
    if order.by == "channel":
        assert order.activity is not None
        return order.activity[found.places]
    scores, own = found.scores, found.own
    numbers: Floats | Doubles
    if order.by == "score":
        classes = own if order.target is None else np.full_like(own, order.target)
        numbers = (scores.logit if order.is_logit else scores.probability)(classes)
    elif order.by == "loss":
        p = scores.probability(own).astype(np.float64)
        numbers = np.where(found.true >= 0, -np.log(np.maximum(p, _LEAST)), np.nan)
    elif order.by == "margin":
        p = scores.probability(own).astype(np.float64)
        numbers = p - scores.largest_other(own)
    elif order.by == "confidence":
        numbers = scores.confidence
    else:
        numbers = scores.entropy
    return np.asarray(numbers, np.float64)


def ranked(
    found: Analysis, order: Order, numbers: Doubles | None = None
) -> NDArray[np.int64]:
    """Returns photos of an analysis in order; of equal ones the dataset's decides.

    Those that have no number come last.

    Args:
        found: The photos.
        order: What is asked of them.
        numbers: Their `values`, (N,), where somebody has them already.
    """
    numbers = values(found, order) if numbers is None else numbers
    keys = -numbers if order.is_largest_first else numbers
    places = np.argsort(keys, kind="stable")  # NaN comes last
    if order.of_class is not None:
        places = places[found.true[places] == order.of_class]
    return places.astype(np.int64)
