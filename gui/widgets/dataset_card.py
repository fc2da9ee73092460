"""What stands there before a dataset is open."""

from PySide6.QtCore import Signal

from gui.widgets.form import Group, button, card, named, row, stack, text


class DatasetCard(Group):
    """Asks for a dataset.

    Args of the making: one sentence, what becomes of its photos.

    Signals:
        open_clicked: *Open dataset…* was pressed.
        demo_clicked: *Use the demo photos* was pressed.
    """

    open_clicked = Signal()
    demo_clicked = Signal()

    def __init__(self, purpose: str) -> None:
        super().__init__()
        opener = button(self.tr("Open dataset…"), "primary", "folder")
        tip = self.tr("Chooses a folder with one folder per class; nothing is changed.")
        named(opener, self.tr("Open a dataset"), tip)
        opener.clicked.connect(self.open_clicked)
        demo = button(self.tr("Use the demo photos"))
        tip = self.tr("Opens the 150 drawn photos that come with NetGaze.")
        named(demo, self.tr("Use the demo photos"), tip)
        demo.clicked.connect(self.demo_clicked)
        hint = self.tr(
            "{purpose} Folders train, val and test with classes below them, and a CSV "
            "table (path, label), will do as well. You may also drop a folder on the "
            "window."
        ).format(purpose=purpose)
        self._head = text(self.tr("Open a folder with one folder per class."), "strong")
        body = card(
            self._head,
            text(hint, "muted", wraps=True),
            row(opener, demo, ..., margins=(0, 6, 0, 0)),
        )
        stack(self, body)
