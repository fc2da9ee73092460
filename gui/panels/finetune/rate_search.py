"""The search for a learning rate: a sweep of the model and photos that are open."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.finetune.asked import Plan
from gui.work import Work
from inference.errors import InferenceError
from inference.finetune import RateSweep, TrainingSpec, rate_sweep
from inference.jobs import Progress


class RateSearch(QObject):
    """What is known of the rates of a plan.

    Signals:
        changed: more is known, or a sweep began or ended.

    Attributes:
        plan: What was swept for; None before the first sweep.
        sweep: What came of it so far; None before its first step.
        failure: What ended it, or None.
        is_stopped: Whether it was left before its end.
    """

    changed = Signal()

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.sweep: RateSweep | None = None
        self.failure: Exception | None = None
        self.is_stopped = False
        self._lane = lanes.create(self.tr("Learning rate"))
        self._lane.progressed.connect(self._take_progress)
        self._lane.succeeded.connect(self._take)
        self._lane.failed.connect(self._take_failure)
        self._lane.stopped.connect(self._take_stop)
        self._lane.busy_changed.connect(lambda _: self.changed.emit())

    @property
    def is_running(self) -> bool:
        """Whether a sweep is under way."""
        return self._lane.work is not None

    @property
    def work(self) -> Work | None:
        """How far it has come."""
        return self._lane.work

    def is_of(self, plan: Plan | None) -> bool:
        """Whether the sweep tells of a plan: of its model, photos and options."""
        if self.plan is None or plan is None:
            return False
        are_alike = _asked(self.plan) == _asked(plan)
        return self.plan.owner is plan.owner and are_alike

    def start(self, plan: Plan) -> None:
        """Sweeps for a plan."""
        if plan.division is None:
            return
        self.plan, self.sweep, self.failure = plan, None, None
        self.is_stopped = False
        job = rate_sweep(plan.owner, plan.division, plan.wish.spec)
        self._lane.start(job, about=plan)
        self.changed.emit()

    def stop(self) -> None:
        """Ends the sweep; what it has stays."""
        self._lane.stop()

    def forget(self) -> None:
        """Lets go of a sweep."""
        self._lane.leave()
        self.plan = self.sweep = self.failure = None
        self.changed.emit()

    @Slot(object)
    def _take_progress(self, progress: Progress[RateSweep]) -> None:
        self._take(progress.partial)

    @Slot(object)
    def _take(self, sweep: RateSweep) -> None:
        if self.plan is not None and self._lane.about is self.plan:
            self.sweep = sweep
            self.changed.emit()

    @Slot(object)
    def _take_failure(self, error: InferenceError) -> None:
        self.failure = error
        self.changed.emit()

    @Slot()
    def _take_stop(self) -> None:
        self.is_stopped = True
        self.changed.emit()


def _asked(plan: Plan) -> tuple[object, ...]:
    """Returns what a sweep depends on."""
    plain = TrainingSpec()
    spec = replace(
        plan.wish.spec,
        rate=None,
        epochs=plain.epochs,
        schedule=plain.schedule,
        patience=plain.patience,
        is_float32=plain.is_float32,
    )
    return spec, plan.division
