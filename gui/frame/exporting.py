"""How results are saved and copied: which folder, and what if an export stands there.

An export gets a folder of its own in the one that a person picks; its name carries
photo and class. The other map of a comparison lies in a folder within. All reading
and writing happens in a lane.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from gui.frame.messages import Message
from gui.frame.tabs import Tabs
from gui.language import translated
from gui.lenses import Lenses
from gui.memory import Memory
from gui.panels import TABS, WORDS
from gui.panels.panel import Export, folder_name
from gui.photo.canvas import Canvas
from gui.photo.drawing import copied
from gui.photo.picture import pictured
from gui.session import Session
from gui.widgets import dialogs
from gui.widgets.raster import photo_image
from gui.widgets.words import counted
from inference.export import FolderTakenError, recover, save_named_picture
from inference.geometry import Pixel
from inference.jobs import once
from inference.pictures.sheet import Picture

BESIDE = "beside"  # folder of the other map of a comparison, in that of the first


@dataclass(frozen=True, slots=True)
class _Saved:
    files: list[Path]


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be saved.

    Attributes:
        export: Of the tab in front.
        shown: Draws what the canvas shows.
    """

    export: Export
    shown: Callable[[], Picture]


@dataclass(frozen=True, slots=True)
class _Taken:
    """An export that found another one in its folder."""

    order: _Order
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
        self,
        session: Session,
        lenses: Lenses,
        canvas: Canvas,
        tabs: Tabs,
        memory: Memory,
    ) -> None:
        super().__init__(tabs)
        self._session, self._lenses, self._canvas = session, lenses, canvas
        self._tabs, self._memory = tabs, memory
        lanes = session.lanes
        self._copying = lanes.create(self.tr("Copy"), is_quiet=True)
        self._copying.succeeded.connect(self._take_picture)
        self._drawing = lanes.create(self.tr("Picture"))
        self._drawing.succeeded.connect(self._tell_picture)
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

    # ---- one picture

    @Slot()
    def save_picture(self) -> None:
        """Asks for a name and saves what is shown, with its words, as one PNG."""
        image = self._session.subject.image
        if image is None:
            self.ended.emit(self.tr("Nothing to save yet: open a photo first"))
            return
        folder = Path(self._memory.settings.export_folder)
        export = self._tabs.current.export(self._session.look.style)
        name = folder_name(image.path.stem) if export is None else export.name
        title = self.tr("Save picture as")
        path = dialogs.ask_picture(self._tabs, title, folder / f"{name}.png")
        if path is not None:
            self._memory.change(export_folder=str(path.parent))
            self._drawing.start(once(_saved_picture, path, self._shown()))

    @Slot(object)
    def _tell_picture(self, path: Path) -> None:
        self.ended.emit(self.tr("Saved {file}").format(file=path))

    # ---- saving

    @Slot()
    def choose(self) -> None:
        """Asks for a folder and saves what the tab shows into a new one there."""
        export = self._export()
        if export is None:
            self.ended.emit(self.tr("Nothing to export yet: run a map first"))
            return
        order = _Order(export, self._shown())
        folder = self._memory.settings.export_folder
        path = dialogs.ask_folder(self._tabs, self.tr("Export into folder"), folder)
        if path is not None:
            self._memory.change(export_folder=str(path))
            self._write(order, path / export.name)

    def _export(self) -> Export | None:
        """Returns what the tab in front shows, with the map of a lens beside it."""
        panel = self._tabs.current
        look = self._session.look
        style = replace(look.style, side=self._side, translate=translated)
        export, word = panel.export(style), panel.beside.word
        if export is None or word not in WORDS:
            return export
        beside = dict(zip(WORDS, TABS, strict=True))[word]
        other = beside.exported(self._session, self._lenses[word], style)
        return replace(export, beside=other)

    def _shown(self) -> Callable[[], Picture]:
        session = self._session
        subject, shown, look = session.subject, session.shown, session.look
        return partial(pictured, subject, shown, look, self._side)

    @property
    def _side(self) -> int | None:
        """Longer side of pictures [px]; None for the photo's own size."""
        return self._memory.settings.picture_side or None

    def _write(self, order: _Order, folder: Path, *, replaces: bool = False) -> None:
        self._memory.change(unfinished_export=str(folder))
        self._saving.start(once(partial(_written, order, folder, replaces=replaces)))

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
        replace = partial(self._write, taken.order, folder, replaces=True)
        rename = partial(self._write, taken.order, error.free)
        return Message(
            self._saving.title,
            translated(error.headline),
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


def _written(order: _Order, folder: Path, *, replaces: bool) -> _Saved | _Taken:
    export = order.export
    try:
        files = export.save(folder, shown=order.shown(), replaces=replaces)
    except FolderTakenError as error:
        return _Taken(order, folder, error)
    if export.beside is not None:
        beside = folder / BESIDE
        try:
            files = files + export.beside.save(beside, replaces=replaces)
        except FolderTakenError as error:
            files = files + export.beside.save(error.free)
    return _Saved(files)


def _saved_picture(path: Path, shown: Callable[[], Picture]) -> Path:
    return save_named_picture(path, shown())
