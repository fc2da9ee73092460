"""How fast the model is: measured once, when somebody wants to know."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.session import Session
from inference.jobs import once

if TYPE_CHECKING:  # the window starts without it
    from inference.classifier import Classifier, PreparedInput
    from inference.gradcam import GradCam
    from inference.methods import Speeds


class Speed(QObject):
    """Measures how fast the model is that is looked at.

    Attributes:
        speeds: What was measured of it; None while that is not known.

    Signals:
        measured: its `Speeds`; None while they are not known.
    """

    measured = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.speeds: Speeds | None = None
        self._of: tuple[object, ...] | None = None  # model, device, wishes, gradients
        lane = session.lanes.create(self.tr("Measuring the speed"), is_quiet=True)
        self._lane = lane
        lane.succeeded.connect(self._tell)

    def measure(self, engine: "GradCam | None" = None) -> None:
        """Measures a model that was not measured yet, and its gradients if given."""
        subject = self._session.subject
        key, classifier, prepared = subject.key, subject.classifier, subject.prepared
        if key is None or classifier is None or prepared is None:
            return
        of = (key.model, key.device, key.wishes, engine is not None)
        if self._is_known(of):
            return
        if self._of is None or of[:3] != self._of[:3]:
            self.speeds = None
            self.measured.emit(None)
        self._of = of
        job = once(partial(_measured, classifier, prepared, engine, self.speeds))
        self._lane.start(job, about=of, grace=0)  # another model's ends

    def _is_known(self, of: tuple[object, ...]) -> bool:
        """Whether this is known or on its way: with gradients is more than without."""
        return self._of in (of, (*of[:3], True))

    @Slot(object)
    def _tell(self, speeds: "Speeds") -> None:
        if self._lane.about == self._of:
            self.speeds = speeds
            self.measured.emit(speeds)


def _measured(
    classifier: "Classifier",
    prepared: "PreparedInput",
    engine: "GradCam | None",
    known: "Speeds | None",
) -> "Speeds":
    from inference.methods import measured_speeds

    return measured_speeds(classifier, prepared, engine, known)
