"""Arithmetic, comparisons and logic, element by element, with broadcasting."""

from functools import reduce

import torch
from torch import Tensor

from inference.twin.ops.values import (
    NARROW,
    Number,
    arithmetic,
    cast,
    cast_to_narrow,
    dtype_of,
    known,
    straight_through,
)


def Abs(X: Tensor) -> Tensor:
    """Returns |x|."""
    return arithmetic(torch.abs, X)


def Add(A: Tensor, B: Tensor) -> Tensor:
    """Returns a + b."""
    return arithmetic(torch.add, A, B)


def And(A: Tensor, B: Tensor) -> Tensor:
    """Returns a and b."""
    return torch.logical_and(A, B)


def Cast(input: Tensor, to: int, saturate: int = 1, round_mode: str = "up") -> Tensor:
    """Returns the elements converted to the ONNX type `to`."""
    if to in NARROW:
        return cast_to_narrow(input, to)
    return cast(input, dtype_of(to))


def CastLike(
    input: Tensor,
    target_type: Tensor,
    saturate: int = 1,
    round_mode: str = "up",
    to: int = 0,
) -> Tensor:
    """Returns the elements converted to the type of another tensor.

    `to` is that type where it has 4 or 2 bits: torch's tensor does not know.
    """
    if to in NARROW:
        return cast_to_narrow(input, to)
    return cast(input, target_type.dtype)


def Ceil(X: Tensor) -> Tensor:
    """Returns the smallest whole number not below x; the gradient passes through."""
    return straight_through(torch.ceil(X), X)


def Clip(input: Tensor, min: Number | None = None, max: Number | None = None) -> Tensor:
    """Returns min(max(x, lower), upper)."""
    if min is None and max is None:
        return input
    return arithmetic(lambda x: torch.clamp(x, min, max), input)


def Cos(input: Tensor) -> Tensor:
    """Returns cos x."""
    return torch.cos(input)


def Div(A: Tensor, B: Tensor) -> Tensor:
    """Returns a / b; of integers the quotient rounded towards zero."""
    if A.is_floating_point() or B.is_floating_point():
        return torch.div(A, B)
    return arithmetic(lambda a, b: torch.div(a, b, rounding_mode="trunc"), A, B)


def Equal(A: Tensor, B: Tensor) -> Tensor:
    """Returns a = b."""
    return torch.eq(*known(A, B))


def Erf(input: Tensor) -> Tensor:
    """Returns the error function of x."""
    return torch.erf(input)


def Exp(input: Tensor) -> Tensor:
    """Returns e to the x."""
    return torch.exp(input)


def Floor(X: Tensor) -> Tensor:
    """Returns the largest whole number not above x; the gradient passes through."""
    return straight_through(torch.floor(X), X)


def Greater(A: Tensor, B: Tensor) -> Tensor:
    """Returns a > b."""
    return torch.gt(*known(A, B))


def GreaterOrEqual(A: Tensor, B: Tensor) -> Tensor:
    """Returns a ≥ b."""
    return torch.ge(*known(A, B))


def Less(A: Tensor, B: Tensor) -> Tensor:
    """Returns a < b."""
    return torch.lt(*known(A, B))


def LessOrEqual(A: Tensor, B: Tensor) -> Tensor:
    """Returns a ≤ b."""
    return torch.le(*known(A, B))


def Log(input: Tensor) -> Tensor:
    """Returns the natural logarithm of x."""
    return torch.log(input)


def Max(*data_0: Tensor) -> Tensor:
    """Returns the greatest of the elements at each place."""
    return arithmetic(lambda *data: reduce(torch.maximum, data), *data_0)


def Mean(*data_0: Tensor) -> Tensor:
    """Returns the mean of the elements at each place."""
    return Sum(*data_0) / len(data_0)


def Min(*data_0: Tensor) -> Tensor:
    """Returns the least of the elements at each place."""
    return arithmetic(lambda *data: reduce(torch.minimum, data), *data_0)


def Mod(A: Tensor, B: Tensor, fmod: int = 0) -> Tensor:
    """Returns the remainder: with the sign of b, or of a where `fmod` is set."""
    return arithmetic(torch.fmod if fmod else torch.remainder, A, B)


def Mul(A: Tensor, B: Tensor) -> Tensor:
    """Returns a · b."""
    return arithmetic(torch.mul, A, B)


def Neg(X: Tensor) -> Tensor:
    """Returns −x."""
    return torch.neg(X)


def Not(X: Tensor) -> Tensor:
    """Returns not x."""
    return torch.logical_not(X)


def Or(A: Tensor, B: Tensor) -> Tensor:
    """Returns a or b."""
    return torch.logical_or(A, B)


def Pow(X: Tensor, Y: Tensor) -> Tensor:
    """Returns x to the y, in the type of x."""
    return arithmetic(torch.pow, X, Y)


def Reciprocal(X: Tensor) -> Tensor:
    """Returns 1 / x."""
    return torch.reciprocal(X)


def Round(X: Tensor) -> Tensor:
    """Returns the nearest whole number, halves to even; the gradient passes through."""
    return straight_through(torch.round(X), X)


def Sign(input: Tensor) -> Tensor:
    """Returns −1, 0 or 1."""
    return arithmetic(torch.sign, input)


def Sin(input: Tensor) -> Tensor:
    """Returns sin x."""
    return torch.sin(input)


def Sinh(input: Tensor) -> Tensor:
    """Returns the hyperbolic sine of x."""
    return torch.sinh(input)


def Sqrt(X: Tensor) -> Tensor:
    """Returns the square root of x."""
    return torch.sqrt(X)


def Sub(A: Tensor, B: Tensor) -> Tensor:
    """Returns a − b."""
    return arithmetic(torch.sub, A, B)


def Sum(*data_0: Tensor) -> Tensor:
    """Returns the sum of the elements at each place."""
    return reduce(torch.add, data_0)


def Tan(input: Tensor) -> Tensor:
    """Returns tan x."""
    return torch.tan(input)


def Tanh(input: Tensor) -> Tensor:
    """Returns the hyperbolic tangent of x."""
    return torch.tanh(input)


def Where(condition: Tensor, X: Tensor, Y: Tensor) -> Tensor:
    """Returns x where the condition holds, y elsewhere."""
    return torch.where(condition, X, Y)


def Xor(A: Tensor, B: Tensor) -> Tensor:
    """Returns a or b, but not both."""
    return torch.logical_xor(A, B)
