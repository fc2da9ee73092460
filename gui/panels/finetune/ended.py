"""The row above the pages, which stands there behind a run."""

from PySide6.QtCore import Signal

from gui.widgets.controls import Segments
from gui.widgets.form import Group, button, named, row, stack
from gui.widgets.turning import Turning


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
        buttons = row(..., self._show, self._use)
        stack(self, Turning(self._segments, buttons, (0, 1)))

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
