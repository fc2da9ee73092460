"""What the charts of the tab have in common: the colours of the theme, and numbers."""

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from gui.fonts import px
from gui.theme import color, font
from gui.widgets.words import local

LEFT, BELOW = 38, 22  # of the design, room for the words of both axes


class LocalAxis(pg.AxisItem):
    """An axis whose numbers are written as the language has it."""

    def tickStrings(
        self, values: list[float], scale: float, spacing: float
    ) -> list[str]:
        return [local(each) for each in super().tickStrings(values, scale, spacing)]


def still(plot: pg.PlotWidget) -> None:
    """Takes away what moves a chart, and its frame."""
    plot.setFrameShape(QFrame.Shape.NoFrame)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()


def paint_axes(plot: pg.PlotWidget) -> None:
    """Gives a chart the colours of the theme."""
    plot.setBackground(color("surface"))
    for name in ("left", "bottom"):
        axis = plot.getAxis(name)
        axis.setPen(pg.mkPen(color("line")))
        axis.setTextPen(pg.mkPen(color("muted")))
        axis.setStyle(tickLength=0, tickFont=font("label"))
    plot.getAxis("left").setWidth(px(LEFT))
    plot.getAxis("bottom").setHeight(px(BELOW))


def paint_lines(steps: pg.PlotDataItem, smoothed: pg.PlotDataItem) -> None:
    """Draws each step pale, and their mean strong."""
    steps.setPen(pg.mkPen(color("ghost"), width=1.2))
    smoothed.setPen(pg.mkPen(color("accent"), width=2))


def dashes() -> object:
    """Returns the pen of lines that only divide."""
    return pg.mkPen(color("line"), width=1, style=Qt.PenStyle.DashLine)
