"""How far some work has come, as a bar."""

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """A bar without words that is painted when the window is.

    Qt's own paints itself whenever its value changes, and with it all that waits to be
    painted: several times a step, where photos are walked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)

    def show_progress(self, done: int, total: int) -> None:
        """Shows so many steps of a total; a total of 0 is not known."""
        if (done, 0, total) == (self.value(), self.minimum(), self.maximum()):
            return
        self.setUpdatesEnabled(False)
        self.setRange(0, total)
        self.setValue(done)
        self.setUpdatesEnabled(True)
