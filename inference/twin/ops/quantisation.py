"""Whole numbers for real ones: real = (whole − zero point) · scale.

Rounding passes gradients straight through, and saturation ends them. Whole numbers
that carry a gradient stay float tensors, since integer tensors cannot carry one.
"""

import torch
from torch import Tensor

from inference.twin.ops.convolution import Conv
from inference.twin.ops.values import (
    NARROW,
    Ints,
    dtype_of,
    rounded_to,
    rounded_to_narrow,
    straight_through,
    wrapped,
)


def ConvInteger(
    x: Tensor,
    w: Tensor,
    x_zero_point: Tensor | None = None,
    w_zero_point: Tensor | None = None,
    auto_pad: str = "NOTSET",
    dilations: Ints | None = None,
    group: int = 1,
    kernel_shape: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns Conv of (x − zero point) and (w − zero point), as int32."""
    sums = Conv(
        _whole(x, x_zero_point),
        _whole(w, w_zero_point, axis=0),
        None,
        auto_pad,
        dilations,
        group,
        kernel_shape,
        pads,
        strides,
    )
    return rounded_to(sums, torch.int32)


def DequantizeLinear(
    x: Tensor,
    x_scale: Tensor,
    x_zero_point: Tensor | None = None,
    axis: int = 1,
    block_size: int = 0,
    output_dtype: int = 0,
) -> Tensor:
    """Returns (x − zero point) · scale, per tensor, slice of the axis, or block."""
    scale = _along(x_scale, x, axis, block_size)
    precise = x.to(torch.float64 if x.dtype == torch.int32 else torch.float32)
    if x_zero_point is not None:
        precise = precise - _along(x_zero_point, x, axis, block_size).to(precise)
    dtype = dtype_of(output_dtype) if output_dtype else x_scale.dtype
    return (precise.to(scale.dtype) * scale).to(dtype)


def DynamicQuantizeLinear(x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Returns x in 8 bits over its own range, with the scale and the zero point."""
    low, high = x.detach().amin().clamp(max=0), x.detach().amax().clamp(min=0)
    scale = (high - low) / 255
    zero_point = (-low / scale).round().clamp(0, 255).to(torch.uint8)
    return QuantizeLinear(x, scale, zero_point), scale, zero_point


def MatMulInteger(
    A: Tensor,
    B: Tensor,
    a_zero_point: Tensor | None = None,
    b_zero_point: Tensor | None = None,
) -> Tensor:
    """Returns the product of (A − zero point) and (B − zero point), as int32."""
    a = _whole(A, a_zero_point, axis=-2)
    b = _whole(B, b_zero_point, axis=-1)
    return rounded_to(a @ b, torch.int32)


def QLinearConv(
    x: Tensor,
    x_scale: Tensor,
    x_zero_point: Tensor,
    w: Tensor,
    w_scale: Tensor,
    w_zero_point: Tensor,
    y_scale: Tensor,
    y_zero_point: Tensor,
    B: Tensor | None = None,
    auto_pad: str = "NOTSET",
    dilations: Ints | None = None,
    group: int = 1,
    kernel_shape: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns Conv of the real numbers that x and w mean, quantised again.

    The bias B is whole too, its scale that of x times that of w.
    """
    sums = Conv(
        _whole(x, x_zero_point),
        _whole(w, w_zero_point, axis=0),
        None if B is None else B.to(torch.float32),
        auto_pad,
        dilations,
        group,
        kernel_shape,
        pads,
        strides,
    )
    real = sums * _along(x_scale * w_scale, sums, 1)
    return QuantizeLinear(real, y_scale, y_zero_point)


def QLinearMatMul(
    a: Tensor,
    a_scale: Tensor,
    a_zero_point: Tensor,
    b: Tensor,
    b_scale: Tensor,
    b_zero_point: Tensor,
    y_scale: Tensor,
    y_zero_point: Tensor,
) -> Tensor:
    """Returns the product of the real numbers that a and b mean, quantised again."""
    sums = _whole(a, a_zero_point, axis=-2) @ _whole(b, b_zero_point, axis=-1)
    scale = _lined_up(a_scale, a, -2) * _lined_up(b_scale, b, -1)
    return QuantizeLinear(sums * scale, y_scale, y_zero_point)


def QuantizeLinear(
    x: Tensor,
    y_scale: Tensor,
    y_zero_point: Tensor | None = None,
    axis: int = 1,
    block_size: int = 0,
    output_dtype: int = 0,
    precision: int = 0,
    saturate: int = 1,
) -> Tensor:
    """Returns round(x / scale) + zero point, saturated to the whole type."""
    scale = _along(y_scale, x, axis, block_size)
    if precision:
        scale = scale.to(dtype_of(precision))
    exact = x.to(scale.dtype) / scale
    whole = straight_through(exact.round(), exact)
    if y_zero_point is not None:
        whole = whole + _along(y_zero_point, x, axis, block_size).to(whole.dtype)
    if output_dtype in NARROW:
        return rounded_to_narrow(whole, output_dtype)
    if y_zero_point is None:
        dtype = dtype_of(output_dtype) if output_dtype else torch.uint8
        return rounded_to(whole, dtype)
    return rounded_to(whole, y_zero_point.dtype)


def _whole(values: Tensor, zero_point: Tensor | None, axis: int = 0) -> Tensor:
    """Returns values − zero point, in float32: exact as long as sums stay below 2²⁴."""
    whole = values.to(torch.float32)
    if zero_point is None:
        return whole
    return whole - _lined_up(zero_point, values, axis).to(torch.float32)


def _lined_up(parameter: Tensor, values: Tensor, axis: int) -> Tensor:
    """Returns a parameter per slice such that it broadcasts against the values."""
    if parameter.numel() == 1:
        return parameter.reshape(())
    return _along(parameter, values, axis) if parameter.dim() == 1 else parameter


def _along(parameter: Tensor, values: Tensor, axis: int, block: int = 0) -> Tensor:
    """Returns a scale or zero point such that it broadcasts against the values."""
    if parameter.numel() == 1:
        return parameter.reshape(())
    axis = wrapped(axis, values.dim())
    if block:
        repeated = parameter.repeat_interleave(block, axis)
        return repeated.narrow(axis, 0, values.shape[axis])
    return parameter.reshape([-1 if dim == axis else 1 for dim in range(values.dim())])
