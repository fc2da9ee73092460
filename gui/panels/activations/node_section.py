"""The chosen node of the network: attributes, weights, filters of the first layer."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.fonts import px
from gui.panels.activations.channel import Histogram
from gui.panels.activations.node_facts import NodeFacts
from gui.theme import color
from gui.widgets.form import Elided, Group, column, row, stack, text
from gui.widgets.raster import photo_image
from gui.widgets.words import counted

HEIGHT = 64  # of the design, of histogram and filters
GAP = 1  # px between filters


class Filters(QWidget):
    """Small pictures of filters, as many as fit, in rows of equal length."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: NDArray[np.uint8] | None = None
        self.setFixedHeight(px(HEIGHT))
        self.setAccessibleName(self.tr("Filters of the first layer"))
        self.setToolTip(
            self.tr(
                "The first layer's filters in the colours they look for; grey is zero, "
                "and all have one scale."
            )
        )

    def show_filters(self, pictures: NDArray[np.uint8] | None) -> None:
        """Shows filters (n, h, w, 3), or hides."""
        self._pictures = pictures
        self.setVisible(pictures is not None)
        self.setFixedWidth(self._columns * self._side if pictures is not None else 0)
        self.update()

    @property
    def _side(self) -> int:
        return max(self.height() // self._rows, 1)

    @property
    def _rows(self) -> int:
        return (
            1 if self._pictures is None else max(round(len(self._pictures) ** 0.4), 1)
        )

    @property
    def _columns(self) -> int:
        return 0 if self._pictures is None else -(-len(self._pictures) // self._rows)

    def sizeHint(self) -> QSize:
        return QSize(self._columns * self._side, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pictures is None:
            return
        painter, side = QPainter(self), self._side
        painter.fillRect(self.rect(), color("surface"))
        for place, picture in enumerate(self._pictures):
            down, across = divmod(place, self._columns)
            box = QRectF(across * side, down * side, side - GAP, side - GAP)
            painter.drawImage(box, photo_image(picture))


class NodeSection(Group):
    """Says what is known of a node."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Elided(role="strong")
        self._attributes = Elided(role="muted")
        self._weights = Elided(role="muted")
        self._more = text(role="muted")
        self._filters = Filters()
        self._histogram = Histogram()
        self._histogram.setFixedHeight(px(HEIGHT))
        self._pictures = row(self._filters, (self._histogram, 1), gap=14)
        words = column(
            self._name, self._attributes, row((self._weights, 1), self._more), gap=2
        )
        stack(self, words, self._pictures, gap=4)
        self.hide()

    def show_name(self, name: str, attributes: str) -> None:
        """Names another node; what its weights say comes later."""
        self._name.setText(name)
        self._attributes.setText(attributes or self.tr("no attributes"))
        self._weights.setText("")
        self._more.setText("")
        self._filters.show_filters(None)
        self._pictures.hide()
        self.show()

    def show_facts(self, known: NodeFacts) -> None:
        """Says what its weights are."""
        first = known.weights[0] if known.weights else None
        self._weights.setText(self.tr("no weights") if first is None else first.words)
        self._weights.setToolTip("")
        others = len(known.weights) - 1
        more = counted("and {n} more", "and {n} more", others) if others > 0 else ""
        self._more.setText(more)
        self._more.setToolTip("\n".join(each.words for each in known.weights))
        self._filters.show_filters(known.filters)
        self._histogram.set_counts(None if first is None else first.counts)
        self._pictures.setVisible(first is not None)
