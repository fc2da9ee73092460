"""How the photo is fed to the model, in a small window at the model's name.

It says what holds and where that came from; a choice is taken at once.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gui.errors import said
from gui.fonts import px
from gui.frame.own_numbers import OwnNumbers
from gui.widgets.controls import Segments
from gui.widgets.form import (
    Group,
    button,
    card,
    field_row,
    named,
    row,
    section,
    set_property,
    stack,
    text,
)
from gui.widgets.words import grouped, translate
from inference.classifier import PRESETS, RESIZES, ClassifierSpec, Normalisation, Resize

WIDTH = 420  # px
OWN = "own"


def _source_words() -> dict[str, str]:
    """Who says how the photo is fed, by what a spec calls the source."""
    return {
        "user": translate("Preprocessing", "You chose this."),
        "metadata": translate("Preprocessing", "The model's file says so."),
        "sidecar": translate("Preprocessing", "The file beside the model says so."),
        "companion": translate("Preprocessing", "Said by {reason}."),
        "guess": translate(
            "Preprocessing",
            "This is a guess: {reason}. Choose what the model was trained with.",
        ),
    }


def _meanings() -> dict[str, str]:
    """What a normalisation does, by its name."""
    return {
        "torchvision": translate(
            "Preprocessing", "(x / 255 − mean) / std, as most PyTorch models"
        ),
        "tensorflow": translate("Preprocessing", "x / 127.5 − 1, from −1 to 1"),
        "unit": translate("Preprocessing", "x / 255, from 0 to 1"),
        "raw255": translate("Preprocessing", "x as it is, from 0 to 255"),
        "caffe": translate("Preprocessing", "BGR minus 104, 117, 123"),
    }


def _resize_words() -> dict[Resize, str]:
    return {
        "crop": translate("Preprocessing", "Crop"),
        "squash": translate("Preprocessing", "Squash"),
        "letterbox": translate("Preprocessing", "Letterbox"),
    }


class PreprocessingPopup(Group):
    """Chooses normalisation and resizing.

    Signals:
        chosen: a `Normalisation` and one of `RESIZES`.
        labels_clicked: *Class names…*.
        forget_clicked: *Forget what I chose*.
    """

    chosen = Signal(object, str)
    labels_clicked = Signal()
    forget_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("popup", parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(px(WIDTH))
        self._holding: Normalisation | None = None
        self._build_source()
        self._build_normalisation()
        self._build_labels()
        stack(
            self,
            section(self.tr("How the photo is fed to the model")),
            self._source_card,
            field_row(self.tr("Pixels"), (self._presets, 1)),
            self._meaning_row,
            self._own,
            field_row(self.tr("Resize"), (self._resize, 1)),
            field_row(self.tr("Classes"), self._count, ..., row(self._labels)),
            row(..., self._forget),
            margins=(20, 16, 20, 16),
        )
        self._presets.currentIndexChanged.connect(self._on_chosen)
        self._resize.picked.connect(self._on_chosen)
        self._own.chosen.connect(lambda _: self._announce())

    def _build_source(self) -> None:
        self._source = text(role="muted", wraps=True)
        self._confirm = button(self.tr("Confirm"))
        tip = self.tr("Keeps this guess as what holds for this model.")
        named(self._confirm, self.tr("Confirm"), tip)
        self._confirm.clicked.connect(self._announce)
        self._source_card = card(self._source, row(self._confirm, ...))
        self._forget = button(self.tr("Forget what I chose"), "link")
        tip = self.tr("Reads the model as if you had never chosen anything for it.")
        named(self._forget, self.tr("Forget what I chose"), tip)
        self._forget.clicked.connect(self.forget_clicked)

    def _build_normalisation(self) -> None:
        self._presets = QComboBox()
        tip = self.tr(
            "What is done to pixel values x, from 0 to 255, before the network sees "
            "them (default: as the file says, else a guess)."
        )
        named(self._presets, self.tr("Normalisation"), tip)
        self._meaning = text(role="muted", wraps=True)
        self._meaning_row = field_row("", (self._meaning, 1))
        self._own = OwnNumbers()
        tip = self.tr(
            "Crop cuts the middle as torchvision does; squash gives up the aspect "
            "ratio; letterbox adds grey bars (default: crop)."
        )
        words = [_resize_words()[resize] for resize in RESIZES]
        self._resize = Segments(self.tr("Resize"), tip, words)

    def _build_labels(self) -> None:
        self._labels = button(self.tr("Class names…"), "link")
        tip = self.tr(
            "Reads the classes' names from a file; one may also be dropped on the "
            "window."
        )
        named(self._labels, self.tr("Class names"), tip)
        self._labels.clicked.connect(self.labels_clicked)
        self._count = text(role="muted")

    def show_spec(self, spec: ClassifierSpec) -> None:
        """Shows how a model is fed."""
        how = spec.preprocessing.normalisation
        is_companion = spec.preprocessing_reason and not spec.is_guessed
        source = "companion" if is_companion else spec.preprocessing_source
        words = _source_words()[source]
        self._source.setText(words.format(reason=said(spec.preprocessing_reason)))
        tone = "warn" if spec.is_guessed else "plain"
        set_property(self._source_card, "tone", tone)
        self._confirm.setVisible(spec.is_guessed)
        sources = (spec.preprocessing_source, spec.labels_source)
        self._forget.setVisible("user" in sources)
        self._holding = how
        self._presets.blockSignals(True)
        self._presets.clear()
        for name in (*PRESETS, OWN):
            self._presets.addItem(self.tr("Own…") if name == OWN else name, name)
        place = max(self._presets.findData(how.name), 0)
        is_own = how.name not in PRESETS or self._is_writing(how)
        self._presets.setCurrentIndex(self._presets.count() - 1 if is_own else place)
        self._presets.blockSignals(False)
        self._resize.set_current(RESIZES.index(spec.preprocessing.resize))
        self._show_own(how)
        self._count.setText(self._classes_words(spec))
        self.adjustSize()

    def _is_writing(self, how: Normalisation) -> bool:
        """Whether these are the numbers that stand in the fields in sight."""
        return self._own.isVisible() and self._own.shows(how)

    def _show_own(self, how: Normalisation) -> None:
        """Shows the fields for own numbers, or what a preset does."""
        is_own = self._presets.currentData() == OWN
        self._meaning.setText("" if is_own else _meanings().get(how.name, ""))
        self._meaning_row.setVisible(not is_own)
        if not self._is_writing(how):
            self._own.show_numbers(how)
        self._own.setVisible(is_own)

    def _classes_words(self, spec: ClassifierSpec) -> str:
        """How many classes there are, and where their names come from."""
        sources = {
            "user": self.tr("{count}, user"),
            "metadata": self.tr("{count}, metadata"),
            "sidecar": self.tr("{count}, sidecar"),
            "ImageNet": self.tr("{count}, ImageNet"),
            "numbered": self.tr("{count}, numbered"),
        }
        return sources[spec.labels_source].format(count=grouped(len(spec.labels)))

    def open_below(self, widget: QWidget) -> None:
        """Opens at a widget's lower edge."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(12, widget.height() + 4)))
        self.show()

    def _on_chosen(self) -> None:
        name = str(self._presets.currentData())
        if name != OWN:
            self._holding = PRESETS[name]
        if self._holding is not None:
            self._show_own(self._holding)
        self.adjustSize()
        self._announce()

    def _announce(self) -> None:
        """Tells what holds now: a preset, or the numbers in the fields."""
        is_own = self._presets.currentData() == OWN
        how = self._own.normalisation if is_own else self._holding
        if how is not None:
            self.chosen.emit(how, RESIZES[self._resize.current])
