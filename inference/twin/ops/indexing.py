"""Elements chosen by index, put back by index, or made from an index."""

from math import ceil
from typing import Final

import torch
from torch import Tensor

from inference.twin.ops.values import dtype_of, wrapped

_REDUCTIONS: Final = {"add": "sum", "mul": "prod", "max": "amax", "min": "amin"}


def Compress(data: Tensor, condition: Tensor, axis: int | None = None) -> Tensor:
    """Returns the slices of the axis whose condition holds; without axis elements."""
    values = data.reshape(-1) if axis is None else data
    chosen = torch.nonzero(condition.reshape(-1)).reshape(-1)
    return values.index_select(0 if axis is None else axis, chosen)


def EyeLike(X: Tensor, dtype: int | None = None, k: int = 0) -> Tensor:
    """Returns ones on the k-th diagonal of a matrix like X, zeros elsewhere."""
    rows, cols = (torch.arange(size, device=X.device) for size in X.shape)
    is_diagonal = cols - rows[:, None] == k
    return is_diagonal.to(X.dtype if dtype is None else dtype_of(dtype))


def Gather(data: Tensor, indices: Tensor, axis: int = 0) -> Tensor:
    """Returns the slices of the axis with these indices."""
    axis = wrapped(axis, data.dim())
    chosen = _from_the_front(indices, data.shape[axis])
    slices = data.index_select(axis, chosen.reshape(-1))
    return slices.reshape(data.shape[:axis] + indices.shape + data.shape[axis + 1 :])


def GatherElements(data: Tensor, indices: Tensor, axis: int = 0) -> Tensor:
    """Returns, at each place, the element with this index along the axis."""
    return torch.gather(data, axis, _from_the_front(indices, data.shape[axis]))


def GatherND(data: Tensor, indices: Tensor, batch_dims: int = 0) -> Tensor:
    """Returns the slices that the last axis of the indices points to."""
    depth = indices.shape[-1]
    batch = data.shape[:batch_dims]
    rest = data.shape[batch_dims + depth :]
    flat = data.reshape(batch.numel(), -1, *rest)
    pointed = _pointed(indices, data.shape[batch_dims : batch_dims + depth])
    rows = pointed.reshape(batch.numel(), -1)
    samples = torch.arange(batch.numel(), device=data.device)[:, None]
    return flat[samples, rows].reshape(indices.shape[:-1] + rest)


def NonZero(X: Tensor) -> Tensor:
    """Returns the indices of the elements that are not 0: (rank, how many)."""
    return torch.nonzero(X).T


def OneHot(indices: Tensor, depth: int, values: Tensor, axis: int = -1) -> Tensor:
    """Returns the second value where the new axis has the index, the first elsewhere.

    Negative indices count from the end; those outside are nowhere.
    """
    length = int(depth)
    rank = indices.dim() + 1
    axis = wrapped(axis, rank)
    shape = [length if dim == axis else 1 for dim in range(rank)]
    places = torch.arange(length, device=indices.device).reshape(shape)
    wanted = indices.long()
    wanted = torch.where(wanted < 0, wanted + length, wanted)
    return torch.where(wanted.unsqueeze(axis) == places, values[1], values[0])


def Range(start: Tensor, limit: Tensor, delta: Tensor, stash_type: int = 1) -> Tensor:
    """Returns start, start + delta … as long as the limit is not reached."""
    narrow = start.is_floating_point() and start.dtype.itemsize < 4
    stash = dtype_of(stash_type) if narrow else start.dtype
    first, last, step = (value.to(stash).item() for value in (start, limit, delta))
    count = max(ceil((last - first) / step), 0)
    steps = torch.arange(count, device=start.device)
    return (first + steps.to(stash) * step).to(start.dtype)


def ScatterElements(
    data: Tensor,
    indices: Tensor,
    updates: Tensor,
    axis: int = 0,
    reduction: str = "none",
) -> Tensor:
    """Returns the tensor with elements along the axis replaced, or reduced with."""
    places = _from_the_front(indices, data.shape[axis])
    if reduction == "none":
        return data.scatter(axis, places, updates)
    return data.scatter_reduce(axis, places, updates, _REDUCTIONS[reduction])


def ScatterND(
    data: Tensor, indices: Tensor, updates: Tensor, reduction: str = "none"
) -> Tensor:
    """Returns the tensor with the slices that the indices point to replaced."""
    depth = indices.shape[-1]
    rest = data.shape[depth:].numel()
    rows = data.reshape(-1, rest)
    places = _pointed(indices, data.shape[:depth]).reshape(-1, 1).expand(-1, rest)
    new = ScatterElements(rows, places, updates.reshape(-1, rest), 0, reduction)
    return new.reshape(data.shape)


def _from_the_front(indices: Tensor, length: int) -> Tensor:
    """Returns indices none of which counts from the end."""
    whole = indices.long()
    return torch.where(whole < 0, whole + length, whole)


def _pointed(indices: Tensor, shape: torch.Size) -> Tensor:
    """Returns (…, depth) indices as places counted through all axes of the shape."""
    places = torch.zeros_like(indices[..., 0], dtype=torch.int64)
    for axis, length in enumerate(shape):
        places = places * length + _from_the_front(indices[..., axis], length)
    return places
