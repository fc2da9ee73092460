"""The file choosers: the only modal dialogs there are."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.widgets.words import translate
from inference.classifier import LABEL_SUFFIXES
from inference.image import IMAGE_SUFFIXES


def _pattern(words: str, suffixes: tuple[str, ...]) -> str:
    return f"{words} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


def photos() -> str:
    """Returns the pattern of photos."""
    return _pattern(translate("Dialogs", "Photos"), IMAGE_SUFFIXES)


def models() -> str:
    """Returns the pattern of models."""
    return _pattern(translate("Dialogs", "ONNX models"), (".onnx",))


def exports() -> str:
    """Returns the pattern of the JSON of exports."""
    return _pattern(translate("Dialogs", "Exports"), (".json",))


def labels() -> str:
    """Returns the pattern of files with the names of classes."""
    return _pattern(translate("Dialogs", "Class names"), LABEL_SUFFIXES)


def ask_file(parent: QWidget, title: str, pattern: str, folder: str) -> Path | None:
    """Lets the user choose a file to open; None if that was cancelled."""
    patterns = f"{pattern};;{translate('Dialogs', 'All files')} (*)"
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, patterns)
    return Path(name) if name else None


def ask_picture(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Lets the user name a PNG to save; None if that was cancelled.

    Whoever names a file that is there has said that it may be replaced.
    """
    pattern = _pattern(translate("Dialogs", "Pictures"), (".png",))
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), pattern)
    return Path(name) if name else None


def ask_table(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Lets the user name a CSV table to save; None if that was cancelled.

    Whoever names a file that is there has said that it may be replaced.
    """
    pattern = _pattern(translate("Dialogs", "Tables"), (".csv",))
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), pattern)
    return Path(name) if name else None


def ask_model(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Lets the user name an ONNX file to save; None if that was cancelled.

    Whoever names a file that is there has said that it may be replaced.
    """
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), models())
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """Lets the user choose a folder to save into; None if that was cancelled."""
    name = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(name) if name else None
