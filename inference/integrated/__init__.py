"""Integrated gradients and SmoothGrad: gradients at the pixels, summed or averaged."""

from inference.integrated.integrated import IntegratedSpec, integrated_gradients
from inference.integrated.smooth import SmoothSpec, smooth_gradients

__all__ = [
    "IntegratedSpec",
    "SmoothSpec",
    "integrated_gradients",
    "smooth_gradients",
]
