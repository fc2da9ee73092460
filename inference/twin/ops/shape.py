"""The same elements in another shape, order or company."""

from math import prod

import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.values import Floats, Ints, Number, axes_meant, wrapped

_MOST_ELEMENTS = 2**30  # of a constant: a file may ask for a terabyte


def Concat(*inputs: Tensor, axis: int) -> Tensor:
    """Returns the tensors joined along the axis."""
    return torch.cat(inputs, axis)


def Constant(
    value: Tensor | None = None,
    value_float: float | None = None,
    value_floats: Floats | None = None,
    value_int: int | None = None,
    value_ints: Ints | None = None,
) -> Tensor:
    """Returns the tensor or the numbers that stand in the node."""
    if value is not None:
        return value
    if value_float is not None or value_floats is not None:
        numbers = value_floats if value_float is None else value_float
        return torch.tensor(numbers, dtype=torch.float32)
    return torch.tensor(value_ints if value_int is None else value_int)


def ConstantOfShape(input: Ints, value: Tensor | None = None) -> Tensor:
    """Returns a tensor of this shape filled with one value, 0 by default."""
    if prod(input) > _MOST_ELEMENTS:
        raise ValueError(f"a constant of {prod(input):,} elements is too large")
    filling = torch.zeros(1) if value is None else value
    return filling.reshape(-1)[:1].expand(1, 1).repeat(1, prod(input)).reshape(input)


def DepthToSpace(input: Tensor, blocksize: int, mode: str = "DCR") -> Tensor:
    """Moves channels into blocks of pixels: (N, C b², H, W) → (N, C, H b, W b)."""
    batch, channels, height, width = input.shape
    b, depth = blocksize, channels // blocksize**2
    if mode == "DCR":
        blocks = input.reshape(batch, b, b, depth, height, width)
        placed = blocks.permute(0, 3, 4, 1, 5, 2)
    else:
        blocks = input.reshape(batch, depth, b, b, height, width)
        placed = blocks.permute(0, 1, 4, 2, 5, 3)
    return placed.reshape(batch, depth, height * b, width * b)


def Expand(input: Tensor, shape: Ints) -> Tensor:
    """Returns the tensor repeated along its axes of length 1, by broadcasting."""
    return torch.broadcast_to(input, _broadcast(input.shape, shape))


def Flatten(input: Tensor, axis: int = 1) -> Tensor:
    """Returns a matrix: the axes before `axis` are its rows."""
    if axis < 0:
        axis += input.dim()
    return input.reshape(input.shape[:axis].numel(), input.shape[axis:].numel())


def Identity(input: Tensor) -> Tensor:
    """Returns the tensor itself."""
    return input


def Pad(
    data: Tensor,
    pads: Ints,
    constant_value: Number | None = None,
    axes: Ints | None = None,
    mode: str = "constant",
) -> Tensor:
    """Returns the tensor with more (or fewer) rows at both ends of its axes.

    The new elements are a constant, or taken from the tensor: its `edge` again, or
    what lies beyond it by `reflect` or `wrap`.
    """
    over = axes_meant(axes, data.dim())
    both_ends = zip(pads[: len(over)], pads[len(over) :], strict=True)
    widths = dict(zip(over, both_ends, strict=True))
    if mode == "constant":
        return _pad_with(constant_value or 0, data, widths)
    for axis, (begin, end) in widths.items():
        if begin or end:
            places = _places_beyond(data.shape[axis], begin, end, mode)
            data = data.index_select(axis, places.to(data.device))
    return data


def Pad_2(
    data: Tensor, pads: Ints, mode: str = "constant", value: float = 0.0
) -> Tensor:
    """Returns Pad, with the constant as an attribute."""
    return Pad(data, pads, value, mode=mode)


def Reshape(data: Tensor, shape: Ints, allowzero: int = 0) -> Tensor:
    """Returns the elements in another shape: −1 is the rest, 0 the length as it was."""
    wanted = [
        data.shape[axis] if length == 0 and not allowzero else length
        for axis, length in enumerate(shape)
    ]
    return data.reshape(wanted)


def Shape(data: Tensor, start: int = 0, end: int | None = None) -> Tensor:
    """Returns the lengths of the axes from `start` to before `end`."""
    return torch.tensor(data.shape[start:end], dtype=torch.int64)


def Size(data: Tensor) -> Tensor:
    """Returns the number of elements."""
    return torch.tensor(data.numel())


