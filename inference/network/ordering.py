"""Nodes in an order in which they can be computed.

ONNX asks for it, and ONNX Runtime does without: it sorts what it is given. Whoever goes
through a graph from the photo on needs it, so nodes are sorted once, as they are read.
"""

import onnx

from inference.network.parts import inner_inputs


def put_in_order(graph: onnx.GraphProto) -> None:
    """Puts each node behind those that it reads; circles stay circles."""
    nodes = list(graph.node)
    order = _order(nodes)
    if order == sorted(order):
        return
    copies = [onnx.NodeProto.FromString(n.SerializeToString()) for n in nodes]
    del graph.node[:]
    graph.node.extend(copies[place] for place in order)


def _order(nodes: list[onnx.NodeProto]) -> list[int]:
    """Returns the places of nodes in such an order, as near to theirs as it can be."""
    makers = {name: n for n, node in enumerate(nodes) for name in node.output if name}
    order: list[int] = []
    met: set[int] = set()
    for first in range(len(nodes)):
        todo = [] if first in met else [(first, _read(nodes[first], makers))]
        met.add(first)
        while todo:
            place, waiting = todo[-1]
            if not waiting:
                order.append(place)
                todo.pop()
            elif (n := waiting.pop()) not in met:
                met.add(n)
                todo.append((n, _read(nodes[n], makers)))
    return order


def _read(node: onnx.NodeProto, makers: dict[str, int]) -> list[int]:
    """Returns the places of the nodes that one reads, the first one last."""
    names = (*node.input, *inner_inputs(node))
    return sorted({makers[name] for name in names if name in makers}, reverse=True)
