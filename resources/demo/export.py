"""Writes the trained weights as an ONNX file, node by node, under readable names."""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from resources.demo.draw import LABELS
from resources.demo.inputs import MEAN, SCALE, SIDE, STD
from resources.demo.train import BLOCKS

OPSET = 17


def onnx_model(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Builds the model; equal weights give equal bytes."""
    nodes, value = [], "photo"
    for index, (_, _, stride) in enumerate(BLOCKS, 1):
        name = f"block{index}"
        inputs = [value, f"{name}.conv.weight", f"{name}.conv.bias"]
        window = {"kernel_shape": [3, 3], "strides": [stride] * 2, "pads": [1] * 4}
        nodes.append(_node("Conv", inputs, f"{name}.conv", **window))
        value = f"{name}.relu"
        nodes.append(_node("Relu", [f"{name}.conv"], value))
    dense = ["features", "dense.weight", "dense.bias"]
    nodes += [
        _node("GlobalAveragePool", [value], "pool"),
        _node("Flatten", ["pool"], "features", axis=1),
        _node("Gemm", dense, "logits", transB=1),
    ]
    shape, kinds = ["batch", 3, SIDE, SIDE], ["batch", len(LABELS)]
    graph = helper.make_graph(
        nodes,
        "toy-food",
        [helper.make_tensor_value_info("photo", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, kinds)],
        [numpy_helper.from_array(array, name) for name, array in weights.items()],
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8
    )
    model.producer_name = "netgaze-demo"
    helper.set_model_props(model, {"netgaze": json.dumps(card())})
    onnx.checker.check_model(model, full_check=True)
    return model


def _node(
    operator: str, inputs: list[str], name: str, **attributes: int | list[int]
) -> onnx.NodeProto:
    """Returns a node that is called like the tensor it makes."""
    return helper.make_node(operator, inputs, [name], name, **attributes)


def card() -> dict:
    """Returns what the file says of itself: labels and preprocessing."""
    return {
        "name": "Toy food",
        "labels": list(LABELS),
        "preprocessing": {
            "channels": "RGB",
            "scale": SCALE,
            "mean": list(MEAN),
            "std": list(STD),
        },
        "resize": "crop",
    }
