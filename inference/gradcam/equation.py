"""Grad-CAM's equation, and the two arrays that it takes.

Methods that weigh otherwise are functions of the same two arrays, beside it.
"""

from dataclasses import dataclass

import numpy as np

from inference.geometry import Floats
from inference.network.layers import FeatureLayer


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What one pass gives for one layer, for one input.

    Attributes:
        layer: The tensor.
        activations: A: (C, h, w) its values, as the real numbers that they mean.
        gradients: ∂y/∂A: (C, h, w) of the explained number y.
    """

    layer: FeatureLayer
    activations: Floats
    gradients: Floats


def grad_cam(activations: Floats, gradients: Floats) -> Floats:
    """Weighs each channel of a layer by how much it raises a score.

        α_k = 1/(h·w) Σ_i Σ_j ∂y/∂A_kij        (equation 1)
        L   = ReLU(Σ_k α_k A_k)                (equation 2)

    R. R. Selvaraju and others: "Grad-CAM: Visual Explanations from Deep Networks via
    Gradient-based Localization", ICCV 2017, section 3.

    Args:
        activations: A, (C, h, w).
        gradients: ∂y/∂A, (C, h, w); the paper's y is a logit.

    Returns:
        (h, w) the sum of equation 2 before its ReLU: negative where a place speaks
        against the class.
    """
    weights = gradients.mean(axis=(1, 2), dtype=np.float64).astype(np.float32)
    channels = activations.reshape(len(weights), -1)
    total: Floats = (weights @ channels).reshape(activations.shape[1:])
    return total
