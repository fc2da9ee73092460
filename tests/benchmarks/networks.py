"""Two networks, each written down once: as an ONNX file and as torch calls.

`squeezenet` and `resnet50` say what follows what; whom they tell it to decides what
becomes of it. `OnnxWriter` makes a graph with random weights, `TorchRunner` computes
with the weights of a graph, so both ways share every number.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch.nn import functional

T = TypeVar("T")
SIDE, CLASSES = 224, 1000
_OPSET, _IR_VERSION = 17, 8


class Operations(Protocol[T]):
    """What a network can be told to; T stands for a tensor (N, C, h, w)."""

    def conv(self, x: T, channels: int, kernel: int, stride: int, pad: int) -> T: ...
    def relu(self, x: T) -> T: ...
    def add(self, x: T, y: T) -> T: ...
    def concat(self, x: T, y: T) -> T: ...
    def max_pool(self, x: T, pad: int, *, ceil: bool) -> T: ...
    def mean(self, x: T) -> T: ...


Network = Callable[[Operations[Any], Any], Any]


def squeezenet(ops: Operations[T], x: T) -> T:
    """SqueezeNet 1.1 (Iandola and others 2016), as torchvision has it."""
    x = ops.relu(ops.conv(x, 64, 3, 2, 0))
    plan = ((16, 64), (16, 64), None, (32, 128), (32, 128), None)
    plan += ((48, 192), (48, 192), (64, 256), (64, 256))
    x = ops.max_pool(x, 0, ceil=True)
    for fire in plan:
        if fire is None:
            x = ops.max_pool(x, 0, ceil=True)
            continue
        squeezed = ops.relu(ops.conv(x, fire[0], 1, 1, 0))
        narrow = ops.relu(ops.conv(squeezed, fire[1], 1, 1, 0))
        wide = ops.relu(ops.conv(squeezed, fire[1], 3, 1, 1))
        x = ops.concat(narrow, wide)
    return ops.mean(ops.relu(ops.conv(x, CLASSES, 1, 1, 0)))


def resnet50(ops: Operations[T], x: T) -> T:
    """ResNet-50 (He and others 2015), stride in the 3x3; BatchNorm is folded in."""
    x = ops.max_pool(ops.relu(ops.conv(x, 64, 7, 2, 3)), 1, ceil=False)
    for stage, blocks in enumerate((3, 4, 6, 3)):
        for block in range(blocks):
            width, stride = 64 << stage, 2 if stage and not block else 1
            inner = ops.relu(ops.conv(x, width, 1, 1, 0))
            inner = ops.relu(ops.conv(inner, width, 3, stride, 1))
            inner = ops.conv(inner, 4 * width, 1, 1, 0)
            shortcut = x if block else ops.conv(x, 4 * width, 1, stride, 0)
            x = ops.relu(ops.add(inner, shortcut))
    return ops.conv(ops.mean(x), CLASSES, 1, 1, 0)


class OnnxWriter:
    """Writes operations on tensor names down, with random weights (He 2015)."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._channels = {"image": 3}
        self._random = np.random.default_rng(0)

    def conv(self, x: str, channels: int, kernel: int, stride: int, pad: int) -> str:
        shape = (channels, self._channels[x], kernel, kernel)
        spread = np.sqrt(2 / np.prod(shape[1:]))
        weight = self._random.normal(0, spread, shape).astype(np.float32)
        bias = self._random.normal(0, 0.1, channels).astype(np.float32)
        names = [f"w{len(self.weights)}", f"b{len(self.weights)}"]
        for name, values in zip(names, (weight, bias), strict=True):
            self.weights.append(numpy_helper.from_array(values, name))
        sizes = {"kernel_shape": [kernel] * 2, "strides": [stride] * 2}
        return self._node("Conv", [x, *names], channels, pads=[pad] * 4, **sizes)

    def relu(self, x: str) -> str:
        return self._node("Relu", [x], self._channels[x])

    def add(self, x: str, y: str) -> str:
        return self._node("Add", [x, y], self._channels[x])

    def concat(self, x: str, y: str) -> str:
        channels = self._channels[x] + self._channels[y]
        return self._node("Concat", [x, y], channels, axis=1)

    def max_pool(self, x: str, pad: int, *, ceil: bool) -> str:
        how = {"kernel_shape": [3, 3], "strides": [2, 2], "pads": [pad] * 4}
        return self._node("MaxPool", [x], self._channels[x], ceil_mode=ceil, **how)

    def mean(self, x: str) -> str:
        return self._node("GlobalAveragePool", [x], self._channels[x])

    def _node(self, kind: str, inputs: list[str], channels: int, **how: Any) -> str:
        name = f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **how))
        self._channels[name] = channels
        return name


class TorchRunner:
    """Computes operations with the convolutions' weights of an ONNX file, in order."""

    def __init__(self, model: onnx.ModelProto) -> None:
        arrays = {w.name: numpy_helper.to_array(w) for w in model.graph.initializer}
        convs = [node for node in model.graph.node if node.op_type == "Conv"]
        pairs = [[arrays[name] for name in node.input[1:3]] for node in convs]
        self._weights = [[torch.tensor(array) for array in pair] for pair in pairs]
        self._next = 0

    def __call__(self, network: Network, x: torch.Tensor) -> torch.Tensor:
        """Returns logits (N, K) of inputs (N, 3, h, w)."""
        self._next = 0
        return network(self, x).flatten(1)

    def conv(
        self, x: torch.Tensor, channels: int, kernel: int, stride: int, pad: int
    ) -> torch.Tensor:
        weight, bias = self._weights[self._next]
        assert weight.shape == (channels, x.shape[1], kernel, kernel)
        self._next += 1
        return functional.conv2d(x, weight, bias, stride, pad)

    def relu(self, x: torch.Tensor) -> torch.Tensor:
        return functional.relu_(x)

    def add(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return x.add_(y)

    def concat(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return torch.cat((x, y), 1)

    def max_pool(self, x: torch.Tensor, pad: int, *, ceil: bool) -> torch.Tensor:
        return functional.max_pool2d(x, 3, 2, pad, ceil_mode=ceil)

    def mean(self, x: torch.Tensor) -> torch.Tensor:
        return functional.adaptive_avg_pool2d(x, 1)


def write_onnx(network: Network, path: Path) -> Path:
    """Writes a network with random weights: (N, 3, 224, 224) -> (N, 1000, 1, 1)."""
    writer = OnnxWriter()
    last = network(writer, "image")
    shapes = {"image": ["N", 3, SIDE, SIDE], last: ["N", CLASSES, 1, 1]}
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in shapes.items()
    ]
    graph = helper.make_graph(
        writer.nodes, path.stem, ends[:1], ends[1:], writer.weights
    )
    opset = helper.make_opsetid("", _OPSET)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=_IR_VERSION)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path
