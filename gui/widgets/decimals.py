"""Numbers with a fraction that are typed, and what is said of one that cannot be."""

import math

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from gui.widgets.form import at_least, set_property
from gui.widgets.words import MINUS, local


class DecimalField(QLineEdit):
    """A field for a number from a range; the former one holds until one fits.

    Signals:
        value_changed: another number holds.
        problem_changed: what is wrong with what is typed; "" for nothing.
    """

    value_changed = Signal(float)
    problem_changed = Signal(str)

    def __init__(self, low: float, high: float, value: float, width: int = 80) -> None:
        super().__init__()
        self._low, self._high, self._value = low, high, value
        self._problem = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        at_least(self, width)
        self.show_value(value)
        self.textEdited.connect(self._on_typed)
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> float:
        """The number that holds."""
        return self._value

    @property
    def problem(self) -> str:
        """What is wrong with what stands there; "" for nothing."""
        return self._problem

    def show_value(self, value: float) -> None:
        """Shows another number, without a signal."""
        self._value = value
        self.setText(plainly(value))
        self._tell("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes back what is left wrong: the number that holds stands there again."""
        super().focusOutEvent(event)
        self.show_value(self._value)

    def _on_typed(self, typed: str) -> None:
        self._tell("" if self._fitting(typed) is not None else self._words())

    def _settle(self) -> None:
        value = self._fitting(self.text())
        if value is not None and value != self._value:
            self.show_value(value)
            self.value_changed.emit(value)

    def _fitting(self, typed: str) -> float | None:
        try:
            value = float(typed.replace(",", ".").replace(MINUS, "-"))
        except ValueError:
            return None
        is_within = math.isfinite(value) and self._low <= value <= self._high
        return value if is_within else None

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            set_property(self, "invalid", bool(problem))
            self.problem_changed.emit(problem)

    def _words(self) -> str:
        words = self.tr("A number from {low} to {high} is wanted.")
        return words.format(low=plainly(self._low), high=plainly(self._high))


def plainly(value: float) -> str:
    """Writes a number without an exponent: "0.00003"."""
    return local(np.format_float_positional(value, trim="-"))
