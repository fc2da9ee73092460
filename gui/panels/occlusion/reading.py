"""The part of the occlusion tab that asks a finished map: all without inference."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from gui.panels.occlusion.drawing import (
    DRAWN,
    Reading,
    ReadingWish,
    kind_of,
    number_of,
)
from gui.shown import Overlay
from gui.widgets.controls import Segments
from gui.widgets.form import (
    Badge,
    Group,
    at_least,
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
from gui.widgets.pickers import RivalPicker
from gui.widgets.words import grouped, percent, plural
from inference.classifier import EXPLAINED, Prediction, Quantity, Target
from inference.occlusion import ClassMap, SensitivePlace, Sweep

SHOW, HIDE = "Show on photo", "Hide on photo"


class ReadingSection(Group):
    """Chooses what is drawn of a map, and says what stands out in it.

    Attributes:
        is_marking: Whether the most sensitive place is outlined on the photo.

    Signals:
        question_changed: what is drawn, quantity or the other class were changed.
        target_given: the target was chosen as the other class; which takes its place.
        mark_toggled: *Show on photo* or *Hide on photo*.
    """

    question_changed = Signal()
    target_given = Signal(int)
    mark_toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[str, ...] = ()
        self.is_marking = False
        self._build_choices()
        self._build_card()
        self._badge = Badge()
        self._asked = field_row(
            "Quantity", self._quantity, text("against", "muted"), (self._against, 1)
        )
        stack(
            self,
            section("Reading", "", self._badge),
            field_row("Draw", (self._drawn, 1)),
            self._asked,
            self._card,
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
        at_least(self._quantity, 116)
        self._quantity.currentIndexChanged.connect(self.question_changed)
        tip = "Explains the difference between the target and this class."
        self._against = RivalPicker("Against", tip, none="none")
        self._against.class_picked.connect(lambda _: self.question_changed.emit())
        self._against.target_given.connect(self.target_given)

    def _build_card(self) -> None:
        rich = Qt.TextFormat.RichText
        self._place_words, self._flips_words = text(wraps=True), text(wraps=True)
        self._place_words.setTextFormat(rich)
        self._flips_words.setTextFormat(rich)
        self._mark = button(SHOW, "link")
        named(self._mark, SHOW, "Outlines the most sensitive place.")
        self._mark.clicked.connect(self._toggle_mark)
        self._draw = button("Draw classes", "link")
        named(self._draw, "Draw classes", "Draws the predicted class of each place.")
        self._draw.clicked.connect(self._draw_classes)
        self._place = column(
            row(text("Most sensitive place", "strong"), ..., self._mark),
            self._place_words,
            gap=2,
        )
        flips = row(text("Where the prediction flips", "strong"), ..., self._draw)
        self._card = card(
            self._place, column(flips, self._flips_words, gap=2), gap=8, right=10
        )

    def set_marking(self, *, is_marking: bool) -> None:
        """Says whether it is outlined."""
        self.is_marking = is_marking
        words = HIDE if is_marking else SHOW
        self._mark.setText(words)
        self._mark.setAccessibleName(words)

    def _toggle_mark(self) -> None:
        self.set_marking(is_marking=not self.is_marking)
        self.mark_toggled.emit()

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Takes over the classes of a model; the same ones keep what was chosen."""
        if labels != self._labels:
            self._labels = labels
            self._against.set_labels(labels)

    def set_target(self, target: int, prediction: Prediction) -> None:
        """Takes over the explained class; the other class is never the same."""
        self._against.set_target(target, prediction)

    @property
    def wish(self) -> ReadingWish:
        """What is asked of the map."""
        quantity = Quantity(self._quantity.currentData())
        target = Target(None, self._against.picked, quantity)
        return ReadingWish(DRAWN[self._drawn.current], target)

    def show_reading(self, reading: Reading, shown: Overlay) -> None:
        """Says what stands out in the map."""
        self._badge.show_words(shown.badge, shown.tone)
        is_class_map = reading.drawn == "class"
        for part in (self._asked, self._place):
            part.setVisible(not is_class_map)
        self._draw.setVisible(not is_class_map)
        self._place_words.setText(_place_words(reading.place))
        self._flips_words.setText(_flips_words(reading.classes, reading.sweep))

    def _draw_classes(self) -> None:
        self._drawn.set_current(DRAWN.index("class"))
        self.question_changed.emit()


def _place_words(place: SensitivePlace) -> str:
    row_, col = int(place.center.row), int(place.center.col)
    before = number_of(place, place.score_before)
    ways = escape(f"{kind_of(place)} {before} → {number_of(place, place.score_after)}")
    same = place.becomes.index == place.before.index
    becomes = "" if same else f", becomes <b>{escape(place.becomes.label)}</b>"
    words = f"Centre at row {row_}, column {col}: {ways}{becomes}"
    if place.equals == 1:
        return words
    return f"{words}. Lowest logit margin of {grouped(place.equals)} equal places"


def _flips_words(classes: ClassMap, sweep: Sweep) -> str:
    if not classes.counted:
        return "Known when the first pass is finished"
    share = percent(classes.flips / classes.counted)
    words = (
        f"At {grouped(classes.flips)} of "
        f"{plural(classes.counted, 'position', 'positions')} ({share})"
    )
    others = [each for each, _ in classes.counts() if each != classes.reference]
    if not classes.flips or not others:
        return words
    label = escape(sweep.reference.labels[others[0]])
    return f"{words}, most often to <b>{label}</b>"
