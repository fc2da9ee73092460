"""The part of the occlusion tab that asks a finished map: all without inference."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gui.panels.occlusion.damage import DamageCard
from gui.panels.occlusion.drawing import Reading, ReadingWish
from gui.shown import Overlay
from gui.widgets.class_picker import RivalPicker
from gui.widgets.controls import Segments
from gui.widgets.form import (
    Badge,
    Group,
    at_least,
    field_row,
    named,
    section,
    stack,
    text,
)
from inference.classifier import Prediction, Quantity, Target
from inference.export import DRAWN, Drawn


class ReadingSection(Group):
    """Chooses what is drawn of a map, and says what stands out in it.

    Attributes:
        damage: The card of the most damaging places.

    Signals:
        question_changed: what is drawn, quantity or the other class were changed.
        target_given: the target was chosen as the other class; which takes its place.
    """

    question_changed = Signal()
    target_given = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[str, ...] = ()
        self._build_choices()
        self.damage = DamageCard()
        self.damage.draw_clicked.connect(self._draw_classes)
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
            self.damage,
        )

    def _build_choices(self) -> None:
        tip = self.tr(
            "What is drawn at each place: by how much the score drops, which is the "
            "default, what remains of it, or the class that is predicted."
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
            "The number whose change is drawn: the probability from 0 to 1, the "
            "default, or the logit, which keeps its slope when the network is very "
            "sure."
        )
        named(self._quantity, self.tr("Quantity"), tip)
        at_least(self._quantity, 116)
        self._quantity.currentIndexChanged.connect(self.question_changed)
        tip = self.tr(
            "Explains how far the target is ahead of this class, the margin; none by "
            "default."
        )
        self._against = RivalPicker(self.tr("Against"), tip, none=self.tr("none"))
        self._against.class_picked.connect(lambda _: self.question_changed.emit())
        self._against.target_given.connect(self.target_given)

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

    def choose(self, drawn: Drawn, target: Target) -> None:
        """Chooses what is drawn, and a quantity or margin of the explained class."""
        self._drawn.set_current(DRAWN.index(drawn))
        self._quantity.setCurrentIndex(self._quantity.findData(target.quantity))
        self._against.set_picked(target.against)
        self.question_changed.emit()

    def show_reading(self, reading: Reading, shown: Overlay) -> None:
        """Says what stands out in the map."""
        self._badge.show_words(shown.badge, shown.tone)
        self._asked.setVisible(reading.drawn != "class")
        self.damage.show_reading(reading, is_growing=shown.is_growing)

    def _draw_classes(self) -> None:
        self._drawn.set_current(DRAWN.index("class"))
        self.question_changed.emit()
