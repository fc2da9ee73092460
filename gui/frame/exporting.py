"""How results are saved and copied: which folder, and what if an export stands there.

An export gets a folder of its own in the one that a person picks; its name carries
photo and class. All reading and writing happens in a lane.
"""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from gui.errors import translated
from gui.frame.messages import Message
from gui.frame.tabs import Tabs
from gui.memory import Memory
from gui.panels.panel import Export
from gui.photo.canvas import Canvas
from gui.photo.drawing import copied
from gui.session import Session
from gui.widgets import dialogs
from gui.widgets.raster import photo_image
from gui.widgets.words import counted
from inference.export import FolderTakenError, recover
from inference.geometry import Pixel
from inference.jobs import once


@dataclass(frozen=True, slots=True)
class _Saved:
    files: list[Path]


@dataclass(frozen=True, slots=True)
class _Taken:
    """An export that found another one in its folder."""

    export: Export
    folder: Path
    error: FolderTakenError


class Exporting(QObject):
    """Saves what the tab in front shows, and asks before it replaces anything.

    Signals:
        told: a `Message` that asks what to do.
        ended: in a sentence, what was saved or copied, and where.
    """

    told = Signal(object)
    ended = Signal(str)

    def __init__(
        self, session: Session, canvas: Canvas, tabs: Tabs, memory: Memory
    ) -> None:
        super().__init__(tabs)
        self._session, self._canvas = session, canvas
        self._tabs, self._memory = tabs, memory
        lanes = session.lanes
        self._copying = lanes.create(self.tr("Copy"), is_quiet=True)
        self._copying.succeeded.connect(self._take_picture)
        self._saving = lanes.create(self.tr("Export"))
        self._saving.succeeded.connect(self._show_outcome)
        self._recovering = lanes.create(self.tr("Interrupted export"), is_quiet=True)
        self._recovering.succeeded.connect(self._forget)
        self._recover()

    # ---- copying

    @Slot()
    def copy_picture(self) -> None:
        """Puts the photo with its map on the clipboard, in the photo's own size."""
        image, session = self._session.subject.image, self._session
        if image is not None:
            overlays, look = session.shown.overlays, session.look
            self._copying.start(once(copied, image, overlays, look))

    @Slot(object)
    def _take_picture(self, pixels: NDArray[np.uint8]) -> None:
        QGuiApplication.clipboard().setImage(photo_image(pixels))
        self.ended.emit(self.tr("Copied the picture"))

    def copy_value(self, pixel: Pixel) -> None:
        """Puts what the status bar says about a place on the clipboard."""
        words = self._canvas.readout(pixel)
        QGuiApplication.clipboard().setText(words)
        self.ended.emit(self.tr("Copied: {words}").format(words=words))

    # ---- saving

    @Slot()
    def choose(self) -> None:
        """Asks for a folder and saves what the tab shows into a new one there."""
        export = self._tabs.current.export(
            replace(self._session.look.style, translate=translated)
        )
        if export is None:
            self.ended.emit(self.tr("Nothing to export yet: run a map first"))
            return
        folder = self._memory.settings.export_folder
        path = dialogs.ask_folder(self._tabs, self.tr("Export into folder"), folder)
        if path is not None:
            self._memory.change(export_folder=str(path))
            self._write(export, path / export.name)

    def _write(self, export: Export, folder: Path, *, replaces: bool = False) -> None:
        self._memory.change(unfinished_export=str(folder))
        self._saving.start(once(partial(_written, export, folder, replaces=replaces)))

    def _recover(self) -> None:
        """Puts in order what an export left that was interrupted before this start."""
        unfinished = self._memory.settings.unfinished_export
        if unfinished:
            self._recovering.start(once(recover, Path(unfinished)))

    @Slot(object)
    def _forget(self, _result: None = None) -> None:
        self._memory.change(unfinished_export="")

    @Slot(object)
    def _show_outcome(self, outcome: _Saved | _Taken) -> None:
        self._forget()
        if isinstance(outcome, _Taken):
            self.told.emit(self._question(outcome))
            return
        files = outcome.files
        saved = counted(
            "Saved {n} files in {folder}",
            "Saved {n} file in {folder}",
            len(files),
            folder=files[0].parent,
        )
        self.ended.emit(saved)

    def _question(self, taken: _Taken) -> Message:
        folder, error = taken.folder, taken.error
        replace = partial(self._write, taken.export, folder, replaces=True)
        rename = partial(self._write, taken.export, error.free)
        return Message(
            self._saving.title,
            error.headline,
            self._taken_words(error.title).format(
                name=folder.name, title=error.title, free=error.free.name
            ),
            tone="warn",
            actions=((self.tr("Replace"), replace), (self.tr("New name"), rename)),
        )

    def _taken_words(self, title: str) -> str:
        """What is asked where another export stands, which may have a title."""
        if not title:
            return self.tr(
                '"{name}" holds one already. Replace it, or save this one as "{free}".'
            )
        return self.tr(
            '"{name}" holds one already ({title}). Replace it, or save this one as '
            '"{free}".'
        )


def _written(export: Export, folder: Path, *, replaces: bool) -> _Saved | _Taken:
    try:
        return _Saved(export.save(folder, replaces=replaces))
    except FolderTakenError as error:
        return _Taken(export, folder, error)
