"""The upper part of the Grad-CAM tab: what is explained, where, and beside what."""

import weakref
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from gui.errors import said
from gui.panels.gradcam.comparing import Compared, ComparedChoice
from gui.panels.gradcam.explained import MARGIN, ExplainedChoice
from gui.panels.gradcam.method import MethodChoice
from gui.panels.gradcam.more import MethodSettings
from gui.panels.gradcam.wish import Wish
from gui.widgets.class_picker import RivalPicker
from gui.widgets.controls import Fold
from gui.widgets.form import (
    Badge,
    Group,
    column,
    field_row,
    named,
    row,
    stack,
)
from gui.widgets.pickers import LayerPicker, layer_choices
from inference.classifier import Prediction
from inference.export import ExplainedQuestion
from inference.gradcam import GradCam, GradCamSpec, ScoreCamSpec
from inference.methods import METHODS


class GradCamControls(Group):
    """Chooses quantity, layer and comparison.

    Attributes:
        method: Chooses the method.
        comparison: Chooses what stands beside the map.

    Signals:
        wish_changed: something was chosen that the map follows.
        compared_changed: something else is to stand beside the map.
        every_layer_toggled: whether the ladder shows every layer.
        continue_clicked: the map beside, which was stopped, is to go on.
        layer_chosen: the tensor that was chosen by hand; "" for the automatic one.
        target_given: the target was chosen as the other class; which takes its place.
    """

    wish_changed = Signal()
    compared_changed = Signal()
    continue_clicked = Signal()
    every_layer_toggled = Signal(bool)
    layer_chosen = Signal(str)
    target_given = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: weakref.ref[GradCam] | None = None  # a model that is left may go
        self._automatic: str | None = None
        self.method = MethodChoice()
        self.method.changed.connect(self._on_method)
        self._build_explained()
        self._build_layer()
        self._build_compared()
        self._build_more()
        self._layer_row = field_row(self.tr("Layer"), (self._layer, 1), self._badge)
        stack(
            self,
            self.method,
            field_row(self.tr("Explains"), (self._explained, 1)),
            self._against_row,
            self._layer_row,
            self.comparison,
            row(..., self._fold.link),
            self._fold.body,
        )

    def _build_more(self) -> None:
        self._signed = QCheckBox(self.tr("Keep what speaks against the class"))
        tip = self.tr(
            "Leaves the ReLU out: negative values speak against the class (default: "
            "off)."
        )
        named(self._signed, self.tr("Keep negative evidence"), tip)
        self._signed.toggled.connect(lambda _: self.wish_changed.emit())
        self._every = QCheckBox(self.tr("Every layer"))
        tip = self.tr(
            "Shows every layer with places in the ladder; off, one for each "
            "convolution with its activation (default: off)."
        )
        named(self._every, self.tr("Every layer in the ladder"), tip)
        self._every.toggled.connect(self.every_layer_toggled)
        self._settings = MethodSettings()
        self._settings.changed.connect(self.wish_changed)
        self._ladder = field_row(self.tr("Ladder"), self._every, ...)
        negative = self._negative = field_row(self.tr("Negative"), self._signed, ...)
        self._fold = Fold(
            column(
                self._settings,
                negative,
                self._ladder,
                gap=10,
            )
        )

    def _build_explained(self) -> None:
        self._explained = ExplainedChoice()
        self._explained.picked.connect(self._on_explained)
        tip = self.tr(
            "Explains the difference between the target and this class (default: the "
            "likeliest other one)."
        )
        self._against = RivalPicker(self.tr("Against"), tip)
        self._connect_rival(self._against)
        self._against_row = field_row(self.tr("Against"), (self._against, 1))
        self._against_row.hide()

    def _build_layer(self) -> None:
        tip = self.tr(
            "The tensor whose channels are weighed; late layers know the classes "
            "(default: automatic, the last one with places)."
        )
        self._layer = LayerPicker(self.tr("Layer"), tip)
        self._layer.layer_picked.connect(self._on_layer)
        self._badge = Badge()

    def _build_compared(self) -> None:
        self.comparison = ComparedChoice()
        self.comparison.changed.connect(self.wish_changed)
        self.comparison.kind_changed.connect(self.compared_changed)
        self.comparison.continue_clicked.connect(self.continue_clicked)
        self.comparison.target_given.connect(self.target_given)

    def _connect_rival(self, picker: RivalPicker) -> None:
        picker.class_picked.connect(lambda _: self.wish_changed.emit())
        picker.target_given.connect(self.target_given)

    # ---- what is shown

    def set_engine(self, engine: GradCam | None, layer: str) -> None:
        """Offers the layers and classes of a model; the same one keeps its choices.

        Another one begins at `layer`, where it has it, else at its automatic one.
        """
        known = None if self._shown is None else self._shown()
        if engine is not None and engine is known:
            return
        self._shown = None if engine is None else weakref.ref(engine)
        if engine is None:
            self._explained.explain(None)
            self._layer.set_layers([])
            self._automatic = None
            self._show_layer(None)
        else:
            self._offer(engine, layer)

    def _offer(self, engine: GradCam, layer: str) -> None:
        self._explained.explain(None)
        self._layer.set_layers(layer_choices(engine.layers))
        automatic = engine.automatic
        self._automatic = None if automatic is None else automatic.name
        is_known = layer in [each.name for each in engine.layers]
        self._show_layer(layer if is_known else self._automatic)
        for picker in (self._against, self.comparison):
            picker.offer(engine.classifier.labels)

    def set_target(self, target: int, prediction: Prediction) -> None:
        """Takes over the explained class; the other classes are never the same."""
        for picker in (self._against, self.comparison):
            picker.set_target(target, prediction)

    def apply(self, remedy: GradCamSpec) -> None:
        """Chooses what a remedy asks: its quantity, layer and sign."""
        self.method.choose(remedy.equation)
        if remedy.layer is not None:
            self._choose_layer(remedy.layer)
        self._signed.setChecked(remedy.is_signed)
        self._explained.choose(remedy)
        self._on_explained()

    def choose(self, spec: GradCamSpec, second: int | None) -> None:
        """Chooses a question: quantity or margin, layer, sign, and a second class."""
        self.comparison.choose_class(second)
        if spec.target.against is not None:
            self._against.set_picked(spec.target.against)
            self._explained.set_current(MARGIN)
        self.apply(replace(spec, reduction=None))

    def choose_method(self, question: ExplainedQuestion) -> None:
        """Chooses a method with all that it was told."""
        self.method.choose(question.method)
        self.method.choose_options(question.options)
        self._settings.choose(question.options)
        target = question.target
        if target.against is not None:
            self._against.set_picked(target.against)
            self._explained.set_current(MARGIN)
        self._explained.choose(GradCamSpec(target))
        if layer := question.options.get("layer"):
            self._choose_layer(layer)
        self._on_explained()

    def pick_layer(self, name: str) -> None:
        """Chooses a layer, as a click on the ladder does."""
        self._choose_layer(name)
        self.wish_changed.emit()

    def set_lacking(self, reasons: Mapping[str, str]) -> None:
        """Greys the methods that cannot work here, and says why."""
        self.method.set_lacking(reasons)
        self.comparison.set_lacking(reasons)

    def set_costs(self, costs: Mapping[str, str]) -> None:
        """Says beside each method how long it takes."""
        self.method.set_costs(costs)
        self.comparison.set_costs(costs)

    # ---- what is chosen

    @property
    def wish(self) -> Wish:
        """What is to be explained."""
        is_margin = self._explained.is_margin
        is_pair = self.compared is Compared.CLASS
        return Wish(
            quantity=self._explained.quantity,
            is_margin=is_margin,
            against=self._against.picked if is_margin else None,
            layer=None if self.layer == self._automatic else self.layer,
            is_signed=self._signed.isChecked(),
            is_pair=is_pair,
            second=self.comparison.picked if is_pair else None,
            tensor=self._explained.tensor,
            method=self.method.method,
            options=(*self.method.options, *self._settings.options),
        )

    @property
    def layer(self) -> str | None:
        """The tensor that is chosen, by the user or by itself."""
        return self._layer.picked

    @property
    def compared(self) -> Compared:
        """What is to stand beside the map."""
        return self.comparison.kind

    @property
    def second_wish(self) -> Wish:
        """What is to be explained in the second pane, where that is another method.

        It is told of the number and layer of the first; the rest is its own.
        """
        name = self.comparison.method
        wish = replace(self.wish, method=name, options=(), is_pair=False, second=None)
        if METHODS[name].spec is not ScoreCamSpec:
            return wish
        return replace(wish, quantity=METHODS[name].quantity, is_margin=False)

    # ---- inside

    def _show_layer(self, name: str | None) -> None:
        self._layer.set_picked(name or "")
        self._show_badge()

    def _show_badge(self) -> None:
        is_automatic = self.layer is not None and self.layer == self._automatic
        self._badge.show_words(self.tr("Automatic") if is_automatic else "")
        engine = None if self._shown is None else self._shown()
        choice = None if engine is None else engine.choice
        self._badge.setToolTip("" if choice is None else said(choice.sentence))

    def _on_explained(self, _place: int = 0) -> None:
        self._against_row.setVisible(self._explained.is_margin)
        self.wish_changed.emit()

    def _on_method(self) -> None:
        """Shows what the method takes, and presets the number that it explains."""
        method = METHODS[self.method.method]
        self._layer_row.setVisible("layer" in method.options)
        self._settings.show_method(self.method.method)
        for part in (self._negative, self._ladder):
            part.setVisible("signed" in method.options)
        self._explained.preset(method.quantity)
        self._explained.setEnabled(method.spec is not ScoreCamSpec)
        self._on_explained()

    def _on_layer(self, name: str) -> None:
        self._choose_layer(name)
        self.wish_changed.emit()

    def _choose_layer(self, name: str) -> None:
        self._show_layer(name)
        self.layer_chosen.emit("" if name == self._automatic else name)
