"""Classes whose scores a quantised network cuts off at the ends of its whole numbers.

Behind the cut such classes cannot be told apart, and it ends their gradients. What is
quantised there is a tensor of the file, so that one can be explained in its place.
"""

from dataclasses import dataclass

import numpy as np

from inference.classifier import Prediction, Readout
from inference.network.graph import Graph
from inference.network.operators import BEFORE_LOGITS
from inference.network.quantisation import whole_range

_NEAR = 1e-3  # of a step between two whole numbers


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the classes' scores are cut off.

    Attributes:
        tensor: The scores before that, by its name in the file.
        ends: The least and the greatest logit that are left.
        step: Between the greatest logit and the next one.
    """

    tensor: str
    ends: tuple[float, float]
    step: float

    def sharing(self, prediction: Prediction, target: int) -> int:
        """Returns how many classes have the end that a class has, 0 where none."""
        logits = prediction.logits.astype(np.float64)
        near = abs(logits - logits[target]) <= _NEAR * self.step
        is_end = any(abs(logits[target] - e) <= _NEAR * self.step for e in self.ends)
        return int(near.sum()) if is_end else 0


def cut_of(graph: Graph, readout: Readout) -> Cut | None:
    """Returns where a network cuts its scores off; None where it does not."""
    name = readout.tensor
    while (node := graph.producers.get(name)) is not None:
        if node.plain_operator == "QuantizeLinear":
            found = whole_range(graph, node)
            return None if found is None else _cut(node.inputs[0], found, readout)
        if node.plain_operator not in BEFORE_LOGITS or not node.inputs:
            return None
        name = node.inputs[0]
    return None


def _cut(tensor: str, found: tuple[float, float, float], readout: Readout) -> Cut:
    """Translates real numbers at the ends, and a step, into logits."""
    least, greatest, step = found
    reals = np.array([[least, greatest, greatest - step]])
    is_whole = (readout.scale, readout.zero_point) != (1.0, 0)
    raw = reals / readout.scale + readout.zero_point if is_whole else reals
    low, high, next_to_it = readout.logits(raw, np)[0]
    return Cut(tensor, (float(low), float(high)), float(high - next_to_it))
