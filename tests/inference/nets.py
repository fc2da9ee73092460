"""Tiny ONNX classifiers, built node by node; and the names of the real ones."""

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

REAL_ONES = """
    models/automl_flowers5_tf2onnx_qdq_u8
    models/cifar10_resnet20_torch_op17
    models/cifar10_winml_pytorch1.7
    models/emotion_fer2013_minixception_gray64
    models/mnist_cntk_op8
    models/mobilenet_v1_0.25_224_tf2onnx_nhwc
    models/mobilenet_v1_0.5_160_tf2onnx_qdq_u8
    models/mobilenet_v2_1.0_224_tf2onnx_qdq_u8
    models/squeezenet1.1_caffe2_fp16
    models/squeezenet1.1_torch_legacy_op11
    models/vww_person_96_keras_tf2onnx_nchw
    models_variants/resnet20_external
    models_variants/resnet20_preproc_inside_u8_nhwc
    models_variants/resnet20_sigmoid_cat_dog_horse_multilabel
    models_variants/resnet20_softmax_metadata_labels
    models_variants/resnet20_two_inputs
    models_variants/squeezenet_fp16_dynamic_nhw
"""
REAL = REAL_ONES.split()  # classifiers in ../shared/data, without their suffix


def weight(name, *shape, seed=0):
    values = np.random.default_rng(seed).normal(size=shape).astype(np.float32) * 0.3
    return numpy_helper.from_array(values, name)


def ints(name, *values):
    return numpy_helper.from_array(np.array(values, np.int64), name)


def write(path, nodes, weights, *, size=(16, 16), classes=4, channels_last=False):
    """Saves a model from "input" to "logits" and returns its path."""
    shape = [1, *size, 3] if channels_last else [1, 3, *size]
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, classes])],
        weights,
    )
    opset = helper.make_opsetid("", 17)
    save(helper.make_model(graph, opset_imports=[opset], ir_version=8), path)
    return path


def node(operator, inputs, outputs, **attributes):
    return helper.make_node(operator, inputs.split(), outputs.split(), **attributes)


def conv_net(path, *, size=(16, 16), channels=6):
    """Conv, batch norm, residual addition, ReLU, pooling, Gemm."""
    nodes = [
        node("Conv", "input w", "stem", pads=[1, 1, 1, 1]),
        node("Relu", "stem", "stem_relu"),
        node("Conv", "stem_relu v", "conv", pads=[1, 1, 1, 1]),
        node("BatchNormalization", "conv s b m t", "norm"),
        node("Add", "norm stem_relu", "sum"),
        node("Relu", "sum", "relu"),
        node("GlobalAveragePool", "relu", "pooled"),
        node("Flatten", "pooled", "flat"),
        node("Gemm", "flat g", "logits"),
    ]
    one, zero = np.ones(channels, np.float32), np.zeros(channels, np.float32)
    weights = [
        weight("w", channels, 3, 3, 3),
        weight("v", channels, channels, 3, 3, seed=1),
        numpy_helper.from_array(one, "s"),
        numpy_helper.from_array(zero, "b"),
        numpy_helper.from_array(zero, "m"),
        numpy_helper.from_array(one, "t"),
        weight("g", channels, 4, seed=2),
    ]
    return write(path, nodes, weights, size=size)


def channels_last_net(path):
    """A network in (N, h, w, C) that turns to channels first for its convolution."""
    nodes = [
        node("Transpose", "input", "turned", perm=[0, 3, 1, 2]),
        node("Conv", "turned w", "conv", strides=[2, 2]),
        node("Transpose", "conv", "back", perm=[0, 2, 3, 1]),
        node("Relu", "back", "relu"),
        node("MatMul", "relu m", "mixed"),
        node("ReduceMean", "mixed", "pooled", axes=[1, 2], keepdims=0),
        node("MatMul", "pooled g", "logits"),
    ]
    weights = [weight("w", 5, 3, 2, 2), weight("m", 5, 7), weight("g", 7, 4)]
    return write(path, nodes, weights, size=(12, 16), channels_last=True)


def token_net(path, *, size=(16, 24)):
    """Patches of 4 x 4 become tokens, a class token stands before them."""
    rows, columns = size[0] // 4, size[1] // 4
    nodes = [
        node("Conv", "input w", "patches", strides=[4, 4]),
        node("Reshape", "patches shape", "flat"),
        node("Transpose", "flat", "tokens", perm=[0, 2, 1]),
        node("Concat", "class tokens", "joined", axis=1),
        node("Add", "joined place", "placed"),
        node("MatMul", "placed m", "mixed"),
        node("Reshape", "mixed heads", "split"),
        node("Transpose", "split", "by_head", perm=[0, 2, 1, 3]),
        node("Transpose", "by_head", "joining", perm=[0, 2, 1, 3]),
        node("Reshape", "joining whole", "again"),
        node("Gather", "again zero", "first", axis=1),
        node("MatMul", "first g", "logits"),
    ]
    count = rows * columns + 1
    weights = [
        weight("w", 8, 3, 4, 4),
        ints("shape", 1, 8, rows * columns),
        weight("class", 1, 1, 8),
        weight("place", 1, count, 8),
        weight("m", 8, 8),
        ints("heads", 1, count, 2, 4),
        ints("whole", 1, count, 8),
        numpy_helper.from_array(np.array(0, np.int64), "zero"),
        weight("g", 8, 4),
    ]
    return write(path, nodes, weights, size=size)


def quantised_net(path):
    """Conv and ReLU whose result is quantised and dequantised."""

    def scalar(name, value, kind):
        return numpy_helper.from_array(np.array(value, kind), name)

    nodes = [
        node("Conv", "input w", "conv"),
        node("Relu", "conv", "relu"),
        node("QuantizeLinear", "relu s z", "stored"),
        node("DequantizeLinear", "stored s z", "real"),
        node("GlobalAveragePool", "real", "pooled"),
        node("Flatten", "pooled", "flat"),
        node("Gemm", "flat g", "logits"),
    ]
    weights = [
        weight("w", 6, 3, 3, 3),
        scalar("s", 0.02, np.float32),
        scalar("z", 3, np.uint8),
        weight("g", 6, 4),
    ]
    return write(path, nodes, weights)
