"""What photos are ranked by, and which of them come first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from gui.panels.ranking.asked import Wish
from gui.widgets.choice import Choice
from gui.widgets.class_picker import ClassPicker
from gui.widgets.controls import Fold
from gui.widgets.form import Group, button, named, row, stack, text
from gui.widgets.numbers import NumberField
from gui.widgets.pickers import LayerPicker, layer_choices
from gui.widgets.words import counted, translate
from inference.network.layers import FeatureLayer
from inference.ranking import MEASURES, Measure


def measure_words() -> dict[Measure, str]:
    """Returns what the numbers are called that photos are ranked by."""
    return {
        "score": translate("Ranking", "score"),
        "loss": translate("Ranking", "loss"),
        "margin": translate("Ranking", "margin"),
        "confidence": translate("Ranking", "confidence"),
        "entropy": translate("Ranking", "entropy"),
        "channel": translate("Ranking", "channel"),
    }


class OrderControls(Group):
    """Says by what photos are ranked, and which come first.

    Signals:
        wish_changed: a `Wish`.
    """

    wish_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wish = Wish()
        self._channels: dict[str, int] = {}  # of each layer
        self._by = _combo(
            self.tr("Rank by"),
            self.tr(
                "The number that photos are ranked by: the score of a class, the loss "
                "or margin of the true one, the largest score, the doubt, or a channel "
                "of a layer (default: score)."
            ),
            [*measure_words().values()],
        )
        self._by.activated.connect(lambda n: self._change(by=MEASURES[n]))
        tip = self.tr(
            "Whose score counts: a class's, or each photo's own true class's (default: "
            "its own)."
        )
        self._class = ClassPicker(self.tr("Score of"), tip, self.tr("its own class"))
        self._class.class_picked.connect(lambda index: self._change(target=index))
        ends = [self.tr("largest first"), self.tr("smallest first")]
        tip = self.tr("Which end of the ranking comes first (default: the largest).")
        self._end = _combo(self.tr("Which come first"), tip, ends)
        self._end.activated.connect(lambda n: self._change(is_largest_first=n == 0))
        self._room = Group()  # in place of the classes, where none is asked for
        more = self._more()
        fold = Fold(more)
        first = row(
            text(self.tr("Rank by"), "label"),
            self._by,
            (self._class, 1),
            self._end,
            (self._room, 1),
            fold.link,
        )
        self._channel = self._channel_row()
        stack(self, first, self._channel, more, gap=8)

    def _channel_row(self) -> Group:
        """Makes what says which channel photos are ranked by."""
        tip = self.tr("The layer whose channel counts (default: the last with places).")
        self._layer = LayerPicker(self.tr("Layer"), tip)
        self._layer.layer_picked.connect(
            lambda name: self._change(layer=name, channel=0)
        )
        self._number = NumberField()
        tip = self.tr("The channel of the layer, counted from 0 (default: 0).")
        named(self._number, self.tr("Channel"), tip)
        self._number.valueChanged.connect(lambda n: self._change(channel=n))
        tip = self.tr(
            "What of the channel's map counts: its largest value, or its mean "
            "(default: the maximum)."
        )
        words = [self.tr("maximum"), self.tr("mean")]
        self._reduced = _combo(self.tr("Of its map"), tip, words)
        self._reduced.activated.connect(lambda n: self._change(is_mean=n == 1))
        parts = ((self._layer, 1), text(self.tr("Channel"), "label"), self._number)
        return row(text(self.tr("Layer"), "label"), *parts, self._reduced)

    def set_layers(self, layers: Sequence[FeatureLayer]) -> None:
        """Offers the layers of a model, input to output."""
        self._layer.set_layers(layer_choices(layers))
        self._channels = {layer.name: layer.channels for layer in layers}
        self.show_wish(self._wish)

    def _more(self) -> Group:
        words = [self.tr("probability"), self.tr("logit")]
        tip = self.tr(
            "What is read of the class: its probability from 0 to 1, or its logit "
            "(default: probability)."
        )
        self._quantity = _combo(self.tr("Quantity"), tip, words)
        self._quantity.activated.connect(lambda n: self._change(is_logit=n == 1))
        tip = self.tr(
            "Over which classes probabilities add up to 1: those of the dataset, or "
            "all that the model knows."
        )
        self._over = _combo(self.tr("Scores over"), tip, ["", ""])
        self._over.activated.connect(lambda n: self._change(over_all=n == 1))
        self._sample = button(self.tr("Nine at random"), "link")
        tip = self.tr("Shows nine of these photos by chance; again: nine others.")
        named(self._sample, self.tr("Nine at random"), tip)
        self._sample.clicked.connect(self._draw)
        return row(
            text(self.tr("Quantity"), "label"),
            self._quantity,
            8,
            text(self.tr("Scores over"), "label"),
            self._over,
            ...,
            self._sample,
        )

    def set_classes(self, labels: Sequence[str], used: int) -> None:
        """Offers the classes of a model, of which the dataset has so many."""
        self._class.set_labels(labels)
        self._class.set_picked(self._wish.target)
        count = len(labels)
        own = used if used > 1 else count  # one class alone would always be right
        self._over.setItemText(0, counted("these {n} classes", "this {n} class", own))
        self._over.setItemText(1, counted("all {n} classes", "{n} class", count))
        self._over.setEnabled(1 < used < count)

    def show_wish(self, wish: Wish) -> None:
        """Shows what is asked for, without a signal."""
        self._wish = wish
        self._by.setCurrentIndex(MEASURES.index(wish.by))
        self._class.set_picked(wish.target)
        self._class.setVisible(wish.by == "score")
        self._room.setVisible(wish.by != "score")
        self._channel.setVisible(wish.by == "channel")
        self._layer.set_picked(wish.layer)
        self._number.setMaximum(max(self._channels.get(wish.layer, 1) - 1, 0))
        self._number.show_value(wish.channel)
        self._number.setEnabled(bool(wish.layer))
        self._reduced.setCurrentIndex(wish.is_mean)
        self._end.setCurrentIndex(not wish.is_largest_first)
        self._quantity.setCurrentIndex(wish.is_logit)
        self._quantity.setEnabled(wish.by == "score")
        self._over.setCurrentIndex(wish.over_all)

    def _draw(self) -> None:
        """Draws nine photos; each time others."""
        filters = self._wish.filters
        self._change(filters=replace(filters, sample=filters.sample + 1))

    def _change(self, **changes: Any) -> None:
        self.wish_changed.emit(replace(self._wish, **changes))


def _combo(name: str, tip: str, words: Sequence[str]) -> Choice:
    combo = named(Choice(), name, tip)
    combo.addItems(list(words))
    return combo
