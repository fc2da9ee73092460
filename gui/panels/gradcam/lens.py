"""Grad-CAM, as one looks at the photo through it, and the ladder of all its layers.

Both wait for the gradients of the model. A question holds the layer that was asked for;
the answer holds the one that was taken. The ladder is a question of its own: one
backward pass gives the maps of all layers.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from gui.answers import Answers, Arrays
from gui.errors import said
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.gradcam.rungs import Rung, rungs
from gui.session import Session
from gui.shown import Overlay, Shown
from gui.state import Phase, State
from gui.widgets.words import MINUS, fixed, to_translate, translate
from inference.classifier import Prediction, PreparedInput, Quantity, Target
from inference.gradcam import GradCam, GradCamMap, GradCamSpec
from inference.jobs import Job, once

if TYPE_CHECKING:
    from gui.theme import Tone


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
    """

    quantity: Quantity = Quantity.LOGIT
    is_margin: bool = False
    against: int | None = None
    layer: str | None = None
    is_signed: bool = False
    is_pair: bool = False
    second: int | None = None
    tensor: str | None = None

    def spec(self, subject: Subject, index: int) -> GradCamSpec:
        """Returns what is asked of a class; tensors of another model are none here."""
        classifier, prediction = subject.classifier, subject.prediction
        assert classifier is not None
        assert prediction is not None
        against = _other(self.against, index, prediction) if self.is_margin else None
        made = classifier.graph.producers
        return GradCamSpec(
            target=Target(index, against, self.quantity),
            layer=self.layer if self.layer in made else None,
            reduction=self.tensor if self.tensor in made else None,
            is_signed=self.is_signed,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """One map, or those of two classes.

    Attributes:
        spec: What is explained, and at which layer.
        second: The same of another class, or None.
    """

    spec: GradCamSpec
    second: GradCamSpec | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Maps:
    """The answer.

    Attributes:
        first: The map.
        second: Of the other class, or None.
    """

    first: GradCamMap
    second: GradCamMap | None = None


class LadderLens(Lens[Wish, GradCamSpec, tuple[Rung, ...]]):
    """Small maps of all layers, made beside the one that lies over the photo."""

    word, title = "ladder", to_translate("Lens", "Layer ladder")
    is_quiet = True

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, Wish())

    def question(self, subject: Subject, index: int) -> GradCamSpec | None:
        if self.session.gradients.failure is not None:
            return None
        return self.wish.spec(subject, index)

    def is_eager(self, question: GradCamSpec) -> bool:  # noqa: ARG002
        return engine_of(self.session) is not None

    def job(
        self,
        subject: Subject,
        question: GradCamSpec,
        known: tuple[Rung, ...] | None,  # noqa: ARG002
    ) -> Job[None, tuple[Rung, ...]]:
        return once(rungs, *_asked_with(self.session, subject), question)

    def arrays_of(self, answer: tuple[Rung, ...]) -> Arrays:
        return tuple(rung.levels for rung in answer)


