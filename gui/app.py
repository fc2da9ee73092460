"""Starts the window: application, log, theme, and what to look at first."""

import gc
import logging
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui.answers import Answers
from gui.display import explained
from gui.errors import install_excepthooks
from gui.fonts import font
from gui.frame.window import MainWindow
from gui.jobs import Lanes
from gui.language import Language, language_file, speak
from gui.log import start_log
from gui.opened import Request, Subject
from gui.session import Session
from gui.settings import Settings, load
from gui.theme import ThemeChoice, apply_theme
from gui.widgets.drop import is_export, is_model
from inference.bundled import DEMO_MODEL, DEMO_PHOTO, ICON
from inference.garbage import leave_uncollected
from inference.stderr import silent_libraries


def run(arguments: Sequence[str]) -> int:
    """Opens the window with [MODEL] [PHOTO] and returns the exit code."""
    app = application(arguments)
    with silent_libraries():  # libtiff tells of every tag that it does not know
        return _run(app, arguments)


def application(arguments: Sequence[str]) -> QApplication:
    """Returns the one application; windows say in which language they speak."""
    app = QApplication.instance()
    if app is None:
        with explained(Language(language_file(load().language)).translated):
            app = QApplication([sys.argv[0], *arguments])
    assert isinstance(app, QApplication)
    app.setApplicationName("NetGaze")
    app.setOrganizationName("NetGaze")
    app.setDesktopFileName("netgaze")  # by which a desktop knows its windows
    app.setWindowIcon(QIcon(str(ICON)))
    return app


def _run(app: QApplication, arguments: Sequence[str]) -> int:
    start_log()
    leave_uncollected()  # modules, which stay
    window, closed = open_window(app, arguments), []
    code = _run_window(app, window)
    while window.is_reopened:
        closed.append(window)
        window = reopened_window(app, window)
        code = _run_window(app, window)
        closed = [each for each in closed if each.lanes.are_working]
    if any(each.lanes.are_working for each in (window, *closed)):
        _end_hard(code)
    return code


def _run_window(app: QApplication, window: MainWindow) -> int:
    """Lets a window be used until it is closed; returns the exit code."""
    restore = install_excepthooks(window.report)
    try:
        return app.exec()
    finally:
        window.lanes.close()
        restore()


def reopened_window(app: QApplication, former: MainWindow) -> MainWindow:
    """Shows a window that goes on where one was closed, in the language now chosen."""
    gc.unfreeze()  # the former one may go
    speak(app, language_file(former.memory.settings.language))
    session = Session(Lanes())
    session.is_srgb = former.session.is_srgb
    session.open(former.session.subject.request, former.session.subject)
    window = _shown_window(app, former.memory.settings, session, former.answers)
    window.tabs.show_tab(former.tabs.place)
    go_on = partial(_go_on, session, former.session)
    session.subject_changed.connect(go_on, Qt.ConnectionType.SingleShotConnection)
    return window


def _go_on(session: Session, former: Session, _subject: Subject) -> None:
    """Takes up the class and the dataset that another session had."""
    if former.target is not None and not former.is_following:
        session.pick_target(former.target)
    if former.labelled.found is not None:
        session.labelled.open(former.labelled.found.dataset.root)


def _shown_window(
    app: QApplication, settings: Settings, session: Session, answers: Answers
) -> MainWindow:
    app.setFont(font())  # before there are widgets: they keep what they are made with
    window = MainWindow(settings, session, answers)
    apply_theme(app, ThemeChoice(settings.theme))  # once, not widget by widget
    window.show()
    return window


def open_window(app: QApplication, arguments: Sequence[str]) -> MainWindow:
    """Shows the window; what it looks at is opened meanwhile."""
    settings = load()
    speak(app, language_file(settings.language))
    session = Session(Lanes())
    session.is_srgb, session.provider = settings.is_srgb, settings.provider
    session.open(first_request(arguments))
    window = _shown_window(app, settings, session, Answers())
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
