"""The row with which a map is run: what one wants next, or how far it has come."""

from contextlib import AbstractContextManager
from typing import Literal

from PySide6.QtCore import Signal

from gui.widgets.focus import staying
from gui.widgets.form import (
    Elided,
    Group,
    button,
    named,
    row,
    set_property,
    stack,
    text,
)
from gui.widgets.icons import icon
from gui.widgets.progress import ProgressBar
from gui.widgets.words import facts, grouped, time_left
from inference.jobs import Progress

Next = Literal["run", "again", "continue"]


class RunRow(Group):
    """Offers what one wants next; while a map runs, Stop and the progress.

    Signals:
        run_clicked: the first button, or *Start anew*.
        continue_clicked: *Continue*.
        stop_clicked: *Stop*.
    """

    run_clicked = Signal()
    continue_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self, word: str, tip: str) -> None:
        """Takes what the first button says and does."""
        super().__init__()
        self._build_ready(word, tip)
        self._build_working()
        stack(self, self._ready, self._working)
        self.offer("run", "")

    def _build_ready(self, word: str, tip: str) -> None:
        self._run = button(word, "primary", "play")
        named(self._run, word, tip)
        self._continue = button(self.tr("Continue"), "primary", "play")
        tip = self.tr("Goes on where the map was stopped (Ctrl+Enter).")
        named(self._continue, self.tr("Continue"), tip)
        self._anew = button(self.tr("Start anew"), "link")
        tip = self.tr(
            "Covers all places again; the map stays until the new one stands."
        )
        named(self._anew, self.tr("Start anew"), tip)
        self._estimate = Elided(role="muted")
        self._ready = row(
            self._run, self._continue, (self._estimate, 1), self._anew, gap=12
        )
        self._run.clicked.connect(self.run_clicked)
        self._anew.clicked.connect(self.run_clicked)
        self._continue.clicked.connect(self.continue_clicked)

    def _build_working(self) -> None:
        self._stop = button(self.tr("Stop"), glyph="stop")
        named(
            self._stop,
            self.tr("Stop"),
            self.tr("Ends the map; what is drawn stays (Ctrl+.)."),
        )
        self._bar = ProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the map"))
        self._progress = text(role="muted")
        self._working = row(self._stop, (self._bar, 1), self._progress, gap=12)
        self._working.hide()
        self._stop.clicked.connect(self.stop_clicked)

    def offer(self, wanted: Next, words: str, *, is_possible: bool = True) -> None:
        """Says what one may want next, and in a few words what that means."""
        with self._focus_staying():
            self._run.setVisible(wanted != "continue")
            self._run.setEnabled(is_possible)
            for part in (self._continue, self._anew):
                part.setVisible(wanted == "continue")
        is_first = wanted == "run"
        set_property(self._run, "kind", "primary" if is_first else "plain")
        self._run.setIcon(icon("play", "on_accent" if is_first else "muted"))
        self._estimate.setText(words)

    def _focus_staying(self) -> AbstractContextManager[None]:
        """Lets what takes the place of the button in focus have the focus too."""
        return staying(self, self._stop, self._run, self._continue)

    def show_ready(self) -> None:
        """Shows what can be wanted in the place of the progress."""
        with self._focus_staying():
            self._working.hide()
            self._ready.show()

    def show_progress(
        self, progress: Progress[object] | None, elapsed: float, known: int
    ) -> None:
        """Shows Stop and the progress; `known` places were there before this run."""
        with self._focus_staying():
            self._ready.hide()
            self._working.show()
        done, total = (progress.done, progress.total) if progress else (0, 0)
        self._bar.show_progress(done, total)
        if not total:
            self._progress.setText(self.tr("starting…"))
            return
        left = time_left(done, total, elapsed, known)
        words = self.tr("{done} of {total}")
        made = words.format(done=grouped(done), total=grouped(total))
        self._progress.setText(facts(made, left))
