"""Channels in blocks, as ONNX Runtime lays them out when it optimises for a processor.

(N, C, h, w) then holds (N, C / block, h, w, block). Source: ONNX Runtime,
core/mlas/lib/reorder.cpp.
"""

from functools import cache
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper

from inference.network.graph import Graph
from inference.network.operators import BLOCKED_CHANNELS


def blocked_tensors(graph: Graph) -> set[str]:
    """Returns the tensors whose channels ONNX Runtime put into blocks.

    Their numbers lie otherwise than their shapes say; see `in_order`.
    """
    found: set[str] = set()
    for node in graph.nodes:
        is_blocked = node.operator.startswith(BLOCKED_CHANNELS)
        is_back = is_blocked and node.plain_operator == "ReorderOutput"
        if not is_back and (is_blocked or not found.isdisjoint(node.inputs)):
            found.update(node.outputs)
    return found


def in_order(values: NDArray[Any]) -> NDArray[Any]:
    """Returns maps (N, C, h, w) whose channels lay in blocks."""
    batch, channels, rows, cols = values.shape
    size = block_size()
    blocks = values.reshape(batch, channels // size, rows, cols, size)
    return blocks.transpose(0, 1, 4, 2, 3).reshape(values.shape)


@cache
def block_size() -> int:
    """Returns how many channels a block holds on this processor.

    Told by where the second place of the first channel comes to lie.
    """
    shape = [1, 64, 1, 2]
    graph = helper.make_graph(
        [helper.make_node("ReorderInput", ["x"], ["y"], domain="com.microsoft.nchwc")],
        "blocks",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)],
    )
    opsets = [helper.make_opsetid(*o) for o in (("", 17), ("com.microsoft.nchwc", 1))]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    numbered = np.arange(128, dtype=np.float32).reshape(shape)
    blocked = session.run(None, {"x": numbered})[0].ravel()
    return int(np.flatnonzero(blocked == 1)[0])
