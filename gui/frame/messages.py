"""Messages below the subject bar: headline, sentence, buttons, details."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.fonts import px
from gui.theme import Tone
from gui.widgets.form import (
    Glyph,
    Group,
    button,
    column,
    icon_button,
    named,
    row,
    text,
)

DETAILS = 96  # of the design, height of the facts for a report


@dataclass(frozen=True, slots=True)
class Message:
    """Something a person should read.

    Attributes:
        source: What it is about; the next message of the same source replaces it.
        headline: A few words.
        sentence: What could not be done, what was found, what would help.
        tone: "bad" refused, "warn" went on but know this, "notice".
        details: Facts for a report, unfolded on demand.
        actions: At most two buttons: words and what they do.
    """

    source: str
    headline: str
    sentence: str = ""
    tone: Tone = "bad"
    details: str = ""
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()


class MessageRow(Group):
    """One message.

    Signals:
        close_clicked: the × was pressed.
    """

    close_clicked = Signal()

    def __init__(self, message: Message) -> None:
        super().__init__("message")
        self.setProperty("tone", message.tone)
        spoken = f"{message.headline}. {message.sentence}"
        self.setAccessibleName(spoken)
        token = {"notice": "accent"}.get(message.tone, message.tone)
        glyph = "info" if message.tone == "notice" else "alert"
        sign = Glyph(glyph, token)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(text(message.headline, "strong"))
        if message.sentence:
            sentence = text(message.sentence, wraps=True)
            sentence.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(sentence)
        self._details = self._folded_details(message.details)
        words.addWidget(self._details)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 8, 8)
        line.setSpacing(12)
        line.addWidget(sign)
        line.addLayout(words, 1)
        self._beside = [sign, *self._buttons(message)]
        for each in self._beside[1:]:
            line.addWidget(each)

    def _buttons(self, message: Message) -> Sequence[QWidget]:
        parts: list[QWidget] = []
        for name, act in message.actions[:2]:
            each = named(
                button(name),
                name,
                self.tr("{action} and go on.").format(action=name.rstrip("…")),
            )
            each.clicked.connect(lambda _=False, act=act: act())
            parts.append(each)
        if message.details:
            unfold = button(self.tr("Details"))
            named(unfold, self.tr("Details"), self.tr("Shows the facts for a report."))
            unfold.clicked.connect(self._toggle_details)
            parts.append(unfold)
        close = icon_button(
            "cross", self.tr("Close the message"), self.tr("Closes this message.")
        )
        close.clicked.connect(self.close_clicked)
        return [*parts, close]

    def _folded_details(self, details: str) -> QWidget:
        facts_shown = text(details, "muted", wraps=True)
        facts_shown.setTextFormat(Qt.TextFormat.PlainText)
        select = Qt.TextInteractionFlag.TextSelectableByMouse
        facts_shown.setTextInteractionFlags(select)
        copy = button(self.tr("Copy"), "small", "copy")
        named(
            copy, self.tr("Copy details"), self.tr("Puts the details on the clipboard.")
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        folded = column(_scrolled(facts_shown), row(copy, ...), gap=4)
        folded.hide()
        return folded

    @Slot()
    def _toggle_details(self) -> None:
        is_open = self._details.isHidden()
        self._details.setVisible(is_open)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        for each in self._beside:
            self._line.setAlignment(each, top if is_open else middle)


def _scrolled(words: QWidget) -> QScrollArea:
    """Shows a few lines of many: the photo keeps its room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(words)
    for each in (words, area.viewport()):
        each.setAutoFillBackground(False)  # the ground is the message's
    area.setFixedHeight(px(DETAILS))
    return area


class MessageBar(QWidget):
    """Shows messages below each other, at most one of each source.

    Signals:
        height_changed: messages came or went; the scores give them their room.
        closed: the source of a message the user closed.
    """

    height_changed = Signal()
    closed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, MessageRow] = {}
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def sources(self) -> tuple[str, ...]:
        """Of the messages that stand there, oldest first."""
        return tuple(self._bars)

    def show_message(self, message: Message) -> None:
        """Shows a message in the place of the last one of its source."""
        self._remove(message.source)
        bar = MessageRow(message)
        bar.close_clicked.connect(lambda: self._on_closed(message.source))
        self._bars[message.source] = bar
        self._stack.addWidget(bar)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.height_changed.emit()

    def clear(self, source: str) -> None:
        """Takes away the message of a source: what it said holds no longer."""
        if self._remove(source):
            self.height_changed.emit()

    def close_newest(self) -> bool:
        """Closes the newest message, as Esc does; false if there is none."""
        if not self._bars:
            return False
        self._on_closed(next(reversed(self._bars)))
        return True

    def _remove(self, source: str) -> bool:
        bar = self._bars.pop(source, None)
        if bar is None:
            return False
        self._stack.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
        return True

    def _on_closed(self, source: str) -> None:
        self._remove(source)
        self.height_changed.emit()
        self.closed.emit(source)
