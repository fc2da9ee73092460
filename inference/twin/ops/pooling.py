"""Pooling: the mean, the greatest or a norm of each window."""

from collections.abc import Callable
from math import prod
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.convolution import Conv
from inference.twin.ops.sliding import Windows
from inference.twin.ops.values import Ints

_AVERAGE: Final[dict[int, Callable[..., Tensor]]] = {
    1: F.avg_pool1d,
    2: F.avg_pool2d,
    3: F.avg_pool3d,
}
_MAX: Final[dict[int, Callable[..., tuple[Tensor, Tensor]]]] = {
    1: F.max_pool1d_with_indices,
    2: F.max_pool2d_with_indices,
    3: F.max_pool3d_with_indices,
}
_MAX_ONLY: Final[dict[int, Callable[..., Tensor]]] = {
    1: F.max_pool1d,
    2: F.max_pool2d,
    3: F.max_pool3d,
}
_SIDE_BY_SIDE = 8  # channels that the processor compares at once


def AveragePool(
    X: Tensor,
    kernel_shape: Ints,
    auto_pad: str = "NOTSET",
    ceil_mode: int = 0,
    count_include_pad: int = 0,
    dilations: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns the mean of each window, its padding counted or left out."""
    windows = Windows.over(
        X.shape[2:], kernel_shape, strides, dilations, pads, auto_pad, ceil_mode
    )
    if windows.are_dense and windows.are_symmetric and windows.fit_half():
        average = _AVERAGE[len(kernel_shape)]
        include_pad = bool(count_include_pad)
        return average(
            X, windows.kernel, windows.strides, windows.begins, False, include_pad
        )
    ones = X.new_ones(1, 1, *X.shape[2:])
    if count_include_pad:
        inside = windows.pad_extras(windows.pad(ones, value=1, extras=False))
    else:
        inside = windows.pad(ones)
    return _sums(windows.pad(X), windows) / _sums(inside, windows)


def GlobalAveragePool(X: Tensor) -> Tensor:
    """Returns the mean over all spatial axes, which keep the length 1."""
    return X.mean(tuple(range(2, X.dim())), keepdim=True) if X.dim() > 2 else X


def GlobalMaxPool(X: Tensor) -> Tensor:
    """Returns the greatest element over all spatial axes, which keep the length 1."""
    return X.amax(tuple(range(2, X.dim())), keepdim=True) if X.dim() > 2 else X


def LpPool(
    X: Tensor,
    kernel_shape: Ints,
    auto_pad: str = "NOTSET",
    ceil_mode: int = 0,
    dilations: Ints | None = None,
    p: int = 2,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns (Σ|x|ᵖ)^(1/p) of each window."""
    windows = Windows.over(
        X.shape[2:], kernel_shape, strides, dilations, pads, auto_pad, ceil_mode
    )
    return _sums(windows.pad(X.abs() ** p), windows) ** (1 / p)


def MaxPool(
    X: Tensor,
    kernel_shape: Ints,
    auto_pad: str = "NOTSET",
    ceil_mode: int = 0,
    dilations: Ints | None = None,
    pads: Ints | None = None,
    storage_order: int = 0,
    strides: Ints | None = None,
    outputs: int = 1,
) -> tuple[Tensor, Tensor | None]:
    """Returns the greatest element of each window, and where it lies in X.

    The places count through the whole of X, its last axis fastest (or, where
    `storage_order` is set, the first spatial axis fastest).
    """
    windows = Windows.over(
        X.shape[2:], kernel_shape, strides, dilations, pads, auto_pad, ceil_mode
    )
    rank, values = len(kernel_shape), X if X.is_floating_point() else X.float()
    rounds_up = windows.rounding_up(X.shape[2:])
    if rounds_up is not None:
        begins, padding = [0] * rank, windows.begins
    else:
        values = windows.pad(values, value=-torch.inf)
        begins, padding = windows.begins, [0] * rank
    settings = (
        windows.kernel,
        windows.strides,
        padding,
        windows.dilations,
        bool(rounds_up),
    )
    if outputs == 1:
        pool = _greatest_by_channels if _is_by_channels(values) else _MAX_ONLY[rank]
        return pool(values, *settings).to(X.dtype), None
    greatest, places = _MAX[rank](values, *settings)
    padded = values.shape[2:]
    return greatest.to(X.dtype), _places_in(X, places, padded, begins, storage_order)


def _is_by_channels(X: Tensor) -> bool:
    """Whether windows are compared faster where channels lie side by side."""
    is_plain = X.dim() == 4 and X.dtype == torch.float32
    return is_plain and X.device.type == "cpu" and X.shape[1] >= _SIDE_BY_SIDE


def _greatest_by_channels(X: Tensor, *settings: object) -> Tensor:
    """Returns the greatest element of each window, as torch's own pooling does.

    That compares numbers one by one, unless channels lie side by side. So the places
    are found in such a copy, and read, with gradients, where they lie.
    """
    with torch.no_grad():
        copy = X.contiguous(memory_format=torch.channels_last)
        places = _MAX[2](copy, *settings)[1].contiguous()
    return X.flatten(2).gather(2, places.flatten(2)).view(places.shape)


def _sums(X: Tensor, windows: Windows) -> Tensor:
    """Returns the sum of each window of an input that is already padded."""
    if windows.are_dense:
        average = _AVERAGE[len(windows.kernel)]
        return average(X, windows.kernel, windows.strides) * prod(windows.kernel)
    planes = X.flatten(0, 1).unsqueeze(1)
    ones = X.new_ones(1, 1, *windows.kernel)
    sums = Conv(planes, ones, dilations=windows.dilations, strides=windows.strides)
    return sums.reshape(*X.shape[:2], *sums.shape[2:])


def _places_in(
    X: Tensor, places: Tensor, padded: torch.Size, begins: Ints, storage_order: int
) -> Tensor:
    """Turns torch's places in a padded plane into ONNX's in the whole tensor."""
    coordinates = torch.unravel_index(places, tuple(padded))
    axes = list(zip(coordinates, begins, X.shape[2:], strict=True))
    if storage_order:
        axes.reverse()
    within = torch.zeros_like(places)
    for coordinate, begin, length in axes:
        within = within * length + coordinate - begin
    planes = torch.arange(X.shape[:2].numel(), device=X.device)
    plane_size = X.shape[2:].numel()
    return within + (planes * plane_size).reshape(*X.shape[:2], *[1] * len(begins))
