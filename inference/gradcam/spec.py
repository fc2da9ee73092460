"""What is asked of Grad-CAM: which number it explains, and at which layer."""

from dataclasses import dataclass

from inference.classifier import Quantity
from inference.classifier.prediction import check_margin
from inference.errors import SpecError


@dataclass(frozen=True, slots=True)
class GradCamSpec:
    """One question.

    Attributes:
        target: Index of the explained class, or of a channel of `reduction`; None for
            the leading one.
        against: Index of the class whose score is subtracted (a margin), or None.
        quantity: Which number is explained: the logit (as in the paper) or the
            probability.
        layer: Name of the tensor whose channels are weighed; None for the automatic
            one.
        reduction: Name of a tensor that is explained in place of the logits, summed
            over its places; None for the logits.
        is_signed: Whether the map keeps what speaks against the class (no ReLU).
    """

    target: int | None = None
    against: int | None = None
    quantity: Quantity = Quantity.LOGIT
    layer: str | None = None
    reduction: str | None = None
    is_signed: bool = False

    def __post_init__(self) -> None:
        if self.target is not None:
            check_margin(self.target, self.against)
        if self.reduction is not None and self.quantity is Quantity.PROBABILITY:
            raise SpecError(
                "Only the classes have probabilities. Explain the value of "
                f'"{self.reduction}" itself: choose the logit.'
            )
