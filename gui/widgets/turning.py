"""Two parts beside each other; below each other where there is no room for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.theme import SPACE
from gui.widgets.form import Group


class Turning(Group):
    """Turns its two parts by the room that it has; needs that of the wider one.

    Args of the making: both parts, and which share of the rest each takes beside the
    other one.
    """

    def __init__(
        self, first: QWidget, second: QWidget, shares: tuple[int, int] = (1, 1)
    ) -> None:
        super().__init__()
        self._parts = first, second
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * SPACE)
        for part, share in zip(self._parts, shares, strict=True):
            self._row.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a part needs more or less
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        needed = sum(self._widths()) + self._row.spacing()
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if self.width() >= needed else way.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()

    def _widths(self) -> list[int]:
        """Returns what each part needs; nothing where it is hidden."""
        return [
            0 if part.isHidden() else part.minimumSizeHint().width()
            for part in self._parts
        ]
