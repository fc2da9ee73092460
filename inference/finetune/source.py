"""The graph that training starts from."""

from inference.classifier import Classifier
from inference.errors import ModelError, Sentence
from inference.network.graph import Graph
from inference.network.quantisation import is_quantised


def trainable_graph(classifier: Classifier) -> Graph:
    """Returns the graph of a classifier, without functions.

    Raises:
        ModelError: It is quantised.
    """
    graph = classifier.graph
    if is_quantised(graph.model):
        raise ModelError(
            '"{file}" is quantised: its weights are whole numbers, which cannot be '
            "trained. Train the float model that it was made from.",
            file=graph.path.name,
        )
    if not graph.model.functions:
        return graph
    from inference.twin.inlining import inlined

    return graph.made(inlined(graph), "inlined")


def irreplaceable(graph: Graph, why: Sentence) -> ModelError:
    """Says why a head cannot be replaced."""
    return ModelError(
        'The head of "{file}" cannot be replaced: {why}. Choose another layer.',
        file=graph.path.name,
        why=why,
    )
