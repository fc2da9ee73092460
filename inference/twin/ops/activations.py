"""The functions between the layers: rectifiers, sigmoids, softmax."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.values import arithmetic, wrapped


def Celu(X: Tensor, alpha: float = 1.0) -> Tensor:
    """Returns max(0, x) + min(0, α(e^(x/α) − 1))."""
    return F.celu(X, alpha)


def Dropout(
    data: Tensor,
    ratio: float | None = None,
    training_mode: bool | None = None,
    seed: int | None = None,
) -> tuple[Tensor, Tensor]:
    """Returns the elements, in training a random part of them 0, and which were kept.

    The chance of an element is drawn by NumPy, whose seeds ONNX's examples are made of.
    """
    ratio = 0.5 if ratio is None else ratio
    if not training_mode or ratio == 0:
        return data, torch.ones_like(data, dtype=torch.bool)
    chance = np.random.RandomState(seed).uniform(0, 1, tuple(data.shape))
    kept = torch.from_numpy(np.greater_equal(chance, ratio)).to(data.device)
    return data * kept / (1 - ratio), kept


def Elu(X: Tensor, alpha: float = 1.0) -> Tensor:
    """Returns x where positive, α(eˣ − 1) elsewhere."""
    return F.elu(X, alpha)


def Gelu(X: Tensor, approximate: str = "none") -> Tensor:
    """Returns x Φ(x), Φ the normal distribution (or its approximation by tanh)."""
    return F.gelu(X, approximate=approximate)


def HardSigmoid(X: Tensor, alpha: float = 0.2, beta: float = 0.5) -> Tensor:
    """Returns αx + β, kept within 0 and 1."""
    return torch.clamp(alpha * X + beta, 0, 1)


def HardSwish(X: Tensor) -> Tensor:
    """Returns x · HardSigmoid(x) with α = 1/6, β = 1/2."""
    return F.hardswish(X)


def Hardmax(input: Tensor, axis: int = -1) -> Tensor:
    """Returns 1 at the first greatest element along the axis, 0 elsewhere."""
    first = input.argmax(axis, keepdim=True)
    return torch.zeros_like(input).scatter(axis, first, 1)


def Hardmax_1(input: Tensor, axis: int = 1) -> Tensor:
    """Returns Hardmax over all axes from the given one on."""
    return Hardmax(_rows(input, axis)).reshape(input.shape)


def LeakyRelu(X: Tensor, alpha: float = 0.01) -> Tensor:
    """Returns x where positive, αx elsewhere."""
    return F.leaky_relu(X, alpha)


def LogSoftmax(input: Tensor, axis: int = -1) -> Tensor:
    """Returns the logarithm of Softmax."""
    return F.log_softmax(input, axis)


def LogSoftmax_1(input: Tensor, axis: int = 1) -> Tensor:
    """Returns LogSoftmax over all axes from the given one on."""
    return LogSoftmax(_rows(input, axis)).reshape(input.shape)


def Mish(X: Tensor) -> Tensor:
    """Returns x · tanh(ln(1 + eˣ))."""
    return F.mish(X)


def PRelu(X: Tensor, slope: Tensor) -> Tensor:
    """Returns x where not negative, slope · x elsewhere."""
    return torch.where(X < 0, slope * X, X)


def Relu(X: Tensor) -> Tensor:
    """Returns max(0, x)."""
    return arithmetic(torch.relu, X)


def Selu(
    X: Tensor, alpha: float = 1.6732631921768188, gamma: float = 1.0507010221481323
) -> Tensor:
    """Returns γx where positive, γα(eˣ − 1) elsewhere."""
    return gamma * F.elu(X, alpha)


def Shrink(input: Tensor, bias: float = 0.0, lambd: float = 0.5) -> Tensor:
    """Returns x − bias above λ, x + bias below −λ, 0 between."""
    zero = torch.zeros_like(input)
    low = torch.where(input < -lambd, (input + bias).to(input.dtype), zero)
    return torch.where(input > lambd, (input - bias).to(input.dtype), low)


def Sigmoid(X: Tensor) -> Tensor:
    """Returns 1 / (1 + e⁻ˣ)."""
    return torch.sigmoid(X)


def Softmax(input: Tensor, axis: int = -1) -> Tensor:
    """Returns eˣ divided by its sum along the axis."""
    return F.softmax(input, axis)


def Softmax_1(input: Tensor, axis: int = 1) -> Tensor:
    """Returns Softmax over all axes from the given one on."""
    return Softmax(_rows(input, axis)).reshape(input.shape)


def Softplus(X: Tensor) -> Tensor:
    """Returns ln(1 + eˣ)."""
    return torch.logaddexp(X, torch.zeros_like(X))


def Softsign(input: Tensor) -> Tensor:
    """Returns x / (1 + |x|)."""
    return F.softsign(input)


def Swish(X: Tensor, alpha: float = 1.0) -> Tensor:
    """Returns x · Sigmoid(αx)."""
    return X * torch.sigmoid(alpha * X)


def ThresholdedRelu(X: Tensor, alpha: float = 1.0) -> Tensor:
    """Returns x where above α, 0 elsewhere."""
    return torch.where(torch.gt(X, alpha), X, torch.zeros_like(X))


def _rows(input: Tensor, axis: int) -> Tensor:
    """Returns the tensor as a matrix whose rows hold the axes from `axis` on."""
    rows = input.shape[: wrapped(axis, input.dim())].numel()
    return input.reshape(rows, -1)
