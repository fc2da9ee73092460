"""A column of controls beside what they are about."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from gui.fonts import px
from gui.widgets.form import Group, Part, stack

MOST = 1.5  # of its width; beyond, words give way


class SideColumn(Group):
    """As wide as in the design; wider where the words of a language need it."""

    def __init__(self, width: int, *parts: Part, gap: int) -> None:
        super().__init__()
        self._width = width
        stack(self, *parts, gap=gap)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed, policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(self._needed, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed, super().minimumSizeHint().height())

    @property
    def _needed(self) -> int:
        wanted = super().minimumSizeHint().width()
        return min(max(wanted, px(self._width)), round(MOST * px(self._width)))
