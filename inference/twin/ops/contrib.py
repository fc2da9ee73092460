"""The operators of com.microsoft: what ONNX Runtime fuses, and quantised exports.

A quantised operator is its plain one between DequantizeLinear and QuantizeLinear.
Source: ONNX Runtime's contributed operators, docs/ContribOperators.md.
"""

from collections.abc import Callable
from typing import Final

import torch
from torch import Tensor

from inference.twin.ops import activations, linear, pooling
from inference.twin.ops.convolution import Conv
from inference.twin.ops.normalisation import LayerNormalization
from inference.twin.ops.quantisation import DequantizeLinear, QuantizeLinear
from inference.twin.ops.values import Floats, Ints

_ACTIVATIONS: Final[dict[str, Callable[..., Tensor]]] = {
    "Relu": activations.Relu,
    "Tanh": torch.tanh,
    "Sigmoid": activations.Sigmoid,
    "LeakyRelu": activations.LeakyRelu,
    "Clip": torch.clamp,
    "HardSigmoid": activations.HardSigmoid,
}


def activation_of(name: str) -> Callable[..., Tensor]:
    """Returns the function that a fused operator ends in; "" changes nothing."""
    return _ACTIVATIONS[name] if name else lambda values: values


def BiasGelu(A: Tensor, B: Tensor) -> Tensor:
    """Returns Gelu(A + B)."""
    return activations.Gelu(A + B)


def FastGelu(X: Tensor, bias: Tensor | None = None) -> Tensor:
    """Returns Gelu(X + bias) by its approximation."""
    return activations.Gelu(X if bias is None else X + bias, approximate="tanh")


