"""In which order photos are looked at: by a number of each, largest or least first."""

from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Doubles
from inference.ranking.analysis import Analysis

Measure = Literal["score", "loss", "margin", "confidence", "entropy", "channel"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
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
    p = found.probabilities.astype(np.float64)
    rows = np.arange(len(p))
    own = np.where(found.true >= 0, found.true, found.predicted)
    if order.by == "score":
        scores = found.logits.astype(np.float64) if order.is_logit else p
        numbers = scores[rows, own if order.target is None else order.target]
    elif order.by == "loss":
        loss = -np.log(np.maximum(p[rows, own], _LEAST))
        numbers = np.where(found.true >= 0, loss, np.nan)
    elif order.by == "margin":
        others = p.copy()
        others[rows, own] = -np.inf
        numbers = p[rows, own] - others.max(axis=1, initial=-np.inf)
    elif order.by == "confidence":
        numbers = p.max(axis=1, initial=0)
    else:
        numbers = -(p * np.log2(np.maximum(p, _LEAST))).sum(axis=1)
    return np.asarray(numbers, np.float64)


def ranked(found: Analysis, order: Order) -> NDArray[np.int64]:
    """Returns photos of an analysis in order; of equal ones the dataset's decides.

    Those that have no number come last.
    """
    numbers = values(found, order)
    keys = -numbers if order.is_largest_first else numbers
    places = np.argsort(keys, kind="stable")  # NaN comes last
    if order.of_class is not None:
        places = places[found.true[places] == order.of_class]
    return places.astype(np.int64)
