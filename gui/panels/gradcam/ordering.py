"""Which of several maps deserve belief: the layers of the ladder, and the methods.

Both are questions of their own, asked by a click: every map is measured by insertion
less deletion, and the answer is kept as any other.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from gui.answers import Answers, Arrays
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.gradcam.maps import handing
from gui.session import Session
from gui.widgets.words import to_translate
from inference.classifier import Target
from inference.gradcam import GradCam, GradCamSpec, rung_layers

if TYPE_CHECKING:  # the window starts without it
    from inference.jobs import Job
    from inference.pictures.heatmap import Heatmap
    from inference.trust import Order


class OrderLens(Lens[None, Any, Any]):
    """Measures several maps of the photo, one after another."""

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, None)

    def is_eager(self, question: object) -> bool:  # noqa: ARG002
        return False

    def is_complete(self, answer: "Order") -> bool:
        return len(answer.placed) == answer.total

    def arrays_of(self, answer: "Order") -> Arrays:  # noqa: ARG002
        return ()

    @property
    def is_offered(self) -> bool:
        """Whether it can be asked now."""
        return self._wanted is not None

    @property
    def engine(self) -> GradCam | None:
        """The gradients of the model that is looked at, once they are there."""
        engine, classifier = self.session.gradients.engine, self._classifier
        return engine if engine and engine.classifier is classifier else None

    @property
    def _classifier(self) -> object:
        return self.session.subject.classifier


class LadderOrder(OrderLens):
    """Orders the layers of the ladder; its question is that of the ladder."""

    word, title = "ladder-order", to_translate("Lens", "Measuring the layers")

    def __init__(
        self,
        session: Session,
        lanes: Lanes,
        answers: Answers,
        ladder: Lens[Any, GradCamSpec, Any],
    ) -> None:
        super().__init__(session, lanes, answers)
        self._ladder = ladder

    def question(self, subject: Subject, index: int) -> GradCamSpec | None:
        return None if self.engine is None else self._ladder.question(subject, index)

    def job(
        self,
        subject: Subject,
        question: GradCamSpec,
        known: "Order | None",  # noqa: ARG002
    ) -> "Job[Order, Order]":
        from inference.trust import ordered_layers

        engine = self.engine
        assert engine is not None
        assert subject.prepared is not None
        usual = rung_layers(engine.classifier.graph, engine.layers)
        layers = [each for each in engine.layers if each.name in usual]
        return ordered_layers(engine, subject.prepared, question, layers)


class MethodOrder(OrderLens):
    """Orders the methods, each as it comes, the slow ones with fewer samples."""

    word, title = "method-order", to_translate("Lens", "Measuring the methods")

    def question(self, subject: Subject, index: int) -> object:  # noqa: ARG002
        gradients = self.session.gradients
        if self.engine is None and gradients.failure is None:
            return None  # which methods there are is not known yet
        return index, self.engine is not None

    def job(
        self,
        subject: Subject,
        question: tuple[int, bool],
        known: "Order | None",  # noqa: ARG002
    ) -> "Job[Order, Order]":
        failure = self.session.gradients.failure
        return _ordered_methods(subject, question[0], self.engine, failure)


def _ordered_methods(
    subject: Subject, index: int, engine: GradCam | None, failure: Exception | None
) -> "Job[Order, Order]":
    from inference.methods import explainers
    from inference.trust import ordered

    classifier, prepared = subject.classifier, subject.prepared
    assert classifier is not None
    assert prepared is not None

    def gradients() -> GradCam:
        if failure is not None:
            raise failure
        return handing(engine)()

    able, _ = explainers(classifier, gradients)

    def made(name: str) -> "Job[object, Heatmap]":
        found = yield from able[name](prepared, index)
        return found.heatmap

    makers = {name: partial(made, name) for name in able}
    return (yield from ordered(classifier, prepared, Target(index), makers))


def worths(order: "Order") -> Iterator[tuple[str, float]]:
    """Yields the maps that could be measured, each with its difference."""
    for each in order.placed:
        if each.why is None:
            yield each.name, each.difference
