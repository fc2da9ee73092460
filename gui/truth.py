"""What a dataset says of the photos that are looked at."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Truth(QObject):
    """The true classes of photos, as indices of the model's classes.

    Attributes:
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
        self.is_compared = False

    def of(self, photo: Path | None) -> int | None:
        """Returns the true class of a photo; None where nobody says."""
        return None if photo is None else self._classes.get(photo)

    def set_classes(self, classes: Mapping[Path, int]) -> None:
        """Tells the true classes of photos."""
        if classes is not self._classes:
            self._classes = classes
            self.changed.emit()

    def set_compared(self, *, is_compared: bool) -> None:
        """Explains another class beside the target from now on, or no longer."""
        if is_compared != self.is_compared:
            self.is_compared = is_compared
            self.changed.emit()
