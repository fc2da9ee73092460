"""The upper part of the Grad-CAM tab: what is explained, where, and beside what."""

import weakref

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from gui.panels.gradcam.lens import Beside, Question
from gui.widgets.controls import Fold, Segments
from gui.widgets.form import (
    Badge,
    Group,
    column,
    field_row,
    named,
    row,
    section,
    stack,
)
from gui.widgets.pickers import LayerChoice, LayerPicker, RivalPicker
from inference.classifier import Prediction, Quantity, Target
from inference.gradcam import GradCam, GradCamSpec
from inference.network.layers import FeatureLayer, short_names

EXPLAINED = ("Logit", "Probability", "Margin")
MARGIN = 2


class GradCamControls(Group):
    """Chooses quantity, layer and comparison.

    Signals:
        changed: something was chosen.
        target_given: the target was chosen as the other class; which takes its place.
    """

    changed = Signal()
    target_given = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: weakref.ref[GradCam] | None = None  # a model that is left may go
        self._automatic: str | None = None
        self._build_explained()
        self._build_layer()
        self._build_beside()
        self._signed = QCheckBox("Keep what speaks against the class")
        tip = "Leaves the ReLU out: negative values speak against the class."
        named(self._signed, "Keep negative evidence", tip)
        self._signed.toggled.connect(lambda _: self.changed.emit())
        self._fold = Fold(column(field_row("Negative", self._signed, ...), gap=10))
        hint = (
            "Weighs each feature map by how much it raises the score, and adds them up."
        )
        stack(
            self,
            section("Grad-CAM", hint),
            field_row("Explains", (self._explained, 1)),
            self._against_row,
            field_row("Layer", (self._layer, 1), self._badge),
            field_row("Compare", (self._beside, 1)),
            self._second_row,
            row(..., self._fold.link),
            self._fold.body,
        )

    def _build_explained(self) -> None:
        tip = (
            "The number whose change is drawn. The logit keeps its slope when the "
            "network is very sure; the probability does not."
        )
        self._explained = Segments("Explains", tip, EXPLAINED)
        self._explained.picked.connect(self._on_changed)
        tip = "Explains the difference between the target and this class."
        self._against = RivalPicker("Against", tip)
        self._connect_rival(self._against)
        self._against_row = field_row("Against", (self._against, 1))
        self._against_row.hide()

    def _build_layer(self) -> None:
        tip = "The tensor whose channels are weighed; late layers know the classes."
        self._layer = LayerPicker("Layer", tip)
        self._layer.layer_picked.connect(self._on_layer)
        self._badge = Badge()

    def _build_beside(self) -> None:
        tip = "What stands beside the map, in a second pane at the same place."
        self._beside = Segments("Compare", tip, [each.value for each in Beside])
        self._beside.picked.connect(self._on_changed)
        self._second = RivalPicker("Second class", "The class of the second pane.")
        self._connect_rival(self._second)
        self._second_row = field_row("Second class", (self._second, 1))
        self._second_row.hide()

    def _connect_rival(self, picker: RivalPicker) -> None:
        picker.class_picked.connect(lambda _: self.changed.emit())
        picker.target_given.connect(self.target_given)

    # ---- what is shown

    def set_engine(self, engine: GradCam) -> None:
        """Offers the layers and classes of a model; the same one keeps its choices."""
        if self._shown is not None and engine is self._shown():
            return
        self._shown = weakref.ref(engine)
        short = short_names(layer.name for layer in engine.layers)
        choices = [
            LayerChoice(layer.name, short[layer.name], layer.shape_text)
            for layer in engine.layers
        ]
        self._layer.set_layers(choices)
        automatic = engine.automatic
        self._automatic = automatic.name if automatic else None
        if automatic:
            self._layer.set_picked(automatic.name)
        for picker in (self._against, self._second):
            picker.set_labels(engine.classifier.labels)

    def set_target(self, target: int, prediction: Prediction) -> None:
        """Takes over the explained class; the other classes are never the same."""
        for picker in (self._against, self._second):
            picker.set_target(target, prediction)

    def show_layer(self, layer: FeatureLayer) -> None:
        """Shows which layer a map was made at."""
        self._layer.set_picked(layer.name)
        is_automatic = layer.name == self._automatic
        self._badge.show_words("Automatic" if is_automatic else "")

    def apply(self, spec: GradCamSpec) -> None:
        """Takes over a remedy: its quantity, layer and sign."""
        if spec.layer is not None:
            self._layer.set_picked(spec.layer)
        self._signed.setChecked(spec.is_signed)
        if spec.target.against is None:
            is_probability = spec.target.quantity is Quantity.PROBABILITY
            self._explained.set_current(EXPLAINED.index("Probability") * is_probability)
        self._on_changed()

    def pick_layer(self, name: str) -> None:
        """Chooses a layer, as a click on the ladder does."""
        self._layer.set_picked(name)
        self.changed.emit()

    # ---- what is chosen

    def question(self, target: int) -> Question:
        """Returns what is asked about a class."""
        is_margin = self._explained.current == MARGIN
        against = self._against.picked if is_margin else None
        is_probability = EXPLAINED[self._explained.current] == "Probability"
        beside = list(Beside)[self._beside.current]
        quantity = Quantity.PROBABILITY if is_probability else Quantity.LOGIT
        spec = GradCamSpec(
            target=Target(target, against, quantity),
            layer=self._layer.picked,
            is_signed=self._signed.isChecked(),
        )
        second = self._second.picked if beside is Beside.CLASS else None
        return Question(spec, beside, second)

    # ---- answers

    def _on_changed(self, _place: int = 0) -> None:
        self._against_row.setVisible(self._explained.current == MARGIN)
        is_two = list(Beside)[self._beside.current] is Beside.CLASS
        self._second_row.setVisible(is_two)
        self.changed.emit()

    def _on_layer(self, _name: str) -> None:
        self.changed.emit()
