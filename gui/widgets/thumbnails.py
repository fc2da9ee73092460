"""A strip or a field of small photos, decoded in a lane as they come into sight."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.jobs import Lane
from gui.theme import SPACE, color
from gui.walk import Walk
from gui.widgets.form import named
from gui.widgets.raster import photo_image
from gui.widgets.words import as_tip
from inference.errors import InferenceError
from inference.jobs import Job, Progress

Thumbnail = NDArray[np.uint8]
Loader = Callable[[Path, int], Thumbnail]  # path, longest side → (h, w, 3)
Index = QModelIndex | QPersistentModelIndex

KEPT = 400  # pictures, some 30 MB; a screen of 4K shows 165 at once
IN_SIGHT = 200  # pictures kept as they are drawn
GAP = 4  # px on each side of a picture
MARGIN = 5 * SPACE  # px on both sides of the strip, as of all else
STRIP_HEIGHT = 88  # px


def decode(
    loader: Loader, paths: Sequence[Path], side: int
) -> Job[dict[Path, Thumbnail | None], None]:
    """Decodes pictures one after the other; an unreadable one is None."""
    known: dict[Path, Thumbnail | None] = {}
    for done, path in enumerate(paths, start=1):
        try:
            known[path] = loader(path, side)
        except InferenceError:
            known[path] = None
        yield Progress(done, len(paths), dict(known))


class Pictures:
    """Small pictures by path and longest side; the oldest are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[tuple[Path, int], QImage] = OrderedDict()

    def find(self, path: Path, side: int) -> QImage | None:
        """Returns a picture; None where it is not known."""
        picture = self._known.get((path, side))
        if picture is not None:
            self._known.move_to_end((path, side))
        return picture

    def keep(self, path: Path, side: int, picture: QImage) -> None:
        """Keeps a picture."""
        self._known[path, side] = picture
        self._known.move_to_end((path, side))
        while len(self._known) > self._most:
            self._known.popitem(last=False)


_PICTURES = Pictures(KEPT)  # of all lists: a photo stands in several


class ThumbnailModel(QAbstractListModel):
    """Paths, and the pictures that are known so far."""

    def __init__(self, loader: Loader, lane: Lane, side: int) -> None:
        super().__init__()
        self._loader = loader
        self._lane = lane
        self._side = side
        self._walk = Walk()
        self._count = 0  # of its photos; lists ask thousands of times while they grow
        self._fitted: OrderedDict[Path, QImage] = OrderedDict()
        self._wanted: OrderedDict[Path, None] = OrderedDict()
        self._soon = QTimer(self, singleShot=True, interval=15)
        self._soon.timeout.connect(self._decode_wanted)
        lane.progressed.connect(self._take)

    @property
    def walk(self) -> Walk:
        """The photos, in order."""
        return self._walk

    def set_walk(self, walk: Walk) -> None:
        """Shows other photos; pictures that are known are kept."""
        self.beginResetModel()
        self._walk, self._count = walk, len(walk.photos)
        self._wanted.clear()
        self.endResetModel()

    def picture(self, row: int) -> QImage | None:
        """The picture of a row; asks for it where it is not known yet."""
        path = self._walk.photos[row]
        known = _PICTURES.find(path, self._side)
        if known is not None:
            return known
        self._wanted[path] = None
        self._wanted.move_to_end(path, last=False)  # what is in sight now comes first
        if not self._soon.isActive():
            self._soon.start()
        return None

    def square(self, row: int, side: int) -> QImage | None:
        """The middle of a picture, as it is drawn so often: `side` device pixels wide.

        Null where the photo cannot be read; asked for where it is not known yet.
        """
        picture = self.picture(row)
        if picture is None or picture.isNull():
            return picture
        path = self._walk.photos[row]
        fitted = self._fitted.get(path)
        if fitted is None or fitted.width() != side:
            fitted = self._fitted[path] = _middle(picture, side)
        self._fitted.move_to_end(path)
        while len(self._fitted) > IN_SIGHT:
            self._fitted.popitem(last=False)
        return fitted

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        path = self._walk.photos[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(str(path))
        is_name = role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return path.name if is_name else None

    @Slot()
    def _decode_wanted(self) -> None:
        met = (path for path in self._wanted if self._walk.place(path) is not None)
        wanted = list(islice(met, 64))
        if wanted:
            self._lane.start(decode(self._loader, wanted, self._side))

    @Slot(object)
    def _take(self, progress: Progress[dict[Path, Thumbnail | None]]) -> None:
        for path, pixels in progress.partial.items():
            if _PICTURES.find(path, self._side) is None:
                picture = QImage() if pixels is None else photo_image(pixels)
                _PICTURES.keep(path, self._side, picture)
            row = self._walk.place(path)
            if row is not None and path in self._wanted:
                del self._wanted[path]
                index = self.index(row)
                self.dataChanged.emit(index, index)
        if progress.done == progress.total and self._wanted:
            self._soon.start()


def _middle(picture: QImage, side: int) -> QImage:
    """Returns the largest square in the middle of a picture, of another size."""
    least = min(picture.width(), picture.height())
    left, top = (picture.width() - least) // 2, (picture.height() - least) // 2
    aspect = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.copy(left, top, least, least).scaled(side, side, aspect, smooth)
    return small.convertToFormat(QImage.Format.Format_RGB32)


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a picture that fills its cell; the current one is framed."""

    def __init__(self, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._side = side

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._side + 2 * GAP, self._side + 2 * GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        model = index.model()
        assert isinstance(model, ThumbnailModel)
        cell = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        side = round(cell.width() * painter.device().devicePixelRatioF())
        picture = model.square(index.row(), side)
        if picture is None or picture.isNull():
            painter.fillRect(cell, color("raised"))
        else:
            painter.drawImage(cell, picture)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(cell.adjusted(-2, -2, 2, 2))


class PhotoStrip(QListView):
    """One line of small photos; the arrow keys and a click choose one.

    Signals:
        photo_picked: `Path` of the photo.
    """

    photo_picked = Signal(object)

    def __init__(
        self, loader: Loader, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        side = STRIP_HEIGHT - 2 * GAP - 8
        self._photos = ThumbnailModel(loader, lane, 2 * side)
        self.setObjectName("strip")
        self.setModel(self._photos)
        self.setItemDelegate(ThumbnailDelegate(side, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(STRIP_HEIGHT)
        self.setViewportMargins(MARGIN - GAP, 0, MARGIN - GAP, 0)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        tip = self.tr("Click a photo to look at it; the arrow keys do the same.")
        named(self, self.tr("Photos of this folder"), tip)
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_walk(self, walk: Walk) -> None:
        """Shows other photos."""
        if walk is not self._photos.walk:
            with QSignalBlocker(self.selectionModel()):
                self._photos.set_walk(walk)

    def set_current(self, path: Path | None) -> None:
        """Frames a photo and brings it into sight, without a signal."""
        row = self._photos.walk.place(path)
        with QSignalBlocker(self.selectionModel()):
            index = QModelIndex() if row is None else self._photos.index(row)
            self.setCurrentIndex(index)
        self.scrollTo(index)
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.viewport().update()
            self.photo_picked.emit(self._photos.walk.photos[current.row()])
