"""A part of the tab that can stand in the left pane, in the place of the photo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.widgets.form import text


class Enlargeable(QStackedWidget):
    """Holds a part, or says where it stands now.

    Signals:
        moved: the part is to stand in the left pane, or (None) came back from there.
    """

    moved = Signal(object)

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._part, self._is_large = part, False
        words = text(self.tr("Stands in the left pane."), "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(part)
        self.addWidget(words)

    def set_large(self, *, is_large: bool) -> None:
        """Lets the part go to the left pane, or takes it back."""
        if is_large == self._is_large:
            return
        self._is_large = is_large
        if is_large:
            self.removeWidget(self._part)
            self.moved.emit(self._part)
            self._part.show()
        else:
            self.moved.emit(None)
            self.insertWidget(0, self._part)
            self.setCurrentIndex(0)
