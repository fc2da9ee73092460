"""Two models that are compared, and what both say of one photo.

The lens and the pages of the tab share it. Their gradients are made once, by the first
job that needs them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inference.classifier import Classifier, Prediction, Quantity, Target
from inference.gradcam import GradCam, GradCamMap, GradCamSpec
from inference.image import LoadedImage


@dataclass(frozen=True, eq=False)
class Pair:
    """Two models over the same classes.

    Attributes:
        before: One of them.
        after: The other.
        names: Of the classes.
        old: Which classes of the first one these are; None where it lacks one.
        new: Which classes of the second one these are.
        truth: The class of each photo that is known, by its place among the names.
    """

    before: Classifier
    after: Classifier
    names: tuple[str, ...]
    old: Sequence[int] | None
    new: Sequence[int]
    truth: Mapping[Path, int]

    @cached_property
    def engines(self) -> tuple[GradCam | None, GradCam]:
        """Their gradients; a model that lacks a class needs none."""
        old = None if self.old is None else GradCam(self.before)
        return old, GradCam(self.after)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other pairs: the hashes of both files."""
        return self.before.graph.sha256, self.after.graph.sha256

    def place_of(self, classifier: Classifier, index: int) -> int | None:
        """Returns which of the names a class of one of both models has."""
        is_old = classifier.graph.sha256 == self.key[0]
        classes = self.old if is_old else self.new
        return [*classes].index(index) if classes and index in classes else None


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What two models see in a photo, for one class.

    Attributes:
        name: Of the class.
        is_true: Whether it is known to be the photo's.
        before: Map and probability of the first model; None where it lacks the class.
        after: Map and probability of the second.
        prediction: What the second one says, in the classes of the first one; None
            where these are others.
    """

    name: str
    is_true: bool
    before: tuple[GradCamMap, float] | None
    after: tuple[GradCamMap, float]
    prediction: Prediction | None


def seen(pair: Pair, image: LoadedImage, place: int, *, is_true: bool) -> Sight:
    """Explains a class of a photo by both models.

    Args:
        pair: The models.
        image: The photo.
        place: Of the class, among the pair's names.
        is_true: Whether it is known to be the photo's.

    Raises:
        InferenceError: One of them has no gradients, or a pass failed.
    """
    old, new = pair.engines
    before = None
    if old is not None and pair.old is not None:
        before = _explained(old, image, pair.old[place])
    after = _explained(new, image, pair.new[place])
    prediction = _in_other_classes(pair, pair.after.predict(image))
    return Sight(pair.names[place], is_true, before, after, prediction)


def _explained(
    engine: GradCam, image: LoadedImage, index: int
) -> tuple[GradCamMap, float]:
    spec = GradCamSpec(Target(index, quantity=Quantity.LOGIT))
    found = engine.explain(engine.classifier.prepare(image), spec)
    return found, engine.classifier.predict(image).probability(index)


def _in_other_classes(pair: Pair, prediction: Prediction) -> Prediction | None:
    """Puts what the second model says in the order of the first one's classes."""
    labels = pair.before.labels
    is_whole = len(pair.names) == len(labels) == len(prediction.labels)
    if pair.old is None or not is_whole:
        return None
    order = dict(zip(pair.old, pair.new, strict=True))
    logits = prediction.logits[[order[n] for n in range(len(labels))]]
    return Prediction(logits, labels, prediction.activation)
