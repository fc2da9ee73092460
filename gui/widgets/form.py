"""The plain pieces that panels and bars are put together from.

Each is a plain Qt widget with a role that the style sheet knows. Every control gets
its accessible name and its one-sentence tooltip through `named`.
"""

from collections.abc import Sequence
from types import EllipsisType
from typing import Literal, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.fonts import px
from gui.theme import SPACE, Tone
from gui.widgets.icons import icon
from gui.widgets.labels import FieldName, Wrapped
from gui.widgets.words import as_tip

Kind = Literal["plain", "primary", "link", "small"]

W = TypeVar("W", bound=QWidget)
Part = QWidget | tuple[QWidget, int] | int | EllipsisType


def named(control: W, name: str, tip: str) -> W:
    """Gives a control its accessible name and its tooltip of one sentence."""
    control.setAccessibleName(name)
    control.setToolTip(as_tip(tip))
    return control


def at_least(control: W, width: int) -> W:
    """Keeps a control as wide as its words need, and so wide in the design."""
    control.setMinimumWidth(max(px(width), control.minimumSizeHint().width()))
    policy = control.sizePolicy()
    control.setSizePolicy(QSizePolicy.Policy.Fixed, policy.verticalPolicy())
    return control


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet asks for, and restyles the widget."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def text(words: str = "", role: str = "body", *, wraps: bool = False) -> QLabel:
    """Makes a label; its role is one of the style sheet's."""
    label = Wrapped(words) if wraps else QLabel(words)
    label.setProperty("role", role)
    return label


def button(words: str, kind: Kind = "plain", glyph: str = "") -> QPushButton:
    """Makes a push button, perhaps with an icon before its words."""
    result = QPushButton(words)
    result.setProperty("kind", kind)
    if glyph:
        token = {"primary": "on_accent", "link": "accent"}.get(kind, "muted")
        result.setIcon(icon(glyph, token))
    return result


def swatch(red: int, green: int, blue: int) -> QIcon:
    """Makes an icon that is one colour."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(red, green, blue))
    return QIcon(pixmap)


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


def card(
    *parts: Part, tone: Tone = "plain", gap: int = SPACE, right: int = 16
) -> Group:
    """Sets parts off on a ground of their own."""
    group = column(*parts, gap=gap, margins=(16, 12, right, 12), name="card")
    group.setProperty("tone", tone)
    return group


def field_row(name: str, *parts: Part) -> Group:
    """Puts a name in the label column and controls beside it."""
    return row(FieldName(name), *parts)


def section(title: str, hint: str = "", *beside: QWidget) -> Group:
    """Makes the head of a section: title, what stands beside it, one sentence."""
    head = row(text(title, "heading"), *beside, ...)
    return column(head, *([text(hint, "muted", wraps=True)] if hint else []), gap=3)


def rule(margin: int = 2 * SPACE) -> QWidget:
    """Makes the line between two sections."""
    line = Group("rule")
    line.setFixedHeight(1)
    return column(line, gap=0, margins=(0, margin, 0, margin))


class Glyph(QWidget):
    """An icon that stands by itself; it follows a change of theme."""

    def __init__(self, name: str, token: str = "muted", side: int = 20) -> None:
        super().__init__()
        self._icon = icon(name, token)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())


class Badge(QLabel):
    """A few words on a tinted ground; empty, it takes no room."""

    def __init__(self, words: str = "", tone: Tone = "plain") -> None:
        super().__init__()
        self.setProperty("role", "badge")
        policy = QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, policy)
        self._say(words, tone)
        if not words:
            self.hide()  # shown by its parent: without one it would be a window

    def show_words(
        self, words: str, tone: Tone = "plain", tip: str | None = None
    ) -> None:
        """Says something else; the tooltip stays unless there is another."""
        self._say(words, tone)
        if tip is not None:
            self.setToolTip(as_tip(tip))
        self.setVisible(bool(words))

    def _say(self, words: str, tone: Tone) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        set_property(self, "tone", tone)


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
        self._tip = ""  # the whole line, while it is shortened
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * SPACE, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() is QEvent.Type.ToolTip
        if is_asked and self.toolTip() in ("", self._tip):
            needed = self.fontMetrics().horizontalAdvance(self.text())
            self._tip = as_tip(self.text()) if needed > self.width() else ""
            self.setToolTip(self._tip)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
