"""The page *Network* at work: opens blocks and shows the peaks of all layers."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from gui.jobs import Lanes
from gui.panels.activations.network import (
    Drawing,
    Network,
    NetworkSection,
    opened_block,
)
from gui.panels.activations.node_card import node_detail
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
        self._layer = ""
        self._peaks, self._shown_peaks = peaks, peaks.answer
        self._peaks.changed.connect(self._show_peaks)
        self._opening = lanes.create(self.tr("Drawing the network"), is_quiet=True)
        self._opening.succeeded.connect(self._show_drawing)
        self._reading = lanes.create(self.tr("Reading weights"), is_quiet=True)
        self._reading.succeeded.connect(self.section.show_weights)
        self.section.block_opened.connect(self._open_block)
        self.section.node_chosen.connect(self._read_weights)

    def show_network(self, network: Network) -> None:
        """Shows another network."""
        self._opening.leave()
        self.network, self.drawing = network, network.drawing
        self.section.show_network(network)
        self.section.show_peaks(self._peaks.answer or ())

    def set_layer(self, name: str) -> None:
        """Marks the node behind a tensor."""
        self._layer = name
        self.section.set_layer(name)

    @Slot()
    def _show_peaks(self) -> None:
        if self._peaks.answer is not self._shown_peaks:
            self._shown_peaks = self._peaks.answer
            self.section.show_peaks(self._shown_peaks or ())

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
            edges = self.network.edges
            work = partial(opened_block, self.drawing, place, edges)
            self._opening.start(once(work), about=self.network)

    @Slot(object)
    def _show_drawing(self, drawing: Drawing) -> None:
        if self._opening.about is self.network:
            self.drawing = drawing
            self.section.show_drawing(drawing)
            self.section.set_layer(self._layer, is_shown=False)
