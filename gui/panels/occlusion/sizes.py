"""Two lengths that are typed: of a mask, or of the step between two places."""

from gui.widgets.form import Group, column, field_row, text
from gui.widgets.numbers import NumberField, ProblemLine, number_field
from inference.geometry import Size

Pair = tuple[NumberField, NumberField]  # down, across
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
        field.show_value(length)


def beside(name: str, fields: Pair, unit: str) -> Group:
    """Puts the fields beside their name."""
    line = field_row(name, fields[0], text("×"), fields[1], text(unit, "muted"), ...)
    return column(line, ProblemLine(*fields), gap=4)
