"""Integers of 4 and 2 bits: torch keeps them in 8, so their limits are ours to keep."""

import numpy as np
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper

from inference.twin.module import load_twin
from tests.models import in_memory

LIMITS = {"INT4": (-8, 7), "UINT4": (0, 15), "INT2": (-2, 1), "UINT2": (0, 3)}
VALUES = np.arange(-41, 41, dtype=np.float32) / 2 + np.float32(0.25)


def model(*nodes, stored):
    """A network from "x" to "y", which it casts back to floats."""
    nodes = [*nodes, helper.make_node("Cast", ["q"], ["y"], to=TensorProto.FLOAT)]
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N"]) for name in "xy"
    ]
    graph = helper.make_graph(nodes, "g", ends[:1], ends[1:], stored)
    opset = helper.make_opsetid("", 25)
    return helper.make_model(graph, opset_imports=[opset], ir_version=12)


def answers(network):
    """What ONNX Runtime and the twin say."""
    session = onnxruntime.InferenceSession(network.SerializeToString())
    (theirs,) = session.run(None, {"x": VALUES})
    with torch.no_grad():
        (ours,) = load_twin(in_memory(network))(torch.from_numpy(VALUES))
    return theirs, ours.numpy()


@pytest.mark.parametrize("kind", LIMITS)
@pytest.mark.parametrize("has_zero_point", [True, False])
def test_quantising_saturates(kind, has_zero_point):
    element_type = getattr(TensorProto, kind)
    stored = [helper.make_tensor("s", TensorProto.FLOAT, [], [1.0])]
    options = {"output_dtype": element_type}
    if has_zero_point:
        stored.append(helper.make_tensor("z", element_type, [], [1]))
        options = {}
    inputs = ["x", "s", "z"][: 1 + len(stored)]
    network = model(
        helper.make_node("QuantizeLinear", inputs, ["q"], **options), stored=stored
    )
    theirs, ours = answers(network)
    assert (ours == theirs).all()
    assert (ours.min(), ours.max()) == LIMITS[kind]


@pytest.mark.parametrize("kind", LIMITS)
@pytest.mark.parametrize("operator", ["CastLike", "Cast"])
def test_casting_keeps_the_low_bits(kind, operator):
    """ONNX leaves open what is beyond the limits; ONNX Runtime keeps low bits there."""
    element_type = getattr(TensorProto, kind)
    stored = [helper.make_tensor("z", element_type, [], [0])]
    made = {
        "CastLike": helper.make_node("CastLike", ["x", "z"], ["q"]),
        "Cast": helper.make_node("Cast", ["x"], ["q"], to=element_type),
    }
    theirs, ours = answers(model(made[operator], stored=stored))
    assert (ours == theirs).all()
    assert (ours.min(), ours.max()) == LIMITS[kind]
