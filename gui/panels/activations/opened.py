"""The network that is looked at, opened for reading its layers in the background."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.activations.network_record import Network, network_of
from gui.session import Session
from gui.widgets.pickers import LayerChoice, layer_choices
from inference.activations import LayerReader
from inference.classifier import Classifier
from inference.gradcam import usual_layer
from inference.jobs import once


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A network whose layers can be read.

    Attributes:
        reader: Reads them; its table is worked out.
        network: As the page *Network* shows it.
        usual: The layer to begin with: that of Grad-CAM, where there is one.
        choices: The layers as they stand in pickers.
    """

    reader: LayerReader
    network: Network
    usual: str | None
    choices: tuple[LayerChoice, ...]


class OpenedNetwork(QObject):
    """Keeps the opened network of one classifier.

    Attributes:
        opened: The network; None before it is ready.
        error: Why it cannot be opened, or None.

    Signals:
        ready: the network is open, or cannot be opened.
        stopped: the user stopped the opening; whoever needs it may ask again.
    """

    ready = Signal()
    stopped = Signal()

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__(session)
        self.opened: Opened | None = None
        self.error: Exception | None = None
        self._session = session
        self._classifier: Classifier | None = None
        self._lane = lanes.create(self.tr("Network"))
        self._lane.succeeded.connect(self._take)
        self._lane.failed.connect(self._on_failed)
        self._lane.stopped.connect(self.stopped)
        self._parting = lanes.create(self.tr("Memory"), is_quiet=True)

    def look(self) -> bool:
        """Takes up the model that is looked at; returns whether it is another one."""
        classifier = self._session.subject.classifier
        if classifier is self._classifier:
            return False
        self._classifier = classifier
        former = [self.opened]
        self.opened = self.error = None
        self._lane.leave(at_once=True)
        self._parting.start(once(former.clear))  # of 20,000 nodes that takes a while
        return True

    def need(self) -> None:
        """Opens the network, unless it is open, on its way, or cannot be opened."""
        if self._classifier is None or self.opened or self.error:
            return
        if self._lane.work is None:
            self._lane.start(once(partial(_open, self._classifier)))

    @Slot(object)
    def _take(self, opened: Opened) -> None:
        if opened.reader.classifier is self._classifier:
            self.opened = opened
            self.ready.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.error = error
        self.ready.emit()


def _open(classifier: Classifier) -> Opened:
    reader = LayerReader(classifier)
    choices = layer_choices(reader.table.layers.values())
    return Opened(reader, network_of(reader), _usual_layer(reader), choices)


def _usual_layer(reader: LayerReader) -> str | None:
    """Returns the layer that Grad-CAM takes by itself, else the last with places."""
    graph, logits = reader.classifier.graph, reader.classifier.readout.tensor
    layers = reader.table.layers
    taken = usual_layer(graph, logits, reader.table.size)
    if taken is not None and taken.name in layers:
        return taken.name
    spatial = [name for name, layer in layers.items() if layer.is_spatial]
    best = spatial or list(layers)
    return best[-1] if best else None
