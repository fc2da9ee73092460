"""The painted colour bar with its numbers, and the colour keys of class maps."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import px
from gui.photo.map_picture import slot_color
from gui.theme import color, font
from gui.widgets.raster import photo_image
from gui.widgets.words import local, percent
from inference.pictures.colormaps import color_table
from inference.pictures.limits import Limits
from inference.pictures.ticks import Tick, bar_ticks, tick_label

BAR = 12  # px, height of the bar
BESIDE_KEY = 20  # px, of the square before a word, and after a word
LEAST_KEY = 80  # of the design, of the words of a key
TOP, GAP, TICK = 3, 4, 3  # px: above the bar, from it to the numbers, of a tick
SIDE = 22  # px kept free beside the bar; more where the numbers at its ends need it


@dataclass(frozen=True, slots=True)
class Bar:
    """What a colour bar shows.

    Attributes:
        limits: The values at both ends.
        color_map: A name of `COLOR_MAPS`.
        is_signed: Whether numbers on the bar carry + or −.
    """

    limits: Limits
    color_map: str = "viridis"
    is_signed: bool = True

    @property
    def ends(self) -> tuple[str, str]:
        """The numbers at both ends."""
        low, high = (
            local(tick_label(v, self.limits, is_signed=self.is_signed))
            for v in self.limits.ends
        )
        return low, high


@dataclass(frozen=True, slots=True)
class ClassKey:
    """What a colour of a class map stands for.

    Attributes:
        name: The class, or "3 others".
        shares: Of the places of each map, 0..1.
        slot: Its place among the class colours; None: clear, the target.
    """

    name: str
    shares: tuple[float, ...]
    slot: int | None

    @property
    def words(self) -> str:
        """Its name and its share of each map, from left to right: "desk 5 % | 9 %"."""
        return f"{self.name} {self.numbers}"

    @property
    def numbers(self) -> str:
        """Its share of each map, from left to right."""
        return " | ".join(map(percent, self.shares))


class ColorBar(QWidget):
    """The colours from the lowest to the highest value, with numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar(Limits(0.0, 1.0))
        self._colours = QImage()
        self.setMinimumWidth(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, bar: Bar) -> None:
        """Shows another range or other colours."""
        self._bar = bar
        self._colours = photo_image(color_table(bar.color_map)[np.newaxis])
        low, high = bar.ends
        name = self.tr("Colours from {low} to {high}")
        tip = self.tr("The colours of the values from {low} to {high}.")
        self.setAccessibleName(name.format(low=low, high=high))
        self.setToolTip(tip.format(low=low, high=high))
        self.update()

    def sizeHint(self) -> QSize:
        numbers = QFontMetrics(font("label", 600)).height()
        return QSize(320, TOP + BAR + 1 + GAP + numbers)

    def ticks(self) -> list[Tick]:
        """The marks on the bar, with their numbers."""
        found = bar_ticks(
            self._bar.limits,
            is_signed=self._bar.is_signed,
            width=self.bar_rect().width(),
            measure=QFontMetricsF(font("label", 600)).horizontalAdvance,
        )
        return [replace(tick, words=local(tick.words)) for tick in found]

    def bar_rect(self) -> QRectF:
        """Where the colours are; the numbers at the ends reach beyond them."""
        measure = QFontMetricsF(font("label", 600)).horizontalAdvance
        side = max(SIDE, *(measure(words) / 2 + 1 for words in self._bar.ends))
        return QRectF(side + 0.5, TOP + 0.5, self.width() - 2 * side - 1, BAR)

    def tick_rect(self, tick: Tick) -> QRectF:
        """Where the number of a tick is written: its middle is the tick."""
        bar, metrics = self.bar_rect(), QFontMetricsF(font("label", 600))
        width = metrics.horizontalAdvance(tick.words) + 2
        left = bar.left() + tick.share * bar.width() - width / 2
        return QRectF(left, bar.bottom() + GAP, width, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        bar = self.bar_rect()
        painter.drawImage(bar, self._colours)
        painter.setPen(QPen(color("edge"), 1))
        painter.drawRect(bar)
        for tick in self.ticks():
            self._paint_tick(painter, bar, tick)

    def _paint_tick(self, painter: QPainter, bar: QRectF, tick: Tick) -> None:
        is_zero = tick.value == 0
        middle = bar.left() + tick.share * bar.width()
        painter.setPen(QPen(color("text" if is_zero else "edge"), 1 + is_zero))
        top = bar.top() if is_zero and self._bar.limits.is_signed else bar.bottom()
        foot = bar.bottom() + TICK + is_zero
        painter.drawLine(QPointF(middle, top), QPointF(middle, foot))
        painter.setPen(color("text" if is_zero else "muted"))
        painter.setFont(font("label", 600 if is_zero else 400))
        center = Qt.AlignmentFlag.AlignCenter
        painter.drawText(self.tick_rect(tick), center, tick.words)


class ClassKeys(QWidget):
    """Squares with names: which colour stands for which class."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[ClassKey, ...] = ()
        self.setMinimumWidth(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_keys(self, keys: tuple[ClassKey, ...]) -> None:
        """Shows other classes."""
        self._keys = keys
        words = ", ".join(key.words for key in keys)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, px(34))

    def _fitted(self, metrics: QFontMetrics) -> list[str]:
        """What stands at each key: where room is short, long names give way."""
        whole = [key.words for key in self._keys]
        besides = 2 * BESIDE_KEY * len(whole)
        if sum(map(metrics.horizontalAdvance, whole)) + besides <= self.width():
            return whole
        each = max((self.width() - besides) // len(whole), px(LEAST_KEY))
        numbers = [f" {key.numbers}" for key in self._keys]
        rooms = [each - metrics.horizontalAdvance(words) for words in numbers]
        right = Qt.TextElideMode.ElideRight
        return [
            metrics.elidedText(key.name, right, room) + words
            for key, words, room in zip(self._keys, numbers, rooms, strict=True)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        metrics = QFontMetrics(painter.font())
        left, middle = 8.5, self.height() / 2
        for key, words in zip(self._keys, self._fitted(metrics), strict=True):
            width = metrics.horizontalAdvance(words)
            room = self.width() - left - BESIDE_KEY
            if room < 60:
                break
            square = QRectF(left, middle - 7, 14, 14)
            painter.setPen(QPen(color("edge"), 1))
            named = key.slot is not None
            ground = QColor(slot_color(key.slot or 0)) if named else color("mat")
            painter.setBrush(ground)
            painter.drawRoundedRect(square, 3, 3)
            painter.setPen(color("text"))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            line = QRectF(left + BESIDE_KEY, middle - px(10), room, px(20))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            left += BESIDE_KEY + width + BESIDE_KEY
