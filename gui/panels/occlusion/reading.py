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
from gui.widgets.words import counted, grouped, percent, translate
from inference.classifier import Prediction, Quantity, Target
from inference.occlusion import ClassMap, SensitivePlace, Sweep


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
            self.tr("Quantity"),
            self._quantity,
            text(self.tr("against"), "muted"),
            (self._against, 1),
        )
        stack(
            self,
            section(self.tr("Reading"), "", self._badge),
            field_row(self.tr("Draw"), (self._drawn, 1)),
            self._asked,
            self._card,
        )

    def _build_choices(self) -> None:
        tip = self.tr(
            "The drop of the score, what remains of it, or the predicted class."
        )
        self._drawn = Segments(
            self.tr("Draw"),
            tip,
            (self.tr("Drop"), self.tr("Remaining score"), self.tr("Class")),
        )
        self._drawn.picked.connect(lambda _: self.question_changed.emit())
        self._quantity = QComboBox()
        self._quantity.addItem(self.tr("Probability"), Quantity.PROBABILITY)
        self._quantity.addItem(self.tr("Logit"), Quantity.LOGIT)
        tip = self.tr(
            "The number whose change is drawn. The logit keeps its slope when the "
            "network is very sure; the probability does not."
        )
        named(self._quantity, self.tr("Quantity"), tip)
        at_least(self._quantity, 116)
        self._quantity.currentIndexChanged.connect(self.question_changed)
        tip = self.tr("Explains the difference between the target and this class.")
        self._against = RivalPicker(self.tr("Against"), tip, none=self.tr("none"))
        self._against.class_picked.connect(lambda _: self.question_changed.emit())
        self._against.target_given.connect(self.target_given)

    def _build_card(self) -> None:
        rich = Qt.TextFormat.RichText
        self._place_words, self._flips_words = text(wraps=True), text(wraps=True)
        self._place_words.setTextFormat(rich)
        self._flips_words.setTextFormat(rich)
        self._mark = button(self.tr("Show on photo"), "link")
        tip = self.tr("Outlines the most sensitive place.")
        named(self._mark, self.tr("Show on photo"), tip)
        self._mark.clicked.connect(self._toggle_mark)
        self._draw = button(self.tr("Draw classes"), "link")
        named(
            self._draw,
            self.tr("Draw classes"),
            self.tr("Draws the predicted class of each place."),
        )
        self._draw.clicked.connect(self._draw_classes)
        self._place = column(
            row(text(self.tr("Most sensitive place"), "strong"), ..., self._mark),
            self._place_words,
            gap=2,
        )
        flips = row(
            text(self.tr("Where the prediction flips"), "strong"), ..., self._draw
        )
        self._card = card(
            self._place, column(flips, self._flips_words, gap=2), gap=8, right=10
        )

    def set_marking(self, *, is_marking: bool) -> None:
        """Says whether it is outlined."""
        self.is_marking = is_marking
        hide, show = self.tr("Hide on photo"), self.tr("Show on photo")
        words = hide if is_marking else show
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
    words = translate("Reading", "Centre at row {row}, column {column}: {change}")
    if place.becomes.index != place.before.index:
        words = translate(
            "Reading",
            "Centre at row {row}, column {column}: {change}, becomes <b>{label}</b>",
        )
    before, after = place.score_before, place.score_after
    change = translate("Reading", "{quantity} {before} → {after}").format(
        quantity=kind_of(place),
        before=number_of(place, before),
        after=number_of(place, after),
    )
    where = words.format(
        row=int(place.center.row),
        column=int(place.center.col),
        change=escape(change),
        label=escape(place.becomes.label),
    )
    if place.equals == 1:
        return where
    return counted(
        "{where}. Lowest logit margin of {n} equal places",
        "{where}. Lowest logit margin of {n} equal place",
        place.equals,
        where=where,
    )


def _flips_words(classes: ClassMap, sweep: Sweep) -> str:
    if not classes.counted:
        return translate("Reading", "Known when the first pass is finished")
    words = counted(
        "At {flips} of {n} positions ({share})",
        "At {flips} of {n} position ({share})",
        classes.counted,
        flips=grouped(classes.flips),
        share=percent(classes.flips / classes.counted),
    )
    others = [each for each, _ in classes.counts() if each != classes.reference]
    if not classes.flips or not others:
        return words
    label = escape(sweep.reference.labels[others[0]])
    most = translate("Reading", "{flips}, most often to <b>{label}</b>")
    return most.format(flips=words, label=label)
