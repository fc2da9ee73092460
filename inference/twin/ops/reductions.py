"""Many elements to one: sums, means, extremes, and the places where they lie."""

from collections.abc import Callable

import torch
from torch import Tensor

from inference.twin.ops.values import Ints, known, wrapped


def ArgMax(
    data: Tensor, axis: int = 0, keepdims: int = 1, select_last_index: int = 0
) -> Tensor:
    """Returns the index of the greatest element along the axis, of ties the first."""
    return _place(torch.argmax, data, axis, keepdims, select_last_index)


def ArgMin(
    data: Tensor, axis: int = 0, keepdims: int = 1, select_last_index: int = 0
) -> Tensor:
    """Returns the index of the least element along the axis, of ties the first."""
    return _place(torch.argmin, data, axis, keepdims, select_last_index)


def CumSum(x: Tensor, axis: int, exclusive: int = 0, reverse: int = 0) -> Tensor:
    """Returns the running sum along the axis, without the element itself at wish."""
    turned = x.flip(axis) if reverse else x
    sums = turned.cumsum(axis, dtype=x.dtype)
    if exclusive:
        sums = sums - turned
    return sums.flip(axis) if reverse else sums


def ReduceL1(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the sum of |x|."""
    return ReduceSum(data.abs(), axes, keepdims, noop_with_empty_axes)


def ReduceL2(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the root of the sum of x²."""
    squares = ReduceSumSquare(data, axes, keepdims, noop_with_empty_axes)
    return squares.sqrt().to(data.dtype)


def ReduceLogSum(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the logarithm of the sum."""
    return ReduceSum(data, axes, keepdims, noop_with_empty_axes).log().to(data.dtype)


def ReduceLogSumExp(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the logarithm of the sum of eˣ."""
    dims = _dims(data, axes, noop_with_empty_axes)
    return torch.logsumexp(data, dims, bool(keepdims)) if dims else data


def ReduceMax(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the greatest element; of none, the least number there is."""
    dims = _dims(data, axes, noop_with_empty_axes)
    return _extreme(torch.amax, data, dims, keepdims, _least(data.dtype))


def ReduceMean(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the mean."""
    dims = _dims(data, axes, noop_with_empty_axes)
    if not dims:
        return data
    if data.is_floating_point():
        return data.mean(dims, bool(keepdims))
    return data.double().mean(dims, bool(keepdims)).to(data.dtype)


def ReduceMin(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the least element; of none, the greatest number there is."""
    dims = _dims(data, axes, noop_with_empty_axes)
    return _extreme(torch.amin, data, dims, keepdims, _greatest(data.dtype))


def ReduceProd(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the product."""
    for dim in sorted(_dims(data, axes, noop_with_empty_axes), reverse=True):
        data = data.prod(dim, bool(keepdims), dtype=data.dtype)
    return data


def ReduceSum(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the sum."""
    dims = _dims(data, axes, noop_with_empty_axes)
    return data.sum(dims, bool(keepdims), dtype=data.dtype) if dims else data


def ReduceSumSquare(
    data: Tensor,
    axes: Ints | None = None,
    keepdims: int = 1,
    noop_with_empty_axes: int = 0,
) -> Tensor:
    """Returns the sum of x²."""
    return ReduceSum(data * data, axes, keepdims, noop_with_empty_axes)


def TopK(
    X: Tensor, K: int, axis: int = -1, largest: int = 1, sorted: int = 1
) -> tuple[Tensor, Tensor]:
    """Returns the K greatest (or least) elements along the axis, and their indices.

    Of equal elements the one with the lower index comes first.
    """
    values, indices = torch.sort(
        *known(X), dim=axis, descending=bool(largest), stable=True
    )
    return values.narrow(axis, 0, K).to(X.dtype), indices.narrow(axis, 0, K)


def TopK_1(X: Tensor, k: int, axis: int = -1) -> tuple[Tensor, Tensor]:
    """Returns the k greatest elements along the axis, and their indices."""
    return TopK(X, k, axis)


def _dims(data: Tensor, axes: Ints | None, noop: int) -> Ints:
    """Returns the axes to reduce: all of them where none are given, save for `noop`."""
    if not axes:
        return [] if noop else list(range(data.dim()))
    return [wrapped(axis, data.dim()) for axis in axes]


def _extreme(
    function: Callable[..., Tensor],
    data: Tensor,
    dims: Ints,
    keepdims: int,
    of_nothing: float,
) -> Tensor:
    if not dims:
        return data
    if 0 in (data.shape[dim] for dim in dims):
        shape = data.sum(dims, bool(keepdims)).shape
        return torch.full(shape, of_nothing, dtype=data.dtype, device=data.device)
    return function(data, dims, bool(keepdims))


def _least(dtype: torch.dtype) -> float:
    if dtype.is_floating_point:
        return -torch.inf
    return False if dtype == torch.bool else torch.iinfo(dtype).min


def _greatest(dtype: torch.dtype) -> float:
    if dtype.is_floating_point:
        return torch.inf
    return True if dtype == torch.bool else torch.iinfo(dtype).max


def _place(
    function: Callable[..., Tensor],
    data: Tensor,
    axis: int,
    keepdims: int,
    select_last_index: int,
) -> Tensor:
    if not select_last_index:
        return function(data, axis, bool(keepdims))
    from_the_end = function(data.flip(axis), axis, bool(keepdims))
    return data.shape[axis] - 1 - from_the_end
