"""What to do first, for somebody who sees the window for the first time."""

from PySide6.QtCore import Qt, Signal

from gui.widgets.form import (
    Badge,
    Group,
    at_least,
    button,
    card,
    column,
    icon_button,
    named,
    row,
    rule,
    stack,
    text,
)

NUMBER_WIDTH = 28  # px


class FirstSteps(Group):
    """A card with three steps, two buttons and a cross.

    Signals:
        closed: the cross was pressed.
        open_model_clicked: *Open model…*.
        open_photo_clicked: *Open photo…*.
    """

    closed = Signal()
    open_model_clicked = Signal()
    open_photo_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        cross = icon_button(
            "cross",
            self.tr("Close"),
            self.tr("Hides these steps; Help brings them back."),
        )
        cross.clicked.connect(self.closed)
        model = button(self.tr("Open model…"), glyph="cube")
        named(model, self.tr("Open model"), self.tr("Chooses an ONNX model to ask."))
        model.clicked.connect(self.open_model_clicked)
        photo = button(self.tr("Open photo…"), glyph="photo")
        named(photo, self.tr("Open photo"), self.tr("Chooses a photo to look at."))
        photo.clicked.connect(self.open_photo_clicked)
        head = row(
            text(self.tr("Three clicks to the first answer"), "heading"), ..., cross
        )
        steps = [_step(number, *step) for number, step in enumerate(self._steps(), 1)]
        buttons = row(model, photo, ..., margins=(0, 4, 0, 0))
        whole = card(head, *steps, buttons, gap=8)
        stack(self, whole, rule(), gap=0)

    def _steps(self) -> tuple[tuple[str, str], ...]:
        """What to do, and what happens then."""
        return (
            (
                self.tr("Click the burger."),
                self.tr("A grey patch covers that place; the scores answer at once."),
            ),
            (
                self.tr("Press Run map."),
                self.tr("Every place is covered in turn; coloured ones matter."),
            ),
            (
                self.tr("Bring your own."),
                self.tr("Drop an ONNX model or a photo anywhere on this window."),
            ),
        )


def _step(number: int, what: str, why: str) -> Group:
    place = Badge(str(number))
    at_least(place, NUMBER_WIDTH)
    place.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words = column(text(what, "strong"), text(why, "muted", wraps=True), gap=1)
    return row(column(place, ..., gap=0), (words, 1), gap=10)
