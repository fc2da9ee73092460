"""What a tensor is made from, and a model of the part of a graph between tensors."""

from collections.abc import Collection, Iterable, Iterator, Set

import numpy as np
import onnx
from onnx import helper

from inference.network.graph import Graph, Node, Shapes, TensorInfo
from inference.network.operators import LOCATING, SLIDING, sliding


def ancestors(graph: Graph, *names: str, given: Collection[str] = ()) -> set[str]:
    """Returns the tensors that some are made from, these included.

    What those in `given` are made from is left out.
    """
    found = set(names)
    for node in reversed(graph.nodes):
        if any(name in found and name not in given for name in node.outputs):
            found.update(filter(None, (*node.inputs, *node.inner_inputs)))
    return found


def live_nodes(graph: Graph) -> Iterator[Node]:
    """Yields the nodes that compute with the photo, in the order of the file.

    The others work on weights or shapes alone.
    """
    live = {tensor.name for tensor in graph.inputs}
    for node in graph.nodes:
        is_live = not live.isdisjoint((*node.inputs, *node.inner_inputs))
        if is_live and node.plain_operator not in LOCATING:
            live.update(name for name in node.outputs if name)
            yield node


def extract(
    graph: Graph,
    inputs: Iterable[TensorInfo],
    outputs: Iterable[str],
    *,
    padded_as: Shapes | None = None,
) -> onnx.ModelProto:
    """Returns a model of what lies between tensors of a graph.

    Args:
        graph: The graph.
        inputs: What the model is fed with: its own input, or tensors inside.
        outputs: Names of the tensors that it gives.
        padded_as: Shapes of all tensors for one input. Padding that follows from the
            size of what is padded is then as it is for these, whatever is fed in, so
            that crops are padded as the whole is.
    """
    fed = {tensor.name: _declared(graph, tensor) for tensor in inputs}
    outputs = list(outputs)
    needed = ancestors(graph, *outputs, given=fed)
    model = onnx.ModelProto(
        ir_version=graph.model.ir_version,
        opset_import=graph.model.opset_import,
        functions=graph.model.functions,
    )
    model.graph.name = graph.model.graph.name
    model.graph.input.extend(fed.values())
    model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in outputs)
    model.graph.node.extend(_makers(graph, needed - fed.keys(), padded_as))
    _add_weights(model.graph, graph.model.graph, needed)
    return model


def _makers(
    graph: Graph, names: Set[str], padded_as: Shapes | None
) -> Iterator[onnx.NodeProto]:
    """Yields the nodes that make tensors, in the order of the file."""
    for node, proto in zip(graph.nodes, graph.model.graph.node, strict=True):
        if not names.isdisjoint(node.outputs):
            yield _with_plain_pads(node, proto, padded_as) if padded_as else proto


def _add_weights(
    part: onnx.GraphProto, whole: onnx.GraphProto, needed: Set[str]
) -> None:
    """Adds the weights of a graph that a part needs; as inputs too, if they are."""
    part.initializer.extend(t for t in whole.initializer if t.name in needed)
    names = {tensor.name for tensor in part.initializer}
    part.input.extend(value for value in whole.input if value.name in names)
    part.sparse_initializer.extend(
        tensor for tensor in whole.sparse_initializer if tensor.values.name in needed
    )


def _declared(graph: Graph, tensor: TensorInfo) -> onnx.ValueInfoProto:
    """Returns an input as ONNX declares it; the file's own as the file does."""
    declared: dict[str, onnx.ValueInfoProto]
    declared = {value.name: value for value in graph.model.graph.input}
    if tensor not in graph.inputs:
        kind = helper.np_dtype_to_tensor_dtype(np.dtype(tensor.dtype))
        made = helper.make_tensor_value_info(tensor.name, kind, tensor.shape)
        declared[tensor.name] = made
    return declared[tensor.name]


def _with_plain_pads(
    node: Node, proto: onnx.NodeProto, shapes: Shapes
) -> onnx.NodeProto:
    """Returns a node whose padding does not depend on the size of its input."""
    is_plain = node.attributes.get("auto_pad", "NOTSET") == "NOTSET"
    if is_plain or node.operator not in SLIDING:
        return proto
    if len(shapes.get(node.outputs[0], ())) != 4:
        return proto
    plain = onnx.NodeProto()
    plain.CopyFrom(proto)
    kept = [a for a in proto.attribute if a.name not in ("auto_pad", "pads")]
    del plain.attribute[:]
    pads = helper.make_attribute("pads", sliding(node, shapes).pads)
    plain.attribute.extend([*kept, pads])
    return plain
