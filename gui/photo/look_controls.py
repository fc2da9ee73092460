"""How maps are drawn: colour map, scale, opacity; the wish and what follows from it."""

from typing import get_args

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget

from gui.fonts import px
from gui.look import Look, Scale, ScaleKind, color_map_words
from gui.theme import SPACE
from gui.widgets.controls import slider
from gui.widgets.form import at_least, fill, named, set_property, text
from gui.widgets.words import MINUS, local, translate
from inference.pictures.limits import Limits


def _scale_words() -> dict[ScaleKind, str]:
    return {
        "map": translate("LookControls", "Scale: this map"),
        "shared": translate("LookControls", "Scale: shared"),
        "each": translate("LookControls", "Scale: each map"),
        "symmetric": translate("LookControls", "Scale: symmetric"),
        "fixed": translate("LookControls", "Scale: fixed…"),
    }


class DisplayControls(QWidget):
    """Colour map, scale and opacity.

    Signals:
        color_map_changed: "automatic" or a name of `COLOR_MAPS`.
        scale_changed: a `Scale`.
        opacity_changed: 0..1.
    """

    color_map_changed = Signal(str)
    scale_changed = Signal(object)
    opacity_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._panes = 1
        self._limits = Limits(0.0, 1.0)
        self._scale = Scale()
        self._maps = QComboBox()
        for name, words in color_map_words().items():
            self._maps.addItem(words, name)
        self._scales = QComboBox()
        at_least(self._maps, 106)
        at_least(self._scales, 152)
        self._build_ends()
        self._opacity_word = text(self.tr("Opacity"), "muted")
        self._opacity = slider(0, 100, 75)
        self._opacity.setFixedWidth(px(84))
        self._widths: dict[QWidget, int] = {self._maps: 106, self._opacity: 84}
        self._name_controls()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2 * SPACE)
        fill(self._line, (self._maps, self._scales, *self._ends))
        fill(self._line, (self._opacity_word, self._opacity))
        self.set_panes(1)
        self._maps.activated.connect(lambda _: self._announce_map())
        self._scales.activated.connect(lambda _: self._on_scale())
        self._opacity.valueChanged.connect(
            lambda value: self.opacity_changed.emit(value / 100)
        )
        for end in self._ends:
            end.editingFinished.connect(self._on_ends)

    def _build_ends(self) -> None:
        self._ends = (
            _end_field(
                self.tr("Lowest value"),
                self.tr(
                    "Value at the low end of the colour bar, in the unit of the map; "
                    "by default that of the map."
                ),
            ),
            _end_field(
                self.tr("Highest value"),
                self.tr(
                    "Value at the high end of the colour bar, in the unit of the map; "
                    "by default that of the map."
                ),
            ),
        )

    def _name_controls(self) -> None:
        tip = self.tr(
            "Which colours stand for which values; automatic, the default, is blue–red "
            "where both signs count, else viridis."
        )
        named(self._maps, self.tr("Colour map"), tip)
        tip = self.tr(
            "Which values lie at the two ends of the colour bar; by default those of "
            "the map."
        )
        named(self._scales, self.tr("Scale"), tip)
        tip = self.tr(
            "How much the strongest places of the map cover the photo, in percent; 75 "
            "by default."
        )
        named(self._opacity, self.tr("Opacity"), tip)

    def show_look(self, look: Look) -> None:
        """Shows what holds, without signals."""
        self._maps.setCurrentIndex(max(self._maps.findData(look.color_map), 0))
        if look.scale != self._scale:  # else what was typed stays as it was typed
            self._show_scale(look.scale)
        self._opacity.blockSignals(True)
        self._opacity.setValue(round(100 * look.opacity))
        self._opacity.blockSignals(False)

    def set_panes(self, panes: int, *, are_apart: bool = False) -> None:
        """Offers the scales that make sense for one or two maps.

        Two maps that are apart cannot share one.
        """
        kinds: tuple[ScaleKind, ...] = ("map", "symmetric", "fixed")
        if panes > 1:
            shared: tuple[ScaleKind, ...] = () if are_apart else ("shared",)
            kinds = (*shared, "each", "symmetric", "fixed")
        if [self._scales.itemData(i) for i in range(self._scales.count())] != [*kinds]:
            words = _scale_words()
            self._scales.clear()
            for kind in kinds:
                self._scales.addItem(words[kind], kind)
            self._show_scale(self._scale)

    def set_class_map(self, *, is_class_map: bool) -> None:
        """Offers the opacity alone: classes have fixed colours and no scale."""
        self._maps.setVisible(not is_class_map)
        self._scales.setVisible(not is_class_map)
        is_fixed = self._scales.currentData() == "fixed"
        for end in self._ends:
            end.setVisible(is_fixed and not is_class_map)

    def set_upright(self, *, is_upright: bool) -> None:
        """Puts the controls below each other."""
        direction = QBoxLayout.Direction
        self._line.setDirection(
            direction.TopToBottom if is_upright else direction.LeftToRight
        )
        for part in (self._maps, self._opacity):
            part.setMinimumWidth(px(152 if is_upright else self._widths[part]))

    def choose_scale(self, scale: Scale) -> None:
        """Changes the scale as the user would."""
        self._show_scale(scale)
        self.scale_changed.emit(scale)

    def next_color_map(self) -> None:
        """Chooses the next colour map as the user would."""
        self._maps.setCurrentIndex((self._maps.currentIndex() + 1) % self._maps.count())
        self._announce_map()

    def step_opacity(self, by: float) -> None:
        """Changes the opacity as the user would."""
        self._opacity.setValue(self._opacity.value() + round(100 * by))

    def set_limits(self, limits: Limits) -> None:
        """Remembers what is drawn: a fixed scale starts from there."""
        self._limits = limits

    def _show_scale(self, scale: Scale) -> None:
        self._scale = scale
        self._scales.setCurrentIndex(max(self._scales.findData(scale.kind), 0))
        is_fixed = self._scales.currentData() == "fixed"
        limits = scale.limits or self._limits
        for end, value in zip(self._ends, (limits.low, limits.high), strict=True):
            end.setVisible(is_fixed)
            end.setText(local(f"{value:.3g}"))
            set_property(end, "invalid", "false")

    def _announce_map(self) -> None:
        self.color_map_changed.emit(self._maps.currentData())

    def _on_scale(self) -> None:
        kind = self._scales.currentData()
        assert kind in get_args(ScaleKind)
        self.choose_scale(Scale(kind, self._limits if kind == "fixed" else None))

    def _on_ends(self) -> None:
        low, high = (_number(end.text()) for end in self._ends)
        limits = Limits(low, high) if low < high else None  # false for a NaN
        for end in self._ends:
            set_property(end, "invalid", "false" if limits else "true")
        if limits is not None:
            self._scale = Scale("fixed", limits)
            self.scale_changed.emit(self._scale)


def _number(words: str) -> float:
    """Reads a number; NaN for anything else."""
    try:
        value = float(words.replace(MINUS, "-").replace(",", "."))
    except ValueError:
        return float("nan")
    return value if np.isfinite(value) else float("nan")


def _end_field(name: str, tip: str) -> QLineEdit:
    field = QLineEdit()
    field.setFixedWidth(px(58))
    field.hide()
    return named(field, name, tip)
