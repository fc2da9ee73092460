"""How the laying out of photos stands: what is done, how long it takes, Stop."""

from PySide6.QtCore import Slot

from gui.panels.ranking.neighbouring import Neighbouring
from gui.panels.ranking.ranking import Ranking
from gui.panels.ranking.waiting import waiting_words
from gui.widgets.form import Group, button, named, row, stack, text
from gui.widgets.progress import ProgressBar
from gui.widgets.words import time_left


class LayingLine(Group):
    """Stands above the photos while t-SNE lays them out, or nobody did."""

    def __init__(self, ranking: Ranking, near: Neighbouring) -> None:
        super().__init__()
        self._ranking, self._near = ranking, near
        self._words = text("", "muted", wraps=True)
        self._bar = ProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the laying out"))
        self._bar.setFixedWidth(90)
        self._left = text("", "muted")
        self._stop = button(self.tr("Stop"), "plain", "stop")
        tip = self.tr("Ends the laying out.")
        named(self._stop, self.tr("Stop laying out"), tip)
        self._again = button(self.tr("Lay out"), "primary")
        tip = self.tr("Lays all photos out by likeness.")
        named(self._again, self.tr("Lay out"), tip)
        parts = (self._words, 1), self._bar, self._left, self._stop, self._again
        stack(self, row(*parts))
        self._stop.clicked.connect(near.stop)
        self._again.clicked.connect(near.start)
        near.progressed.connect(self._show_progress)

    def refresh(self) -> None:
        """Shows how things stand."""
        near = self._near
        is_working = near.is_working
        for part in (self._bar, self._left, self._stop):
            part.setVisible(is_working)
        self._again.setVisible(near.is_stopped and not is_working)
        is_waiting = near.current is None or is_working or near.is_stopped
        self.setVisible(is_waiting)
        self._words.setText(self._said() if is_waiting else "")
        self._show_progress()

    @Slot()
    def _show_progress(self) -> None:
        work = self._near.work
        if work is None:
            return
        self._bar.show_progress(work.done, work.total)
        left = time_left(work.done, work.total, work.spent) if work.total else ""
        if left != self._left.text():
            self._left.setText(left)

    def _said(self) -> str:
        is_shown = self._near.current is not None
        if self._near.is_stopped:
            if is_shown:
                return self.tr("t-SNE did not come to its end; PCA is shown.")
            return self.tr("Photos were not laid out.")
        if is_shown:
            return self.tr("PCA is shown until t-SNE has laid the photos out.")
        working = self.tr("Photos are being laid out by likeness.")
        return waiting_words(self._ranking, working)
