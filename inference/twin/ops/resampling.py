"""Pixels between the pixels: resizing, and sampling at given points.

Resizing goes axis by axis: every new pixel is a weighted sum of a few old ones, its
taps. The modes differ only in where a new pixel lies and how its taps are weighted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.values import Floats, Ints, axes_meant


@dataclass(frozen=True)
class _Axis:
    """One axis that changes its length.

    Attributes:
        before: Its old length.
        after: Its new length.
        scale: New length by old, not rounded.
        start: Where the part of the old axis that is kept begins, 0 … 1.
        end: Where it ends.
    """

    before: int
    after: int
    scale: float
    start: float
    end: float

    @property
    def changes(self) -> bool:
        """Whether its pixels are not simply the old ones."""
        return self.before != self.after or self.scale != 1


@dataclass(frozen=True)
class _Kernel:
    """How new pixels are made of old ones.

    Attributes:
        mode: nearest, linear or cubic.
        coordinates: Where a new pixel lies on the old axis.
        nearest_mode: How `nearest` rounds.
        cubic_coeff_a: The slope of the cubic kernel (Keys 1981, equation 15).
        exclude_outside: Whether taps beyond the border have no weight.
        extrapolation_value: The value of new pixels that lie outside.
        antialias: Whether the kernel widens when the axis shrinks.
    """

    mode: str
    coordinates: str
    nearest_mode: str
    cubic_coeff_a: float
    exclude_outside: int
    extrapolation_value: float
    antialias: int


def Resize(
    X: Tensor,
    roi: Floats | None = None,
    scales: Floats | None = None,
    sizes: Ints | None = None,
    antialias: int = 0,
    axes: Ints | None = None,
    coordinate_transformation_mode: str = "half_pixel",
    cubic_coeff_a: float = -0.75,
    exclude_outside: int = 0,
    extrapolation_value: float = 0.0,
    keep_aspect_ratio_policy: str = "stretch",
    mode: str = "nearest",
    nearest_mode: str = "round_prefer_floor",
) -> Tensor:
    """Returns the tensor with its axes stretched by `scales` or to `sizes`.

    Args:
        X: Any shape.
        roi: The part that is kept, as starts then ends, for `tf_crop_and_resize`.
        scales: New length by old of each axis.
        sizes: The new lengths, instead of the scales.
        antialias: Whether shrinking averages over all old pixels.
        axes: The axes meant, all by default.
        coordinate_transformation_mode: Where a new pixel lies on the old axis.
        cubic_coeff_a: The slope of the cubic kernel.
        exclude_outside: Whether pixels beyond the border have no weight.
        extrapolation_value: The value outside, for `tf_crop_and_resize`.
        keep_aspect_ratio_policy: stretch, not_larger or not_smaller.
        mode: nearest, linear or cubic.
        nearest_mode: How `nearest` rounds.
    """
    kernel = _Kernel(
        mode,
        coordinate_transformation_mode,
        nearest_mode,
        cubic_coeff_a,
        exclude_outside,
        extrapolation_value,
        antialias,
    )
    over = axes_meant(axes, X.dim())
    before = [X.shape[axis] for axis in over]
    if scales:
        after = [floor(n * s) for n, s in zip(before, scales, strict=True)]
    else:
        after, scales = _to_sizes(sizes or before, before, keep_aspect_ratio_policy)
    crop = roi if coordinate_transformation_mode == "tf_crop_and_resize" else None
    part = crop or [0.0] * len(over) + [1.0] * len(over)
    starts, ends = part[: len(over)], part[len(over) :]
    for dim, *facts in zip(over, before, after, scales, starts, ends, strict=True):
        axis = _Axis(*facts)
        if crop or axis.changes:
            X = _resized(X, dim, axis, kernel)
    return X


def Resize_10(X: Tensor, scales: Floats, mode: str = "nearest") -> Tensor:
    """Returns Resize as it was: new pixel i lies at i / scale, nearest rounds down."""
    return Resize(
        X,
        scales=scales,
        mode=mode,
        coordinate_transformation_mode="asymmetric",
        nearest_mode="floor",
    )


def Upsample(X: Tensor, scales: Floats, mode: str = "nearest") -> Tensor:
    """Returns Resize_10: it is the same operator under its older name."""
    return Resize_10(X, scales, mode)


def GridSample(
    X: Tensor,
    grid: Tensor,
    align_corners: int = 0,
    mode: str = "linear",
    padding_mode: str = "zeros",
) -> Tensor:
    """Returns X at the points of the grid (Jaderberg et al. 2015).

    Args:
        X: (N, C, H, W) or (N, C, D, H, W).
        grid: (N, H', W', 2) or (N, D', H', W', 3), from −1 to 1, x first.
        align_corners: Whether ±1 are the centres of the border pixels, not edges.
        mode: linear, nearest or cubic.
        padding_mode: What lies outside: zeros, the border, or its reflection.
    """
    names = {"linear": "bilinear", "cubic": "bicubic"}
    return F.grid_sample(
        X, grid.to(X.dtype), names.get(mode, mode), padding_mode, bool(align_corners)
    )


def _to_sizes(sizes: Ints, before: Ints, policy: str) -> tuple[Ints, Floats]:
    """Returns the new lengths, and the ratio of each to the old one, not rounded.

    The policy says whether all axes share one ratio: `not_larger` than any of the
    sizes, or `not_smaller`.
    """
    scales = [new / old for new, old in zip(sizes, before, strict=True)]
    if policy == "stretch":
        return sizes, scales
    shared = (min if policy == "not_larger" else max)(scales)
    return [floor(shared * old + 0.5) for old in before], [shared] * len(before)


def _resized(X: Tensor, dim: int, axis: _Axis, kernel: _Kernel) -> Tensor:
    """Returns the tensor with one axis resized."""
    at = _COORDINATES[kernel.coordinates](torch.arange(axis.after).double(), axis)
    taps, weights = _taps(at, axis, kernel)
    inside = taps.clamp(0, axis.before - 1).to(X.device)
    if kernel.mode == "nearest":
        Y = X.index_select(dim, inside[:, 0])
    else:
        near = X.index_select(dim, inside.reshape(-1))
        near = near.reshape(*X.shape[:dim], *taps.shape, *X.shape[dim + 1 :])
        shape = [1] * dim + list(weights.shape) + [1] * (X.dim() - dim - 1)
        Y = (near * weights.to(X).reshape(shape)).sum(dim + 1)
    if kernel.coordinates == "tf_crop_and_resize":
        outside = (at < 0) | (at > axis.before - 1)
        shape = [1] * dim + [-1] + [1] * (X.dim() - dim - 1)
        Y = Y.masked_fill(
            outside.to(X.device).reshape(shape), kernel.extrapolation_value
        )
    return Y


def _taps(at: Tensor, axis: _Axis, kernel: _Kernel) -> tuple[Tensor, Tensor]:
    """Returns the old pixels under each new one and their weights, (after, taps)."""
    if kernel.mode == "nearest":
        nearest = _NEAREST[kernel.nearest_mode](at).long()[:, None]
        return nearest, torch.ones_like(nearest)
    reach = 1 if kernel.mode == "linear" else 2
    stretch = max(1.0, 1 / axis.scale) if kernel.antialias else 1.0
    span = ceil(reach * stretch)
    taps = at.floor().long()[:, None] + torch.arange(1 - span, span + 1)
    distance = (taps - at[:, None]).abs() / stretch
    if kernel.mode == "linear":
        weights = (1 - distance).clamp(min=0)
    else:
        weights = _cubic(distance, kernel.cubic_coeff_a)
    if kernel.exclude_outside:
        weights = weights * ((taps >= 0) & (taps < axis.before))
    return taps, weights / weights.sum(1, keepdim=True)


def _cubic(distance: Tensor, a: float) -> Tensor:
    """Returns the weight at a distance (Keys 1981, equation 15)."""
    d = distance
    near = ((a + 2) * d - (a + 3)) * d * d + 1
    far = a * (((d - 5) * d + 8) * d - 4)
    return torch.where(d <= 1, near, torch.where(d < 2, far, torch.zeros_like(d)))


def _half_pixel(x: Tensor, axis: _Axis) -> Tensor:
    return (x + 0.5) / axis.scale - 0.5


def _half_pixel_symmetric(x: Tensor, axis: _Axis) -> Tensor:
    adjustment = axis.after / (axis.scale * axis.before)
    return axis.before / 2 * (1 - adjustment) + _half_pixel(x, axis)


def _pytorch_half_pixel(x: Tensor, axis: _Axis) -> Tensor:
    return _half_pixel(x, axis) if axis.after > 1 else x * 0


def _align_corners(x: Tensor, axis: _Axis) -> Tensor:
    last = axis.scale * axis.before - 1
    return x * (axis.before - 1) / last if axis.after > 1 else x * 0


def _asymmetric(x: Tensor, axis: _Axis) -> Tensor:
    return x / axis.scale


def _half_pixel_for_nearest(x: Tensor, axis: _Axis) -> Tensor:
    return (x + 0.5) / axis.scale


def _crop_and_resize(x: Tensor, axis: _Axis) -> Tensor:
    last = axis.before - 1
    if axis.after == 1:
        return x * 0 + (axis.start + axis.end) / 2 * last
    return (axis.start + x * (axis.end - axis.start) / (axis.after - 1)) * last


_COORDINATES: Final[dict[str, Callable[[Tensor, _Axis], Tensor]]] = {
    "half_pixel": _half_pixel,
    "half_pixel_symmetric": _half_pixel_symmetric,
    "pytorch_half_pixel": _pytorch_half_pixel,
    "align_corners": _align_corners,
    "asymmetric": _asymmetric,
    "tf_half_pixel_for_nn": _half_pixel_for_nearest,
    "tf_crop_and_resize": _crop_and_resize,
}
_NEAREST: Final[dict[str, Callable[[Tensor], Tensor]]] = {
    "round_prefer_floor": lambda at: (at - 0.5).ceil(),
    "round_prefer_ceil": lambda at: (at + 0.5).floor(),
    "floor": torch.floor,
    "ceil": torch.ceil,
}
