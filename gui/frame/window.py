"""The window: puts the parts beside each other and carries what they say.

The pointer goes from the canvas to the lens that is followed; what failed in any lane
ends in the message bar; what was changed by hand is remembered for the next start.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QSplitter, QVBoxLayout, QWidget

from gui.answers import Answers
from gui.errors import describe, said
from gui.frame.ahead import Ahead
from gui.frame.command import Parts
from gui.frame.cropping import Cropping
from gui.frame.device import Device
from gui.frame.exporting import Exporting
from gui.frame.help import HOW_TO_READ, HelpWindow
from gui.frame.menus import Menus
from gui.frame.messages import Message, MessageBar
from gui.frame.opening import Opening, is_demo
from gui.frame.reopening import Reopening
from gui.frame.status import StatusBar
from gui.frame.subject_bar import SubjectBar
from gui.frame.tabs import Tabs
from gui.heap import Heap
from gui.jobs import Lane
from gui.lenses import Lenses
from gui.memory import Memory
from gui.opened import Subject
from gui.panels import made_lenses
from gui.photo.canvas import LOW_WINDOW, Canvas
from gui.session import Session
from gui.settings import Settings
from gui.widgets.drop import DropFrame, is_export
from gui.widgets.words import facts
from inference.geometry import Pixel

SMALLEST = (1280, 800)
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """The one window of NetGaze; session and lanes go with it."""

    is_reopened = False  # whether another one takes its place when it closes

    def __init__(
        self, settings: Settings, session: Session, answers: Answers | None = None
    ) -> None:
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self.session, self.lanes = session, session.lanes
        for part in (session, self.lanes):
            part.setParent(self)
        self.memory = Memory(settings, self.lanes, self)
        session.set_look(self.memory.look)
        self.answers = answers or Answers()
        made = made_lenses(session, self.lanes, self.answers)
        self.lenses = Lenses(session, made)
        self._heap = Heap(self.lanes, self)
        self._ahead = Ahead(session, self.lanes, self)
        self._make_parts(settings)
        self._lay_out()
        self._connect_session()
        self._connect_parts()
        self.resize(*USUAL)
        self.memory.follow(self)
        self._show_subject(session.subject)
        self.canvas.viewer.setFocus()

    def _make_parts(self, settings: Settings) -> None:
        session = self.session
        self.subject_bar = SubjectBar()
        self.messages = MessageBar()
        shows_strip = settings.shows_strip or settings.shows_first_steps
        self.canvas = Canvas(session, self.lanes, shows_strip=shows_strip)
        self.tabs = Tabs(session, self.lanes, self.lenses, settings)
        self.status = StatusBar(self.lanes)
        self.opening = Opening(self, session, self.subject_bar, self.memory)
        self.exporting = Exporting(
            session, self.lenses, self.canvas, self.tabs, self.memory
        )
        crop = self.lenses.crop
        self.cropping = Cropping(crop, self.canvas.viewer, self.lanes, self.memory)
        self.reopening = Reopening(session, self.tabs, self.memory)
        self.help = HelpWindow(self, self.lanes)
        self.device = Device(session, self.status)
        parts = Parts(
            session,
            self.memory,
            self.lenses,
            self.canvas,
            self.tabs,
            self.opening,
            self.exporting,
            self.reopening,
            self.help,
            self.close,
            self.reopen,
            self.messages.show_message,
        )
        self.menus = Menus(self.menuBar(), parts)

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
        self.session.subject_changed.connect(self._heap.give_back_soon)
        self.lenses.followed_changed.connect(self._show_clickable)
        self.session.gradients.badge_changed.connect(self.subject_bar.set_gradients)
        self.session.shown_changed.connect(self._show_exportable)
        self.lanes.began.connect(lambda lane: self.messages.clear(lane.title))
        self.lanes.failed.connect(self._show_failure)
        self.lanes.told.connect(self._show_note)

    def _connect_parts(self) -> None:
        bar, canvas, tabs = self.subject_bar, self.canvas, self.tabs
        bar.export_clicked.connect(self.exporting.choose)
        bar.help_clicked.connect(lambda: self.help.open_page(HOW_TO_READ))
        bar.guess_clicked.connect(tabs.show_preprocessing)
        bar.doubt_clicked.connect(tabs.show_reading)
        canvas.pressed.connect(self._press)
        canvas.dragged.connect(lambda pixel: self.lenses.hand.on_dragged(pixel))
        canvas.released.connect(lambda: self.lenses.hand.on_released())
        canvas.viewer.nudged.connect(lambda *by: self.lenses.hand.on_nudged(*by))
        canvas.viewer.open_clicked.connect(self.opening.choose_photo)
        canvas.scores.open_model_clicked.connect(self.opening.choose_model)
        canvas.scores.open_photo_clicked.connect(self.opening.choose_photo)
        canvas.readout_changed.connect(self.status.show_readout)
        canvas.strip_changed.connect(lambda on: self.memory.change(shows_strip=on))
        self.session.look_changed.connect(self.memory.remember_look)
        tabs.switched.connect(self._on_switched)
        tabs.enlarged.connect(canvas.show_large)
        tabs.labels_clicked.connect(self.opening.choose_labels)
        tabs.noted.connect(self._show_note)
        tabs.ended.connect(self.status.set_resting)
        tabs.steps_closed.connect(lambda: self.memory.change(shows_first_steps=False))
        tabs.first_steps.open_model_clicked.connect(self.opening.choose_model)
        tabs.first_steps.open_photo_clicked.connect(self.opening.choose_photo)
        self.drop_frame.files_dropped.connect(self.open_files)
        self.reopening.told.connect(self.messages.show_message)
        self.opening.told.connect(self.messages.show_message)
        self.opening.settled.connect(self.messages.clear)
        self.opening.rival_chosen.connect(tabs.compare_with)
        self.exporting.told.connect(self.messages.show_message)
        self.exporting.ended.connect(self.status.set_resting)
        self.cropping.ended.connect(self.status.set_resting)
        self.messages.height_changed.connect(self._fit_rows)

    @Slot(list)
    def open_files(self, paths: list[Path]) -> None:
        """Opens an export, or else models, photos, folders and class names."""
        export = next(filter(is_export, paths), None)
        if export is None:
            self.opening.open_files(paths)
        else:
            self.reopening.open(export)

    def _press(self, pixel: Pixel, is_adding: bool) -> None:
        self.lenses.hand.on_pressed(pixel, is_adding=is_adding)

    def _let_drops_through(self) -> None:
        """Text fields would take a file that is dropped on them for text."""
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)

    # ---- what is shown

    @Slot(object)
    def _show_subject(self, subject: Subject) -> None:
        model, photo = "", ""
        if subject.classifier is not None:
            model = subject.classifier.spec.name
        if subject.image is not None:
            photo = subject.image.name
            self.status.set_resting(self._resting_words(subject))
        self.setWindowTitle(facts(photo, model, "NetGaze"))
        if not is_demo(subject):
            self.tabs.first_steps.hide()
        self._show_clickable()
        self._show_exportable()

    def _resting_words(self, subject: Subject) -> str:
        """What the status bar says while nothing else is to be said."""
        trial = subject.request.trial
        if trial is not None:
            return self.tr("Trying {way}").format(way=said(trial.words))
        if self.tabs.is_on_page:
            return self.tr("Esc goes back to {tab}").format(tab=self.tabs.title)
        note = subject.image.note if subject.image is not None else ""
        return said(note) or self.tr("Move over the photo to read its pixels")

    @Slot()
    def _show_clickable(self) -> None:
        is_seen = self.session.subject.prepared is not None
        self.canvas.viewer.set_clickable(
            is_clickable=is_seen and self.lenses.hand.takes_clicks
        )

    @Slot()
    def _show_exportable(self, _shown: object = None) -> None:
        is_exportable = self.tabs.current.is_exportable
        self.subject_bar.set_exportable(is_exportable=is_exportable)

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
        self.messages.show_message(Message("Note", said(sentence), tone="warn"))

    @Slot()
    def _on_switched(self) -> None:
        needs = self.tabs.current.needs_gradients
        self.subject_bar.set_needing(needs_gradients=needs)
        self.canvas.show_both(self.tabs.is_on_page)
        self._let_drops_through()
        self._fit_panel()
        self._show_subject(self.session.subject)

    def reopen(self) -> None:
        """Closes; another window goes on with what is looked at."""
        self.is_reopened = True
        self.close()

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
        """Lets the scores give messages their room, so that the photo stays."""
        given = 0 if self.messages.isHidden() else self.messages.height()
        self.canvas.show_rows(is_few=self.height() < LOW_WINDOW, given=given)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()
        self._fit_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no part wanted: Esc, and the arrows that change the photo."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape:
            hands = (self.lenses.crop.on_escape, self.lenses.hand.on_escape)
            ways = (self.tabs.close_page, *hands)
            _ = any(leave() for leave in (*ways, self.messages.close_newest))
        elif event.key() in steps and not event.modifiers():
            self.session.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()  # the lanes may take a moment
        self.lanes.close()
        self.memory.close()
        super().closeEvent(event)
