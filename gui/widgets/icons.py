"""Icons, drawn in the colour of the text."""

from PySide6.QtCore import (
    QRect,
    QSize,
)
from PySide6.QtGui import (
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
)

from gui.fonts import font as font
from gui.theme import color, outline


class _IconEngine(QIconEngine):
    """Draws an outline in the colour its token has at the moment of painting."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State
    ) -> None:
        """Draws it in the pixels of the device, of which a dense one has more."""
        token = "ghost" if mode is QIcon.Mode.Disabled else self._token
        density = painter.device().devicePixelRatioF()
        pixmap = self.pixmap_of((rect.size().toSizeF() * density).toSize(), token)
        painter.drawPixmap(rect, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        token = "ghost" if mode is QIcon.Mode.Disabled else self._token
        return self.pixmap_of(size, token)

    def pixmap_of(self, size: QSize, token: str) -> QPixmap:
        return outline(self._name, color(token).name(), size.width(), size.height())

    def clone(self) -> QIconEngine:
        return _IconEngine(self._name, self._token)


def icon(name: str, token: str = "muted") -> QIcon:
    """Returns an icon of `resources/icons` that takes its colour from a token."""
    return QIcon(_IconEngine(name, token))