class GradCamLens(Lens[Wish, Question, Maps]):
    """What speaks for a class, by gradients.

    Attributes:
        ladder: Its second question: the maps of all layers.
    """

    word, title = "gradcam", to_translate("Lens", "Grad-CAM")

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, Wish())
        self.ladder = LadderLens(session, lanes, answers)
        session.gradients.ready.connect(self.look)
        session.gradients.failed.connect(self.look)

    def question(self, subject: Subject, index: int) -> Question | None:
        if self.session.gradients.failure is not None:
            return None
        spec, prediction = self.wish.spec(subject, index), subject.prediction
        assert prediction is not None
        second = self._second(index, prediction)
        return Question(spec, None if second is None else _about(second, spec))

    def _second(self, index: int, prediction: Prediction) -> int | None:
        """The class beside: of a dataset that is walked, else what the controls say."""
        if self.session.truth.is_compared:
            return self.session.rival
        if not self.wish.is_pair:
            return None
        return _other(self.wish.second, index, prediction)

    def is_eager(self, question: Question) -> bool:  # noqa: ARG002
        return engine_of(self.session) is not None

    def job(
        self,
        subject: Subject,
        question: Question,
        known: Maps | None,  # noqa: ARG002
    ) -> Job[None, Maps]:
        return once(_maps, *_asked_with(self.session, subject), question)

    def arrays_of(self, answer: Maps) -> Arrays:
        maps = [each for each in (answer.first, answer.second) if each is not None]
        found = [(each.signed, each.heatmap.values) for each in maps]
        return tuple(array for pair in found for array in pair)

    def shown(self, subject: Subject, answer: Maps) -> Shown:
        assert subject.classifier is not None
        labels = subject.classifier.labels
        maps = (answer.first, answer.second)
        return Shown(tuple(_overlay(each, labels) for each in maps if each is not None))

    def set_wish(self, wish: Wish) -> None:
        super().set_wish(wish)
        self.ladder.set_wish(replace(wish, layer=None, is_pair=False, second=None))

    @Slot()
    def look(self, _: object = None) -> None:
        """Takes up the present question, as soon as there are gradients for it."""
        super().look()
        self.ladder.look()
        gradients = self.session.gradients
        if self.session.subject.prepared is None:
            return
        if gradients.failure is not None:
            self.asked, self.answer = None, None  # what is known cannot be trusted
            self._set_state(State(Phase.FAILED, gradients.failure))
        elif self.is_seen:
            gradients.need()


def engine_of(session: Session) -> GradCam | None:
    """Returns the gradients of the model that is looked at, once they are there."""
    engine = session.gradients.engine
    is_its = engine is not None and engine.classifier is session.subject.classifier
    return engine if is_its else None


def _asked_with(session: Session, subject: Subject) -> tuple[GradCam, PreparedInput]:
    engine = engine_of(session)
    assert engine is not None
    assert subject.prepared is not None
    return engine, subject.prepared


def _maps(engine: GradCam, prepared: PreparedInput, question: Question) -> Maps:
    first = engine.explain(prepared, question.spec)
    if question.second is None:
        return Maps(first)
    return Maps(first, engine.explain(prepared, question.second))


def _other(wanted: int | None, index: int, prediction: Prediction) -> int | None:
    """Returns a class that is not the explained one: the wanted, or the likeliest."""
    if wanted is not None and wanted != index:
        return wanted
    return next((s.index for s in prediction.top(2) if s.index != index), None)


def _about(second: int, spec: GradCamSpec) -> GradCamSpec:
    """Returns the same question about another class: a margin stays a margin.

    Where the other class is the one that is subtracted, they change places.
    """
    asked = spec.target
    against = asked.index if second == asked.against else asked.against
    return replace(spec, target=replace(asked, index=second, against=against))


def _overlay(found: GradCamMap, labels: tuple[str, ...]) -> Overlay:
    explained, target = found.explained, found.spec.target
    title = said(labels[explained.target])
    if target.against is not None:
        title = f"{title} {MINUS} {said(labels[target.against])}"
    badge, tone = _worth(found)
    return Overlay(
        heatmap=found.heatmap,
        title=title,
        subtitle=translate("GradCamLens", "{quantity} {score}").format(
            quantity=said(target.quantity_name), score=fixed(explained.score)
        ),
        method=translate("GradCamLens", "Grad-CAM"),
        badge=badge,
        tone=tone,
        layer=found.layer.short,
    )


def _worth(found: GradCamMap) -> "tuple[str, Tone]":
    """Says how much a map says, and in which tone."""
    if found.diagnosis is None:
        height, width = found.layer.size
        words = translate("GradCamLens", "{height} × {width}, enlarged")
        return words.format(height=height, width=width), "plain"
    if found.diagnosis.trouble == "few":
        return translate("GradCamLens", "Says little"), "warn"
    return translate("GradCamLens", "Says nothing"), "warn"
