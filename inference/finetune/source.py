"""The graph that training starts from."""

import onnx
from onnx import TensorProto, helper

from inference.classifier import Classifier
from inference.errors import ModelError, Sentence
from inference.network.graph import Graph
from inference.network.quantisation import is_quantised

_FLOATS = {TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.BFLOAT16}
PLAIN_WEIGHTS = 4
"""The version of ONNX files from which weights need not be declared as inputs."""


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
        from inference.twin.device import import_torch

        import_torch()
        from inference.twin.inlining import inlined

        graph = graph.made(inlined(graph), "inlined")
    return _with_stored_constants(graph)


def _with_stored_constants(graph: Graph) -> Graph:
    """Returns a graph that stores its constants of floats as weights.

    Some exporters write weights as nodes, which nobody could train.
    """
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    proto = model.graph
    weights = [(node, held) for node in proto.node if (held := _floats(node))]
    for node, held in weights:
        tensor = proto.initializer.add()
        tensor.CopyFrom(held)
        tensor.name = node.output[0]
        if model.ir_version < PLAIN_WEIGHTS:
            declared = helper.make_tensor_value_info(
                tensor.name, tensor.data_type, tensor.dims
            )
            proto.input.append(declared)
        proto.node.remove(node)
    return graph.made(model, "constants") if weights else graph


def _floats(node: onnx.NodeProto) -> onnx.TensorProto | None:
    """Returns the floats that a constant holds; None where it holds one, or others."""
    if node.op_type != "Constant":
        return None
    found = next((a.t for a in node.attribute if a.name == "value"), None)
    is_weight = found is not None and found.dims and found.data_type in _FLOATS
    return found if is_weight else None


def irreplaceable(graph: Graph, why: Sentence) -> ModelError:
    """Says why a head cannot be replaced."""
    return ModelError(
        'The head of "{file}" cannot be replaced: {why}. Choose another layer.',
        file=graph.path.name,
        why=why,
    )
