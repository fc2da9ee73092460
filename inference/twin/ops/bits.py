"""Bits of whole numbers, and what tells numbers from what is none."""

import torch
from torch import Tensor

from inference.twin.ops.values import arithmetic


def BitShift(X: Tensor, Y: Tensor, direction: str) -> Tensor:
    """Returns X with its bits moved by Y; those that fall off are gone."""
    wide, by = X.long(), Y.long()
    moved = wide << by if direction == "LEFT" else wide >> by
    return moved.to(X.dtype)


def BitwiseAnd(A: Tensor, B: Tensor) -> Tensor:
    """Returns the bits that both have."""
    return arithmetic(torch.bitwise_and, A, B)


def BitwiseNot(X: Tensor) -> Tensor:
    """Returns the bits that X lacks."""
    return arithmetic(torch.bitwise_not, X)


def BitwiseOr(A: Tensor, B: Tensor) -> Tensor:
    """Returns the bits that either has."""
    return arithmetic(torch.bitwise_or, A, B)


def BitwiseXor(A: Tensor, B: Tensor) -> Tensor:
    """Returns the bits that one of both has."""
    return arithmetic(torch.bitwise_xor, A, B)


def IsInf(X: Tensor, detect_negative: int = 1, detect_positive: int = 1) -> Tensor:
    """Returns where X is infinite, of the signs that are asked for."""
    asked = (X < 0 if detect_negative else X.new_zeros((), dtype=torch.bool)) | (
        X > 0 if detect_positive else X.new_zeros((), dtype=torch.bool)
    )
    return torch.isinf(X) & asked


def IsNaN(X: Tensor) -> Tensor:
    """Returns where X is no number."""
    return torch.isnan(X)
