"""What to do first, for somebody who sees the window for the first time."""

from PySide6.QtCore import Signal

from gui.widgets.form import Group, card, icon_button, row, stack, text

STEPS = (
    "Click the burger: a grey patch covers it, and the scores follow.",
    "Press Run map: every place is covered in turn.",
    "Bring your own: drop an ONNX model and a photo here.",
)


class FirstSteps(Group):
    """A card with three steps and a cross.

    Signals:
        closed: the cross was pressed.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        cross = icon_button(
            "cross", "Close", "Hides these steps; Help brings them back."
        )
        cross.clicked.connect(self.closed)
        lines = [
            row(text(str(number), "strong"), (text(words, wraps=True), 1))
            for number, words in enumerate(STEPS, 1)
        ]
        head = row(text("Three clicks to the first answer", "strong"), ..., cross)
        stack(self, card(head, *lines), margins=(20, 16, 20, 0))
