"""One photo with what lies over it: a map, the seen box, patches.

A plain painted widget. (The scroll bars of a graphics view stand on whole pixels, so
that zooming at the pointer would drift.) Photo, map and seen box change seldom and are
kept as one backdrop in device pixels (the photo below it as another, since a running
map changes often and the photo does not); a patch that is dragged repaints only itself.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import px
from gui.photo.layers import Layers
from gui.photo.marks import (
    label_rect,
    number_rect,
    paint_label,
    paint_number,
    paint_patch,
    paint_seen,
    write,
)
from gui.photo.pane import Pane, Patch
from gui.theme import color, font
from gui.widgets.raster import photo_image
from inference.geometry import Box, Pixel, Size

MARGIN = 20  # px around a photo that is fitted
HEAD = 44  # px for the two lines above a photo
NEAREST_FROM = 4  # device pixels per photo pixel; smooth below
MOST_FITTED = 16  # a small photo is not enlarged further by Fit


class PaneView(QWidget):
    """Paints one pane where it is told; it decides nothing by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.pane: Pane | None = None
        self.scale = 1.0  # widget pixels per photo pixel
        self.origin = QPointF()  # where the photo's corner lies in the widget
        self._layers = Layers()
        self._patches: tuple[Patch, ...] = ()
        self._taken = QRectF()
        self.is_other = False  # whether its photo is not that of the first pane
        self._is_bare = False
        self._is_map_visible = True
        self._is_dimmed = False
        self._backdrop: QPixmap | None = None

    # ---- what is shown

    def set_pane(self, pane: Pane | None) -> None:
        """Shows another pane; the photo's picture is kept where it is the same."""
        old = self.pane
        self.pane = pane
        if pane is None:
            self._layers = Layers()
        elif old is None or old.pixels is not pane.pixels:
            self._layers.photos = [photo_image(pane.pixels)]
            self._layers.ground = None
        self._invalidate()

    def set_map_visible(self, *, is_visible: bool) -> None:
        """Shows or hides the map."""
        self._is_map_visible = is_visible
        self._invalidate()

    def set_patches(self, patches: tuple[Patch, ...]) -> None:
        """Shows covered places; only they are painted anew."""
        before = self._patch_region(self._patches)
        self._patches = patches
        self.update(before.united(self._patch_region(patches)))

    def set_taken(self, taken: QRectF) -> None:
        """Keeps labels from a place where something stands over the pane."""
        before = self._patch_region(self._patches)
        self._taken = taken
        self.update(before.united(self._patch_region(self._patches)))

    def set_bare(self, *, is_bare: bool) -> None:
        """Shows the photo without map and patches."""
        self._is_bare = is_bare
        self._invalidate()

    def set_dimmed(self, *, is_dimmed: bool) -> None:
        """Lets everything fade while another subject is on its way."""
        self._is_dimmed = is_dimmed
        self._invalidate()

    def place(self, scale: float, origin: QPointF) -> None:
        """Puts the photo somewhere else."""
        if (scale, origin) != (self.scale, self.origin):
            self.scale, self.origin = scale, origin
            self._layers.ground = None
            self._invalidate()

    # ---- where things are

    @property
    def head(self) -> int:
        """Height kept free for the lines above the photo."""
        return px(HEAD) if self.pane is not None and self.pane.title else 0

    def room(self) -> QRectF:
        """Where a fitted photo may lie."""
        top = MARGIN / 2 + self.head if self.head else MARGIN
        width = max(self.width() - 2 * MARGIN, 1)
        return QRectF(MARGIN, top, width, max(self.height() - top - MARGIN, 1))

    @property
    def own_size(self) -> Size:
        """Rows and columns of what is drawn: the photo, or what the network is fed."""
        if self.pane is None:
            return Size(1, 1)
        return Size(*self.pane.pixels.shape[:2])

    def fitting_scale(self, part: Box | None = None) -> float:
        """The scale at which all of it is seen, or a part of it."""
        if self.pane is None:
            return 1.0
        rows, cols = (part.height, part.width) if part else self.own_size
        room = self.room()
        scale = min(room.width() / cols, room.height() / rows, MOST_FITTED)
        return float(scale)

    def seen_part(self) -> Box | None:
        """Which of its own pixels the network sees; None for no part of them."""
        if self.pane is None or self.pane.seen is None or self.pane.seen.is_empty:
            return None
        return self._own(self.pane.seen)

    def own_pixel_at(self, position: QPointF) -> Pixel:
        """What of its own pixels lies under a position of the widget."""
        offset = position - self.origin
        return Pixel(offset.y() / self.scale, offset.x() / self.scale)

    def pixel_at(self, position: QPointF) -> Pixel:
        """The place of the photo under a position of the widget; maybe outside."""
        own = self.own_pixel_at(position)
        to_photo = None if self.pane is None else self.pane.to_photo
        return own if to_photo is None else to_photo.pixel(own)

    def position_of(self, pixel: Pixel) -> QPointF:
        """Where a place of the photo is drawn."""
        return self.rect_of(Box(pixel.row, pixel.col, 0, 0)).topLeft()

    def rect_of(self, box: Box) -> QRectF:
        """Where a box of the photo is drawn."""
        return self._rect(self._own(box))

    def photo_rect(self) -> QRectF:
        """Where the photo is drawn, or what the network is fed."""
        return QRectF() if self.pane is None else self._rect(Box(0, 0, *self.own_size))

    def contains(self, pixel: Pixel) -> bool:
        """Whether a place of the photo is drawn."""
        own = self._own(Box(pixel.row, pixel.col, 0, 0))
        whole = Box(0, 0, *self.own_size)
        return self.pane is not None and whole.contains(Pixel(own.top, own.left))

    def _own(self, box: Box) -> Box:
        """A box of the photo in its own pixels."""
        to_photo = None if self.pane is None else self.pane.to_photo
        return box if to_photo is None else to_photo.inverse.box(box)

    def _rect(self, own: Box) -> QRectF:
        corner = self.origin + QPointF(own.left, own.top) * self.scale
        return QRectF(corner, QSizeF(own.width, own.height) * self.scale)

    # ---- painting

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._layers.ground = None
            self._invalidate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._backdrop = self._layers.ground = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._backdrop is None or self._backdrop.devicePixelRatio() != ratio:
            self._backdrop = self._painted_backdrop(ratio)
        painter.drawPixmap(0, 0, self._backdrop)
        if not self._is_bare and self.pane is not None:
            painter.setClipRegion(event.region().intersected(self._visible()))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_patches(painter)

    def _invalidate(self) -> None:
        self._backdrop = None
        self.update()

    def _painted_backdrop(self, ratio: float) -> QPixmap:
        ground = self._layers.ground
        if ground is None or ground.devicePixelRatio() != ratio:
            ground = self._layers.ground = self._painted_ground(ratio)
        backdrop = QPixmap(ground)  # shared until it is painted on
        if self.pane is None:
            return backdrop
        painter = QPainter(backdrop)
        if self.pane.title:
            self._paint_head(painter, self.pane)
        painter.setClipRegion(self._visible())
        at = self.photo_rect()
        if self.pane.seen is not None:
            self._paint_seen(painter, self.pane.seen, at)
        if self._is_dimmed:
            painter.fillRect(at, color("mat", 102))
        painter.end()
        return backdrop

    def _painted_ground(self, ratio: float) -> QPixmap:
        ground = QPixmap((QSizeF(self.size()) * ratio).toSize())
        ground.setDevicePixelRatio(ratio)
        ground.fill(color("mat"))
        if self.pane is not None:
            painter = QPainter(ground)
            painter.setClipRegion(self._visible())
            self._paint_photo(painter, ratio)
            painter.end()
        return ground

    def _visible(self) -> QRegion:
        """What photo and patches may cover: not the lines above."""
        return QRegion(self.rect().adjusted(0, self.head, 0, 0))

    def _paint_head(self, painter: QPainter, pane: Pane) -> None:
        at = self.photo_rect()
        left = min(max(at.left(), MARGIN / 2), self.width() / 2)
        top = max(at.top() - px(HEAD) + 1, 1.0)
        width = self.width() - left - MARGIN / 2
        line = QRectF(left, top, width, px(20))
        middle = Qt.TextElideMode.ElideMiddle  # the ends tell names apart
        write(painter, line, pane.title, font("body", 600), color("text"), middle)
        line.translate(0, px(19))
        write(painter, line, pane.subtitle, font("small"), color("muted"))

    def _paint_photo(self, painter: QPainter, ratio: float) -> None:
        at = self.photo_rect()
        at |= QRectF(at.topLeft(), QSizeF(1, 1) / ratio)  # a line of pixels is seen
        is_smooth = self.scale * ratio < NEAREST_FROM
        hint = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(hint, is_smooth)
        painter.drawImage(at, self._layers.reduced(self.scale * ratio))

    def _paint_seen(self, painter: QPainter, seen: Box, at: QRectF) -> None:
        box = self.rect_of(seen).intersected(at)
        picture = None if self.pane is None else self.pane.picture
        if picture is not None and self._is_map_visible and not self._is_bare:
            painter.save()
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
            picture.paint(painter, self.rect_of(picture.box))
            painter.restore()
        if box.width() <= at.width() - 2 or box.height() <= at.height() - 2:
            paint_seen(painter, at, box)

    def _paint_patches(self, painter: QPainter) -> None:
        for patch in self._patches:
            box = self.rect_of(patch.box)
            paint_patch(painter, box, patch.fill)
            if patch.number:
                paint_number(painter, number_rect(box), patch.number)
        for words, where in self.labels(self._patches):
            paint_label(painter, where, words)

    def labels(self, patches: tuple[Patch, ...]) -> list[tuple[str, QRectF]]:
        """The labels of covered places and where they stand; none hides another."""
        taken = [number_rect(self.rect_of(p.box)) for p in patches if p.number]
        taken.append(self._taken)
        found = []
        for patch in reversed(patches):  # the newest first: it is in the hand
            if patch.label:
                box = self.rect_of(patch.box)
                where = label_rect(box, patch.label, self.size(), self.head, taken)
                taken.append(where)
                found.append((patch.label, where))
        return found

    def _patch_region(self, patches: tuple[Patch, ...]) -> QRegion:
        region = QRegion()
        for patch in patches:
            region += self.rect_of(patch.box).adjusted(-4, -4, 4, 4).toAlignedRect()
        for _, where in self.labels(patches):
            region += where.adjusted(-2, -2, 2, 2).toAlignedRect()
        return region
