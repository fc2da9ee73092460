"""The photos of a ranking, in its order: small pictures with what is said of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    QSizeF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from gui.fonts import px
from gui.jobs import Lane
from gui.theme import color, font
from gui.walk import Walk
from gui.widgets.thumbnails import (
    GAP,
    Index,
    Loader,
    ThumbnailDelegate,
    ThumbnailModel,
)
from inference.geometry import Box

SMALLEST = 118  # of the design, the side of a picture
DECODED = 170  # px, the longer side of what is decoded
CAPTION = 40  # of the design, two lines
LEAST_HEIGHT = 200  # px
BATCH = 250  # photos that are given their place at once; a few ms


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands below a photo.

    Attributes:
        glyph: A check or a cross; "" where no true class is known.
        predicted: The class that it is taken for.
        number: By which it is ranked.
        below: "true: sushi".
        boxes: On the photo, in shares of its height and width; the last is drawn
            thicker. With boxes the whole photo is shown, else its middle.
    """

    glyph: str
    predicted: str
    number: str
    below: str
    boxes: tuple[Box, ...] = ()

    @property
    def token(self) -> str:
        """Its colour; the glyph says the same without one."""
        return {"✓": "good", "✗": "bad"}.get(self.glyph, "text")

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return f"{self.glyph} {self.predicted} {self.number}, {self.below}"


class _Photos(ThumbnailModel):
    """Photos in order, with their captions."""

    def __init__(self, loader: Loader, lane: Lane) -> None:
        super().__init__(loader, lane, DECODED)
        self.caption: Callable[[int], Caption] = lambda _: Caption("", "", "", "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found}: {self.caption(index.row()).spoken}"
        return found


class _TileDelegate(ThumbnailDelegate):
    """Paints a photo and its caption."""

    side = SMALLEST

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.side + 2 * GAP, self.side + 2 * GAP + px(CAPTION))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        model = index.model()
        assert isinstance(model, _Photos)
        upper = QStyleOptionViewItem(option)
        upper.rect = option.rect.adjusted(0, 0, 0, -px(CAPTION))
        caption = model.caption(index.row())
        picture = model.picture(index.row()) if caption.boxes else None
        if picture is None or picture.isNull():
            super().paint(painter, upper, index)
        else:
            self._paint_boxed(painter, upper, picture, caption.boxes)
        left, width = option.rect.left() + GAP, option.rect.width() - 2 * GAP
        line = QRectF(left, upper.rect.bottom(), width, px(19))
        painter.setFont(font("small"))
        painter.setPen(color("text"))
        numbers = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, numbers, caption.number)
        used = QFontMetricsF(painter.font()).horizontalAdvance(caption.number)
        painter.setFont(font("small", 600))
        painter.setPen(color(caption.token))
        name = f"{caption.glyph} {caption.predicted}".strip()
        _write(painter, line.adjusted(0, 0, -used - 6, 0), name)
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        _write(painter, line.translated(0, px(17)), caption.below)

    def _paint_boxed(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        picture: QImage,
        boxes: Sequence[Box],
    ) -> None:
        """Paints the whole photo with boxes on it."""
        cell = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        painter.fillRect(cell, color("raised"))
        scale = min(cell.width() / picture.width(), cell.height() / picture.height())
        size = QSizeF(picture.size()) * scale
        whole = QRectF(QPointF(), size)
        whole.moveCenter(cell.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(whole, picture)
        for box in boxes:
            _paint_box(painter, whole, box, is_thick=box is boxes[-1])
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(cell.adjusted(-2, -2, 2, 2))


def _paint_box(painter: QPainter, photo: QRectF, box: Box, *, is_thick: bool) -> None:
    """Outlines a box of a photo, in shares of it: white on black, seen everywhere."""
    at = QRectF(
        photo.left() + box.left * photo.width(),
        photo.top() + box.top * photo.height(),
        box.width * photo.width(),
        box.height * photo.height(),
    )
    width = 2 if is_thick else 1
    for colour, wide in (("black", width + 2), ("white", width)):
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawRect(at)


def _write(painter: QPainter, where: QRectF, words: str) -> None:
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(words, mode, int(where.width()))
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)


class PhotoField(QListView):
    """Shows a ranking; arrow keys and a click choose a photo of it.

    Args of the making: what reads photos, the lane in which it does, and the side of a
    picture in a short list, which all arrow keys walk; None lets photos fill their row.

    Signals:
        photo_picked: `Path` of the photo.
        photo_opened: it is wanted in the tab that was used last.
    """

    photo_picked = Signal(object)
    photo_opened = Signal()

    def __init__(
        self,
        loader: Loader,
        lane: Lane,
        parent: QWidget | None = None,
        *,
        side: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._photos = _Photos(loader, lane)
        self._tiles = _TileDelegate(SMALLEST, self)
        self._is_filled = side is None
        if side is not None:
            self._tiles.side = px(side)
        self.setModel(self._photos)
        self.setItemDelegate(self._tiles)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setAccessibleName(self.tr("Photos in order"))
        tip = self.tr("The arrow keys walk the photos; Enter opens one in its tab.")
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _: self.photo_opened.emit())
        self._is_sought = False  # the current photo is not in sight yet
        self.verticalScrollBar().rangeChanged.connect(self._seek)

    @property
    def walk(self) -> Walk:
        """The photos, in order."""
        return self._photos.walk

    def show_walk(self, walk: Walk, caption: Callable[[int], Caption]) -> None:
        """Shows other photos, or the same in another order."""
        with QSignalBlocker(self.selectionModel()):
            self._photos.caption = caption
            self._photos.set_walk(walk)

    def set_current(self, row: int | None) -> None:
        """Frames a photo and brings it into sight, without a signal."""
        index = QModelIndex() if row is None else self._photos.index(row)
        former = self.currentIndex()
        if index == former:
            return
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(index)
        self._is_sought = index.isValid()
        self._seek()
        for each in (former, index):  # their frames alone
            self.update(each)

    @Slot()
    def _seek(self) -> None:
        """Brings the current photo into sight, as soon as it has a place there."""
        index = self.currentIndex()
        if self._is_sought and index.isValid():
            self.scrollTo(index)
            self._is_sought = not self._is_in_sight

    @property
    def _is_in_sight(self) -> bool:
        """Whether all of the current photo is seen."""
        index = self.currentIndex()
        here = self.viewport().rect()
        return index.isValid() and here.contains(self.visualRect(index))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.photo_picked.emit(self._photos.walk.photos[current.row()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lets the photos of a row fill it; the current one stays in sight."""
        self._is_sought = self._is_sought or self._is_in_sight
        super().resizeEvent(event)
        if not self._is_filled:
            return
        width = self.viewport().width() - 1
        across = max(width // (px(SMALLEST) + 2 * GAP), 1)
        side = max(width // across - 2 * GAP, 16)
        if side != self._tiles.side:
            self._tiles.side = side
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; up and down walk on where a row ends, as left and right do."""
        key, row = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.photo_opened.emit()
            return
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if not self._is_filled:
            steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(key), 0)
        if step and not event.modifiers():
            wanted = min(max(row + step, 0), self._photos.rowCount() - 1)
            self.setCurrentIndex(self._photos.index(wanted))
            return
        super().keyPressEvent(event)
