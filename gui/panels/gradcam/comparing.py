"""Chooses what stands beside the map: the photo, another class, another method."""

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import Signal

from gui.panels.gradcam.method_list import MethodList
from gui.widgets.class_picker import RivalPicker
from gui.widgets.controls import Segments
from gui.widgets.form import Group, button, field_row, named, stack
from inference.classifier import Prediction

OCCLUSION = "occlusion"


class Compared(Enum):
    """What stands beside the map; the number is its place in the row."""

    NOTHING = 0
    PHOTO = 1
    CLASS = 2
    METHOD = 3


class ComparedChoice(Group):
    """The row *Compare*, below it which class or method, and *Continue*.

    Signals:
        changed: another comparison, or another class or method of it.
        kind_changed: another kind of comparison, or another method.
        continue_clicked: the map beside, which was stopped, is to go on.
        target_given: the target was chosen as the other class; which takes its place.
    """

    changed, kind_changed = Signal(), Signal()
    continue_clicked = Signal()
    target_given = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        tip = self.tr(
            "What stands beside the map, in a second pane at the same place (default: "
            "off)."
        )
        words = (
            self.tr("Off"),
            self.tr("Photo"),
            self.tr("Two classes"),
            self.tr("Method"),
        )
        self._kinds = Segments(self.tr("Compare"), tip, words)
        self._kinds.picked.connect(lambda _: self._on_picked())
        self._build_class()
        self._build_method()
        self._build_stopped()
        stack(
            self,
            field_row(self.tr("Compare"), (self._kinds, 1)),
            self._class_row,
            self._method_row,
            self._stopped_row,
        )

    def _build_class(self) -> None:
        self._class = RivalPicker(
            self.tr("Second class"),
            self.tr("The class of the second pane (default: the likeliest other one)."),
        )
        self._class.class_picked.connect(lambda _: self.changed.emit())
        self._class.target_given.connect(self.target_given)
        self._class_row = field_row(self.tr("Second class"), (self._class, 1))
        self._class_row.hide()

    def _build_method(self) -> None:
        tip = self.tr("The method of the second pane (default: Occlusion).")
        self._method = MethodList(self.tr("Second method"), tip)
        self._method.choose(OCCLUSION)
        self._method.activated.connect(lambda _: self._tell())
        self._method_row = field_row(self.tr("Second"), (self._method, 1))
        self._method_row.hide()

    def _build_stopped(self) -> None:
        resume = button(self.tr("Continue"), glyph="play")
        tip = self.tr("Goes on with the map beside where it was stopped.")
        named(resume, self.tr("Continue"), tip)
        resume.clicked.connect(self.continue_clicked)
        self._stopped_row = field_row(self.tr("Stopped"), resume, ...)
        self._stopped_row.hide()

    # ---- what is chosen

    @property
    def kind(self) -> Compared:
        """What is to stand beside the map."""
        return Compared(self._kinds.current)

    @property
    def picked(self) -> int | None:
        """The second class."""
        return self._class.picked

    @property
    def method(self) -> str:
        """The second method, as in `METHODS`."""
        return self._method.method

    # ---- what is offered

    def offer(self, labels: Sequence[str]) -> None:
        """Offers the classes of a model."""
        self._class.offer(labels)

    def set_target(self, target: int, prediction: Prediction) -> None:
        """Takes over the explained class; the second one is never the same."""
        self._class.set_target(target, prediction)

    def set_lacking(self, reasons: Mapping[str, str]) -> None:
        """Greys the methods that cannot work here; Occlusion always can."""
        self._method.set_lacking(reasons)
        if self.method in reasons and self._method.choose(OCCLUSION):
            self._tell()

    def set_costs(self, costs: Mapping[str, str]) -> None:
        """Says beside each method how long it takes."""
        self._method.set_costs(costs)

    def pick_method(self, method: str) -> None:
        """Takes another method for the second pane."""
        if self._method.choose(method):
            self._tell()

    def choose_class(self, second: int | None) -> None:
        """Compares with a second class; None ends such a comparison."""
        if second is not None:
            self._class.set_picked(second)
        is_pair = self.kind is Compared.CLASS
        if is_pair != (second is not None):
            wanted = Compared.NOTHING if is_pair else Compared.CLASS
            self._kinds.set_current(wanted.value)
            self._on_picked()

    def set_stopped(self, *, is_stopped: bool) -> None:
        """Says whether the map beside was stopped on the way, and can go on."""
        self._stopped_row.setVisible(is_stopped)

    # ---- inside

    def _on_picked(self) -> None:
        self._class_row.setVisible(self.kind is Compared.CLASS)
        self._method_row.setVisible(self.kind is Compared.METHOD)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.kind_changed.emit()
