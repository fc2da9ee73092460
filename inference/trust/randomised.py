"""Randomised weights: does a map depend on what the network has learnt?

J. Adebayo and others: "Sanity Checks for Saliency Maps", NeurIPS 2018, section 3.
"""

from dataclasses import dataclass, replace

import numpy as np

from inference.classifier import PreparedInput
from inference.errors import UnsupportedOperatorError
from inference.geometry import Floats
from inference.gradcam import GradCam, GradCamSpec, Redrawn
from inference.jobs import Job, Progress
from inference.trust.rank import rank_correlation

_MOST_STEPS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Randomised:
    """A map while the layers' weights are drawn anew, from the classes down.

    Attributes:
        layers: How many layers were drawn anew at each step, 0 first.
        correlations: Rank correlation with the true map, 1 first.
        maps: (h, w) of each step.
    """

    layers: tuple[int, ...]
    correlations: tuple[float, ...]
    maps: tuple[Floats, ...]

    @property
    def last(self) -> float:
        """The correlation with all weights drawn anew."""
        return self.correlations[-1]


def randomised(
    engine: GradCam, prepared: PreparedInput, spec: GradCamSpec, *, seed: int = 0
) -> Job[Randomised, Randomised]:
    """Draws the layers' weights anew, one after another from the classes down.

    New weights have the mean and deviation of the old ones.

    Args:
        engine: The network's gradients.
        prepared: The photo.
        spec: The question; its layer and class are those of the true map.
        seed: Of the new weights.

    Yields:
        The steps so far.

    Raises:
        UnsupportedOperatorError: The twin lacks operators.
    """
    if engine.missing:
        name = engine.classifier.graph.path.name
        raise UnsupportedOperatorError(name, engine.missing)
    true = engine.explain(prepared, spec)
    spec = replace(spec, layer=true.layer.name, target=true.spec.target)
    first = np.abs(true.signed) if spec.is_signed else np.maximum(true.signed, 0)
    found = Randomised((0,), (1.0,), (first,))
    redrawn = Redrawn(engine, seed)
    steps = _spread(len(redrawn.layers))
    for layers in steps:
        redrawn.draw(layers)
        signed = redrawn.explained(prepared, spec)
        values = np.abs(signed) if spec.is_signed else np.maximum(signed, 0)
        values = np.nan_to_num(values)
        found = Randomised(
            (*found.layers, layers),
            (*found.correlations, rank_correlation(first, values)),
            (*found.maps, values),
        )
        yield Progress(len(found.layers) - 1, len(steps), found)
    return found


def _spread(count: int) -> list[int]:
    """Returns 1, 2, 4 … and all layers, at most eight steps."""
    powers = [2**n for n in range(_MOST_STEPS - 1) if 2**n < count]
    return [*powers, count] if count else []
