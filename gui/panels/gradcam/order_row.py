"""The row that orders maps by trust: what that costs, how far it is, and Stop."""

from PySide6.QtCore import Signal

from gui.widgets.controls import Segments
from gui.widgets.form import Group, button, field_row, named, row, stack, text
from gui.widgets.words import facts, grouped, time_left
from gui.work import Work


class LadderOrderRow(Group):
    """Orders the ladder as the network runs, or by how far its maps can be trusted.

    Signals:
        trust_picked: whether it is to be by trust.
        stop_clicked: *Stop*.
    """

    trust_picked = Signal(bool)
    stop_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        tip = self.tr(
            "In which order the layers stand: as the network runs, or by insertion "
            "less deletion of each map, which is measured first (default: as the "
            "network runs)."
        )
        words = (self.tr("Input to output"), self.tr("By trust"))
        self._order = Segments(self.tr("Order of the ladder"), tip, words)
        self._order.picked.connect(lambda place: self.trust_picked.emit(place == 1))
        self._line = WorkLine(self.tr("Stop measuring the layers"))
        self._line.stop_clicked.connect(self.stop_clicked)
        stack(self, field_row(self.tr("Order"), (self._order, 1)), self._line, gap=6)

    @property
    def is_by_trust(self) -> bool:
        """Whether the maps are to stand by how far they can be trusted."""
        return self._order.current == 1

    def show_state(self, work: Work | None, words: str, *, is_possible: bool) -> None:
        """Says how far measuring is, or else these words."""
        self._order.setEnabled(is_possible)
        self._line.show_state(work, words)


class WorkLine(Group):
    """A line of words; while something is measured, how far it is, with Stop.

    Signals:
        stop_clicked: *Stop*.
    """

    stop_clicked = Signal()

    def __init__(self, stop: str) -> None:
        """Takes the name of what stops it."""
        super().__init__()
        self._stop = button(self.tr("Stop"), glyph="stop")
        named(self._stop, stop, self.tr("Ends the measuring (Ctrl+.)."))
        self._stop.clicked.connect(self.stop_clicked)
        self._words = text("", "muted", wraps=True)
        stack(self, row(self._stop, (self._words, 1), gap=12))

    def show_state(self, work: Work | None, words: str) -> None:
        """Says how far it is, or else these words."""
        self._stop.setVisible(work is not None)
        if work is not None:
            made = self.tr("{done} of {total}")
            counts = made.format(done=grouped(work.done), total=grouped(work.total))
            left = time_left(work.done, work.total, work.spent)
            words = facts(counts, left) if work.total else self.tr("starting…")
        self._words.setText(words)
        self.setVisible(bool(words))
