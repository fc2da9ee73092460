"""The part of the activations tab that says which channels are drawn, and how."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from gui.fonts import px
from gui.look import Look, color_map_words
from gui.panels.activations.study import Question
from gui.panels.activations.tiles import SIDES
from gui.session import Session
from gui.widgets.controls import Fold
from gui.widgets.form import (
    Group,
    button,
    column,
    icon_button,
    named,
    row,
    stack,
    text,
)
from gui.widgets.labels import FieldName
from gui.widgets.numbers import NumberSlider
from gui.widgets.pickers import LayerChoice, LayerPicker
from inference.activations import ORDERS, SCALES, TileStyle
from inference.export import ActivationsQuestion
from inference.pictures.limits import Limits

LABEL = 42  # px, narrower than in other tabs: the rows are full
SMALLEST = 24  # px, of a tile by choice


class ControlsSection(Group):
    """Chooses layer, order, scale and colours.

    Signals:
        question_changed: anything but the size of the tiles.
        side_changed: of the tiles, in px.
        relu_clicked: *Go to the ReLU behind this layer*.
    """

    question_changed = Signal()
    side_changed = Signal(int)
    relu_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build_layer()
        self._build_looks()
        self._build_more()
        stack(
            self,
            row(_label(self.tr("Layer")), self._back, (self._layer, 1), self._on),
            row(
                _label(self.tr("Order")),
                self._order,
                text(self.tr("Scale"), "label"),
                self._scale,
                self._positive,
                ...,
                self._fold.link,
                gap=6,
            ),
            self._fixed,
            self._more,
        )

    def _build_layer(self) -> None:
        tip = self.tr(
            "The tensor of the network whose channels are drawn (default: the layer of "
            "Grad-CAM)."
        )
        self._layer = LayerPicker(self.tr("Layer"), tip)
        self._layer.layer_picked.connect(lambda _: self.question_changed.emit())
        self._back = icon_button(
            "left", self.tr("Previous layer"), self.tr("Goes one layer back.")
        )
        self._on = icon_button(
            "right", self.tr("Next layer"), self.tr("Goes one layer on.")
        )
        self._back.clicked.connect(lambda: self._layer.step(-1))
        self._on.clicked.connect(lambda: self._layer.step(1))

    def _build_looks(self) -> None:
        tip = self.tr(
            "The order of the channels, the largest first; sparsity is the share of "
            "zeros (default: index)."
        )
        orders = (
            self.tr("Index"),
            self.tr("Maximum"),
            self.tr("Mean"),
            self.tr("Sparsity"),
        )
        self._order = named(_combo(orders), self.tr("Order"), tip)
        tip = self.tr(
            "Which values have the colours at both ends: those of the layer, of each "
            "channel, or two numbers (default: whole layer)."
        )
        scales = (
            self.tr("Whole layer"),
            self.tr("Each channel"),
            self.tr("Fixed…"),
        )
        self._scale = named(_combo(scales), self.tr("Scale"), tip)
        self._positive = QCheckBox(self.tr("Positive part only"))
        tip = self.tr(
            "Draws negative values as zero, as a ReLU would let them through (default: "
            "off)."
        )
        named(self._positive, self.tr("Positive part only"), tip)
        self._build_ends()
        for combo in (self._order, self._scale):
            combo.currentIndexChanged.connect(self._on_changed)
        self._positive.toggled.connect(self._on_changed)
        for field in (self._low, self._high):
            field.editingFinished.connect(self._on_changed)

    def _build_ends(self) -> None:
        tip = self.tr(
            "Low end of the scale of all channels, in the layer's own values (default: "
            "that of the whole layer)."
        )
        self._low = named(_end("0"), self.tr("Low end of the scale"), tip)
        tip = self.tr(
            "High end of the scale of all channels, in the layer's own values "
            "(default: that of the whole layer)."
        )
        self._high = named(_end("1"), self.tr("High end of the scale"), tip)
        self._fixed = row(_label(""), self._low, text(self.tr("to")), self._high, ...)
        self._fixed.hide()

    def _build_more(self) -> None:
        self._over_photo = "automatic"
        alike = self.tr("As over the photo")
        self._colors = _combo([alike, *list(color_map_words().values())[1:]])
        tip = self.tr(
            "Colours of the tiles; automatic ones are blue–red where both signs occur "
            "(default: as over the photo)."
        )
        named(self._colors, self.tr("Colour map of the tiles"), tip)
        self._colors.currentIndexChanged.connect(self._on_changed)
        self._build_side()
        self._relu = button(self.tr("Go to the ReLU behind this layer"), "link")
        named(
            self._relu,
            self.tr("Go to the ReLU"),
            self.tr("Shows the ReLU that follows this layer."),
        )
        self._relu.clicked.connect(self.relu_clicked)
        self._larger = QCheckBox(self.tr("Larger than trained"))
        tip = self.tr(
            "Runs the network at the photo's own resolution, where it can (default: "
            "off)."
        )
        named(self._larger, self.tr("Larger than trained"), tip)
        self._larger.toggled.connect(self._on_changed)
        self._more = column(
            row(
                _label(self.tr("Colour")),
                self._colors,
                4,
                text(self.tr("Tiles"), "label"),
                (self._side, 1),
            ),
            row(_label(""), self._larger, ..., self._relu),
        )
        self._fold = Fold(self._more, fewer=self.tr("Fewer"))

    def _build_side(self) -> None:
        tip = self.tr(
            "Side of a tile on the screen, in px (default: so large that 64 are seen "
            "at once)."
        )
        self._side = NumberSlider(self.tr("Tile size"), tip)
        self._side.set_range(SMALLEST, SIDES[2])
        self._side.set_value(SIDES[1])
        self._side.value_changed.connect(self.side_changed)

    def follow_look(self, session: Session) -> None:
        """Takes over the colours of the map over the photo, from now on."""
        self._over_photo = session.look.color_map
        session.look_changed.connect(self._follow_colors)

    @Slot(object)
    def _follow_colors(self, look: Look) -> None:
        color_map = look.color_map
        if color_map != self._over_photo:
            self._over_photo = color_map
            if self._colors.currentIndex() == 0:
                self.question_changed.emit()

    def set_layers(self, layers: Sequence[LayerChoice]) -> None:
        """Offers the layers of a network."""
        self._layer.set_layers(layers)

    @property
    def layer(self) -> str | None:
        """The tensor that is chosen."""
        return self._layer.picked

    def set_layer(self, name: str) -> None:
        """Shows another layer, without a signal."""
        self._layer.set_picked(name)

    def set_relu(self, name: str | None) -> None:
        """Says whether a ReLU follows the layer."""
        self._relu.setEnabled(name is not None)

    def set_larger(self, *, is_larger: bool) -> None:
        """Shows whether the photo's own resolution is used, without a signal."""
        with QSignalBlocker(self._larger):
            self._larger.setChecked(is_larger)

    def choose(self, asked: ActivationsQuestion) -> None:
        """Shows what an export was asked, without a signal."""
        with QSignalBlocker(self._order), QSignalBlocker(self._positive):
            self._order.setCurrentIndex(ORDERS.index(asked.order))
            self._positive.setChecked(asked.is_positive)
        self._show_style(asked.style)
        self.set_larger(is_larger=asked.is_larger)

    def _show_style(self, style: TileStyle) -> None:
        is_alike = style.color_map in (self._over_photo, "automatic")
        place = 0 if is_alike else list(color_map_words()).index(style.color_map)
        with QSignalBlocker(self._scale), QSignalBlocker(self._colors):
            self._scale.setCurrentIndex(SCALES.index(style.scale))
            self._colors.setCurrentIndex(place)
        self._fixed.setVisible(style.limits is not None)
        if style.limits is not None:
            self._low.setText(f"{style.limits.low:.9g}")
            self._high.setText(f"{style.limits.high:.9g}")

    @property
    def question(self) -> Question | None:
        """What is wanted; None before there are layers."""
        layer = self.layer
        if layer is None:
            return None
        return Question(
            layer,
            ORDERS[self._order.currentIndex()],
            self._style,
            self._positive.isChecked(),
            self._larger.isChecked(),
        )

    @property
    def _style(self) -> TileStyle:
        kind = SCALES[self._scale.currentIndex()]
        place = self._colors.currentIndex()
        colors = list(color_map_words())[place] if place else self._over_photo
        limits = None
        if kind == "fixed":
            ends = sorted(_number(field) for field in (self._low, self._high))
            limits = Limits(*ends)
        return TileStyle(kind, limits, colors)

    def set_side(self, side: int) -> None:
        """Shows the side that tiles took by themselves, without a signal."""
        self._side.set_value(side)

    def set_limits(self, limits: Limits) -> None:
        """Offers the ends of the scale that holds as a fixed one."""
        if self._fixed.isHidden():
            self._low.setText(f"{limits.low:.4g}")
            self._high.setText(f"{limits.high:.4g}")

    def _on_changed(self) -> None:
        is_fixed = SCALES[self._scale.currentIndex()] == "fixed"
        self._fixed.setVisible(is_fixed)
        self.question_changed.emit()


def _label(words: str) -> FieldName:
    return FieldName(words, LABEL)


def _combo(words: Sequence[str]) -> QComboBox:
    combo = QComboBox()
    combo.addItems(list(words))
    return combo


def _end(value: str) -> QLineEdit:
    field = QLineEdit(value)
    field.setValidator(QDoubleValidator(field))
    field.setFixedWidth(px(90))
    return field


def _number(field: QLineEdit) -> float:
    try:
        return float(field.text().replace(",", "."))
    except ValueError:
        return 0.0
