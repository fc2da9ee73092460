"""The painted colour bar with its numbers, and the colour keys of class maps."""

from dataclasses import dataclass

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

from gui.theme import color, font
from gui.widgets.raster import photo_image, slot_color
from gui.widgets.words import MINUS, fixed, percent, signed
from inference.colormaps import color_table
from inference.heatmap import Limits

BAR = 12  # px, height of the bar
SIDE = 22  # px kept free beside the bar for the numbers at its ends
FEW, MANY = 3, 5  # ticks asked for on narrow and wide bars
WIDE = 300  # px
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class ClassKey:
    """What a colour of a class map stands for.

    Attributes:
        name: The class, or "3 others".
        share: Of the places, 0..1.
        slot: Its place among the class colours; None: clear, the target.
    """

    name: str
    share: float
    slot: int | None


def tick_label(value: float, limits: Limits, *, is_signed: bool) -> str:
    """Writes a number for the bar: two digits of the largest, sign if it has one."""
    if value == 0:
        return "0"
    reach = limits.reach
    if not np.isfinite(value) or reach == 0:
        return fixed(value, 2)
    if reach < 0.001 or reach >= 1e6:
        text = f"{value:+.1e}" if is_signed else f"{value:.1e}"
        mantissa, exponent = text.replace("-", MINUS).split("e")
        return f"{mantissa}e{exponent[0].replace('+', '')}{exponent[1:].lstrip('0')}"
    decimals = max(1 - int(np.floor(np.log10(reach))), 0)
    return signed(value, decimals) if is_signed else fixed(value, decimals)


def bar_ticks(limits: Limits, *, is_signed: bool, width: float) -> list[float]:
    """Chooses 3 to 6 ticks whose numbers do not touch; both ends and zero stay."""
    ticks = limits.ticks(MANY if width >= WIDE else FEW)
    span = limits.high - limits.low
    if span <= 0:
        return ticks
    metrics = QFontMetricsF(font("label", 600))

    def room(tick: float) -> tuple[float, float]:
        middle = (tick - limits.low) / span * width
        words = tick_label(tick, limits, is_signed=is_signed)
        half = metrics.horizontalAdvance(words) / 2 + 4
        return middle - half, middle + half

    kept = [ticks[0], ticks[-1]]
    for tick in sorted(ticks[1:-1], key=lambda t: t != 0):  # zero first
        low, high = room(tick)
        taken = [room(other) for other in kept]
        is_free = all(high <= left or low >= right for left, right in taken)
        if len(kept) < MOST_TICKS and (is_free or tick == 0):
            kept.append(tick)
    return sorted(kept)


class ColorBar(QWidget):
    """The colours from the lowest to the highest value, with numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._limits = Limits(0.0, 1.0)
        self._colours = QImage()
        self._is_signed = False
        self.setMinimumWidth(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, limits: Limits, color_map: str, *, is_signed: bool) -> None:
        """Shows another range or other colours."""
        self._limits, self._is_signed = limits, is_signed
        self._colours = photo_image(color_table(color_map)[np.newaxis])
        ends = [tick_label(v, limits, is_signed=is_signed) for v in _ends(limits)]
        self.setAccessibleName(f"Colours from {ends[0]} to {ends[1]}")
        self.setToolTip(f"The colours of the values from {ends[0]} to {ends[1]}.")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        bar = QRectF(SIDE + 0.5, 3.5, self.width() - 2 * SIDE - 1, BAR)
        painter.drawImage(bar, self._colours)
        painter.setPen(QPen(color("edge"), 1))
        painter.drawRect(bar)
        span = self._limits.high - self._limits.low
        ticks = bar_ticks(self._limits, is_signed=self._is_signed, width=bar.width())
        free = 0.0
        for tick in ticks:
            share = (tick - self._limits.low) / span if span > 0 else 0.5
            middle = bar.left() + share * bar.width()
            free = self._paint_tick(painter, bar, middle, tick, free)

    def _paint_tick(
        self, painter: QPainter, bar: QRectF, middle: float, tick: float, free: float
    ) -> float:
        """Paints a tick with its number right of `free`; returns where it ends."""
        is_zero = tick == 0
        painter.setPen(QPen(color("text" if is_zero else "edge"), 1 + is_zero))
        foot = bar.bottom() + (5 if is_zero else 3)
        top = bar.top() if is_zero and self._limits.is_signed else bar.bottom()
        painter.drawLine(QPointF(middle, top), QPointF(middle, foot))
        painter.setPen(color("text" if is_zero else "muted"))
        painter.setFont(font("label", 600 if is_zero else 400))
        words = tick_label(tick, self._limits, is_signed=self._is_signed)
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
        left = min(max(middle - width / 2, free), self.width() - width)
        line = QRectF(left, bar.bottom() + 4, width, 15)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
        return left + width + 2


def _ends(limits: Limits) -> tuple[float, float]:
    return limits.low, limits.high


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
        words = ", ".join(_key_words(key) for key in keys)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        metrics = QFontMetrics(painter.font())
        left, middle = 8.5, self.height() / 2
        for key in self._keys:
            words = _key_words(key)
            width = metrics.horizontalAdvance(words)
            room = self.width() - left - 20
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
            line = QRectF(left + 20, middle - 10, room, 20)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            left += 20 + width + 20


def _key_words(key: ClassKey) -> str:
    return f"{key.name} {percent(key.share)}"
