"""Normalisation: zero mean and unit variance over a batch, a layer, groups, windows."""

import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.values import Ints, dtype_of, wrapped

Results = tuple[Tensor, ...]


def BatchNormalization(
    X: Tensor,
    scale: Tensor,
    B: Tensor,
    input_mean: Tensor,
    input_var: Tensor,
    epsilon: float = 1e-5,
    momentum: float = 0.9,
    training_mode: int = 0,
) -> Tensor | Results:
    """Returns (X − mean) / √(var + ε) · scale + B, per channel.

    In training mode mean and variance are those of the batch, and the running ones
    follow as further results.
    """
    mean, var = input_mean, input_var
    if training_mode:
        dims = [dim for dim in range(X.dim()) if dim != 1]
        mean, var = X.mean(dims), X.var(dims, correction=0)
    elif not (mean.requires_grad or var.requires_grad):
        return F.batch_norm(
            X,
            mean.to(X.dtype),
            var.to(X.dtype),
            scale.to(X.dtype),
            B.to(X.dtype),
            eps=epsilon,
        )
    normal = (X - _per_channel(mean, X)) / torch.sqrt(_per_channel(var, X) + epsilon)
    Y = normal * _per_channel(scale, X) + _per_channel(B, X)
    if not training_mode:
        return Y
    running_mean = input_mean * momentum + mean * (1 - momentum)
    running_var = input_var * momentum + var * (1 - momentum)
    return Y, running_mean, running_var


def BatchNormalization_7(
    X: Tensor,
    scale: Tensor,
    B: Tensor,
    mean: Tensor,
    var: Tensor,
    epsilon: float = 1e-5,
    momentum: float = 0.9,
    spatial: int = 1,
) -> Tensor | Results:
    """Returns BatchNormalization; per element of the sample where not `spatial`."""
    if spatial:
        return BatchNormalization(X, scale, B, mean, var, epsilon, momentum)
    return (X - mean) / torch.sqrt(var + epsilon) * scale + B


def GroupNormalization(
    X: Tensor,
    scale: Tensor,
    bias: Tensor,
    num_groups: int,
    epsilon: float = 1e-5,
    stash_type: int = 1,
) -> Tensor:
    """Normalises each group of channels of each sample; scale and bias per channel."""
    stashed = X.to(dtype_of(stash_type)) if X.dtype.itemsize < 4 else X
    normal = F.group_norm(stashed, num_groups, eps=epsilon).to(X.dtype)
    return normal * _per_channel(scale, X) + _per_channel(bias, X)


def GroupNormalization_18(
    X: Tensor, scale: Tensor, bias: Tensor, num_groups: int, epsilon: float = 1e-5
) -> Tensor:
    """Normalises each group of channels of each sample; scale and bias per group."""
    group = X.shape[1] // num_groups
    scale, bias = scale.repeat_interleave(group), bias.repeat_interleave(group)
    return GroupNormalization(X, scale, bias, num_groups, epsilon)


def InstanceNormalization(
    input: Tensor, scale: Tensor, B: Tensor, epsilon: float = 1e-5
) -> Tensor:
    """Normalises each channel of each sample."""
    return GroupNormalization(input, scale, B, input.shape[1], epsilon)


def LayerNormalization(
    X: Tensor,
    Scale: Tensor,
    B: Tensor | None = None,
    axis: int = -1,
    epsilon: float = 1e-5,
    stash_type: int = 1,
    outputs: int = 1,
) -> Tensor | Results:
    """Normalises over the axes from `axis` on, then scales and shifts.

    The mean and the inverse standard deviation follow as further results.
    """
    axis = wrapped(axis, X.dim())
    over = X.shape[axis:]
    narrow = X.dtype.itemsize < 4
    if outputs == 1 and not narrow and Scale.shape == over:
        shift = B if B is None or B.shape == over else B.expand(over)
        return F.layer_norm(X, over, Scale, shift, epsilon)
    stashed = X.to(dtype_of(stash_type)) if narrow else X
    dims = list(range(axis, X.dim()))
    mean = stashed.mean(dims, keepdim=True)
    deviation = stashed - mean
    variance = (deviation * deviation).mean(dims, keepdim=True)
    inverse = torch.rsqrt(variance + epsilon)
    Y = (deviation * inverse).to(X.dtype) * Scale
    return (Y if B is None else Y + B), mean, inverse


def LpNormalization(X: Tensor, axis: int = -1, p: int = 2) -> Tensor:
    """Returns X / (Σ|x|ᵖ)^(1/p) along the axis, and 0 where all of it is 0."""
    norm = torch.linalg.vector_norm(X, p, axis, keepdim=True)
    return X / torch.where(norm == 0, torch.ones_like(norm), norm)


def LRN(
    X: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, bias: float = 1.0
) -> Tensor:
    """Divides by the strength of the neighbouring channels (Krizhevsky et al. 2012)."""
    before, after = (size - 1) // 2, size // 2
    squares = F.pad((X * X).movedim(1, -1), (before, after))
    strength = squares.unfold(-1, size, 1).sum(-1).movedim(-1, 1)
    return X / (bias + alpha / size * strength) ** beta


def MeanVarianceNormalization(X: Tensor, axes: Ints | None = None) -> Tensor:
    """Returns (X − mean) / standard deviation over the axes."""
    dims = [0, 2, 3] if axes is None else axes
    deviation = X - X.mean(dims, keepdim=True)
    variance = (deviation * deviation).mean(dims, keepdim=True)
    return deviation / (variance.sqrt() + 1e-9)


def RMSNormalization(
    X: Tensor, scale: Tensor, axis: int = -1, epsilon: float = 1e-5, stash_type: int = 1
) -> Tensor:
    """Returns X / √(mean(x²) + ε) · scale, over the axes from `axis` on."""
    stashed = X.to(dtype_of(stash_type)) if X.dtype.itemsize < 4 else X
    dims = list(range(wrapped(axis, X.dim()), X.dim()))
    mean_square = (stashed * stashed).mean(dims, keepdim=True)
    return (stashed * torch.rsqrt(mean_square + epsilon)).to(X.dtype) * scale


def _per_channel(values: Tensor, X: Tensor) -> Tensor:
    """Returns (C,) values such that they broadcast against (N, C, D1 … Dn)."""
    return values.reshape(-1, *[1] * (X.dim() - 2))
