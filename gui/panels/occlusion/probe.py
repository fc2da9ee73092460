"""The part of the occlusion tab that is about patches: what they do, where they lie."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from gui.errors import said
from gui.panels.occlusion.probing import sides
from gui.widgets.form import (
    Badge,
    Elided,
    Group,
    button,
    card,
    column,
    field_row,
    named,
    row,
    section,
    stack,
    text,
)
from gui.widgets.numbers import NumberField, NumberSlider, ProblemLine, number_field
from gui.widgets.words import change, counted, facts, score, span_on_photo
from inference.classifier import PreparedInput
from inference.geometry import Box, Size
from inference.occlusion import Probe, default_spec

if TYPE_CHECKING:
    from gui.theme import Tone

USUAL = Size(224, 224)  # shown while there is no model
UNCHANGED = 0.0005  # of a probability; such a change is written "= 0.000"


class ProbeSection(Group):
    """Shows what the patches do; lets one type where they lie.

    Signals:
        side_changed: side of the patch, in input pixels.
        box_changed: the `Box` that was typed for the chosen patch.
        remove_clicked: *Remove patch*.
    """

    side_changed = Signal(int)
    box_changed = Signal(object)
    remove_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        tip = self.tr(
            "Side of the covering square in input pixels (default: that of the map's "
            "mask)."
        )
        self._side = NumberSlider(self.tr("Patch side"), tip, is_labelled=True)
        self._side.value_changed.connect(self.side_changed)
        self._build_card()
        self._build_box()
        hint = self.tr("Click the photo to cover a place. Drag the patch to move it.")
        stack(
            self,
            section(self.tr("Probe"), hint),
            self._card,
            self._side,
            self._where,
        )
        self.set_input(USUAL)
        self.show_probe(None, None)
        self.show_boxes((), None)

    def _build_card(self) -> None:
        self._question = Elided(role="muted")
        self._before, self._after = text(role="figure"), text(role="figure")
        self._change = Badge()
        self._becomes = text(wraps=True)
        self._becomes.setTextFormat(Qt.TextFormat.RichText)
        figures = (self._before, text("→", "arrow"), self._after, self._change)
        self._card = card(self._question, row(*figures, ..., gap=12), self._becomes)

    def _build_box(self) -> None:
        self._build_ends()
        remove = button(self.tr("Remove patch"), "link")
        named(
            remove,
            self.tr("Remove patch"),
            self.tr("Takes the patch away, as Esc does."),
        )
        remove.clicked.connect(self.remove_clicked)
        hint = Elided(self.tr("input pixels, from 0"), "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._on_photo = Elided(role="muted")
        to = self.tr("to")
        first, last = self._rows
        rows = field_row(self.tr("Rows"), first, text(to), last, (hint, 1))
        first, last = self._cols
        cols = field_row(self.tr("Columns"), first, text(to), last, ..., remove)
        problem = ProblemLine(*self._rows, *self._cols)
        self._where = column(rows, cols, problem, self._on_photo, gap=10)

    def _build_ends(self) -> None:
        tip = self.tr(
            "First row that is covered, in input pixels from 0, as the "
            "read-out says them, too (default: where the patch was laid)."
        )
        top = _end(self.tr("First row"), tip)
        tip = self.tr(
            "Last row that is covered, in input pixels from 0, as the "
            "read-out says them, too (default: where the patch was laid)."
        )
        bottom = _end(self.tr("Last row"), tip)
        tip = self.tr(
            "First column that is covered, in input pixels from 0, as the "
            "read-out says them, too (default: where the patch was laid)."
        )
        left = _end(self.tr("First column"), tip)
        tip = self.tr(
            "Last column that is covered, in input pixels from 0, as the "
            "read-out says them, too (default: where the patch was laid)."
        )
        right = _end(self.tr("Last column"), tip)
        self._rows, self._cols = (top, bottom), (left, right)
        for field in (*self._rows, *self._cols):
            field.valueChanged.connect(self._on_typed)

    def set_input(self, size: Size) -> None:
        """Takes over another input; the patch gets a fitting side."""
        self._ends = sides(size)
        self.show_side(default_spec(size).mask_size.height)

    def show_side(self, side: int) -> None:
        """Shows the side that a patch has; that of a mask may lie beyond the ends."""
        self._side.set_range(min(self._ends[0], side), max(self._ends[1], side))
        self._side.set_value(side)

    def step_side(self, by: int) -> None:
        """Makes the patch larger or smaller and announces it."""
        self._side.set_value(self._side.value + by)
        self.side_changed.emit(self._side.value)

    def show_probe(self, probe: Probe | None, target: int | None) -> None:
        """Shows before and after of a class; None hides the card."""
        self._card.setVisible(probe is not None and target is not None)
        if probe is None or target is None:
            return
        before = probe.reference.probability(target)
        after = probe.prediction.probability(target)
        labels = probe.reference.labels
        count = len(probe.patches)
        asked = self.tr("Probability of {label}, before → after")
        covered = "" if count == 1 else counted("{n} patches", "{n} patch", count)
        asked = asked.format(label=said(labels[target]))
        self._question.setText(facts(asked, covered))
        self._before.setText(score(before))
        self._after.setText(score(after))
        difference = after - before
        tone: Tone = "bad" if difference < 0 else "good"
        if abs(difference) < UNCHANGED:
            tone = "plain"
        self._change.show_words(change(before, after), tone)
        self._becomes.setText(self._words_of(probe))

    def show_waiting(self) -> None:
        """Takes the numbers after away; those of other patches are on their way."""
        self._after.setText("…")
        self._change.show_words("")
        self._becomes.setText(self.tr("The prediction …"))

    def show_boxes(
        self, boxes: tuple[Box, ...], prepared: PreparedInput | None
    ) -> None:
        """Shows where the newest patch lies; without a patch the fields are hidden."""
        self._where.setVisible(bool(boxes))
        if not boxes or prepared is None:
            return
        size = prepared.size
        box = boxes[-1].clipped(size)
        self._on_photo.setText(span_on_photo(prepared.to_photo.box(box)))
        ends = (box.top, box.bottom - 1, box.left, box.right - 1)
        fields = (*self._rows, *self._cols)
        sides = (size.height, size.height, size.width, size.width)
        for field, end, side in zip(fields, ends, sides, strict=True):
            field.blockSignals(True)
            field.setRange(0, side - 1)
            field.blockSignals(False)
            field.show_value(int(end))

    def _words_of(self, probe: Probe) -> str:
        before, after = probe.reference.top_index, probe.prediction.top_index
        name = f"<b>{escape(said(probe.reference.labels[after]))}</b>"
        if before == after:
            return self.tr("The prediction stays {name}.").format(name=name)
        now = escape(score(probe.prediction.probability(after)))
        words = self.tr("The prediction becomes {name} ({score}).")
        return words.format(name=name, score=now)

    def _on_typed(self) -> None:
        top, bottom = sorted(field.value() for field in self._rows)
        left, right = sorted(field.value() for field in self._cols)
        self.box_changed.emit(Box(top, left, bottom - top + 1, right - left + 1))


def _end(name: str, tip: str) -> NumberField:
    return named(number_field(0, 1, 0, width=56), name, tip)
