"""The pieces that panels and bars are put together from.

Each is a plain Qt widget with a role that the style sheet knows. Every control gets
its accessible name and its one-sentence tooltip through `named`.
"""

from collections.abc import Sequence
from types import EllipsisType
from typing import Literal, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOption,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import SPACE, Tone, icon

Kind = Literal["plain", "primary", "link", "small"]
LABEL_WIDTH = 96  # px, the column of names in a panel

W = TypeVar("W", bound=QWidget)
Part = QWidget | tuple[QWidget, int] | int | EllipsisType


def named(control: W, name: str, tip: str) -> W:
    """Gives a control its accessible name and its tooltip of one sentence."""
    control.setAccessibleName(name)
    control.setToolTip(tip)
    return control


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet asks for, and restyles the widget."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def text(words: str = "", role: str = "body", *, wraps: bool = False) -> QLabel:
    """Makes a label; its role is one of the style sheet's."""
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(wraps)
    return label


def button(words: str, kind: Kind = "plain", glyph: str = "") -> QPushButton:
    """Makes a push button, perhaps with an icon before its words."""
    result = QPushButton(words)
    result.setProperty("kind", kind)
    if glyph:
        token = {"primary": "on_accent", "link": "accent"}.get(kind, "muted")
        result.setIcon(icon(glyph, token))
    return result


def icon_button(glyph: str, name: str, tip: str) -> QToolButton:
    """Makes a small square button that shows an icon alone."""
    result = QToolButton()
    result.setProperty("kind", "icon")
    result.setIcon(icon(glyph))
    result.setIconSize(QSize(16, 16))
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return named(result, name, tip)


class Group(QWidget):
    """A widget that paints the ground the style sheet gives to its name."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        element = QStyle.PrimitiveElement.PE_Widget
        self.style().drawPrimitive(element, option, painter, self)


def fill(layout: QBoxLayout, parts: Sequence[Part]) -> None:
    """Adds widgets, (widget, stretch) pairs, spaces in pixels and stretches (...)."""
    for part in parts:
        if isinstance(part, EllipsisType):
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, tuple):
            layout.addWidget(*part)
        else:
            layout.addWidget(part)


def row(
    *parts: Part,
    gap: int = 2 * SPACE,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    name: str = "",
) -> Group:
    """Puts parts beside each other."""
    group = Group(name)
    layout = QHBoxLayout(group)
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    fill(layout, parts)
    return group


def column(
    *parts: Part,
    gap: int = 2 * SPACE,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    name: str = "",
) -> Group:
    """Puts parts below each other."""
    return stack(Group(name), *parts, gap=gap, margins=margins)


def stack(
    widget: W,
    *parts: Part,
    gap: int = 10,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> W:
    """Puts parts below each other into a widget that exists."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    fill(layout, parts)
    return widget


def card(*parts: Part, tone: Tone = "plain", gap: int = SPACE) -> Group:
    """Sets parts off on a ground of their own."""
    group = column(*parts, gap=gap, margins=(16, 12, 16, 12), name="card")
    group.setProperty("tone", tone)
    return group


def field_row(name: str, *parts: Part) -> Group:
    """Puts a name in the label column and controls beside it."""
    label = text(name, "label")
    label.setFixedWidth(LABEL_WIDTH)
    return row(label, *parts)


def section(title: str, hint: str = "", *beside: QWidget) -> Group:
    """Makes the head of a section: title, what stands beside it, one sentence."""
    head = row(text(title, "heading"), *beside, ...)
    return column(head, *([text(hint, "muted", wraps=True)] if hint else []), gap=3)


def rule(margin: int = 2 * SPACE) -> QWidget:
    """Makes the line between two sections."""
    line = Group("rule")
    line.setFixedHeight(1)
    return column(line, gap=0, margins=(0, margin, 0, margin))


class Badge(QLabel):
    """A few words on a tinted ground; empty, it takes no room."""

    def __init__(self, words: str = "", tone: Tone = "plain") -> None:
        super().__init__()
        self.setProperty("role", "badge")
        policy = QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, policy)
        self.show_words(words, tone)

    def show_words(self, words: str, tone: Tone = "plain") -> None:
        """Says something else."""
        self.setText(words)
        self.setAccessibleName(words)
        set_property(self, "tone", tone)
        self.setVisible(bool(words))


class Elided(QLabel):
    """A line that gives way when there is no room; its tooltip has all of it."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(words)
        self.setProperty("role", role)
        self._mode = mode
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * SPACE, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and not self.toolTip():
            shortened = self.fontMetrics().horizontalAdvance(self.text())
            self.setToolTip(self.text() if shortened > self.width() else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)


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
            new = QPushButton()
            new.setCheckable(True)
            new.setMinimumWidth(44)
            self._buttons.addButton(new, place)
            self._row.addWidget(new)
        for place, word in enumerate(words):
            each = self._buttons.button(place)
            named(each, f"{self.accessibleName()}: {word}", self.toolTip())
            each.setText(word)
            end = "last" if place == len(words) - 1 else "mid" if place else "first"
            set_property(each, "seg", end)
        self.set_current(min(self._current, max(len(words) - 1, 0)))

    def set_tip(self, place: int, tip: str) -> None:
        """Says more about one of the choices."""
        self._buttons.button(place).setToolTip(tip)

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

    def __init__(
        self, body: QWidget, more: str = "More", fewer: str = "Fewer options"
    ) -> None:
        super().__init__(body)
        self.body = body
        self.link = button(more, "link")
        self._words = (more, fewer)
        named(self.link, more, "Shows or hides the options that are needed less often.")
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


def number_field(low: int, high: int, value: int, suffix: str = "") -> QSpinBox:
    """Makes a field for a whole number; it answers when typing is over."""
    result = QSpinBox()
    result.setRange(low, high)
    result.setValue(value)
    result.setSuffix(suffix)
    result.setGroupSeparatorShown(True)
    result.setAlignment(Qt.AlignmentFlag.AlignRight)
    result.setKeyboardTracking(False)
    result.setFixedWidth(64)
    inner = result.findChild(QLineEdit)
    assert inner is not None
    inner.setTextMargins(0, 0, 4, 0)  # the style sheet's padding does not reach it
    return result


class NumberSlider(QWidget):
    """A slider and a number field that mean the same.

    Signals:
        value_changed: the user chose another number.
    """

    value_changed = Signal(int)

    def __init__(self, name: str, tip: str, suffix: str = " px") -> None:
        super().__init__()
        self._slider = named(slider(0, 100, 0), name, tip)
        self._field = named(number_field(0, 100, 0, suffix), f"{name}, number", tip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        fill(layout, ((self._slider, 1), self._field))
        self._slider.valueChanged.connect(self._on_changed)
        self._field.valueChanged.connect(self._on_changed)

    @property
    def value(self) -> int:
        """The number that holds."""
        return self._field.value()

    def set_range(self, low: int, high: int) -> None:
        """Sets both ends; both are possible values."""
        for part in (self._slider, self._field):
            part.blockSignals(True)
            part.setRange(low, high)
            part.blockSignals(False)

    def set_value(self, value: int) -> None:
        """Shows another number, without a signal."""
        for part in (self._slider, self._field):
            part.blockSignals(True)
            part.setValue(value)
            part.blockSignals(False)

    def _on_changed(self, value: int) -> None:
        self.set_value(value)
        self.value_changed.emit(value)
