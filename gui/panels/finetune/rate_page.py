"""The page that finds a learning rate: a short sweep, drawn, and what it suggests."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from gui.errors import said
from gui.fonts import px
from gui.panels.finetune.rate_search import RateSearch
from gui.panels.finetune.tuning import Tuning
from gui.widgets.decimals import plainly
from gui.widgets.form import Elided, Group, button, column, named, row, stack, text
from gui.widgets.progress import ProgressBar
from gui.widgets.words import facts, grouped, time_left
from inference.finetune import RateSweep

if TYPE_CHECKING:  # it is loaded when a sweep is first shown
    from gui.panels.finetune.rate_curve import RateCurve

HEIGHT = 200  # of the design, the least of the chart


class RatePage(Group):
    """Sweeps over learning rates; one of them may be taken.

    Signals:
        rate_taken: a learning rate is wanted.
    """

    rate_taken = Signal(float)

    def __init__(self, search: RateSearch, tuning: Tuning) -> None:
        super().__init__()
        self._search, self._tuning = search, tuning
        self._curve: RateCurve | None = None
        self._reading = Elided("", "muted")
        self._place = column()
        self._found = text("", "body", wraps=True)
        self._stale = text(
            self.tr("Other options have been chosen since."), "warn", wraps=True
        )
        words = self.tr(
            "Each step takes a batch at a somewhat larger rate; the seed says in which "
            "order. What is learnt meanwhile is thrown away. A click on the curve "
            "takes another rate."
        )
        self._build_buttons()
        stack(
            self,
            row(
                text(self.tr("Loss against learning rate"), "strong"),
                (self._reading, 1),
            ),
            (self._place, 1),
            self._working,
            self._found,
            self._stale,
            self._ready,
            text(words, "muted", wraps=True),
            gap=8,
        )
        search.changed.connect(self.show_state)

    def _build_buttons(self) -> None:
        self._bar = ProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the sweep"))
        self._left = text("", "muted")
        stop = button(self.tr("Stop"), "plain", "stop")
        tip = self.tr("Ends the sweep; what it has stays (Ctrl+.).")
        named(stop, self.tr("Stop the sweep"), tip)
        stop.clicked.connect(self._search.stop)
        self._working = row((self._bar, 1), self._left, stop)
        self._take = button("", "primary")
        self._take.clicked.connect(self._take_suggestion)
        self._again = button(self.tr("Sweep again"))
        tip = self.tr("Tries the rates with the options as they are now.")
        named(self._again, self.tr("Sweep again"), tip)
        self._again.clicked.connect(self._sweep)
        self._ready = row(self._take, self._again, ...)

    # ---- what a person asks

    def look(self) -> None:
        """Sweeps, unless what is known tells of these options."""
        search = self._search
        is_known = search.sweep is not None and search.is_of(self._tuning.plan)
        if not (is_known or search.is_running):
            self._sweep()
        self.show_state()

    @Slot()
    def _sweep(self) -> None:
        plan = self._tuning.plan
        if plan is not None and self._tuning.can_run:
            self._search.start(plan)

    @Slot()
    def _take_suggestion(self) -> None:
        sweep = self._search.sweep
        rate = None if sweep is None else sweep.suggestion
        if rate is not None:
            self.rate_taken.emit(rate)

    # ---- what is shown

    @Slot()
    def show_state(self) -> None:
        """Shows what is known of the rates."""
        search = self._search
        self._working.setVisible(search.is_running)
        self._ready.setVisible(not search.is_running)
        self._again.setEnabled(self._tuning.can_run)
        is_other = search.sweep is not None and not search.is_of(self._tuning.plan)
        self._stale.setVisible(is_other)
        self._show_progress()
        self._show_found(search.sweep)
        if search.sweep is not None and self.isVisible():
            self._seen().show_sweep(search.sweep, has_ended=not search.is_running)

    def _show_progress(self) -> None:
        work = self._search.work
        if work is None:
            return
        self._bar.show_progress(work.done, work.total)
        words = self.tr("{done} of {total}").format(
            done=grouped(work.done), total=grouped(work.total)
        )
        left = time_left(work.done, work.total, work.spent, work.known)
        self._left.setText(facts(words, left) if work.total else "")

    def _show_found(self, sweep: RateSweep | None) -> None:
        """Says which rate suits, once the sweep has ended."""
        rate = None if sweep is None else sweep.suggestion
        has_ended = not self._search.is_running
        self._take.setVisible(rate is not None)  # while it runs its row is hidden
        if rate is not None:
            words = self.tr("Take {rate}").format(rate=plainly(rate))
            self._take.setText(words)
            tip = self.tr("The next run takes this learning rate.")
            named(self._take, words, tip)
        self._found.setText(self._sentence(sweep) if has_ended else "")
        self._found.setVisible(bool(self._found.text()))

    def _sentence(self, sweep: RateSweep | None) -> str:
        if self._search.failure is not None:
            return said(self._search.failure)
        if sweep is None:
            return ""
        if sweep.suggestion is not None:
            words = self.tr("The loss falls fastest near {rate}.")
            return words.format(rate=plainly(sweep.suggestion))
        if self._search.is_stopped:
            return self.tr("Stopped before the loss had fallen.")
        return self.tr("The loss falls at none of these rates.")

    def _seen(self) -> "RateCurve":
        """The curve; made when it is first wanted."""
        if self._curve is None:
            from gui.panels.finetune.rate_curve import RateCurve

            self._curve = RateCurve()
            self._curve.setMinimumHeight(px(HEIGHT))
            self._curve.read.connect(self._reading.setText)
            self._curve.rate_picked.connect(self.rate_taken)
            layout = self._place.layout()
            assert layout is not None
            layout.addWidget(self._curve)
        return self._curve
