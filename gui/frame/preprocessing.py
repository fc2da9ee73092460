"""How the photo is fed to the model, in a small window at the model's name.

It says what holds and where that came from; a choice is taken at once.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gui.errors import said
from gui.fonts import px
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
        "own": translate("Preprocessing", "as the file says"),
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
    """

    chosen = Signal(object, str)
    labels_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("popup", parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(px(WIDTH))
        self._own: Normalisation | None = None
        self._source = text(role="muted", wraps=True)
        self._source_card = card(self._source)
        self._presets = QComboBox()
        tip = self.tr("What is done to pixel values x before the network sees them.")
        named(self._presets, self.tr("Normalisation"), tip)
        self._meaning = text(role="muted", wraps=True)
        tip = self.tr(
            "Crop cuts the middle as torchvision does; squash gives up the aspect "
            "ratio; letterbox adds grey bars."
        )
        words = [_resize_words()[resize] for resize in RESIZES]
        self._resize = Segments(self.tr("Resize"), tip, words)
        labels = button(self.tr("Class names…"), "link")
        named(
            labels,
            self.tr("Class names"),
            self.tr("Reads the classes' names from a file."),
        )
        self._count = text(role="muted")
        stack(
            self,
            section(self.tr("How the photo is fed to the model")),
            self._source_card,
            field_row(self.tr("Pixels"), (self._presets, 1)),
            field_row("", (self._meaning, 1)),
            field_row(self.tr("Resize"), (self._resize, 1)),
            field_row(self.tr("Classes"), self._count, ..., row(labels)),
            margins=(20, 16, 20, 16),
        )
        self._presets.currentIndexChanged.connect(self._on_chosen)
        self._resize.picked.connect(self._on_chosen)
        labels.clicked.connect(self.labels_clicked)

    def show_spec(self, spec: ClassifierSpec) -> None:
        """Shows how a model is fed."""
        how = spec.preprocessing.normalisation
        is_companion = spec.preprocessing_reason and not spec.is_guessed
        source = "companion" if is_companion else spec.preprocessing_source
        words = _source_words()[source]
        self._source.setText(words.format(reason=said(spec.preprocessing_reason)))
        tone = "warn" if spec.is_guessed else "plain"
        set_property(self._source_card, "tone", tone)
        self._own = None if how.name in PRESETS else how
        self._presets.blockSignals(True)
        self._presets.clear()
        names = [*PRESETS, *(["own"] if self._own else [])]
        for name in names:
            self._presets.addItem(self.tr("Own") if name == "own" else name, name)
        self._presets.setCurrentIndex(self._presets.findData(how.name))
        self._presets.blockSignals(False)
        self._resize.set_current(RESIZES.index(spec.preprocessing.resize))
        self._meaning.setText(_meanings().get(how.name, ""))
        self._count.setText(self._classes_words(spec))

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
        resize: Resize = RESIZES[self._resize.current]
        self._meaning.setText(_meanings().get(name, ""))
        self.chosen.emit(self._own if name == "own" else PRESETS[name], resize)
