"""What is asked of Grad-CAM: which number it explains, and at which layer."""

from dataclasses import dataclass

from inference.classifier import LEADING_LOGIT, Quantity, Target
from inference.errors import SpecError
from inference.gradcam.equation import Equation


@dataclass(frozen=True, slots=True)
class GradCamSpec:
    """One question.

    Attributes:
        target: Which number is explained: a logit (as in the paper) or a probability.
            With a `reduction` its index is that of a channel.
        layer: Name of the tensor whose channels are weighed; None for the automatic
            one.
        reduction: Name of a tensor that is explained in place of the logits, summed
            over its places; None for the logits.
        is_signed: Whether the map keeps what speaks against the class (no ReLU).
        equation: How the layer is weighed: one of `EQUATIONS`.
    """

    target: Target = LEADING_LOGIT
    layer: str | None = None
    reduction: str | None = None
    is_signed: bool = False
    equation: Equation = "gradcam"

    def __post_init__(self) -> None:
        is_probability = self.target.quantity is Quantity.PROBABILITY
        if self.reduction is not None and is_probability:
            raise SpecError(
                'Only the classes have probabilities. Explain the value of "{tensor}" '
                "itself: choose the logit.",
                tensor=self.reduction,
            )