def Slice(
    data: Tensor,
    starts: Ints,
    ends: Ints,
    axes: Ints | None = None,
    steps: Ints | None = None,
) -> Tensor:
    """Returns each step-th element from start to before end, along the axes."""
    axes = list(range(len(starts))) if axes is None else axes
    steps = [1] * len(starts) if steps is None else steps
    for axis, start, end, step in zip(axes, starts, ends, steps, strict=True):
        places = range(*slice(start, end, step).indices(data.shape[axis]))
        if step > 0:
            axis = wrapped(axis, data.dim())  # noqa: PLW2901
            cut = slice(places.start, max(places.start, places.stop), step)
            data = data[(slice(None),) * axis + (cut,)]
        else:
            chosen = torch.tensor(list(places), dtype=torch.int64, device=data.device)
            data = data.index_select(axis, chosen)
    return data


def Slice_1(data: Tensor, starts: Ints, ends: Ints, axes: Ints | None = None) -> Tensor:
    """Returns the elements from start to before end, along the axes."""
    return Slice(data, starts, ends, axes)


def SpaceToDepth(input: Tensor, blocksize: int, mode: str = "DCR") -> Tensor:
    """Moves blocks of pixels into channels: (N, C, H b, W b) → (N, C b², H, W)."""
    batch, depth, height, width = input.shape
    b = blocksize
    blocks = input.reshape(batch, depth, height // b, b, width // b, b)
    order = (0, 3, 5, 1, 2, 4) if mode == "DCR" else (0, 1, 3, 5, 2, 4)
    return blocks.permute(order).reshape(batch, -1, height // b, width // b)


def Split(
    input: Tensor,
    split: Ints | None = None,
    axis: int = 0,
    num_outputs: int | None = None,
    outputs: int = 1,
) -> tuple[Tensor, ...]:
    """Returns the tensor cut along the axis: into these lengths, or equal ones."""
    if split is None:
        parts, length = num_outputs or outputs, input.shape[axis]
        each = -(-length // parts)
        split = [each] * (parts - 1) + [length - each * (parts - 1)]
    return torch.split(input, split, axis)


def Squeeze(data: Tensor, axes: Ints | None = None) -> Tensor:
    """Returns the tensor without these axes of length 1, or without all such."""
    return data.squeeze() if axes is None else data.squeeze(tuple(axes))


def Tile(input: Tensor, repeats: Ints) -> Tensor:
    """Returns the tensor repeated so many times along each axis."""
    return input.repeat(repeats)


def Transpose(data: Tensor, perm: Ints | None = None) -> Tensor:
    """Returns the axes in another order, reversed by default."""
    return data.permute(perm or list(reversed(range(data.dim()))))


def Trilu(input: Tensor, k: int = 0, upper: int = 1) -> Tensor:
    """Returns the upper (or lower) triangle of the matrices, 0 in the other one."""
    return torch.triu(input, k) if upper else torch.tril(input, k)


def Unsqueeze(data: Tensor, axes: Ints) -> Tensor:
    """Returns the tensor with new axes of length 1 at these places of the result."""
    rank = data.dim() + len(axes)
    for axis in sorted(axis % rank for axis in axes):
        data = data.unsqueeze(axis)
    return data


def _broadcast(shape: torch.Size, other: Ints) -> Ints:
    """Returns the shape that two shapes broadcast to."""
    rank = max(len(shape), len(other))
    ones = [1] * rank
    pairs = zip((*ones, *shape)[-rank:], (*ones, *other)[-rank:], strict=True)
    return [b if a == 1 else a for a, b in pairs] if rank else []


def _pad_with(
    value: Number, data: Tensor, widths: dict[int, tuple[int, int]]
) -> Tensor:
    """Returns the tensor with one value around it: how wide, by axis, at both ends."""
    from_last = [widths.get(axis, (0, 0)) for axis in reversed(range(data.dim()))]
    return F.pad(data, [width for both in from_last for width in both], value=value)


def _places_beyond(length: int, begin: int, end: int, mode: str) -> Tensor:
    """Returns which row of an axis stands at −begin … length + end."""
    places = torch.arange(-begin, length + end)
    if mode == "edge":
        return places.clamp(0, length - 1)
    if mode == "wrap":
        return places % length
    period = max(2 * (length - 1), 1)
    folded = places % period
    return torch.minimum(folded, period - folded) if length > 1 else folded * 0
