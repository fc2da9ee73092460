"""Controls made of several: segments, a fold, a slider with its number."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QWidget,
)

from gui.fonts import px, width_of
from gui.widgets.form import button, named, set_property

LEAST = 44  # of the design, of a choice


class _Segment(QPushButton):
    """A choice; chosen, its word is bolder and still has room."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        bolder = width_of(self.text(), weight=600) - width_of(self.text())
        size = super().sizeHint() + QSize(max(bolder, 0), 0)
        return size.expandedTo(QSize(px(LEAST), 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(QWidget):
    """A few choices of which one holds, all of them in sight.

    Signals:
        picked: the user chose another one; its place in the row.
    """

    picked = Signal(int)

    def __init__(self, name: str, tip: str, words: Sequence[str] = ()) -> None:
        super().__init__()
        named(self, name, tip)
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._on_clicked)
        self._current = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.set_words(words)

    @property
    def current(self) -> int:
        """The place of the choice that holds."""
        return self._current

    def set_words(self, words: Sequence[str]) -> None:
        """Offers these choices; the place that holds is kept where it exists."""
        for old in self._buttons.buttons()[len(words) :]:
            self._buttons.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        for place in range(len(self._buttons.buttons()), len(words)):
            new = _Segment()
            self._buttons.addButton(new, place)
            self._row.addWidget(new)
        for place, word in enumerate(words):
            each = self._buttons.button(place)
            named(each, f"{self.accessibleName()}: {word}", self.toolTip())
            each.setText(word)
            end = "last" if place == len(words) - 1 else "mid" if place else "first"
            set_property(each, "seg", end)
        self.set_current(min(self._current, max(len(words) - 1, 0)))

    def set_current(self, place: int) -> None:
        """Makes another choice hold, without a signal."""
        self._current = place
        if self._buttons.buttons():
            self._buttons.button(place).setChecked(True)

    def _on_clicked(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self.picked.emit(place)


class Fold(QObject):
    """A link that shows more controls in place; what it hides keeps its state.

    `link` and `body` are put into the panel separately: the link stands at the end
    of a row, the body below it.

    Signals:
        toggled: the body was shown or hidden.
    """

    toggled = Signal(bool)

    def __init__(self, body: QWidget, more: str = "", fewer: str = "") -> None:
        super().__init__(body)
        self.body = body
        more, fewer = more or self.tr("More"), fewer or self.tr("Fewer options")
        self.link = button(more, "link")
        self._words = (more, fewer)
        named(
            self.link,
            more,
            self.tr("Shows or hides the options that are needed less often."),
        )
        self.link.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        body.setVisible(False)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return not self.body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Shows or hides the body."""
        self.body.setVisible(is_open)
        self.link.setText(self._words[is_open])
        self.link.setAccessibleName(self._words[is_open])
        self.toggled.emit(is_open)


class _CalmSlider(QSlider):
    """A slider that leaves the wheel to the panel unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def slider(low: int, high: int, value: int) -> QSlider:
    """Makes a level slider over whole numbers."""
    result = _CalmSlider(Qt.Orientation.Horizontal)
    result.setRange(low, high)
    result.setValue(value)
    return result
