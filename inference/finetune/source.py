"""The graph that training starts from."""

import onnx
from onnx import TensorProto, helper

from inference.classifier import Classifier
from inference.errors import ModelError, Sentence
from inference.network.graph import Graph
from inference.network.quantisation import is_quantised

_FLOATS = {TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.BFLOAT16}
_PLAIN_WEIGHTS = 4  # the version from which weights are no inputs


def has_batch_norm(classifier: Classifier) -> bool:
    """Whether batch norm stands in the file, and was not folded into convolutions."""
    nodes = classifier.graph.nodes
    return any(node.plain_operator == "BatchNormalization" for node in nodes)


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
    if graph.model.functions:
        from inference.twin.inlining import inlined

        graph = graph.made(inlined(graph), "inlined")
    return _with_stored_constants(graph)


def _with_stored_constants(graph: Graph) -> Graph:
    """Returns a graph that stores its constants of floats as weights.

    Some exporters write weights as nodes, which nobody could train.
    """
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    proto, is_old = model.graph, graph.model.ir_version < _PLAIN_WEIGHTS
    for node in [each for each in proto.node if each.op_type == "Constant"]:
        tensor = next((a.t for a in node.attribute if a.name == "value"), None)
        if tensor is None or not tensor.dims or tensor.data_type not in _FLOATS:
            continue
        stored = proto.initializer.add()
        stored.CopyFrom(tensor)
        stored.name = node.output[0]
        if is_old:
            declared = helper.make_tensor_value_info(
                stored.name, stored.data_type, stored.dims
            )
            proto.input.append(declared)
        proto.node.remove(node)
    if len(proto.node) == len(graph.model.graph.node):
        return graph
    return graph.made(model, "constants")


def irreplaceable(graph: Graph, why: Sentence) -> ModelError:
    """Says why a head cannot be replaced."""
    return ModelError(
        'The head of "{file}" cannot be replaced: {why}. Choose another layer.',
        file=graph.path.name,
        why=why,
    )
