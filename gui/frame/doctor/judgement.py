"""The verdict in one sentence, with what can be done about it."""

from PySide6.QtCore import Signal

from gui.errors import said
from gui.frame.doctor.words import apart
from gui.theme import Tone
from gui.widgets.form import (
    Glyph,
    Group,
    button,
    card,
    named,
    row,
    set_property,
    stack,
    text,
)
from inference.classifier import ClassifierSpec
from inference.doctor import Verdict, Way


class Judgement(Group):
    """Says which way is best, as far as it is known.

    Signals:
        used: the `Way` to take from now on.
    """

    used = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._sentence = text(wraps=True)
        self._keep = button("")
        self._use = button("", "primary")
        self._keep.clicked.connect(self._on_keep)
        self._use.clicked.connect(self._on_use)
        self._good = Glyph("check", "good")
        self._warn = Glyph("alert", "warn")
        parts = (self._good, self._warn, (self._sentence, 1), self._keep, self._use)
        self._card = card(row(*parts, gap=10), right=12)
        stack(self, self._card)

    @property
    def offered(self) -> Way | None:
        """The way that is offered, or None."""
        return None if self._verdict is None else self._verdict.offered.way

    def show_waiting(self, *, is_trying: bool) -> None:
        """Says that there is no verdict, yet or at all."""
        self._verdict = None
        self._keep.hide()
        self._use.hide()
        self._show_tone("plain")
        words = self.tr("Nothing was tried yet. Open a photo, or choose a folder.")
        if is_trying:
            words = self.tr("Trying the usual ways…")
        self._sentence.setText(words)

    def show_verdict(self, verdict: Verdict, spec: ClassifierSpec) -> None:
        """Shows a verdict."""
        self._verdict = verdict
        self._sentence.setText(said(verdict.sentence))
        self._show_tone(_tone(verdict))
        self._show_keep(verdict, spec)
        self._show_use(verdict)

    def _show_tone(self, tone: Tone) -> None:
        set_property(self._card, "tone", tone)
        self._good.setVisible(tone == "good")
        self._warn.setVisible(tone == "warn")

    def _show_keep(self, verdict: Verdict, spec: ClassifierSpec) -> None:
        """Offers to keep what holds: a guess is confirmed by that."""
        words = self.tr("Confirm")
        if not verdict.is_right:
            words = self.tr("Keep {way}")
            words = words.format(way=apart(verdict.now.way, verdict.offered.way))
        self._keep.setText(words)
        tip = self.tr("Keeps what is used now as what holds for this model.")
        named(self._keep, words, tip)
        self._keep.setVisible(spec.is_guessed or not verdict.is_right)

    def _show_use(self, verdict: Verdict) -> None:
        words = self.tr("Use {way}")
        words = words.format(way=apart(verdict.offered.way, verdict.now.way))
        self._use.setText(words)
        tip = self.tr("Feeds the model so from now on; it is kept for this model.")
        named(self._use, words, tip)
        set_property(self._use, "kind", "primary" if verdict.is_labelled else "plain")
        self._use.setVisible(not verdict.is_right)

    def _on_keep(self) -> None:
        if self._verdict is not None:
            self.used.emit(self._verdict.now.way)

    def _on_use(self) -> None:
        if self._verdict is not None:
            self.used.emit(self._verdict.offered.way)


def _tone(verdict: Verdict) -> Tone:
    """Green for what is proven right, amber for what to look at."""
    if verdict.is_right:
        return "good" if verdict.is_labelled else "plain"
    return "warn"
