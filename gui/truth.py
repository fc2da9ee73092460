"""What a dataset says of the photos that are looked at."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inference.classifier import Prediction


class Truth(QObject):
    """The true classes of photos, as indices of the model's classes.

    Attributes:
        among: The classes that the dataset has, ascending, where the model has more and
            only these count; none where all do.
        is_compared: Whether a dataset is walked: two classes stand beside each other,
            the explained one and the true one or the likeliest other one.

    Signals:
        changed: the true class of a photo may be known now, or no longer; or it is to
            be compared, or no longer.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._classes: Mapping[Path, int] = {}
        self.among: tuple[int, ...] = ()
        self.is_compared = False

    def of(self, photo: Path | None) -> int | None:
        """Returns the true class of a photo; None where nobody says."""
        return None if photo is None else self._classes.get(photo)

    def set_classes(
        self, classes: Mapping[Path, int], among: tuple[int, ...] = ()
    ) -> None:
        """Tells the true classes of photos, and which classes count."""
        if classes is not self._classes or among != self.among:
            self._classes, self.among = classes, among
            self.changed.emit()

    def set_compared(self, *, is_compared: bool) -> None:
        """Explains another class beside the target from now on, or no longer."""
        if is_compared != self.is_compared:
            self.is_compared = is_compared
            self.changed.emit()

    @property
    def shown(self) -> tuple[int, ...]:
        """The classes that are shown alone; none where all are."""
        return self.among if self.is_compared else ()

    def counted(self, prediction: Prediction | None) -> Prediction | None:
        """Returns a prediction among the classes that count."""
        return prediction.among(self.shown) if prediction and self.shown else prediction

    def rival(
        self, prediction: Prediction | None, true: int | None, target: int | None
    ) -> int | None:
        """Returns the class beside the target; None where nothing is compared.

        It is the true one, else the likeliest other one.
        """
        if not self.is_compared or prediction is None:
            return None
        classes = (true, *(each.index for each in prediction.top(2)))
        return next((n for n in classes if n not in (None, target)), None)
