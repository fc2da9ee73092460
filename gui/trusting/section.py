"""How far a map can be trusted: asked with a click, answered below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.errors import said
from gui.fonts import px
from gui.trusting.curves import best_pen, other_pen, own_pen
from gui.trusting.duel import Duel
from gui.trusting.weights import WeightsPart
from gui.widgets.form import (
    Group,
    button,
    card,
    column,
    icon_button,
    named,
    row,
    rule,
    set_property,
    stack,
    text,
)
from gui.widgets.progress import ProgressBar
from gui.widgets.words import fixed, grouped, time_left
from gui.work import Work
from inference.errors import InferenceError

if TYPE_CHECKING:  # the window starts without it
    from collections.abc import Callable

    from inference.trust import Trust

_SAMPLE = 24  # px of a line in the key


class TrustSection(Group):
    """One line that asks; below it Stop and the progress, then the answer.

    Signals:
        asked: the map is to be measured.
        stop_clicked: *Stop*.
    """

    asked = Signal()
    stop_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Trust | None = None
        self._is_folded = self._is_of_another = False
        self._cost_words = ""
        self._build_head()
        self._build_working()
        self._build_answer()
        stack(self, self._head, self._working, self._answer)
        self.clear()
        self._working.hide()

    def _build_head(self) -> None:
        self._ask = button(self.tr("How far can I trust it?"), "link")
        tip = self.tr(
            "Compares this map with 21 rivals by hiding and showing what it names, "
            "draws the network's weights anew, and asks again with the photo flipped "
            "and under noise. What would take over 2 minutes is left out, and said."
        )
        named(self._ask, self.tr("How far can I trust it?"), tip)
        self._ask.clicked.connect(self._on_asked)
        self._cost = text("", "muted")
        tip = self.tr("Folds the answer; a click on the question shows it again.")
        self._close = icon_button("cross", self.tr("Fold the answer"), tip)
        self._close.clicked.connect(lambda: self._fold(is_folded=True))
        self._head = row(self._ask, ..., self._cost, self._close)

    def _build_working(self) -> None:
        stop = button(self.tr("Stop"), glyph="stop")
        tip = self.tr("Ends the measuring; the map stays (Ctrl+.).")
        named(stop, self.tr("Stop measuring"), tip)
        stop.clicked.connect(self.stop_clicked)
        self._bar = ProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the measuring"))
        self._done = text("", "muted")
        self._working = row(stop, (self._bar, 1), self._done, gap=12)

    def _build_answer(self) -> None:
        self._sentence = text(wraps=True)
        self._card = card(self._sentence)
        self._duel = Duel()
        self._best, self._others = text("", "muted"), text("", "muted")
        own = text(self.tr("this map"), "muted")
        self._key = row(
            *(_Sample(own_pen), own, _Sample(best_pen), (self._best, 1)), gap=6
        )
        others = row(_Sample(other_pen), self._others, ..., gap=6)
        self._weights, self._weights_rule = WeightsPart(), rule()
        self._flipped, self._noisy = text("", "strong"), text("", "strong")
        self._stability = row(
            text(self.tr("Stability"), "heading"),
            text(self.tr("rank correlation"), "muted"),
            *(..., text(self.tr("flipped"), "muted"), self._flipped),
            *(text(self.tr("2 % noise"), "muted"), self._noisy),
        )
        self._skipped = text("", "muted", wraps=True)
        self._stable_rule = rule()
        self._answer = column(
            *(self._card, self._duel, self._key, others),
            *(self._weights_rule, self._weights),
            *(self._stable_rule, self._stability, self._skipped),
        )

    # ---- what is shown

    def clear(self) -> None:
        """Shows no answer."""
        self._found = None
        self._show()

    def offer(self, cost: str, *, is_possible: bool) -> None:
        """Says what asking costs, and whether one can."""
        self._cost_words = cost
        self._ask.setEnabled(is_possible or self._found is not None)
        self._show()

    def show_work(self, work: Work | None) -> None:
        """Shows Stop and how far it is; None: it has come to its end."""
        self._working.setVisible(work is not None)
        if work is None:
            return
        self._bar.show_progress(work.done, work.total)
        made = self.tr("{done} of {total}")
        words = made.format(done=grouped(work.done), total=grouped(work.total))
        left = time_left(work.done, work.total, work.spent)
        self._done.setText(words if work.total else self.tr("starting…"))
        self._done.setToolTip(left if work.total else "")

    def show_trust(self, found: "Trust", *, is_of_another: bool) -> None:
        """Shows the sentence, the curves, and the other numbers."""
        if found is not self._found:
            self._is_folded = False
            self._fill(found)
        self._found, self._is_of_another = found, is_of_another
        self._answer.setEnabled(not is_of_another)
        self._show()

    def show_failure(self, error: Exception) -> None:
        """Says why there is no answer."""
        mistake = self.tr(
            "NetGaze made a mistake when it measured this map. Details are in the log."
        )
        is_told = isinstance(error, InferenceError)
        self._cost.setText(said(error) if is_told else mistake)

    def _fill(self, found: "Trust") -> None:
        self._sentence.setText(said(found.sentence))
        set_property(self._card, "tone", "good" if found.is_sound else "warn")
        self._duel.show_trust(found)
        name, _ = found.best_rival
        best = self.tr("best rival: {name}").format(name=said(name))
        self._best.setText(best)
        others = self.tr("{n} others").format(n=len(found.rivals) - 1)
        self._others.setText(others)
        redrawn = found.randomised
        for part in (self._weights, self._weights_rule):
            part.setVisible(redrawn is not None)
        if redrawn is not None:
            self._weights.show_found(redrawn)
        for part in (self._stability, self._stable_rule):
            part.setVisible(found.flipped is not None)
        pairs = ((self._flipped, found.flipped), (self._noisy, found.noisy))
        for label, value in pairs:
            label.setText("–" if value is None else fixed(value, 2))
        self._skipped.setText(" ".join(map(said, found.skipped)))
        self._skipped.setVisible(bool(found.skipped))

    def _show(self) -> None:
        found = self._found
        is_open = found is not None and not self._is_folded
        self._answer.setVisible(is_open)
        self._close.setVisible(is_open)
        words = self._cost_words
        if found is not None and self._is_of_another:
            words = self.tr("Of another map. Measure again")
        elif found is not None and self._is_folded:
            words = said(found.badge)
        self._cost.setText(words)

    def _fold(self, *, is_folded: bool) -> None:
        self._is_folded = is_folded
        self._show()

    def _on_asked(self) -> None:
        """Measures a map that was not measured; else shows what is known of it."""
        found = self._found
        is_known = found is not None and found.is_whole and not self._is_of_another
        self._fold(is_folded=False)
        if not is_known:
            self.asked.emit()


class _Sample(QWidget):
    """A short line, as it is drawn in the charts."""

    def __init__(self, pen: "Callable[[], QPen]") -> None:
        super().__init__()
        self._pen = pen  # of the theme that holds
        self.setFixedSize(QSize(px(_SAMPLE), px(12)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._pen())
        middle = self.height() // 2
        painter.drawLine(0, middle, self.width(), middle)
