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
    live = {name for node in live_nodes(graph) for name in node.outputs}
    live.update(tensor.name for tensor in graph.inputs)
    name = logits
    for _ in range(len(graph.nodes)):
        node = graph.producers.get(name)
        sources = [each for each in node.inputs if each in live] if node else []
        if node is None or len(sources) != 1:
            return None
        if node.plain_operator in LEARNT:
            return Head(node, sources[0])
        name = sources[0]
    return None
