"""Pages that stand in one place; each is as high as it needs."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Pages(QStackedWidget):
    """Shows one page; the one in front says how high they have to be."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        current, widest = self.currentWidget(), super().minimumSizeHint()
        if current is None:
            return widest
        return QSize(widest.width(), current.minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False  # Qt would ask all pages
