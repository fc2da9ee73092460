"""Which layers a ladder shows: one for each convolution with its activation.

Between two convolutions a map is normalised, added to and bent before the next one
looks at it. What it is at the end of that way stands for all of it.
"""

from collections.abc import Sequence

from inference.network.graph import Graph
from inference.network.layers import FeatureLayer
from inference.network.operators import ARRANGING, POINTWISE, POOLS, REDUCTIONS

_ENDING = {"Concat", "LayerNormalization", "LogSoftmax", "Softmax"}  # what follows them
_PASSING = POINTWISE - _ENDING
_PARTS = {"Div", "Erf", "Pow", "Sqrt", "Sub"}  # of a norm or an activation spelt out
_REPEATING = POOLS | REDUCTIONS | ARRANGING | _PARTS


def rung_layers(graph: Graph, layers: Sequence[FeatureLayer]) -> frozenset[str]:
    """Returns the names of the layers that a ladder shows unless asked for all.

    A layer is passed by where everything that takes it only scales, adds or bends it,
    or where it is smaller or elsewhere, but no other map.
    """
    found = [layer.name for layer in layers if not _is_passed(graph, layer.name)]
    return frozenset(found or [layer.name for layer in layers])


def _is_passed(graph: Graph, name: str) -> bool:
    users = [node.plain_operator for node in graph.users.get(name, ())]
    is_on_its_way = bool(users) and _PASSING.issuperset(users)
    return is_on_its_way or graph.producers[name].plain_operator in _REPEATING
