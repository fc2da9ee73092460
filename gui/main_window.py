"""The window: puts the parts beside each other and carries what they say.

The pointer goes from the canvas to the tab in front; files go to the session; failures
of all lanes end in the message bar.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from gui import dialogs
from gui import settings as remembered
from gui.canvas import LOW_WINDOW, Canvas
from gui.errors import describe
from gui.help import HelpWindow
from gui.jobs import Lane, Lanes
from gui.menus import Menus
from gui.session import Request, Session, Subject
from gui.settings import Settings
from gui.status import Message, MessageBar, StatusBar
from gui.subject import SubjectBar
from gui.tabs import Tabs
from gui.theme import ThemeChoice, apply_theme
from gui.widgets.drop import is_model, is_photo
from gui.widgets.preprocessing import PreprocessingPopup
from gui.widgets.raster import photo_image
from gui.widgets.words import facts, plural
from inference.catalog import DEMO_MODEL, DEMO_PHOTO
from inference.errors import InferenceError
from inference.jobs import once
from inference.preprocess import Normalisation, Resize

SMALLEST = (1280, 800)


class MainWindow(QMainWindow):
    """The one window of NetGaze.

    Signals:
        closed: all work has ended, and what is remembered was written.
    """

    closed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("NetGaze")
        self.setMinimumSize(*SMALLEST)
        self.settings = settings
        self.lanes = Lanes(self)
        self.session = Session(self.lanes, self)
        self.subject_bar = SubjectBar()
        self.messages = MessageBar()
        self.canvas = Canvas(self.session, self.settings)
        self.tabs = Tabs(self.session, self.lanes, self.settings)
        self.status = StatusBar(self.lanes)
        self._popup = PreprocessingPopup(self)
        self._help = HelpWindow(self, self.lanes)
        self._copying = self.lanes.create("Copy")
        self._lay_out()
        self._connect_session()
        self._connect_parts()
        self.menus = Menus(self.menuBar(), self)
        self._restore()
        self._show_subject(self.session.subject)
        self._show_recent()

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
        self.setAcceptDrops(True)

    def _connect_session(self) -> None:
        self.session.subject_changed.connect(self._show_subject)
        self.session.open_failed.connect(self._show_open_failure)
        self.lanes.failed.connect(self._show_failure)

    def _connect_parts(self) -> None:
        bar, canvas = self.subject_bar, self.canvas
        bar.open_model_clicked.connect(self.choose_model)
        bar.open_photo_clicked.connect(self.choose_photo)
        bar.model_picked.connect(self.session.open_model)
        bar.photo_picked.connect(self.session.open_photo)
        bar.previous_clicked.connect(lambda: self.session.step(-1))
        bar.next_clicked.connect(lambda: self.session.step(1))
        bar.guess_clicked.connect(self.open_preprocessing)
        bar.export_clicked.connect(self.choose_export)
        bar.help_clicked.connect(lambda: self.open_help("How to read this map"))
        canvas.pressed.connect(self.tabs.press)
        canvas.dragged.connect(lambda pixel: self.tabs.current.on_image_dragged(pixel))
        canvas.released.connect(lambda: self.tabs.current.on_image_released())
        canvas.viewer.nudged.connect(lambda *by: self.tabs.current.on_nudged(*by))
        canvas.viewer.files_dropped.connect(self.open_files)
        canvas.viewer.open_clicked.connect(self.choose_photo)
        canvas.scores.open_clicked.connect(self.choose_model)
        canvas.readout_changed.connect(self.status.show_readout)
        canvas.look_changed.connect(self._remember_look)
        self.tabs.switched.connect(self._fit_panel)
        self.tabs.saved.connect(self._show_saved)
        self.tabs.noted.connect(self._show_note)
        self.tabs.steps_closed.connect(self._forget_first_steps)
        self.messages.height_changed.connect(self._fit_rows)
        self._popup.chosen.connect(self._set_preprocessing)
        self._popup.labels_clicked.connect(self._choose_labels)
        self._copying.succeeded.connect(self._copy)

    # ---- opening

    def open_files(self, paths: list[Path]) -> None:
        """Opens models and photos by their suffix; others are refused in words."""
        model = next((path for path in paths if is_model(path)), None)
        photo = next((path for path in paths if is_photo(path)), None)
        if model is None and photo is None:
            names = ", ".join(path.name for path in paths) or "nothing"
            sentence = f"NetGaze opens ONNX models and photos, not {names}."
            self._message("Opening", "This file cannot be opened", sentence, "")
            return
        self.session.open_files(model, photo)

    def open_demo(self) -> None:
        """Opens what comes with NetGaze."""
        self.session.open(Request(DEMO_MODEL, DEMO_PHOTO))

    def choose_photo(self) -> None:
        """Asks for a photo and opens it."""
        folder = self.settings.photo_folder
        path = dialogs.ask_file(self, "Open photo", dialogs.PHOTOS, folder)
        if path is not None:
            self._remember(photo_folder=str(path.parent))
            self.session.open_photo(path)

    def choose_model(self) -> None:
        """Asks for a model and opens it."""
        folder = self.settings.model_folder
        path = dialogs.ask_file(self, "Open model", dialogs.MODELS, folder)
        if path is not None:
            self._remember(model_folder=str(path.parent))
            self.session.open_model(path)

    def open_preprocessing(self) -> None:
        """Lets the user say how the photo is fed to the model."""
        classifier = self.session.subject.classifier
        if classifier is not None:
            self._popup.show_spec(classifier.spec)
            self._popup.open_below(self.subject_bar)

    def _set_preprocessing(self, how: Normalisation, resize: Resize) -> None:
        wishes = self.session.subject.request.wishes
        self.session.set_wishes(replace(wishes, preprocess=how, resize=resize))

    def _choose_labels(self) -> None:
        folder = self.settings.model_folder
        path = dialogs.ask_file(self, "Class names", dialogs.LABELS, folder)
        if path is not None:
            wishes = self.session.subject.request.wishes
            self.session.set_wishes(replace(wishes, labels=path))

    # ---- saving

    def choose_export(self) -> None:
        """Asks for a folder and saves what the tab shows."""
        if not self.tabs.current.is_exportable:
            return
        folder = self.settings.export_folder
        path = dialogs.ask_folder(self, "Export into folder", folder)
        if path is not None:
            self._remember(export_folder=str(path))
            self.tabs.current.export(path, self.canvas.map_style)

    def copy_picture(self) -> None:
        """Puts the photo with its map on the clipboard, in the photo's own size."""
        picture = self.canvas.picture()
        if picture is not None:
            self._copying.start(once(picture))

    @Slot(object)
    def _copy(self, pixels: NDArray[np.uint8]) -> None:
        QGuiApplication.clipboard().setImage(photo_image(pixels))
        self.status.set_resting("Copied the picture")

    @Slot(object)
    def _show_saved(self, files: list[Path]) -> None:
        count = plural(len(files), "file", "files")
        self.status.set_resting(f"Saved {count} in {files[0].parent}")
        self.messages.clear("Export")

    # ---- help and theme

    def open_help(self, page: str) -> None:
        """Opens a page of the help beside the window."""
        self._help.open_page(page)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Shows the window light, dark, or as the system is."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, choice)
        self._remember(theme=choice.value)

    # ---- what is shown

    @Slot(object)
    def _show_subject(self, subject: Subject) -> None:
        self._show_model(subject)
        self._show_photo(subject)
        self.canvas.viewer.set_clickable(is_clickable=subject.prepared is not None)
        self.messages.clear("Opening")
        self._show_recent()

    def _show_model(self, subject: Subject) -> None:
        classifier = subject.classifier
        if classifier is None:
            self.subject_bar.set_model("", "Open a model to see its scores.")
            self.status.set_device("")
            return
        spec = classifier.spec
        how = spec.preprocessing
        height, width = how.size
        side = str(height) if height == width else f"{height} × {width}"
        line = facts(
            plural(len(spec.labels), "class", "classes"),
            "" if how.normalisation.name == "own" else how.normalisation.name,
            f"{how.resize} {side}",
        )
        guess = (
            f"Preprocessing was guessed: {spec.preprocessing_reason}. Click to check."
        )
        path = str(classifier.graph.path)
        self.subject_bar.set_model(
            spec.name, line, path, guess if spec.is_guessed else ""
        )
        self.status.set_device(classifier.device, f"Runs on {classifier.device}.")
        if classifier.graph.path != DEMO_MODEL:
            self._remember_recent(self.settings.with_recent_model(path))

    def _show_photo(self, subject: Subject) -> None:
        image = subject.image
        if image is None:
            self.subject_bar.set_photo("", "")
            self.subject_bar.set_place(0, 0)
            return
        line = f"{image.size.width} × {image.size.height} px"
        self.subject_bar.set_photo(image.name, line, str(image.path))
        self.subject_bar.set_place(subject.place + 1, len(subject.neighbours))
        self.status.set_resting(image.note or "Move over the photo to read its pixels")
        if not image.path.is_relative_to(DEMO_PHOTO.parents[1]):
            self._remember_recent(self.settings.with_recent_photo(str(image.path)))

    def _show_recent(self) -> None:
        models, photos = self.settings.recent_models, self.settings.recent_photos
        self.subject_bar.set_models(
            [Path(path) for path in models], [("Toy food (demo)", DEMO_MODEL)]
        )
        self.subject_bar.set_photos(
            [Path(path) for path in photos], [("Demo photos", DEMO_PHOTO)]
        )
        self.menus.show_recent(models, photos)

    @Slot(object)
    def _show_open_failure(self, error: InferenceError) -> None:
        subject = self.session.subject
        stays = subject.classifier.spec.name if subject.classifier else ""
        headline, sentence, details, _ = describe(error)
        kept = f" {stays} stays open." if stays else ""
        self._message("Opening", headline, sentence + kept, details)

    @Slot(object, object)
    def _show_failure(self, lane: Lane, error: Exception) -> None:
        headline, sentence, details, _ = describe(error)
        self._message(lane.title, headline, sentence, details)

    def report(self, error: BaseException) -> None:
        """Shows a mistake of ours that nobody caught."""
        headline, sentence, details, _ = describe(error)
        self._message("Bug", headline, sentence, details)

    @Slot(str)
    def _show_note(self, sentence: object) -> None:
        words = str(sentence)
        self.messages.show_message(Message("Note", words, tone="warn"))

    def _message(self, source: str, headline: str, words: str, details: str) -> None:
        message = Message(source, headline, words, details=details)
        self.messages.show_message(message)

    # ---- what is remembered

    def _restore(self) -> None:
        if self.settings.window_geometry:
            self.restoreGeometry(QByteArray(self.settings.window_geometry))
        else:
            self.resize(1440, 900)

    def _remember(self, **changes: Any) -> None:
        self.settings = replace(self.settings, **changes)

    def _remember_recent(self, changed: Settings) -> None:
        self.settings = changed

    def _remember_look(self) -> None:
        self._remember(**self.canvas.remembered)

    def _remember_share(self) -> None:
        share = self.tabs.width() / max(self._splitter.width(), 1)
        self.settings = self.settings.with_share(self.tabs.current.kind, share)

    def _forget_first_steps(self) -> None:
        self._remember(shows_first_steps=False)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()
        self._fit_panel()

    def _fit_panel(self) -> None:
        whole = self.width()
        wanted = round(whole * self.settings.share(self.tabs.current.kind))
        width = max(wanted, self.tabs.minimumWidth())
        self._splitter.setSizes([whole - width, width])

    def _fit_rows(self) -> None:
        is_few = self.height() < LOW_WINDOW or self.messages.isVisible()
        self.canvas.show_rows(is_few=is_few)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no part wanted: Esc, and the arrows that change the photo."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape:
            _ = self.tabs.current.on_escape() or self.messages.close_newest()
        elif event.key() in steps and not event.modifiers():
            self.session.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lanes.close()
        geometry = self.saveGeometry().data()
        remembered.save(replace(self.settings, window_geometry=bytes(geometry)))
        self.closed.emit()
        super().closeEvent(event)
