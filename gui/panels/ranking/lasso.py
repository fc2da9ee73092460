"""What is done with the photos in the lasso."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from gui.widgets.form import Elided, Group, button, named, row, set_property, stack
from gui.widgets.menu import fill_menu
from gui.widgets.words import counted, facts
from inference.dataset import Mark


class LassoLine(Group):
    """Says how many photos are gathered, shows them, marks them, lets them go.

    Signals:
        show_clicked: they are to be shown in Photos.
        marked: the `Mark` that all of them get; None takes theirs away.
        cleared: they are to be let go.
    """

    show_clicked = Signal()
    marked = Signal(object)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = Elided("", "muted")
        show = button(self.tr("Show in Photos"))
        tip = self.tr("Shows the photos in the lasso alone, in the order of Photos.")
        named(show, self.tr("Show in Photos"), tip)
        show.clicked.connect(self.show_clicked)
        self._mark = button(self.tr("Mark…"))
        tip = self.tr("Marks all photos in the lasso in your review list.")
        named(self._mark, self.tr("Mark"), tip)
        self._mark.clicked.connect(self._open_marks)
        clear = button(self.tr("Clear"), "link")
        tip = self.tr("Lets the photos in the lasso go.")
        named(clear, self.tr("Clear the lasso"), tip)
        clear.clicked.connect(self.cleared)
        self._acts = row(show, self._mark, clear)
        policy = self._acts.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing jumps when photos are gathered
        self._acts.setSizePolicy(policy)
        stack(self, row((self._count, 1), self._acts))
        self.show_count(0, 0)

    def show_count(self, count: int, wrong: int) -> None:
        """Says how many photos are gathered, and how many of them are mistakes."""
        self._acts.setVisible(count > 0)
        set_property(self._count, "role", "strong" if count else "muted")
        if not count:
            words = self.tr("Drag around points to gather their photos; Shift adds.")
            self._count.setText(words)
            return
        gathered = counted("{n} photos in the lasso", "{n} photo in the lasso", count)
        missed = counted("{n} predicted wrong", "{n} predicted wrong", wrong)
        self._count.setText(facts(gathered, missed))

    def _open_marks(self) -> None:
        menu = QMenu(self)
        lines = [
            (words, tip, partial(self.marked.emit, mark))
            for words, tip, mark in self._marks()
        ]
        fill_menu(menu, lines)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._mark.mapToGlobal(QPoint(0, self._mark.height())))

    def _marks(self) -> list[tuple[str, str, Mark | None]]:
        """Returns what all photos in the lasso can be marked as, with what it does."""
        return [
            (
                self.tr("Keep all"),
                self.tr("Notes that their labels are right, in your review list."),
                Mark("keep"),
            ),
            (
                self.tr("Remove all"),
                self.tr("Notes that they are to be left out; the files stay."),
                Mark("remove"),
            ),
            (
                self.tr("Take their marks away"),
                self.tr("Leaves them without a mark in your review list."),
                None,
            ),
        ]
