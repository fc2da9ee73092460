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
from gui.panels.activations.node_facts import NodeFacts, facts_of
from gui.panels.activations.opened import OpenedNetwork
from gui.panels.activations.peaks import PeaksLens
from inference.jobs import once


class NetworkPage(QObject):
    """Runs what its section asks for.

    Attributes:
        section: Its controls.
        network: What is shown.
        drawing: As it is folded now.
    """

    def __init__(
        self, lanes: Lanes, opened: OpenedNetwork, peaks: PeaksLens, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self.section = NetworkSection()
        self.network: Network | None = None
        self.drawing: Drawing | None = None
        self._layer = ""
        self._peaks, self._shown_peaks = peaks, peaks.answer
        self._peaks.changed.connect(self._show_peaks)
        self._opening = lanes.create(self.tr("Drawing the network"), is_quiet=True)
        self._opening.succeeded.connect(self._show_drawing)
        self.section.block_opened.connect(self._open_block)
        self._finding = lanes.create(self.tr("Weights of a node"), is_quiet=True)
        self._finding.succeeded.connect(self._show_facts)
        self.section.node_shown.connect(self._find_facts)

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

    @Slot(int)
    def _find_facts(self, place: int) -> None:
        """Looks into the weights of a node, while the page is in sight."""
        opened, network = self._opened.opened, self.network
        if opened is None or network is None or not self.section.isVisible():
            return
        classifier, node = opened.reader.classifier, network.costs[place].node
        order = classifier.preprocessing.normalisation.channels
        work = partial(facts_of, classifier.graph, node, place, order)
        self._finding.start(once(work), about=(network, place))

    @Slot(object)
    def _show_facts(self, known: NodeFacts) -> None:
        if self._finding.about == (self.network, known.place):
            self.section.node.show_facts(known)

    @Slot()
    def _show_peaks(self) -> None:
        if self._peaks.answer is not self._shown_peaks:
            self._shown_peaks = self._peaks.answer
            self.section.show_peaks(self._shown_peaks or ())

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
