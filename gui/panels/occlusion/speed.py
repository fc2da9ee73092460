"""How long one place takes: measured once for a model, when somebody wants to know."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.session import Session
from inference.jobs import once
from inference.occlusion import seconds_per_place


class Speed(QObject):
    """Measures how fast the model is that is looked at.

    Signals:
        measured: seconds for one place; 0 while that is not known.
    """

    measured = Signal(float)

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__(session)
        self._session = session
        self._of: object = None  # model, device and wishes
        self._lane = lanes.create(self.tr("Measuring the speed"), is_quiet=True)
        self._lane.succeeded.connect(self._tell)

    def measure(self) -> None:
        """Measures a model that was not measured yet."""
        subject = self._session.subject
        key, classifier, prepared = subject.key, subject.classifier, subject.prepared
        if key is None or classifier is None or prepared is None:
            return
        of = (key.model, key.device, key.wishes)
        if of != self._of:
            self._of = of
            self.measured.emit(0.0)
            question = partial(seconds_per_place, classifier, prepared)
            self._lane.start(once(question), about=of, grace=0)  # another model's ends

    @Slot(object)
    def _tell(self, seconds: float) -> None:
        if self._lane.about == self._of:
            self.measured.emit(seconds)
