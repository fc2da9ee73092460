"""One channel: its map in large, and how often each value occurs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import px
from gui.theme import color, font
from gui.widgets.montage import fitted, level_image
from gui.widgets.words import fixed

SIDE = 136  # px
BINS = 36


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How often values occur.

    Attributes:
        counts: (bins,) from the lowest to the highest value.
        low: The lowest value.
        high: The highest.
    """

    counts: NDArray[np.intp]
    low: float
    high: float


def counted(values: NDArray[np.float32]) -> Counts:
    """Counts values in `BINS` equal steps."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return Counts(np.zeros(BINS, np.intp), 0.0, 0.0)
    low, high = float(finite.min()), float(finite.max())
    counts, _ = np.histogram(finite, BINS, (low, high if high > low else low + 1))
    return Counts(counts, low, high)


def number(value: float) -> str:
    """Writes an activation: two decimals, more where it is small."""
    size = abs(value)
    if size == 0:
        return "0"
    if size >= 1:
        return fixed(value, 2)
    return fixed(value, 4) if size >= 0.001 else f"{value:.1e}".replace("-", "\u2212")


class ChannelView(QWidget):
    """A channel's map, in blocks.

    Signals:
        hovered: row and column under the pointer, or None.
    """

    hovered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setFixedSize(SIDE, SIDE)
        self.setMouseTracking(True)
        self.setAccessibleName("The chosen channel")
        self.setToolTip("The chosen channel; its numbers from 0 at the top left.")

    def set_levels(self, levels: NDArray[np.uint8] | None, color_map: str) -> None:
        """Shows another map (h, w)."""
        self._image = QImage() if levels is None else level_image(levels, color_map)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._image.isNull():
            painter.fillRect(box, color("raised"))
        else:
            painter.drawImage(fitted(self._image, box), self._image)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = fitted(self._image, QRectF(self.rect()))
        if self._image.isNull() or not at.contains(event.position()):
            self.hovered.emit(None)
            return
        place = event.position() - at.topLeft()
        row = int(place.y() / at.height() * self._image.height())
        column = int(place.x() / at.width() * self._image.width())
        last = (self._image.height() - 1, self._image.width() - 1)
        self.hovered.emit((min(row, last[0]), min(column, last[1])))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)


class Histogram(QWidget):
    """Bars for how often values occur, on a log axis."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counts | None = None
        self.setMinimumHeight(px(64))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("How often each value occurs")
        self.setToolTip("How many places have a value; the counts are on a log axis.")

    def set_counts(self, counts: Counts | None) -> None:
        """Shows other counts."""
        self._counts = counts
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        counts = self._counts
        if counts is None or not counts.counts.any():
            return
        painter = QPainter(self)
        ground, width = self.height() - px(17), self.width() - 2.0
        heights = np.log1p(counts.counts) / np.log1p(counts.counts.max())
        step = width / len(heights)
        for place, height in enumerate(heights.tolist()):
            if height > 0:
                tall = max(height * (ground - 3), 2.0)
                bar = QRectF(1 + place * step, ground - tall, step - 1, tall)
                painter.fillRect(bar, color("accent"))
        painter.setPen(QPen(color("edge"), 1))
        painter.drawLine(QPointF(1, ground), QPointF(width, ground))
        painter.setPen(color("muted"))
        painter.setFont(font("label"))
        line = QRectF(0, ground + 2, self.width(), px(15))
        for share, align in (
            (0.0, Qt.AlignmentFlag.AlignLeft),
            (0.5, Qt.AlignmentFlag.AlignHCenter),
            (1.0, Qt.AlignmentFlag.AlignRight),
        ):
            value = counts.low + share * (counts.high - counts.low)
            painter.drawText(line, align, _short(value, counts.high - counts.low))


def _short(value: float, span: float) -> str:
    """Writes a number of the axis with as many digits as its span needs."""
    if value == 0:
        return "0"
    decimals = 0 if span >= 20 else 1 if span >= 2 else 2 if span >= 0.2 else 4
    return fixed(value, decimals)
