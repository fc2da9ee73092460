"""What is explained: a number of the classes, or a tensor in place of their logits."""

from gui.widgets.controls import Segments
from gui.widgets.words import translate
from inference.classifier import Quantity
from inference.gradcam import GradCamSpec

LOGIT, PROBABILITY, MARGIN, TENSOR = range(4)


class ExplainedChoice(Segments):
    """Logit, probability or margin; a tensor while a remedy asks for it.

    Attributes:
        tensor: The tensor that is explained in place of the logits, or None.
    """

    def __init__(self) -> None:
        tip = translate(
            "ExplainedChoice",
            "The number whose change is drawn. The logit keeps its slope when the "
            "network is very sure; the probability does not (default: logit).",
        )
        super().__init__(translate("ExplainedChoice", "Explains"), tip)
        self.tensor: str | None = None
        self.explain(None)
        self.picked.connect(self._on_picked)

    @property
    def is_margin(self) -> bool:
        """Whether another class's score is subtracted."""
        return self.current == MARGIN

    @property
    def quantity(self) -> Quantity:
        """The number of a class; a margin is one of logits."""
        is_probability = self.current == PROBABILITY
        return Quantity.PROBABILITY if is_probability else Quantity.LOGIT

    def preset(self, quantity: Quantity) -> None:
        """Explains the number that a method explains when nobody says."""
        is_probability = quantity is Quantity.PROBABILITY
        self.set_current(PROBABILITY if is_probability else LOGIT)
        self.explain(None)

    def choose(self, spec: GradCamSpec) -> None:
        """Takes over what a question explains; which class is subtracted stays."""
        if spec.target.against is None:
            is_probability = spec.target.quantity is Quantity.PROBABILITY
            self.set_current(PROBABILITY if is_probability else LOGIT)
        self.explain(spec.reduction)

    def explain(self, tensor: str | None) -> None:
        """Explains a tensor in place of the logits; None explains these again."""
        self.tensor = tensor
        words = [self.tr("Logit"), self.tr("Probability"), self.tr("Margin")]
        if tensor is not None:
            words.append(self.tr("Tensor"))
        elif self.current == TENSOR:
            self.set_current(LOGIT)
        self.set_words(words)
        if tensor is not None:
            self.set_current(TENSOR)

    def _on_picked(self, place: int) -> None:
        if place != TENSOR:
            self.explain(None)
