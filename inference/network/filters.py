"""The filters of a first convolution as pictures: what each of them looks for.

Only there they read the photo itself, so that their numbers are colours.
"""

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Floats
from inference.network.extract import ancestors
from inference.network.graph import Graph, Node
from inference.network.operators import CONVOLUTIONS, LEARNT, POOLS
from inference.network.weights import read_weight, readings

LARGEST = 64  # px, side of a filter; who has larger ones reads no colours
MOST = 1024  # filters
_STRENGTH = 99.5  # percent of the numbers that lie within the colours
_COLOURS = (1, 3)


def filter_pictures(
    graph: Graph, node: Node, *, is_bgr: bool = False
) -> NDArray[np.uint8] | None:
    """Returns the filters of a convolution as pictures (O, h, w, 3); None of others.

    Grey is zero. All have one scale, so that weak filters stay dull; the strongest
    half percent of the numbers is cut.

    Args:
        graph: The network.
        node: A first convolution, or any other node.
        is_bgr: Whether the network takes blue first.
    """
    if node.plain_operator not in CONVOLUTIONS or not _reads_photo(graph, node):
        return None
    kernels = (reading for reading in readings(graph, node) if reading.place)
    kernel = next(kernels, None)
    if kernel is None:
        return None
    values, _ = read_weight(graph, node, kernel)
    if not _is_colourful(values):
        return None
    return _coloured(values[:, ::-1] if is_bgr else values)


def _reads_photo(graph: Graph, node: Node) -> bool:
    """Whether nothing that was learnt, and no pool, stands before a node."""
    before = ancestors(graph, node.inputs[0])
    makers = {graph.producers[name] for name in before if name in graph.producers}
    return not any(m.plain_operator in LEARNT | POOLS for m in makers)


def _is_colourful(values: Floats) -> bool:
    """Whether a weight (O, C, h, w) is made of filters of one or three colours."""
    if values.ndim != 4 or values.shape[1] not in _COLOURS or not values.size:
        return False
    sides = values.shape[2:]
    return 1 < max(sides) <= LARGEST and len(values) <= MOST


def _coloured(values: Floats) -> NDArray[np.uint8]:
    finite = np.nan_to_num(values, posinf=0, neginf=0)
    reach = float(np.percentile(np.abs(finite), _STRENGTH)) or 1.0
    shares = np.clip(finite / reach, -1, 1) / 2 + 0.5
    pictures = np.rint(shares * 255).astype(np.uint8).transpose(0, 2, 3, 1)
    return np.ascontiguousarray(np.broadcast_to(pictures, (*pictures.shape[:3], 3)))
