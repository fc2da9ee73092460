"""Maps of one photo by how far they can be trusted: insertion less deletion of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from inference.classifier import Classifier, PreparedInput, Quantity, Target
from inference.errors import InferenceError, Sentence
from inference.geometry import Floats
from inference.gradcam import GradCam, GradCamSpec
from inference.jobs import Job, relayed
from inference.network.layers import FeatureLayer
from inference.pictures.heatmap import Heatmap
from inference.trust.curves import STEPS, deletion_insertion, order_of
from inference.trust.dataset import TOO_LONG
from inference.trust.patience import PATIENCE, within

Making = Callable[[], Job[object, Heatmap]]
"""Makes a map."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A map among others.

    Attributes:
        name: What tells it from them.
        insertion: Area under that curve.
        deletion: Likewise.
        why: Why it was left out; None where it was not.
    """

    name: str
    insertion: float = 0.0
    deletion: float = 0.0
    why: Sentence | None = None

    @property
    def difference(self) -> float:
        """Area of insertion less that of deletion; the larger, the better the map."""
        return self.insertion - self.deletion


@dataclass(frozen=True, slots=True)
class Order:
    """Several maps by how far they can be trusted.

    Attributes:
        placed: In the order in which they were measured.
        total: How many there are.
    """

    placed: tuple[Placed, ...]
    total: int

    @property
    def best_first(self) -> tuple[Placed, ...]:
        """The same, by difference; what was left out stands at the end."""
        return tuple(
            sorted(self.placed, key=lambda each: (bool(each.why), -each.difference))
        )


def order_passes(maps: int, steps: int = STEPS) -> int:
    """Returns how many forward passes it takes to order so many maps."""
    return 2 * maps * (steps + 1)


def ordered(
    classifier: Classifier,
    prepared: PreparedInput,
    target: Target,
    makers: Mapping[str, Making],
    *,
    steps: int = STEPS,
) -> Job[Order, Order]:
    """Measures maps of a photo, one after another.

    A map that fails, or would take too long, is left out. The curves follow the
    probability of the class, whatever the maps explain.

    Args:
        classifier: The network.
        prepared: The photo.
        target: What is explained; its class is settled.
        makers: Of the maps, by name.
        steps: Of the curves.

    Yields:
        What was measured so far.
    """
    found, total = Order((), len(makers)), len(makers)
    followed = replace(target, quantity=Quantity.PROBABILITY)
    for place, (name, make) in enumerate(makers.items()):
        job = _placed(name, make, classifier, prepared, followed, steps)
        one = yield from relayed(job, partial(_told, found), step=(place, total))
        found = replace(found, placed=(*found.placed, one))
    return found


def ordered_layers(
    engine: GradCam,
    prepared: PreparedInput,
    spec: GradCamSpec,
    layers: Sequence[FeatureLayer] = (),
    *,
    steps: int = STEPS,
) -> Job[Order, Order]:
    """Measures the maps of all layers (or of these), of one backward pass.

    Args:
        engine: The network's gradients.
        prepared: The photo.
        spec: The question; its class is settled.
        layers: Which ones.
        steps: Of the curves.

    Yields:
        What was measured so far.
    """
    maps = engine.ladder(prepared, spec, layers)
    makers = {each.layer.name: partial(_known, each.heatmap) for each in maps}
    classifier, target = engine.classifier, spec.target
    job = ordered(classifier, prepared, target, makers, steps=steps)
    return (yield from job)


def _known(heatmap: Heatmap) -> Job[None, Heatmap]:
    yield from ()
    return heatmap


def _told(found: Order, _: object) -> Order:
    return found


def _placed(
    name: str,
    make: Making,
    classifier: Classifier,
    prepared: PreparedInput,
    target: Target,
    steps: int,
) -> Job[None, Placed]:
    try:
        heatmap = yield from within(PATIENCE, make(), lambda _: None)
    except InferenceError as error:
        return Placed(name, why=error.sentence)
    if heatmap is None:
        return Placed(name, why=TOO_LONG)
    orders = [order_of(at_pixels(heatmap, prepared))]
    job = deletion_insertion(classifier, prepared, target, orders, steps=steps)
    (curves,) = yield from relayed(job, lambda _: None)
    return Placed(name, curves.insertion.area, curves.deletion.area)


def at_pixels(heatmap: Heatmap, prepared: PreparedInput) -> Floats:
    """Returns a map as large as the network's input, (h, w)."""
    return replace(heatmap, seen=prepared.whole).enlarged(prepared.size, "bilinear")
