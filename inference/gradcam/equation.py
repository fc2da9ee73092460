"""Grad-CAM's equation, its kin, and the two arrays that they take."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from inference.errors import Sentence
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


def hires_cam(activations: Floats, gradients: Floats) -> Floats:
    """Multiplies gradient and activation place by place, and adds up the channels.

        L = ReLU(Σ_k ∂y/∂A_k ⊙ A_k)

    R. L. Draelos, L. Carin: "Use HiResCAM instead of Grad-CAM for faithful explanations
    of convolutional neural networks", 2020, section 3. For the rest see `grad_cam`.
    """
    total: Floats = np.einsum("chw,chw->hw", gradients, activations)
    return total


def layer_cam(activations: Floats, gradients: Floats) -> Floats:
    """The same with those gradients only that raise the score.

        L = ReLU(Σ_k ReLU(∂y/∂A_k) ⊙ A_k)

    P.-T. Jiang and others: "LayerCAM: Exploring Hierarchical Class Activation Maps for
    Localization", IEEE TIP 2021, section III. For the rest see `grad_cam`.
    """
    return hires_cam(activations, np.maximum(gradients, 0))


Equation = Literal["gradcam", "hirescam", "layercam"]


@dataclass(frozen=True, slots=True)
class Weighing:
    """A way to weigh a layer.

    Attributes:
        title: Its name, as its authors write it.
        weigh: From activations and gradients to the sum before the ReLU.
    """

    title: Sentence
    weigh: Callable[[Floats, Floats], Floats]


EQUATIONS: dict[Equation, Weighing] = {
    "gradcam": Weighing(Sentence("Grad-CAM"), grad_cam),
    "hirescam": Weighing(Sentence("HiResCAM"), hires_cam),
    "layercam": Weighing(Sentence("LayerCAM"), layer_cam),
}
