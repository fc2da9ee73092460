"""One node, closely looked at: its attributes, its weights and its filters."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.errors import said
from gui.fonts import px
from gui.panels.activations.channel import Histogram
from gui.panels.activations.filters import FilterGrid
from gui.panels.activations.node_words import attribute_facts, shape_words
from gui.panels.activations.study import Counts
from gui.widgets.form import (
    Badge,
    Elided,
    Group,
    column,
    icon_button,
    row,
    stack,
    text,
)
from gui.widgets.words import counted, facts, number, percent, translate
from inference.classifier import Classifier
from inference.errors import plain
from inference.jobs import Job
from inference.network.costs import NodeCost
from inference.network.filters import filter_pictures
from inference.network.graph import Node
from inference.network.weights import WeightSummary, summaries

LOW = 72  # of the design, the least height of weights and filters


@dataclass(frozen=True, slots=True, eq=False)
class NodeDetail:
    """The weights of a node.

    Attributes:
        node: Whose.
        weights: In the order of its inputs.
        filters: (O, h, w, 3) of a first convolution; None of others.
    """

    node: Node
    weights: tuple[WeightSummary, ...]
    filters: NDArray[np.uint8] | None


def node_detail(classifier: Classifier, node: Node) -> Job[None, NodeDetail]:
    """Reads the weights of a node, which may take long where they are large."""
    weights = yield from summaries(classifier.graph, node)
    normalisation = classifier.preprocessing.normalisation
    is_bgr = normalisation.channels == "BGR"
    filters = filter_pictures(classifier.graph, node, is_bgr=is_bgr)
    return NodeDetail(node, weights, filters)


class NodeCard(Group):
    """Shows the chosen node."""

    def __init__(self) -> None:
        super().__init__()
        self._weights: tuple[WeightSummary, ...] = ()
        self._place = 0
        self._title = Elided(role="heading")
        self._badge = Badge()
        self._which = text(role="muted")
        self._back = icon_button(
            "left", self.tr("Previous weight"), self.tr("Goes one weight back.")
        )
        self._on = icon_button(
            "right", self.tr("Next weight"), self.tr("Goes one weight on.")
        )
        self._back.clicked.connect(lambda: self._show_weight(self._place - 1))
        self._on.clicked.connect(lambda: self._show_weight(self._place + 1))
        self._attributes = Elided(role="muted")
        self._numbers = Elided(role="muted")
        self.histogram = Histogram()
        tip = self.tr("How many weights have a value; the counts are on a log axis.")
        self.histogram.setToolTip(tip)
        self.filters = FilterGrid()
        head = row(
            self._title, self._badge, ..., self._which, self._back, self._on, gap=4
        )
        beside = row((self.filters, 1), (self.histogram, 1), gap=14)
        beside.setMinimumHeight(px(LOW))
        lines = column(self._attributes, self._numbers, gap=2)
        stack(self, head, lines, (beside, 1), gap=4)
        self.show_node(None, "")

    def show_node(self, cost: NodeCost | None, short: str) -> None:
        """Shows another node, whose weights are not read yet."""
        self._title.setText(short or self.tr("No node is chosen"))
        self._badge.show_words("" if cost is None else cost.node.operator)
        words = self.tr("Click a row, or a box of the drawing.")
        if cost is not None:
            words = facts(shape_words(cost), attribute_facts(cost))
        self._attributes.setText(words)
        self._take((), "")
        self.filters.set_pictures(None)

    def show_detail(self, detail: NodeDetail) -> None:
        """Shows the weights of the node."""
        self._take(detail.weights, self.tr("This node has no weights."))
        self.filters.set_pictures(detail.filters)

    def _take(self, weights: tuple[WeightSummary, ...], otherwise: str) -> None:
        self._weights = weights
        for control in (self._which, self._back, self._on):
            control.setVisible(len(weights) > 1)
        self._numbers.setText(otherwise)
        self.histogram.set_counts(None)
        if weights:
            self._show_weight(0)

    def _show_weight(self, place: int) -> None:
        count = len(self._weights)
        self._place = place % count
        weight = self._weights[self._place]
        words = counted(
            "{place} of {n} weights",
            "{place} of {n} weight",
            count,
            place=self._place + 1,
        )
        self._which.setText(words)
        self._numbers.setText(weight_words(weight))
        self.histogram.set_counts(Counts(weight.counts, weight.low, weight.high))


def weight_words(weight: WeightSummary) -> str:
    """Writes a weight: "W first.weight · 64 × 3 × 3 × 3 · −0.71 to 0.66 · mean 0"."""
    ends = translate("Network", "{low} to {high}")
    mean = translate("Network", "mean {value}").format(value=number(weight.mean))
    zeros = translate("Network", "{share} zeros").format(share=percent(weight.zeros))
    odd = counted("{n} not finite", "{n} not finite", weight.odd)
    shape = " × ".join(map(str, weight.shape))
    return facts(
        " ".join(filter(None, (weight.role, plain(weight.tensor)))),
        shape,
        ends.format(low=number(weight.low), high=number(weight.high)),
        mean,
        zeros if weight.zeros else "",
        odd if weight.odd else "",
        said(weight.note),
    )
