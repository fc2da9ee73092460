"""Rank correlation of two maps."""

import numpy as np

from inference.geometry import Array, Doubles


def rank_correlation(first: Array, second: Array) -> float:
    """Returns Spearman's rank correlation of two maps of one shape, −1 to 1.

    Equal values share the mean of their ranks. Nought where one is the same everywhere.
    """
    ranks = [_ranks(values) for values in (first, second)]
    spreads = [float(each.std()) for each in ranks]
    if 0 in spreads:
        return 0.0
    products = np.mean((ranks[0] - ranks[0].mean()) * (ranks[1] - ranks[1].mean()))
    return float(products / (spreads[0] * spreads[1]))


def _ranks(values: Array) -> Doubles:
    """Returns the rank of each value, (N,)."""
    _, place, count = np.unique(values.ravel(), return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    ranks: Doubles = (last - (count - 1) / 2)[place]
    return ranks
