"""Which tensors of a graph hold 4- or 2-bit integers: in torch they fill 8 bits."""

import onnx

from inference.twin.ops.values import NARROW

_TYPED_BY = {"CastLike": (1, "to"), "QuantizeLinear": (2, "output_dtype")}
_STATING = ("to", "output_dtype")


class NarrowTypes:
    """Follows the element types that torch's tensors lose."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        """Takes the stored tensors of a graph, and what it is fed with."""
        fed = {v.name: v.type.tensor_type.elem_type for v in graph.input}
        known = fed | {t.name: t.data_type for t in graph.initializer}
        self._types = {name: kind for name, kind in known.items() if kind in NARROW}

    def attributes(self, node: onnx.NodeProto) -> dict[str, int]:
        """Returns what a node has to be told besides its own attributes.

        Nodes are to be asked about in their order: what they make is noted.
        """
        place, name = _TYPED_BY.get(node.op_type, (0, ""))
        typing = node.input[place] if name and len(node.input) > place else ""
        found = {name: self._types[typing]} if typing in self._types else {}
        stated = [a.i for a in node.attribute if a.name in _STATING]
        stated += [a.t.data_type for a in node.attribute if a.name == "value"]
        for element_type in (*found.values(), *stated):
            if element_type in NARROW:
                self._types[node.output[0]] = element_type
        return found
