"""Randomised weights: does a map depend on what the network has learnt?

J. Adebayo and others: "Sanity Checks for Saliency Maps", NeurIPS 2018, section 3.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from inference.classifier import PreparedInput
from inference.errors import UnsupportedOperatorError
from inference.geometry import Floats
from inference.gradcam import GradCam, GradCamSpec, Redrawn
from inference.jobs import Job, Progress, relayed
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
    engine: GradCam,
    prepared: PreparedInput,
    spec: GradCamSpec,
    *,
    seed: int = 0,
) -> Job[Randomised, Randomised]:
    """Draws the layers' weights anew, one after another from the classes down.

    New weights have the mean and deviation of the old ones. Values below nought count
    by their size, as the order of the pixels knows no sign here.

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
    redrawn = _redrawn(engine, seed)
    true = engine.explain(prepared, spec)
    spec = replace(spec, layer=true.layer.name, target=true.spec.target)

    def again() -> Job[None, Floats]:
        yield from ()
        return _sized(redrawn.explained(prepared, spec), is_signed=spec.is_signed)

    first = _sized(true.signed, is_signed=spec.is_signed)
    return (yield from _steps(redrawn, first, again))


def randomised_method(
    engine: GradCam, first: Floats, explaining: Callable[[GradCam], Job[object, Floats]]
) -> Job[Randomised, Randomised]:
    """Does the same for any method that takes gradients alone.

    Args:
        engine: The network's gradients.
        first: The true map, (h, w).
        explaining: Makes the map by other gradients.

    Yields:
        The steps so far.

    Raises:
        UnsupportedOperatorError: The twin lacks operators.
    """
    redrawn = _redrawn(engine, seed=0)

    def again() -> Job[object, Floats]:
        found = yield from explaining(redrawn.engine)
        return _sized(found, is_signed=True)

    return (yield from _steps(redrawn, _sized(first, is_signed=True), again))


def _redrawn(engine: GradCam, seed: int) -> Redrawn:
    if engine.missing:
        name = engine.classifier.graph.path.name
        raise UnsupportedOperatorError(name, engine.missing)
    return Redrawn(engine, seed)


def _steps(
    redrawn: Redrawn, first: Floats, again: Callable[[], Job[object, Floats]]
) -> Job[Randomised, Randomised]:
    """Draws layer after layer and makes the map again; the first is the true one."""
    found = Randomised((0,), (1.0,), (first,))
    steps = _spread(len(redrawn.layers))
    for layers in steps:
        redrawn.draw(layers)
        place = (len(found.layers) - 1, len(steps))
        told = partial(_told, found)
        values = yield from relayed(again(), told, step=place)
        found = Randomised(
            (*found.layers, layers),
            (*found.correlations, rank_correlation(first, values)),
            (*found.maps, values),
        )
        yield Progress(len(found.layers) - 1, len(steps), found)
    return found


def _told(found: Randomised, _: object) -> Randomised:
    return found


def _sized(values: Floats, *, is_signed: bool) -> Floats:
    """Returns how much each place counts, (h, w); what is no number counts nothing."""
    kept = np.abs(values) if is_signed else np.maximum(values, 0)
    sized: Floats = np.nan_to_num(kept)
    return sized


def _spread(count: int) -> list[int]:
    """Returns 1, 2, 4 … and all layers, at most eight steps."""
    powers = [2**n for n in range(_MOST_STEPS - 1) if 2**n < count]
    return [*powers, count] if count else []
