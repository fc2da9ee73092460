"""Says which model and photo are looked at, and how far to trust them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from gui.fonts import px
from gui.frame.chip import BadgeButton, Chip, ChipWords
from gui.theme import SPACE, Tone
from gui.widgets.form import (
    Group,
    button,
    icon_button,
    named,
    text,
)
from gui.widgets.words import grouped

HEIGHT = 56  # px


class SubjectBar(Group):
    """Says which model and photo are looked at, and leads to others.

    Signals:
        model_picked: `Path` of a model.
        photo_picked: `Path` of a photo.
        open_model_clicked: *Open model…*.
        open_photo_clicked: *Open photo…*.
        guess_clicked: the badge of a guessed preprocessing.
        doubt_clicked: the badge about inputs and outputs.
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
    doubt_clicked = Signal()
    gradients_clicked = Signal()
    previous_clicked = Signal()
    next_clicked = Signal()
    export_clicked = Signal()
    help_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("subject", parent)
        self._known: tuple[str, Tone, str] = ("", "plain", "")
        self._needs_gradients = False
        self.setFixedHeight(px(HEIGHT))
        self._build_chips()
        self._build_browser()
        self._gradients = BadgeButton()
        self._export = button(self.tr("Export…"), glyph="export")
        tip = self.tr("Saves the picture, the numbers or both.")
        named(self._export, self.tr("Export"), tip)
        self._help = icon_button(
            "help", self.tr("How to read this map"), self.tr("Explains this map.")
        )
        self._lay_out()
        self._connect()
        self.set_model("", "")
        self.set_photo("", "")
        self.set_place(0, 0)

    def _build_chips(self) -> None:
        model = ChipWords(
            self.tr("Other model"),
            self.tr("Opens another model."),
            self.tr("Open model…"),
            self.tr("Opens another classifier, an ONNX file."),
        )
        photo = ChipWords(
            self.tr("Other photo"),
            self.tr("Opens another photo."),
            self.tr("Open photo…"),
            self.tr("Opens another photo, of JPEG, PNG, WebP, TIFF, BMP or GIF."),
        )
        self._model = Chip("cube", model)
        self._photo = Chip("photo", photo)

    def _build_browser(self) -> None:
        self._browser = QWidget()
        tip = self.tr("Shows the previous photo of this folder.")
        self._back = icon_button("left", self.tr("Previous photo"), tip)
        tip = self.tr("Shows the next photo of this folder.")
        self._on = icon_button("right", self.tr("Next photo"), tip)
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
        self._model.doubt.clicked.connect(self.doubt_clicked)
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
        self._model.show_words(name or self.tr("No model"), line, tip)
        self._model.badge.show_words(self.tr("guessed") if guess else "", "warn", guess)
        self._model.show_cautions(cautions or {})

    def set_doubt(self, words: str, tip: str = "") -> None:
        """Shows a badge about inputs and outputs of the model; "" for none."""
        self._model.doubt.show_words(words, "warn", tip)

    def set_photo(self, name: str, line: str, tip: str = "") -> None:
        """Shows a photo: its name, "500 × 338 px", its path."""
        self._photo.show_words(name or self.tr("No photo"), line, tip)

    def set_place(self, place: int, count: int) -> None:
        """Says which photo of a folder this is, counted from 1."""
        self._place.setText(
            self.tr("{place} of {count}").format(
                place=grouped(place), count=grouped(count)
            )
        )
        self._browser.setVisible(count > 1)
        self._back.setEnabled(place > 1)
        self._on.setEnabled(place < count)

    def set_gradients(self, words: str, tone: Tone = "plain", tip: str = "") -> None:
        """Shows what is known about the gradients; empty hides it."""
        self._known = (words, tone, tip)
        self._show_gradients()

    def set_needing(self, *, needs_gradients: bool) -> None:
        """Says whether the tab in front needs gradients.

        Where it does not, their badge warns of nothing and gives way to the names.
        """
        self._needs_gradients = needs_gradients
        self._show_gradients()

    def _show_gradients(self) -> None:
        words, tone, tip = self._known
        is_calm = tone == "warn" and not self._needs_gradients
        self._gradients.show_words(words, "plain" if is_calm else tone, tip)
        self._fit_badge()

    def _fit_badge(self) -> None:
        """Hides the badge where the names would give way to it for nothing."""
        layout, badge = self.layout(), self._gradients
        if not self._known[0] or layout is None:
            return
        needed = layout.sizeHint().width()
        if badge.isHidden():
            needed += badge.sizeHint().width() + layout.spacing()
        badge.setVisible(self._needs_gradients or needed <= self.width())

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit_badge()
        return is_done

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
