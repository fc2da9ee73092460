"""What is drawn of the evidence: whose it is, its mean or spread, in which order."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import Signal

from gui.errors import said
from gui.widgets.choice import Choice
from gui.widgets.controls import Segments
from gui.widgets.form import Group, named, row, stack, text
from inference.dataset import Evidence

Order = Literal["weight", "border", "name"]
ORDERS: tuple[Order, ...] = ("weight", "border", "name")


class EvidenceControls(Group):
    """Chooses whose evidence it is, what is drawn of it, and in which order.

    Signals:
        class_changed: evidence of the other class of each photo is wanted.
        look_changed: the same evidence is to be drawn in another way.
    """

    class_changed = Signal()
    look_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        tip = self.tr(
            "Which class of each photo is explained: the true one, or the one that it "
            "is taken for (default: the true class)."
        )
        words = [self.tr("the true class"), self.tr("the predicted class")]
        self._of = _combo(self.tr("Of"), tip, words)
        self._of.activated.connect(lambda _: self.class_changed.emit())
        tip = self.tr(
            "The mean of the maps of a class, or how far they differ from photo to "
            "photo (default: mean)."
        )
        words = [self.tr("Mean"), self.tr("Spread")]
        self._draw = Segments(self.tr("Draw"), tip, words)
        self._draw.picked.connect(lambda _: self.look_changed.emit())
        tip = self.tr(
            "Which classes come first: those that a ninth of the picture sets apart "
            "most, those with most evidence near the border, or by name (default: "
            "stands out most)."
        )
        words = [self.tr("stands out most"), self.tr("border"), self.tr("name")]
        self._order = _combo(self.tr("Order"), tip, words)
        self._order.activated.connect(lambda _: self.look_changed.emit())
        line = row(
            text(self.tr("Of"), "label"),
            self._of,
            8,
            text(self.tr("Draw"), "label"),
            self._draw,
            8,
            text(self.tr("Order"), "label"),
            self._order,
            ...,
        )
        stack(self, line)

    @property
    def is_predicted(self) -> bool:
        """Whether the predicted class of each photo is explained, not the true one."""
        return self._of.currentIndex() == 1

    @property
    def is_spread(self) -> bool:
        """Whether the deviation between photos is drawn, not the mean."""
        return self._draw.current == 1

    def order_of(self, found: Evidence) -> list[int]:
        """Returns the classes in the chosen order; those without photos come last."""
        order = ORDERS[self._order.currentIndex()]
        is_empty = np.array(found.counts) == 0
        if order == "name":
            names = [said(name).casefold() for name in found.names]
            return sorted(range(len(names)), key=lambda n: (is_empty[n], names[n]))
        keys = found.weights if order == "weight" else found.border
        return [int(n) for n in np.lexsort((-keys, is_empty))]


def _combo(name: str, tip: str, words: Sequence[str]) -> Choice:
    combo = named(Choice(), name, tip)
    combo.addItems(list(words))
    return combo
