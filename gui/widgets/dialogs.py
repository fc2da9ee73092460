"""The file choosers: the only modal dialogs there are."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from inference.classifier import LABEL_SUFFIXES
from inference.image import IMAGE_SUFFIXES


def _pattern(words: str, suffixes: tuple[str, ...]) -> str:
    return f"{words} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


PHOTOS = _pattern("Photos", IMAGE_SUFFIXES)
MODELS = _pattern("ONNX models", (".onnx",))
LABELS = _pattern("Class names", LABEL_SUFFIXES)


def ask_file(parent: QWidget, title: str, pattern: str, folder: str) -> Path | None:
    """Lets the user choose a file to open; None if that was cancelled."""
    patterns = f"{pattern};;All files (*)"
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, patterns)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """Lets the user choose a folder to save into; None if that was cancelled."""
    name = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(name) if name else None
