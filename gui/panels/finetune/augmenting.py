"""The preview of augmentation: the photo that is open, as training may see it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.jobs import Lanes
from gui.session import Session
from gui.widgets.form import Group, button, named, row, stack, text
from gui.widgets.raster import photo_image
from inference.finetune import previews
from inference.jobs import once

ACROSS = 3  # pictures in a row, and rows
GAP = 8  # px


class PreviewPage(Group):
    """Shows nine ways in which training may see the photo; they are drawn anew at will.

    Args of the making: the session, and the lanes of the window.
    """

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__()
        self._session, self._seed = session, 0
        self._lane = lanes.create(self.tr("Preview"), is_quiet=True)
        self._lane.succeeded.connect(self._take)
        self._grid = _Grid()
        tip = self.tr("Nine inputs as training may see them.")
        named(self._grid, self.tr("Augmented photos"), tip)
        again = button(self.tr("Others"), "link")
        named(again, self.tr("Others"), self.tr("Draws nine others."))
        again.clicked.connect(self._draw_others)
        words = self.tr("What the network may see of this photo while it learns.")
        head = row((text(words, "muted", wraps=True), 1), again)
        stack(self, head, (self._grid, 1))

    @Slot()
    def look(self, _: object = None) -> None:
        """Draws the photo that is open."""
        prepared = self._session.subject.prepared
        if prepared is None:
            self._grid.show_pictures(())
        elif self.isVisible():
            self._lane.start(once(_pictures, prepared.pixels, self._seed))

    def _draw_others(self) -> None:
        self._seed += 1
        self.look()

    @Slot(object)
    def _take(self, pictures: Sequence[NDArray[np.uint8]]) -> None:
        self._grid.show_pictures(pictures)


def _pictures(pixels: NDArray[np.uint8], seed: int) -> list[NDArray[np.uint8]]:
    """Returns augmented inputs in three channels, (h, w, 3) each."""
    found = previews(pixels, ACROSS * ACROSS, seed=seed)
    return [np.repeat(p, 3, axis=2) if p.shape[2] == 1 else p for p in found]


class _Grid(QWidget):
    """Paints square pictures in rows of three."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[QImage] = []

    def show_pictures(self, pictures: Sequence[NDArray[np.uint8]]) -> None:
        """Shows other pictures."""
        self._pictures = [photo_image(np.ascontiguousarray(p)) for p in pictures]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = min(self.width(), self.height()) - (ACROSS - 1) * GAP
        side = room / ACROSS
        for n, picture in enumerate(self._pictures):
            down, across = divmod(n, ACROSS)
            cell = QRectF(across * (side + GAP), down * (side + GAP), side, side)
            longest = max(picture.width(), picture.height(), 1)
            size = picture.size().toSizeF() * (side / longest)
            where = QRectF(cell.topLeft(), size)
            where.moveCenter(cell.center())
            painter.drawImage(where, picture)
