"""Grad-CAM's equation."""

from dataclasses import dataclass

import numpy as np

from inference.geometry import Floats
from inference.network.layers import FeatureLayer


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What one pass gives for one layer, for one input.

    Attributes:
        layer: The tensor.
        values: (C, h, w) its values.
        gradients: (C, h, w) of the explained number.
    """

    layer: FeatureLayer
    values: Floats
    gradients: Floats

    def signed(self) -> Floats:
        """Returns the sum of the channels, each with its mean gradient, (h, w)."""
        weights = self.gradients.mean(axis=(1, 2), dtype=np.float64).astype(np.float32)
        real = self.values - np.float32(self.layer.zero_point)
        channels = real.reshape(len(weights), -1)
        total: Floats = (weights @ channels).reshape(self.values.shape[1:])
        return total