def FusedConv(
    X: Tensor,
    W: Tensor,
    B: Tensor | None = None,
    Z: Tensor | None = None,
    activation: str = "",
    activation_params: Floats | None = None,
    auto_pad: str = "NOTSET",
    dilations: Ints | None = None,
    group: int = 1,
    kernel_shape: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns activation(Conv(X, W, B) + Z)."""
    Y = Conv(X, W, B, auto_pad, dilations, group, kernel_shape, pads, strides)
    if Z is not None:
        Y = Y + Z
    return activation_of(activation)(Y, *activation_params or [])


def FusedMatMul(
    A: Tensor,
    B: Tensor,
    alpha: float = 1.0,
    transA: int = 0,
    transB: int = 0,
    transBatchA: int = 0,
    transBatchB: int = 0,
) -> Tensor:
    """Returns α A B, the matrices (or the leading axes) transposed at wish."""
    a = _turned(A, transA, transBatchA)
    b = _turned(B, transB, transBatchB)
    return alpha * torch.matmul(a, b)


def Gelu(X: Tensor) -> Tensor:
    """Returns x Φ(x)."""
    return activations.Gelu(X)


def QGemm(
    A: Tensor,
    a_scale: Tensor,
    a_zero_point: Tensor,
    B: Tensor,
    b_scale: Tensor,
    b_zero_point: Tensor,
    C: Tensor | None = None,
    y_scale: Tensor | None = None,
    y_zero_point: Tensor | None = None,
    alpha: float = 1.0,
    transA: int = 0,
    transB: int = 0,
) -> Tensor:
    """Returns α A B + C of the real numbers meant, quantised where a scale is given.

    C is int32, its scale α times that of A times that of B.
    """
    a = DequantizeLinear(A, a_scale, a_zero_point)
    b = DequantizeLinear(B, b_scale, b_zero_point, axis=0 if transB else 1)
    Y = linear.Gemm(a, b, None, alpha, 1.0, transA, transB)
    if C is not None:
        Y = Y + C.to(Y.dtype) * (alpha * a_scale * b_scale)
    return Y if y_scale is None else QuantizeLinear(Y, y_scale, y_zero_point)


def QLinearAdd(
    A: Tensor,
    A_scale: Tensor,
    A_zero_point: Tensor | None,
    B: Tensor,
    B_scale: Tensor,
    B_zero_point: Tensor | None,
    C_scale: Tensor,
    C_zero_point: Tensor | None = None,
) -> Tensor:
    """Returns A + B of the real numbers meant, quantised again."""
    a = DequantizeLinear(A, A_scale, A_zero_point)
    b = DequantizeLinear(B, B_scale, B_zero_point)
    return _quantised(a + b, C_scale, C_zero_point, A)


def QLinearAveragePool(
    X: Tensor,
    x_scale: Tensor,
    x_zero_point: Tensor | None,
    y_scale: Tensor,
    y_zero_point: Tensor | None = None,
    kernel_shape: Ints | None = None,
    auto_pad: str = "NOTSET",
    ceil_mode: int = 0,
    channels_last: int = 0,
    count_include_pad: int = 0,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns AveragePool of the real numbers meant, quantised again."""
    real = _channels_first(DequantizeLinear(X, x_scale, x_zero_point), channels_last)
    means = pooling.AveragePool(
        real,
        kernel_shape or [],
        auto_pad,
        ceil_mode,
        count_include_pad,
        pads=pads,
        strides=strides,
    )
    turned = _channels_back(means, channels_last)
    return _quantised(turned, y_scale, y_zero_point, X)


def QLinearConcat(
    Y_scale: Tensor, Y_zero_point: Tensor, *inputs: Tensor, axis: int
) -> Tensor:
    """Returns Concat of the real numbers that (tensor, scale, zero point) mean."""
    triples = zip(inputs[::3], inputs[1::3], inputs[2::3], strict=True)
    joined = torch.cat([DequantizeLinear(*triple) for triple in triples], axis)
    return QuantizeLinear(joined, Y_scale, Y_zero_point)


def QLinearGlobalAveragePool(
    X: Tensor,
    x_scale: Tensor,
    x_zero_point: Tensor,
    y_scale: Tensor,
    y_zero_point: Tensor,
    channels_last: int = 0,
) -> Tensor:
    """Returns GlobalAveragePool of the real numbers meant, quantised again."""
    real = _channels_first(DequantizeLinear(X, x_scale, x_zero_point), channels_last)
    means = _channels_back(pooling.GlobalAveragePool(real), channels_last)
    return QuantizeLinear(means, y_scale, y_zero_point)


def QLinearLeakyRelu(
    X: Tensor,
    X_scale: Tensor,
    X_zero_point: Tensor | None,
    Y_scale: Tensor,
    Y_zero_point: Tensor | None = None,
    alpha: float = 0.01,
) -> Tensor:
    """Returns LeakyRelu of the real numbers meant, quantised again."""
    real = DequantizeLinear(X, X_scale, X_zero_point)
    return _quantised(activations.LeakyRelu(real, alpha), Y_scale, Y_zero_point, X)


def QLinearMul(
    A: Tensor,
    A_scale: Tensor,
    A_zero_point: Tensor | None,
    B: Tensor,
    B_scale: Tensor,
    B_zero_point: Tensor | None,
    C_scale: Tensor,
    C_zero_point: Tensor | None = None,
) -> Tensor:
    """Returns A · B of the real numbers meant, quantised again."""
    a = DequantizeLinear(A, A_scale, A_zero_point)
    b = DequantizeLinear(B, B_scale, B_zero_point)
    return _quantised(a * b, C_scale, C_zero_point, A)


def QLinearSigmoid(
    X: Tensor,
    X_scale: Tensor,
    X_zero_point: Tensor | None,
    Y_scale: Tensor,
    Y_zero_point: Tensor | None = None,
) -> Tensor:
    """Returns Sigmoid of the real numbers meant, quantised again."""
    real = DequantizeLinear(X, X_scale, X_zero_point)
    return _quantised(activations.Sigmoid(real), Y_scale, Y_zero_point, X)


def QLinearSoftmax(
    X: Tensor,
    X_scale: Tensor,
    x_zero_point: Tensor | None,
    y_scale: Tensor,
    y_zero_point: Tensor,
    axis: int = -1,
    opset: int = 13,
) -> Tensor:
    """Returns Softmax, of the stated opset, of the real numbers meant, quantised."""
    real = DequantizeLinear(X, X_scale, x_zero_point)
    softmax = activations.Softmax if opset >= 13 else activations.Softmax_1
    return QuantizeLinear(softmax(real, axis), y_scale, y_zero_point)


def QuickGelu(X: Tensor, alpha: float = 1.702) -> Tensor:
    """Returns x · Sigmoid(αx)."""
    return activations.Swish(X, alpha)


def SkipLayerNormalization(
    input: Tensor,
    skip: Tensor,
    gamma: Tensor,
    beta: Tensor | None = None,
    bias: Tensor | None = None,
    epsilon: float = 1e-12,
    outputs: int = 1,
) -> tuple[Tensor | None, ...]:
    """Returns LayerNormalization of input + skip + bias, and that sum as fourth."""
    total = input + skip if bias is None else input + skip + bias
    Y = LayerNormalization(total, gamma, beta, epsilon=epsilon, outputs=outputs)
    Y, mean, inverse = Y if isinstance(Y, tuple) else (Y, None, None)
    return Y, mean, inverse, total


def _quantised(
    real: Tensor, scale: Tensor, zero_point: Tensor | None, like: Tensor
) -> Tensor:
    """Returns QuantizeLinear, where a missing zero point is 0 of the input's type."""
    if zero_point is None:
        dtype = torch.uint8 if like.is_floating_point() else like.dtype
        zero_point = torch.zeros((), dtype=dtype, device=like.device)
    return QuantizeLinear(real, scale, zero_point)


def _turned(X: Tensor, matrix: int, batch: int) -> Tensor:
    """Returns X with its leading axes before the last but one, or matrices, turned."""
    if batch:
        X = X.movedim(0, -2)
    return X.transpose(-1, -2) if matrix and X.dim() > 1 else X


def _channels_first(X: Tensor, channels_last: int) -> Tensor:
    return X.movedim(-1, 1) if channels_last else X


def _channels_back(X: Tensor, channels_last: int) -> Tensor:
    return X.movedim(1, -1) if channels_last else X
