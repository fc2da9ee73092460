"""How an export is opened again: model, photo, settings and the map that it holds.

Its JSON is read in a lane. What it names is opened as any model and photo are; then the
tab that made it says what it said, and the stored map lies over the photo until a new
one is made. Files that are not what they were are told, and missing ones asked for.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.errors import said
from gui.frame.messages import Message
from gui.frame.tabs import Tabs
from gui.memory import Memory
from gui.opened import Request
from gui.session import Session
from gui.shown import Overlay
from gui.widgets import dialogs
from inference.classifier import Wishes
from inference.export import Reopened, read_export, unlike
from inference.jobs import once


class Reopening(QObject):
    """Opens exports.

    Signals:
        told: a `Message`: what is missing, what is not as it was, what cannot be read.
    """

    told = Signal(object)

    def __init__(self, session: Session, tabs: Tabs, memory: Memory) -> None:
        super().__init__(tabs)
        self._session, self._tabs, self._memory = session, tabs, memory
        self._awaited: Reopened | None = None
        self._lane = session.lanes.create(self.tr("Reopening"), keeps=False)
        self._lane.succeeded.connect(self._look_for_files)
        session.opening_changed.connect(self._on_opening)

    @Slot()
    def choose(self) -> None:
        """Asks for the JSON of an export and opens it."""
        folder = self._memory.settings.export_folder
        title, pattern = self.tr("Open export"), dialogs.exports()
        path = dialogs.ask_file(self._tabs, title, pattern, folder)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Opens an export, given its JSON or its folder."""
        self._lane.start(once(_read, path))

    # ---- its files

    @Slot(object)
    def _look_for_files(self, found: tuple[Reopened, bool, bool]) -> None:
        export, has_model, has_photo = found
        if not has_model:
            self._ask_for(export, is_model=True)
        elif not has_photo:
            self._ask_for(export, is_model=False)
        else:
            self._open(export)

    def _ask_for(self, export: Reopened, *, is_model: bool) -> None:
        path = export.model.path if is_model else export.photos[0].path
        words = self.tr('The model of this export is not at "{path}" any more.')
        action = self.tr("Find the model…")
        if not is_model:
            words = self.tr('The photo of this export is not at "{path}" any more.')
            action = self.tr("Find the photo…")
        message = Message(
            self._lane.title,
            self.tr("A file is missing"),
            words.format(path=path),
            tone="warn",
            actions=((action, partial(self._find, export, is_model=is_model)),),
        )
        self.told.emit(message)

    def _find(self, export: Reopened, *, is_model: bool) -> None:
        """Asks where a file lies now, and goes on."""
        pattern = dialogs.models() if is_model else dialogs.photos()
        title = self.tr("Find the model") if is_model else self.tr("Find the photo")
        folder = str(export.file.parent)
        path = dialogs.ask_file(self._tabs, title, pattern, folder)
        if path is not None:
            moved = export.at(path) if is_model else export.at(None, path)
            self._lane.start(once(_with_files, moved))

    def _open(self, export: Reopened) -> None:
        """Opens model and photo; as a person said it was fed, else as its file says."""
        self._awaited = export
        wishes = export.wishes
        read_so = (wishes.output, wishes.inputs, wishes.axes)
        is_stated = export.is_chosen or wishes.labels is not None or any(read_so)
        wishes = wishes if is_stated else Wishes()
        photo = export.photos[0].path.absolute()
        self._session.open(Request(export.model.path.absolute(), photo, wishes))

    # ---- what it was asked

    @Slot(bool)
    def _on_opening(self, is_busy: object) -> None:
        """Restores the rest, once the files are open; if they could not be, nothing."""
        export, subject = self._awaited, self._session.subject
        if is_busy or export is None:
            return
        self._awaited = None
        wanted = (export.model.path.absolute(), export.photos[0].path.absolute())
        is_open = (subject.request.model, subject.request.photo) == wanted
        if not is_open or subject.prepared is None:
            return
        other = self._fed_otherwise(export)
        if other and subject.request.wishes == Wishes():
            self._awaited = export  # as its file says was not how it was fed
            wishes = replace(self._session.said.wishes, **other)
            self._session.open(replace(subject.request, wishes=wishes))
        else:
            self._restore(export)

    def _fed_otherwise(self, export: Reopened) -> dict[str, Any]:
        """Returns those of an export's wishes that the open model is not fed by."""
        classifier = self._session.subject.classifier
        assert classifier is not None
        how, then = classifier.preprocessing, export.wishes
        pairs = {
            "preprocess": (how.normalisation, then.preprocess),
            "resize": (how.resize, then.resize),
            "size": (how.size, then.size),
            "alpha": (how.alpha, then.alpha or how.alpha),  # older ones do not say
        }
        return {name: stored for name, (now, stored) in pairs.items() if now != stored}

    def _restore(self, export: Reopened) -> None:
        """Lets the tab that made it say what it said, and shows the stored map."""
        subject = self._session.subject
        assert subject.classifier is not None
        index = export.target
        is_class = index is not None and index < len(subject.classifier.labels)
        if index is not None and is_class and index != self._session.target:
            self._session.pick_target(index)
        self._tabs.show_word(export.word)
        panel = self._tabs.current
        panel.restore(export)
        if export.heatmap is not None and panel.lens is not None:
            badge = self.tr("From an export")
            overlay = Overlay(export.heatmap, method=panel.lens.title, badge=badge)
            panel.lens.restore(overlay)
        self._tell_changes(export)

    def _tell_changes(self, export: Reopened) -> None:
        sentence = " ".join(self._changes(export))
        if sentence:
            headline = self.tr("Something is not as it was")
            source = self._lane.title
            self.told.emit(Message(source, headline, sentence, tone="warn"))

    def _changes(self, export: Reopened) -> Iterator[str]:
        subject = self._session.subject
        assert subject.classifier is not None
        assert subject.image is not None
        for other in unlike(export, subject.classifier, (subject.image,)):
            yield said(other)
        is_srgb = export.photos[0].is_srgb
        if subject.image.profile and is_srgb != subject.image.is_converted:
            yield self.tr("Its colours were converted to sRGB in another way then.")
        if self._fed_otherwise(export):
            yield self.tr("The photo is fed to the model in another way than then.")


def _read(path: Path) -> tuple[Reopened, bool, bool]:
    return _with_files(read_export(path))


def _with_files(export: Reopened) -> tuple[Reopened, bool, bool]:
    """Returns an export, and whether its model and its photo are there."""
    return export, _is_there(export.model.path), _is_there(export.photos[0].path)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
