"""Tiny networks for Grad-CAM, as ONNX files, and real ones written by hand in torch."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

from inference.image import LoadedImage

FLOAT = TensorProto.FLOAT


def node(operator, inputs, outputs, **attributes):
    """A node; inputs and outputs are names parted by blanks."""
    return helper.make_node(operator, inputs.split(), outputs.split(), **attributes)


def save(path, nodes, image, weights, output="logits", opset=17):
    """Writes a network that takes "image" of this shape; the output's is left open."""
    tensors = [
        numpy_helper.from_array(np.asarray(array), name)
        for name, array in weights.items()
    ]
    graph = helper.make_graph(
        nodes,
        "graph",
        [helper.make_tensor_value_info("image", FLOAT, image)],
        [onnx.ValueInfoProto(name=output)],
        tensors,
    )
    graph.output[0].type.tensor_type.elem_type = FLOAT
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    model.ir_version = 8
    onnx.save(model, path)
    return Path(path)


def photo(pixels):
    """A photo from numbers (H, W) or (H, W, 3)."""
    pixels = np.asarray(pixels).astype(np.uint8)
    if pixels.ndim == 2:
        pixels = np.repeat(pixels[..., np.newaxis], 3, axis=2)
    return LoadedImage(Path("photo.png"), pixels)


def one_conv(path):
    """captum's BasicModel_ConvNet_One_Conv: on 0..15 as 4 x 4 its logits are 54."""
    weights = {
        "w": np.ones((2, 1, 3, 3), np.float32),
        "b": np.array([-50, -75], np.float32),
        "fc": np.tile(np.float32([1, 1, 1, 1, 1, -1, -1, -1]), (4, 1)),
    }
    nodes = [
        node("Conv", "image w b", "conv1"),
        node("Relu", "conv1", "relu1"),
        node("Flatten", "relu1", "flat"),
        node("Gemm", "flat fc", "dense", transB=1),
        node("Relu", "dense", "logits"),
    ]
    return save(path, nodes, ["N", 1, 4, 4], weights)


def pooled(path, weight, head, *, ending=(), image=(1, 3, 8, 8), output="logits"):
    """conv -> relu -> mean -> head; `ending` may add nodes."""
    weights = {"w": np.float32(weight), "head": np.float32(head)}
    nodes = [
        node("Conv", "image w", "conv"),
        node("Relu", "conv", "relu"),
        node("GlobalAveragePool", "relu", "mean"),
        node("Flatten", "mean", "flat"),
        node("MatMul", "flat head", "logits"),
        *ending,
    ]
    return save(path, nodes, list(image), weights, output)


def quantised_head(path, scale, *, is_whole=False):
    """Logits that are bytes, or were, 0 for nought: two classes share the last one."""
    given = {"scale": np.float32(scale), "zero": np.uint8(0)}
    ending = [
        node("Constant", "", name, value=numpy_helper.from_array(value))
        for name, value in given.items()
    ]
    ending.append(node("QuantizeLinear", "logits scale zero", "bytes"))
    if not is_whole:
        ending.append(node("DequantizeLinear", "bytes scale zero", "real"))
    weight = np.full((2, 3, 3, 3), 0.01)
    weight[1, 0] = 0.02
    head, output = [[9, 9, 1, -9], [9, 8, 0, -9]], "bytes" if is_whole else "real"
    pooled(path, weight, head, ending=ending, output=output)
    if is_whole:
        model = onnx.load(path)
        model.graph.output[0].type.tensor_type.elem_type = TensorProto.UINT8
        onnx.save(model, path)
    return path


WIDTH, PATCH, CLASSES = 8, 4, 3


def transformer_weights(count, seed=0):
    """Weights of `transformer` for so many patches; the class token comes first."""
    rng = np.random.default_rng(seed)
    square = {n: rng.normal(0, 0.4, (WIDTH, WIDTH)) for n in ("q", "k", "v", "mlp")}
    made = {
        **square,
        "patch": rng.normal(0, 0.2, (WIDTH, 3, PATCH, PATCH)),
        "token": rng.normal(0, 1, (1, 1, WIDTH)),
        "position": rng.normal(0, 0.5, (1, count + 1, WIDTH)),
        "head": rng.normal(0, 1, (WIDTH, CLASSES)),
    }
    return {name: values.astype(np.float32) for name, values in made.items()}


