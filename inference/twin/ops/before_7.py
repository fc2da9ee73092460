"""Operators as they were before opset 7, when broadcasting had to be asked for.

The second operand then lined up with the first from `axis` on, or from the end.
"""

import torch
from torch import Tensor

from inference.twin.ops import linear, normalisation
from inference.twin.ops.values import Ints


def Add_1(
    A: Tensor,
    B: Tensor,
    axis: int | None = None,
    broadcast: int = 0,
    consumed_inputs: Ints | None = None,
) -> Tensor:
    """Returns a + b."""
    return torch.add(A, _lined_up(B, A, axis))


def BatchNormalization_1(
    X: Tensor,
    scale: Tensor,
    B: Tensor,
    mean: Tensor,
    var: Tensor,
    consumed_inputs: Ints | None = None,
    epsilon: float = 1e-5,
    is_test: int = 0,
    momentum: float = 0.9,
    spatial: int = 1,
) -> Tensor | tuple[Tensor, ...]:
    """Returns (X − mean) / √(var + ε) · scale + B, per channel."""
    return normalisation.BatchNormalization_7(
        X, scale, B, mean, var, epsilon, momentum, spatial
    )


def Div_1(
    A: Tensor,
    B: Tensor,
    axis: int | None = None,
    broadcast: int = 0,
    consumed_inputs: Ints | None = None,
) -> Tensor:
    """Returns a / b."""
    return torch.div(A, _lined_up(B, A, axis))


def Dropout_1(
    data: Tensor,
    consumed_inputs: Ints | None = None,
    is_test: int = 0,
    ratio: float = 0.5,
) -> Tensor:
    """Returns the elements as they are: the twin shows a trained network."""
    return data


def Gemm_1(
    A: Tensor,
    B: Tensor,
    C: Tensor,
    alpha: float = 1.0,
    beta: float = 1.0,
    broadcast: int = 0,
    transA: int = 0,
    transB: int = 0,
) -> Tensor:
    """Returns α A B + β C."""
    return linear.Gemm(A, B, C, alpha, beta, transA, transB)


def Mul_1(
    A: Tensor,
    B: Tensor,
    axis: int | None = None,
    broadcast: int = 0,
    consumed_inputs: Ints | None = None,
) -> Tensor:
    """Returns a · b."""
    return torch.mul(A, _lined_up(B, A, axis))


def Pow_1(X: Tensor, Y: Tensor, axis: int | None = None, broadcast: int = 0) -> Tensor:
    """Returns x to the y."""
    return torch.pow(X, _lined_up(Y, X, axis))


def PRelu_1(X: Tensor, slope: Tensor, consumed_inputs: Ints | None = None) -> Tensor:
    """Returns x where not negative, slope · x elsewhere, one slope per channel."""
    per_channel = slope if slope.numel() == 1 else _lined_up(slope, X, 1)
    return torch.where(X < 0, per_channel * X, X)


def Sub_1(
    A: Tensor,
    B: Tensor,
    axis: int | None = None,
    broadcast: int = 0,
    consumed_inputs: Ints | None = None,
) -> Tensor:
    """Returns a − b."""
    return torch.sub(A, _lined_up(B, A, axis))


def _lined_up(B: Tensor, A: Tensor, axis: int | None) -> Tensor:
    """Returns B with as many axes behind it as A has behind the place it starts at."""
    if axis is None:
        return B
    behind = A.dim() - axis % A.dim() - B.dim()
    return B.reshape(*B.shape, *[1] * behind)
