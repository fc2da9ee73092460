"""The thread in which one job runs; its lane starts it and hears of it."""

import threading
import time
from typing import Any

from PySide6.QtCore import QThread, QTimer, Signal, Slot

from inference import jobs
from inference.errors import let_go_of_values
from inference.jobs import Job, Progress
from inference.network.passes import Passes

REPORT_INTERVAL = 0.03  # seconds between two progress signals


class JobThread(QThread):
    """Runs one job to its end, or until it is asked to leave.

    Signals:
        progressed: how far the job has come, a few times a second.
        succeeded: the value it returned.
        failed: the exception that ended it.
        left: it was left on the way.
        told: a sentence: how it went on where it could not as it should.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    left = Signal()
    told = Signal(object)

    def __init__(self, job: Job[Any, Any]) -> None:
        super().__init__()
        self._job = job
        self._passes = Passes()
        self._grace: QTimer | None = None  # few jobs are given a time
        self._next_report = 0.0
        self._told = 0  # of the sentences of its passes
        self._may_go = threading.Event()
        self._may_go.set()

    def set_paused(self, *, is_paused: bool) -> None:
        """Lets the job wait behind its next step, or go on."""
        if is_paused:
            self._may_go.clear()
        else:
            self._may_go.set()

    def ask_to_leave(self) -> None:
        """Ends the job at its next step; one that waits ends at once."""
        self.requestInterruption()
        self._may_go.set()

    @Slot()
    def leave(self) -> None:
        """Ends the job at its next step, or its forward pass at the next node."""
        self.ask_to_leave()
        self._passes.end()

    def leave_in(self, time: int) -> None:
        """Leaves in so many ms, or sooner where that was wanted before."""
        if self._grace is None:
            self._grace = QTimer(self, singleShot=True)
            self._grace.timeout.connect(self.leave)
        if not self._grace.isActive() or time < self._grace.remainingTime():
            self._grace.start(time)

    def run(self) -> None:
        """Runs the job; Qt calls it in the thread."""
        try:
            with self._passes.here():
                result = jobs.run(self._job, self._report, self._is_to_leave)
            self._tell()
        except jobs.Stopped as stopped:
            _let_go(stopped)
            self.left.emit()
        except Exception as error:  # noqa: BLE001 - the one place that catches all
            _let_go(error)
            self._tell()
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _is_to_leave(self) -> bool:
        """Waits while the job is paused; whether it was asked to leave."""
        self._may_go.wait()
        return self.isInterruptionRequested()

    def _report(self, progress: Progress[Any]) -> None:
        now = time.monotonic()
        is_last = progress.done == progress.total or self.isInterruptionRequested()
        if is_last or now >= self._next_report:
            self._next_report = now + REPORT_INTERVAL
            self._tell()
            self.progressed.emit(progress)

    def _tell(self) -> None:
        """Tells what was not told yet."""
        told = self._passes.told
        while self._told < len(told):
            self.told.emit(told[self._told])
            self._told += 1


def _let_go(error: Exception) -> None:
    """Makes an exception hold neither what its functions held nor this thread.

    A `Future` keeps what it raised. Whoever drops it last would destroy the thread with
    its timer, and where a worker does, Qt rings a timer that is no more.
    """
    let_go_of_values(error)
    trace = error.__traceback__
    error.__traceback__ = trace.tb_next if trace else None
