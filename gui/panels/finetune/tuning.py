"""The training run of the window: planned, run, paused, stopped, gone on with.

A run belongs to the model and the photos that it began with. It goes on behind every
other tab; whatever ends it, the best model so far stands in its file.
"""

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.finetune.asked import (
    Plan,
    Trainable,
    Wish,
    duration,
    planned,
    trainable,
)
from gui.session import Session
from gui.work import Work
from inference.classifier import Classifier
from inference.errors import InferenceError
from inference.finetune import FEATURES, NOTHING, Training, concluded, finetune
from inference.jobs import Progress, once, relayed


class _Ear:
    """Hears every step of a run, also those that nobody is told of."""

    def __init__(self) -> None:
        self.heard: Training | None = None

    def __call__(self, training: Training) -> Training:
        self.heard = training
        return training


def _timed(plan: Plan) -> tuple[Plan, float | None]:
    return plan, duration(plan)


def _is_alike(wish: Wish, other: Wish) -> bool:
    """Whether both ask for the same run, wherever its model is to stand."""
    return replace(wish, out=None) == replace(other, out=None)


class Tuning(QObject):
    """What is known before a run, during it, and behind it.

    Signals:
        changed: another plan, or another state of the run.
        progressed: how far the run has come, a `Training`.
        saved: a better model stands in its file: the number of the epoch and the file.

    Attributes:
        wish: What the controls say.
        known: What can be trained of the model; None until that is known.
        plan: What a run would be; None until that is known.
        seconds: That it would take, about; None while that is not known.
        training: The run, or the last one; None before the first.
        source: The model that it started from.
        failure: What ended it, or None.
        took: Seconds that it took.
    """

    changed = Signal()
    progressed = Signal(object)
    saved = Signal(int, object)

    def __init__(self, session: Session, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.wish = Wish()
        self.known: Trainable | None = None
        self.plan: Plan | None = None
        self.seconds: float | None = None
        self.training: Training | None = None
        self.source: Classifier | None = None
        self.failure: Exception | None = None
        self.is_paused = False
        self.took = 0.0
        self._begun = 0.0
        self._ran: Plan | None = None  # what the run was asked for
        self._ear = _Ear()
        self._is_concluding = False
        self._is_seen = False
        self._looking = lanes.create(self.tr("Head"), is_quiet=True)
        self._looking.succeeded.connect(self._take_known)
        self._planning = lanes.create(self.tr("Split"), is_quiet=True)
        self._planning.succeeded.connect(self._take_plan)
        self._timing = lanes.create(self.tr("Estimate"), is_quiet=True)
        self._timing.succeeded.connect(self._take_seconds)
        self._running = lanes.create(self.tr("Fine-tuning"))
        self._running.progressed.connect(self._take_progress)
        self._running.succeeded.connect(self._take_result)
        self._running.failed.connect(self._take_failure)
        self._running.stopped.connect(self._on_stopped)
        self._running.busy_changed.connect(self._on_busy)
        session.subject_changed.connect(self._look)
        session.labelled.listed.connect(self._look)
        session.labelled.said_changed.connect(self._look)

    # ---- before a run

    def set_seen(self, *, is_seen: bool) -> None:
        """Nothing is worked out that nobody looks at."""
        self._is_seen = is_seen
        self._look()

    def set_wish(self, wish: Wish) -> None:
        """Takes over what the controls say."""
        if wish != self.wish:
            self.wish = wish
            self._look()

    @Slot()
    def _look(self, _: object = None) -> None:
        """Asks what is not known of model and photos."""
        classifier = self._session.subject.classifier
        if self.is_running:
            return
        if self.known is not None and self.known.owner is not classifier:
            self._forget_model()
        if self._is_seen and classifier is not None:
            if self.known is None and self._looking.about is not classifier:
                self._looking.start(once(trainable, classifier), about=classifier)
            self._ask_plan(classifier)
        self.changed.emit()

    def _forget_model(self) -> None:
        self.known, self.seconds, self.plan = None, None, None
        spec = replace(self.wish.spec, head=None, rate=None)
        if spec.freeze not in (FEATURES, NOTHING):
            spec = replace(spec, freeze=FEATURES)
        self.wish = replace(self.wish, spec=spec, out=None)

    def _ask_plan(self, classifier: Classifier) -> None:
        labelled = self._session.labelled
        if labelled.found is None or labelled.said is None:
            return
        dataset, marks = labelled.found.dataset, labelled.said.marks
        asked = once(planned, classifier, dataset, marks, self.wish)
        self._planning.start(asked)

    @Slot(object)
    def _take_known(self, known: Trainable) -> None:
        if known.owner is self._session.subject.classifier:
            self.known = known
            self.changed.emit()

    @Slot(object)
    def _take_plan(self, plan: Plan) -> None:
        if plan.owner is not self._session.subject.classifier or self.is_running:
            return
        self.plan = plan
        if plan.division is not None:
            self._timing.start(once(_timed, plan), about=plan)
        self.changed.emit()

    @Slot(object)
    def _take_seconds(self, found: tuple[Plan, float | None]) -> None:
        if found[0] is self.plan:
            self.seconds = found[1]
            self.changed.emit()

    # ---- the run

    @property
    def refusal(self) -> InferenceError | None:
        """Why the model cannot be trained; None where it can, or is not known yet."""
        return None if self.known is None else self.known.failure

    @property
    def can_run(self) -> bool:
        """Whether there is all that a run needs."""
        is_model = self.known is not None and self.refusal is None
        is_data = self.plan is not None and self.plan.division is not None
        return is_model and is_data and not self.is_running

    @property
    def is_running(self) -> bool:
        """Whether a run is under way, paused or not."""
        return self._running.is_working

    @property
    def is_stopping(self) -> bool:
        """Whether a run is being brought to its end."""
        return self._running.is_stopping or self._is_concluding

    @property
    def work(self) -> Work | None:
        """How far the run has come."""
        return self._running.work

    @property
    def broken(self) -> Path | None:
        """The new model of a run that can be gone on with, or None.

        Other options make it another run.
        """
        if self._ran is not None and self.training is not None:
            is_same = self.plan is None or _is_alike(self.plan.wish, self._ran.wish)
            is_left = self.training.best is not None and not self.training.has_ended
            return self.training.out if is_same and is_left else None
        return None if self.plan is None else self.plan.broken

    def start(self) -> None:
        """Trains a new model."""
        if self.can_run and self.plan is not None:
            self._start(self.plan, self.plan.out, resumes=False)

    def go_on(self) -> None:
        """Goes on with a run that was stopped or broken off."""
        plan, out = self._ran or self.plan, self.broken
        if self.can_run and plan is not None and out is not None:
            self._start(plan, out, resumes=True)

    def _start(self, plan: Plan, out: Path, *, resumes: bool) -> None:
        known = 0
        if resumes and self.training is not None:
            known = len(self.training.losses)
        if not resumes:
            self.training = None
        self._ran, self.source, self.failure = plan, plan.owner, None
        self._ear, self._is_concluding, self.is_paused = _Ear(), False, False
        self._begun = time.monotonic()
        labelled = self._session.labelled
        marks = labelled.said.marks if labelled.said else None
        job = finetune(
            plan.owner,
            plan.dataset,
            plan.wish.spec,
            out=out,
            marks=marks if plan.wish.uses_marks else None,
            resumes=resumes,
            replaces=plan.wish.out is not None,
        )
        self._running.start(relayed(job, self._ear), about=plan, known=known)
        self.changed.emit()

    def set_paused(self, *, is_paused: bool) -> None:
        """Lets the run wait behind its next step, or go on."""
        if self.is_running and not self.is_stopping:
            self.is_paused = is_paused
            self._running.set_paused(is_paused=is_paused)
            self.changed.emit()

    def stop(self) -> None:
        """Ends the run; the best model so far is kept, and tested."""
        if self.is_running:
            self.is_paused = False
            self._running.stop()
            self.changed.emit()

    # ---- news of it

    @Slot(bool)
    def _on_busy(self, is_busy: object) -> None:
        if not is_busy:
            self.is_paused = self._is_concluding = False
            self.wish = replace(self.wish, out=None)  # the next one stands elsewhere
            self._look()
        self.changed.emit()

    @Slot(object)
    def _take_progress(self, progress: Progress[Training]) -> None:
        former = self.training
        self.training = progress.partial
        self.progressed.emit(self.training)
        best = self.training.best
        if best is not None and (former is None or best != former.best):
            self.saved.emit(best, self.training.out)

    @Slot(object)
    def _take_result(self, training: Training) -> None:
        self.training = training
        self.took = time.monotonic() - self._begun
        self._is_concluding = False
        self.progressed.emit(training)

    @Slot()
    def _on_stopped(self) -> None:
        heard = self._ear.heard
        if heard is not None and not self._is_concluding:
            self.training = heard
            if heard.best is not None:
                self._is_concluding = True
                self._running.start(concluded(heard))
            self.progressed.emit(heard)

    @Slot(object)
    def _take_failure(self, error: Exception) -> None:
        self.failure = error
        self.training = self._ear.heard or self.training
        self._is_concluding = False
        if self.training is not None:
            self.progressed.emit(self.training)
