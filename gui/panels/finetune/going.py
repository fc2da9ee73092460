"""The row with which a run is started, paused and stopped, and what is said of it."""

from PySide6.QtCore import Signal

from gui.errors import said
from gui.panels.finetune.tuning import Tuning
from gui.widgets.form import (
    Elided,
    Group,
    button,
    named,
    row,
    rule,
    set_property,
    stack,
    text,
)
from gui.widgets.icons import icon
from gui.widgets.progress import ProgressBar
from gui.widgets.words import about, facts, percent, seconds, time_left, translate
from inference.finetune import Training


class GoingSection(Group):
    """Starts, pauses and ends a run.

    Signals:
        start_clicked: *Train* or *Train again*.
        go_on_clicked: *Continue*.
        pause_clicked: *Pause* or *Go on*.
        stop_clicked: *Stop and keep best*.
    """

    start_clicked = Signal()
    go_on_clicked = Signal()
    pause_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build_ready()
        self._build_working()
        self._locked = text("", "muted", wraps=True)
        self._done = text("", "muted", wraps=True)
        self._proof = text("", "muted", wraps=True)
        self._failed = text("", "error", wraps=True)
        lines = (self._locked, self._done, self._proof, self._failed)
        stack(self, self._ready, self._working, rule(4), *lines, gap=6)

    def _build_ready(self) -> None:
        self._train = button(self.tr("Train"), "primary", "play")
        self._train.clicked.connect(self.start_clicked)
        self._go_on = button(self.tr("Continue"), "primary", "play")
        tip = self.tr("Goes on with the run that was stopped, from its last epoch.")
        named(self._go_on, self.tr("Continue"), tip)
        self._go_on.clicked.connect(self.go_on_clicked)
        self._estimate = Elided("", "muted")
        self._ready = row(self._go_on, self._train, (self._estimate, 1))

    def _build_working(self) -> None:
        self._pause = button(self.tr("Pause"), "plain", "pause")
        self._pause.clicked.connect(self.pause_clicked)
        self._stop = button(self.tr("Stop and keep best"), "plain", "stop")
        tip = self.tr(
            "Ends the run; the best model so far is tested and kept (Ctrl+.)."
        )
        named(self._stop, self.tr("Stop and keep best"), tip)
        self._stop.clicked.connect(self.stop_clicked)
        self._bar = ProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the training"))
        self._left = text("", "muted")
        self._working = stack(
            Group(),
            row(self._pause, self._stop, ...),
            row((self._bar, 1), self._left),
            gap=8,
        )

    # ---- what is shown

    def show_state(self, tuning: Tuning) -> None:
        """Shows how things stand."""
        is_running = tuning.is_running
        self._ready.setVisible(not is_running)
        self._working.setVisible(is_running)
        self._show_ready(tuning)
        words = self.tr("Go on") if tuning.is_paused else self.tr("Pause")
        self._pause.setText(words)
        self._pause.setIcon(icon("play" if tuning.is_paused else "pause", "muted"))
        tip = self.tr("Lets the run wait behind its next step, or go on.")
        named(self._pause, words, tip)
        for part in (self._pause, self._stop):
            part.setEnabled(not tuning.is_stopping)
        self._show_sentences(tuning)
        self.show_progress(tuning)

    def _show_ready(self, tuning: Tuning) -> None:
        can_go_on = tuning.broken is not None
        is_again = tuning.training is not None
        words = self.tr("Train again") if is_again else self.tr("Train")
        words = self.tr("Start anew") if can_go_on and not is_again else words
        self._train.setText(words)
        named(self._train, words, self.tr("Trains a new model (Ctrl+Enter)."))
        is_first = not (is_again or can_go_on)
        set_property(self._train, "kind", "primary" if is_first else "plain")
        self._train.setIcon(icon("play", "on_accent" if is_first else "muted"))
        self._train.setEnabled(tuning.can_run)
        self._go_on.setVisible(can_go_on)
        self._go_on.setEnabled(tuning.can_run)
        known = tuning.seconds
        self._estimate.setText("" if known is None or can_go_on else about(known))

    def _show_sentences(self, tuning: Tuning) -> None:
        words = self.tr("Options are locked while training runs.")
        self._locked.setText(words if tuning.is_running else "")
        training = None if tuning.is_running else tuning.training
        is_failed = tuning.failure is not None and not tuning.is_running
        if is_failed and training is not None and training.best is None:
            training = None  # the failure says that nothing is kept
        told = ("", "") if training is None else _ended(training, tuning.took)
        self._done.setText(told[0])
        self._proof.setText(told[1])
        self._failed.setText(said(tuning.failure or "") if is_failed else "")
        for line in (self._locked, self._done, self._proof, self._failed):
            line.setVisible(bool(line.text()))

    def show_progress(self, tuning: Tuning) -> None:
        """Shows how far the run has come."""
        work = tuning.work
        if work is None:
            return
        self._bar.show_progress(work.done, work.total)
        left = time_left(work.done, work.total, work.spent, work.known)
        if tuning.is_paused:
            left = self.tr("paused")
        if tuning.is_stopping:
            left = self.tr("keeping the best…")
        share = percent(work.done / work.total) if work.total else ""
        self._left.setText(facts(share, left))


def _ended(training: Training, took: float) -> tuple[str, str]:
    """Says how a run ended, and what its file is worth."""
    if training.best is None:
        words = translate(
            "Finetune", "Stopped before the first epoch ended: nothing was kept."
        )
        return words, ""
    best = translate("Finetune", "Best epoch: {best} of {count}.").format(
        best=training.best, count=len(training.epochs)
    )
    if training.stage != "done":
        words = translate("Finetune", "{file} has the best model so far.")
        return best, words.format(file=training.out.name)
    done = translate("Finetune", "Done in {duration}.").format(duration=seconds(took))
    if not training.has_ended:
        done = translate("Finetune", "Stopped.")
    proof = translate(
        "Finetune", "{file} predicts in ONNX Runtime what training measured."
    )
    return f"{done} {best}", proof.format(file=training.out.name)
