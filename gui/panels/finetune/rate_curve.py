"""Loss against learning rate, with the rate that is suggested; a click takes one.

Imported when a sweep is first shown: what it draws with takes half a second to load.
"""

from math import ceil, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent

from gui.fonts import width_of
from gui.panels.finetune.plotting import LocalAxis, paint_axes, paint_lines, still
from gui.theme import color
from gui.widgets.decimals import plainly
from gui.widgets.form import named
from gui.widgets.words import facts, fixed, translate
from inference.finetune import RATES, RateSweep

APART = 10  # px between two numbers below the curve
ROOM = 1.25  # of the loss at the start; what rises beyond is out of sight
EDGES = 0.8, 0.3  # decades at the sides, for the first and the last number
NEAR = 0.3  # decades, from the pointer to the step that it reads


class RateCurve(pg.PlotWidget):
    """Shows the loss of each step pale, and smoothed, over a logarithmic axis.

    Signals:
        read: what the pointer is on, in words; "" for nothing.
        rate_picked: the rate below the pointer was clicked, to one digit.
    """

    read = Signal(str)
    rate_picked = Signal(float)

    def __init__(self) -> None:
        super().__init__(enableMenu=False, axisItems={"left": LocalAxis("left")})
        self._sweep = RateSweep(np.zeros(0), np.zeros(0))
        still(self)
        tip = self.tr("The pointer reads the values of a rate; a click takes it.")
        named(self, self.tr("Loss against learning rate"), tip)
        self._steps, self._smoothed = self.plot(), self.plot()
        self._marked = pg.InfiniteLine(angle=90)
        self._cursor = pg.InfiniteLine(angle=90)
        for line in (self._marked, self._cursor):
            line.hide()
            self.addItem(line, ignoreBounds=True)
        self.scene().sigMouseMoved.connect(self._on_moved)
        self.getViewBox().sigResized.connect(self._name_rates)
        self._paint()

    def sizeHint(self) -> QSize:
        """It takes what room there is, and asks for none."""
        return QSize(0, 0)

    @property
    def sweep(self) -> RateSweep:
        """What is drawn."""
        return self._sweep

    def place_of(self, rate: float) -> QPointF:
        """Returns where a rate lies in the widget, at half its height."""
        place = QPointF(log10(rate), self.viewRect().center().y())
        found = self.mapFromScene(self.getViewBox().mapViewToScene(place))
        return QPointF(found)

    def show_sweep(self, sweep: RateSweep, *, has_ended: bool) -> None:
        """Shows a sweep so far; once it has ended, what it suggests."""
        self._sweep = sweep
        across = np.log10(sweep.rates)
        self._steps.setData(across, np.nan_to_num(sweep.losses))
        self._smoothed.setData(across, sweep.smoothed)
        ends = log10(RATES[0]) - EDGES[0], log10(RATES[-1]) + EDGES[1]
        self.setXRange(*ends, padding=0)
        self.setYRange(0, ROOM * sweep.start or 1.0, padding=0)
        found = sweep.suggestion if has_ended else None
        self._marked.setVisible(found is not None)
        if found is not None:
            self._marked.setPos(log10(found))
        self._name_rates()

    def _name_rates(self, _: object = None) -> None:
        """Writes powers of ten below the curve, as many as have room."""
        left, right = self.viewRange()[0]
        powers = range(ceil(left), ceil(right))
        widest = max((width_of(plainly(10.0**n), "label") for n in powers), default=1)
        widest += APART
        room = max(int(self.getViewBox().width() / widest), 1)
        every = ceil(len(powers) / room) or 1
        shown = [(n, plainly(10.0**n)) for n in powers[::every]]
        self.getAxis("bottom").setTicks([shown])

    # ---- the pointer

    def _place_at(self, place: QPointF) -> int | None:
        """Returns the step that is nearest to a place of the scene."""
        view, rates = self.getViewBox(), self._sweep.rates
        if not len(rates) or not view.sceneBoundingRect().contains(place):
            return None
        across = view.mapSceneToView(place).x()
        found = int(np.abs(np.log10(rates) - across).argmin())
        apart = abs(log10(rates[found]) - across)
        return found if apart < NEAR else None

    def _on_moved(self, place: QPointF) -> None:
        step = self._place_at(place)
        if step is None:
            self._leave()
            return
        self._cursor.setPos(log10(self._sweep.rates[step]))
        self._cursor.show()
        self.read.emit(self._reading(step))

    def _reading(self, step: int) -> str:
        words = translate("Finetune", "rate {rate}: {value}").format(
            rate=plainly(rounded(self._sweep.rates[step], 2)),
            value=fixed(float(self._sweep.losses[step])),
        )
        mean = translate("Finetune", "smoothed {value}").format(
            value=fixed(float(self._sweep.smoothed[step]))
        )
        return facts(words, mean)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        step = self._place_at(self.mapToScene(event.position().toPoint()))
        if event.button() is Qt.MouseButton.LeftButton and step is not None:
            self.rate_picked.emit(rounded(self._sweep.rates[step], 1))

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
        paint_lines(self._steps, self._smoothed)
        self._marked.setPen(pg.mkPen(color("good"), width=2))
        self._cursor.setPen(pg.mkPen(color("muted"), width=1))


def rounded(rate: float, digits: int) -> float:
    """Returns a rate to so many digits."""
    return float(np.format_float_scientific(rate, precision=digits - 1))
