"""Grad-CAM and its rivals, as one looks at the photo through them, and the ladder.

Most wait for the gradients of the model. A question holds the layer that was asked for;
the answer holds the one that was taken. The ladder is a question of its own: one
backward pass gives the maps of all layers.
"""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from gui.answers import Answers, Arrays, Asked
from gui.errors import said
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.gradcam.maps import (
    AT_ONCE,
    Maps,
    about_class,
    arrays_in,
    as_explanation,
    explained,
    handing,
    needs_gradients,
    overlay_of,
)
from gui.panels.gradcam.ordering import LadderOrder, MethodOrder
from gui.panels.gradcam.rungs import Rung, rungs
from gui.panels.gradcam.wish import Question, Wish, other_class
from gui.session import Session
from gui.shown import Shown
from gui.state import Phase, State
from gui.trusting.lens import Mapped, TrustLens, with_badge
from gui.widgets.words import to_translate
from inference.classifier import Prediction, PreparedInput
from inference.errors import InferenceError
from inference.gradcam import EQUATIONS, GradCam, GradCamSpec
from inference.jobs import Job, once


class LadderLens(Lens[Wish, GradCamSpec, tuple[Rung, ...]]):
    """Small maps of all layers, made beside the one that lies over the photo."""

    word, title = "ladder", to_translate("Lens", "Layer ladder")
    is_quiet = True

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, Wish())

    def question(self, subject: Subject, index: int) -> GradCamSpec | None:
        if self.session.gradients.failure is not None or not self.wish.is_weighing:
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


class MethodLens(Lens[Wish, Question, Maps]):
    """What speaks for a class, by a method; many wait for gradients."""

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, Wish())
        session.gradients.ready.connect(self.look)
        session.gradients.failed.connect(self.look)

    def question(self, subject: Subject, index: int) -> Question | None:
        wish, prediction = self.wish, subject.prediction
        if self.session.gradients.failure is not None and wish.needs_gradients:
            return None
        assert prediction is not None
        spec, second = wish.asked(subject, index), self.second_class(index, prediction)
        other = None if second is None else about_class(second, spec)
        return Question(spec, other, wish.method)

    def second_class(
        self,
        index: int,  # noqa: ARG002
        prediction: Prediction,  # noqa: ARG002
    ) -> int | None:
        """Returns the class that is explained beside a class; None for none."""
        return None

    def is_eager(self, question: Question) -> bool:  # noqa: ARG002
        return engine_of(self.session) is not None or not self.wish.needs_gradients

    def job(
        self,
        subject: Subject,
        question: Question,
        known: Maps | None,  # noqa: ARG002
    ) -> Job[Maps | None, Maps]:
        if question.method in EQUATIONS:
            return once(_maps, *_asked_with(self.session, subject), question)
        return explained(self.session, subject, question)

    def called(self, question: Question) -> str:
        from inference.methods import METHODS  # the window starts without it

        return said(METHODS[question.method].title)

    def is_complete(self, answer: Maps) -> bool:
        return answer.is_complete

    def arrays_of(self, answer: Maps) -> Arrays:
        maps = [each for each in (answer.first, answer.second) if each is not None]
        found = [arrays_in(each) for each in maps]
        return tuple(array for some in found for array in some)

    def shown(self, subject: Subject, answer: Maps) -> Shown:
        assert subject.classifier is not None
        labels = subject.classifier.labels
        maps = (answer.first, answer.second)
        return Shown(
            tuple(overlay_of(each, labels) for each in maps if each is not None)
        )

    @Slot()
    def look(self, _: object = None) -> None:
        """Takes up the present question, as soon as there are gradients for it."""
        super().look()
        gradients = self.session.gradients
        if self.session.subject.prepared is None:
            return
        if gradients.failure is not None:
            self._leave_gradients(gradients.failure)
        elif self.is_seen and self.wish.needs_gradients:
            gradients.need()

    def _take(self, asked: Asked, answer: Maps) -> None:
        """Drops what was made by gradients that cannot be trusted."""
        is_needy = needs_gradients(asked.question.method)
        if self.session.gradients.failure is None or not is_needy:
            super()._take(asked, answer)

    def _leave_gradients(self, failure: InferenceError) -> None:
        """Lets go of maps that were made by gradients: they cannot be trusted."""
        asked = self.asked
        if asked is None or needs_gradients(asked.question.method):
            self.asked, self.answer = None, None
        if self.wish.needs_gradients:
            self._set_state(State(Phase.FAILED, failure))
        else:
            self.changed.emit()


