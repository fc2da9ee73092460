"""How far a map can be trusted: asked with a click, answered below the health line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from gui.errors import said
from gui.panels.gradcam.trust_curves import CurveChart
from gui.widgets.form import (
    Group,
    button,
    card,
    column,
    named,
    row,
    set_property,
    stack,
    text,
)
from gui.widgets.words import counted, facts, fixed, grouped
from gui.work import Work
from inference.errors import InferenceError
from inference.trust import (
    Trust,
)


class TrustSection(Group):
    """One line that asks; below it Stop and the progress, then the answer.

    Signals:
        asked: the question was clicked.
        stop_clicked: *Stop*.
    """

    asked = Signal()
    stop_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ask = button(self.tr("How far can I trust it?"), "link")
        tip = self.tr(
            "Compares this map with 21 rivals by hiding and showing what it names, "
            "draws the network's weights anew, and asks again with the photo flipped "
            "and under noise."
        )
        named(self._ask, self.tr("How far can I trust it?"), tip)
        self._ask.clicked.connect(self.asked)
        self._cost = text("", "muted")
        self._head = row(self._ask, ..., self._cost)
        self._build_working()
        self._build_answer()
        stack(self, self._head, self._working, self._answer)
        self.clear()

    def _build_working(self) -> None:
        stop = button(self.tr("Stop"), glyph="stop")
        tip = self.tr("Ends the measuring; the map stays (Ctrl+.).")
        named(stop, self.tr("Stop measuring"), tip)
        stop.clicked.connect(self.stop_clicked)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the measuring"))
        self._done = text("", "muted")
        self._working = row(stop, (self._bar, 1), self._done, gap=12)

    def _build_answer(self) -> None:
        self._sentence = text(wraps=True)
        self._card = card(self._sentence)
        self._deletion = CurveChart(self.tr("Deletion"))
        self._insertion = CurveChart(self.tr("Insertion"))
        self._areas = text("", "muted", wraps=True), text("", "muted", wraps=True)
        charts = row(
            (column(text(self.tr("Deletion")), self._deletion, self._areas[0]), 1),
            (column(text(self.tr("Insertion")), self._insertion, self._areas[1]), 1),
            gap=16,
        )
        self._key = text("", "muted", wraps=True)
        self._rest = text("", "muted", wraps=True)
        self._answer = column(self._card, charts, self._key, self._rest)

    def clear(self) -> None:
        """Shows neither progress nor an answer."""
        self._working.hide()
        self._answer.hide()

    def offer(self, passes: int, *, is_possible: bool) -> None:
        """Says what asking costs."""
        self._ask.setEnabled(is_possible)
        words = counted("{n} passes", "{n} pass", passes) if passes else ""
        self._cost.setText(words)

    def show_work(self, work: Work | None) -> None:
        """Shows Stop and how far it is; None: it has come to its end."""
        self._working.setVisible(work is not None)
        if work is not None:
            self._bar.setRange(0, work.total)
            self._bar.setValue(work.done)
            made = self.tr("{done} of {total}")
            words = made.format(done=grouped(work.done), total=grouped(work.total))
            self._done.setText(words if work.total else self.tr("starting…"))

    def show_trust(self, found: Trust) -> None:
        """Shows the sentence, the curves, and the other numbers."""
        name, best = found.best_rival
        self._sentence.setText(said(found.sentence))
        set_property(self._card, "tone", "good" if found.is_sound else "warn")
        others = [curves for _, curves in found.rivals]
        self._deletion.show_curves(
            found.curves.deletion, best.deletion, [each.deletion for each in others]
        )
        self._insertion.show_curves(
            found.curves.insertion, best.insertion, [each.insertion for each in others]
        )
        words = self.tr("area {own}, best rival {best}")
        pairs = (
            (found.curves.deletion, best.deletion),
            (found.curves.insertion, best.insertion),
        )
        for label, (own, rival) in zip(self._areas, pairs, strict=True):
            areas = {"own": fixed(own.area, 2), "best": fixed(rival.area, 2)}
            label.setText(words.format(**areas))
        key = self.tr("{badge} · the best of them, dashed: {name}")
        self._key.setText(key.format(badge=said(found.badge), name=said(name)))
        self._rest.setText(facts(*self._rest_of(found)))
        self._answer.show()

    def show_failure(self, error: Exception) -> None:
        """Says why there is no answer."""
        self.clear()
        mistake = self.tr(
            "NetGaze made a mistake when it measured this map. Details are in the log."
        )
        self._cost.setText(
            said(error) if isinstance(error, InferenceError) else mistake
        )

    def _rest_of(self, found: Trust) -> list[str]:
        lines = []
        if found.flipped is not None:
            words = self.tr("flipped {value}")
            lines.append(words.format(value=fixed(found.flipped, 2)))
        if found.noisy is not None:
            words = self.tr("2 % noise {value}")
            lines.append(words.format(value=fixed(found.noisy, 2)))
        if found.randomised is not None:
            words = self.tr("other weights {value}")
            lines.append(words.format(value=fixed(found.randomised.last, 2)))
        return [*lines, *map(said, found.skipped)]
