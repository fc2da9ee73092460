"""Files that are dropped: what they are, where to drop them, what would happen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import SPACE, color, font
from gui.widgets.form import button, named, text

PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif"}
)
MODEL_SUFFIXES = frozenset({".onnx"})


def is_photo(path: Path) -> bool:
    """Whether a file looks like a photo by its name."""
    return path.suffix.lower() in PHOTO_SUFFIXES


def is_model(path: Path) -> bool:
    """Whether a file looks like a model by its name."""
    return path.suffix.lower() in MODEL_SUFFIXES


def local_paths(urls: Sequence[QUrl]) -> list[Path]:
    """Returns the files of this machine among dropped addresses."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def drop_words(paths: Sequence[Path]) -> str:
    """Says what dropping these files would do."""
    if any(is_model(path) for path in paths):
        return "Open as model"
    if any(is_photo(path) for path in paths):
        return "Open as photo"
    if any(path.is_dir() for path in paths):
        return "Open as folder of photos"
    return "NetGaze cannot open this kind of file"


class DropZone(QWidget):
    """What the viewer shows while there is no photo.

    Signals:
        open_clicked: the button was pressed.
    """

    open_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        heading = text("Drop a photo here", "heading")
        kinds = text("JPEG, PNG, WebP, TIFF, BMP, GIF", "muted")
        opener = button("Open photo…", glyph="photo")
        named(opener, "Open photo", "Chooses a photo to look at.")
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
    """The frame around everything while files hover over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self.hide()

    def show_words(self, words: str) -> None:
        """Says what dropping would do; nothing hides the frame."""
        self._words = words
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