class MapTrust(TrustLens):
    """How far the map can be trusted that the tab shows; of two, the first."""

    word = "gradcam-trust"

    def __init__(self, maps: MethodLens, lanes: Lanes, answers: Answers) -> None:
        super().__init__(maps.session, lanes, answers)
        self._maps = maps
        maps.changed.connect(self.follow)

    @property
    def mapped(self) -> Mapped | None:
        asked, answer = self._maps.asked, self._maps.answer
        is_asked = self._maps.state.phase is Phase.COMPLETE  # not left by a choice
        if asked is None or answer is None or not (is_asked and answer.is_complete):
            return None
        question: Question = asked.question
        return Mapped(
            replace(question, second=None),
            question.method,
            lambda: question.spec,
            partial(as_explanation, answer.first),
            handing(engine_of(self.session)),
        )


class GradCamLens(MethodLens):
    """What speaks for a class, by the method that is chosen.

    Attributes:
        ladder: Its second question: the maps of all layers.
        trust: Its third: how far the map can be trusted.
        ladder_order: How far the maps of the ladder can be.
        method_order: How far those of all methods can be.
    """

    word, title = "gradcam", to_translate("Lens", "Grad-CAM")

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers)
        self.ladder = LadderLens(session, lanes, answers)
        self.trust = MapTrust(self, lanes, answers)
        self.trust.answered.connect(self.changed)
        self.ladder_order = LadderOrder(session, lanes, answers, self.ladder)
        self.method_order = MethodOrder(session, lanes, answers)

    @property
    def questions(self) -> tuple[Lens[Any, Any, Any], ...]:
        """What it asks besides its own question."""
        return self.ladder, self.trust, self.ladder_order, self.method_order

    def shown(self, subject: Subject, answer: Maps) -> Shown:
        """Its map, with how far it can be trusted where that is known."""
        shown, trust = super().shown(subject, answer), self.trust.known
        if trust is None or not shown.overlays:
            return shown
        first, *others = shown.overlays
        return replace(shown, overlays=(with_badge(first, trust), *others))

    def second_class(self, index: int, prediction: Prediction) -> int | None:
        """The class beside: of a dataset that is walked, else what the controls say."""
        session = self.session
        if session.truth.is_compared:
            return session.truth.rival(session.prediction, session.true_class, index)
        if not self.wish.is_pair:
            return None
        return other_class(self.wish.second, index, prediction)

    def is_eager(self, question: Question) -> bool:
        """What takes its time waits for Run, but where a dataset is walked."""
        is_wanted = question.method in AT_ONCE or self.session.truth.is_compared
        return is_wanted and super().is_eager(question)

    @property
    def ways(self) -> dict[str, str]:
        from inference.methods import METHODS  # the window starts without it

        return {word: said(method.title) for word, method in METHODS.items()}

    @property
    def way(self) -> str:
        return self.wish.method

    def take_way(self, word: str) -> None:
        from inference.methods import METHODS

        if word != self.way:
            quantity = METHODS[word].quantity
            wish = replace(self.wish, method=word, options=(), quantity=quantity)
            self.set_wish(wish)

    def set_wish(self, wish: Wish) -> None:
        is_other = wish.method != self.wish.method
        super().set_wish(wish)
        if is_other:
            self.way_changed.emit()
        self.ladder.set_wish(replace(wish, layer=None, is_pair=False, second=None))
        self.ladder_order.look()

    @Slot()
    def look(self, _: object = None) -> None:
        super().look()
        for question in (self.ladder, self.ladder_order, self.method_order):
            question.look()


class SecondLens(MethodLens):
    """The map of another method, beside the first one: choosing it runs it."""

    word, title = "second", to_translate("Lens", "Second method")
    is_of_photo = False


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
