"""The weights that a node works with: their shape, their range, how often values occur.

A weight counts as the node's own where what stands between only turns, casts or
dequantises it. Whole numbers are told as what they mean.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Floats
from inference.jobs import Job, Progress
from inference.network.attributes import formal_names, is_setting
from inference.network.graph import Graph, Node
from inference.network.operators import BEFORE_WEIGHT
from inference.network.quantisation import dequantised_weight

BINS = 36
_PASSED = BEFORE_WEIGHT | {"DequantizeLinear", "QuantizeLinear"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A weight that a node reads.

    Attributes:
        place: Among the node's inputs.
        role: What the operator calls it: "W", "B"; "" where nobody knows.
        tensor: Name of the stored tensor.
    """

    place: int
    role: str
    tensor: str


@dataclass(frozen=True, slots=True, eq=False)
class WeightSummary:
    """A weight in numbers; `low` to `counts` are of its finite values.

    Attributes:
        role: What the operator calls it.
        tensor: Name of the stored tensor.
        shape: As it is stored.
        note: What type the file holds; "" for plain float32.
        low: Its lowest value.
        high: Its highest value.
        mean: Its mean.
        zeros: Share of values that are exactly 0.
        odd: How many values are not finite.
        counts: (BINS,) from the lowest to the highest value.
    """

    role: str
    tensor: str
    shape: tuple[int, ...]
    note: str
    low: float = 0.0
    high: float = 0.0
    mean: float = 0.0
    zeros: float = 0.0
    odd: int = 0
    counts: NDArray[np.intp] = field(default_factory=lambda: np.zeros(BINS, np.intp))


def readings(graph: Graph, node: Node) -> tuple[Reading, ...]:
    """Returns the weights of a node in the order of its inputs; settings are none."""
    roles = formal_names(graph, node)
    found = []
    for place, name in enumerate(node.inputs):
        tensor = _stored(graph, name)
        if tensor is not None and not is_setting(graph.weights[tensor]):
            found.append(Reading(place, "".join(roles[place : place + 1]), tensor))
    return tuple(found)


def read_weight(graph: Graph, node: Node, reading: Reading) -> tuple[Floats, str]:
    """Returns a weight's values as float32 in its stored shape, and their note."""
    return dequantised_weight(graph, node, reading.place, reading.tensor)


def summaries(graph: Graph, node: Node) -> Job[None, tuple[WeightSummary, ...]]:
    """Summarises the weights of a node."""
    found, all_read = [], readings(graph, node)
    for done, reading in enumerate(all_read):
        yield Progress(done, len(all_read), None)
        found.append(_summary(reading, *read_weight(graph, node, reading)))
    return tuple(found)


def _stored(graph: Graph, name: str) -> str | None:
    """Returns the stored tensor that a tensor is, in another form; None of others."""
    while name and name not in graph.weights:
        node = graph.producers.get(name)
        if node is None or node.plain_operator not in _PASSED:
            return None
        name = node.inputs[0]
    return name or None


def _summary(reading: Reading, values: Floats, note: str) -> WeightSummary:
    finite = values[np.isfinite(values)]
    if not finite.size:
        shape = values.shape
        return WeightSummary(reading.role, reading.tensor, shape, note, odd=values.size)
    low, high = float(finite.min()), float(finite.max())
    counts, _ = np.histogram(finite, BINS, (low, high if high > low else low + 1))
    return WeightSummary(
        role=reading.role,
        tensor=reading.tensor,
        shape=values.shape,
        note=note,
        low=low,
        high=high,
        mean=float(finite.mean(dtype=np.float64)),
        zeros=1 - np.count_nonzero(finite) / finite.size,
        odd=values.size - finite.size,
        counts=counts,
    )
