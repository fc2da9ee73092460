"""The controls under *More*: a row for each setting of the method that is chosen."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from gui.panels.gradcam.settings import Number, OneOf, Setting, Tick, settings, usual
from gui.widgets.controls import Segments
from gui.widgets.form import Group, column, field_row, named, stack
from gui.widgets.numbers import ProblemLine, number_field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PERCENT = 100
_WIDTH = 96  # px of a number
_GAP = 10  # px between rows


class MethodSettings(Group):
    """The settings of the method that is chosen; those of others keep their values.

    Signals:
        changed: a setting has another value.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._method = ""
        self._made: dict[str, _Rows] = {}
        stack(self)

    @property
    def options(self) -> tuple[tuple[str, Any], ...]:
        """What the method is told, by name."""
        rows = self._made.get(self._method)
        return () if rows is None else rows.options

    def choose(self, options: "Mapping[str, Any]") -> None:
        """Chooses what the method that is shown was told."""
        rows = self._made.get(self._method)
        if rows is not None:
            rows.choose(options)

    def show_method(self, method: str) -> None:
        """Shows the settings of a method; nothing where it has none."""
        self._method = method
        if method not in self._made and settings(method):
            rows = self._made[method] = _Rows(method)
            rows.changed.connect(self.changed)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(rows)
        for name, rows in self._made.items():
            rows.setVisible(name == method)
        self.setVisible(method in self._made)


class _Rows(Group):
    """A row for each setting of one method.

    Signals:
        changed: a setting has another value.
    """

    changed = Signal()

    def __init__(self, method: str) -> None:
        super().__init__()
        self._values: dict[str, Callable[[], Any]] = {}
        self._setters: dict[str, Callable[[Any], None]] = {}
        rows = [
            self._row(each, usual(method, each.option)) for each in settings(method)
        ]
        stack(self, *rows, gap=_GAP)

    @property
    def options(self) -> tuple[tuple[str, Any], ...]:
        """The value of each setting, by name."""
        return tuple((option, value()) for option, value in self._values.items())

    def choose(self, options: "Mapping[str, Any]") -> None:
        """Chooses values, by name; the others stay."""
        for option, value in options.items():
            if option in self._setters:
                self._setters[option](value)

    def _row(self, setting: Setting, value: Any) -> Group:
        if isinstance(setting, Number):
            return self._number(setting, value)
        if isinstance(setting, OneOf):
            return self._one_of(setting, value)
        return self._tick(setting, is_on=value)

    def _number(self, setting: Number, value: float | None) -> Group:
        scale = _PERCENT if setting.is_share else 1
        shown = setting.low if value is None else round(value * scale)
        suffix = self.tr(" %") if setting.is_share else ""
        field = number_field(setting.low, setting.high, shown, suffix, _WIDTH)
        field.setSpecialValueText(setting.none)
        named(field, setting.title, setting.tip)
        field.valueChanged.connect(lambda _: self.changed.emit())

        def told() -> float | None:
            if setting.none and field.value() == setting.low:
                return None
            return field.value() / scale if setting.is_share else field.value()

        def tell(value: float) -> None:
            field.setValue(round(value * scale))

        self._values[setting.option], self._setters[setting.option] = told, tell
        line = field_row(setting.title, field, ...)
        return column(line, ProblemLine(field), gap=4)

    def _one_of(self, setting: OneOf, value: Any) -> Group:
        segments = Segments(setting.title, setting.tip, [x for _, x in setting.values])
        values = [each for each, _ in setting.values]
        segments.set_current(values.index(value))
        segments.picked.connect(lambda _: self.changed.emit())
        self._values[setting.option] = lambda: values[segments.current]
        self._setters[setting.option] = lambda value: segments.set_current(
            values.index(value) if value in values else segments.current
        )
        return field_row(setting.title, (segments, 1))

    def _tick(self, setting: Tick, *, is_on: bool) -> Group:
        box = named(QCheckBox(setting.words), setting.words, setting.tip)
        box.setChecked(is_on)
        box.toggled.connect(lambda _: self.changed.emit())
        self._values[setting.option] = box.isChecked
        self._setters[setting.option] = box.setChecked
        return field_row(setting.title, box, ...)
