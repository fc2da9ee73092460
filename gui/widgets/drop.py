"""Files that are dropped: what they are, where to drop them, what would happen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import SPACE, color, font
from gui.widgets.form import button, named, text
from gui.widgets.words import translate
from inference.classifier import LABEL_SUFFIXES
from inference.export import REOPENED
from inference.image import IMAGE_SUFFIXES
from inference.network.foreign import FOREIGN_SUFFIXES

MODEL_SUFFIXES = FOREIGN_SUFFIXES | {".onnx"}  # the others end in a sentence


def is_photo(path: Path) -> bool:
    """Whether a file looks like a photo by its name."""
    return path.suffix.lower() in IMAGE_SUFFIXES


def is_model(path: Path) -> bool:
    """Whether a file looks like a model by its name."""
    return path.suffix.lower() in MODEL_SUFFIXES


def is_labels(path: Path) -> bool:
    """Whether a file looks like a list of class names by its name."""
    return path.suffix.lower() in LABEL_SUFFIXES


def is_export(path: Path) -> bool:
    """Whether a file is the JSON of an export by its name."""
    return path.name in REOPENED


def local_paths(urls: Sequence[QUrl]) -> list[Path]:
    """Returns the files of this machine among dropped addresses."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def drop_words(paths: Sequence[Path]) -> str:
    """Says what dropping these files would do."""
    kinds = (
        (is_export, translate("Drop", "Open as an export")),
        (is_model, translate("Drop", "Open as model")),
        (is_photo, translate("Drop", "Open as photo")),
        (Path.is_dir, translate("Drop", "Rank this folder of photos")),
        (is_labels, translate("Drop", "Read as class names of the model")),
    )
    unknown = translate("Drop", "NetGaze cannot open this kind of file")
    return next((words for is_it, words in kinds if any(map(is_it, paths))), unknown)


class DropZone(QWidget):
    """What the viewer shows while there is no photo.

    Signals:
        open_clicked: the button was pressed.
    """

    open_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        heading = text(self.tr("Drop a photo here"), "heading")
        kinds = text(self.tr("JPEG, PNG, WebP, TIFF, BMP, GIF"), "muted")
        opener = button(self.tr("Open photo…"), glyph="photo")
        named(opener, self.tr("Open photo"), self.tr("Chooses a photo to look at."))
        opener.clicked.connect(self.open_clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * SPACE)
        layout.addStretch(1)
        for each in (heading, kinds, opener):
            layout.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("mat"))


class DropFrame(QWidget):
    """Takes files that are dropped on a widget, and says what would happen to them.

    Signals:
        files_dropped: a list of `Path`.
    """

    files_dropped = Signal(list)

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._watched = watched
        self._words = ""
        self.hide()
        watched.setAcceptDrops(True)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            paths = local_paths(event.mimeData().urls())
            if paths:
                self.show_words(drop_words(paths))
                event.acceptProposedAction()
            return True
        if isinstance(event, QDragLeaveEvent):
            self.show_words("")
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.show_words("")
            event.acceptProposedAction()
            self.files_dropped.emit(local_paths(event.mimeData().urls()))
            return True
        return super().eventFilter(watched, event)

    def show_words(self, words: str) -> None:
        """Says what dropping would do; nothing hides the frame."""
        self._words = words
        self.setGeometry(self._watched.rect())
        self.setVisible(bool(words))
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("surface", 200))
        painter.setPen(QPen(color("accent"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setFont(font("heading", 600))
        painter.setPen(color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class FocusRing(QWidget):
    """The ring around the viewer while keys move the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(color("accent"), 2))
        painter.drawRect(self.rect().adjusted(3, 3, -3, -3))
