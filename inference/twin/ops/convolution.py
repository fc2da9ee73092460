"""Convolutions, and their transposes."""

from collections.abc import Callable
from typing import Final

from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.sliding import Windows
from inference.twin.ops.values import Ints

_CONV: Final[dict[int, Callable[..., Tensor]]] = {
    1: F.conv1d,
    2: F.conv2d,
    3: F.conv3d,
}
_CONV_TRANSPOSE: Final[dict[int, Callable[..., Tensor]]] = {
    1: F.conv_transpose1d,
    2: F.conv_transpose2d,
    3: F.conv_transpose3d,
}


def Conv(
    X: Tensor,
    W: Tensor,
    B: Tensor | None = None,
    auto_pad: str = "NOTSET",
    dilations: Ints | None = None,
    group: int = 1,
    kernel_shape: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns the sums of the windows of X weighted by W, plus B.

    X is (N, C, D1 … Dn), W is (M, C/group, k1 … kn), B is (M,).
    """
    kernel = kernel_shape or list(W.shape[2:])
    windows = Windows.over(X.shape[2:], kernel, strides, dilations, pads, auto_pad)
    convolve = _CONV[len(kernel)]
    if windows.are_symmetric:
        padding = windows.begins
    else:
        X, padding = windows.pad(X), [0] * len(kernel)
    return convolve(X, W, B, windows.strides, padding, windows.dilations, group)


def ConvTranspose(
    X: Tensor,
    W: Tensor,
    B: Tensor | None = None,
    auto_pad: str = "NOTSET",
    dilations: Ints | None = None,
    group: int = 1,
    kernel_shape: Ints | None = None,
    output_padding: Ints | None = None,
    output_shape: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns X spread through the windows of W, overlaps added, plus B.

    X is (N, C, D1 … Dn), W is (C, M/group, k1 … kn), B is (M,).
    """
    rank = X.dim() - 2
    strides, dilations = strides or [1] * rank, dilations or [1] * rank
    output_padding = output_padding or [0] * rank
    spread = _CONV_TRANSPOSE[rank](
        X, W, stride=strides, groups=group, dilation=dilations
    )
    if auto_pad.startswith("SAME") and output_shape is None:
        output_shape = [
            size * stride for size, stride in zip(X.shape[2:], strides, strict=True)
        ]
    pads = pads or [0] * 2 * rank
    widths: Ints = []
    for axis in reversed(range(rank)):
        full = spread.shape[2 + axis] + output_padding[axis]
        if output_shape is None:
            begin, end = pads[axis], pads[rank + axis]
        else:
            total = full - output_shape[-rank:][axis]
            begin = total // 2 if auto_pad == "SAME_UPPER" else total - total // 2
            end = total - begin
        widths += [-begin, output_padding[axis] - end]
    cropped = F.pad(spread, widths) if any(widths) else spread
    return cropped if B is None else cropped + B.reshape(-1, *[1] * rank)
