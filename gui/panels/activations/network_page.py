"""The page *Network* at work: opens blocks and finds the peaks of all layers."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from gui.jobs import Lanes
from gui.panels.activations.network import (
    Drawing,
    Network,
    NetworkSection,
    opened_block,
)
from inference.activations import LayerPeak, LayerReader
from inference.classifier import PreparedInput
from inference.jobs import once


class NetworkPage(QObject):
    """Runs what its section asks for, in lanes of its own."""

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self.section = NetworkSection()
        self.network: Network | None = None
        self.drawing: Drawing | None = None
        self._layer = ""
        self._peaking = lanes.create("Strongest channels")
        self._peaking.succeeded.connect(self._show_peaks)
        self._opening = lanes.create("Drawing the network", is_quiet=True)
        self._opening.succeeded.connect(self._show_drawing)
        self.section.block_opened.connect(self._open_block)

    def show_network(self, network: Network) -> None:
        """Shows another network."""
        self._opening.discard()
        self.network, self.drawing = network, network.drawing
        self.section.show_network(network)

    def set_layer(self, name: str) -> None:
        """Marks the node behind a tensor."""
        self._layer = name
        self.section.set_layer(name)

    def ask_peaks(self, reader: LayerReader, prepared: PreparedInput) -> None:
        """Finds the strongest channel of every layer."""
        self._peaking.start(once(reader.peaks, prepared))

    def discard(self) -> None:
        """Another photo is looked at."""
        self._peaking.discard()

    @Slot(object)
    def _show_peaks(self, peaks: tuple[LayerPeak, ...]) -> None:
        self.section.show_peaks(peaks)

    def _open_block(self, place: int) -> None:
        if self.network is not None and self.drawing is not None:
            edges = self.network.edges
            self._opening.start(once(partial(opened_block, self.drawing, place, edges)))

    @Slot(object)
    def _show_drawing(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.section.show_drawing(drawing)
        self.section.set_layer(self._layer, is_shown=False)
