"""What the attributes of a node are, those too that only a rule or a default gives.

Newer files hold as small constants what older ones hold as attributes (the bounds of
Clip, the axes of a sum): both are told alike.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import onnx
from onnx import TensorProto

from inference.errors import Sentence, plain
from inference.network.graph import Graph, Node, Shapes
from inference.network.operators import KERNEL_INPUT, SLIDERS, SLIDING, sliding

_MOST_VALUES = 8  # of a constant that says how to compute
_LONGEST = 40  # letters of a value in a sentence
_TOLD = {"kernel_shape", "strides", "pads", "dilations", "group"}
_RULES = {*_TOLD, "auto_pad"}


def attributes_of(graph: Graph, node: Node, shapes: Shapes) -> dict[str, Any]:
    """Returns a node's attributes by name: numbers, texts, and lists of them.

    Of what slides these are always told: kernel_shape, strides, pads (before each axis,
    then behind each), dilations and, of convolutions, group.
    """
    slid = _sliding(node, shapes) if node.plain_operator in SLIDERS else {}
    given = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in node.attributes.items()
        if not (slid and name in _RULES)
    }
    return slid | given | dict(_constants(graph, node))


def is_setting(weight: TensorProto) -> bool:
    """Whether a constant says how to compute, and is no weight that was learnt."""
    is_counting = weight.data_type in (TensorProto.INT64, TensorProto.BOOL)
    return math.prod(weight.dims) <= _MOST_VALUES and (is_counting or not weight.dims)


def formal_names(graph: Graph, node: Node) -> list[str]:
    """Returns what the operator calls its inputs; empty where nobody knows."""
    domain = node.operator.rpartition(".")[0]
    try:
        schema = onnx.defs.get_schema(node.plain_operator, graph.opset, domain)
    except onnx.defs.SchemaError:
        return []
    return [formal.name for formal in schema.inputs]


def attribute_words(attributes: Mapping[str, Any]) -> tuple[Sentence, ...]:
    """Writes attributes for people: "kernel 3 × 3", "stride 2", "pads 1", "groups 1".

    Pads that differ stand as in the file: "pads (0, 0, 1, 1)".
    """
    told = []
    if "kernel_shape" in attributes:
        sides = " × ".join(map(str, attributes["kernel_shape"]))
        told = [
            Sentence("kernel {sides}", sides=sides),
            Sentence("stride {steps}", steps=_steps(attributes["strides"])),
        ]
        if "pads" in attributes:
            pads = attributes["pads"]
            pads = pads[0] if len(set(pads)) == 1 else _said(pads)
            told.append(Sentence("pads {pads}", pads=pads))
        if "group" in attributes:
            told.append(Sentence("groups {groups}", groups=attributes["group"]))
        if set(attributes["dilations"]) != {1}:
            steps = _steps(attributes["dilations"])
            told.append(Sentence("dilation {steps}", steps=steps))
    others = ((n, v) for n, v in attributes.items() if not (told and n in _TOLD))
    said = (
        Sentence("{name} {value}", name=plain(n), value=_said(v)) for n, v in others
    )
    return (*told, *said)


def _sliding(node: Node, shapes: Shapes) -> dict[str, Any]:
    """Returns how a kernel slides; empty where its sides are not known."""
    given = node.attributes
    kernel = given.get("kernel_shape") or _sides(node, shapes)
    count = len(kernel)
    if not count:
        return {}
    found = {
        "kernel_shape": list(kernel),
        "strides": list(given.get("strides", (1,) * count)),
        "pads": list(given.get("pads", (0,) * 2 * count)),
        "dilations": list(given.get("dilations", (1,) * count)),
    }
    if given.get("auto_pad", "NOTSET") != "NOTSET":
        del found["pads"]
        found |= _padded(node, shapes, count)
    if node.plain_operator in KERNEL_INPUT:
        found["group"] = given.get("group", 1)
    return found


def _sides(node: Node, shapes: Shapes) -> tuple[int, ...]:
    """Returns the sides of a convolution's kernel, which its weight shows."""
    place = KERNEL_INPUT.get(node.plain_operator, len(node.inputs))
    return shapes.get(dict(enumerate(node.inputs)).get(place, ""), ())[2:]


def _padded(node: Node, shapes: Shapes, count: int) -> dict[str, Any]:
    """Returns the padding that a rule gives, or the rule where that is not known."""
    names = (node.inputs[0], node.outputs[0])
    is_known = all(name in shapes for name in names)
    if not (is_known and count == 2 and node.operator in SLIDING):  # rows and columns
        return {"auto_pad": node.attributes["auto_pad"]}
    return {"pads": list(sliding(node, shapes).pads)}


def _constants(graph: Graph, node: Node) -> Iterator[tuple[str, Any]]:
    """Yields the settings that a node reads, by their formal names."""
    weights = [graph.weights.get(tensor) for tensor in node.inputs]
    settings = {p: w for p, w in enumerate(weights) if w is not None and is_setting(w)}
    names = formal_names(graph, node) if settings else []
    for place, weight in settings.items():
        values = graph.values(weight)
        if values.size and place < len(names):
            yield names[place], values.tolist()


def _steps(numbers: Sequence[int]) -> str:
    """Writes steps along rows, columns; one where all are the same."""
    shown = numbers[:1] if len(set(numbers)) == 1 else numbers
    return " × ".join(map(str, shown))


def _said(value: object) -> str:
    """Writes a value of a file: short, in one line."""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list):
        return plain(f"({', '.join(map(_said, value[:_LONGEST]))})", _LONGEST)
    return plain(str(value), _LONGEST)
