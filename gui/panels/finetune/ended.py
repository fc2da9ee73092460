"""The row above the pages, which stands there behind a run."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from gui.theme import SPACE
from gui.widgets.controls import Segments
from gui.widgets.form import Group, button, named, row


class EndedRow(Group):
    """Chooses what is shown of a run, and what becomes of its model.

    Signals:
        picked: another page was chosen: its place.
        use_clicked: the new model is to be opened.
        show_clicked: its folder is to be shown.
    """

    picked = Signal(int)
    use_clicked = Signal()
    show_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = [
            self.tr("Curves"),
            self.tr("Before and after"),
            self.tr("Evidence"),
        ]
        tip = self.tr("What is shown of the run (default: its curves).")
        self._segments = Segments(self.tr("Page"), tip, words)
        self._segments.picked.connect(self.picked)
        self._show = button(self.tr("Show in folder"), "link")
        tip = self.tr("Shows the new model in its folder.")
        named(self._show, self.tr("Show in folder"), tip)
        self._show.clicked.connect(self.show_clicked)
        self._use = button(self.tr("Use this model"), "primary")
        tip = self.tr("Opens the new model like any other.")
        named(self._use, self.tr("Use this model"), tip)
        self._use.clicked.connect(self.use_clicked)
        self._buttons = row(..., self._show, self._use)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.addWidget(self._segments)
        self._parts.addWidget(self._buttons, 1)

    def minimumSizeHint(self) -> QSize:
        """In a narrow panel the buttons stand below the segments."""
        sizes = [part.sizeHint() for part in (self._segments, self._buttons)]
        width = max(size.width() for size in sizes)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = self._segments, self._buttons
        needed = sum(part.sizeHint().width() for part in parts) + 2 * SPACE
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if self.width() >= needed else way.TopToBottom
        if wanted != self._parts.direction():
            self._parts.setDirection(wanted)
            self.updateGeometry()

    @property
    def current(self) -> int:
        """The page that is chosen."""
        return self._segments.current

    def set_current(self, place: int) -> None:
        """Chooses another page, without a signal."""
        self._segments.set_current(place)

    def show_file(self, *, has_file: bool) -> None:
        """Offers the new model, where there is one."""
        for part in (self._show, self._use):
            part.setVisible(has_file)
