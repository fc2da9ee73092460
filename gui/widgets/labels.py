"""Labels that take the room their words need."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.fonts import px

NAMES = 96  # of the design, the column of names in a panel


class Wrapped(QLabel):
    """Words in as many lines as they need; others would squeeze them in a full page."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setWordWrap(True)

    def setText(self, words: str) -> None:
        super().setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.isVisible():
            self.setMinimumHeight(0)  # else what was needed before counts as a need
            height = self.heightForWidth(self.width())  # -1 where there are no words
            self.setMinimumHeight(max(height, 0))


class FieldName(QLabel):
    """The name of a control, in the column of names; longer ones take their room."""

    def __init__(self, words: str, width: int = NAMES) -> None:
        super().__init__(words)
        self.setProperty("role", "label")
        self._width = width
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed, policy.Preferred)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(self._width), 0))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(px(self._width), 0))
