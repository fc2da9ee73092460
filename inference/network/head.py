"""The last learnt layer of a classifier, and the features that it is fed."""

from dataclasses import dataclass

from inference.network.extract import live_nodes
from inference.network.graph import Graph, Node
from inference.network.operators import LEARNT


@dataclass(frozen=True, slots=True)
class Head:
    """What turns features into the classes' scores.

    Attributes:
        node: The dense layer, or the convolution of 1 x 1.
        features: Name of the tensor that it is fed.
    """

    node: Node
    features: str


def find_head(graph: Graph, logits: str) -> Head | None:
    """Returns the last learnt layer that leads to the logits; None without one.

    What stands behind it (a bias, pooling, an activation, another shape) has one
    input that depends on the photo, and is looked through.

    Args:
        graph: The graph.
        logits: Name of the tensor of the classes' scores.
    """
    made = (name for node in live_nodes(graph) for name in node.outputs)
    live = {*made, *(tensor.name for tensor in graph.inputs)}
    name = logits
    while (node := graph.producers.get(name)) is not None:
        sources = live.intersection(node.inputs)
        if len(sources) != 1:
            break
        (name,) = sources
        if node.plain_operator in LEARNT:
            return Head(node, name)
    return None
