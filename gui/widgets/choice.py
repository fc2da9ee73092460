"""A combo box that gives way: its words are shortened where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from gui.fonts import px

LEAST = 76  # of the design, the width of a few letters and the arrow


class Choice(QComboBox):
    """Chooses one of a few entries; its list has all of their words."""

    def minimumSizeHint(self) -> QSize:
        return (
            super().minimumSizeHint().boundedTo(QSize(px(LEAST), self.maximumHeight()))
        )

    def showPopup(self) -> None:
        """Opens the list, as wide as its entries are."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + view.frameWidth() * 2)
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option, style = QStyleOptionComboBox(), self.style()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_ComboBox
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(control, option, part, self).width()
        words = option.currentText or self.placeholderText()
        mode = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(words, mode, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
