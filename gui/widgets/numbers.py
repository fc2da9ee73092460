"""Whole numbers that are typed, and what is said of one that cannot be.

A number outside of its range stays as it was typed, with a red border and one line
below the field; the former one holds until a possible one is typed. Qt's own field
refuses the digit that would leave the range, so that 300 silently becomes 30.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget

from gui.widgets.controls import slider
from gui.widgets.decimals import DecimalField
from gui.widgets.form import at_least, field_row, named, row, set_property, stack
from gui.widgets.words import grouped

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 9  # digits; more are no number that anything here has


class NumberField(QSpinBox):
    """A field for a whole number that says what is wrong with what is typed.

    Signals:
        problem_changed: what is wrong, in a sentence; "" for nothing.
    """

    problem_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._problem = ""
        self.lineEdit().textChanged.connect(self._on_edited)

    @property
    def problem(self) -> str:
        """What is wrong with what stands there; "" for nothing."""
        return self._problem

    def show_value(self, value: int) -> None:
        """Shows another number, without a signal that it changed."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)
        self._tell("")

    def validate(self, typed: str, place: int) -> tuple[QValidator.State, str, int]:
        """Lets one type any number; only what is no number is refused."""
        if _number(typed) is None or self._is_possible(typed):
            state, _, _ = super().validate(typed, place)
            return state, typed, place
        return QValidator.State.Intermediate, typed, place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keeps what is typed where Enter would put the former number back."""
        if event.key() in _ENTER and not self._is_possible(self.lineEdit().text()):
            self._tell(self._words(_number(self.lineEdit().text())))
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes back what is left wrong: the number that holds stands there again."""
        super().focusOutEvent(event)
        self._tell("")

    def _is_possible(self, typed: str) -> bool:
        number = _number(typed)
        return number is not None and self.minimum() <= number <= self.maximum()

    def _on_edited(self, typed: str) -> None:
        """Says at once what more digits do not mend."""
        number = _number(typed)
        is_beyond = number is not None and number > self.maximum()
        self._tell(self._words(number) if is_beyond else "")

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            set_property(self, "invalid", bool(problem))
            self.problem_changed.emit(problem)

    def _words(self, number: int | None) -> str:
        low, high = grouped(self.minimum()), grouped(self.maximum())
        if number is None:
            words = self.tr("A whole number from {low} to {high} is wanted.")
            return words.format(low=low, high=high)
        words = self.tr("{number} is outside of {low} to {high}.")
        return words.format(number=grouped(number), low=low, high=high)


class ProblemLine(QLabel):
    """One line below fields that says what is wrong in one of them."""

    def __init__(self, *fields: NumberField | DecimalField) -> None:
        super().__init__()
        self._fields = fields
        self.setProperty("role", "bad")
        self.setWordWrap(True)
        self.hide()
        for field in fields:
            field.problem_changed.connect(self._show)

    def _show(self) -> None:
        problems = [field.problem for field in self._fields if field.problem]
        self.setText(problems[0] if problems else "")
        self.setVisible(bool(problems))


def number_field(
    low: int, high: int, value: int, suffix: str = "", width: int = 64
) -> NumberField:
    """Makes a field for a whole number; it answers when typing is over."""
    result = NumberField()
    result.setRange(low, high)
    result.setValue(value)
    result.setSuffix(suffix)
    result.setGroupSeparatorShown(True)
    result.setAlignment(Qt.AlignmentFlag.AlignRight)
    result.setKeyboardTracking(False)
    at_least(result, width)
    inner = result.findChild(QLineEdit)
    assert inner is not None
    inner.setTextMargins(0, 0, 4, 0)  # the style sheet's padding does not reach it
    return result


class NumberSlider(QWidget):
    """A slider and a number field that mean the same; below them what is wrong.

    Its name may stand before them in the column of names, as in `field_row`; what is
    wrong stands below all of it, so that nothing moves.

    Signals:
        value_changed: the user chose another number.
    """

    value_changed = Signal(int)

    def __init__(self, name: str, tip: str, *, is_labelled: bool = False) -> None:
        super().__init__()
        self._slider = named(slider(0, 100, 0), name, tip)
        spoken = self.tr("{name}, number").format(name=name)
        self._field = named(number_field(0, 100, 0, self.tr(" px")), spoken, tip)
        parts = (self._slider, 1), self._field
        line = field_row(name, *parts) if is_labelled else row(*parts)
        stack(self, line, ProblemLine(self._field), gap=4)
        self._slider.valueChanged.connect(self._on_changed)
        self._field.valueChanged.connect(self._on_changed)

    @property
    def value(self) -> int:
        """The number that holds."""
        return self._field.value()

    def set_range(self, low: int, high: int) -> None:
        """Sets both ends; both are possible values."""
        for part in (self._slider, self._field):
            part.blockSignals(True)
            part.setRange(low, high)
            part.blockSignals(False)

    def set_value(self, value: int) -> None:
        """Shows another number, without a signal."""
        self._slider.blockSignals(True)
        self._slider.setValue(value)
        self._slider.blockSignals(False)
        self._field.show_value(value)

    def _on_changed(self, value: int) -> None:
        self.set_value(value)
        self.value_changed.emit(value)


def _number(typed: str) -> int | None:
    """Reads the digits of what is typed, with its group separators and its unit."""
    digits = "".join(sign for sign in typed if sign.isdecimal())
    return int(digits[: _LONGEST + 1]) if digits else None
