"""Tiny image classifiers, built in memory, whose answers are known in closed form."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from inference.image import LoadedImage
from inference.network.graph import Graph

CLASSIFIERS = [  # all of the test data's models
    "automl_flowers5_tf2onnx_qdq_u8", "cifar10_resnet20_torch_op17",
    "cifar10_winml_pytorch1.7", "emotion_fer2013_minixception_gray64", "mnist_cntk_op8",
    "mobilenet_v1_0.25_224_tf2onnx_nhwc", "mobilenet_v1_0.5_160_tf2onnx_qdq_u8",
    "mobilenet_v2_1.0_224_tf2onnx_qdq_u8", "squeezenet1.1_caffe2_fp16",
    "squeezenet1.1_torch_legacy_op11", "vww_person_96_keras_tf2onnx_nchw",
]  # fmt: skip
TYPES = {
    "float32": TensorProto.FLOAT,
    "float16": TensorProto.FLOAT16,
    "float64": TensorProto.DOUBLE,
    "uint8": TensorProto.UINT8,
    "int8": TensorProto.INT8,
    "int64": TensorProto.INT64,
    "string": TensorProto.STRING,
}


def node(operator, inputs, outputs, **attributes):
    """A node; inputs and outputs are names parted by blanks."""
    return helper.make_node(operator, inputs.split(), outputs.split(), **attributes)


def save(path, nodes, inputs, outputs, weights=None, *, metadata=None, producer="test"):
    """Writes a model; inputs and outputs are {name: (type, shape)}."""
    values = [
        [helper.make_tensor_value_info(n, TYPES[t], s) for n, (t, s) in given.items()]
        for given in (inputs, outputs)
    ]
    tensors = [
        numpy_helper.from_array(np.asarray(array), name)
        for name, array in (weights or {}).items()
    ]
    graph = helper.make_graph(nodes, "graph", *values, tensors)
    model = helper.make_model(
        graph, producer_name=producer, opset_imports=[helper.make_opsetid("", 17)]
    )
    model.ir_version = 8
    helper.set_model_props(model, metadata or {})
    path = Path(path)
    onnx.save(model, path)
    return path


def in_memory(model):
    """The graph of a model that lies in no file."""
    return Graph(Path(model.graph.name or "model"), model)


def photo(pixels, name="photo.png"):
    """A photo from numbers (H, W, 3) or (H, W)."""
    pixels = np.asarray(pixels).astype(np.uint8)
    if pixels.ndim == 2:
        pixels = np.repeat(pixels[..., np.newaxis], 3, axis=2)
    return LoadedImage(Path(name), pixels)


def noise(height, width, seed=0):
    """A photo of noise."""
    return photo(np.random.default_rng(seed).integers(0, 256, (height, width, 3)))


def one_pixel(path, size, pixel, *, batch="N", layout="NCHW", **options):
    """A classifier whose logits are [red of one input pixel, 0]."""
    height, width = size
    shape = [batch, 3, height, width]
    places = [0, *pixel]
    if layout == "NHWC":
        shape, places = [batch, height, width, 3], [*pixel, 0]
    weights = {
        "starts": np.array(places),
        "ends": np.array(places) + 1,
        "axes": np.array([1, 2, 3]),
        "first": np.array([[1, 0]], np.float32),
    }
    nodes = [
        node("Slice", "x starts ends axes", "pixel"),
        node("Flatten", "pixel", "flat"),
        node("Mul", "flat first", "y"),
    ]
    feeds = {"x": ("float32", shape)}
    return save(path, nodes, feeds, {"y": ("float32", [batch, 2])}, weights, **options)


def linear(
    path,
    weights,
    *,
    layout="NCHW",
    dtype="float32",
    batch="N",
    ending="logits",
    **options,
):
    """A classifier whose logits are sums of weights (K, h, w, C) times the input."""
    count, height, width, channels = weights.shape
    shape = [batch, height, width, channels]
    nodes = [node("Cast", "x", "float", to=TensorProto.FLOAT)]
    if layout == "NCHW":
        shape = [batch, channels, height, width]
        nodes += [node("Transpose", "float", "last", perm=[0, 2, 3, 1])]
    else:
        nodes += [node("Identity", "float", "last")]
    nodes += [node("Flatten", "last", "flat"), node("MatMul", "flat matrix", "logits")]
    matrix = weights.reshape(count, -1).T.astype(np.float32)
    more, constants, output = ENDINGS[ending](batch, count)
    feeds = {"x": (dtype, shape)}
    constants = {"matrix": matrix, **constants}
    return save(path, [*nodes, *more], feeds, {"y": output}, constants, **options)


def convolutions(path, size, *, gain=1.0, batch="N", **options):
    """A small network of all that a shortcut has to get right at the border.

    Kernels even, odd and dilated, steps, paddings stated and by rule, a pool that
    reaches over the end, a shortcut round a block, branches, and weights from a node.
    """
    random = np.random.default_rng(3)

    def weight(*shape):
        return random.normal(0, gain / np.sqrt(np.prod(shape[1:])), shape)

    weights = {
        "w0": weight(8, 3, 5, 5), "b0": weight(8), "w1": weight(8, 8, 3, 3),
        "w2": weight(8, 1, 3, 3), "w3": weight(4, 8, 1, 1), "w4": weight(4, 8, 2, 2),
        "w5": weight(6, 8, 3, 3), "scale": weight(8), "zero": np.zeros(8),
        "one": np.ones(8), "matrix": weight(6, 5),
    }  # fmt: skip
    factor = numpy_helper.from_array(np.full((8, 1, 1), 1.5, np.float32))
    nodes = [
        node("Conv", "x w0 b0", "a", strides=[2, 1], pads=[1, 2, 2, 1]),
        node("Relu", "a", "b"),
        node("MaxPool", "b", "c", kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1),
        node("Conv", "c w1", "d", auto_pad="SAME_UPPER"),
        node("Constant", "", "factor", value=factor),
        node("Mul", "d factor", "e"),
        node("Conv", "e w2", "f", pads=[2] * 4, dilations=[2, 2], group=8),
        node("BatchNormalization", "f scale zero zero one", "g"),
        node("Add", "g c", "h"),
        node("Sigmoid", "h", "i"),
        node("Conv", "i w3", "j", auto_pad="SAME_LOWER"),
        node("Conv", "i w4", "k", auto_pad="SAME_LOWER"),
        node("Concat", "j k", "l", axis=1),
        node("AveragePool", "l", "m", kernel_shape=[2, 3], pads=[0, 1, 1, 1]),
        node("Conv", "m w5", "n", auto_pad="SAME_UPPER", strides=[2, 2]),
        node("GlobalAveragePool", "n", "mean"),
        node("Flatten", "mean", "flat"),
        node("MatMul", "flat matrix", "y"),
    ]
    feeds = {"x": ("float32", [batch, 3, *size])}
    constants = {name: np.float32(array) for name, array in weights.items()}
    answer = {"y": ("float32", [batch, 5])}
    return save(path, nodes, feeds, answer, constants, **options)


def average_pool(path, size, weights, **options):
    """Logits are weights (C, K) times the mean of each channel."""
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "flat"),
        node("MatMul", "flat matrix", "y"),
    ]
    feeds = {"x": ("float32", ["N", len(weights), *size])}
    answer = {"y": ("float32", ["N", weights.shape[1]])}
    return save(path, nodes, feeds, answer, {"matrix": np.float32(weights)}, **options)


def endless(path, *, above=-1.0, size=(8, 8), **options):
    """A classifier that never returns where any input value is above a number.

    Elsewhere its logits are the mean of each channel.
    """
    values = [
        helper.make_tensor_value_info(name, kind, shape)
        for name, kind, shape in (
            ("step", TensorProto.INT64, []),
            ("goes_on", TensorProto.BOOL, []),
            ("before", TensorProto.FLOAT, None),
            ("still", TensorProto.BOOL, []),
            ("after", TensorProto.FLOAT, None),
        )
    ]
    steps = [node("Identity", "goes_on", "still"), node("Relu", "before", "after")]
    body = helper.make_graph(steps, "body", values[:3], values[3:])
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "flat"),
        node("ReduceMax", "x", "most", keepdims=0),
        node("Greater", "most above", "is_above"),
        node("Loop", "times is_above flat", "y", body=body),
    ]
    feeds = {"x": ("float32", ["N", 3, *size])}
    weights = {"above": np.float32(above), "times": np.int64(2**62)}
    return save(path, nodes, feeds, {"y": ("float32", ["N", 3])}, weights, **options)


def one_long_node(path):
    """A classifier one node of which takes hours and heeds nothing."""
    nodes = [
        node("Tile", "x times", "large"),
        node("MaxPool", "large", "pool", kernel_shape=[1023] * 2, pads=[511] * 4),
        node("GlobalAveragePool", "pool", "mean"),
        node("Flatten", "mean", "y"),
    ]
    feeds, answer = {"x": ("float32", ["N", 3, 8, 8])}, {"y": ("float32", ["N", 3])}
    return save(path, nodes, feeds, answer, {"times": np.array([1, 1, 256, 256])})


def _logits(batch, count):
    return [node("Identity", "logits", "y")], {}, ("float32", [batch, count])


def _softmax(batch, count):
    return [node("Softmax", "logits", "y", axis=-1)], {}, ("float32", [batch, count])


def _log_softmax(batch, count):
    return [node("LogSoftmax", "logits", "y", axis=1)], {}, ("float32", [batch, count])


def _reshaped(batch, shape):
    nodes = [
        node("Softmax", "logits", "p", axis=-1),
        node("Reshape", "p shape", "y"),
    ]
    return nodes, {"shape": np.array(shape)}, ("float32", [batch, *shape[1:]])


def _decomposed(batch, count):
    nodes = [
        node("Exp", "logits", "e"),
        node("ReduceSum", "e axes", "sum", keepdims=1),
        node("Div", "e sum", "y"),
    ]
    return nodes, {"axes": np.array([1])}, ("float32", [batch, count])


def _sigmoid(batch, count):
    return [node("Sigmoid", "logits", "y")], {}, ("float32", [batch, count])


def _quantised(batch, count):
    nodes = [
        node("Softmax", "logits", "p", axis=-1),
        node("QuantizeLinear", "p scale zero", "y"),
    ]
    constants = {"scale": np.float32(1 / 256), "zero": np.uint8(0)}
    return nodes, constants, ("uint8", [batch, count])


def _quantised_logits(dtype, zero):
    def ending(batch, count):
        constants = {"scale": np.float32(0.05), "zero": np.array(zero, dtype)}
        nodes = [node("QuantizeLinear", "logits scale zero", "y")]
        return nodes, constants, (dtype, [batch, count])

    return ending


def _eight_bit(batch, count):
    """Probabilities times 256, with nothing in the graph that says so."""
    decomposed, constants, _ = _decomposed(batch, count)
    decomposed[-1].output[0] = "p"
    nodes = [
        *decomposed,
        node("Mul", "p most", "scaled"),
        node("Round", "scaled", "whole"),
        node("Clip", "whole zero top", "cut"),
        node("Cast", "cut", "y", to=TensorProto.UINT8),
    ]
    constants |= {
        "most": np.float32(256),
        "zero": np.float32(0),
        "top": np.float32(255),
    }
    return nodes, constants, ("uint8", [batch, count])


ENDINGS = {
    "logits": _logits,
    "softmax": _softmax,
    "log softmax": _log_softmax,
    "softmax (N, K, 1, 1)": lambda n, k: _reshaped(n, [-1, k, 1, 1]),
    "softmax (N, 1, 1, K)": lambda n, k: _reshaped(n, [-1, 1, 1, k]),
    "decomposed softmax": _decomposed,
    "sigmoid": _sigmoid,
    "quantised softmax": _quantised,
    "quantised logits": _quantised_logits("uint8", 100),
    "quantised logits, int8": _quantised_logits("int8", -20),
    "eight-bit probabilities": _eight_bit,
}
