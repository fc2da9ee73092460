"""A few places covered at once, and what that does to the scores."""

from collections.abc import Iterable
from dataclasses import dataclass

from inference.classifier import Classifier, Prediction, PreparedInput
from inference.errors import SpecError
from inference.geometry import Box, Floats
from inference.occluder import BASELINES, Baseline, Masks, Occluder


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """What covering some places does.

    Attributes:
        patches: The covered boxes, in input pixels, clipped to the input.
        reference: The prediction for the untouched input.
        prediction: With the patches covered.
        baseline: What stands in the patches.
        filling: The same as pixel values: (C,) for all places, or (h, w, C).
    """

    patches: tuple[Box, ...]
    reference: Prediction
    prediction: Prediction
    baseline: Baseline
    filling: Floats

    def drop(self, target: int) -> float:
        """How much the probability of a class falls."""
        return self.reference.probability(target) - self.prediction.probability(target)


def probe(
    classifier: Classifier,
    prepared: PreparedInput,
    patches: Iterable[Box],
    *,
    baseline: Baseline = BASELINES["gray"],
    reference: Prediction | None = None,
) -> Probe:
    """Covers all patches at once and predicts.

    Args:
        classifier: The network.
        prepared: The photo as it sees it.
        patches: Boxes in whole input pixels; what lies outside the input is cut off.
        baseline: What stands in the patches.
        reference: The untouched prediction where it is known; saves a forward pass.

    Raises:
        SpecError: A patch covers nothing of the input.
    """
    clipped = tuple(patch.clipped(prepared.size) for patch in patches)
    for patch in clipped:
        if patch.is_empty:
            raise SpecError(
                "A patch lies outside the input of {size} pixels. Rows and columns "
                "count from 0.",
                size=prepared.size,
            )
    fill = baseline.filling(prepared)
    occluder = Occluder(classifier, prepared.pixels, fill, batch_size=1)
    logits = occluder.logits(Masks.union(clipped, prepared.size))[0]
    if reference is None:
        reference = classifier.predict_input(prepared)
    prediction = classifier.prediction(logits)
    return Probe(clipped, reference, prediction, baseline, fill)
