"""The thread in which one job runs; its lane starts it and hears of it."""

import time
from typing import Any

from PySide6.QtCore import QThread, QTimer, Signal, Slot

from inference import jobs
from inference.errors import let_go_of_values
from inference.jobs import Job, Progress
from inference.network.sessions import Passes

REPORT_INTERVAL = 0.03  # seconds between two progress signals


class JobThread(QThread):
    """Runs one job to its end, or until it is asked to leave.

    Signals:
        progressed: how far the job has come, a few times a second.
        succeeded: the value it returned.
        failed: the exception that ended it.
        left: it was left on the way.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    left = Signal()

    def __init__(self, job: Job[Any, Any]) -> None:
        super().__init__()
        self._job = job
        self._passes = Passes()
        self._grace = QTimer(self, singleShot=True)
        self._grace.timeout.connect(self.leave)
        self._next_report = 0.0

    @Slot()
    def leave(self) -> None:
        """Ends the job at its next step, or its forward pass at the next node."""
        self.requestInterruption()
        self._passes.end()

    def leave_in(self, time: int) -> None:
        """Leaves in so many ms, or sooner where that was wanted before."""
        if not self._grace.isActive() or time < self._grace.remainingTime():
            self._grace.start(time)

    def run(self) -> None:
        """Runs the job; Qt calls it in the thread."""
        try:
            with self._passes.here():
                result = jobs.run(self._job, self._report, self.isInterruptionRequested)
        except jobs.Stopped:
            self.left.emit()
        except Exception as error:  # noqa: BLE001 - the one place that catches all
            let_go_of_values(error)
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _report(self, progress: Progress[Any]) -> None:
        now = time.monotonic()
        is_last = progress.done == progress.total or self.isInterruptionRequested()
        if is_last or now >= self._next_report:
            self._next_report = now + REPORT_INTERVAL
            self.progressed.emit(progress)
