"""Starts the window: application, log, theme, and what to look at first."""

import logging
import os
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import NoReturn

from PySide6.QtWidgets import QApplication

from gui.display import explained
from gui.errors import install_excepthooks
from gui.fonts import font
from gui.frame.window import MainWindow
from gui.jobs import Lanes
from gui.language import Language
from gui.opened import Request
from gui.session import Session
from gui.settings import load, settings_file
from gui.theme import ThemeChoice, apply_theme
from gui.widgets.drop import is_export, is_model
from inference.bundled import DEMO_MODEL, DEMO_PHOTO, translation
from inference.stderr import silent_libraries

LOG_BYTES = 500_000


def run(arguments: Sequence[str]) -> int:
    """Opens the window with [MODEL] [PHOTO] and returns the exit code."""
    app = application(arguments)
    with silent_libraries():  # libtiff tells of every tag that it does not know
        return _run(app, arguments)


def application(arguments: Sequence[str]) -> QApplication:
    """Returns the one application, which speaks the user's language."""
    app, language = QApplication.instance(), Language(translation())
    if app is None:
        with explained(language.translated):
            app = QApplication([sys.argv[0], *arguments])
    assert isinstance(app, QApplication)
    app.setApplicationName("NetGaze")
    app.setOrganizationName("NetGaze")
    app.installTranslator(language)
    return app


def _run(app: QApplication, arguments: Sequence[str]) -> int:
    _start_log()
    window = open_window(app, arguments)
    restore = install_excepthooks(window.report)
    try:
        code = app.exec()
    finally:
        window.lanes.close()
        restore()
    if window.lanes.are_working:
        _end_hard(code)
    return code


def open_window(app: QApplication, arguments: Sequence[str]) -> MainWindow:
    """Shows the window; what it looks at is opened meanwhile."""
    settings = load()
    session = Session(Lanes())
    session.is_srgb = settings.is_srgb
    session.open(first_request(arguments))
    app.setFont(font())  # before there are widgets: they keep what they are made with
    window = MainWindow(settings, session)
    apply_theme(app, ThemeChoice(settings.theme))  # once, not widget by widget
    window.show()
    if exports := [path for path in _paths(arguments) if is_export(path)]:
        window.open_files(exports)
    if not arguments:
        window.opening.offer_last()
    return window


def first_request(arguments: Sequence[str]) -> Request:
    """Returns what the command line asks for; the demo fills what it leaves open."""
    paths = [path for path in _paths(arguments) if not is_export(path)]
    model = next((path for path in paths if is_model(path)), DEMO_MODEL)
    photo = next((path for path in paths if not is_model(path)), DEMO_PHOTO)
    return Request(model, photo)


def _paths(arguments: Sequence[str]) -> list[Path]:
    return [Path(word).absolute() for word in arguments if not word.startswith("-")]


def _end_hard(code: int) -> NoReturn:
    """Ends the process without waiting for its threads; everything is saved."""
    logging.getLogger(__name__).warning("Ended in the midst of work")
    logging.shutdown()
    os._exit(code)


def _start_log() -> None:
    """Logs into a file beside the settings; where that fails, to stderr."""
    path = Path(settings_file().fileName()).with_name("netgaze.log")
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[handler])
