"""The page *Network* at work: opens blocks and shows the peaks of all layers.

It shows a network when it is seen: of 20,000 nodes that takes a while.
"""

from functools import partial

from PySide6.QtCore import QObject, Slot

from gui.jobs import Lanes
from gui.panels.activations.network import NetworkSection
from gui.panels.activations.network_record import (
    Drawing,
    Network,
    opened_block,
    rows_with,
)
from gui.panels.activations.node_card import node_detail
from gui.panels.activations.node_model import NodeRow
from gui.panels.activations.peaks import PeaksLens
from inference.jobs import once


class NetworkPage(QObject):
    """Runs what its section asks for.

    Attributes:
        section: Its controls.
        network: What is shown.
        drawing: As it is folded now.
    """

    def __init__(self, lanes: Lanes, peaks: PeaksLens, parent: QObject) -> None:
        super().__init__(parent)
        self.section = NetworkSection()
        self.network: Network | None = None
        self.drawing: Drawing | None = None
        self._layer, self._is_due = "", False
        self._peaks, self._shown_peaks = peaks, peaks.answer
        self._peaks.changed.connect(self._show_peaks)
        self._opening = lanes.create(self.tr("Drawing the network"), is_quiet=True)
        self._opening.succeeded.connect(self._show_drawing)
        self._reading = lanes.create(self.tr("Reading weights"), is_quiet=True)
        self._reading.succeeded.connect(self.section.show_weights)
        self._marking = lanes.create(self.tr("Listing the strongest"), is_quiet=True)
        self._marking.succeeded.connect(self._show_rows)
        self.section.seen.connect(self._show_due)
        self.section.block_opened.connect(self._open_block)
        self.section.node_chosen.connect(self._read_weights)

    def show_network(self, network: Network) -> None:
        """Shows another network."""
        self._opening.leave()
        self._marking.leave()
        self.network, self.drawing, self._is_due = network, network.drawing, True
        self._show_due()

    def set_layer(self, name: str) -> None:
        """Marks the node behind a tensor."""
        self._layer = name
        if not self._is_due:
            self.section.set_layer(name)

    @Slot()
    def _show_due(self) -> None:
        """Shows a network that nobody saw yet."""
        if self._is_due and self.network is not None and self.section.isVisible():
            self._is_due = False
            self.section.show_network(self.network)
            self.section.set_layer(self._layer)
            self._mark_peaks()

    @Slot()
    def _show_peaks(self) -> None:
        if self._peaks.answer is not self._shown_peaks:
            self._shown_peaks = self._peaks.answer
            self._mark_peaks()

    def _mark_peaks(self) -> None:
        if self.network is not None and not self._is_due:
            work = partial(rows_with, self.network, self._peaks.answer or ())
            self._marking.start(once(work), about=self.network)

    @Slot(object)
    def _show_rows(self, rows: tuple[NodeRow, ...]) -> None:
        if self._marking.about is self.network:
            self.section.show_rows(rows)

    @Slot(int)
    def _read_weights(self, place: int) -> None:
        """Reads the weights of the chosen node, once it is seen."""
        network = self.network if place >= 0 and self.section.isVisible() else None
        classifier = None if network is None else network.owner()
        if network is None or classifier is None:
            self._reading.leave()
            return
        cost = network.costs[place]
        self._reading.start(node_detail(classifier, cost.node), about=cost)

    def _open_block(self, place: int) -> None:
        if self.network is not None and self.drawing is not None:
            work = partial(opened_block, self.network, self.drawing, place)
            self._opening.start(once(work), about=self.network)

    @Slot(object)
    def _show_drawing(self, drawing: Drawing) -> None:
        if self._opening.about is self.network:
            self.drawing = drawing
            self.section.show_drawing(drawing)
            self.section.set_layer(self._layer, is_shown=False)
