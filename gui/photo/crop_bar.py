"""The bar on the viewer that says what can be done with a crop."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.theme import SPACE
from gui.widgets.form import Group, named, set_property, text
from gui.widgets.words import translate
from inference.geometry import Box


class CropBar(Group):
    """Says how large a crop is, and offers to keep it.

    Signals:
        save_clicked: *Save crop…*
        mark_clicked: *Train on crop*
        closed: × was pressed.
    """

    save_clicked = Signal()
    mark_clicked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("pill", parent)
        self._size = text("", "muted")
        save = self._button(
            self.tr("Save crop…"),
            self.tr("Saves this part of the photo as a PNG of its own."),
            self.save_clicked,
        )
        tip = self.tr(
            "Puts this part into your review list: training sees it in place of the "
            "photo (X). The file stays as it is."
        )
        self._mark = self._button(self.tr("Train on crop"), tip, self.mark_clicked)
        away = self._button("×", self.tr("Takes the crop away (Esc)."), self.closed)
        away.setAccessibleName(self.tr("Without crop"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 1, SPACE // 2, 1)
        layout.setSpacing(0)
        for each in (self._size, save, self._mark, away):
            layout.addWidget(each)
        self.hide()

    def _button(self, words: str, tip: str, done: SignalInstance) -> QPushButton:
        made = named(QPushButton(words), words, tip)
        made.setProperty("kind", "pill")
        set_property(made, "tone", "accent")
        made.setCursor(Qt.CursorShape.ArrowCursor)
        made.clicked.connect(done)
        return made

    def show_crop(self, box: Box | None, *, is_markable: bool, is_marked: bool) -> None:
        """Says how large a crop is; without one the bar goes."""
        self.setVisible(box is not None)
        if box is None:
            return
        words = translate("CropBar", "{width} × {height} px")
        size = words.format(width=round(box.width), height=round(box.height))
        self._size.setText(size)
        self._mark.setVisible(is_markable)
        self._mark.setEnabled(not is_marked)
        marked = self.tr("✓ on the review list")
        self._mark.setText(marked if is_marked else self.tr("Train on crop"))
        self.adjustSize()
