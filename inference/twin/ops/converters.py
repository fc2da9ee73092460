"""The operators of ai.onnx.ml that converters of scikit-learn end networks with.

Words are no tensors: where an operator names classes, their indices are given.
"""

from collections.abc import Callable
from typing import Final

import torch
from torch import Tensor

from inference.twin.ops.values import Floats, Ints

_TRANSFORMS: Final[dict[str, Callable[[Tensor], Tensor]]] = {
    "NONE": lambda scores: scores,
    "LOGISTIC": torch.sigmoid,
    "SOFTMAX": lambda scores: torch.softmax(scores, -1),
}
_NORMS: Final[dict[str, Callable[[Tensor], Tensor]]] = {
    "MAX": lambda values: values.amax(-1, keepdim=True),
    "L1": lambda values: values.abs().sum(-1, keepdim=True),
    "L2": lambda values: values.norm(dim=-1, keepdim=True),
}


def LinearClassifier(
    X: Tensor,
    coefficients: Floats,
    intercepts: Floats | None = None,
    classlabels_ints: Ints | None = None,
    classlabels_strings: list[str] | None = None,
    multi_class: int = 0,
    post_transform: str = "NONE",
) -> tuple[Tensor, Tensor]:
    """Returns the leading class (N,) and scores (N, K) of features (N, F).

    Raises:
        ValueError: It has fewer rows than classes, as of two classes.
    """
    labels = classlabels_strings or classlabels_ints or []
    features = X.reshape(len(X), -1)
    matrix = features.new_tensor(coefficients).reshape(-1, features.shape[1])
    if len(matrix) != len(labels):
        raise ValueError("rows and classes are not as many")
    scores = features @ matrix.T
    if intercepts:
        scores = scores + features.new_tensor(intercepts)
    return scores.argmax(-1), _TRANSFORMS[post_transform](scores)


def Normalizer(X: Tensor, norm: str = "MAX") -> Tensor:
    """Returns rows over their norm; a row without one stays."""
    norms = _NORMS[norm](X)
    return X / torch.where(norms == 0, torch.ones_like(norms), norms)


def Scaler(X: Tensor, offset: Floats, scale: Floats) -> Tensor:
    """Returns (X - offset) * scale, by columns."""
    return (X - X.new_tensor(offset)) * X.new_tensor(scale)
