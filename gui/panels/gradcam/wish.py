"""What is asked of the methods of the tab: a wish, and the question that it makes."""

from dataclasses import dataclass
from typing import Any

from gui.opened import Subject
from gui.panels.gradcam.maps import needs_gradients
from inference.classifier import Prediction, Quantity, Target
from inference.gradcam import EQUATIONS, Equation, GradCamSpec


@dataclass(frozen=True, slots=True)
class Wish:
    """What the controls say.

    Attributes:
        quantity: Logit or probability.
        is_margin: Whether another class's score is subtracted.
        against: That class; None for the likeliest other one.
        layer: Name of a tensor; None for the automatic one.
        is_signed: Whether the map keeps what speaks against the class.
        is_pair: Whether another class is explained beside the target.
        second: That class; None for the likeliest other one.
        tensor: One that is explained in place of the logits; None for these.
        method: Its name, as in `METHODS`.
        options: What the method is told besides, by name.
    """

    quantity: Quantity = Quantity.LOGIT
    is_margin: bool = False
    against: int | None = None
    layer: str | None = None
    is_signed: bool = False
    is_pair: bool = False
    second: int | None = None
    tensor: str | None = None
    method: str = "gradcam"
    options: tuple[tuple[str, Any], ...] = ()

    @property
    def is_weighing(self) -> bool:
        """Whether the method weighs a layer by its gradients, as Grad-CAM does."""
        return self.method in EQUATIONS

    @property
    def needs_gradients(self) -> bool:
        """Whether nothing can be asked without gradients."""
        return needs_gradients(self.method)

    def asked(self, subject: Subject, index: int) -> Any:
        """Returns what is asked of a class, in the terms of the method."""
        spec = self.spec(subject, index)
        if self.is_weighing:
            return spec
        from inference.methods import METHODS  # the window starts without it

        method, options = METHODS[self.method], dict(self.options)
        if "layer" in method.options and spec.layer is not None:
            options["layer"] = spec.layer
        return method.question(spec.target, options)

    def spec(self, subject: Subject, index: int) -> GradCamSpec:
        """Returns what is asked of a class; tensors of another model are none here."""
        classifier, prediction = subject.classifier, subject.prediction
        assert classifier is not None
        assert prediction is not None
        against = (
            other_class(self.against, index, prediction) if self.is_margin else None
        )
        made = classifier.graph.producers
        usual: Equation = "gradcam"
        equation = next((each for each in EQUATIONS if each == self.method), usual)
        return GradCamSpec(
            target=Target(index, against, self.quantity),
            layer=self.layer if self.layer in made else None,
            reduction=self.tensor if self.tensor in made else None,
            is_signed=self.is_signed,
            equation=equation,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """One map, or those of two classes.

    Attributes:
        spec: What is explained, and how, in the terms of the method.
        second: The same of another class, or None.
        method: Its name, as in `METHODS`.
    """

    spec: Any
    second: Any = None
    method: str = "gradcam"


def other_class(wanted: int | None, index: int, prediction: Prediction) -> int | None:
    """Returns a class that is not the explained one: the wanted, or the likeliest."""
    if wanted is not None and wanted != index:
        return wanted
    return next((s.index for s in prediction.top(2) if s.index != index), None)
