"""Says which model and photo are looked at, and how far to trust them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
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
from gui.widgets.form import (
    Badge,
    Elided,
    Glyph,
    Group,
    button,
    icon_button,
    named,
    set_property,
    text,
)
from gui.widgets.icons import icon

HEIGHT = 56  # px
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


class _Chip(QWidget):
    """Icon, name with a menu, and a line of facts.

    Signals:
        picked: a `Path` of the menu.
        open_clicked: *Open…* of the menu.
    """

    picked = Signal(object)
    open_clicked = Signal()

    def __init__(self, glyph: str, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._glyph = Glyph(glyph, "accent")
        self._name = Elided(role="strong", mode=MIDDLE)
        self._name.setMaximumWidth(px(NAME_WIDTH))
        self._facts = Elided(role="muted")
        self.badge = BadgeButton()
        self._cautions = (Badge(tone="warn"), Badge(tone="warn"))
        self._arrow = QToolButton()
        self._arrow.setIcon(icon("down"))
        self._arrow.setIconSize(QSize(16, 16))
        self._arrow.setFixedSize(20, 18)
        self._arrow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrow.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        named(self._arrow, f"Other {kind}", f"Opens another {kind}.")
        self.menu = QMenu(self)
        self._arrow.setMenu(self.menu)
        self._lay_out()
        self.set_files((), ())

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self._name)
        first.addWidget(self._arrow)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(2 * SPACE)
        second.addWidget(self._facts)
        for badge in (self.badge, *self._cautions):
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
        self._name.setText(name)
        self._name.setToolTip(tip or name)
        self._facts.setText(line)
        self._facts.setToolTip(line)
        self._facts.setVisible(bool(line))

    def show_cautions(self, cautions: Mapping[str, str]) -> None:
        """Shows at most two badges; the values are their tooltips."""
        for badge, words in zip(self._cautions, (*cautions, "", ""), strict=False):
            badge.show_words(words, "warn")
            badge.setToolTip(cautions.get(words, ""))

    def set_files(
        self, recent: Sequence[Path], bundled: Sequence[tuple[str, Path]]
    ) -> None:
        """Fills the menu: *Open…*, what was open before, what comes with NetGaze."""
        self.menu.clear()
        self.menu.addAction(f"Open {self._kind}…", self.open_clicked.emit)
        named_paths = [(path.name, path) for path in recent]
        for group in (named_paths, list(bundled)):
            if group:
                self.menu.addSeparator()
            for name, path in group:
                action = self.menu.addAction(name.replace("&", "&&"))
                action.setToolTip(str(path))
                action.triggered.connect(lambda _=False, p=path: self.picked.emit(p))
        self.menu.setToolTipsVisible(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._arrow.showMenu()


class SubjectBar(Group):
    """Says which model and photo are looked at, and leads to others.

    Signals:
        model_picked: `Path` of a model.
        photo_picked: `Path` of a photo.
        open_model_clicked: *Open model…*.
        open_photo_clicked: *Open photo…*.
        guess_clicked: the badge of a guessed preprocessing.
        gradients_clicked: the badge of the gradients.
        previous_clicked: the photo before this one.
        next_clicked: the photo after this one.
        export_clicked: *Export…*.
        help_clicked: the question mark.
    """

    model_picked = Signal(object)
    photo_picked = Signal(object)
    open_model_clicked = Signal()
    open_photo_clicked = Signal()
    guess_clicked = Signal()
    gradients_clicked = Signal()
    previous_clicked = Signal()
    next_clicked = Signal()
    export_clicked = Signal()
    help_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("subject", parent)
        self.setFixedHeight(px(HEIGHT))
        self._model = _Chip("cube", "model")
        self._photo = _Chip("photo", "photo")
        self._build_browser()
        self._gradients = BadgeButton()
        self._export = button("Export…", glyph="export")
        tip = "Saves the picture, the numbers or both."
        named(self._export, "Export", tip)
        self._help = icon_button("help", "How to read this map", "Explains this map.")
        self._lay_out()
        self._connect()
        self.set_model("", "")
        self.set_photo("", "")
        self.set_place(0, 0)

    def _build_browser(self) -> None:
        self._browser = QWidget()
        tip = "Shows the {} photo of this folder."
        self._back = icon_button("left", "Previous photo", tip.format("previous"))
        self._on = icon_button("right", "Next photo", tip.format("next"))
        self._place = text(role="muted")
        layout = QHBoxLayout(self._browser)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._back, self._place, self._on):
            layout.addWidget(part)

    def _lay_out(self) -> None:
        line = Group("rule")
        line.setFixedSize(1, 32)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 12, 1)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._model)
        for part in (12, line, 12, self._photo, 4, self._browser):
            if isinstance(part, int):
                layout.addSpacing(part)
            else:
                layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._gradients)
        layout.addSpacing(4)
        layout.addWidget(self._export)
        layout.addWidget(self._help)

    def _connect(self) -> None:
        self._model.picked.connect(self.model_picked)
        self._model.open_clicked.connect(self.open_model_clicked)
        self._model.badge.clicked.connect(self.guess_clicked)
        self._photo.picked.connect(self.photo_picked)
        self._photo.open_clicked.connect(self.open_photo_clicked)
        self._gradients.clicked.connect(self.gradients_clicked)
        self._back.clicked.connect(self.previous_clicked)
        self._on.clicked.connect(self.next_clicked)
        self._export.clicked.connect(self.export_clicked)
        self._help.clicked.connect(self.help_clicked)

    def set_model(
        self,
        name: str,
        line: str,
        tip: str = "",
        guess: str = "",
        cautions: Mapping[str, str] | None = None,
    ) -> None:
        """Shows a model.

        Args:
            name: Of the model.
            line: Facts about it.
            tip: Its path.
            guess: Tooltip of the badge *guessed*; "" for none.
            cautions: At most two more badges and their tooltips.
        """
        self._model.show_words(name or "No model", line, tip)
        self._model.badge.show_words("guessed" if guess else "", "warn", guess)
        self._model.show_cautions(cautions or {})

    def set_photo(self, name: str, line: str, tip: str = "") -> None:
        """Shows a photo: its name, "500 × 338 px", its path."""
        self._photo.show_words(name or "No photo", line, tip)

    def set_place(self, place: int, count: int) -> None:
        """Says which photo of a folder this is, counted from 1."""
        self._place.setText(f"{place:,} of {count:,}")
        self._browser.setVisible(count > 1)
        self._back.setEnabled(place > 1)
        self._on.setEnabled(place < count)

    def set_gradients(self, words: str, tone: Tone = "plain", tip: str = "") -> None:
        """Shows what is known about the gradients; empty hides it."""
        self._gradients.show_words(words, tone, tip)

    def set_models(
        self, recent: Sequence[Path], bundled: Sequence[tuple[str, Path]] = ()
    ) -> None:
        """Offers models: those opened before and those that come with NetGaze."""
        self._model.set_files(recent, bundled)

    def set_photos(
        self, recent: Sequence[Path], bundled: Sequence[tuple[str, Path]] = ()
    ) -> None:
        """Offers photos."""
        self._photo.set_files(recent, bundled)

    def set_exportable(self, *, is_exportable: bool) -> None:
        """Lets the export be pressed once there is something to save."""
        self._export.setEnabled(is_exportable)
