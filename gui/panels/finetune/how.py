"""How to train: epochs, learning rate, augmentation; the rest folds into More."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QPushButton

from gui.panels.finetune.asked import Wish
from gui.panels.finetune.more import MoreOptions, optimiser_words
from gui.panels.finetune.tuning import Tuning
from gui.widgets.controls import Fold
from gui.widgets.decimals import DecimalField, plainly
from gui.widgets.form import (
    Elided,
    Group,
    button,
    field_row,
    named,
    row,
    section,
    stack,
    text,
)
from gui.widgets.labels import FieldName
from gui.widgets.numbers import ProblemLine, number_field
from gui.widgets.words import facts

MOST_EPOCHS = 10_000


class HowSection(Group):
    """Chooses how is trained.

    Signals:
        wish_changed: a `Wish`.
        preview_wanted: augmented photos are to be seen in place of the run.
        rates_wanted: a learning rate is to be found, in place of the run.
        run_wanted: the run is to be seen again.
        place_clicked: another place for the new model is wanted.
    """

    wish_changed = Signal(object)
    preview_wanted = Signal()
    rates_wanted = Signal()
    run_wanted = Signal()
    place_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wish = Wish()
        spec = self._wish.spec
        self._epochs = number_field(1, MOST_EPOCHS, spec.epochs)
        tip = self.tr("How often all training photos are gone through (default: 4).")
        named(self._epochs, self.tr("Epochs"), tip)
        self._epochs.valueChanged.connect(lambda n: self._change(epochs=n))
        self._rate = DecimalField(1e-9, 100, spec.learning_rate)
        tip = self.tr(
            "How large the steps are below the head (default: 0.0003; 0.00003 where "
            "everything trains)."
        )
        named(self._rate, self.tr("Learning rate"), tip)
        self._rate.value_changed.connect(lambda value: self._change(rate=value))
        self._factor = text("", "muted")
        tip = self.tr("Tries rates in a short sweep, and says which one suits.")
        self._find = self._link(self.tr("Find…"), tip, self.rates_wanted)
        self._build_augment()
        self._summary = Elided("", "muted")
        self._more = MoreOptions()
        self._more.wish_changed.connect(self.wish_changed)
        self._more.place_clicked.connect(self.place_clicked)
        self._fold = Fold(self._more, fewer=self.tr("Less"))
        stack(
            self,
            section(self.tr("How")),
            field_row(self.tr("Epochs"), self._epochs, ...),
            field_row(self.tr("Learning rate"), self._rate, ..., self._find),
            ProblemLine(self._epochs, self._rate),
            row(FieldName(""), (self._factor, 1)),
            field_row(self.tr("Augment"), self._augment, ..., self._preview),
            row((self._summary, 1), self._fold.link),
            self._more,
            gap=8,
        )

    def _build_augment(self) -> None:
        self._augment = QCheckBox(self.tr("flip, shift, scale"))
        tip = self.tr(
            "Shows each photo a little otherwise every time: flipped, shifted by up to "
            "30 pixels of 224, 0.9 to 1.1 times as large (default: on)."
        )
        named(self._augment, self.tr("Augment"), tip)
        self._augment.toggled.connect(lambda on: self._change(augments=on))
        tip = self.tr("Shows the photo that is open as training may see it.")
        self._preview = self._link(self.tr("Preview"), tip, self.preview_wanted)

    def _link(self, words: str, tip: str, wanted: SignalInstance) -> QPushButton:
        """Makes a link that stays pressed while what it shows is seen."""
        link = named(button(words, "link"), words, tip)
        link.setCheckable(True)
        link.clicked.connect(lambda: self._press(link, wanted))
        return link

    def _press(self, link: QPushButton, wanted: SignalInstance) -> None:
        """Asks for what a link shows, or for the run; one is pressed at a time."""
        is_on = link.isChecked()
        self.end_aside()
        link.setChecked(is_on)
        (wanted if is_on else self.run_wanted).emit()

    def show_state(self, tuning: Tuning) -> None:
        """Shows how things stand."""
        self._wish, spec = tuning.wish, tuning.wish.spec
        if self._epochs.value() != spec.epochs:
            self._epochs.show_value(spec.epochs)
        if self._rate.value != spec.learning_rate:
            self._rate.show_value(spec.learning_rate)
        factor = self.tr("× {factor} in the head")
        self._factor.setText(factor.format(factor=plainly(spec.head_factor)))
        with QSignalBlocker(self._augment):
            self._augment.setChecked(spec.augments)
        self._find.setEnabled(tuning.can_run)
        batch = self.tr("batch {n}").format(n=spec.batch)
        seed = self.tr("seed {n}").format(n=spec.seed)
        self._summary.setText(facts(optimiser_words()[spec.optimiser], batch, seed))
        self._more.show_state(tuning)

    def end_aside(self) -> None:
        """Shows both links as not pressed."""
        for link in (self._preview, self._find):
            link.setChecked(False)

    def _change(self, **changes: Any) -> None:
        spec = replace(self._wish.spec, **changes)
        self.wish_changed.emit(replace(self._wish, spec=spec))
