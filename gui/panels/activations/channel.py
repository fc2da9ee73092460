"""One channel: its map in large, and how often each value occurs."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.errors import said
from gui.fonts import px
from gui.panels.activations.detail import ChannelDetail
from gui.panels.activations.study import Counts, Study
from gui.panels.activations.tiles import fitted
from gui.theme import color, font
from gui.widgets.form import (
    Badge,
    Elided,
    Group,
    button,
    column,
    icon_button,
    named,
    row,
    stack,
    text,
)
from gui.widgets.raster import level_image
from gui.widgets.words import brief, counted, facts, number, percent, translate

SIDE, LOW_SIDE = 136, 84  # px, of the map; where the window is low
LOW_HISTOGRAM = 34  # of the design
LOW_WINDOW = 860  # px
WIDGET_MAX = 16_777_215  # px, as Qt has it


class ChannelView(QWidget):
    """A channel's map, in blocks.

    Signals:
        hovered: row and column under the pointer, or None.
    """

    hovered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.set_side(SIDE)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("The chosen channel"))
        self.setToolTip(
            self.tr("The chosen channel; its numbers from 0 at the top left.")
        )

    def set_side(self, side: int) -> None:
        """Is as large as this, in px."""
        self.setFixedSize(side, side)

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
        self.setMinimumHeight(px(32))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("How often each value occurs"))
        self.setToolTip(
            self.tr("How many places have a value; the counts are on a log axis.")
        )

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
            painter.drawText(line, align, brief(value, counts.high - counts.low))


class ChannelSection(Group):
    """Shows the chosen channel in large, with its numbers.

    Signals:
        stepped: −1 or 1: the channel before or after it in the order of the tiles.
        pin_clicked: *Pin*, or *Unpin*.
    """

    stepped = Signal(int)
    pin_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._detail: ChannelDetail | None = None
        self._numbers_text = ""
        self.view = ChannelView()
        self.view.hovered.connect(self._show_value)
        self._title = text("", "heading")
        self._badge = Badge()
        self._numbers = Elided(role="muted")
        self.histogram = Histogram()
        self._pin = button(self.tr("Pin"), "link")
        tip = self.tr(
            "Watches this channel; its number stays below, with other photos too."
        )
        named(self._pin, self.tr("Pin the channel"), tip)
        self._pin.clicked.connect(self.pin_clicked)
        back = icon_button(
            "left", self.tr("Previous channel"), self.tr("Goes one channel back.")
        )
        on = icon_button(
            "right", self.tr("Next channel"), self.tr("Goes one channel on.")
        )
        back.clicked.connect(lambda: self.stepped.emit(-1))
        on.clicked.connect(lambda: self.stepped.emit(1))
        head = row(self._title, self._badge, ..., self._pin, back, on, gap=4)
        beside = column(head, self._numbers, (self.histogram, 1), gap=4)
        stack(self, row(self.view, (beside, 1), gap=14))

    def fit_into(self, height: int) -> None:
        """Leaves room for the tiles where the window is low; its height in px."""
        is_low = height < LOW_WINDOW
        self.view.set_side(LOW_SIDE if is_low else SIDE)
        self.histogram.setMaximumHeight(px(LOW_HISTOGRAM) if is_low else WIDGET_MAX)

    def show_detail(self, detail: ChannelDetail) -> None:
        """Shows a channel of the first photo."""
        self._detail = detail
        study, channel = detail.study, detail.channel
        stats = study.stats[0]
        words = self.tr("Channel {number}")
        self._title.setText(words.format(number=channel))
        is_strongest = channel == study.strongest
        on_edge = bool(stats.on_edge[channel])
        words = self.tr("strongest of the layer") if is_strongest else ""
        if is_strongest and on_edge:
            words = self.tr("strongest, on the edge")
        self._badge.show_words(words, "warn" if is_strongest and on_edge else "plain")
        tip = self.tr("Maxima on the edge are often artefacts of the padding.")
        self._badge.setToolTip(tip if on_edge else "")
        self._numbers_text = numbers_of(study, channel)
        self._numbers.setText(self._numbers_text)
        self.view.setVisible(detail.levels is not None)
        self.view.set_levels(detail.levels, study.sheet.color_map)
        self.histogram.set_counts(detail.counts)

    def show_pinned(self, *, is_pinned: bool) -> None:
        """Says whether the channel is watched."""
        self._pin.setText(self.tr("Unpin") if is_pinned else self.tr("Pin"))

    def _show_value(self, place: tuple[int, int] | None) -> None:
        if place is None or self._detail is None or self._detail.levels is None:
            self._numbers.setText(self._numbers_text)
            return
        value = number(float(self._detail.values[place]))
        words = self.tr("cell {row}, {column}: {value}")
        row, column = place
        self._numbers.setText(words.format(row=row, column=column, value=value))


def numbers_of(study: Study, channel: int) -> str:
    """Writes a channel's numbers: "Max 879.54 · mean 22.99 · 91 % zeros".

    A signed one has its minimum first: "Min −12.1 · ".
    """
    stats = study.stats[0]
    largest = number(float(stats.maxima[channel]))
    mean = number(float(stats.means[channel]))
    if study.shown[0].is_vector:
        return translate("Channel", "Value {value}").format(value=largest)
    zeros = percent(float(stats.zeros[channel]))
    edge = translate("Channel", "on the edge: often a border artefact")
    least = float(stats.minima[channel])
    signed = translate("Channel", "Min {value}").format(value=number(least))
    return facts(
        signed if least < 0 else "",
        translate("Channel", "Max {value}").format(value=largest),
        translate("Channel", "mean {value}").format(value=mean),
        translate("Channel", "{share} zeros").format(share=zeros),
        edge if stats.on_edge[channel] else "",
    )


def counts_of(study: Study, shown: int) -> str:
    """Writes how many of a layer's channels are in sight, and what else is to know."""
    hint = translate("Channel", "hover for maximum and mean")
    words = counted(
        "{shown} of {n} channels shown",
        "{shown} of {n} channel shown",
        len(study.sheet.channels),
        shown=shown,
    )
    return facts(
        words,
        translate("Channel", "numbered from 0"),
        said(study.raw[0].note) or ("" if study.shown[0].is_vector else hint),
    )
