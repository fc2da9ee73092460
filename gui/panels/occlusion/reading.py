"""The part of the occlusion tab that asks a finished map: all without inference."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gui.session import Overlay
from gui.widgets.controls import Segments
from gui.widgets.form import (
    Badge,
    Group,
    button,
    card,
    field_row,
    named,
    row,
    section,
    stack,
    text,
)
from gui.widgets.pickers import ClassPicker
from gui.widgets.words import grouped, percent, plural, score
from inference.heatmap import EXPLAINED, Heatmap, Quantity
from inference.occlusion import ClassMap, SensitivePlace, Sweep

if TYPE_CHECKING:
    from gui.theme import Tone

Drawn = Literal["drop", "remaining", "class"]
_DRAWN: tuple[Drawn, ...] = ("drop", "remaining", "class")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a sweep.

    Attributes:
        drawn: The drop, the remaining score, or the predicted class.
        target: The explained class.
        quantity: Probability or logit.
        against: A class whose score is subtracted, or None.
    """

    drawn: Drawn
    target: int
    quantity: Quantity
    against: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The answer.

    Attributes:
        sweep: What was asked.
        question: What it was asked.
        heatmap: The numbers; the drop where classes are drawn.
        classes: The class at each place.
        place: Where covering hurts the target most.
    """

    sweep: Sweep
    question: Question
    heatmap: Heatmap
    classes: ClassMap
    place: SensitivePlace


def read(sweep: Sweep, question: Question) -> Reading:
    """Answers a question; takes milliseconds, so it belongs into a lane.

    Raises:
        SpecError: The class was not kept.
    """
    asked = (question.target, question.quantity, question.against)
    is_remaining = question.drawn == "remaining"
    heatmap = sweep.remaining(*asked) if is_remaining else sweep.heatmap(*asked)
    place = sweep.most_sensitive(question.target)
    return Reading(sweep, question, heatmap, sweep.class_map(), place)


def overlay(reading: Reading, *, is_running: bool, is_other: bool) -> Overlay:
    """Returns what is drawn over the photo, with how far it can be trusted.

    Args:
        reading: What the map says.
        is_running: Whether more places are being computed.
        is_other: Whether the options were changed since.
    """
    sweep = reading.sweep
    badge = f"Exact at {plural(sweep.done, 'position', 'positions')}"
    tone: Tone = "good"
    if not sweep.is_complete:
        total = grouped(sweep.grid.count)
        stopped = f"Stopped at {grouped(sweep.done)} of {total}"
        badge, tone = ("Preview" if is_running else stopped), "warn"
    elif sweep.spec.stride == (1, 1):
        badge = "Exact"
    if is_other and not is_running:
        badge, tone = "From other options", "plain"
    if reading.question.drawn == "class":
        return Overlay(classes=reading.classes, badge=badge, tone=tone)
    return Overlay(heatmap=reading.heatmap, badge=badge, tone=tone)


class ReadingSection(Group):
    """Chooses what is drawn of a map, and says what stands out in it.

    Signals:
        question_changed: what is drawn, quantity or the other class were changed.
        show_place_clicked: *Show on photo*.
    """

    question_changed = Signal()
    show_place_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build_choices()
        self._build_cards()
        self._badge = Badge()
        hint = "All of this is read from the map; nothing is computed anew."
        self._hint = text("", "muted", wraps=True)
        stack(
            self,
            section("Reading", hint, self._badge),
            field_row("Draw", (self._drawn, 1)),
            field_row(
                "Quantity", self._quantity, text("against", "muted"), (self._against, 1)
            ),
            self._hint,
            self._place_card,
            self._flips_card,
        )

    def _build_choices(self) -> None:
        tip = "The drop of the score, what remains of it, or the predicted class."
        self._drawn = Segments("Draw", tip, ("Drop", "Remaining score", "Class"))
        self._drawn.picked.connect(lambda _: self.question_changed.emit())
        self._quantity = QComboBox()
        for quantity in EXPLAINED:
            self._quantity.addItem(quantity.value.capitalize(), quantity)
        tip = (
            "The number whose change is drawn. The logit keeps its slope when the "
            "network is very sure; the probability does not."
        )
        named(self._quantity, "Quantity", tip)
        self._quantity.setFixedWidth(116)
        self._quantity.currentIndexChanged.connect(self.question_changed)
        tip = "Explains the difference between the target and this class."
        self._against = ClassPicker("Against", tip, none="none")
        self._against.class_picked.connect(lambda _: self.question_changed.emit())

    def _build_cards(self) -> None:
        self._place_words = text(wraps=True)
        show = button("Show on photo", "link")
        named(show, "Show on photo", "Puts a patch on the most sensitive place.")
        show.clicked.connect(self.show_place_clicked)
        self._place_card = card(
            row(text("Most sensitive place", "strong"), ..., show), self._place_words
        )
        self._flips_words = text(wraps=True)
        draw = button("Draw classes", "link")
        named(draw, "Draw classes", "Draws the predicted class of each place.")
        draw.clicked.connect(self._draw_classes)
        self._flips_card = card(
            row(text("Where the prediction flips", "strong"), ..., draw),
            self._flips_words,
        )

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Takes over the classes of another model."""
        self._against.set_labels(labels)
        self._against.set_picked(None)

    def question(self, target: int) -> Question:
        """Returns what is asked about a class."""
        return Question(
            _DRAWN[self._drawn.current],
            target,
            Quantity(self._quantity.currentData()),
            self._against.picked,
        )

    def show_reading(self, reading: Reading, shown: Overlay) -> None:
        """Says what stands out in the map."""
        is_complete = reading.sweep.is_complete
        self._badge.show_words(shown.badge, "good" if is_complete else "warn")
        self._hint.setText(
            ""
            if is_complete
            else "The most sensitive place is that of the places computed so far."
        )
        self._hint.setVisible(not is_complete)
        place, classes = reading.place, reading.classes
        row_, col = int(place.center.row), int(place.center.col)
        ways = f"{score(place.before.probability)} → {score(place.after.probability)}"
        same = place.becomes.index == place.before.index
        becomes = "" if same else f", becomes {place.becomes.label}"
        self._place_words.setText(
            f"Centre at row {row_}, column {col}: {ways}{becomes}"
        )
        share = percent(classes.flips / max(classes.computed, 1))
        self._flips_words.setText(
            f"At {grouped(classes.flips)} of "
            f"{plural(classes.computed, 'position', 'positions')} ({share})"
        )

    def _draw_classes(self) -> None:
        self._drawn.set_current(_DRAWN.index("class"))
        self.question_changed.emit()
