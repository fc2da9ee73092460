"""What is asked of the evidence, and what is drawn of it, in which order."""

import weakref
from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import Signal

from gui.errors import said
from gui.panels.ranking.evidence_measuring import EvidenceWish
from gui.widgets.choice import Choice
from gui.widgets.controls import Fold, Segments
from gui.widgets.form import Group, named, row, stack, text
from gui.widgets.pickers import LayerChoice, LayerPicker
from gui.widgets.words import percent
from inference.dataset import BORDER, BORDERS, SIDE, Evidence
from inference.gradcam import EQUATIONS, GradCam

Order = Literal["weight", "border", "name"]
ORDERS: tuple[Order, ...] = ("weight", "border", "name")


class EvidenceControls(Group):
    """Chooses whose evidence is measured and how, and what is drawn of it.

    Signals:
        wish_changed: other evidence is wanted, an `EvidenceWish`.
        look_changed: the same evidence is to be drawn in another way.
    """

    wish_changed = Signal(object)
    look_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: weakref.ref[GradCam] | None = None  # a model that is left may go
        self._automatic: str | None = None  # its layer
        self._shorts: dict[str, str] = {}  # of its layers, names for the eye
        more = self._more_part()
        self._fold = Fold(more)
        stack(self, self._first_part(), more, gap=8)

    def _first_part(self) -> Group:
        tip = self.tr(
            "Which class of each photo is explained: the true one, or the one that it "
            "is taken for (default: the true class)."
        )
        words = [self.tr("the true class"), self.tr("the predicted class")]
        self._of = self._asking(self.tr("Of"), tip, words)
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
        self._order = self._drawing(self.tr("Order"), tip, words)
        return row(
            text(self.tr("Of"), "label"),
            self._of,
            8,
            text(self.tr("Draw"), "label"),
            self._draw,
            8,
            text(self.tr("Order"), "label"),
            self._order,
            ...,
            self._fold.link,
        )

    def _more_part(self) -> Group:
        tip = self.tr("How the layer is weighed (default: Grad-CAM).")
        titles = [said(each.title) for each in EQUATIONS.values()]
        self._method = self._asking(self.tr("Method"), tip, titles)
        tip = self.tr(
            "The tensor whose channels are weighed (default: the one that Grad-CAM "
            "takes by itself)."
        )
        self._layer = LayerPicker(self.tr("Layer"), tip)
        self._layer.layer_picked.connect(lambda _: self._announce())
        tip = self.tr(
            "How wide the border is, on each side, as a share of what the network "
            "sees (default: 14 %, a seventh)."
        )
        words = [percent(each / SIDE) for each in BORDERS]
        self._border = self._drawing(self.tr("Border"), tip, words)
        self._border.setCurrentIndex(BORDERS.index(BORDER))
        return row(
            text(self.tr("Method"), "label"),
            self._method,
            8,
            text(self.tr("Layer"), "label"),
            (self._layer, 1),
            8,
            text(self.tr("Border"), "label"),
            self._border,
        )

    def _asking(self, name: str, tip: str, words: Sequence[str]) -> Choice:
        """Makes a choice on which the evidence depends."""
        combo = _combo(name, tip, words)
        combo.activated.connect(lambda _: self._announce())
        return combo

    def _drawing(self, name: str, tip: str, words: Sequence[str]) -> Choice:
        """Makes a choice of how it is drawn."""
        combo = _combo(name, tip, words)
        combo.activated.connect(lambda _: self.look_changed.emit())
        return combo

    def _announce(self) -> None:
        self.wish_changed.emit(self.wish)

    def offer(self, engine: GradCam | None) -> None:
        """Offers the layers of a model; another one begins at its automatic layer."""
        known = None if self._shown is None else self._shown()
        if engine is known:
            return
        layers = () if engine is None else engine.layers
        automatic = None if engine is None else engine.automatic
        self._shown = None if engine is None else weakref.ref(engine)
        self._automatic = None if automatic is None else automatic.name
        self._shorts = {layer.name: layer.short for layer in layers}
        choices = [LayerChoice(x.name, x.short, x.shape_text) for x in layers]
        self._layer.set_layers(choices)
        self._layer.set_picked(self._automatic or "")
        self._layer.setEnabled(bool(choices))
        self._announce()

    def set_labelled(self, *, is_labelled: bool) -> None:
        """Without true classes the predicted one is explained."""
        if is_labelled != self._of.isEnabled():
            self._of.setEnabled(is_labelled)
            self._of.setCurrentIndex(int(not is_labelled))
            self._announce()

    @property
    def wish(self) -> EvidenceWish:
        """How evidence is to be measured."""
        layer = self._layer.picked
        return EvidenceWish(
            is_predicted=self._of.currentIndex() == 1,
            equation=tuple(EQUATIONS)[self._method.currentIndex()],
            layer=None if layer == self._automatic else layer,
        )

    @property
    def about(self) -> str:
        """The method and the layer in words."""
        method, layer = self._method.currentText(), self._layer.picked
        if layer is None:
            return method
        words = self.tr("{method} at {layer}")
        return words.format(method=method, layer=self._shorts[layer])

    @property
    def border(self) -> int:
        """What counts as border, in cells of a layout."""
        return BORDERS[self._border.currentIndex()]

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
        keys = found.weights if order == "weight" else found.border(self.border)
        ordered = [int(n) for n in np.lexsort((-keys, is_empty))]
        told = [each.index for each in found.findings] if order == "weight" else []
        return list(dict.fromkeys((*told, *ordered)))


def _combo(name: str, tip: str, words: Sequence[str]) -> Choice:
    combo = named(Choice(), name, tip)
    combo.addItems(list(words))
    return combo
