"""The page Evidence: where two models see each class, on one scale."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from gui.errors import said
from gui.panels.finetune.comparing import Comparing, Measured
from gui.walk import Walk
from gui.widgets.evidence_tiles import EvidenceTiles
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
from gui.widgets.words import counted
from inference.dataset import evidence_changes, highest_mean

if TYPE_CHECKING:
    from gui.theme import Tone


class BothEvidencePage(Group):
    """Measures where both models see the classes.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
    """

    photo_picked = Signal(object, object)

    def __init__(self, comparing: Comparing) -> None:
        super().__init__()
        self._comparing = comparing
        self._measured: Measured | None = None
        self._measure = button(self.tr("Measure"), "primary")
        tip = self.tr("Explains the true class of every test photo by both models.")
        named(self._measure, self.tr("Measure"), tip)
        self._measure.clicked.connect(comparing.measure)
        self._hint = text("", "muted", wraps=True)
        self._finding = text("", "strong", wraps=True)
        self._card = card(self._finding)
        self._before, self._after = EvidenceTiles(), EvidenceTiles()
        self._before.setAccessibleName(self.tr("Mean evidence before"))
        self._after.setAccessibleName(self.tr("Mean evidence after"))
        for tiles in (self._before, self._after):
            tiles.ninth_picked.connect(self._walk)
        self._old = column(text(self.tr("Before"), "strong"), self._before, ...)
        self._new = column(text(self.tr("After"), "strong"), self._after, ...)
        words = self.tr(
            "Mean Grad-CAM of the true class over the same test photos, one scale. "
            "Click a place to walk the photos with most there."
        )
        self._about = text(words, "muted", wraps=True)
        stack(
            self,
            row(self._measure, (self._hint, 1), gap=12),
            self._card,
            row((self._old, 1), (self._new, 1), gap=16),
            self._about,
            ...,
        )
        comparing.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Says how things stand."""
        comparing = self._comparing
        found, measured = comparing.found, comparing.evidence
        count = 0 if found is None else len(found.asked.samples)
        words = counted(
            "{n} test photos, a map of each model",
            "{n} test photo, a map of each model",
            count,
        )
        none = self.tr("There are no labelled photos that both could be measured on.")
        self._hint.setText(words if count else none)
        self._measure.setEnabled(count > 0 and not comparing.is_measuring)
        has_before = measured is not None and measured.before is not None
        self._old.setVisible(has_before)
        for part in (self._new, self._about):
            part.setVisible(measured is not None)
        kind = "primary" if measured is None else "plain"
        set_property(self._measure, "kind", kind)
        if measured is not self._measured:
            self._measured = measured
            self._show_maps(measured)
        is_whole = measured is not None and not comparing.is_measuring
        self._card.setVisible(is_whole)
        if is_whole and measured is not None:
            self._show_finding(measured)

    def _show_maps(self, measured: Measured | None) -> None:
        before = None if measured is None else measured.before
        after = None if measured is None else measured.after
        scale = highest_mean(*(each for each in (before, after) if each is not None))
        self._before.show_evidence(before, scale)
        self._after.show_evidence(after, scale)

    def _show_finding(self, measured: Measured) -> None:
        before, after = measured.before, measured.after
        tone: Tone = "plain"
        words = self.tr("Neither before nor after does a class lean on one part.")
        if before is None and after is not None:
            words = said(after.sentence)
        elif before is not None and after is not None:
            changes = evidence_changes(before, after)
            if changes:
                words = "\n".join(said(each.sentence) for each in changes[:3])
                tone = "warn" if changes[0].leans else "good"
        self._finding.setText(words)
        set_property(self._card, "tone", tone)

    def _walk(self, index: int, down: int, across: int) -> None:
        """Walks the photos of a class, those with most evidence in a ninth first."""
        found, measured = self._comparing.found, self._measured
        if found is None or measured is None:
            return
        is_before = self.sender() is self._before
        evidence = measured.before if is_before else measured.after
        if evidence is None:
            return
        samples = found.asked.samples
        mine = (n for n, each in enumerate(samples) if each.index == index)
        ordered = evidence.leading(mine, down, across)
        walk = Walk.of((samples[n].path for n in ordered), evidence.names[index])
        if walk.photos:
            self.photo_picked.emit(walk.photos[0], walk)
