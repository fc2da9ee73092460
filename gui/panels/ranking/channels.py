"""Channels of the network, read for the photos of a dataset as a ranking asks for them.

A channel that was read is kept as long as the dataset and the model stay; the last few
of them, so that going back shows them at once.
"""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.ranking.asked import Wish
from inference.activations import LayerReader
from inference.classifier import Classifier
from inference.dataset import Dataset
from inference.jobs import Progress, once
from inference.network.layers import FeatureLayer
from inference.ranking import Activity, Scored, channel_activity

KEPT = 8  # channels; of 100,000 photos 5 MB each

_Key = tuple[str, int]  # layer and channel


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is read: a channel of a model, for the photos of a dataset."""

    classifier: Classifier
    dataset: Dataset
    key: _Key


@dataclass(frozen=True, slots=True, eq=False)
class _Layers:
    """The layers of a network, input to output."""

    owner: Classifier
    layers: dict[str, FeatureLayer]


def _layers_of(classifier: Classifier) -> _Layers:
    return _Layers(classifier, dict(LayerReader(classifier).table.layers))


class Channels(QObject):
    """Reads the channel that photos are to be ranked by.

    Signals:
        layers_changed: the layers of the model are known now.
        grown: more is known of the channel that was asked for last.
    """

    layers_changed = Signal()
    grown = Signal()

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._known: _Layers | None = None
        self._kept: OrderedDict[_Key, Activity] = OrderedDict()
        self._tried: dict[_Key, frozenset[int]] = {}  # photos, readable or not
        self._places: frozenset[int] = frozenset()  # that are being read
        self._dataset: Dataset | None = None  # whose photos are read
        self._listing = lanes.create(self.tr("Layers"), is_quiet=True)
        self._listing.succeeded.connect(self._take_layers)
        self._reading = lanes.create(self.tr("Channel"))
        self._reading.progressed.connect(self._take_partial)
        self._reading.succeeded.connect(self._take)

    @property
    def layers(self) -> tuple[FeatureLayer, ...]:
        """The layers of the model; none before they were asked for."""
        return () if self._known is None else tuple(self._known.layers.values())

    @property
    def usual(self) -> str:
        """The last layer that has places."""
        return next((x.name for x in reversed(self.layers) if x.is_spatial), "")

    def forget(self) -> None:
        """Lets go of what is known: another dataset, or another model."""
        self._reading.leave()
        self._kept.clear()
        self._tried.clear()
        self._known = self._dataset = None

    def stop(self) -> None:
        """Ends the reading; what was read stays."""
        self._reading.stop()

    def _need(self, classifier: Classifier) -> None:
        """Asks for the layers of a model, unless they are known."""
        if self._known is not None and self._known.owner is classifier:
            return
        if self._listing.about is not classifier or not self._listing.is_working:
            self._listing.start(once(_layers_of, classifier), about=classifier)

    def known(self, wish: Wish) -> Activity | None:
        """Returns what is known of a channel."""
        return self._kept.get((wish.layer, wish.channel))

    def ask(
        self, classifier: Classifier, scored: Scored, wish: Wish
    ) -> Activity | None:
        """Reads a channel for photos that have no number yet; returns what is known."""
        self._need(classifier)
        if wish.layer:
            self._read(classifier, scored, wish)
        return self.known(wish)

    def _read(self, classifier: Classifier, scored: Scored, wish: Wish) -> None:
        key, self._dataset = (wish.layer, wish.channel), scored.dataset
        tried = self._tried.get(key, frozenset())
        places = [place for place in scored.places.tolist() if place not in tried]
        layer = None if self._known is None else self._known.layers.get(wish.layer)
        asked = _Asked(classifier, scored.dataset, key)
        is_running = self._reading.is_working and self._reading.about == asked
        if layer is None or not places or is_running:
            return
        self._places = frozenset(places)
        job = channel_activity(
            classifier,
            scored.dataset,
            layer,
            wish.channel,
            places=places,
            known=self.known(wish),
        )
        self._reading.start(job, about=asked)

    @Slot(object)
    def _take_layers(self, found: _Layers) -> None:
        self._known = found
        self.layers_changed.emit()

    @Slot(object)
    def _take_partial(self, progress: Progress[Activity]) -> None:
        self._keep(progress.partial)

    @Slot(object)
    def _take(self, found: Activity) -> None:
        if self._is_wanted:
            key = (found.layer.name, found.channel)
            self._tried[key] = self._tried.get(key, frozenset()) | self._places
            self._keep(found)

    @property
    def _is_wanted(self) -> bool:
        """Whether what is read is of the dataset and the model that are open."""
        asked, known = self._reading.about, self._known
        if not isinstance(asked, _Asked) or known is None:
            return False
        return asked.dataset is self._dataset and asked.classifier is known.owner

    def _keep(self, found: Activity) -> None:
        if not self._is_wanted:
            return
        key = (found.layer.name, found.channel)
        self._kept[key] = found
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            old, _ = self._kept.popitem(last=False)
            self._tried.pop(old, None)
        self.grown.emit()
