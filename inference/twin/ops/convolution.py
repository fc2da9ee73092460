"""Convolutions, and their transposes."""

from collections.abc import Callable
from typing import Final

import torch
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
        output_shape = [n * s for n, s in zip(X.shape[2:], strides, strict=True)]
    if output_shape is not None:
        size = spread.shape[2:]
        pads = _cut_to(output_shape[-rank:], size, output_padding, auto_pad)
    cropped = _cropped(spread, pads or [0] * 2 * rank, output_padding)
    return cropped if B is None else cropped + B.reshape(-1, *[1] * rank)


def _cut_to(wanted: Ints, size: torch.Size, more: Ints, auto_pad: str) -> Ints:
    """Returns what a size loses for the wanted one: at all begins, then at all ends.

    It has `more` rows at its ends. With SAME_UPPER the end loses the odd row, else the
    begin.
    """
    totals = [n + m - length for n, m, length in zip(size, more, wanted, strict=True)]
    halves = [total // 2 for total in totals]
    others = [total - half for total, half in zip(totals, halves, strict=True)]
    return halves + others if auto_pad == "SAME_UPPER" else others + halves


def _cropped(spread: Tensor, pads: Ints, more: Ints) -> Tensor:
    """Returns the tensor without the padding of its axes, with more rows at the end."""
    rank = len(more)
    widths: Ints = []
    for axis in reversed(range(rank)):
        widths += [-pads[axis], more[axis] - pads[rank + axis]]
    return F.pad(spread, widths) if any(widths) else spread
