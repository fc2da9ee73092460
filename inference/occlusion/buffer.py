"""Where the numbers of a sweep lie: the logits of all classes at every place.

One buffer serves all partial sweeps of a job; what was written never changes. Where
all classes would not fit into the budget, the leading ones and the target are kept.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Prediction
from inference.errors import SpecError
from inference.geometry import Floats

_BUDGET = 1_000_000_000  # bytes of logits


class SweepBuffer:
    """The numbers of a sweep, in order of computation; rows are only ever added.

    Attributes:
        kept: Indices of the classes whose logits are kept; None for all.
    """

    def __init__(self, count: int, reference: Prediction, target: int | None) -> None:
        classes = len(reference.logits)
        most = max(_BUDGET // (4 * count), 2)
        self.kept = _leading(reference, most, target) if most < classes else None
        self._activation = reference.activation
        self.logits = np.empty((count, min(classes, most)), np.float32)
        self.log_normaliser = np.empty(count, np.float64)
        self.leading = np.empty(count, np.int32)
        self.leading_logit = np.empty(count, np.float32)

    @property
    def arrays(self) -> tuple[NDArray[Any], ...]:
        """What it holds memory in, for all places from the beginning."""
        return self.logits, self.log_normaliser, self.leading, self.leading_logit

    def put(self, start: int, logits: Floats) -> None:
        """Adds logits (n, K) of the places from `start` on."""
        place = slice(start, start + len(logits))
        kept = logits if self.kept is None else logits[:, self.kept]
        self.logits[place] = kept
        self.log_normaliser[place] = self._activation.log_normaliser(logits, np)
        self.leading[place] = logits.argmax(axis=1)
        self.leading_logit[place] = logits.max(axis=1)

    def column(self, target: int) -> int:
        """Returns the column of a class.

        Raises:
            SpecError: Its logits were not kept.
        """
        if self.kept is None:
            return target
        columns = np.flatnonzero(self.kept == target)
        if not len(columns):
            raise SpecError(
                "This map kept {n} leading classes to save memory, and class {target} "
                "is not among them. Run the map again with this target.",
                n=len(self.kept),
                target=target,
            )
        return int(columns[0])


def _leading(reference: Prediction, count: int, target: int | None) -> NDArray[np.intp]:
    """Returns the leading classes, the target among them, (count,)."""
    leading = reference.order[:count].copy()
    if target is not None and target not in leading:
        leading[-1] = target
    return leading
