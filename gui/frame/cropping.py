"""A part of the photo by itself: drawn with Ctrl, saved, or put on the review list."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot

from gui.crop import Crop
from gui.jobs import Lanes
from gui.memory import Memory
from gui.photo.crop_bar import CropBar
from gui.photo.viewer import ImageViewer
from gui.widgets import dialogs
from inference.export import save_named_picture
from inference.geometry import Pixel
from inference.jobs import once

MARGIN = 12  # px between the bar and the viewer's edges


class Cropping(QObject):
    """Carries what pointer and bar say to the crop, and what it has to them.

    Signals:
        ended: a crop was saved, in words.
    """

    ended = Signal(str)

    def __init__(
        self, crop: Crop, viewer: ImageViewer, lanes: Lanes, memory: Memory
    ) -> None:
        super().__init__(viewer)
        self._crop, self._viewer, self._memory = crop, viewer, memory
        self._bar = CropBar(viewer)
        self._saving = lanes.create(self.tr("Saving a crop"))
        self._saving.succeeded.connect(self._tell_saved)
        viewer.pressed.connect(self._press)
        viewer.dragged.connect(crop.on_dragged)
        viewer.released.connect(lambda _: crop.on_released())
        self._bar.save_clicked.connect(self.save)
        self._bar.mark_clicked.connect(crop.mark)
        self._bar.closed.connect(crop.remove)
        crop.changed.connect(self._show)
        viewer.installEventFilter(self)

    @Slot(object, object)
    def _press(self, pixel: Pixel, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._crop.on_pressed(pixel, is_adding=False)

    @Slot()
    def save(self) -> None:
        """Asks for a name and saves the part of the photo as a PNG."""
        picture, folder = self._crop.picture, self._memory.settings.export_folder
        if picture is None:
            return
        suggested = Path(folder) / f"{picture.path.stem} crop.png"
        path = dialogs.ask_picture(self._viewer, self.tr("Save crop as"), suggested)
        if path is not None:
            job = once(save_named_picture, path, picture.pixels, picture.name)
            self._saving.start(job)

    @Slot(object)
    def _tell_saved(self, path: object) -> None:
        self.ended.emit(self.tr("Saved {file}").format(file=path))

    @Slot()
    def _show(self) -> None:
        crop = self._crop
        self._bar.show_crop(
            crop.box, is_markable=crop.is_markable, is_marked=crop.is_marked
        )
        self._place()

    def _place(self) -> None:
        """Puts the bar into the lower left corner."""
        top = self._viewer.height() - self._bar.height() - MARGIN
        self._bar.move(MARGIN, top)
        self._bar.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False
