"""Two lengths that are typed: of a mask, or of the step between two places."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QSpinBox

from gui.widgets.controls import number_field
from gui.widgets.form import Group, field_row, text
from inference.geometry import Size

Pair = tuple[QSpinBox, QSpinBox]  # down, across
LARGEST = 4096  # px


def two_fields() -> Pair:
    """Makes the fields, in input pixels."""
    return number_field(1, LARGEST, 1), number_field(1, LARGEST, 1)


def typed(fields: Pair) -> Size:
    """Returns what stands in them."""
    return Size(fields[0].value(), fields[1].value())


def show(fields: Pair, size: Size) -> None:
    """Shows a size, without a signal."""
    for field, length in zip(fields, size, strict=True):
        with QSignalBlocker(field):
            field.setValue(length)


def beside(name: str, fields: Pair, unit: str) -> Group:
    """Puts the fields beside their name."""
    return field_row(name, fields[0], text("×"), fields[1], text(unit, "muted"), ...)
