"""A small square in a colour of the theme, in a key."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.fonts import px
from gui.theme import color

SIDE = 9  # of the design


class Swatch(QWidget):
    """Stands before the word that says what its colour means."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(px(SIDE), px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color(self._token))
