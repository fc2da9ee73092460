"""Chooses the method, and the one thing that one mostly wants to tell it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal

from gui.errors import said
from gui.panels.gradcam.method_list import MethodList
from gui.panels.gradcam.settings import baselines
from gui.widgets.controls import Segments
from gui.widgets.form import (
    Group,
    column,
    field_row,
    named,
    row,
    stack,
    text,
)
from gui.widgets.labels import FieldName
from gui.widgets.words import grouped, translate
from inference.methods import METHODS


@dataclass(frozen=True, slots=True)
class _Choice:
    """What one mostly wants to tell a method.

    Attributes:
        option: Its name.
        title: Of the row.
        tip: What it does, its unit and default.
        values: To choose from, with their words.
        default: The place of the one that holds at first.
    """

    option: str
    title: str
    tip: str
    values: tuple[tuple[Any, str], ...]
    default: int


def _choices() -> dict[str, _Choice]:
    heads = _heads()
    return {
        "integrated-gradients": _baselines(),
        "smoothgrad": _Choice(
            "samples",
            translate("MethodChoice", "Samples"),
            translate("MethodChoice", "Noisy copies of the photo (default: 25)."),
            _numbers(10, 25, 100),
            1,
        ),
        "rise": _Choice(
            "samples",
            translate("MethodChoice", "Masks"),
            translate("MethodChoice", "Random grids, a pass each (default: 4,000)."),
            _numbers(1000, 4000, 16000),
            1,
        ),
        "lime": _Choice(
            "squares",
            translate("MethodChoice", "Squares"),
            translate("MethodChoice", "Squares that are covered (default: 7 × 7)."),
            tuple((n, f"{n} × {n}") for n in (5, 7, 10)),
            1,
        ),
        "rollout": heads,
        "gradient-attention": heads,
    }


def _baselines() -> _Choice:
    tip = translate("MethodChoice", "The blank photo to begin at (default: black).")
    return _Choice(
        "baseline", translate("MethodChoice", "Baseline"), tip, baselines(), 0
    )


def _heads() -> _Choice:
    values = (
        ("mean", translate("MethodChoice", "Mean")),
        ("strongest", translate("MethodChoice", "Strongest")),
    )
    tip = translate("MethodChoice", "What stands for a block's heads (default: mean).")
    return _Choice("heads", translate("MethodChoice", "Heads"), tip, values, 0)


def _numbers(*values: int) -> tuple[tuple[Any, str], ...]:
    return tuple((value, grouped(value)) for value in values)


class MethodChoice(Group):
    """The head of the tab: the method's name and sentence, its list, its main choice.

    Signals:
        changed: another method, or another value of its main choice.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices, self._picked = _choices(), dict[str, int]()
        self._title = text("", "heading")
        self._hint = text("", "muted", wraps=True)
        tip = self.tr("How the map is made (default: Grad-CAM).")
        self._list = MethodList(self.tr("Method"), tip, ("occlusion",))
        self._list.activated.connect(self._on_activated)
        some = _heads()  # until a method says what it is told
        self._segments = Segments(some.title, some.tip)
        self._segments.picked.connect(self._on_picked)
        self._word = FieldName("")
        self._row = row(self._word, (self._segments, 1))
        head = column(self._title, self._hint, gap=3)
        method = field_row(self.tr("Method"), (self._list, 1))
        stack(self, head, method, self._row)
        self._show()

    # ---- what is chosen

    @property
    def method(self) -> str:
        """The name of the method, as in `METHODS`."""
        return self._list.method

    @property
    def options(self) -> tuple[tuple[str, Any], ...]:
        """What it is told besides target and layer, by name."""
        choice = self._choices.get(self.method)
        if choice is None:
            return ()
        return ((choice.option, choice.values[self._segments.current][0]),)

    def choose(self, method: str) -> None:
        """Chooses a method, as a click does."""
        if self._list.choose(method):
            self._on_activated()

    def choose_options(self, options: Mapping[str, Any]) -> None:
        """Chooses what the method was told, where that is one of the choices."""
        choice = self._choices.get(self.method)
        if choice is None:
            return
        values = [value for value, _ in choice.values]
        if options.get(choice.option) in values:
            self._picked[self.method] = values.index(options[choice.option])
            self._show()

    def set_lacking(self, reasons: Mapping[str, str]) -> None:
        """Greys the methods that cannot work here, and says why."""
        self._list.set_lacking(reasons)

    def set_costs(self, costs: Mapping[str, str]) -> None:
        """Says beside each method how long it takes."""
        self._list.set_costs(costs)

    # ---- inside

    def _on_activated(self, _place: int = 0) -> None:
        self._show()
        self.changed.emit()

    def _on_picked(self, place: int) -> None:
        self._picked[self.method] = place
        self.changed.emit()

    def _show(self) -> None:
        method = METHODS[self.method]
        self._title.setText(said(method.title))
        self._hint.setText(said(method.sentence))
        choice = self._choices.get(self.method)
        if choice is not None:
            self._word.setText(choice.title)
            named(self._segments, choice.title, choice.tip)
            self._segments.set_words([words for _, words in choice.values])
            place = self._picked.get(self.method, choice.default)
            self._segments.set_current(place)
        self._row.setVisible(choice is not None)