def transformer(path, size, *, reads="class token", inner=None, opset=17):
    """A vision transformer of one block; classes are read from a token, or the mean.

    `inner` are other nodes that make "mixed" of "position_added", and their weights.
    """
    rows, cols = (side // PATCH for side in size)
    weights = transformer_weights(rows * cols)
    weights["tokens"] = np.array([0, WIDTH, -1])
    weights["first"] = np.array(0)
    attention = [
        node("MatMul", "position_added q", "queries"),
        node("MatMul", "position_added k", "keys"),
        node("MatMul", "position_added v", "values"),
        node("Transpose", "keys", "keys_t", perm=[0, 2, 1]),
        node("MatMul", "queries keys_t", "scores"),
        node("Softmax", "scores", "attention", axis=-1),
        node("MatMul", "attention values", "mixed"),
    ]
    if inner is not None:
        attention, more = inner(weights)
        weights = {**weights, **more}
    ends = {
        "class token": [node("Gather", "out first", "read", axis=1)],
        "mean": [node("ReduceMean", "out", "read", axes=[1], keepdims=0)],
    }
    nodes = [
        node("Conv", "image patch", "patches", strides=[PATCH, PATCH]),
        node("Reshape", "patches tokens", "columns"),
        node("Transpose", "columns", "rows", perm=[0, 2, 1]),
        node("Concat", "token rows", "sequence", axis=1),
        node("Add", "sequence position", "position_added"),
        *attention,
        node("Add", "position_added mixed", "residual"),
        node("MatMul", "residual mlp", "hidden"),
        node("Tanh", "hidden", "active"),
        node("Add", "residual active", "out"),
        *ends[reads],
        node("MatMul", "read head", "logits"),
    ]
    return save(path, nodes, [1, 3, *size], weights, opset=opset), weights


def transformer_in_torch(weights, image, *, reads="class token"):
    """The same in torch: (logits (3,), {name: tensor}) of an image (1, 3, h, w)."""
    w = {k: torch.from_numpy(np.array(v)) for k, v in weights.items()}
    patches = functional.conv2d(image, w["patch"], stride=PATCH)
    tokens = patches.flatten(2).transpose(1, 2)
    x = torch.cat([w["token"], tokens], 1) + w["position"]
    x.requires_grad_()
    scores = (x @ w["q"]) @ (x @ w["k"]).transpose(1, 2)
    residual = x + scores.softmax(-1) @ (x @ w["v"])
    out = residual + torch.tanh(residual @ w["mlp"])
    read = out[:, 0] if reads == "class token" else out.mean(1)
    return (read @ w["head"])[0], {"position_added": x, "out": out}


class Fire(nn.Module):
    """A block of SqueezeNet (Iandola and others 2016)."""

    def __init__(self, inputs, squeezed, expanded):
        super().__init__()
        self.squeeze = nn.Conv2d(inputs, squeezed, 1)
        self.expand1x1 = nn.Conv2d(squeezed, expanded, 1)
        self.expand3x3 = nn.Conv2d(squeezed, expanded, 3, padding=1)

    def forward(self, x):
        x = torch.relu(self.squeeze(x))
        sides = [torch.relu(self.expand1x1(x)), torch.relu(self.expand3x3(x))]
        return torch.cat(sides, 1)


class SqueezeNet(nn.Module):
    """SqueezeNet 1.1 in torchvision's layout of weights."""

    def __init__(self):
        super().__init__()

        def pool():
            return nn.MaxPool2d(3, 2, ceil_mode=True)

        self.features = nn.Sequential(
            nn.Conv2d(3, 64, 3, 2), nn.ReLU(), pool(),
            Fire(64, 16, 64), Fire(128, 16, 64), pool(),
            Fire(128, 32, 128), Fire(256, 32, 128), pool(),
            Fire(256, 48, 192), Fire(384, 48, 192),
            Fire(384, 64, 256), Fire(512, 64, 256),
        )  # fmt: skip
        self.classifier = nn.Sequential(
            nn.Dropout(), nn.Conv2d(512, 1000, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(1)
        )

    def forward(self, x):
        return self.classifier(self.features(x)).flatten(1)


class Residual(nn.Module):
    """A block of the CIFAR ResNet; its shortcut drops pixels and pads channels."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.added = outputs - inputs
        stride = 2 if self.added else 1
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)

    def forward(self, x):
        inner = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        if self.added:
            half = self.added // 2
            x = functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, half, half))
        return torch.relu(inner + x)


class ResNet20(nn.Module):
    """The CIFAR ResNet-20 (He and others 2015, section 4.2)."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        widths = (16, 16, 32, 64)
        for number in (1, 2, 3):
            before, after = widths[number - 1], widths[number]
            blocks = [Residual(before, after), *(Residual(after, after) for _ in "12")]
            self.add_module(f"layer{number}", nn.Sequential(*blocks))
        self.linear = nn.Linear(64, 10)

    def forward(self, x):
        x = torch.relu(self.bn1(self.conv1(x)))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.linear(x.mean((2, 3)))


def loaded(module, path):
    """Fills a module with a checkpoint."""
    state = torch.load(path, weights_only=True, map_location="cpu")
    state = state.get("state_dict", state)
    module.load_state_dict({k.removeprefix("module."): v for k, v in state.items()})
    return module.eval()
