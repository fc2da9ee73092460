"""How models and photos are opened: choosers, drops, recent files, and what failed.

The subject bar says what is open; where its preprocessing came from stands beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from gui.errors import describe, said
from gui.frame.messages import Message
from gui.frame.subject_bar import SubjectBar
from gui.frame.subject_words import cautions, doubt, in_short, profile_words
from gui.memory import Memory
from gui.opened import Request, Subject
from gui.session import Session
from gui.widgets import dialogs
from gui.widgets.drop import is_labels, is_model, is_photo
from gui.widgets.words import counted, facts, grouped
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import Wishes
from inference.errors import ImageError, InferenceError
from inference.network.input import AXES, AxesError

LAST = "last"  # the source of the message that offers what was looked at last


class Opening(QObject):
    """Opens what a person picks, and keeps the subject bar true.

    Signals:
        told: a `Message` about what could not be opened.
        settled: the source of messages that hold no longer.
        rival_chosen: a model that is to stand beside the open one, a `Path`.
    """

    told = Signal(object)
    settled = Signal(str)
    rival_chosen = Signal(object)

    def __init__(
        self, window: QWidget, session: Session, bar: SubjectBar, memory: Memory
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._bar, self._memory = bar, memory
        self._last = (memory.settings.last_model, memory.settings.last_photo)
        self._shown_model: object = None
        bar.open_model_clicked.connect(self.choose_model)
        bar.open_photo_clicked.connect(self.choose_photo)
        bar.model_picked.connect(session.open_model)
        bar.photo_picked.connect(session.open_photo)
        bar.previous_clicked.connect(lambda: session.step(-1))
        bar.next_clicked.connect(lambda: session.step(1))
        session.subject_changed.connect(self._show_subject)
        session.walk_changed.connect(self._show_place)
        session.open_failed.connect(self._tell_failure)
        self._show_subject(session.subject)

    # ---- picking

    def open_files(self, paths: list[Path]) -> None:
        """Opens models and photos, ranks folders; others are refused in words."""
        model = _first(is_model, paths)
        photo = _first(is_photo, paths)
        dataset = None if photo else _first(Path.is_dir, paths)
        labels = _first(is_labels, paths)
        if not any((model, photo, dataset, labels)):
            names = ", ".join(path.name for path in paths) or self.tr("nothing")
            sentence = self.tr("NetGaze opens ONNX models and photos, not {names}.")
            sentence = sentence.format(names=names)
            self.told.emit(
                Message("Photo", self.tr("This file cannot be opened"), sentence)
            )
            return
        if model or photo or labels:
            self._session.open_files(model, photo, labels)
        if dataset is not None:
            self._session.open_dataset(dataset)

    def offer_last(self) -> None:
        """Offers what was looked at when NetGaze was closed."""
        model, photo = map(Path, self._last)
        if not all(self._last):
            return
        words = self.tr("You last looked at {photo} through {model}.")
        message = Message(
            LAST,
            self.tr("Go on where you stopped"),
            words.format(photo=photo.name, model=model.name),
            tone="notice",
            actions=(
                (
                    self.tr("Open both"),
                    lambda: self._session.open(Request(model, photo)),
                ),
            ),
        )
        self.told.emit(message)

    @Slot()
    def open_demo(self) -> None:
        """Opens what comes with NetGaze."""
        self._session.open(Request(DEMO_MODEL, DEMO_PHOTO))

    @Slot()
    def choose_photo(self) -> None:
        """Asks for a photo and opens it."""
        folder = self._memory.settings.photo_folder
        path = dialogs.ask_file(
            self._window, self.tr("Open photo"), dialogs.photos(), folder
        )
        if path is not None:
            self._memory.change(photo_folder=str(path.parent))
            self._session.open_photo(path)

    @Slot()
    def choose_model(self) -> None:
        """Asks for a model and opens it."""
        folder = self._memory.settings.model_folder
        path = dialogs.ask_file(
            self._window, self.tr("Open model"), dialogs.models(), folder
        )
        if path is not None:
            self._memory.change(model_folder=str(path.parent))
            self._session.open_model(path)

    @Slot()
    def choose_rival(self) -> None:
        """Asks for a model that is compared with the one that is open."""
        folder = self._memory.settings.model_folder
        title = self.tr("Compare with model")
        path = dialogs.ask_file(self._window, title, dialogs.models(), folder)
        if path is not None:
            self._memory.change(model_folder=str(path.parent))
            self.rival_chosen.emit(path)

    @Slot()
    def choose_dataset(self) -> None:
        """Asks for a folder of photos and ranks it."""
        folder = self._memory.settings.dataset_folder
        path = dialogs.ask_folder(self._window, self.tr("Open dataset"), folder)
        if path is not None:
            self._memory.change(dataset_folder=str(path.parent))
            self._session.open_dataset(path)

    @Slot()
    def choose_labels(self) -> None:
        """Asks for a file with the names of the classes."""
        folder = self._memory.settings.model_folder
        path = dialogs.ask_file(
            self._window, self.tr("Class names"), dialogs.labels(), folder
        )
        if path is not None:
            self._session.set_wishes(replace(self._session.said.wishes, labels=path))

    # ---- what is open

    @Slot(object)
    def _show_subject(self, subject: Subject) -> None:
        found = subject.classifier
        if found is None or found is not self._shown_model:  # else only another photo
            self._shown_model = found
            self._show_model(subject)
        self._show_photo(subject)
        self._show_place()
        for source in ("Model", "Photo"):
            self.settled.emit(source)
        if subject.prediction is not None and not is_demo(subject):
            self.settled.emit(LAST)
            model, photo = subject.request.model, subject.request.photo
            self._memory.change(last_model=str(model), last_photo=str(photo))
        settings = self._memory.settings
        models = [Path(path) for path in settings.recent_models]
        photos = [Path(path) for path in settings.recent_photos]
        self._bar.set_models(models, [(self.tr("Toy food (demo)"), DEMO_MODEL)])
        self._bar.set_photos(photos, [(self.tr("Demo photos"), DEMO_PHOTO)])

    def _show_model(self, subject: Subject) -> None:
        classifier = subject.classifier
        if classifier is None:
            self._bar.set_model("", self.tr("Open a model to see its scores."))
            self._bar.set_doubt("")
            return
        spec, path = classifier.spec, str(classifier.graph.path)
        guess = self.tr("Preprocessing was guessed: {reason}. Click to check.")
        guess = guess.format(reason=said(spec.preprocessing_reason))
        guess = guess if spec.is_guessed else ""
        told = cautions(classifier)
        self._bar.set_model(spec.name, in_short(spec), path, guess, told)
        self._bar.set_doubt(*doubt(classifier))
        if classifier.graph.path != DEMO_MODEL:
            self._memory.remember(self._memory.settings.with_recent_model(path))

    def _show_photo(self, subject: Subject) -> None:
        image = subject.image
        if image is None:
            self._bar.set_photo("", "")
            return
        line = self.tr("{width} × {height} px").format(
            width=grouped(image.size.width), height=grouped(image.size.height)
        )
        line = facts(line, profile_words(image))
        self._bar.set_photo(image.name, line, str(image.path))
        if not image.path.is_relative_to(DEMO_PHOTO.parents[1]):
            path = str(image.path)
            self._memory.remember(self._memory.settings.with_recent_photo(path))

    @Slot()
    def _show_place(self) -> None:
        """Says which photo of the walk this is."""
        walk = self._session.walk
        place = walk.place(self._session.subject.request.photo)
        is_met = place is not None
        self._bar.set_place((place or 0) + is_met, len(walk.photos) * is_met)

    @Slot(object)
    def _tell_failure(self, error: InferenceError) -> None:
        classifier = self._session.subject.classifier
        is_photo_bad = isinstance(error, ImageError)
        choose = self.choose_photo if is_photo_bad else self.choose_model
        headline, sentence, details, _ = describe(error)
        if classifier is not None and not is_photo_bad:
            stays = self.tr("{problem} {name} stays open.")
            sentence = stays.format(problem=sentence, name=classifier.spec.name)
        actions = [(self.tr("Open another…"), choose)]
        if isinstance(error, AxesError):
            say = partial(self._offer_axes, error.path)
            actions.insert(0, (self.tr("Say its axes…"), say))
        message = Message(
            "Photo" if is_photo_bad else "Model",
            headline,
            sentence,
            details=details,
            actions=tuple(actions),
        )
        self.told.emit(message)

    def _offer_axes(self, model: Path) -> None:
        """Asks what the axes of a model's image are, and opens it so."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for axes in AXES:
            request = replace(self._session.subject.request, model=model, trial=None)
            request = replace(request, wishes=Wishes(axes=axes), is_anew=False)
            action = menu.addAction(facts(axes, _axes_words(axes)))
            action.triggered.connect(
                lambda _=False, asked=request: self._session.open(asked)
            )
        menu.popup(QCursor.pos())


def _axes_words(axes: str) -> str:
    """Returns axes such as "N3HW" in words; the batch comes first in all of them."""
    count = next(int(sign) for sign in axes if sign.isdigit())
    if axes.endswith("W"):
        return counted(
            "{n} channels, height, width", "{n} channel, height, width", count
        )
    return counted("height, width, {n} channels", "height, width, {n} channel", count)


def is_demo(subject: Subject) -> bool:
    """Whether nothing but the demo is open: its first steps speak of a burger."""
    photo, model = subject.request.photo, subject.request.model
    is_own_photo = photo is not None and not photo.is_relative_to(DEMO_PHOTO.parents[1])
    return model in (None, DEMO_MODEL) and not is_own_photo


def _first(is_wanted: Callable[[Path], bool], paths: Sequence[Path]) -> Path | None:
    return next(filter(is_wanted, paths), None)
