"""Circular and hyperbolic functions, and their inverses."""

import torch
from torch import Tensor


def Acos(X: Tensor) -> Tensor:
    """Returns the angle with this cosine."""
    return torch.acos(X)


def Acosh(X: Tensor) -> Tensor:
    """Returns the number with this hyperbolic cosine."""
    return torch.acosh(X)


def Asin(X: Tensor) -> Tensor:
    """Returns the angle with this sine."""
    return torch.asin(X)


def Asinh(X: Tensor) -> Tensor:
    """Returns the number with this hyperbolic sine."""
    return torch.asinh(X)


def Atan(X: Tensor) -> Tensor:
    """Returns the angle with this tangent."""
    return torch.atan(X)


def Atanh(X: Tensor) -> Tensor:
    """Returns the number with this hyperbolic tangent."""
    return torch.atanh(X)


def Cosh(X: Tensor) -> Tensor:
    """Returns the hyperbolic cosine."""
    return torch.cosh(X)
