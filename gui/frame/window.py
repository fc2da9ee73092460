"""The window: puts the parts beside each other and carries what they say.

The pointer goes from the canvas to the tab in front; what failed in any lane ends in
the message bar; what was changed by hand is remembered for the next start.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.answers import Answers
from gui.errors import describe
from gui.frame.exporting import Exporting
from gui.frame.help import HelpWindow
from gui.frame.menus import Menus
from gui.frame.opening import Opening
from gui.frame.status import Message, MessageBar, StatusBar
from gui.frame.subject_bar import SubjectBar
from gui.frame.tabs import Tabs
from gui.jobs import Lane
from gui.lenses import Lenses
from gui.memory import Memory
from gui.opened import Subject
from gui.panels import LENSES
from gui.photo.canvas import LOW_WINDOW, Canvas
from gui.photo.drawing import copied
from gui.session import Session
from gui.settings import Settings
from gui.theme import ThemeChoice, apply_theme
from gui.widgets.drop import DropFrame
from gui.widgets.raster import photo_image
from gui.widgets.words import facts
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.geometry import Pixel
from inference.jobs import once
from inference.network.sessions import why_no_cuda

SMALLEST = (1280, 800)
USUAL = (1440, 900)
RESTING = "Move over the photo to read its pixels"


class MainWindow(QMainWindow):
    """The one window of NetGaze."""

    def __init__(self, settings: Settings, session: Session) -> None:
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self.session, self.lanes = session, session.lanes
        self.memory = Memory(settings, self.lanes, self)
        self.subject_bar = SubjectBar()
        self.messages = MessageBar()
        session.set_look(self.memory.look)
        answers = Answers()
        made = [lens(session, self.lanes, answers) for lens in LENSES]
        self.lenses = Lenses(session, made)
        shows_strip = settings.shows_strip or settings.shows_first_steps
        self.canvas = Canvas(session, self.lanes, shows_strip=shows_strip)
        self.tabs = Tabs(self.session, self.lanes, self.lenses, settings)
        self.status = StatusBar(self.lanes)
        self.opening = Opening(self, session, self.subject_bar, self.memory)
        self.exporting = Exporting(self, self.lanes, self.memory)
        self._help = HelpWindow(self, self.lanes)
        self._copying = self.lanes.create("Copy", is_quiet=True)
        self._lay_out()
        self._connect_session()
        self._connect_parts()
        self.menus = Menus(self.menuBar(), self)
        self.resize(*USUAL)
        self.memory.follow(self)
        self._show_subject(self.session.subject)
        self.canvas.viewer.setFocus()

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.canvas)
        self._splitter.addWidget(self.tabs)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.splitterMoved.connect(self._remember_share)
        body = QWidget()
        body.setObjectName("window")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.subject_bar)
        layout.addWidget(self.messages)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(body)
        self.drop_frame = DropFrame(self)
        self._let_drops_through()

    def _connect_session(self) -> None:
        self.session.subject_changed.connect(self._show_subject)
        self.session.gradients.badge_changed.connect(self.subject_bar.set_gradients)
        self.session.shown_changed.connect(self._show_exportable)
        self.lanes.began.connect(lambda lane: self.messages.clear(lane.title))
        self.lanes.failed.connect(self._show_failure)

    def _connect_parts(self) -> None:
        bar, canvas, tabs = self.subject_bar, self.canvas, self.tabs
        bar.export_clicked.connect(self.choose_export)
        bar.help_clicked.connect(lambda: self.open_help("How to read this map"))
        canvas.pressed.connect(tabs.press)
        canvas.dragged.connect(lambda pixel: tabs.hand.on_dragged(pixel))
        canvas.released.connect(lambda: tabs.hand.on_released())
        canvas.viewer.nudged.connect(lambda *by: tabs.hand.on_nudged(*by))
        canvas.viewer.menu_requested.connect(self._open_photo_menu)
        canvas.viewer.open_clicked.connect(self.opening.choose_photo)
        canvas.scores.open_model_clicked.connect(self.opening.choose_model)
        canvas.scores.open_photo_clicked.connect(self.opening.choose_photo)
        canvas.readout_changed.connect(self.status.show_readout)
        canvas.strip_changed.connect(lambda on: self.memory.change(shows_strip=on))
        self.session.look_changed.connect(self.memory.remember_look)
        tabs.switched.connect(self._on_switched)
        tabs.noted.connect(self._show_note)
        tabs.steps_closed.connect(lambda: self.memory.change(shows_first_steps=False))
        tabs.first_steps.open_model_clicked.connect(self.opening.choose_model)
        tabs.first_steps.open_photo_clicked.connect(self.opening.choose_photo)
        self.drop_frame.files_dropped.connect(self.opening.open_files)
        self.opening.told.connect(self.messages.show_message)
        self.opening.settled.connect(self.messages.clear)
        self.opening.recent_changed.connect(self._show_recent)
        self.exporting.told.connect(self.messages.show_message)
        self.exporting.ended.connect(self.status.set_resting)
        self.messages.height_changed.connect(self._fit_rows)
        self._copying.succeeded.connect(self._copy)

    def _let_drops_through(self) -> None:
        """Text fields would take a file that is dropped on them for text."""
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)

    # ---- saving

    @Slot()
    def choose_export(self) -> None:
        """Asks for a folder and saves what the tab shows."""
        export = self.tabs.current.export(self.session.look.style)
        if export is None:
            self.status.set_resting("Nothing to export yet: run a map first")
            return
        self.exporting.choose(export)

    @Slot()
    def copy_picture(self) -> None:
        """Puts the photo with its map on the clipboard, in the photo's own size."""
        session, image = self.session, self.session.subject.image
        if image is not None:
            overlays, look = session.shown.overlays, session.look
            self._copying.start(once(copied, image, overlays, look))

    @Slot(object)
    def _copy(self, pixels: NDArray[np.uint8]) -> None:
        QGuiApplication.clipboard().setImage(photo_image(pixels))
        self.status.set_resting("Copied the picture")

    def copy_value(self, pixel: Pixel) -> None:
        """Puts what the status bar says about a place on the clipboard."""
        words = self.canvas.readout(pixel)
        QGuiApplication.clipboard().setText(words)
        self.status.set_resting(f"Copied: {words}")

    @Slot(object, object)
    def _open_photo_menu(self, pixel: Pixel | None, place: QPoint) -> None:
        self.menus.open_photo_menu(pixel, place)

    # ---- help and theme

    def open_help(self, page: str) -> None:
        """Opens a page of the help beside the window."""
        self._help.open_page(page)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Shows the window light, dark, or as the system is."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, choice)
        self.memory.change(theme=choice.value)

    # ---- what is shown

    @Slot(object)
    def _show_subject(self, subject: Subject) -> None:
        model, photo, classifier = "", "", subject.classifier
        if classifier is not None:
            model = classifier.spec.name
            reason = "" if classifier.device == "CUDA" else why_no_cuda()
            self.status.set_device(
                classifier.device,
                f"The network runs on {classifier.device}"
                + (f": {reason}." if reason else "."),
            )
        if subject.image is not None:
            photo = subject.image.name
            self.status.set_resting(subject.image.note or RESTING)
        self.setWindowTitle(facts(photo, model, "NetGaze"))
        if not _is_demo(subject):
            self.tabs.first_steps.hide()
        self.canvas.viewer.set_clickable(
            is_clickable=subject.prepared is not None and self.tabs.hand.takes_clicks
        )
        self._show_exportable()

    @Slot()
    def _show_exportable(self, _shown: object = None) -> None:
        is_exportable = self.tabs.current.is_exportable
        self.subject_bar.set_exportable(is_exportable=is_exportable)

    @Slot()
    def _show_recent(self) -> None:
        settings = self.memory.settings
        self.menus.show_recent(settings.recent_models, settings.recent_photos)

    @Slot(object, object)
    def _show_failure(self, lane: Lane, error: Exception) -> None:
        headline, sentence, details, _ = describe(error)
        message = Message(lane.title, headline, sentence, details=details)
        self.messages.show_message(message)

    def report(self, error: BaseException) -> None:
        """Shows a mistake of ours that nobody caught."""
        headline, sentence, details, _ = describe(error)
        self.messages.show_message(Message("Bug", headline, sentence, details=details))

    @Slot(str)
    def _show_note(self, sentence: object) -> None:
        self.messages.show_message(Message("Note", str(sentence), tone="warn"))

    @Slot()
    def _on_switched(self) -> None:
        self._let_drops_through()
        self._fit_panel()
        self._show_subject(self.session.subject)

    # ---- sizes, and what is remembered of them

    def _remember_share(self) -> None:
        share = self.tabs.width() / max(self._splitter.width(), 1)
        kind = self.tabs.current.kind
        self.memory.remember(self.memory.settings.with_share(kind, share))

    def _fit_panel(self) -> None:
        whole = self.width()
        wanted = round(whole * self.memory.settings.share(self.tabs.current.kind))
        width = max(wanted, self.tabs.minimumWidth())
        self._splitter.setSizes([whole - width, width])

    @Slot()
    def _fit_rows(self) -> None:
        is_few = self.height() < LOW_WINDOW or self.messages.isVisible()
        self.canvas.show_rows(is_few=is_few)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()
        self._fit_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no part wanted: Esc, and the arrows that change the photo."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape:
            _ = self.tabs.hand.on_escape() or self.messages.close_newest()
        elif event.key() in steps and not event.modifiers():
            self.session.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()  # the lanes may take a moment
        self.lanes.close()
        self.memory.close()
        super().closeEvent(event)


def _is_demo(subject: Subject) -> bool:
    """Whether nothing but the demo is open: its first steps speak of a burger."""
    photo, model = subject.request.photo, subject.request.model
    is_own_photo = photo is not None and not photo.is_relative_to(DEMO_PHOTO.parents[1])
    return model in (None, DEMO_MODEL) and not is_own_photo
