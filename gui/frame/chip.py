"""What stands for the model, or for the photo, in the subject bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.fonts import px
from gui.theme import SPACE, Tone
from gui.widgets.form import Badge, Elided, Glyph, named, set_property
from gui.widgets.icons import icon
from gui.widgets.words import as_tip

NAME_WIDTH = 260  # px at most, then names are elided in the middle
MIDDLE = Qt.TextElideMode.ElideMiddle


class BadgeButton(QPushButton):
    """A badge that can be pressed; empty, it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_words(self, words: str, tone: Tone = "plain", tip: str = "") -> None:
        """Says something else."""
        self.setText(words)
        named(self, words, tip)
        set_property(self, "tone", tone)
        self.setVisible(bool(words))


@dataclass(frozen=True, slots=True)
class ChipWords:
    """What the menu of a chip says.

    Attributes:
        other: Its name.
        tip: What it does.
        choose: Its line that leads to a file chooser.
        files: What can be chosen there.
    """

    other: str
    tip: str
    choose: str
    files: str


class Chip(QWidget):
    """Icon, name with a menu, and a line of facts.

    Signals:
        picked: a `Path` of the menu.
        open_clicked: *Open…* of the menu.
    """

    picked = Signal(object)
    open_clicked = Signal()

    def __init__(self, glyph: str, words: ChipWords) -> None:
        super().__init__()
        self._words = words
        self._glyph = Glyph(glyph, "accent")
        self._name = Elided(role="strong", mode=MIDDLE)
        self._name.setMaximumWidth(px(NAME_WIDTH))
        self._facts = Elided(role="muted")
        self.badge = BadgeButton()
        self.doubt = BadgeButton()
        self._cautions = (Badge(tone="warn"), Badge(tone="warn"))
        self._arrow = QToolButton()
        self._arrow.setIcon(icon("down"))
        self._arrow.setIconSize(QSize(16, 16))
        self._arrow.setFixedSize(20, 18)
        self._arrow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrow.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        named(self._arrow, words.other, words.tip)
        self._recent: Sequence[Path] = ()
        self._bundled: Sequence[tuple[str, Path]] = ()
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self._arrow.setMenu(self._menu)
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self._name)
        first.addWidget(self._arrow)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(2 * SPACE)
        second.addWidget(self._facts)
        for badge in (self.badge, self.doubt, *self._cautions):
            second.addWidget(badge)
        second.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addLayout(first)
        lines.addLayout(second)
        lines.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._glyph)
        layout.addLayout(lines)

    def show_words(self, name: str, line: str, tip: str) -> None:
        """Shows a name, facts about it, and the name's tooltip."""
        self._name.setText(name)
        self._name.setToolTip(as_tip(tip or name))
        self._facts.setText(line)
        self._facts.setToolTip(as_tip(line))
        self._facts.setVisible(bool(line))

    def show_cautions(self, cautions: Mapping[str, str]) -> None:
        """Shows at most two badges; the values are their tooltips."""
        for badge, words in zip(self._cautions, (*cautions, "", ""), strict=False):
            badge.show_words(words, "warn")
            badge.setToolTip(cautions.get(words, ""))

    def set_files(
        self, recent: Sequence[Path], bundled: Sequence[tuple[str, Path]]
    ) -> None:
        """Offers files: those opened before and those that come with NetGaze."""
        self._recent, self._bundled = recent, bundled

    @Slot()
    def _fill(self) -> None:
        """Fills the menu: *Open…*, what was open before, what comes with NetGaze."""
        self._menu.clear()
        other = self._menu.addAction(self._words.choose, self.open_clicked.emit)
        other.setToolTip(self._words.files)
        named_paths = [(path.name, path) for path in self._recent]
        for group in (named_paths, self._bundled):
            if group:
                self._menu.addSeparator()
            for name, path in group:
                action = self._menu.addAction(name.replace("&", "&&"))
                action.setToolTip(as_tip(str(path)))
                action.triggered.connect(lambda _=False, p=path: self.picked.emit(p))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._arrow.showMenu()
