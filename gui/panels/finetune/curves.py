"""Loss and accuracy of a run against its epochs, and a pointer that reads values.

Imported when a run is first shown: what it draws with takes half a second to load.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Signal

from gui.fonts import width_of
from gui.panels.finetune.plotting import (
    LocalAxis,
    dashes,
    paint_axes,
    paint_lines,
    still,
)
from gui.theme import color
from gui.widgets.form import named
from gui.widgets.words import facts, fixed, translate
from inference.geometry import Doubles, Floats

Line = Literal["steps", "smoothed", "validation"]
LABELS = 6  # epochs that are named below the curves, where there is room
APART = 12  # px between two such names
SMOOTHED = 10  # steps of a mean, at most
DOT = 9  # px
ROOM = 1.08  # of the largest loss
BEYOND = 1.12  # of the epochs, so that the last one has room for its name


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """What is drawn.

    Attributes:
        steps: A number for each step, (S,).
        validation: Epochs and their number behind them.
        steps_per_epoch: Steps of an epoch.
        epochs: In all.
    """

    steps: Floats
    validation: Sequence[tuple[int, float]]
    steps_per_epoch: int
    epochs: int


def smoothed(values: Floats, most: int) -> Doubles:
    """Returns the mean of each number and those before it, at most so many (S,)."""
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    ends = np.arange(1, len(values) + 1)
    starts = np.maximum(ends - most, 0)
    means: Doubles = (sums[ends] - sums[starts]) / (ends - starts)
    return means


class Curves(pg.PlotWidget):
    """Shows each step pale, smoothed, and a dot behind each epoch.

    Signals:
        read: what the pointer is on, in words; "" for nothing.
    """

    read = Signal(str)

    def __init__(self, name: str, *, is_share: bool) -> None:
        super().__init__(enableMenu=False, axisItems={"left": LocalAxis("left")})
        self._is_share = is_share
        self._series = Series(np.zeros(0, np.float32), (), 1, 1)
        self._lines: list[pg.InfiniteLine] = []
        self._lined = (0, 0)  # epochs and how many of them have no line
        still(self)
        named(self, name, self.tr("The pointer reads the values of a step."))
        self._items: dict[Line, pg.PlotDataItem] = {
            "steps": self.plot(),
            "smoothed": self.plot(),
            "validation": self.plot(symbol="o", symbolSize=DOT),
        }
        for line in ("steps", "smoothed"):
            self._items[line].setDownsampling(auto=True, method="peak")
        self._cursor = pg.InfiniteLine(angle=90)
        self._cursor.hide()
        self.addItem(self._cursor, ignoreBounds=True)
        self.scene().sigMouseMoved.connect(self._on_moved)
        self.getViewBox().sigResized.connect(self._mark_epochs)
        self._paint()

    def sizeHint(self) -> QSize:
        """It takes what room there is, and asks for none."""
        return QSize(0, 0)

    @property
    def series(self) -> Series:
        """What is drawn."""
        return self._series

    def drawn(self, line: Line) -> tuple[Doubles, Doubles]:
        """Returns the points of a line as they are drawn: epochs and values."""
        across, up = self._items[line].getOriginalDataset()
        empty = np.zeros(0)
        return (empty if across is None else across), (empty if up is None else up)

    @property
    def named_epochs(self) -> list[float]:
        """Where the epochs lie whose names stand below, in px."""
        view = self.getViewBox()
        places = (view.mapViewToScene(line.pos()) for line in self._lines)
        return [self.mapFromScene(place).x() for place in places]

    def place_of(self, step: int) -> QPointF:
        """Returns where a step lies in the widget, from 0."""
        height = float(self._series.steps[step])
        place = QPointF((step + 1) / self._series.steps_per_epoch, height)
        found = self.mapFromScene(self.getViewBox().mapViewToScene(place))
        return QPointF(found)

    def show_series(self, series: Series) -> None:
        """Shows a run so far."""
        self._series = series
        across = np.arange(1, len(series.steps) + 1) / series.steps_per_epoch
        means = smoothed(series.steps, min(SMOOTHED, max(series.steps_per_epoch, 3)))
        self._items["steps"].setData(across, series.steps)
        self._items["smoothed"].setData(across, means)
        found = np.array(series.validation, np.float64).reshape(-1, 2)
        self._items["validation"].setData(found[:, 0], found[:, 1])
        self._fit(found[:, 1])
        self._mark_epochs()
        last = fixed(float(means[-1])) if len(means) else ""
        self.setAccessibleDescription(last)

    def _fit(self, validation: Doubles) -> None:
        high = 1.0
        if not self._is_share:
            largest = max(
                float(self._series.steps.max(initial=0)),
                float(validation.max(initial=0)),
            )
            high = ROOM * largest or 1.0
        self.setXRange(0, BEYOND * self._series.epochs, padding=0)
        self.setYRange(0, high if not self._is_share else 1.04, padding=0)

    def _mark_epochs(self, _: object = None) -> None:
        """Draws a line at the end of each epoch that is named; no two names meet."""
        epochs = self._series.epochs
        word = translate("Finetune", "epoch {n}")
        wide = width_of(word.format(n=epochs), "label") + APART
        room = int(self.getViewBox().width() / BEYOND)
        every = ceil(epochs / min(max(room // wide, 1), LABELS))
        if self._lined == (epochs, every):
            return
        self._lined = (epochs, every)
        for old in self._lines:
            self.removeItem(old)
        places = range(every, epochs + 1, every)
        self._lines = [pg.InfiniteLine(n, angle=90, pen=dashes()) for n in places]
        for line in self._lines:
            line.setZValue(-1)
            self.addItem(line, ignoreBounds=True)
        shown = [(n, word.format(n=n)) for n in places]
        self.getAxis("bottom").setTicks([shown])

    # ---- reading

    def _on_moved(self, place: QPointF) -> None:
        steps, per_epoch = self._series.steps, self._series.steps_per_epoch
        across = self.getViewBox().mapSceneToView(place).x()
        step = round(across * per_epoch) - 1
        is_inside = self.getViewBox().sceneBoundingRect().contains(place)
        if not (is_inside and 0 <= step < len(steps)):
            self._leave()
            return
        self._cursor.setPos((step + 1) / per_epoch)
        self._cursor.show()
        self.read.emit(self.reading(step))

    def reading(self, step: int) -> str:
        """Says the numbers of a step, from 0."""
        series = self._series
        means = self._items["smoothed"].getOriginalDataset()[1]
        words = translate("Finetune", "step {n}: {value}")
        words = words.format(n=step + 1, value=fixed(float(series.steps[step])))
        mean = translate("Finetune", "smoothed {value}").format(
            value=fixed(float(means[step]))
        )
        epoch = (step + 1) / series.steps_per_epoch
        judged = dict(series.validation)
        validation = ""
        if epoch in judged:
            validation = translate("Finetune", "validation {value}")
            validation = validation.format(value=fixed(judged[int(epoch)]))
        return facts(words, mean, validation)

    def _leave(self) -> None:
        if self._cursor.isVisible():
            self._cursor.hide()
            self.read.emit("")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._leave()

    # ---- colours

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._paint()

    def _paint(self) -> None:
        """Takes the colours of the theme."""
        paint_axes(self)
        paint_lines(self._items["steps"], self._items["smoothed"])
        dots = self._items["validation"]
        dots.setPen(pg.mkPen(color("bad"), width=1.2))
        dots.setSymbolBrush(color("bad"))
        dots.setSymbolPen(pg.mkPen(color("surface"), width=1))
        self._cursor.setPen(pg.mkPen(color("muted"), width=1))
        for line in self._lines:
            line.setPen(dashes())
