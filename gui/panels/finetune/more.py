"""The options of a training run that are needed less often."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from gui.panels.finetune.asked import Wish
from gui.panels.finetune.tuning import Tuning
from gui.widgets.decimals import DecimalField
from gui.widgets.form import Group, button, field_row, named, set_property, stack, text
from gui.widgets.numbers import ProblemLine, number_field
from gui.widgets.words import as_tip, shortened, translate
from inference.finetune import BALANCES, OPTIMISERS, SCHEDULES

MOST_BATCH = 4096
MOST_SEED = 999_999_999


def optimiser_words() -> dict[str, str]:
    """Returns what the optimisers are called."""
    return {
        "sgdm": translate("Finetune", "SGD, momentum 0.9"),
        "adamw": translate("Finetune", "AdamW"),
    }


def schedule_words() -> dict[str, str]:
    """Returns what the schedules of the learning rate are called."""
    return {
        "constant": translate("Finetune", "constant"),
        "cosine": translate("Finetune", "half a cosine, down to 0"),
    }


def balance_words() -> dict[str, str]:
    """Returns what is done for classes with few photos."""
    return {
        "none": translate("Finetune", "none"),
        "weights": translate("Finetune", "weights in the loss"),
        "sampling": translate("Finetune", "each class as often"),
    }


class MoreOptions(Group):
    """Chooses optimiser, schedule, balance, split and the like.

    Signals:
        wish_changed: a `Wish`.
        place_clicked: another place for the new model is wanted.
    """

    wish_changed = Signal(object)
    place_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wish = Wish()
        self._build_choices()
        self._build_numbers()
        self._build_rest()
        problems = ProblemLine(self._batch, self._seed, self._factor, self._decay)
        stack(
            self,
            field_row(self.tr("Optimiser"), (self._optimiser, 1)),
            field_row(self.tr("Schedule"), (self._schedule, 1)),
            field_row(self.tr("Batch"), self._batch, ...),
            field_row(self.tr("Head factor"), self._factor, ...),
            field_row(self.tr("Weight decay"), self._decay, ...),
            field_row(self.tr("Balance"), (self._balance, 1)),
            field_row(self.tr("Split"), (self._split, 1)),
            self._split_problem,
            field_row(self.tr("Seed"), self._seed, ...),
            problems,
            field_row(self.tr("Batch norm"), self._norms, ...),
            field_row(self.tr("Review list"), self._marks, ...),
            field_row(self.tr("Save as"), self._place, ...),
            self._wide_row,
            gap=8,
        )

    def _build_choices(self) -> None:
        tip = self.tr("How weights are changed (default: SGD with a momentum of 0.9).")
        self._optimiser = _combo(self.tr("Optimiser"), tip, optimiser_words())
        self._optimiser.activated.connect(
            lambda n: self._change(optimiser=OPTIMISERS[n])
        )
        tip = self.tr("How the learning rate goes on (default: constant).")
        self._schedule = _combo(self.tr("Schedule"), tip, schedule_words())
        self._schedule.activated.connect(lambda n: self._change(schedule=SCHEDULES[n]))
        tip = self.tr("What is done for classes with few photos (default: none).")
        self._balance = _combo(self.tr("Balance"), tip, balance_words())
        self._balance.activated.connect(lambda n: self._change(balance=BALANCES[n]))

    def _build_numbers(self) -> None:
        spec = self._wish.spec
        self._batch = number_field(1, MOST_BATCH, spec.batch)
        tip = self.tr("Photos of a step (default: 10).")
        named(self._batch, self.tr("Batch"), tip)
        self._batch.valueChanged.connect(lambda n: self._change(batch=n))
        self._seed = number_field(0, MOST_SEED, spec.seed, width=110)
        tip = self.tr(
            "Of the split, the head, the order and the augmentation: the same seed "
            "gives the same model (default: 0)."
        )
        named(self._seed, self.tr("Seed"), tip)
        self._seed.valueChanged.connect(lambda n: self._change(seed=n))
        self._factor = DecimalField(1e-6, 1e6, spec.head_factor)
        tip = self.tr("How much larger steps are in the new head (default: 10).")
        named(self._factor, self.tr("Head factor"), tip)
        self._factor.value_changed.connect(lambda v: self._change(head_factor=v))
        self._decay = DecimalField(0, 100, spec.weight_decay)
        tip = self.tr("Pulls weights and biases towards 0, L2 (default: 0.0001).")
        named(self._decay, self.tr("Weight decay"), tip)
        self._decay.value_changed.connect(lambda v: self._change(weight_decay=v))

    def _build_rest(self) -> None:
        self._split = QLineEdit()
        self._split.setPlaceholderText(self.tr("the dataset's own, or 60, 20, 20"))
        tip = self.tr(
            "Shares of training, validation and test photos (default: the dataset's "
            "own parts; without any 60, 20, 20)."
        )
        named(self._split, self.tr("Split"), tip)
        self._split.editingFinished.connect(self._on_split)
        self._split_problem = text("", "error", wraps=True)
        self._split_problem.hide()
        self._norms = QCheckBox(self.tr("learns its statistics"))
        tip = self.tr(
            "Lets batch norm learn the statistics of these photos; off, it keeps those "
            "of the file (default: off)."
        )
        named(self._norms, self.tr("Batch norm"), tip)
        self._norms.toggled.connect(lambda on: self._change(trains_norms=on))
        self._marks = QCheckBox(self.tr("train with it"))
        tip = self.tr(
            "Leaves photos out, relabels or crops them as marked in Ranking (default: "
            "on)."
        )
        named(self._marks, self.tr("Review list"), tip)
        self._marks.toggled.connect(
            lambda on: self.wish_changed.emit(replace(self._wish, uses_marks=on))
        )
        self._wide = QCheckBox(self.tr("as 32-bit floats"))
        tip = self.tr(
            "Writes a model of 16-bit floats with 32-bit ones; off, it stays as it was "
            "(default: off)."
        )
        named(self._wide, self.tr("Save as 32-bit floats"), tip)
        self._wide.toggled.connect(lambda on: self._change(is_float32=on))
        self._wide_row = field_row("", self._wide, ...)
        self._place = button("", "link")
        tip = self.tr("Chooses where the new model is to stand.")
        named(self._place, self.tr("Save as"), tip)
        self._place.clicked.connect(self.place_clicked)

    def show_state(self, tuning: Tuning) -> None:
        """Shows how things stand."""
        self._wish, spec = tuning.wish, tuning.wish.spec
        self._optimiser.setCurrentIndex(OPTIMISERS.index(spec.optimiser))
        self._schedule.setCurrentIndex(SCHEDULES.index(spec.schedule))
        self._balance.setCurrentIndex(BALANCES.index(spec.balance))
        for field, number in ((self._batch, spec.batch), (self._seed, spec.seed)):
            if field.value() != number:
                field.show_value(number)
        for decimal, value in (
            (self._factor, spec.head_factor),
            (self._decay, spec.weight_decay),
        ):
            if decimal.value != value:
                decimal.show_value(value)
        for box, is_on in (
            (self._norms, spec.trains_norms),
            (self._marks, tuning.wish.uses_marks),
            (self._wide, spec.is_float32),
        ):
            with QSignalBlocker(box):
                box.setChecked(is_on)
        known = tuning.known
        self._norms.setEnabled(known is None or known.has_norms)
        self._wide_row.setVisible(known is not None and known.is_half)
        if tuning.plan is not None:
            self._place.setText(shortened(tuning.plan.out.name, 24))
            self._place.setToolTip(as_tip(str(tuning.plan.out)))

    def _on_split(self) -> None:
        shares = _shares(self._split.text())
        is_bad = shares is None and bool(self._split.text().strip())
        words = self.tr("Three numbers are wanted, as in 60, 20, 20.")
        self._split_problem.setText(words if is_bad else "")
        self._split_problem.setVisible(is_bad)
        set_property(self._split, "invalid", is_bad)
        if not is_bad:
            self._change(split=shares)

    def _change(self, **changes: Any) -> None:
        spec = replace(self._wish.spec, **changes)
        self.wish_changed.emit(replace(self._wish, spec=spec))


def _combo(name: str, tip: str, words: dict[str, str]) -> QComboBox:
    combo = named(QComboBox(), name, tip)
    combo.addItems([*words.values()])
    return combo


def _shares(typed: str) -> tuple[float, float, float] | None:
    """Reads "60, 20, 20" or "60/20/20"; None of anything else."""
    try:
        found = [float(part) for part in typed.replace("/", ",").split(",")]
    except ValueError:
        return None
    is_fit = len(found) == 3 and min(found) >= 0 and found[0] > 0
    return (found[0], found[1], found[2]) if is_fit else None
