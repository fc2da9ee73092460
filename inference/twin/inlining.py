"""A graph whose functions are inlined, and which of its operators the twin knows.

A norm fused with the sum that it is made of is parted again.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import onnx
from onnx import inliner

from inference.errors import MissingOperator, ModelError
from inference.network.graph import Graph
from inference.network.operators import SUMMED
from inference.twin.ops.table import OPERATORS, Function

_DOMAINS: Final = {"ai.onnx": ""}  # another name of the same domain
_NORMS: Final = {  # what follows the sum: its norm, how many scales, and its epsilon
    "SkipLayerNormalization": ("LayerNormalization", 2, 1e-12),
    "SkipSimplifiedLayerNormalization": ("SimplifiedLayerNormalization", 1, 1e-5),
}


def inlined(graph: Graph) -> onnx.ModelProto:
    """Returns a graph's model without functions.

    Raises:
        ModelError: It has no outputs, or its functions do not fit.
    """
    name = graph.path.name
    if not graph.outputs:
        raise ModelError(
            '"{name}" is not a whole ONNX model: it has no outputs.', name=name
        )
    return _without_functions(graph.model, name)


def parted(node: onnx.NodeProto) -> list[onnx.NodeProto]:
    """Returns a norm that also gives the sum it is made of as two nodes.

    Whoever starts from the sum then has the norm. Other nodes are left as they are.
    """
    place = SUMMED.get(node.op_type, len(node.output))
    if not "".join(node.output[place : place + 1]):
        return [node]
    norm, scale_count, epsilon = _NORMS[node.op_type]
    scales, bias = node.input[2 : 2 + scale_count], node.input[2 + scale_count :]
    total, normed = node.output[place], list(node.output[:place])
    while normed and not normed[-1]:
        normed.pop()
    stated = {a.name: a.f for a in node.attribute if a.name == "epsilon"}
    options = {"epsilon": epsilon} | stated
    fed = [*node.input[:2], *filter(None, bias)]
    summing = onnx.helper.make_node("Sum", fed, [total], node.name)
    norming = onnx.helper.make_node(
        norm, [total, *scales], normed, node.name, **options
    )
    return [summing, norming] if normed else [summing]


def opsets_of(model: onnx.ModelProto) -> dict[str, int]:
    """Returns the version of each domain that the model imports."""
    return {_DOMAINS.get(o.domain, o.domain): o.version for o in model.opset_import}


def function_of(node: onnx.NodeProto, opsets: Mapping[str, int]) -> Function | None:
    """Returns the newest version of the operator not above the model's opset."""
    domain = _DOMAINS.get(node.domain, node.domain)
    versions = OPERATORS.get(domain, {}).get(node.op_type, {})
    since = [version for version in versions if version <= opsets.get(domain, 1)]
    return versions[max(since)] if since else None


def _has_body(node: onnx.NodeProto, opsets: Mapping[str, int]) -> bool:
    """Whether the specification itself says the operator in terms of others."""
    schema = _schema(node, opsets)
    names = ("has_function", "has_context_dependent_function")  # unknown to the stubs
    return any(getattr(schema, name, False) for name in names)


def _schema(
    node: onnx.NodeProto, opsets: Mapping[str, int]
) -> onnx.defs.OpSchema | None:
    domain = _DOMAINS.get(node.domain, node.domain)
    try:
        return onnx.defs.get_schema(node.op_type, opsets.get(domain, 1), domain)
    except onnx.defs.SchemaError:
        return None


def all_nodes(graph: onnx.GraphProto) -> Iterable[onnx.NodeProto]:
    """Yields the nodes of a graph and of the branches inside."""
    return _with_inner(graph.node)


def _with_inner(nodes: Iterable[onnx.NodeProto]) -> Iterable[onnx.NodeProto]:
    for node in nodes:
        yield node
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                yield from all_nodes(attribute.g)


def _without_functions(model: onnx.ModelProto, name: str) -> onnx.ModelProto:
    """Returns the model without functions: its own, and those of the specification."""
    try:
        if model.functions:
            model = inliner.inline_local_functions(model, convert_version=True)
        opsets = opsets_of(model)
        spelt_out = {
            (node.domain, node.op_type)
            for node in all_nodes(model.graph)
            if function_of(node, opsets) is None and _has_body(node, opsets)
        }
        if spelt_out:
            model = inliner.inline_selected_functions(
                _with_defaults(model, spelt_out), list(spelt_out), False, True
            )
    except (RuntimeError, ValueError, onnx.checker.ValidationError) as error:
        reason = str(error).strip().partition("\n")[0]
        raise ModelError(
            'Cannot inline functions of "{name}": {why}', name=name, why=reason
        ) from error
    return model


def _with_defaults(
    model: onnx.ModelProto, operators: Collection[tuple[str, str]]
) -> onnx.ModelProto:
    """Returns a copy whose nodes of these operators state all their attributes.

    The inliner fills in what a node states, and leaves out what goes without saying.
    """
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    for node in all_nodes(copy.graph):
        schema = _schema(node, opsets_of(model))
        if schema is None or (node.domain, node.op_type) not in operators:
            continue
        stated = {attribute.name for attribute in node.attribute}
        node.attribute.extend(
            attribute.default_value
            for name, attribute in schema.attributes.items()
            if name not in stated and attribute.default_value.type
        )
    return copy


def is_known(node: onnx.NodeProto, opsets: Mapping[str, int]) -> bool:
    """Whether the twin has the operators of a node and of the graphs that it holds."""
    return not missing_operators([node], opsets)


def missing_operators(
    nodes: Iterable[onnx.NodeProto], opsets: Mapping[str, int]
) -> tuple[MissingOperator, ...]:
    """Returns the operators that the twin lacks, in nodes and the graphs they hold."""
    missing: dict[tuple[str, str], list[onnx.NodeProto]] = {}
    for node in _with_inner(nodes):
        if node.op_type != "If" and function_of(node, opsets) is None:
            key = _DOMAINS.get(node.domain, node.domain), node.op_type
            missing.setdefault(key, []).append(node)
    return tuple(
        MissingOperator(
            operator,
            domain,
            opsets.get(domain, 1),
            len(nodes),
            nodes[0].name or "".join(nodes[0].output[:1]),
        )
        for (domain, operator), nodes in missing.items()
    )
