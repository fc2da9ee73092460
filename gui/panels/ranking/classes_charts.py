"""How far confidence can be believed: what was said against what was right.

Imported when a chart is first shown: what it draws with takes half a second to load.
"""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame

from gui.fonts import px
from gui.theme import color, font
from gui.widgets.words import counted, local, translate
from inference.dataset import Calibration

TICKS = (0, 0.5, 1)
EDGE = 0.03  # of the chart, around what is drawn
DOT = 8  # px
WIDTH = 0.086  # of a bar, of the axis from 0 to 1


class _Still(pg.PlotWidget):
    """A chart that is looked at: the wheel scrolls the panel."""

    def __init__(self, name: str) -> None:
        super().__init__(enableMenu=False)
        self.setObjectName("plain")
        self._calibration: Calibration | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseEnabled(x=False, y=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hideButtons()
        self.setAccessibleName(name)
        self.getAxis("bottom").setTicks([_ticks()])

    def sizeHint(self) -> QSize:
        """It is as high as it may be, and gives way where there is no room."""
        return QSize(0, self.maximumHeight())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw()

    def show_calibration(self, calibration: Calibration) -> None:
        """Shows other bins."""
        self._calibration = calibration
        self._draw()

    def _draw(self) -> None:
        """Takes the colours of the theme, and draws anew."""
        self.clear()
        self.setBackground(color("surface"))
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(color("line")))
            axis.setTextPen(pg.mkPen(color("muted")))
            axis.setTickFont(font("label"))
            axis.setStyle(tickLength=0)
        if self._calibration is not None:
            self._fill(self._calibration)

    def _fill(self, calibration: Calibration) -> None:
        """Draws the bins."""
        raise NotImplementedError


class Reliability(_Still):
    """A dot for each bin: mean confidence across, share right up, with its interval."""

    def __init__(self) -> None:
        super().__init__(translate("Ranking", "Confidence against share right"))
        self.getAxis("left").setTicks([_ticks()])
        self.getAxis("left").setWidth(px(28))
        self.setRange(xRange=(0, 1), yRange=(0, 1), padding=EDGE)

    def _fill(self, calibration: Calibration) -> None:
        is_met = calibration.counts > 0
        across, up = calibration.confidence[is_met], calibration.accuracy[is_met]
        shares = [share for share in calibration.shares if share.total]
        ends = np.array([share.interval for share in shares]).reshape(-1, 2)
        dashes = pg.mkPen(color("edge"), width=1.2, style=Qt.PenStyle.DashLine)
        self.plot([0, 1], [0, 1], pen=dashes)
        bars = pg.ErrorBarItem(
            x=across, y=up, bottom=up - ends[:, 0], top=ends[:, 1] - up, beam=0
        )
        bars.setData(pen=pg.mkPen(color("accent"), width=1.2))
        self.addItem(bars)
        dots = self.plot(across, up, pen=pg.mkPen(color("accent"), width=2), symbol="o")
        dots.setSymbolSize(DOT)
        dots.setSymbolBrush(color("accent"))
        dots.setSymbolPen(pg.mkPen(color("surface"), width=1))


class Sureness(_Still):
    """A bar for each bin: photos that were right, and on top those that were wrong."""

    def __init__(self) -> None:
        super().__init__(translate("Ranking", "How often each confidence was right"))
        self.getAxis("left").setWidth(8)
        self.getAxis("left").setTicks([[]])

    def _fill(self, calibration: Calibration) -> None:
        middles = (calibration.edges[:-1] + calibration.edges[1:]) / 2
        right = np.array([share.hits for share in calibration.shares])
        wrong = calibration.counts - right
        for base, high, token in ((0 * right, right, "accent"), (right, wrong, "bad")):
            shade = color(token)
            self.addItem(
                pg.BarGraphItem(
                    x=middles, y0=base, height=high, width=WIDTH, brush=shade, pen=shade
                )
            )
        most = max(int(calibration.counts.max(initial=0)), 1)
        self.setRange(xRange=(0, 1), yRange=(0, most), padding=EDGE)
        words = counted("{n} photos at most", "{n} photo at most", most)
        self.setAccessibleDescription(words)


def _ticks() -> list[tuple[float, str]]:
    return [(place, local(f"{place:g}")) for place in TICKS]
