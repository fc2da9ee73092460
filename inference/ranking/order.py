"""In which order photos are looked at: by a number of each, largest or least first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Doubles, Floats
from inference.ranking.analysis import Analysis

Measure = Literal["score", "loss", "margin", "confidence", "entropy", "channel"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
Ints = NDArray[np.int64]
Rule = Callable[[Floats, Ints], Floats]
_BLOCK = 512  # photos
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
    p, rows = found.probabilities, np.arange(len(found.probabilities))
    own = np.where(found.true >= 0, found.true, found.predicted)
    if order.by == "score":
        scores = found.logits if order.is_logit else p
        numbers = scores[rows, own if order.target is None else order.target]
    elif order.by == "loss":
        loss = -np.log(np.maximum(p[rows, own].astype(np.float64), _LEAST))
        numbers = np.where(found.true >= 0, loss, np.nan)
    elif order.by == "margin":
        others = _by_blocks(_largest_other, p, own)
        numbers = p[rows, own].astype(np.float64) - others
    elif order.by == "confidence":
        numbers = p.max(axis=1, initial=0)
    else:
        numbers = _by_blocks(_entropy, p, own)
    return np.asarray(numbers, np.float64)


def _by_blocks(rule: Rule, p: Floats, own: Ints) -> Doubles:
    """Works a number out for each row of probabilities; blocks stay in the cache.

    Args:
        rule: Returns the numbers (n,) of (n, C) and (n,).
        p: Probabilities (N, C).
        own: The class of each photo, (N,).
    """
    found = np.empty(len(p))
    for start in range(0, len(p), _BLOCK):
        part = slice(start, start + _BLOCK)
        found[part] = rule(p[part], own[part])
    return found


def _largest_other(p: Floats, own: Ints) -> Floats:
    others = p.copy()
    others[np.arange(len(p)), own] = -np.inf
    largest: Floats = others.max(axis=1, initial=-np.inf)
    return largest


def _entropy(p: Floats, _own: Ints) -> Floats:
    """In bits."""
    bits: Floats = (p * np.log(np.maximum(p, _LEAST))).sum(axis=1) / -np.log(2)
    return bits


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
